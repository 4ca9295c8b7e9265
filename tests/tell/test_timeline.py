"""The timeline: one row an event, oldest first, each with its sentences."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.lexicon import load_table
from standoff.lexicon.summaries import SayingTable, saying
from standoff.model import Party, PloverType, Subject
from standoff.record import Record
from standoff.record.rows import MergedEvent
from standoff.tell.parties import Sides
from standoff.tell.rows import TimelineRow
from standoff.tell.summary import summarise, third
from standoff.tell.timeline import timeline
from standoff.tell.weight import AGAIN
from standoff.testing import PageMaker, linked, page

SUBJECT = Subject(
    name="Lowgate ferry",
    aliases=("the ferry",),
    parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")),
)
SIDES = Sides(("NOR", "SWE"), (("NOR", "Norway"), ("SWE", "Sweden")))


BARE = MergedEvent(
    id="e", type="COERCE", mode=None, date="2013-04-03", date_how="stated", actors=(), recipients=(), object=None,
    status="happened", negated=False, attributed_to=None, confidence=0.9, place=None, topic=None, outcome=None,
    content_of=None, members=(),
)  # fmt: skip


def event(type: PloverType, actors: str = "", recipients: str = "", **fields: object) -> MergedEvent:
    """A merged event without members, for what needs its fields alone."""
    return replace(BARE, type=type, actors=tuple(actors.split()), recipients=tuple(recipients.split()), **fields)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (event("COERCE", "NOR", "SWE-BUS", mode="restrict", object="the ferry"), "Norway bars Swedish firms from the ferry"),
        (event("COERCE", "NOR", "SWE-BUS", mode="restrict", object="Swedish firms"), "Norway bars Swedish firms"),
        (event("COERCE", "", "", mode="restrict", object="the ferry"), "The ferry is restricted"),
        (event("SANCTION", "NOR", "", mode="withdraw", object="all its crews"), "Norway withdraws all its crews"),
        (event("CONSULT", "NOR SWE", "", topic="the ferry", status="planned"), "Norway and Sweden are to hold talks on the ferry"),
        (event("CONSULT", "", "", status="planned"), "Talks are to be held"),
        (event("AGREE", "NOR", "SWE"), "Norway agrees with Sweden"),
        (event("REJECT", "SWE-BUS", "NOR", mode="meet"), "Swedish firms refuse talks with Norway"),
        (event("REQUEST", "NOR", "SWE", negated=True), "Norway does not make a demand on Sweden"),
        (event("PROTEST", "", ""), "Protests are held"),
    ],
)  # fmt: skip
def test_summaries(made: MergedEvent, expected: str) -> None:
    assert summarise(made, SIDES, frozenset({"ferry"})) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The bakers of Norway walked out on Tuesday, some days after two weeks of talks with Sweden had come to nothing.",
            "“The bakers of Norway walked out on Tuesday, some days after two weeks of talks with Sweden had come to nothing”",
        ),
        ("Two weeks of talks with Sweden had come to nothing.", "“Two weeks of talks with Sweden had come to nothing”"),
    ],
)
def test_talks_told_beside_another_act(tmp_path: Path, words: str, expected: str) -> None:
    made = page("a", "2013-04-03").event("CONSULT", "NOR SWE", date="2013-04-01", verb="talks", words=words)
    with linked(tmp_path, [made]) as record:
        record.declare(SUBJECT)
        (row,) = timeline(record)
        assert row.summary == expected


def test_the_table_of_phrases() -> None:
    table = load_table("summaries", SayingTable).saying
    assert [entry.id for entry in table] == sorted(entry.id for entry in table)
    for entry in table:
        verbs = {phrase.lstrip("~").partition(" ")[0] for phrase in entry.phrases}
        forms = verbs | {third(verb) for verb in verbs}
        for example in entry.examples:
            assert forms & set(example.split()), example
        assert "{" not in entry.phrases[-1], entry.id
    assert saying("COERCE", "no such mode").id == "COERCE"


def made(tmp_path: Path) -> Record:
    record = linked(
        tmp_path,
        [
            page("a", "2013-04-03").event(
                "COERCE", "NOR", "SWE", date="2013-04-03", mode="restrict", object="the ferry", verb="barred"
            ),
            page("b", "2013-04-04")
            .event("COERCE", "NOR", "SWE", date="2013-04-03", mode="restrict", object="the ferry", verb="barred")
            .event("CONSULT", "NOR SWE", date="2013-04-20", status="planned", verb="meet")
            .event("AGREE", "NOR", "SWE", date="2013-04-04", verb="vowed")
            .event("RETREAT", "NOR", "SWE", date="2013-05", status="promised", content_of=2, verb="reopen")
            .event("ACCUSE", "DNK", "FIN", date="2013-04-03", verb="scolded", confidence=0.3),
        ],
    )
    record.declare(SUBJECT)
    return record


def test_rows(tmp_path: Path) -> None:
    with made(tmp_path) as record:
        rows = timeline(record)
        assert [(r.date, r.type, r.status, len(r.sources)) for r in rows] == [
            ("2013-04-03", "COERCE", "happened", 2),
            ("2013-04-04", "AGREE", "happened", 1),
            ("2013-04-20", "CONSULT", "planned", 1),
        ]
        assert rows[0].weight > rows[1].weight > rows[2].weight > 0
        assert rows[0].goldstein == -7.0
        for row in rows:
            check_sources(record, row)


def check_sources(record: Record, row: TimelineRow) -> None:
    for source in row.sources:
        key = next(d.key for d in record.documents() if d.id == source.document)
        assert record.annotation(key).text[source.start : source.end] == source.quote != ""


def test_options(tmp_path: Path) -> None:
    with made(tmp_path) as record:
        assert [r.type for r in timeline(record, top=1)] == ["COERCE"]
        assert [r.type for r in timeline(record, doubtful=True)] == ["ACCUSE"]
        assert [r.type for r in timeline(record, date_from="2013-04-04", date_to="2013-04-10")] == ["AGREE"]
        assert [len(r.sources) for r in timeline(record, at="2013-04-03")] == [1]
        assert timeline(record, at="2012") == []
        assert timeline(record, says="DNK") == []


@pytest.mark.parametrize(
    ("type_", "words", "stands"),
    [
        ("RETREAT", "The ferry was opened again on Wednesday.", True),
        ("RETREAT", "The mill was opened again on Wednesday.", False),
        ("ACCUSE", "The ferry was scolded on Wednesday.", False),
    ],
)
def test_less_is_asked_of_deeds_on_the_thing(tmp_path: Path, type_: PloverType, words: str, stands: bool) -> None:
    verb = words.split()[3]
    told = page("a", "2013-04-04").event(type_, "", "SWE", date="2013-04-03", verb=verb, words=words, confidence=0.45)
    with linked(tmp_path, [told]) as record:
        record.declare(SUBJECT)
        assert [row.date for row in timeline(record)] == (["2013-04-03"] if stands else [])
        assert [row.date for row in timeline(record, doubtful=True)] == ([] if stands else ["2013-04-03"])


def test_as_one_side_says(tmp_path: Path) -> None:
    made = page("a", "2013-04-03").event("COERCE", "NOR", "SWE", date="2013-04-03", verb="barred")
    made.event("ASSAULT", "DNK", "FIN", date="2013-04-02", verb="shelled", by="SWE-GOV")
    again = page("b", "2013-04-04").event("ASSAULT", "DNK", "FIN", date="2013-04-02", verb="shelled")
    with linked(tmp_path, [made, again]) as record:
        record.declare(SUBJECT)
        assert [r.type for r in timeline(record, says="NOR")] == ["COERCE"]
        assert [r.type for r in timeline(record, says="SWE")] == ["ASSAULT"]  # told by it, whatever others tell too
        assert timeline(record, says="FIN") == []


def test_what_somebody_says_he_will_not_do_weighs_less_than_a_refusal(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-03").event(
            "REJECT", "NOR", "SWE", date="2013-04-02", verb="refused", rule="reject.refuse verb"
        ),
        page("b", "2013-05-03").event(
            "REJECT", "NOR", "SWE", date="2013-05-02", verb="said", rule="speech.say_will_not"
        ),
    ]
    with linked(tmp_path, pages) as record:
        refused, said = timeline(record)
    assert refused.weight > 2 * said.weight > 0


def test_what_takes_no_weight(tmp_path: Path) -> None:
    made = page("a", "2013-04-03").event("THREATEN", "SWE-MED", "NOR", date="2013-04-03", verb="reported")
    made.event("COERCE", "NOR", "NOR-GOV", date="2013-04-03", verb="barred")
    made.event("SANCTION", "NOR", "NOR-LAB", date="2013-04-03", mode="withdraw", verb="withdrew")
    with linked(tmp_path, [made]) as record:
        record.declare(SUBJECT)
        assert sorted(r.type for r in timeline(record) if r.weight == 0) == ["COERCE", "THREATEN"]


def test_those_against_a_state_act_on_it(tmp_path: Path) -> None:
    made = page("a", "2013-04-03").event("REQUEST", "NOR-OPP", "NOR-GOV", date="2013-04-03", verb="urged")
    with linked(tmp_path, [made]) as record:
        record.declare(SUBJECT)
        (asked,) = timeline(record)
    assert asked.weight > 0


def test_an_empty_record(tmp_path: Path) -> None:
    with linked(tmp_path, []) as record:
        assert timeline(record) == []


def test_one_deed_under_two_names_weighs_less_the_second_time(tmp_path: Path) -> None:
    def told(verb: str, date: str) -> PageMaker:
        made = page(f"{verb}{date}", date)
        return made.event("COERCE", "PRK", "KOR", mode="seize", object="Southern lorries", date=date, verb=verb)

    halt = page("h", "2013-04-09").event(
        "SANCTION", "PRK", "KOR", mode="discontinue", object="the zone", date="2013-04-09", verb="halted"
    )
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with (
        linked(tmp_path / "one", [halt, told("froze", "2013-04-09")]) as same,
        linked(tmp_path / "two", [halt, told("froze", "2013-04-20")]) as other,
    ):
        again = {row.type: row.weight for row in timeline(same)}
        apart = {row.type: row.weight for row in timeline(other)}
        assert min(again.values()) == pytest.approx(AGAIN * min(apart.values()), abs=0.02)
        assert max(again.values()) == max(apart.values())


def test_what_was_over_at_once_weighs_little(tmp_path: Path) -> None:
    made = page("a", "2013-04-03")
    for words in ("The gate closed for lunch.", "The gate closed for good."):
        made.event(
            "SANCTION", "NOR", date="2013-04-03", mode="discontinue", verb="closed", words=words, object="The gate"
        )
    other = page("b", "2013-04-09").event(
        "SANCTION", "NOR", date="2013-04-08", verb="closed", words="The gate closed for lunch."
    )
    with linked(tmp_path, [other]) as record:
        (brief,) = timeline(record)
    folder = tmp_path / "made"
    folder.mkdir()
    with linked(folder, [made]) as record:
        assert brief.weight < max(r.weight for r in timeline(record)) / 2


@pytest.mark.parametrize(
    ("type", "actor", "stands"),
    [
        ("REQUEST", "NOR", True),
        ("COERCE", "NOR", False),
        ("REQUEST", "FIN", False),
        ("REQUEST", "", False),
        ("COERCE", "SWE", True),
    ],
)
def test_an_act_without_a_day_that_is_most_likely_told_again_lies_in_the_tray(
    tmp_path: Path, type: PloverType, actor: str, stands: bool
) -> None:
    barred = page("a", "2013-04-03").event(
        "COERCE", "NOR", "SWE", mode="restrict", date="2013-04-03", verb="barred", words="Norway barred Swedish crews."
    )
    undated = page("b", "2014-06-03").event(
        type, actor, "", date=None, how="unknown", verb="did", words="Somebody once did so at the ferry."
    )
    with linked(tmp_path, [barred, undated]) as record:
        record.declare(SUBJECT)
        told, doubtful = timeline(record), timeline(record, doubtful=True)
        assert [row.date for row in told] == ["2013-04-03", *([None] if stands else [])]
        assert [row.date for row in doubtful] == ([] if stands else [None])


@pytest.mark.parametrize(
    ("actor", "date", "mode", "stands"),
    [
        ("NOR", "2013-05", "restrict", False),
        ("NOR", "2013-04", "restrict", True),
        ("NOR", "2013-05", "curfew", True),
        ("SWE", "2013-05", "restrict", True),
        ("", "2013", "restrict", False),
        ("", "2013", "curfew", True),
    ],
)
def test_an_act_of_a_month_that_holds_the_day_of_its_like_lies_in_the_tray(
    tmp_path: Path, actor: str, date: str, mode: str, stands: bool
) -> None:
    """`Norway has barred the boats since May`, where others tell what it barred on May 3 and on May 9."""
    days = page("a", "2013-05-10").event(
        "COERCE", "NOR", "SWE", date="2013-05-03", mode="restrict", verb="barred", object="boats"
    )
    days.event("COERCE", "NOR", "SWE", date="2013-05-09", mode="restrict", verb="sealed", object="the quay")
    later = page("b", "2013-08-03").event("COERCE", actor, "", date=date, mode=mode, verb="stopped", object="nets")
    with linked(tmp_path, [days, later]) as record:
        assert (date in [row.date for row in timeline(record)]) == stands


def test_the_truce_of_a_month_is_what_both_sides_agreed_on_in_it(tmp_path: Path) -> None:
    """`Until the truce in May`, where another page says who signed it on the third."""
    signed = page("a", "2013-05-04").event("AGREE", "NOR SWE", "NOR SWE", date="2013-05-03", verb="signed")
    later = page("b", "2013-08-03").event("RETREAT", "", "", date="2013-05", mode="ceasefire", verb="truce")
    with linked(tmp_path, [signed, later]) as record:
        assert [row.type for row in timeline(record)] == ["AGREE"]


@pytest.mark.parametrize(
    ("type", "mode", "actor", "object", "rows"),
    [
        ("COERCE", "restrict", "", "lorries", 1),
        ("PROTEST", "demo", "", "tents", 1),
        ("COERCE", "arrest", "", "lorries", 2),
        ("REQUEST", None, "", "lorries", 2),
        ("COERCE", "restrict", "SWE", "lorries", 2),
        ("RETREAT", "ceasefire", "", "lorries", 2),
    ],
)
def test_what_nobody_did_on_the_day_on_which_somebody_did_the_like_lies_in_the_tray(
    tmp_path: Path, type: PloverType, mode: str | None, actor: str, object: str, rows: int
) -> None:
    """`Lorries have been held up since May 3, when the sit-in began`: the sit-in of the fishermen on that day."""
    named = page("a", "2013-05-04").event(
        "PROTEST", "NOR", "SWE", date="2013-05-03", mode="obstruct", verb="blocked", object="the quay"
    )
    untold = page("b", "2013-05-08").event(
        type, actor, "", date="2013-05-03", how="stated", mode=mode, verb="held", object=object
    )
    with linked(tmp_path, [named, untold]) as record:
        assert len(timeline(record)) == rows


@pytest.mark.parametrize(
    ("words", "stands"), [("Norway barred Swedish crews and said so.", False), ("Norway said so.", True)]
)
def test_what_a_sentence_tells_without_a_day_beside_a_dated_act_lies_in_the_tray(
    tmp_path: Path, words: str, stands: bool
) -> None:
    made = page("a", "2013-04-03").event(
        "COERCE",
        "NOR",
        "SWE",
        mode="restrict",
        date="2013-04-03",
        verb="barred",
        words="Norway barred Swedish crews and said so.",
    )
    if stands:
        made.event("ACCUSE", "NOR", "SWE", date=None, how="unknown", verb="said", words=words)
    else:
        start, barred = made.text.index("said"), made.events[0]
        told = replace(barred, type="ACCUSE", mode=None, date=None, date_how="unknown", start=start, end=start + 4)
        made.events.append(told)
    with linked(tmp_path, [made]) as record:
        record.declare(SUBJECT)
        assert [row.type for row in timeline(record) if row.date is None] == (["ACCUSE"] if stands else [])


@pytest.mark.parametrize(
    ("words", "summary"),
    [
        ("Equinor raised the fee on the ferry.", "Equinor: “raised the fee on the ferry”"),
        ("Norwegian firms raised the fee on the ferry.", "Norwegian firms: “raised the fee on the ferry”"),
    ],
)
def test_a_company_is_told_by_the_name_that_the_page_prints(tmp_path: Path, words: str, summary: str) -> None:
    made, name = page("p").event("COERCE", "NOR-BUS", "SWE", words=words, verb="raised"), words.split(" raised")[0]
    (doer,) = made.events[0].actors
    made.events[0] = replace(made.events[0], actors=(replace(doer, end=doer.start + len(name)),))
    with linked(tmp_path, [made]) as record:
        assert [row.summary for row in timeline(record)] == [summary]


EFFECT = "protest.strike_effect thing"
STRIKE_ENDS = "retreat.stoppage_ends thing"


@pytest.mark.parametrize(
    ("actor", "day", "wanted"),
    [
        ("NOR-LAB", "2013-04-09", ["2013-04-03"]),  # what the strike costs days later is the strike
        ("", "2013-04-09", ["2013-04-03"]),
        ("SWE-LAB", "2013-04-09", ["2013-04-03", "2013-04-09"]),
        ("NOR-LAB", "2013-03-09", ["2013-03-09", "2013-04-03"]),
    ],
)
def test_what_only_goes_on_is_no_act_of_its_own(tmp_path: Path, actor: str, day: str, wanted: list[str]) -> None:
    pages = [
        page("a", "2013-04-03").event("PROTEST", "NOR-LAB", date="2013-04-03", mode="strike", verb="struck"),
        page("b", day).event("PROTEST", actor, date=day, mode="strike", verb="cost", rule=EFFECT),
    ]
    with linked(tmp_path, pages) as record:
        record.declare(SUBJECT)
        assert [r.date for r in timeline(record)] == wanted


@pytest.mark.parametrize(("banned", "wanted"), [("trucks", 2), ("trucks by a ban", 1)])
def test_a_ban_that_takes_effect_is_the_ban(tmp_path: Path, banned: str, wanted: int) -> None:
    pages = [
        page("a", "2013-04-03").event(
            "COERCE", "NOR", "SWE", date="2013-04-03", mode="restrict", verb="barred", words=f"Norway barred {banned}."
        ),
        page("b", "2013-04-05").event(
            "COERCE", date="2013-04-05", mode="restrict", verb="came into force", words="The ban came into force.",
            rule="coerce.ban_passes thing",
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        record.declare(SUBJECT)
        assert len(timeline(record)) == wanted


@pytest.mark.parametrize(
    ("rule", "confidence", "wanted"),
    [
        ("protest.strike verb", 0.9, ["2013-04-03"]),
        ("protest.strike verb", 0.3, ["2013-04-09"]),  # in the tray, it is no entry that this one could repeat
    ],
)
def test_what_goes_on_is_told_where_its_beginning_is_no_entry(
    tmp_path: Path, rule: str, confidence: float, wanted: list[str]
) -> None:
    begun = page("a", "2013-04-03").event(
        "PROTEST", "NOR-LAB", date="2013-04-03", mode="strike", verb="struck", rule=rule, confidence=confidence
    )
    felt = page("b", "2013-04-09").event(
        "PROTEST", "NOR-LAB", date="2013-04-09", mode="strike", verb="cost", rule=EFFECT
    )
    with linked(tmp_path, [begun, felt]) as record:
        record.declare(SUBJECT)
        assert [r.date for r in timeline(record)] == wanted


def test_a_strike_after_one_that_is_over_is_another(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-03").event("PROTEST", "NOR-LAB", date="2013-04-03", mode="strike", verb="struck"),
        page("b", "2013-04-20").event(
            "RETREAT", "NOR-LAB", date="2013-04-20", mode="ceasefire", verb="ended", rule=STRIKE_ENDS
        ),
        page("c", "2013-09-09").event("PROTEST", "NOR-LAB", date="2013-09-09", mode="strike", verb="cost", rule=EFFECT),
    ]
    with linked(tmp_path, pages) as record:
        record.declare(SUBJECT)
        assert [r.date for r in timeline(record)] == ["2013-04-03", "2013-04-20", "2013-09-09"]


def test_a_ban_on_others_that_takes_effect_is_another(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-03").event(
            "COERCE", "NOR", "DNK", date="2013-04-03", mode="restrict", verb="barred", words="Norway barred boats by a ban."
        ),
        page("b", "2013-04-25").event(
            "COERCE", "NOR", "SWE", date="2013-04-25", mode="restrict", verb="came into force",
            words="The ban came into force.", rule="coerce.ban_passes thing",
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        record.declare(SUBJECT)
        assert "2013-04-25" in [r.date for r in timeline(record)]


def test_what_stands_still_by_nobody_is_a_state_and_no_act(tmp_path: Path) -> None:
    done = page("a", "2013-04-03").event("SANCTION", "NOR", "DNK", date="2013-04-03", verb="halted")
    stands = page("b", "2013-04-20").event(
        "SANCTION", date="2013-03-18", how="relative", status="ongoing", object="the harbour", verb="halted"
    )
    with linked(tmp_path, [done, stands]) as record:
        record.declare(SUBJECT)
        assert [r.date for r in timeline(record)] == ["2013-04-03"]


@pytest.mark.parametrize(
    ("type", "mode", "date", "rows"),
    [
        ("RETREAT", "access", "2013-05-01/2013-05-10", 1),
        ("RETREAT", "release", "2013-05-01/2013-05-10", 1),
        ("RETREAT", "access", "2013-04", 2),
        ("AGREE", None, "2013-05", 2),
    ],
)
def test_giving_way_in_a_time_is_the_concession_of_its_day(
    tmp_path: Path, type: PloverType, mode: str | None, date: str, rows: int
) -> None:
    """`Since early May, when Norway cleared the crates`: its page of that day says that it gave way."""
    made = page("a", "2013-05-03").event(
        "CONCEDE", "NOR", "SWE", date="2013-05-03", how="published", verb="gave way", rule="concede.back_down verb"
    )
    later = page("b", "2013-08-03").event(type, "NOR", "", date=date, mode=mode, verb="cleared", object="crates")
    with linked(tmp_path, [made, later]) as record:
        assert len(timeline(record)) == rows


@pytest.mark.parametrize(("type", "rows"), [("REQUEST", 1), ("ASSAULT", 2)])
def test_what_a_page_tells_once_with_its_day_and_once_without(tmp_path: Path, type: PloverType, rows: int) -> None:
    """`It is settled`, said by who brought it about; an attack may be another one."""
    made = page("a", "2013-05-03").event(type, "NOR", "SWE", date="2013-05-03", verb="urged", rule="a.b verb")
    made.event(type, "SWE", "NOR", verb="told", rule="c.d verb")
    with linked(tmp_path, [made]) as record:
        record.declare(SUBJECT)
        assert len(timeline(record)) == rows


@pytest.mark.parametrize(("date", "rows"), [("2013-05-05~", 1), ("2013-05-05", 2), ("2013-05-09~", 2)])
def test_what_was_done_by_nobody_about_a_day_was_done_just_before_it(tmp_path: Path, date: str, rows: int) -> None:
    """`The lanes were settled some days before`: the accord that another page tells of two days before that."""
    made = page("a", "2013-05-03").event(
        "AGREE", "NOR SWE", "NOR SWE", date="2013-05-03", verb="agreed", rule="speech.agree verb"
    )
    later = page("b", "2013-05-12").event("AGREE", "", "", date=date, how="relative", verb="settled", object="lanes")
    with linked(tmp_path, [made, later]) as record:
        assert len(timeline(record)) == rows
