"""Strikes on days told in a row are one strike a day."""

import pytest
from tests.extract.asked import events

pytestmark = pytest.mark.model

PUBLISHED = "2023-03-15"


def days(text: str) -> list[str | None]:
    """The days of the protests of a story."""
    return [e.date for e in events(text, PUBLISHED) if e.type == "PROTEST"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Weavers struck on February 2 and 7 and March 4 over pay.", ["2023-02-02", "2023-02-07", "2023-03-04"]),
        (
            "The weavers' guild held strikes on 2 March, 7 March and 9 March.",
            ["2023-03-02", "2023-03-07", "2023-03-09"],
        ),
        ("Strikes took place on 2, 7 and 9 March. The guild said so.", ["2023-03-02", "2023-03-07", "2023-03-09"]),
        ("Bakers struck on March 2, 3 and 9.", ["2023-03-02/2023-03-03", "2023-03-09"]),
        ("Bakers struck on December 28 and 30 and January 4.", ["2022-12-28", "2022-12-30", "2023-01-04"]),
        ("Bakers marched on 2 and 7 March 2021.", ["2021-03-02", "2021-03-07"]),
        ("The guild will strike on 2 April, 7 April and 9 April.", ["2023-04-02", "2023-04-07", "2023-04-09"]),
        ("Further strikes are planned for 20 March and for 28 March.", ["2023-03-20", "2023-03-28"]),
        (
            "The guild announced on Tuesday that its members will walk out on Friday 24 and Wednesday 29 March, and again on Thursday 6 April.",
            ["2023-03-24", "2023-03-29", "2023-04-06"],
        ),
    ],
)
def test_each_day_of_a_row_has_a_strike(text: str, told: list[str]) -> None:
    assert days(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "On March 2 and 7 bakers walked out of the mill.",
        "Bakers walked out on 2 March and 300 joined the march.",
        "Bakers struck on March 2 and 3.",
        "Bakers struck on 2 March, 31 of them said.",
        "Bakers struck on 2 March and the mill reopened on 7 March.",
        "Bakers struck on 2 March and 7.5 percent was offered.",
    ],
)
def test_other_numbers_and_pairs_of_days_are_no_row(text: str) -> None:
    assert len(days(text)) == 1


def test_talks_of_days_in_a_row_are_not_strikes() -> None:
    assert days("Bakers and owners met on 2, 7 and 9 March.") == []


def test_a_threat_has_each_day_as_its_content() -> None:
    found = events("The union said on Tuesday that bakers would strike on 24 and 29 March.", PUBLISHED)
    assert [(e.type, e.date) for e in found if e.content_of is None] == [("THREATEN", "2023-03-14")]
    assert [(e.status, e.date) for e in found if e.content_of is not None] == [
        ("threatened", "2023-03-24"), ("threatened", "2023-03-29")
    ]  # fmt: skip
