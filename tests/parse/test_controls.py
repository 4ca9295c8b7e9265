"""Codes for a terminal in a page's text; own sentences."""

import pytest

from standoff.annotate import annotate_page
from standoff.model import PageInput
from standoff.parse.controls import without_controls


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("the North army", "the North army"),
        ("the \x1b[1;31mNorth\x1b[0m army", "the        North     army"),
        ("\x1b]0;title\x07the army", "          the army"),
        ("a\x00b\x9fc", "a b c"),
        ("one\ttab\nand line", "one\ttab\nand line"),
    ],
)
def test_blanks_as_long_as_the_codes(text: str, blank: str) -> None:
    assert without_controls(text) == blank


def test_no_code_gets_into_an_actor_id() -> None:
    text = "The \x1b[31mSelmark\x1b[0m army shelled the harbour of the \x1b]0;gone\x07Brool Front on Friday."
    found = annotate_page(PageInput(id="t", text=text, plain=True, published="2011-03-05"))
    assert [e.actors[0].id for e in found.events] == ["NAMED:Selmark army"]
    assert all(actor.id.isprintable() for actor in found.actors)
