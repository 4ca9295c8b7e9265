"""What runs comes to a halt, and is on the move again."""

import pytest
from tests.extract.asked import annotated

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "state", "since"),
    [
        ("Ferry traffic came to a halt on Monday.", "shut", "2024-05-13"),
        ("The walkout brought freight traffic to a standstill on Monday.", "shut", "2024-05-13"),
        ("The trams stopped running on Monday.", "shut", "2024-05-13"),
        ("Barges have been on the move since Sunday.", "open", "2024-05-12"),
        ("The trams were back on the rails on Monday.", "open", "2024-05-13"),
        ("The mine has been in care and maintenance since March.", "shut", "2024-03"),
    ],
)
def test_what_stands_still_or_moves(text: str, state: str, since: str) -> None:
    assert [(s.state, s.since) for s in annotated(text).states] == [(state, since)]


@pytest.mark.parametrize(
    "text",
    [
        "A train came to a halt on Monday.",
        "Three trams stopped running on Monday.",
        "The talks came to a halt on Monday.",
        "The trams would stop running on Friday.",
        "They operate all of the barges on the river.",
        "You need only stop the trains for an hour and everybody listens.",
    ],
)
def test_what_tells_nothing_of_all_that_runs(text: str) -> None:
    assert annotated(text).states == ()


def test_a_stoppage_that_is_only_possible() -> None:
    text = "The union asked for more. A stoppage has been possible since Friday, when the board ruled."
    assert [e.type for e in annotated(text).events if e.type == "PROTEST"] == []
