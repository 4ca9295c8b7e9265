"""Letting only some pass bars the others; a time behind `only` bars nobody."""

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.events import find_events
from standoff.model import PageInput
from standoff.parse import parse
from standoff.read import read_page

pytestmark = pytest.mark.model


def kinds(text: str) -> list[tuple[str, str | None]]:
    """Types and modes of the acts, contents of speech included."""
    parsed = parse(read_page(PageInput(id="x", text=text, plain=True, published="2021-05-20")))
    return [(d.type, d.mode) for d in find_events(parsed, find_actors(parsed))]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya let in only lorries with permits on Monday.",
        "Only ambulances were allowed through the Sarp crossing on Monday.",
        "Croatia opened the road only to its own citizens on Monday.",
        "Slovenia announced on Monday that it would admit only people with passports.",
    ],
)
def test_only_some(text: str) -> None:
    assert ("COERCE", "restrict") in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["Kenya reopened the bridge only on Monday.", "Kenya let in all lorries on Monday.", "Kenya let in lorries."],
)
def test_all(text: str) -> None:
    assert kinds(text) == [("RETREAT", "access")]
