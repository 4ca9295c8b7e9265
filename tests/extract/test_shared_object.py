"""Two verbs with one object: each is an act of its own, and one where both tell the same."""

import pytest

from standoff.engine import annotate_all
from standoff.model import PageInput

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Police beat and arrested two Kurdish reporters.", ["ASSAULT", "COERCE"]),
        ("Soldiers detained and later released the bishop of Lund.", ["COERCE", "RETREAT"]),
        ("Latvia's navy stopped and searched a Russian freighter.", ["COERCE"]),
        ("Yemeni gunboats boarded and seized a Greek tanker.", ["COERCE"]),
        ("Police arrested a Kurdish reporter and the army closed the road.", ["COERCE", "COERCE"]),
    ],
)
def test_what_is_said_once(text: str, types: list[str]) -> None:
    pages = annotate_all([PageInput(id="x", text=text, plain=True, published="2024-05-15")], workers=0)
    found = [e.type for _, page in pages for e in page.events]
    assert sorted(found) == types
