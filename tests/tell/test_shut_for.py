"""Since when the thing was shut, where pages tell only how long it had been when it opened."""

from pathlib import Path

import pytest
from tests.tell.test_state_disputes import BRIDGE, course

from standoff.testing import linked, page


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ("reopened the bridge on Friday after nine days.", "2013-05-01"),
        ("reopened the bridge on Friday, nine days after it was shut by the other side.", "2013-05-01"),
        ("reopened the bridge on Friday after a closure of three weeks.", "2013-04-19~"),
        ("reopened the bridge on Friday after two days of talks.", None),
        ("reopened the bridge on Friday, two days after a vote.", None),
        ("reopened the bridge on Friday.", None),
    ],
)
def test_an_opening_tells_how_long_it_was_shut(tmp_path: Path, words: str, since: str | None) -> None:
    made = page("a", "2013-05-10", title="The bridge")
    made.event(
        "RETREAT",
        "NOR",
        "SWE",
        mode="access",
        object="the bridge",
        date="2013-05-10",
        verb="reopened",
        words=f"NOR {words}",
    )
    with linked(tmp_path, [made]) as record:
        told = [day for day, state in course(record, BRIDGE) if state == "shut"]
    assert told == ([since] if since else [])
