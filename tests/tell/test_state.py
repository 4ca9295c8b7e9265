"""The state of the thing: spells from acts and descriptions; what is announced stays outlook."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.lexicon import load_table
from standoff.lexicon.state_acts import WordClassTable, word_class
from standoff.lexicon.stems import stems
from standoff.model import Party, Span, Subject
from standoff.record import Record
from standoff.tell.rows import StateView
from standoff.tell.state import state
from standoff.testing import PageMaker, linked, page

SUBJECT = Subject(
    name="Lowgate mine",
    aliases=("the mine", "Lowgate"),
    parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")),
)


def record(tmp_path: Path, pages: list[PageMaker]) -> Record:
    made = linked(tmp_path, pages)
    made.declare(SUBJECT)
    return made


def course(view: StateView) -> list[tuple[str | None, str]]:
    """From and state of each spell, but for what the first act entails: that it was open before."""
    return [(spell.from_, spell.state) for spell in view.history if not (spell.from_ or "").startswith("../")]


def bar(id: str, day: str, date: str) -> PageMaker:
    return page(id, day).event(
        "COERCE", "NOR", "SWE", mode="restrict", object="Swedish workers at the mine", date=date, verb="barred"
    )


def halt(id: str, day: str, date: str) -> PageMaker:
    return page(id, day).event("SANCTION", "NOR", "SWE", mode="discontinue", object="the mine", date=date, verb="shut")


def reopen(id: str, day: str, date: str) -> PageMaker:
    return page(id, day).event("COOPERATE", "NOR SWE", object="the mine", date=date, verb="reopened")


def test_acts_make_spells(tmp_path: Path) -> None:
    pages = [
        bar("a", "2013-04-03", "2013-04-03"),
        halt("b", "2013-04-09", "2013-04-09"),
        reopen("c", "2013-09-16", "2013-09-16"),
    ]
    with record(tmp_path, pages) as made:
        view = state(made)
        assert course(view) == [("2013-04-03", "restricted"), ("2013-04-09", "shut"), ("2013-09-16", "open")]
        assert [spell.to for spell in view.history] == ["2013-04-03", "2013-04-09", "2013-09-16", None]
        assert all(spell.sources for spell in view.history)
        assert view.subject == "Lowgate mine"


def test_as_known_on_a_day(tmp_path: Path) -> None:
    pages = [halt("b", "2013-04-09", "2013-04-09"), reopen("c", "2013-09-16", "2013-09-16")]
    with record(tmp_path, pages) as made:
        assert course(state(made, at="2013-07-15")) == [("2013-04-09", "shut")]
        assert course(state(made, at="2013-01-01")) == []


def test_a_month_stays_a_month(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-07-06").state("shut", object="the mine", since="2013-04"),
        halt("b", "2013-08-07", "2013-04"),
    ]
    with record(tmp_path, pages) as made:
        assert course(state(made)) == [("2013-04", "shut")]


def test_a_finer_date_refines_a_coarse_one(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-07-06").state("shut", object="the mine", since="2013-04"),
        halt("b", "2013-04-10", "2013-04-09"),
    ]
    with record(tmp_path, pages) as made:
        assert course(state(made)) == [("2013-04-09", "shut")]


@pytest.mark.parametrize(
    ("about", "barred", "wanted"),
    [
        ("2013-04~", "2013-04-09", "2013-04-09"),
        ("2013-04~", "2013-03-29", "2013-03-29"),  # "two months" are seldom counted to the day
        ("2013-04~", "2013-02-09", "2013-02-09"),
        ("2013-04", "2013-04-09", "2013-04-09"),
    ],
)
def test_what_is_told_about_when_gives_way_to_the_day_of_a_ban(
    tmp_path: Path, about: str, barred: str, wanted: str
) -> None:
    pages = [
        page("a", "2013-06-12").state("shut", object="the mine", since=about),
        page("b", "2013-07-12").state("shut", object="the mine", since=about),
        bar("c", barred, barred),
    ]
    with record(tmp_path, pages) as made:
        assert course(state(made))[0][0] == wanted


def test_who_occupies_a_bridge_tells_since_when_it_is_shut(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-06-12", title="Lowgate").state("shut", object="the bridge", since="2013-04~"),
        page("b", "2013-04-10", title="Lowgate").event(
            "PROTEST", "NOR", "SWE", mode="obstruct", object="the bridge", date="2013-04-09", verb="occupied"
        ),
    ]
    with linked(tmp_path, pages) as made:
        made.declare(BRIDGE)
        assert course(state(made)) == [("2013-04-09", "shut")]


def test_one_odd_description_flips_nothing(tmp_path: Path) -> None:
    pages = [halt("a", "2013-04-09", "2013-04-09")]
    pages += [page(f"b{n}", f"2013-05-{n:02}").state("shut", object="the mine") for n in (1, 9, 20)]
    pages.append(page("c", "2013-05-12").state("open", object="the mine"))
    with record(tmp_path, pages) as made:
        assert course(state(made)) == [("2013-04-09", "shut")]


def test_a_promise_is_outlook(tmp_path: Path) -> None:
    promise = page("b", "2013-08-07").event("CONCEDE", "NOR", date="2013-08-07", verb="said")
    promise.event(
        "RETREAT", "NOR", "SWE", mode="access", object="the mine", status="promised", content_of=0, verb="reopen"
    )
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), promise]) as made:
        view = state(made)
        assert course(view) == [("2013-04-09", "shut")]
        (outlook,) = view.outlook
        assert (outlook.state, outlook.announced, outlook.by, outlook.for_) == ("open", "2013-08-07", ("NOR",), None)
        assert outlook.sources


def test_what_was_announced_is_no_outlook_once_something_passed(tmp_path: Path) -> None:
    agreed = page("b", "2013-08-14").event("AGREE", "NOR SWE", date="2013-08-14", verb="agreed", rule="speech.agree")
    agreed.event(
        "RETREAT", "NOR SWE", mode="access", object="the mine", status="promised", content_of=0, verb="open up"
    )
    passed = page("c", "2013-09-02").event(
        "RETREAT", "NOR", "SWE", mode="access", object="the mine", date="2013-09-01", verb="let lorries into"
    )
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), agreed, passed]) as made:
        assert [row.state for row in state(made, at="2013-08-20").outlook] == ["open"]
        assert state(made).outlook == ()


def test_both_sides_agree_to_reopen(tmp_path: Path) -> None:
    agreed = page("b", "2013-08-14").event(
        "AGREE", "NOR SWE", topic="reopening of the mine", date="2013-08-14", verb="agreed"
    )
    alone = page("c", "2013-08-14").event(
        "AGREE", "NOR", topic="reopening of the mine", date="2013-08-14", verb="offered"
    )
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), agreed]) as made:
        assert course(state(made)) == [("2013-04-09", "shut"), ("2013-08-14", "reopening")]
    (tmp_path / "other").mkdir()
    with record(tmp_path / "other", [halt("a", "2013-04-09", "2013-04-09"), alone]) as made:
        assert course(state(made)) == [("2013-04-09", "shut")]


def test_an_opening_that_was_agreed_and_came_about(tmp_path: Path) -> None:
    agreed = page("b", "2013-09-11").event("AGREE", "NOR SWE", date="2013-09-11", verb="agreed")
    agreed.event(
        "COOPERATE", "NOR SWE", object="the mine", date="2013-09-16", status="planned", content_of=0, verb="reopen"
    )
    pages = [halt("a", "2013-04-09", "2013-04-09"), agreed]
    with record(tmp_path, pages) as made:
        assert course(state(made)) == [("2013-04-09", "shut"), ("2013-09-11", "reopening")]
    (tmp_path / "other").mkdir()
    with record(tmp_path / "other", [*pages, page("c", "2013-12-18").state("open", object="the mine")]) as made:
        assert course(state(made))[-1] == ("2013-09-16?", "open")


def test_talks_are_noted(tmp_path: Path) -> None:
    talks = page("b", "2013-07-06").event("CONSULT", "NOR SWE", date="2013-07-06", topic="the mine", verb="met")
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), talks]) as made:
        spell = state(made).history[-1]
        assert (spell.from_, spell.to, spell.state) == ("2013-04-09", None, "shut")
        assert (spell.sub or "").startswith("6 July 2013: ")
        assert "talks" in (spell.sub or "")
        assert {s.published for s in spell.sources} == {"2013-04-09", "2013-07-06"}


@pytest.mark.parametrize(
    "other",
    [
        page("b", "2013-04-12").event(
            "SANCTION", "IGO-UNO", "NOR", object="Norwegian banks", date="2013-04-12", verb="shut"
        ),
        page("b", "2013-04-12").event("THREATEN", "NOR", "SWE", object="the mine", date="2013-04-12", verb="vowed"),
        page("b", "2013-04-12").event(
            "SANCTION", "NOR", "SWE", mode="discontinue", object="the hotline", date="2013-04-12"
        ),
        page("b", "2013-04-12").state("shut", object="the hotline", aspect="line_of_contact"),
    ],
    ids=["other things", "a threat", "a line of contact", "a line described"],
)
def test_what_changes_nothing(tmp_path: Path, other: PageMaker) -> None:
    with record(tmp_path, [reopen("a", "2013-04-01", "2013-04-01"), other]) as made:
        assert course(state(made)) == [("2013-04-01", "open")]


def test_a_state_in_the_name_of_the_thing_is_not_the_thing(tmp_path: Path) -> None:
    broken_off = page("b", "2013-04-12", title="Lowgate").event(
        "SANCTION",
        "NOR",
        "SWE",
        mode="discontinue",
        date="2013-04-12",
        verb="suspended",
        words="Oslo suspended any dialogue with Sweden, weeks after the Lowgate bridge opened.",
    )
    with linked(tmp_path, [reopen("a", "2013-04-01", "2013-04-01"), broken_off]) as made:
        made.declare(replace(SUBJECT, name="Norway's mine in Sweden at Lowgate"))
        assert course(state(made)) == [("2013-04-01", "open")]


def test_aspects_and_claims(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-03").state("restricted", object="the mine", aspect="people_in", value="40 Swedes", by="SWE"),
        page("b", "2013-04-05").state("open", object="the mine", by="NOR"),
    ]
    with record(tmp_path, pages) as made:
        (aspect,) = state(made).aspects
        assert (aspect.aspect, aspect.value, aspect.from_, aspect.claimed_by) == (
            "people_in",
            "40 Swedes",
            "2013-04-03",
            "SWE",
        )
        assert [s.state for s in state(made, says="NOR").history] == ["open"]
        assert state(made, says="NOR").aspects == ()


def test_as_one_side_says(tmp_path: Path) -> None:
    pages = [
        halt("a", "2013-04-09", "2013-04-09"),
        page("b", "2013-04-20").state("open", object="the mine", by="SWE"),
        page("c", "2013-04-21").state("restricted", object="the mine"),
    ]
    with record(tmp_path, pages) as made:
        assert course(state(made, says="NOR")) == [("2013-04-09", "shut")]  # its own act
        assert course(state(made, says="SWE")) == [("2013-04-20", "open")]
        assert [s.claimed_by for s in state(made, says="SWE").history] == ["SWE"]
        assert state(made, says="DNK").history == ()


@pytest.mark.parametrize(
    "words",
    [
        "Norway shut the mine three times in March 2009.",
        "In March 2009 Norway shut the mine, and reopened it on the next day.",
        "Norway shut the mine briefly in March 2009.",
    ],
)
def test_what_was_over_soon(tmp_path: Path, words: str) -> None:
    made = page("a", "2013-04-03").event(
        "SANCTION", "NOR", "SWE", mode="discontinue", object="the mine", date="2009-03", verb="shut", words=words
    )
    with record(tmp_path, [made]) as opened:
        assert state(opened).history == ()


def test_who_cannot_enter_what_is_shut_does_not_open_it(tmp_path: Path) -> None:
    barred = page("b", "2013-04-20").state("shut", object="Swedish managers", aspect="people_in", date="2013-04-17")
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), barred]) as made:
        assert course(state(made)) == [("2013-04-09", "shut")]


def test_the_table_of_words() -> None:
    table = load_table("state_acts", WordClassTable).words
    assert [entry.id for entry in table] == sorted(entry.id for entry in table)
    for entry in table:
        for example in entry.examples:
            wanted = stems(example[example.index("[") + 1 : example.index("]")]) or {
                example[example.index("[") + 1 : example.index("]")].lower()
            }
            assert wanted <= word_class(entry.id), example


def test_nothing_known(tmp_path: Path) -> None:
    with linked(tmp_path, []) as made:
        assert state(made) == StateView(subject=None, history=(), aspects=(), outlook=())


UNIONS = Subject(
    name="Lowgate mine",
    parties=(
        Party(id="NAMED:Cutters", name="Cutters", sector="LAB"),
        Party(id="NAMED:Fitters", name="Fitters", sector="LAB"),
        Party(id="NAMED:Lowgate", name="Lowgate", sector="BUS"),
    ),
)


def test_strikes(tmp_path: Path) -> None:
    def strike(id: str, who: str, date: str) -> PageMaker:
        return page(id, date).event("PROTEST", f"NAMED:{who}", mode="strike", date=date, verb="struck")

    def lift(id: str, who: str, date: str) -> PageMaker:
        return page(id, date).event(
            "RETREAT", f"NAMED:{who}", date=date, words=f"{who} lifted the strike.", verb="lifted"
        )

    pages = [
        strike("a", "Cutters", "2013-05-02"),
        strike("b", "Fitters", "2013-07-14"),
        lift("c", "Cutters", "2013-09-27"),
        lift("d", "Fitters", "2013-11-09"),
    ]
    with linked(tmp_path, pages) as made:
        made.declare(UNIONS)
        assert course(state(made)) == [
            ("2013-05-02", "restricted"),
            ("2013-07-14", "shut"),
            ("2013-09-27", "restricted"),
            ("2013-11-09", "open"),
        ]


def test_who_is_barred_from_what_is_shut_does_not_open_it(tmp_path: Path) -> None:
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), bar("b", "2013-04-17", "2013-04-17")]) as made:
        assert course(state(made)) == [("2013-04-09", "shut")]


def test_the_thing_itself_closed_is_shut(tmp_path: Path) -> None:
    closed = page("a", "2013-04-09").event(
        "COERCE", "NOR", "SWE", mode="restrict", object="the mine", date="2013-04-09", verb="sealed"
    )
    with record(tmp_path, [closed]) as made:
        assert course(state(made)) == [("2013-04-09", "shut")]


@pytest.mark.parametrize(
    ("who", "object", "wanted"),
    [
        ("NAMED:soldiers", "the mine", ["shut"]),
        ("NAMED:soldiers", "a school", []),
        ("DNK", "the mine", []),
        ("NAMED:Lund Bank", "the mine", []),
    ],
)
def test_whoever_they_are_who_shut_it(tmp_path: Path, who: str, object: str, wanted: list[str]) -> None:
    """`Soldiers on both sides shut the mine`; whom the page names is of another dispute."""
    words = f"{who} closed {object} on Monday."
    told = page("a", "2013-04-02").event(
        "COERCE", who, mode="restrict", object=object, date="2013-04-01", verb="closed", words=words
    )
    with record(tmp_path, [told]) as made:
        assert [kind for _, kind in course(state(made))] == wanted


def test_closed_at_night_is_no_closure(tmp_path: Path) -> None:
    closed = page("a", "2013-04-09").event(
        "COERCE",
        "NOR",
        "SWE",
        mode="restrict",
        object="the mine",
        date="2013-04-09",
        verb="closed",
        words="Norway closed the mine at night from 2013-04-09.",
    )
    with record(tmp_path, [closed]) as made:
        assert course(state(made)) == [("2013-04-09", "restricted")]


def test_opened_on_foot_is_not_open(tmp_path: Path) -> None:
    pages = [
        halt("a", "2013-04-09", "2013-04-09"),
        page("b", "2013-09-16").event(
            "COOPERATE", "NOR SWE", object="the mine", date="2013-09-16", verb="reopened",
            words="NOR and SWE reopened the mine to those on foot on 2013-09-16.",
        ),
    ]  # fmt: skip
    with record(tmp_path, pages) as made:
        assert course(state(made)) == [("2013-04-09", "shut"), ("2013-09-16", "restricted")]


def test_a_deal_before_the_return_to_work(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Cutters", mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-09-24").event("AGREE", "NAMED:Cutters NAMED:Lowgate", date="2013-09-24", verb="agreed"),
        page("c", "2013-09-27").event(
            "RETREAT", "NAMED:Cutters", date="2013-09-27", words="They lifted the strike.", verb="lifted"
        ),
    ]
    only = Subject(name="Lowgate mine", parties=tuple(p for p in UNIONS.parties if p.name != "Fitters"))
    with linked(tmp_path, pages) as made:
        made.declare(only)
        assert course(state(made)) == [("2013-05-02", "shut"), ("2013-09-24", "reopening"), ("2013-09-27", "open")]


def test_what_is_agreed_in_principle_is_outlook(tmp_path: Path) -> None:
    hedged = page("b", "2013-07-07").event(
        "AGREE",
        "NOR SWE",
        date="2013-07-07",
        words="Both agreed in principle to reopen the mine.",
        verb="agreed",
        rule="speech.agree",
    )
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), hedged]) as made:
        view = state(made)
        assert course(view) == [("2013-04-09", "shut")]
        assert [(row.state, row.by) for row in view.outlook] == [("reopening", ("NOR", "SWE"))]


def test_a_threat_is_outlook_until_it_is_carried_out(tmp_path: Path) -> None:
    threat = page("a", "2013-03-30").event("THREATEN", "NOR", "SWE", date="2013-03-30", verb="warned")
    threat.event(
        "SANCTION", "NOR", mode="discontinue", object="the mine", status="threatened", content_of=0, verb="shut"
    )
    with record(
        tmp_path, [reopen("o", "2013-01-01", "2013-01-01"), threat, halt("b", "2013-04-09", "2013-04-09")]
    ) as made:
        assert [row.state for row in state(made, at="2013-04-01").outlook] == ["shut"]
        assert state(made).outlook == ()


def test_a_thing_that_is_a_flow(tmp_path: Path) -> None:
    water = Subject(name="Lowgate water supplies", parties=SUBJECT.parties)
    pages = [
        page("a", "2013-04-09").event(
            "SANCTION",
            "NOR",
            "SWE",
            mode="discontinue",
            date="2013-04-09",
            words="Oslo stopped deliveries.",
            verb="stopped",
        ),
        page("b", "2013-05-01").event(
            "SANCTION",
            "NOR",
            "SWE",
            mode="discontinue",
            date="2013-05-01",
            words="Oslo stopped a hotline.",
            verb="stopped",
        ),
    ]
    with linked(tmp_path, pages) as made:
        made.declare(water)
        assert course(state(made)) == [("2013-04-09", "shut")]


@pytest.mark.parametrize(("date", "wanted"), [("1999-05", []), ("2013-04-09", [("2013-04-09", "shut")])])
def test_a_closure_told_with_its_length_is_over_long_after(
    tmp_path: Path, date: str, wanted: list[tuple[str, str]]
) -> None:
    told = page("a", "2013-04-10").event(
        "SANCTION", "NOR", "SWE", mode="discontinue", object="the mine for three weeks", date=date, verb="shut"
    )
    with record(tmp_path, [told]) as made:
        assert course(state(made)) == wanted


@pytest.mark.parametrize(("object", "told"), [("the mills", True), ("one mill", False), ("a paper mill", False)])
def test_premises_are_known_ones(tmp_path: Path, object: str, told: bool) -> None:
    pages = [
        halt("a", "2013-04-09", "2013-04-09"),
        page("b", "2013-05-02", title="Lowgate mine").state("open", object=object, date="2013-05-01"),
        page("c", "2013-05-03", title="Lowgate mine").state("open", object=object, date="2013-05-02"),
    ]
    with record(tmp_path, pages) as made:
        assert any(what == "open" for _, what in course(state(made))) is told


LABOUR = Subject(
    name="Lowgate mine",
    aliases=("the mine",),
    parties=(Party(id="NAMED:Union", name="Union", sector="LAB"), Party(id="NAMED:Firm", name="Firm", sector="BUS")),
)


def test_a_lockout_that_is_lifted_opens_nothing_while_a_strike_goes_on(tmp_path: Path) -> None:
    union, firm = "NAMED:Union", "NAMED:Firm"
    told = (
        page("a", "2013-04-20", title="Lowgate mine")
        .event("PROTEST", union, firm, mode="strike", date="2013-04-01", verb="refused", rule="protest.go_slow verb")
        .event("PROTEST", union, firm, mode="strike", date="2013-04-08", verb="walked out")
        .event("COERCE", firm, union, mode="restrict", date="2013-04-10", verb="locked out")
    )
    later = page("b", "2013-05-20", title="Lowgate mine").event(
        "RETREAT", firm, union, mode="ceasefire", date="2013-05-06", verb="lifted its lockout"
    )
    made = linked(tmp_path, [told, later])
    made.declare(LABOUR)
    with made:
        assert course(state(made)) == [("2013-04-01", "restricted"), ("2013-04-08", "shut")]


def test_what_is_opened_in_part_is_restricted(tmp_path: Path) -> None:
    opened = page("b", "2013-06-02").event(
        "RETREAT", "NOR", "SWE", mode="access", object="one of the shafts of the mine", date="2013-06-01", verb="opened"
    )
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), opened]) as made:
        assert course(state(made)) == [("2013-04-09", "shut"), ("2013-06-01", "restricted")]


@pytest.mark.parametrize(("verb", "wanted"), [("throttled", "restricted"), ("suspended", "shut")])
def test_work_of_a_plant_that_a_sentence_does_not_name(tmp_path: Path, verb: str, wanted: str) -> None:
    told = page("a", "2013-04-09", title="Lowgate mine").event(
        "SANCTION", "NOR", "SWE", mode="discontinue", object="ore processing", date="2013-04-09", verb=verb
    )
    with record(tmp_path, [told]) as made:
        assert course(state(made)) == [("2013-04-09", wanted)]


def test_what_an_act_shuts_was_open_on_the_day_of_an_earlier_page(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-03-30", title="Lowgate mine").event("CONSULT", "NOR SWE", date="2013-03-30", verb="met"),
        halt("b", "2013-04-09", "2013-04-09"),
    ]
    with record(tmp_path, pages) as made:
        first, second = state(made).history
        assert (first.state, first.from_, first.to) == ("open", "../2013-03-30?", "2013-04-09")
        assert second.state == "shut"
        assert first.sources == second.sources


GAS = Subject(name="gas supplies and transit through Lowgate", aliases=("the gas",), parties=SUBJECT.parties)


def cut(id: str, day: str, words: str) -> PageMaker:
    return page(id, day, title="Lowgate gas").event(
        "SANCTION", "NOR", "SWE", mode="discontinue", object="the gas", date=day, verb="stopped", words=words
    )


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Oslo stopped the gas to Sweden.", "restricted"),
        ("Oslo stopped all the gas to Sweden.", "restricted"),
        ("Oslo stopped all the gas.", "shut"),
        ("Oslo stopped the gas through Sweden.", "shut"),
    ],
)
def test_one_cut_off_from_a_flow_that_goes_on_to_others(tmp_path: Path, words: str, wanted: str) -> None:
    with linked(tmp_path, [cut("a", "2013-04-09", words)]) as made:
        made.declare(GAS)
        assert course(state(made)) == [("2013-04-09", wanted)]


@pytest.mark.parametrize(("verb", "wanted"), [("resumed", ["shut", "open"]), ("announced the resumption of", ["shut"])])
def test_a_flow_that_is_only_announced_opens_nothing(tmp_path: Path, verb: str, wanted: list[str]) -> None:
    again = page("b", "2013-05-02", title="Lowgate gas").event(
        "RETREAT", "NOR", "SWE", mode="access", object="the gas", date="2013-05-02", verb=verb, words=f"Oslo {verb} the gas."
    )  # fmt: skip
    with linked(tmp_path, [cut("a", "2013-04-09", "Oslo stopped all the gas."), again]) as made:
        made.declare(GAS)
        assert [told for _, told in course(state(made))] == wanted


def test_a_second_cut_leaves_nobody(tmp_path: Path) -> None:
    words = "Oslo stopped the gas to Sweden."
    with linked(tmp_path, [cut("a", "2013-04-09", words), cut("b", "2013-04-19", words)]) as made:
        made.declare(GAS)
        assert course(state(made)) == [("2013-04-09", "restricted"), ("2013-04-19", "shut")]


def test_who_goes_back_to_work_first_opens_no_door_that_pages_call_shut(tmp_path: Path) -> None:
    cutters, fitters = "NAMED:Cutters", "NAMED:Fitters"
    pages = [
        page("a", "2013-05-02").event("PROTEST", cutters, mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-05-14").event("PROTEST", fitters, mode="strike", date="2013-05-14", verb="struck"),
        page("c", "2013-05-27").event(
            "RETREAT", cutters, date="2013-05-27", verb="returned to work", rule="retreat.return_work verb"
        ),
        page("d", "2013-05-30", title="Lowgate mine").state("shut", object="Lowgate mine", date="2013-05-30"),
    ]
    with linked(tmp_path, pages) as made:
        made.declare(UNIONS)
        assert course(state(made)) == [("2013-05-02", "restricted"), ("2013-05-14", "shut")]


PORT = Subject(name="port of Lowgate", aliases=("Lowgate",), parties=SUBJECT.parties)


def test_some_let_through_what_is_shut(tmp_path: Path) -> None:
    shut = page("a", "2013-04-09", title="Lowgate").event(
        "COERCE", "NOR", "SWE", mode="restrict", object="the port of Lowgate", date="2013-04-09", verb="closed"
    )
    some = page("b", "2013-04-20", title="Lowgate").event(
        "RETREAT", "NOR", "SWE", mode="access", date="2013-04-20", verb="let", words="Oslo let lorries leave Lowgate."
    )
    with linked(tmp_path, [shut, some]) as made:
        made.declare(PORT)
        assert course(state(made)) == [("2013-04-09", "shut"), ("2013-04-20", "restricted")]


BRIDGE = Subject(name="Lowgate bridge", aliases=("the bridge",), parties=SUBJECT.parties)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Oslo closed the bridge.", "shut"),
        ("Oslo closed the bridge to lorries.", "restricted"),
        ("Oslo closed the bridge to all traffic.", "shut"),
    ],
)
def test_closed_to_some(tmp_path: Path, words: str, wanted: str) -> None:
    told = page("a", "2013-04-09", title="Lowgate").event(
        "COERCE", "NOR", "SWE", mode="restrict", object="the bridge", date="2013-04-09", verb="closed", words=words
    )
    with linked(tmp_path, [told]) as made:
        made.declare(BRIDGE)
        assert course(state(made)) == [("2013-04-09", wanted)]


def after_opening(tmp_path: Path, words: str, object: str, verb: str) -> tuple[str | None, str]:
    """The last spell of a bridge that was shut in April and of which a page of May tells this."""
    shut = page("a", "2013-04-09", title="Lowgate").event(
        "SANCTION", "NOR", "SWE", mode="discontinue", object="the bridge", date="2013-04-09", verb="shut"
    )
    told = page("b", "2013-05-09", title="Lowgate").event(
        "RETREAT", "NOR", mode="access", object=object, date="2013-05-09", verb=verb, words=words
    )
    with linked(tmp_path, [shut, told]) as made:
        made.declare(BRIDGE)
        return course(state(made))[-1]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Oslo opened the bridge.", "open"),
        ("Oslo opened the bridge over the weekend.", "open"),
        ("Oslo opened the bridge for four hours a day.", "restricted"),
        ("Oslo opened the bridge to women and children.", "restricted"),
        ("Oslo opened the bridge to them for the fair.", "restricted"),
        ("Oslo opened the bridge on Thursday, for shepherds alone and until noon.", "restricted"),
        ("Oslo opened the bridge, but only to pilgrims.", "restricted"),
        ("They opened the bridge to goods and passengers on Thursday.", "open"),
    ],
)
def test_opened_to_some(tmp_path: Path, words: str, wanted: str) -> None:
    assert after_opening(tmp_path, words, "the bridge", "opened") == ("2013-05-09", wanted)


def test_the_report_that_says_for_whom_it_is_opened_is_the_exacter_one(tmp_path: Path) -> None:
    halts = page("a", "2013-04-09", title="Lowgate").event(
        "SANCTION", "NOR", "SWE", mode="discontinue", object="the bridge", date="2013-04-09", verb="shut"
    )
    told = [
        page(id, "2013-05-09", title="Lowgate").event(
            "RETREAT", "NOR", mode="access", object="the bridge", date="2013-05-09", verb="opened", words=words
        )
        for id, words in (("b", "Oslo opened the bridge."), ("c", "Oslo opened the bridge to holders of passes."))
    ]
    with linked(tmp_path, [halts, *told]) as made:
        made.declare(BRIDGE)
        assert course(state(made))[-1] == ("2013-05-09", "restricted")


def test_an_envoy_who_is_called_home_leaves_no_work(tmp_path: Path) -> None:
    told = page("b", "2013-05-09", title="Lowgate").event(
        "SANCTION", "NOR", "SWE", mode="withdraw", object="its ambassador", date="2013-05-09", verb="recalled",
        words="Oslo recalled its ambassador over the bridge.",
    )  # fmt: skip
    with linked(tmp_path, [told]) as made:
        made.declare(BRIDGE)
        view = state(made)
        assert (view.history, view.aspects) == ((), ())


@pytest.mark.parametrize(
    ("words", "object", "verb"),
    [
        ("Oslo broke the blockade of the bridge.", "blockade", "broke"),
        ("Oslo gave up its closure of the bridge.", "closure of the bridge", "gave up"),
    ],
)
def test_who_gives_up_a_closure_opens(tmp_path: Path, words: str, object: str, verb: str) -> None:
    assert after_opening(tmp_path, words, object, verb) == ("2013-05-09", "open")


@pytest.mark.parametrize(
    ("words", "last"), [("Roadblock lifted at Lowgate mine", "shut"), ("Blockade lifted at Lowgate mine", "open")]
)
def test_a_road_that_is_cleared_opens_no_mine(tmp_path: Path, words: str, last: str) -> None:
    told = page("b", "2013-05-09").event("RETREAT", "NOR", mode="access", date="2013-05-09", verb="lifted", words=words)
    with record(tmp_path, [halt("a", "2013-04-09", "2013-04-09"), told]) as made:
        assert course(state(made))[-1][1] == last


def test_other_goods_are_not_the_flow(tmp_path: Path) -> None:
    trains = page("b", "2013-04-20", title="Lowgate gas").event(
        "COERCE",
        "SWE",
        "NOR",
        mode="restrict",
        date="2013-04-20",
        verb="stopped",
        words="Sweden stopped freight trains.",
    )
    words = "Oslo stopped all the gas."
    with linked(tmp_path, [cut("a", "2013-04-09", words), trains]) as made:
        made.declare(GAS)
        assert course(state(made)) == [("2013-04-09", "shut")]


def test_what_is_shut_anew_is_not_about_to_reopen(tmp_path: Path) -> None:
    pages = [
        halt("a", "2013-04-09", "2013-04-09"),
        page("b", "2013-05-01").event(
            "AGREE", "NOR SWE", topic="reopening of the mine", date="2013-05-01", verb="agreed"
        ),
        halt("c", "2013-05-09", "2013-05-09"),
        page("d", "2013-06-01").event(
            "AGREE", "NOR SWE", topic="reopening of the mine", date="2013-06-01", verb="settled"
        ),
    ]
    with record(tmp_path, pages) as made:
        assert [what for _, what in course(state(made))] == ["shut", "reopening", "shut", "reopening"]


def over(id: str, day: str, words: str) -> PageMaker:
    """A page that says in these words that a strike was over from a day on."""
    made = page(id, day).state("open", object=words.split()[0], aspect="work", since=day, how="stated")
    first = made.states.pop()
    made.say(words)
    start = made.text.rindex(words)
    sentence = Span(start=start, end=start + len(words))
    ended = start + words.index("ended")
    made.states.append(
        replace(first, start=ended, end=ended + 5, object=None, rule="state.strike.over", sentence=sentence)
    )
    return made


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The strike ended on Friday.", [("2013-05-02", "restricted"), ("2013-05-14", "shut")]),  # nobody knows whose
        (
            "The Cutters' strike ended.",
            [("2013-05-02", "restricted"), ("2013-05-14", "shut"), ("2013-05-27", "restricted")],
        ),
    ],
)
def test_whose_strike_is_over(tmp_path: Path, words: str, wanted: list[tuple[str, str]]) -> None:
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Cutters", mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-05-14").event("PROTEST", "NAMED:Fitters", mode="strike", date="2013-05-14", verb="struck"),
        over("c", "2013-05-27", words),
    ]
    with linked(tmp_path, pages) as made:
        made.declare(UNIONS)
        assert course(state(made)) == wanted


def test_the_only_strike_is_over(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Cutters", mode="strike", date="2013-05-02", verb="struck"),
        over("c", "2013-05-27", "The longest strike of the decade ended."),
    ]
    with linked(tmp_path, pages) as made:
        made.declare(UNIONS)
        assert course(state(made)) == [("2013-05-02", "restricted"), ("2013-05-27", "open")]


def test_who_lets_some_through_what_is_open_restricts_it_not(tmp_path: Path) -> None:
    subject = Subject(name="Lowgate road", aliases=("the road",), parties=SUBJECT.parties)
    pages = [
        page("a", "2013-05-03").event(
            "SANCTION", "NOR", "SWE", mode="discontinue", object="the road", date="2013-05-03"
        ),
        page("b", "2013-05-06").event("COOPERATE", "NOR SWE", object="the road", date="2013-05-06", verb="reopened"),
        *(
            page(n, "2013-05-10").event(
                "RETREAT",
                "NOR",
                "SWE",
                mode="access",
                object="the fee for lorries on the road",
                date="2013-05-09",
                verb="eased",
            )
            for n in "cdefgh"
        ),
        page("z", "2013-05-11").state("shut", object="the road"),
    ]
    with linked(tmp_path, pages) as made:
        made.declare(subject)
        assert [spell.state for spell in state(made).history][-2:] == ["shut", "open"]


@pytest.mark.parametrize(
    ("words", "states"), [("the toll on lorries", []), ("the lorries on the road", ["restricted"])]
)
def test_a_toll_bars_nobody(tmp_path: Path, words: str, states: list[str]) -> None:
    subject = Subject(name="Lowgate road", aliases=("the road",), parties=SUBJECT.parties)
    made = page("a", "2013-05-03").event("COERCE", "NOR", "SWE", mode="restrict", object=words, date="2013-05-03")
    with linked(tmp_path, [made]) as known:
        known.declare(subject)
        view = state(known)
        assert [spell.state for spell in view.history if spell.state != "open"] == states
        assert bool(view.aspects) == bool(states)
