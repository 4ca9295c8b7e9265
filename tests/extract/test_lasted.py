"""Since when a thing goes on, by how long it is said to have gone on: the date of the word in brackets."""

import pytest
from tests.extract.asked import date

from standoff import edtf

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("The ferry strike [is] in its third week.", "2013-07-22"),
        ("The bakers' walkout [entered] its fifth week on Monday.", "2013-07-06"),
        ("The dispute has [gone] into a second month.", "2013-06-20"),
        ("The siege of the mill has [gone] past 40 days.", "2013-06-28"),
        ("The boycott has now [passed] its 30th day.", "2013-07-09"),
        ("The stoppage has [lasted] eleven days.", "2013-07-27"),
        ("Growers have been [blocking] the pass for 12 days.", "2013-07-26"),
    ],
)
def test_what_lasts_is_of_the_time_when_it_began(text: str, began: str) -> None:
    found = date(text, status="ongoing")
    assert found.since
    assert edtf.overlap(found.date, began)
    assert (edtf.length(found.date) or 0) < 60


@pytest.mark.parametrize(
    "text",
    [
        "The ferry strike [is] to end in three weeks.",
        "The strike will [resume] in its old form.",
        "The union [meets] in a third town this month.",
        "The mill [reopened] after 51 days.",
    ],
)
def test_other_lengths_tell_no_beginning(text: str) -> None:
    found = date(text, status="ongoing")
    assert not found.since
