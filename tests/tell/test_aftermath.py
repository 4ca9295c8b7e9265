"""What the days after a round tell of what came of it."""

from pathlib import Path

import pytest

from standoff.tell.talks import talks
from standoff.testing import PageMaker, page, record_of

MET = page("a", "2013-05-03").event(
    "CONSULT", "KOR PRK", date="2013-05-02", words="The two met again on May 2.", verb="met"
)
HALTED = "Talks between the ferrymen and the port were suspended on Saturday."


def halted(day: str, words: str = HALTED) -> PageMaker:
    rule = "sanction.break_off verb+object"
    made = page("b", "2013-06-30")
    return made.event("SANCTION", "KOR", "PRK", mode="discontinue", date=day, words=words, verb="suspended", rule=rule)


def agreed(day: str, sides: str = "KOR PRK") -> PageMaker:
    return page("c", "2013-06-30").event("AGREE", sides, date=day, words="They came to terms.", verb="came to terms")


@pytest.mark.parametrize(
    ("pages", "kinds"),
    [
        ((MET,), ["held"]),
        ((MET, halted("2013-05-11")), ["failed"]),
        ((MET, halted("2013-05-11", "Work on the quays was suspended on Saturday.")), ["held"]),
        ((MET, halted("2013-06-11")), ["held"]),
        ((MET, agreed("2013-05-11")), ["agreed"]),
        ((MET, agreed("2013-05-11", "KOR CHN")), ["held"]),
        ((MET, halted("2013-05-08"), agreed("2013-05-11")), ["failed"]),
        (
            (MET, page("d", "2013-05-08").event("CONSULT", "KOR PRK", date="2013-05-07"), agreed("2013-05-11")),
            ["held", "agreed"],
        ),
    ],
)
def test_what_the_days_after_a_round_tell(tmp_path: Path, pages: tuple[PageMaker, ...], kinds: list[str]) -> None:
    more = page("x", "2013-05-01").event("SANCTION", "PRK", "KOR", date="2013-04-01", object="the port")
    rows = [row for row in talks(record_of(tmp_path, [more, *pages])) if (row.date or "") < "2013-05-08"]
    assert [row.outcome_kind for row in rows] == kinds


def test_the_sentence_that_tells_it_is_a_source(tmp_path: Path) -> None:
    more = page("x", "2013-05-01").event("SANCTION", "PRK", "KOR", date="2013-04-01", object="the port")
    (row,) = talks(record_of(tmp_path, [more, MET, halted("2013-05-11")]))
    assert row.outcome == HALTED
    assert HALTED in [source.quote for source in row.sources]


QUARREL = page("x", "2013-05-01").event("SANCTION", "PRK", "KOR", date="2013-04-01", object="the port")
BEGUN = page("a", "2013-05-03").event(
    "CONSULT",
    "KOR PRK",
    date="2013-05-02",
    words="The delegates sat back down at the table on May 2.",
    verb="sat back",
)


def days(tmp_path: Path, *pages: PageMaker) -> list[tuple[str | None, str | None, str | None, str]]:
    rows = talks(record_of(tmp_path, [QUARREL, *pages]))
    return [(row.date, row.end, row.outcome_date, row.outcome_kind) for row in rows]


def struck(day: str) -> PageMaker:
    words = "The two struck a deal after four days of talks."
    return page("c", "2013-05-12").event("AGREE", "KOR PRK", date=day, words=words, verb="struck a deal")


def test_talks_that_began_last_until_what_came_of_them(tmp_path: Path) -> None:
    assert days(tmp_path, BEGUN, struck("2013-05-05")) == [("2013-05-02", "2013-05-05", None, "agreed")]


def test_talks_that_began_last_until_they_are_broken_off(tmp_path: Path) -> None:
    assert days(tmp_path, BEGUN, halted("2013-05-11")) == [("2013-05-02", "2013-05-11", None, "failed")]


def test_what_came_of_a_meeting_on_a_later_day_has_its_day(tmp_path: Path) -> None:
    assert days(tmp_path, MET, agreed("2013-05-11")) == [("2013-05-02", None, "2013-05-11", "agreed")]


def test_what_came_of_a_meeting_on_its_own_day_has_no_day_of_its_own(tmp_path: Path) -> None:
    assert days(tmp_path, MET, halted("2013-05-02")) == [("2013-05-02", None, None, "failed")]


def test_an_accord_long_after_is_a_round_of_its_own(tmp_path: Path) -> None:
    rows = days(tmp_path, BEGUN, struck("2013-05-30"))
    assert [row[:2] for row in rows] == [("2013-05-02", None), ("2013-05-30", None)]
