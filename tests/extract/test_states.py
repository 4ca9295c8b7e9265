"""Descriptions of the state a thing is in."""

import pytest
from tests.extract.asked import descriptions

from standoff.annotate import annotate_page
from standoff.lexicon.states import state_table
from standoff.model import PageInput

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "state", "aspect", "since"),
    [
        ("The plant has been closed since April.", "shut", None, "2021-04"),
        ("The factories remained idle on Tuesday.", "shut", None, None),
        ("The crossing was fully open again on Monday.", "open", "people_in", None),
        ("Access to the mine has been blocked since May 2.", "shut", "people_in", "2021-05-02"),
        ("Work at the plant stopped on May 3.", "shut", "work", "2021-05-03"),
        ("Scripted production remains shut down, because rooms full of clerks cannot dig.", "shut", "work", None),
        ("The plant has been idle for twelve days.", "shut", None, "2021-05-08"),
        ("The refinery has been back on line since May 3.", "open", None, "2021-05-03"),
        ("The bridge has been impassable since May 3.", "shut", None, "2021-05-03"),
        ("The stoppage has paralysed the port.", "shut", None, None),
        ("Only ambulances are let through the checkpoint.", "restricted", "people_in", None),
        ("The crossing opens for two hours a day.", "restricted", None, None),
        ("The crossing was opened to holders of passes on May 3.", "restricted", None, None),
        ("The crossing was opened to all travellers on May 3.", "open", None, "2021-05-03"),
        ("No lorries may pass the bridge.", "restricted", "goods", None),
        ("Norway announced on May 3 that the bridge was fully open.", "open", None, "2021-05-03~"),
        ("The road is passable only for convoys.", "restricted", None, None),
    ],
)
def test_state(text: str, state: str, aspect: str | None, since: str | None) -> None:
    found = descriptions(text)
    assert [(s.state, s.aspect, s.since) for s in found] == [(state, aspect, since)]
    assert text[found[0].start : found[0].end]


@pytest.mark.parametrize(
    "text",
    [
        "The plant was not closed.",
        "The mayor may pass the bridge.",
        "Lowgate's has been closed since April.",
        "When the bridge is closed, they wade.",
        "Lorries have been waiting at the bridge since May 3.",
        "Norway has closed the plant.",
        "The trams did not run into the night.",
        "The plant would be closed in June.",
        "Both sides make up over the plant.",
        "The union wants the plant to be open.",
        "The minister promised an open debate.",
    ],
)
def test_no_state(text: str) -> None:
    assert descriptions(text) == ()


def test_people_in_the_thing() -> None:
    text = "Some 40 engineers were still in the complex on Monday."
    found = next(s for s in descriptions(text) if s.aspect == "people_in")
    assert found.value == "Some 40 engineers"
    assert found.state == "unknown"


@pytest.mark.parametrize("entry", state_table().state, ids=lambda e: e.id)
def test_examples(entry: object) -> None:
    words = next(e for e in state_table().state if e is entry)
    assert words.examples
    for example in words.examples:
        assert words.state in {s.state for s in descriptions(example)}, example
    for counter in words.counter:
        assert words.state not in {s.state for s in descriptions(counter)}, counter


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Lowgate bridge open again, carts first", [("open", "2021-05-19")]),
        ("Lowgate bridge not open, mayor says", []),
    ],
)
def test_a_headline_leaves_out_the_copula(title: str, told: list[tuple[str, str]]) -> None:
    text = f"{title}\n\nThe first carts crossed the Lowgate bridge yesterday, and the mayor waved at them from the toll house.\n"
    page = PageInput(id="1", text=text, published="2021-05-20")
    assert [(s.state, s.since) for s in annotate_page(page).states] == told
