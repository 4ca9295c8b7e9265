from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.lexicon.state_words import state_words
from standoff.tell.brief import Told, brief, choose, say_checks, say_open, say_state, say_talks, say_turns
from standoff.tell.parties import Sides
from standoff.tell.past import in_past
from standoff.tell.rows import (
    BriefLine,
    Claim,
    Head,
    Outlook,
    PromiseRow,
    Source,
    StakeRow,
    StateSpell,
    StateView,
    TalksRow,
    TimelineRow,
)
from standoff.tell.stakes_said import say_stakes
from standoff.testing import page, record_of

SIDES = Sides(("KOR", "PRK"), (("KOR", "the South"), ("PRK", "the North")))
TOLD = Told("the Alder Gate", SIDES)
SAID = (Source(document="p1", start=0, end=9, quote="They did.", published="2013-04-03", publisher="The Post"),)


def texts(lines: list[BriefLine]) -> list[str]:
    assert all(line.sources for line in lines)
    return [line.text for line in lines]


def spell(state: str, since: str | None, sub: str | None = None) -> StateSpell:
    return StateSpell(id="s1", from_=since, to=None, state=state, sub=sub, sources=SAID)  # type: ignore[arg-type]


def happened(id: str, date: str, weight: float, **fields: object) -> TimelineRow:
    plain = {
        "date_how": "stated", "type": "COERCE", "mode": None, "actors": ("PRK",), "recipients": ("KOR",), "object": None,
        "status": "happened", "summary": f"Something happened, {id}", "confidence": 0.9, "sources": SAID,
    }  # fmt: skip
    return TimelineRow(id=id, date=date, weight=weight, **plain | fields)  # type: ignore[arg-type]


def entry(kind: str, **fields: object) -> PromiseRow:
    plain = {
        "id": "e1", "by": ("KOR",), "to": ("PRK",), "what": "reopen the gate", "made": "2013-04-05", "due": None,
        "outcome": "open", "outcome_date": None, "answered_by": None, "sources": SAID,
    }  # fmt: skip
    return PromiseRow(kind=kind, **plain | fields)  # type: ignore[arg-type]


def held(date: str, **fields: object) -> TalksRow:
    plain = {
        "id": "e1", "end": None, "venue": None, "level": "other", "heads": (), "agenda": None, "outcome": None,
        "outcome_kind": "held", "next": None, "status": "happened", "sources": SAID,
    }  # fmt: skip
    return TalksRow(date=date, **plain | fields)  # type: ignore[arg-type]


def figure(kind: str, value: float | None, **fields: object) -> StakeRow:
    plain = {
        "id": "q1", "party": "KOR", "what": None, "low": None, "high": None, "unit": "USD", "per": None, "as_of": None,
        "claimed_by": None, "sources": SAID,
    }  # fmt: skip
    return StakeRow(kind=kind, value=value, **plain | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spells", "day", "wanted"),
    [
        (
            (spell("open", "2013-01"), spell("shut", "2013-04")),
            "2013-08-07",
            [
                "As of 7 August 2013, the Alder Gate, disputed between the South and the North, has been shut since April 2013."
            ],
        ),
        (
            (spell("shut", None, "talks on reopening"),),
            None,
            ["The Alder Gate, disputed between the South and the North, is shut (talks on reopening)."],
        ),
        (
            (spell("shut", "2013-04"), spell("shut", "2013-07-06", "talks")),
            "2013-08-07",
            [
                "As of 7 August 2013, the Alder Gate, disputed between the South and the North, has been shut since April 2013 (talks)."
            ],
        ),
        (
            (spell("shut", "2013-04", "talks " * 20),),
            "2013-08-07",
            [
                "As of 7 August 2013, the Alder Gate, disputed between the South and the North, has been shut since April 2013."
            ],
        ),
        ((), "2013-08-07", []),
        ((spell("shut", "2013-09"),), "2013-08-07", []),
    ],
)
def test_state(spells: tuple[StateSpell, ...], day: str | None, wanted: list[str]) -> None:
    assert texts(say_state(StateView(subject=None, history=spells, aspects=(), outlook=()), TOLD, day)) == wanted


def test_what_only_one_tells_to_be_so_is_told_as_its_word() -> None:
    gone = replace(spell("open", "2013-09-16"), claimed_by="KOR")
    view = StateView(subject=None, history=(spell("shut", "2013-04"), gone), aspects=(), outlook=())
    assert texts(say_state(view, TOLD, "2013-10-01")) == [
        "As of 1 October 2013, the Alder Gate, disputed between the South and the North, has been open since"
        " 16 September 2013, according to the South."
    ]


def test_several_things() -> None:
    view = StateView(subject=None, history=(spell("shut", "2013-04"),), aspects=(), outlook=())
    assert texts(say_state(view, Told("the mill strikes", Sides()), None)) == [
        "The mill strikes have been shut since April 2013."
    ]


def test_outlook() -> None:
    ahead = Outlook(state="open", announced="2013-08-07", by=("PRK",), for_=None, sources=SAID)
    view = StateView(subject=None, history=(), aspects=(), outlook=(ahead,))
    assert texts(say_state(view, TOLD, None)) == [
        "The North announced on 7 August 2013 that it is to be reopened; that has not happened yet."
    ]


def test_the_weightiest_and_the_last_in_order() -> None:
    weights = (7, 1, 6, 1, 5, 4, 1, 4, 3, 2, 2)
    rows = [happened(f"e{n:02}", f"2013-04-{n:02}", weight) for n, weight in enumerate(weights, start=1)]
    told = [row.id for row in choose(rows, "2013-04-30")]
    assert told == ["e01", "e03", "e05", "e06", "e08", "e09", "e11"]


def test_one_event_a_day() -> None:
    rows = [happened("e1", "2013-04-01", 5), happened("e2", "2013-04-01", 4), happened("e3", "2013-04-02", 1)]
    assert [row.id for row in choose(rows, "2013-04-30")] == ["e1", "e3"]


def test_the_day_on_which_it_reopened_is_told() -> None:
    spells = (spell("shut", "2013-04-08"), spell("open", "2013-09-16"))
    view = StateView(subject=None, history=spells, aspects=(), outlook=())
    told = say_turns(view, [happened("e1", "2013-09-16", 5, type="CONSULT")], TOLD, "2013-10-01")
    assert [line.text for _, line in told] == ["On 16 September 2013, the Alder Gate reopened."]
    assert say_turns(view, [happened("e1", "2013-09-16", 5, type="COOPERATE")], TOLD, "2013-10-01") == []


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("Chad bars Sudan's firms from the bridge", "Chad barred Sudan's firms from the bridge"),
        ("Chad and Sudan agree to meet", "Chad and Sudan agreed to meet"),
        ("Chad does not agree", "Chad did not agree"),
        ("Chad: “had reopened the bridge”", "Chad “reopened the bridge”"),
        ("Chad: “had cut the line”", "Chad “had cut the line”"),
        ("The bridge is shut", "The bridge was shut"),
        ("“Lorries roll again”", "“Lorries roll again”"),
    ],
)
def test_what_happened_is_told_in_the_past(summary: str, told: str) -> None:
    assert in_past(summary) == told


@pytest.mark.parametrize(
    "row",
    [happened("e1", "2013-05-01", 1, status="planned"), happened("e1", "2013", 1), happened("e1", "2014-01-01", 1)],
)
def test_what_did_not_happen_is_not_told(row: TimelineRow) -> None:
    assert choose([row], "2013-06-01") == []


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([], []),
        (
            [
                held(
                    "2013-07-06",
                    venue="the Old Mill",
                    outcome_kind="adjourned",
                    heads=(Head(party="KOR", name="Anna Kovacs"),),
                )
            ],
            [
                "Found in the pages: one round of talks, on 6 July 2013 (the Old Mill), led by Anna Kovacs for the South; it ended without a deal."
            ],
        ),
        (
            [
                held("2013-07-06"),
                held("2013-07-10", outcome_kind="agreed"),
                held("2013-08-14", status="planned", outcome_kind="planned"),
            ],
            [
                "Found in the pages: 2 rounds of talks. The last was on 10 July 2013; it ended in an agreement.",
                "The next talks are set for 14 August 2013.",
            ],
        ),
        (
            [held("2013-07-06", outcome_kind="failed"), held("2013-07-10"), held("2013-07-15")],
            [
                "Found in the pages: 3 rounds of talks. The last was on 15 July 2013; what came of it was not found. "
                "Of the one on 6 July 2013 a page says: it failed.",
            ],
        ),
        (
            [held("2013-07-06", end="2013-07-09", outcome_kind="failed")],
            ["Found in the pages: one round of talks, from 6 to 9 July 2013; it failed."],
        ),
        (
            [held("2013-07-06", outcome_kind="agreed", outcome_date="2013-07-09")],
            ["Found in the pages: one round of talks, on 6 July 2013; an agreement followed on 9 July 2013."],
        ),
        ([held("2013-05-14", status="planned", outcome_kind="planned")], []),
    ],
)
def test_talks(rows: list[TalksRow], wanted: list[str]) -> None:
    assert texts(say_talks(rows, TOLD, "2013-08-07")) == wanted


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (entry("demand"), "No answer found: the South's demand to the North of 5 April 2013: “reopen the gate”."),
        (entry("offer"), "No answer found: the South's offer to the North of 5 April 2013: “reopen the gate”."),
        (entry("threat"), "No answer found: the South's threat to the North of 5 April 2013: “reopen the gate”."),
        (
            entry("promise", due="2013-05-01", outcome="overdue"),
            "Overdue: the South's promise to the North of 5 April 2013: “reopen the gate”, due 1 May 2013.",
        ),
    ],
)
def test_open_entries(row: PromiseRow, wanted: str) -> None:
    assert texts(say_open([row], TOLD, "2013-05-07")) == [wanted]


@pytest.mark.parametrize(("kind", "day"), [("offer", "2013-07-07"), ("demand", "2013-12-07")])
def test_what_is_long_past_is_no_news(kind: str, day: str) -> None:
    assert say_open([entry(kind)], TOLD, day) == []


@pytest.mark.parametrize("outcome", ["kept", "broken", "refused", "answered"])
def test_answered_entries_are_left_out(outcome: str) -> None:
    assert say_open([entry("demand", outcome=outcome)], TOLD, "2013-08-07") == []


def test_an_accord_waits_for_no_answer() -> None:
    both = ("KOR", "PRK")
    assert say_open([entry("promise", by=both, to=both)], TOLD, "2013-04-07") == []
    assert say_open([entry("promise", by=both, to=both, outcome="overdue")], TOLD, "2013-04-07") != []


def test_what_one_worker_costs_is_not_what_a_side_loses() -> None:
    rows = [
        figure("loss", 26, id="q1", party="PRK"),
        figure("income", 42, per="hour", id="q2", party="KOR"),
        figure("loss", 3e6, id="q3", party="KOR"),
    ]
    assert texts(say_stakes(rows, SIDES)) == ["The South's losses are put at $3 million."]


def test_stakes() -> None:
    rows = [
        figure("loss", 1.05e12, unit="KRW", id="q1", equals="q2", as_of="2013-08-07", claimed_by="KOR-BUS"),
        figure("loss", 9.1e8, id="q2", equals="q1", as_of="2013-08-06"),
        figure("workforce", 53000, unit="person", party="PRK", id="q3", what="workers", approx=True),
        figure("loss", 1e9, id="q4", computed="1 / 2"),
    ]
    assert texts(say_stakes(rows, SIDES)) == [
        "The South's losses are put at 1.05 trillion won ($910 million) as of 7 August 2013, according to South Korean firms.",
        "On the North's side about 53,000 workers are involved.",
    ]


@pytest.mark.parametrize(
    ("what", "unit", "value", "said"),
    [
        ("Bilateral trade", "USD", 5.8e8, ["Bilateral trade is put at $580 million."]),
        ("exports", "USD", 2e9, ["Exports are put at $2 billion."]),
        ("lorries of goods", "lorry", 6000, []),
        ("production", "USD", 6, []),
        ("share sale", "USD", 2.1e10, []),
    ],
)
def test_what_is_traded_is_told_by_its_name(what: str, unit: str, value: float, said: list[str]) -> None:
    assert texts(say_stakes([figure("output", value, unit=unit, id="q1", what=what)], SIDES)) == said


def test_what_sources_differ_on() -> None:
    claims = (
        Claim(field="date", value="2013-04-03", sources=SAID),
        Claim(field="date", value="2013-04-04", sources=(SAID[0],)),
    )
    assert texts(say_checks([happened("e1", "2013-04-03", 2, differs=claims), happened("e2", "2013-04-09", 3)])) == [
        "Sources differ on one entry; check date: 2013-04-03 (The Post) and 2013-04-04 (The Post), of “Something happened, e1”."
    ]


def test_every_sentence_of_a_record_has_its_sources(tmp_path: Path) -> None:
    made = page(published="2013-04-12").event("COERCE", "PRK", "KOR", date="2013-04-03", object="the zone")
    made.event("REQUEST", "KOR", "PRK", date="2013-04-05", topic="an early reopening").state("shut", since="2013-04")
    made.event("CONSULT", "KOR PRK", date="2013-04-10").event("CONSULT", "KOR PRK", date="2013-05-02", status="planned")
    lines = brief(record_of(tmp_path, [made]))
    assert {"happened", "talks", "next", "open"} <= {line.topic for line in lines}
    assert all((line.sources and line.rows) or line.topic == "outlook" for line in lines)


def test_an_empty_record_has_nothing_to_say(tmp_path: Path) -> None:
    assert brief(record_of(tmp_path, [])) == []


def test_what_is_new_since_a_day(tmp_path: Path) -> None:
    old = page("p1", "2013-04-04").event("COERCE", "PRK", "KOR", date="2013-04-03")
    new = page("p2", "2013-04-20").event("AID", "KOR", "PRK", date="2013-04-19", verb="helped")
    record = record_of(tmp_path, [old, new])
    lines = brief(record, since="2013-04-10")
    assert [line.text.startswith("New: ") for line in lines] == [True]
    assert lines[0].sources[0].document == "p2"
    assert brief(record, since="2013-04-20") == []


def test_a_strike_is_on_or_over_and_never_open() -> None:
    told = Told("the Alder mill strike", SIDES, state_words("Alder mill strike"))
    on, over = replace(spell("shut", "2013-04-08"), to="2013-06-01"), replace(spell("open", "2013-06-01"), id="s2")

    def view(*history: StateSpell) -> StateView:
        return StateView(subject=None, history=history, aspects=(), outlook=())

    parties = "between the South and the North"
    assert texts(say_state(view(on), told, "2013-05-01")) == [
        f"As of 1 May 2013, the Alder mill strike, {parties}, has been on since 8 April 2013."
    ]
    assert texts(say_state(view(on, over), told, "2013-07-01")) == [
        f"As of 1 July 2013, the Alder mill strike, {parties}, has been over since 1 June 2013."
    ]
    assert texts(say_state(view(over), told, "2013-07-01")) == [
        f"As of 1 July 2013, the Alder mill strike, {parties}, is not on, as far as pages tell."
    ]
    assert [line.text for _, line in say_turns(view(on, over), [], told, "2013-07-01")] == [
        "On 1 June 2013, the Alder mill strike ended."
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("shut the gate yesterday, at noon.", "“shut the gate …, at noon”"),
        ("shut the gate late last night.", "“shut the gate”"),
        ("shut the gate on Friday.", "“shut the gate on Friday”"),
    ],
)
def test_the_day_of_a_sentence_is_not_the_page_s(tmp_path: Path, words: str, told: str) -> None:
    made = page("a", "2013-04-06", title="The gate").event(
        "SANCTION",
        "PRK",
        "KOR",
        mode="discontinue",
        date="2013-04-05",
        how="relative",
        verb="shut",
        words=f"PRK {words}",
    )
    lines = [one.text for one in brief(record_of(tmp_path, [made])) if one.topic == "happened"]
    assert any(told in text for text in lines), lines
