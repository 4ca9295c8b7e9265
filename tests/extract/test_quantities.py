"""Quantities of parsed pages: kind, party, speaker and date."""

import re
from dataclasses import dataclass

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.quantities import find_quantities
from standoff.lexicon.measures import measure_kinds
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


def _party(quantity: Quantity) -> str | None:
    return quantity.party.id[:3] if quantity.party else None


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        ("North Korea pulled out all 41,000 of its workers.", "workforce", "PRK"),
        ("About 38,000 North Korean workers are employed there.", "workforce", "PRK"),
        ("Some 120 South Korean firms have plants there.", "firms", "KOR"),
        ("South Korean companies have lost 1.2 trillion won.", "loss", "KOR"),
        ("The zone brings an estimated $80 million a year in wages paid to North Korea.", "income", "PRK"),
        ("The closure cost Seoul $40 million.", "loss", "KOR"),
        ("Ukraine owes $2 billion for gas.", "debt", "UKR"),
        ("The state approved insurance payments of 280 billion won.", "compensation", None),
        ("Japan produced goods worth $3 billion.", "output", "JPN"),
        ("They met for three hours.", None, None),
    ],
)
def test_kind_and_party(text: str, kind: str | None, party: str | None) -> None:
    (quantity,) = _quantities(text)
    assert (quantity.kind, _party(quantity)) == (kind, party)


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


def _examples() -> list[tuple[str, str]]:
    return [(kind.id, example) for kind in measure_kinds() for example in kind.examples]


@pytest.mark.parametrize(("kind", "marked"), _examples())
def test_lexicon_examples(kind: str, marked: str) -> None:
    text = re.sub(r"[\[\]{}]", "", marked)
    wanted = re.search(r"\[([^\]]*)\]", marked)
    party = re.search(r"\{([^}]*)\}", marked)
    assert wanted
    found = [q for q in _quantities(text) if q.kind == kind]
    assert [text[q.start : q.end] for q in found] == [re.sub(r"[{}]", "", wanted.group(1))]
    if party:
        assert found[0].party is not None
        assert text[found[0].party.start : found[0].party.end] in party.group(1) or party.group(1) in text


def test_lexicon_counter_examples() -> None:
    for kind in measure_kinds():
        for text in kind.counter:
            assert all(q.kind != kind.id for q in _quantities(text))
