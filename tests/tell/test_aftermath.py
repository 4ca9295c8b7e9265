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
