"""Quantities of parsed pages: speaker, date, pairs, order."""

from dataclasses import dataclass

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.quantities import find_quantities
from standoff.model import DateHow, Meta, Page, Part, Quantity, Status
from standoff.parse import Token, parse

pytestmark = pytest.mark.model


@dataclass
class _Dated:
    date: str | None = None
    how: DateHow = "unknown"
    since: bool = False


class _NoDates:
    """Dates nothing."""

    def date(self, anchor: Token, trigger: object, status: Status) -> _Dated:
        return _Dated()


class _April:
    """Dates everything to April."""

    def __init__(self, *, since: bool) -> None:
        self.since = since

    def date(self, anchor: Token, trigger: object, status: Status) -> _Dated:
        return _Dated("2013-04", "stated", self.since)


def _quantities(text: str, dates: _NoDates | _April | None = None) -> tuple[Quantity, ...]:
    parsed = parse(Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),)))
    return find_quantities(parsed, find_actors(parsed), dates or _NoDates())


def test_who_says_so() -> None:
    (quantity,) = _quantities("South Korea has said that its companies lost 1.2 trillion won.")
    assert quantity.claimed_by is not None
    assert quantity.claimed_by.id == "KOR"


def test_what_the_page_calls_equal_means_the_same() -> None:
    found = _quantities("Two buses came. Seoul said its companies lost 1.2 trillion won ($940 million) by June.")
    won, dollars = found[1], found[2]
    assert (won.equals, dollars.equals) == (2, 1)
    assert dollars.kind == won.kind == "loss"
    assert dollars.claimed_by == won.claimed_by


def test_the_date_of_the_clause_is_that_of_the_figure_but_not_a_date_since_when() -> None:
    text = "North Korea pulled out 41,000 workers in April."
    assert [q.as_of for q in _quantities(text, _April(since=False))] == ["2013-04"]
    assert [q.as_of for q in _quantities(text, _April(since=True))] == [None]


def test_a_clause_that_the_page_adds_to_a_noun_is_not_what_the_speaker_says() -> None:
    found = _quantities("Quito said it would reopen the bridge, whose closure has cost Peru $40 million.")
    assert [q.claimed_by for q in found] == [None]


def test_titles_and_captions_count_too() -> None:
    title, story = "Ten firms leave", "Nine trucks came."
    text = f"{title}\n{story}\n30 comments"
    parts = (
        Part(start=0, end=len(title), kind="title"),
        Part(start=len(title) + 1, end=len(title) + 1 + len(story), kind="story"),
        Part(start=len(text) - 11, end=len(text), kind="furniture"),
    )
    parsed = parse(Page(id="x", text=text, meta=Meta(), parts=parts))
    found = find_quantities(parsed, find_actors(parsed), _NoDates())
    assert [text[q.start : q.end] for q in found] == ["Ten firms", "Nine trucks"]
