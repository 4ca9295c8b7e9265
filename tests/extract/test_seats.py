"""Whose officials act where no country stands beside them: by the capital that a clause begins in, or by whom they act on."""

import pytest
from tests.extract.asked import annotated

from standoff.model import Event

pytestmark = pytest.mark.model

# text, the actors of its last event
CASES = [
    ("Kenya shut the border on Sunday.\nIn Kampala on Monday, the government recalled its ambassador from Kenya.", ["UGA-GOV"]),
    ("Chad and Niger quarrel over the road.\nIn Niamey, the president rejected the offer on Tuesday.", ["NER-GOV"]),
    ("Latvia stopped the trains on Friday.\nIn Minsk on Monday the Foreign Ministry summoned Latvia's envoy.", ["BLR-GOV"]),
    ("Kenya shut the border on Sunday.\nUganda objected.\nThe foreign ministry summoned Kenya's envoy on Monday.", ["UGA-GOV"]),
    ("Peru closed the pass on Tuesday.\nForeign Minister Ana Ruiz called in the Bolivian ambassador on Wednesday.", ["PER-GOV"]),
]  # fmt: skip


def last(text: str) -> Event:
    return [event for event in annotated(text, "2025-03-15").events if event.content_of is None][-1]


@pytest.mark.parametrize(("text", "actors"), CASES)
def test_officials_without_a_country(text: str, actors: list[str]) -> None:
    assert [ref.id for ref in last(text).actors] == actors


def test_no_state_is_picked_where_three_are_named() -> None:
    text = "Kenya shut the border on Sunday.\nUganda and Rwanda objected.\nThe foreign ministry summoned Kenya's envoy on Monday."
    assert [ref.id[:6] for ref in last(text).actors] == ["NAMED:"]


def test_where_an_offer_was_turned_down_is_nobody_it_came_from() -> None:
    text = "Chad and Niger quarrel over the road.\nIn Niamey, the president rejected the offer on Tuesday."
    assert last(text).recipients == ()


@pytest.mark.parametrize("doer", ["One of the two sides", "One of them", "One of the two"])
def test_which_of_two_did_it_is_left_open(doer: str) -> None:
    text = f"Kenya and Uganda met on Monday.\n{doer} walked out of the talks on Tuesday."
    assert [ref.id for ref in last(text).actors] == ["KEN", "UGA"]  # the meeting
    assert last(text).type == "CONSULT"
