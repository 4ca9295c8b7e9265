"""Deeds told several at once: none of them has a day, and nothing has stood since the first; own sentences."""

import pytest

from standoff.annotate import annotate_page
from standoff.model import PageInput

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "date", "status"),
    [
        ("Oman has shut the strait several times since 2009.", None, "happened"),
        ("Oman has shut the strait repeatedly.", None, "happened"),
        ("Oman has shut the strait on two occasions.", None, "happened"),
        ("Oman has shut the strait twice this year.", "2013", "happened"),
        ("Oman has shut the strait three times this year.", "2013", "happened"),
        ("Oman has shut the strait since Monday.", "2013-03-11", "ongoing"),
        ("Oman shut the strait for the third time on Monday.", "2013-03-11", "happened"),
    ],
)
def test_dates_and_status(text: str, date: str | None, status: str) -> None:
    found = annotate_page(PageInput(id="t", text=text, plain=True, published="2013-03-12"))
    assert [(e.type, e.date, e.status) for e in found.events] == [("COERCE", date, status)]


def test_no_state_is_told_of() -> None:
    told = [
        annotate_page(PageInput(id="t", text=text, plain=True, published="2013-03-12")).states
        for text in ("The bridge has been closed several times.", "The bridge has been closed since Monday.")
    ]
    assert [len(states) for states in told] == [0, 1]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The hotline was set up in 1971 and has been cut several times since.", []),
        ("The hotline has been cut several times by Oman.", ["SANCTION"]),
        ("The hotline was cut twice on Monday.", ["SANCTION"]),
    ],
)
def test_what_nobody_did_again_and_again_is_no_act_of_a_day(text: str, types: list[str]) -> None:
    found = annotate_page(PageInput(id="t", text=text, plain=True, published="2013-03-12"))
    assert [e.type for e in found.events] == types
