"""What the lead tells in short has the day on which the page tells it again."""

import pytest
from tests.extract.asked import events

pytestmark = pytest.mark.model


def dates(text: str) -> list[tuple[str, str | None]]:
    return [(e.type, e.date) for e in events(text, "2011-08-16")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lorry drivers have rejected the offer of the port.\n\nThe Drivers' Union rejected the offer on Sunday.",
            [("REJECT", "2011-08-14"), ("REJECT", "2011-08-14")],
        ),
        (  # two days: it cannot be said which
            "Lorry drivers have rejected the offer of the port.\n\nThe drivers rejected the offer on Sunday."
            "\n\nThe drivers rejected the offer on Friday.",
            [("REJECT", "2011-08-16"), ("REJECT", "2011-08-14"), ("REJECT", "2011-08-12")],
        ),
        (  # another act
            "Lorry drivers have rejected the offer of the port.\n\nThe drivers struck on Sunday.",
            [("REJECT", "2011-08-16"), ("PROTEST", "2011-08-14")],
        ),
        (  # long ago
            "Lorry drivers have rejected the offer of the port.\n\nThe drivers rejected the offer on 3 May.",
            [("REJECT", "2011-08-16"), ("REJECT", "2011-05-03")],
        ),
    ],
)
def test_the_lead_has_the_day_told_further_down(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dates(text) == expected
