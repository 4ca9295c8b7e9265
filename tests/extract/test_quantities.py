"""Quantities of parsed pages: speaker, date, pairs, order."""

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.dated import Dated
from standoff.extract.quantities import find_quantities
from standoff.model import Meta, Page, Part, Quantity
from standoff.parse import parse
from standoff.testing import SameDate, story

pytestmark = pytest.mark.model


def _quantities(text: str, dates: SameDate | None = None) -> tuple[Quantity, ...]:
    parsed = parse(story(text))
    return find_quantities(parsed, find_actors(parsed), dates or SameDate())


def test_who_says_so() -> None:
    (quantity,) = _quantities("Peru said that its trawlers lost 90 million soles.")
    assert quantity.claimed_by is not None
    assert quantity.claimed_by.id == "PER"


def test_what_the_page_calls_equal_means_the_same() -> None:
    found = _quantities("Two buses came. Oslo said its trawlers lost 9.8 billion kroner ($940 million) by June.")
    kroner, dollars = found[1], found[2]
    assert (kroner.equals, dollars.equals) == (2, 1)
    assert dollars.kind == kroner.kind == "loss"
    assert dollars.claimed_by == kroner.claimed_by


def test_the_date_of_the_clause_is_that_of_the_figure_but_not_a_date_since_when() -> None:
    text = "North Korea pulled out 41,000 workers in April."
    assert [q.as_of for q in _quantities(text, SameDate(Dated("2013-04", "stated", since=False)))] == ["2013-04"]
    assert [q.as_of for q in _quantities(text, SameDate(Dated("2013-04", "stated", since=True)))] == [None]


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
    found = find_quantities(parsed, find_actors(parsed), SameDate())
    assert [text[q.start : q.end] for q in found] == ["Ten firms", "Nine trucks"]


def _one(text: str, words: str) -> Quantity:
    return next(q for q in _quantities(text) if text[q.start : q.end] == words)


def test_another_sum_for_the_loss_told_before() -> None:
    text = "South Korean firms have lost 1.2 trillion won. The bank puts the loss at 800 billion won."
    other = _one(text, "800 billion won")
    assert (other.kind, other.party and other.party.id[:3]) == ("loss", "KOR")
    assert other.claimed_by is not None
    assert text[other.claimed_by.start : other.claimed_by.end] == "bank"


def test_the_same_sum_in_other_money() -> None:
    text = "The firms say they have lost 1.2 trillion won, which a bank in Busan put at $1 billion."
    found = _quantities(text)
    assert [(q.unit, q.kind, q.equals) for q in found] == [("KRW", "loss", None), ("USD", "loss", 0)]


def test_the_true_figure() -> None:
    text = "The mine cost Peru $90 million a year. The union said the true figure was $50 million."
    assert [(q.kind, q.per, q.party and q.party.id) for q in _quantities(text)] == [("loss", "year", "PER")] * 2


def test_others_are_people_like_those_before() -> None:
    text = "Nine South Koreans stayed behind. Pyongyang let 30 others go."
    assert [(q.value, q.unit, q.of) for q in _quantities(text)] == [
        (9, "person", "South Koreans"),
        (30, "person", "South Koreans"),
    ]


def test_members_lose_what_their_association_says() -> None:
    found = _one("The owners' association said that members had lost $40 million.", "$40 million")
    assert found.party is not None
    assert found.party.id == "NAMED:firms"


def test_who_is_due_to_cross_is_nobodys_workforce() -> None:
    assert (
        _one("More than 400 South Korean managers had been due to cross on Friday.", "400 South Korean managers").kind
        != "workforce"
    )


def test_who_claimed_wages_gets_what_is_paid() -> None:
    found = _one(
        "Pyongyang kept two of them until its claims for wages were met. South Korea paid $9 million.", "$9 million"
    )
    assert (found.kind, found.party and found.party.id[:3]) == ("income", "PRK")


def test_figures_have_no_face() -> None:
    found = _one(
        "Goods worth $400 million left the port, according to figures that the South Korean government released.",
        "$400 million",
    )
    assert found.claimed_by is not None
    assert found.claimed_by.id == "KOR-GOV"
