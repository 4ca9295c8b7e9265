"""A dateline with town, country and day says when a story was written, and its first word is no name."""

import pytest

from standoff.engine import annotate_all
from standoff.model import PageInput

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "HUACHO, Peru, May 20 (Wire) - Villagers opened the highway on Monday, declaring a truce of ten days.",
            ["2014-05-19", "2014-05-19"],
        ),
        ("HUACHO, May 20 (Wire) - Strikers occupied the mill on Monday.", ["2014-05-19"]),
        ("Mill taken\n\nHUACHO, May 20 (Wire) - Strikers occupied the mill on Monday.", ["2014-05-19"]),
        ("ŠIAULIAI, Lithuania, May 20 (Wire) - Strikers occupied the mill on Monday.", ["2014-05-19"]),
    ],
)
def test_the_day_of_a_dateline_is_not_the_deeds(text: str, expected: list[str]) -> None:
    page = PageInput(id="x", text=text, plain=True, published="2014-05-20")
    ((_, annotation),) = annotate_all([page], workers=0)
    assert [event.date for event in annotation.events] == expected
