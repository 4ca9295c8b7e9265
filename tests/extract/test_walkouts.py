"""Strikes that are over, as pages tell it."""

import pytest
from tests.extract.asked import descriptions

pytestmark = pytest.mark.model


def ends(text: str) -> list[str | None]:
    """The days on which a strike is told to be over."""
    return [state.since for state in descriptions(text) if state.rule == "state.strike.over"]


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
