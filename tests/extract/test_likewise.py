"""Acts told only by `did so` or `followed suit`: those of another state before, of their own day."""

import pytest
from tests.extract.asked import annotated

pytestmark = pytest.mark.model


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Types, actors and days of what a page of 22 November 2022, a Tuesday, tells by other words."""
    found = annotated(text, "2022-11-22").events
    return [(e.type, e.actors[0].id, e.date) for e in found if e.rule.startswith("likewise ")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Chad shut the bridge to Sudan on Sunday. Sudan followed suit on Monday.", ("COERCE", "SDN", "2022-11-21")),
        ("Uganda said it would shut the bridge. Kenya did so on Monday.", ("COERCE", "KEN", "2022-11-21")),
        ("Riyadh recalled its envoy on Sunday. Bahrain did the same on Monday.", ("SANCTION", "BHR", "2022-11-21")),
        ("Kenya opened its side on Sunday, and Uganda did so on Monday.", ("RETREAT", "UGA", "2022-11-21")),
    ],
)
def test_told_by_the_act_before(text: str, act: tuple[str, str, str]) -> None:
    assert told(text) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Chad shut the bridge on Sunday. It had done so before.",
        "The minister was asked to resign. He did so on Monday.",
        "Chad shut the bridge on Sunday. A strike followed on Monday.",
        "Chad shut the bridge on Sunday. Sudan did not follow suit.",
    ],
)
def test_not_told(text: str) -> None:
    assert told(text) == []
