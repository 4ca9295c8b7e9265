"""How the state fares in disputes over supplies, passage, accords and work, told as news tells them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.annotate import annotate_page
from standoff.link import link
from standoff.model import PageInput, Party, Span, State, Subject
from standoff.record import Record
from standoff.tell.state import state
from standoff.testing import PageMaker, linked, page

PARTIES = (Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden"))
GAS = Subject(name="Norwegian gas supplies", aliases=("the gas",), parties=PARTIES)
BRIDGE = Subject(name="Lowgate bridge", aliases=("the bridge",), parties=PARTIES)
MINE = Subject(name="Lowgate mine", aliases=("the mine",), parties=PARTIES)
PACT = Subject(name="Lowgate grain pact", aliases=("the pact",), parties=PARTIES)
UNION = Subject(
    name="Lowgate mill",
    aliases=("the mill",),
    parties=(
        Party(id="NAMED:Lowgate", name="Lowgate", sector="BUS"),
        Party(id="NAMED:Guild", name="Guild", sector="LAB"),
    ),
)


def course(record: Record, subject: Subject) -> list[tuple[str | None, str]]:
    """From and state of each spell, but for what the first act entails: that it was open before."""
    record.declare(subject)
    return [(s.from_, s.state) for s in state(record).history if not (s.from_ or "").startswith("../")]


def halt(day: str, words: str, published: str | None = None, title: str = "Row over the gas") -> PageMaker:
    verb = next(v for v in ("stopped", "shut", "suspended", "quit") if v in words)
    return page(day, published or day, title=title).event(
        "SANCTION", "NOR", "SWE", mode="discontinue", date=day, verb=verb, words=words
    )


def says(made: PageMaker, what: State, rule: str, day: str, *, since: bool = False) -> PageMaker:
    """The page with a description by this rule."""
    made.state(what, object="the flow", date=None if since else day, since=day if since else None, aspect="goods")
    told = made.states.pop()
    made.states.append(replace(told, rule=rule, object=None, date=None if since else day))
    return made


def test_before_the_first_halt_it_was_open_as_of_the_first_act_of_the_dispute(tmp_path: Path) -> None:
    asked = page("a", "2013-03-30").event("REQUEST", "NOR", "SWE", date="2013-03-28", verb="asked")
    with linked(tmp_path, [asked, halt("2013-04-09", "Norway stopped the gas.")]) as record:
        record.declare(GAS)
        assert [(s.from_, s.state) for s in state(record).history] == [
            ("../2013-03-28?", "open"),
            ("2013-04-09", "shut"),
        ]


def test_before_the_first_halt_it_was_open_since_nobody_says_when(tmp_path: Path) -> None:
    with linked(tmp_path, [halt("2013-04-09", "Norway stopped the gas.")]) as record:
        record.declare(GAS)
        first, second = state(record).history
        assert (first.from_, first.to, first.state) == ("../2013-04-08?", "2013-04-09", "open")
        assert first.sources == second.sources


def test_a_halt_of_years_ago_is_history(tmp_path: Path) -> None:
    pages = [halt("2013-04-09", "Norway stopped the gas."), halt("2009-01", "Norway stopped the gas.", "2013-04-09")]
    with linked(tmp_path, pages) as record:
        assert course(record, GAS) == [("2013-04-09", "shut")]


def test_what_is_told_long_after_an_act_of_the_dispute_is_of_the_dispute(tmp_path: Path) -> None:
    pages = [
        halt("2013-04-09", "Norway stopped the gas."),
        page("z", "2016-05-02", title="Row over the gas").event(
            "RETREAT", "NOR", "SWE", mode="access", object="the gas", date="2014-06-01", verb="reopened"
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, GAS) == [("2013-04-09", "shut"), ("2014-06-01", "open")]


def test_what_is_first_called_usual_was_so_before(tmp_path: Path) -> None:
    asked = page("a", "2013-03-30").event("REQUEST", "NOR", "SWE", date="2013-03-28", verb="asked")
    usual = says(page("b", "2013-04-02", title="Row over the gas"), "open", "state.flow.normal", "2013-04-02")
    with linked(tmp_path, [asked, usual, halt("2013-04-09", "Norway stopped the gas.")]) as record:
        record.declare(GAS)
        assert [(s.from_, s.state) for s in state(record).history] == [
            ("../2013-03-28?", "open"),
            ("2013-04-09", "shut"),
        ]


def test_walkers_let_over_by_nobody_in_particular_on_a_page_about_it(tmp_path: Path) -> None:
    shut = page("a", "2013-04-09", title="Lowgate bridge").event(
        "COERCE", "NOR", "SWE", mode="restrict", object="the bridge", date="2013-04-09", verb="closed"
    )
    waved = page("b", "2013-04-20", title="Lowgate bridge").event(
        "RETREAT", "", "NAMED:walkers", mode="access", date="2013-04-20", verb="waved",
        words="That ended, with walkers being waved across.", confidence=0.48,
    )  # fmt: skip
    with linked(tmp_path, [shut, waved]) as record:
        assert course(record, BRIDGE) == [("2013-04-09", "shut"), ("2013-04-20", "restricted")]


def test_where_only_history_is_told_it_counts(tmp_path: Path) -> None:
    with linked(tmp_path, [halt("2009-01", "Norway stopped the gas.", "2013-04-09")]) as record:
        assert course(record, GAS) == [("2009-01", "shut")]


@pytest.mark.parametrize(
    ("rule", "wanted"), [("state.flow.normal", "restricted"), ("state.flow.all", "shut"), ("state.shut", "shut")]
)
def test_a_page_that_tells_of_a_halt_and_of_usual_supplies(tmp_path: Path, rule: str, wanted: str) -> None:
    what: State = "shut" if rule == "state.shut" else "open"
    made = says(halt("2013-04-09", "Norway stopped the gas to Sweden."), what, rule, "2013-04-09")
    with linked(tmp_path, [made, halt("2013-04-12", "Norway stopped the gas.")]) as record:
        assert course(record, GAS)[0] == ("2013-04-09", wanted)


def test_a_beginning_of_which_nothing_comes(tmp_path: Path) -> None:
    begun = page("b", "2013-04-20", title="The gas").event(
        "RETREAT", "NOR", mode="access", date="2013-04-20", verb="resumed", words="Norway resumed the gas on Saturday."
    )
    pages = [
        halt("2013-04-09", "Norway stopped the gas."),
        says(begun, "shut", "state.flow.none", "2013-04-20"),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, GAS) == [("2013-04-09", "shut")]


@pytest.mark.parametrize(
    ("before", "wanted"), [("reopening", ("2013-04-25", "open")), ("shut", ("2013-04-25", "restricted"))]
)
def test_the_first_to_pass(tmp_path: Path, before: str, wanted: tuple[str, str]) -> None:
    pages = [
        page("a", "2013-04-09", title="Lowgate bridge").event(
            "SANCTION", "NOR", "SWE", mode="discontinue", object="the bridge", date="2013-04-09", verb="shut"
        ),
        says(page("c", "2013-04-25", title="Lowgate bridge"), "open", "state.flow.first", "2013-04-25", since=True),
    ]
    if before == "reopening":
        pages.append(
            page("b", "2013-04-20").event(
                "AGREE", "NOR SWE", date="2013-04-20", verb="agreed", words="Both agreed to reopen the bridge."
            )
        )
    with linked(tmp_path, pages) as record:
        assert course(record, BRIDGE)[-1] == wanted


def test_a_side_suspends_its_part_leaves_and_returns(tmp_path: Path) -> None:
    back = page("c", "2013-04-12", title="The pact").event(
        "RETREAT", "NOR", date="2013-04-12", verb="resumed", words="Norway resumed its participation in the pact."
    )
    pages = [
        halt("2013-04-09", "Norway suspended its participation in the pact."),
        back,
        halt("2013-07-17", "Norway quit its part in the pact."),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, PACT) == [("2013-04-09", "restricted"), ("2013-04-12", "open"), ("2013-07-17", "shut")]


@pytest.mark.parametrize(("actor", "wanted"), [("NOR", "open"), ("FIN", "restricted")])
def test_who_rejoins_the_deal_by_which_it_runs_opens_it(tmp_path: Path, actor: str, wanted: str) -> None:
    back = page("c", "2013-04-12", title="The pact").event(
        "RETREAT",
        actor,
        date="2013-04-12",
        verb="rejoined",
        words=f"{actor} rejoined the pact.",
        rule="retreat.rejoin verb",
    )
    with linked(tmp_path, [halt("2013-04-09", "Norway suspended its participation in the pact."), back]) as record:
        assert course(record, PACT)[-1][1] == wanted


@pytest.mark.parametrize(
    ("actor", "object", "wanted"),
    [("NOR", "the pact", ["open", "shut"]), ("FIN", "the pact", []), ("NOR", "the match", [])],
)
def test_who_declares_the_deal_over_by_which_it_runs_shuts_it(
    tmp_path: Path, actor: str, object: str, wanted: list[str]
) -> None:
    words = f"{actor} declared {object} over on 2 May; the Lowgate grain boats lie in port."
    made = page("a", "2013-05-03").event(
        "REJECT", actor, date="2013-05-02", verb="declared", words=words, rule="reject.declare_over verb+object"
    )
    with linked(tmp_path, [made]) as record:
        record.declare(PACT)
        assert [spell.state for spell in state(record).history] == wanted


def test_a_road_that_is_opened_is_not_the_mine(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-09").event("SANCTION", "NOR", object="the mine", date="2013-04-09", verb="shut"),
        page("b", "2013-05-19").event(
            "RETREAT", "SWE", mode="access", object="a highway", date="2013-05-19", verb="opened",
            words="Sweden opened a highway so that talks on the mine can go on.",
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert course(record, MINE) == [("2013-04-09", "shut")]


def test_what_an_outsider_halts_is_its_own(tmp_path: Path) -> None:
    made = page("a", "2013-04-09", title="Lowgate gas").event(
        "SANCTION", "NAMED:Alder Foods", mode="discontinue", object="the gas to its bakers", date="2013-04-09",
        verb="stopped",
    )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert course(record, GAS) == []


@pytest.mark.parametrize(
    ("words", "wanted"), [("Oil flows to the coast.", "open"), ("Norway let oil pass.", "restricted")]
)
def test_what_flows_and_what_is_let_through(tmp_path: Path, words: str, wanted: str) -> None:
    oil = Subject(name="Lowgate oil", aliases=("the oil", "oil"), parties=PARTIES)
    pages = [
        page("a", "2013-04-09").event("SANCTION", "NOR", "SWE", object="the oil", date="2013-04-09", verb="stopped"),
        page("b", "2013-05-09", title="Lowgate oil").event(
            "RETREAT", "NOR", mode="access", date="2013-05-09", verb="flows" if "flows" in words else "let", words=words
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, oil)[-1] == ("2013-05-09", wanted)


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The gate of Lowgate mill closed for lunch on Monday.", []),
        ("The gate of Lowgate mill closed for good on Monday.", ["open", "shut"]),
    ],
)
def test_what_is_shut_for_an_hour_is_not_shut(tmp_path: Path, words: str, wanted: list[str]) -> None:
    item = PageInput(id="a", text=f"Row over Lowgate mill\n\n{words}", published="2013-05-08")
    with Record.open(tmp_path / "r.db", create=True) as record:
        record.add(item, annotate_page(item), made="test")
        record.declare(UNION)
        link(record, workers=0)
        assert [spell.state for spell in state(record).history] == wanted


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Nine Swedish mills stopped production at Lowgate mine on Monday.", "restricted"),
        ("The two Swedish mills stopped production at Lowgate mine on Monday.", "shut"),
        ("Swedish mills stopped production at Lowgate mine on Monday.", "shut"),
    ],
)
def test_work_that_some_of_those_who_work_there_stop_is_restricted(tmp_path: Path, words: str, wanted: str) -> None:
    item = PageInput(id="a", text=f"Row over Lowgate mine\n\n{words}", published="2013-05-08")
    with Record.open(tmp_path / "r.db", create=True) as record:
        record.add(item, annotate_page(item), made="test")
        record.declare(MINE)
        link(record, workers=0)
        assert state(record).history[-1].state == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Norway stopped the gas.", "shut"),
        ("Norway cut the gas by 40 percent.", "restricted"),
        ("Norway cut the gas it sends over the line by half.", "restricted"),
        ("Norway cut the gas to 180,000 cubic metres an hour from 300,000.", "restricted"),
        ("Norway cut the gas by nightfall.", "shut"),
    ],
)
def test_a_flow_cut_by_a_part(tmp_path: Path, words: str, wanted: str) -> None:
    verb = "cut" if "cut" in words else "stopped"
    made = page("a", "2013-04-09", title="Row over the gas").event(
        "SANCTION", "NOR", "SWE", mode="discontinue", date="2013-04-09", verb=verb, words=words, object="the gas"
    )
    with linked(tmp_path, [made]) as record:
        assert course(record, GAS) == [("2013-04-09", wanted)]


def test_some_are_turned_back_and_nobody_says_by_whom(tmp_path: Path) -> None:
    turned = page("b", "2013-04-20", title="Lowgate bridge").event(
        "COERCE", "", "", mode="restrict", object="lorries", date="2013-04-20", verb="turned",
        words="Lorries were turned back at the bridge.", confidence=0.4,
    )  # fmt: skip
    with linked(tmp_path, [turned]) as record:
        assert course(record, BRIDGE) == [("2013-04-20", "restricted")]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("the mine", ("../2013-04-01?", "open")), ("the mine, which remains idle,", ("2013-04-09", "shut"))],
)
def test_what_is_first_called_shut_was_open_on_the_day_of_an_earlier_page(
    tmp_path: Path, name: str, wanted: tuple[str, str]
) -> None:
    earlier = page("a", "2013-04-01", title="Lowgate mine to charge more").event(
        "REQUEST", "NOR", "SWE", date="2013-04-01", verb="asked"
    )
    found = page("b", "2013-04-09", title="Lowgate mine").state("shut", object=name, date="2013-04-09")
    with linked(tmp_path, [earlier, found]) as record:
        record.declare(MINE)
        first = state(record).history[0]
        assert (first.from_, first.state) == wanted


def test_an_accord_and_what_a_page_says_will_open_then(tmp_path: Path) -> None:
    made = page("b", "2013-05-02", title="Row over the gas")
    made.event("AGREE", "NOR SWE", "", date="2013-05-01", verb="agreed", words="Norway and Sweden agreed on a price.")
    made.event(
        "RETREAT", "NOR", "SWE", mode="access", object="the gas", date="2013-05-09", verb="opened", status="planned",
        words="The gas will be opened again.",
    )  # fmt: skip
    with linked(tmp_path, [halt("2013-04-09", "Norway stopped the gas."), made]) as record:
        assert course(record, GAS)[:2] == [("2013-04-09", "shut"), ("2013-05-01", "reopening")]


def test_an_accord_to_let_something_pass_reopens(tmp_path: Path) -> None:
    made = page("b", "2013-05-02", title="Row over the gas")
    words = "Norway and Sweden signed an accord on Monday to let gas tankers pass."
    made.event("AGREE", "NOR SWE", "", date="2013-05-01", verb="signed", words=words, object="gas")
    made.event(
        "RETREAT", "NOR", "SWE", mode="access", object="gas", verb="let", status="promised", words=words, content_of=0
    )  # fmt: skip
    with linked(tmp_path, [halt("2013-04-09", "Norway stopped the gas."), made]) as record:
        assert course(record, GAS)[:2] == [("2013-04-09", "shut"), ("2013-05-01", "reopening")]


def again(made: PageMaker, day: str) -> PageMaker:
    """The page with words that call the bridge open again."""
    made.state("open", object="the bridge", date=day, how="stated")
    told = made.states.pop()
    sentence = made._sentence("The bridge is open again.")
    start = sentence.start + len("The bridge is ")
    made.states.append(
        replace(
            told, start=start, end=start + len("open"), sentence=sentence,
            object=Span(start=sentence.start, end=sentence.start + len("The bridge")),
        )
    )  # fmt: skip
    return made


def test_what_is_told_to_be_open_again_opened_on_that_day(tmp_path: Path) -> None:
    pages = [
        halt("2013-04-09", "Norway shut the bridge.", title="Lowgate bridge"),
        again(page("b", "2013-04-15", title="Lowgate bridge"), "2013-04-15"),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, BRIDGE) == [("2013-04-09", "shut"), ("2013-04-15", "open")]


CROWDS = (Party(id="NAMED:Hauliers", name="hauliers"), Party(id="NAMED:Growers", name="growers"))


def blocks(who: str, day: str) -> PageMaker:
    made = page(day + who, day, title="Row over the bridge")
    words = f"The {who} blocked the bridge on Monday."
    return made.event(
        "COERCE",
        f"NAMED:{who.title()}",
        "NOR",
        mode="restrict",
        date=day,
        verb="blocked",
        words=words,
        object="the bridge",
    )


def leaves(who: str, day: str) -> PageMaker:
    made = page(day + who, day, title="Row over the bridge")
    words = f"The {who} reopened the bridge on Monday."
    return made.event(
        "RETREAT",
        f"NAMED:{who.title()}",
        "NOR",
        mode="access",
        date=day,
        verb="reopened",
        words=words,
        object="the bridge",
    )


def test_what_two_groups_block_is_open_when_both_have_let_go(tmp_path: Path) -> None:
    pages = [blocks("hauliers", "2013-04-01"), blocks("growers", "2013-04-08"), leaves("growers", "2013-04-15")]
    with linked(tmp_path, pages) as record:
        assert course(record, replace(BRIDGE, parties=CROWDS)) == [("2013-04-01", "shut"), ("2013-04-15", "restricted")]


def test_the_last_group_to_let_go_opens_it(tmp_path: Path) -> None:
    pages = [blocks("hauliers", "2013-04-01"), blocks("growers", "2013-04-08"), leaves("growers", "2013-04-15")]
    with linked(tmp_path, [*pages, leaves("hauliers", "2013-04-22")]) as record:
        told = course(record, replace(BRIDGE, parties=CROWDS))
        assert told == [("2013-04-01", "shut"), ("2013-04-15", "restricted"), ("2013-04-22", "open")]
