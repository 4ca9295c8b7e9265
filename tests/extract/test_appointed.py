"""What is set for a day to come, told of the event itself: `talks are due on Friday`."""

import pytest
from tests.extract.asked import annotated

from standoff.model import Event

pytestmark = pytest.mark.model

LEAD = "The ferrymen's union and Norlink, which owns the boats, have been at odds since March.\n\n"


def told(text: str) -> list[Event]:
    """The events that a page of 17 May 2018, a Thursday, tells after its first paragraph."""
    found = annotated(LEAD + text, "2018-05-17").events
    return [e for e in found if e.start >= len(LEAD) and e.content_of is None]


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        ("A further strike is due on Friday.", "PROTEST", "2018-05-18"),
        ("Another walkout is expected on Saturday.", "PROTEST", "2018-05-19"),
        ("Talks are set for Monday.", "CONSULT", "2018-05-21"),
        ("The next round is scheduled for Monday.", "CONSULT", "2018-05-21"),
        ("A march is planned for June 3.", "PROTEST", "2018-06-03"),
        ("Talks with the owners are scheduled tomorrow.", "CONSULT", "2018-05-18"),
    ],
)
def test_what_is_set_for_a_day_is_planned(text: str, type_: str, date: str) -> None:
    assert [(e.type, e.status, e.date) for e in told(text)] == [(type_, "planned", date)]


@pytest.mark.parametrize(
    "text",
    [
        "No talks are planned.",
        "The boats are due on Friday.",
        "A strike is expected.",
        "The fare is set for a rise.",
    ],
)
def test_what_has_no_day_or_is_no_event_is_none(text: str) -> None:
    assert told(text) == []
