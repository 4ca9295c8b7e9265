"""What a court orders, forbids and finds on one day is one ruling, whatever types pages give it."""

from pathlib import Path

import pytest

from standoff.model import DateHow, PloverType
from standoff.testing import PageMaker, linked, page

DAY = "2013-05-02"


def ruled(
    made: PageMaker,
    type: PloverType,
    verb: str,
    recipient: str = "NAMED:Ferries",
    *,
    court: str = "the Bergen court",
    id: str = "NOR-JUD",
    date: str | None = DAY,
    object: str | None = None,
) -> PageMaker:
    words = f"{court} {verb} {recipient} {object or ''} {date or ''} no. {len(made.events)}."
    how: DateHow = "stated" if date == DAY else "published"
    rule = f"{type.lower()}.{verb} verb"
    return made.event(
        type, id, recipient, named=court, verb=verb, words=words, date=date, how=how, rule=rule, object=object
    )


def opened() -> PageMaker:
    return ruled(page("a", "2013-05-03"), "COERCE", "forbade")


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (ruled(page("b", "2013-05-06"), "REQUEST", "told"), 1),
        (ruled(page("b", "2013-05-06"), "ACCUSE", "blamed", "", court="a judge", id="NAMED:judge"), 1),
        (ruled(page("b", "2013-05-06"), "REQUEST", "told", "NAMED:Pilots"), 2),
        (ruled(page("b", "2013-05-06"), "REQUEST", "told", court="the mayor", id="NAMED:mayor"), 2),
        (ruled(page("b", "2013-05-06"), "REQUEST", "told", date="2013-05-06"), 2),
    ],
    ids=["an order", "a judge who is not named", "to another one", "by no court", "on another day"],
)
def test_two_pages(tmp_path: Path, second: PageMaker, count: int) -> None:
    with linked(tmp_path, [opened(), second]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(
    ("recipient", "count"), [("NAMED:Ferries", 1), ("NAMED:Pilots", 2)], ids=["the same", "another one"]
)
def test_what_the_page_adds_without_a_day(tmp_path: Path, recipient: str, count: int) -> None:
    made = ruled(opened(), "ACCUSE", "blamed", recipient, date="2013-05-03")
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


def test_two_things_that_are_asked_of_nobody(tmp_path: Path) -> None:
    made = ruled(page("a", "2013-05-03"), "REQUEST", "opened", "", object="the north quay")
    with linked(tmp_path, [ruled(made, "COERCE", "shut", "", object="a bank at Molde")]) as record:
        assert len(record.events()) == 2


def test_two_courts(tmp_path: Path) -> None:
    pages = [
        ruled(page("a", "2013-05-03"), "COERCE", "forbade", court="the High Court", id="NAMED:Overrett"),
        ruled(page("b", "2013-05-03"), "REJECT", "annulled", court="the Appeal Court", id="NAMED:Lagmann"),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == 2


def test_whom_a_court_jails_its_country_jails(tmp_path: Path) -> None:
    jailed = page("a", "2013-05-03").event(
        "COERCE", "NOR-JUD", "SWE", mode="arrest", named="a court", verb="jailed", words=f"a court jailed SWE {DAY}.",
        date=DAY, rule="coerce.jail verb",
    )  # fmt: skip
    with linked(
        tmp_path,
        [
            jailed,
            page("b", "2013-05-03").event(
                "COERCE", "NOR", "SWE", mode="arrest", verb="jailed", date=DAY, rule="coerce.jail verb"
            ),
        ],
    ) as record:
        assert len(record.events()) == 1


@pytest.mark.parametrize("turned", [False, True], ids=["as told", "turned round"])
def test_an_order_stands_before_what_is_found(tmp_path: Path, turned: bool) -> None:
    first = ruled(page("a", "2013-05-03"), "ACCUSE", "blamed")
    pages = [
        first,
        ruled(page("b", "2013-05-03"), "REQUEST", "told"),
        ruled(page("c", "2013-05-04"), "ACCUSE", "faulted"),
    ]
    with linked(tmp_path, pages[::-1] if turned else pages) as record:
        assert [e.type for e in record.events()] == ["REQUEST"]
