"""Letting only some pass bars the others; a time behind `only` bars nobody."""

import pytest
from tests.extract.asked import drafts

pytestmark = pytest.mark.model


def kinds(text: str) -> list[tuple[str, str | None]]:
    """Types and modes of the acts, contents of speech included."""
    return [(d.type, d.mode) for d in drafts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya let in only lorries with permits on Monday.",
        "Kenyan guards let through five buses an hour on Monday.",
        "Hardly one lorry in ten was let through the Sarp crossing on Monday.",
        "Only ambulances were allowed through the Sarp crossing on Monday.",
        "Croatia opened the road only to its own citizens on Monday.",
        "Slovenia announced on Monday that it would admit only people with passports.",
    ],
)
def test_only_some(text: str) -> None:
    assert ("COERCE", "restrict") in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya reopened the bridge only on Monday.",
        "Kenya reopened the bridge for six hours a day on Monday.",
        "Kenya let in all lorries on Monday.",
        "Kenya let in lorries.",
    ],
)
def test_all(text: str) -> None:
    assert kinds(text) == [("RETREAT", "access")]
