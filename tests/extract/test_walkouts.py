"""Strikes that are over, as pages tell it."""

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.dating import Dater
from standoff.extract.states import find_states
from standoff.extract.times import find_times
from standoff.model import Meta, Page, Part
from standoff.parse import parse

pytestmark = pytest.mark.model


def ends(text: str) -> list[str | None]:
    """The days on which a strike is told to be over."""
    meta = Meta(published="2021-05-20", published_how="given")
    parsed = parse(Page(id="x", text=text, meta=meta, parts=(Part(start=0, end=len(text), kind="story"),)))
    times, meta, _ = find_times(parsed)
    found = find_states(parsed, find_actors(parsed), Dater(parsed, times, meta))
    return [state.since for state in found if state.rule == "state.strike.over"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The strike ended at one minute past midnight on Monday.", ["2021-05-17"]),
        ("A deal ended the bakers' strike on Tuesday.", ["2021-05-18"]),
        ("The bakers called off their strike on Tuesday.", ["2021-05-18"]),
        ("The walkout was over on Wednesday.", ["2021-05-19"]),
        ("On Tuesday the bakers voted for the contract, ending a strike of nine days.", ["2021-05-18"]),
        (
            "LOWGATE - The longest strike that tram and bus drivers have held against the owners ended at one minute past"
            " midnight on Wednesday, and the first trams left before dawn.",
            ["2021-05-19"],
        ),
        ("The strike will end on Friday.", []),
        ("The bakers called a strike on Tuesday.", []),
        ("The strike has not ended.", []),
        ("The season ended on Tuesday.", []),
    ],
)
def test_over(text: str, days: list[str]) -> None:
    assert ends(text) == days
