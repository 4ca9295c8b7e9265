"""What sources differ on: one act that two papers date or ascribe otherwise, or put another figure to."""

from pathlib import Path

import pytest
from benchmarks.disagreements import SUBJECT, found, planted

from standoff.ingest import read_pages
from standoff.record import Record
from standoff.testing import PageMaker, linked, page


@pytest.mark.model
def test_planted_disagreements_stand_in_differs(tmp_path: Path) -> None:
    everything = list(planted(20))
    path = tmp_path / "r.db"
    read_pages((item for each in everything for item in each.pages), path, subject=SUBJECT, workers=0)
    with Record.open(path) as record:
        assert [(each.kind, each.values) for each in everything if not found(record, each)] == []


def told(folder: Path, *pages: PageMaker) -> list[tuple[str | None, tuple[str, ...], list[tuple[str, str]]]]:
    with linked(folder, pages) as record:
        return [(e.date, e.actors, sorted((f, value) for f, value, _ in e.differs)) for e in record.events()]


def shut(
    id: str, actor: str, recipient: str = "SWE", *, day: str = "2013-04-03", published: str = "2013-04-09"
) -> PageMaker:
    made = page(id, published)
    return made.event("COERCE", actor, recipient, mode="restrict", verb="shut", object="the lock at Holm", date=day)


def test_of_another_actor(tmp_path: Path) -> None:
    assert told(tmp_path, shut("a", "NOR"), shut("b", "NOR"), shut("c", "FIN")) == [
        ("2013-04-03", ("NOR",), [("actors", "FIN"), ("actors", "NOR")])
    ]


def test_two_sides_that_do_the_same_to_each_other_do_two_things(tmp_path: Path) -> None:
    assert len(told(tmp_path, shut("a", "NOR", "SWE"), shut("b", "SWE", "NOR"))) == 2


def test_a_page_that_tells_of_both_means_two(tmp_path: Path) -> None:
    both = shut("c", "NOR").event(
        "COERCE", "FIN", "SWE", mode="restrict", verb="shut", object="the lock at Holm", date="2013-04-03"
    )
    assert len(told(tmp_path, shut("a", "NOR"), shut("b", "FIN"), both)) == 2


@pytest.mark.parametrize(
    ("published", "events"),
    [("2013-04-09", 1), ("2013-04-03", 2)],
    ids=["both told afterwards", "the first was told before the second took place"],
)
def test_what_may_be_done_again_on_the_next_day(tmp_path: Path, published: str, events: int) -> None:
    pages = shut("a", "NOR", published=published), shut("b", "NOR", day="2013-04-04")
    assert len(told(tmp_path, *pages)) == events


def days(*told_on: str, how: str = "stated") -> list[PageMaker]:
    """A page for each day, told later: when the lock was shut."""
    return [shut(f"p{n}", "NOR", day=day, published="2013-08-30") for n, day in enumerate(told_on)]


@pytest.mark.parametrize(
    ("dates", "differing"),
    [
        (("2013-08-14", "2013-08"), []),
        (("2013-08-14", "2013-08-14", "2013"), []),
        (("2013-08-10", "2013-08-10", "2013-08-11/2013-08-20"), []),
        (("2013-08-14", "2013-08-15~"), []),
        (("2013-08-14", "2013-08-14", "2013-08-15"), ["2013-08-14", "2013-08-15"]),
    ],
    ids=["its month", "its year", "a part of a month told roughly", "when it was spoken of", "another day"],
)
def test_a_coarser_date_contradicts_no_day(tmp_path: Path, dates: tuple[str, ...], differing: list[str]) -> None:
    events = told(tmp_path, *days(*dates))
    assert [(date, [v for f, v in differs if f == "date"]) for date, _, differs in events][:1] == [
        (dates[0], differing)
    ]
