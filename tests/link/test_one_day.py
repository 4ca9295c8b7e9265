"""One side hardly does the same kind of deed twice on one day, nor twice in one sentence."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.link import link
from standoff.model import ActorRef, PloverType, Subject
from standoff.testing import PageMaker, linked, page, record_of

WEIR = "the weir at Lund"


def stop(
    id: str, type: PloverType, mode: str, verb: str, *, actor: str = "NOR", about: str = WEIR, day: str = "2013-05-02"
) -> PageMaker:
    made = page(id, "2013-05-06")
    return made.event(type, actor, mode=mode, verb=verb, object=about, date=day, rule=f"{type.lower()}.{verb} verb")


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (stop("b", "COERCE", "restrict", "barred"), 1),
        (stop("b", "SANCTION", "withdraw", "emptied", about="its crews"), 1),
        (stop("b", "COERCE", "restrict", "barred", about="a bank's accounts"), 2),
        (stop("b", "COERCE", "restrict", "barred", actor="SWE"), 2),
        (stop("b", "COERCE", "restrict", "barred", day="2013-05-03"), 2),
    ],
    ids=["another kind, the same thing", "the same kind", "another kind, another thing", "another side", "another day"],
)
def test_two_pages(tmp_path: Path, other: PageMaker, count: int) -> None:
    with linked(tmp_path, [stop("a", "SANCTION", "discontinue", "halted"), other]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("second", "count"), [("SANCTION", 1), ("RETREAT", 2)])
def test_two_verbs_of_one_sentence(tmp_path: Path, second: PloverType, count: int) -> None:
    told = "NOR halted the ferry and emptied the quay no. 0."
    made = page("a", "2013-05-06").event("SANCTION", "NOR", mode="discontinue", verb="halted", words=told)
    other = page("x").event(second, "NOR", mode="withdraw", verb="emptied", words=told).events[0]
    made.events.append(replace(other, start=made.text.index("emptied"), end=made.text.index("emptied") + 7))
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(
    ("implied", "differing"), [(True, []), (False, ["DNK", "NOR"])], ids=["only its page names him", "its sentence"]
)
def test_whom_only_the_page_shows_to_act_may_be_another(tmp_path: Path, implied: bool, differing: list[str]) -> None:
    made = page("b", "2013-05-06").say("DNK asked for pilots.")
    made.event(
        "COERCE",
        "" if implied else "DNK",
        mode="restrict",
        verb="shut",
        object=WEIR,
        date="2013-05-02",
        rule="coerce.shut verb",
    )
    if implied:
        made.events[0] = replace(made.events[0], actors=(ActorRef(start=0, end=3, id="DNK"),))
    first = page("a", "2013-05-06").event(
        "COERCE", "NOR", "SWE", mode="restrict", verb="shut", object=WEIR, date="2013-05-02", rule="coerce.shut verb"
    )
    with linked(tmp_path, [first, made, page("c", "2013-05-06").event("CONSULT", "NOR", date="2013-05-01")]) as record:
        shut = [e for e in record.events() if e.type == "COERCE"]
        assert [sorted(value for _, value, _ in e.differs) for e in shut] == [differing]


@pytest.mark.parametrize(("month", "count"), [("2013-05", 1), ("2013-06", 2), ("2013", 2)])
def test_a_month_in_which_one_side_did_one_such_act(tmp_path: Path, month: str, count: int) -> None:
    later = page("b", "2013-09-06").event(
        "SANCTION", "NOR", mode="withdraw", verb="emptied", object="its camp", date=month, rule="sanction.emptied verb"
    )
    with linked(tmp_path, [stop("a", "SANCTION", "discontinue", "halted", about="its part"), later]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("second", "count"), [("", 1), ("NOR", 1), ("SWE", 2)])
def test_an_attack_is_told_by_what_it_did_to_each(tmp_path: Path, second: str, count: int) -> None:
    told = "NOR boats sank a ferry, killing two and injuring the mate."
    made = page("a", "2013-05-06").event("ASSAULT", "NOR", mode="heavy-weapons", verb="sank", words=told)
    other = page("x").event("ASSAULT", second, mode="beat", verb="injuring", words=told).events[0]
    made.events.append(replace(other, start=made.text.index("injuring"), end=made.text.index("injuring") + 8))
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("both", "types"), [("NOR SWE", ["AGREE"]), ("SWE", ["AGREE", "SUPPORT"])])
def test_what_two_sides_back_together_is_their_accord(tmp_path: Path, both: str, types: list[str]) -> None:
    told = page("a", "2013-05-06").event("AGREE", "NOR SWE", "NOR SWE", date="2013-05-02", verb="came to terms")
    backed = page("b", "2013-05-06").event("SUPPORT", "NOR SWE", both, date="2013-05-02", verb="agreed")
    with linked(tmp_path, [told, backed]) as record:
        assert sorted(event.type for event in record.events()) == types


def closing(
    id: str, type: PloverType, mode: str, verb: str, about: str | None, *, actor: str = "NOR", to: str = ""
) -> PageMaker:
    rule = "coerce.shut_border verb+object" if type == "COERCE" else "sanction.shut verb+object"
    made = page(id, "2013-05-06")
    return made.event(type, actor, to, mode=mode, verb=verb, object=about, date="2013-05-02", rule=rule)


@pytest.mark.parametrize(
    ("about", "actor", "count"),
    [
        ("the terminal", "NOR", 1),
        (None, "NOR", 1),
        ("a refinery", "NOR", 2),
        ("the Bergen terminal", "NOR", 2),
        ("the terminal at Bergen", "NOR", 2),
        ("the terminal", "DNK", 2),
    ],
    ids=["the thing by its kind", "nothing is named", "another thing", "another name", "another place", "another side"],
)
def test_one_closing_under_two_types(tmp_path: Path, about: str | None, actor: str, count: int) -> None:
    """`Norway closed the Lund border gate`, and in another paper `the terminal was ordered shut`."""
    pages = [
        closing("a", "COERCE", "restrict", "closed", "the Lund gate"),
        closing("b", "SANCTION", "discontinue", "shut", about, actor=actor),
    ]
    with record_of(tmp_path, pages) as record:
        record.declare(Subject(name="Lund gate", aliases=("the gate",)))
        link(record)
        assert len(record.events()) == count


@pytest.mark.parametrize(("rule", "count"), [("coerce.slow verb+object", 2), ("coerce.shut_border verb+object", 1)])
def test_what_only_the_same_side_did_to_the_other_is_not_that_act(tmp_path: Path, rule: str, count: int) -> None:
    """`Norway answered by holding up Swedish lorries`, told without a day: not the closure of a year before."""
    first = closing("a", "COERCE", "restrict", "closed", "the Lund gate", to="SWE")
    later = page("b", "2014-03-06").say("The lorries wait.").say("They have waited before, and will wait again. " * 6)
    later.event("COERCE", "NOR", "SWE", mode="restrict", verb="held up", rule=rule)
    with linked(tmp_path, [first, later]) as record:
        assert len(record.events()) == count
