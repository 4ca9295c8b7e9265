"""When strikes and lockouts began whose days are counted, and what came about in the days before what followed it."""

import pytest
from tests.extract.asked import annotated

pytestmark = pytest.mark.model
NEXT = " The union met Corda on Monday."


def told(text: str) -> list[tuple[str, str | None]]:
    """Type and date of the events of a page of 15 May 2024, a Wednesday."""
    return [(e.type, e.date) for e in annotated(text).events]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The dockers' strike at Corda, now in its fourth day, has emptied the shops.", ("PROTEST", "2024-05-12")),
        ("Tuesday was the tenth day of the dockers' strike.", ("PROTEST", "2024-05-05")),
        ("The week-old strike by dockers has cost Corda a fortune.", ("PROTEST", "2024-05-08~")),
        ("The 12-day-old walkout by dockers has cost Corda a fortune.", ("PROTEST", "2024-05-03~")),
        ("Dockers are in the second week of a strike over pay.", ("PROTEST", "2024-05-02/2024-05-08")),
        ("Dockers have been on strike for nine days.", ("PROTEST", "2024-05-06")),
    ],
)
def test_the_count_of_days_tells_when_it_began(text: str, act: tuple[str, str]) -> None:
    assert act in told(text + NEXT)


@pytest.mark.parametrize("text", ["The second strike began on Monday.", "In its third strike the union won."])
def test_strikes_are_no_days(text: str) -> None:
    assert all(date in (None, "2024-05-13", "2024-05-15") for _, date in told(text + NEXT))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The trains ran again on Monday after the union and Lumo Rail reached a deal.", ("AGREE", "2024-05-07/2024-05-13")),
        ("Dockers walked out on Monday after rejecting an offer of 4%.", ("REJECT", "2024-05-07/2024-05-13")),
        ("The last time dockers walked out was in May 2011.", ("PROTEST", "2011-05")),
        ("The last time the court stopped a dock strike was in 1992.", ("COERCE", "1992")),
        ("Ms Ruiz said that talks would resume next Monday.", ("CONSULT", "2024-05-20")),
        ("The mill closed in 2019 after the union rejected a pay cut.", ("REJECT", "2019")),
        ("The strike ended on Sunday after the union agreed in March to a pay cut.", ("AGREE", "2024-03")),
    ],
)  # fmt: skip
def test_what_was_said_came_days_before_what_followed(text: str, act: tuple[str, str]) -> None:
    assert act in told(text)
