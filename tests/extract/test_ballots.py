"""A ballot does what it decides."""

from typing import Literal

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.events import find_events
from standoff.model import Meta, Page, Part
from standoff.parse import parse

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Bakers voted on Sunday to reject the latest offer.", "REJECT", "happened"),
        ("The bakers' board voted on Tuesday to lift the strike.", "RETREAT", "happened"),
        ("Drivers voted on Friday to accept the settlement.", "AGREE", "happened"),
        ("Drivers voted by five to one on Friday to accept the offer.", "AGREE", "happened"),
        ("Drivers decided on Friday to accept the offer.", "AGREE", "happened"),
        ("The drivers' council was united on Monday in rejecting the offer.", "REJECT", "happened"),
        ("Nurses voted by 91 percent on Tuesday to authorise a walkout.", "THREATEN", "happened"),
        ("Some 88 percent voted for a strike on Monday.", "THREATEN", "happened"),
        ("Ninety-one percent of the nurses said yes to a strike.", "THREATEN", "happened"),
        ("Nine in ten bakers turned down the offer.", "REJECT", "happened"),
        ("Three out of four drivers accepted the settlement.", "AGREE", "happened"),
        ("A majority said no to the deal on Friday.", "REJECT", "happened"),
        ("Two in three of those who voted were against the offer.", "REJECT", "happened"),
        ("The accord won the backing of 58 percent of the crews.", "AGREE", "happened"),
    ],
)
def test_what_a_vote_decides_is_done_by_it(text: str, type_: str, status: str) -> None:
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    parsed = parse(page)
    assert [(d.type, d.status) for d in find_events(parsed, find_actors(parsed))] == [(type_, status)]


def test_a_vote_to_go_on_strike_threatens_it() -> None:
    text = "Bakers voted on Sunday, in numbers that nobody had foreseen, to go on strike."
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    parsed = parse(page)
    found = [(d.type, d.status) for d in find_events(parsed, find_actors(parsed))]
    assert found == [("THREATEN", "happened"), ("PROTEST", "threatened")]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Bakers vote by 92% to strike over pay", [("THREATEN", "happened"), ("PROTEST", "threatened")]),
        ("Bakers vote to reject the offer", [("REJECT", "happened")]),
        ("Bakers to vote to strike over pay", []),
    ],
)
@pytest.mark.parametrize("kind", ["title", "story"])
def test_a_headline_tells_a_past_vote_in_the_present(
    text: str, acts: list[tuple[str, str]], kind: Literal["title", "story"]
) -> None:
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind=kind),))
    parsed = parse(page)
    found = [(d.type, d.status) for d in find_events(parsed, find_actors(parsed)) if d.status != "planned"]
    assert found == (acts if kind == "title" else [])


def test_a_share_after_by_is_nobody() -> None:
    text = "Electricity exports to Georgia were cut by half on Monday."
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    parsed = parse(page)
    assert [(d.type, d.actors) for d in find_events(parsed, find_actors(parsed))] == [("SANCTION", ())]
