"""Who and what is back where it works or passes."""

import pytest
from tests.extract.asked import descriptions

pytestmark = pytest.mark.model


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
    assert [(one.rule, one.state, one.since) for one in descriptions(text)] == wanted
