"""Who and what is back where it works or passes."""

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.dating import Dater
from standoff.extract.states import find_states
from standoff.extract.times import find_times
from standoff.model import Meta, Page, Part, StateMention
from standoff.parse import parse

pytestmark = pytest.mark.model


def told(text: str) -> list[StateMention]:
    """The descriptions of a text that is published on a Thursday."""
    meta = Meta(published="2021-05-20", published_how="given")
    parsed = parse(Page(id="x", text=text, meta=meta, parts=(Part(start=0, end=len(text), kind="story"),)))
    times, meta, _ = find_times(parsed)
    return list(find_states(parsed, find_actors(parsed), Dater(parsed, times, meta)))


@pytest.mark.parametrize(
    ("text", "rule", "state", "since"),
    [
        ("The fitters were back at their benches on Monday.", "strike.back", "open", "2021-05-17"),
        ("Weavers returned to their looms on Monday.", "strike.back", "open", "2021-05-17"),
        (
            "Members approved the contract on Sunday and were back on set on Monday.",
            "strike.back",
            "open",
            "2021-05-17",
        ),
        ("The fitters will be back at their benches on Monday.", None, None, None),
        ("Half of the fitters were back at their benches on Monday.", None, None, None),
        ("The minister returned to his desk on Monday.", None, None, None),
        ("Passengers streamed back into the airport on Monday.", "flow.return", "open", "2021-05-17"),
        ("Reporters streamed back into the airport on Monday.", None, None, None),
        ("The current came back on at noon on Monday.", None, None, None),
        ("The gas came back on at noon on Monday.", "flow.on", "open", "2021-05-17"),
        ("Chad turned the water on the fields.", None, None, None),
        ("Traffic trickles through the pass.", "flow.part", "restricted", None),
        ("Lorries trickled over the bridge on Monday.", "flow.part", "restricted", None),
        ("Oslo declared the airspace closed on Monday.", "shut", "shut", "2021-05-17"),
        ("Oslo declared the whole of the airspace closed on Monday.", "shut", "shut", "2021-05-17"),
        ("Oslo did not declare the airspace closed on Monday.", None, None, None),
    ],
)
def test_back(text: str, rule: str | None, state: str | None, since: str | None) -> None:
    wanted = [(f"state.{rule}", state, since)] if rule else []
    assert [(one.rule, one.state, one.since) for one in told(text)] == wanted
