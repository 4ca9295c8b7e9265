"""Whether an act happened, is planned, only thought of, or did not happen."""

import pytest
from tests.extract.asked import drafts

from standoff.extract.status import read_status
from standoff.model import Meta, Page, Part
from standoff.parse import Token, parse

pytestmark = pytest.mark.model


def token_of(text: str) -> Token:
    """The bracketed word of a text."""
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    parsed = parse(Page(id="x", text=plain, meta=Meta(), parts=(Part(start=0, end=len(plain), kind="story"),)))
    sentence = parsed.sentence_at(start)
    assert sentence is not None
    token = sentence.at(start)
    assert token is not None
    return token


@pytest.mark.parametrize(
    ("text", "status", "negated", "drop"),
    [
        ("Chad [closed] the border.", "happened", False, False),
        ("Chad has [closed] the border.", "happened", False, False),
        ("Chad is [closing] the border.", "ongoing", False, False),
        ("Chad will [close] the border.", "planned", False, False),
        ("Chad is going to [close] the border.", "planned", False, False),
        ("Chad plans to [close] the border.", "planned", False, False),
        ("Chad is preparing to [close] the border.", "planned", False, False),
        ("Chad's envoy flew to Rome to [meet] the pope.", "happened", False, False),
        ("Chad jailed a poet for [insulting] the emir.", "hypothetical", False, True),
        ("The accord must go before the senate and be [signed] by the emir.", "hypothetical", False, True),
        ("Chad left Rome without an accord on [reopening] the border.", "hypothetical", False, True),
        ("The demands include [closing] the border.", "hypothetical", False, True),
        ("The tribunal told Chad to let families [meet].", "hypothetical", False, True),
        ("Court orders Chad to let split families [meet]", "hypothetical", False, True),
        ("What Chad did that day included [closing] the border.", "happened", False, False),
        ("Chad was due to [close] the border.", "planned", False, False),
        ("Chad did not [close] the border.", "happened", True, False),
        ("Chad failed to [close] the border.", "happened", True, False),
        ("Chad began to [close] the border.", "happened", False, False),
        ("Chad was forced to consider [closing] the border.", "hypothetical", False, True),
        ("Chad may [close] the border.", "hypothetical", False, True),
        ("Chad would [close] the border.", "hypothetical", False, True),
        ("Unless Niger [closes] the border, Chad will suffer.", "hypothetical", False, True),
        ("Chad sent troops to [close] the border.", "hypothetical", False, True),
        ("Chad often [closes] the border.", "happened", False, True),
        ("Chad denied that it had [closed] the border.", "denied", False, False),
        ("Chad was angry after Niger had [closed] the border.", "happened", False, False),
        ("Men walked to Bole to demand that the gate be [opened].", "hypothetical", False, True),
        ("A jet crossed the river, in what Chad [called] a grave step.", "happened", False, False),
        ("Rebels claimed to have [cut] the cable.", "happened", False, False),
    ],
)
def test_reading(text: str, status: str, negated: bool, drop: bool) -> None:
    reading = read_status(token_of(text))
    assert (reading.status, reading.negated, reading.drop) == (status, negated, drop)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Chad decided on Friday to close the border with Niger.", "COERCE", "planned"),
        ("Chad decided to send 200 soldiers to the border with Niger.", "MOBILIZE", "planned"),
        ("Chad's president approved air strikes on the camp.", "ASSAULT", "planned"),
        ("Chad's president approved air strikes on the camp, killing six herders.", "ASSAULT", "happened"),
        ("Chad's president ordered a raid on a camp that killed six herders.", "ASSAULT", "happened"),
        ("Chad's president ordered a raid on a camp, saying that rebels slept there.", "ASSAULT", "planned"),
        ("Chad's army launched air strikes on the camp.", "ASSAULT", "happened"),
        ("Farmers of Faya are planning to demonstrate against the tax.", "PROTEST", "planned"),
    ],
)
def test_what_is_decided_or_ordered_is_to_come(text: str, type_: str, status: str) -> None:
    assert [(d.type, d.status) for d in drafts(text)] == [(type_, status)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ('"If I were to meet the general, I would shoot him," the minister of Chad said.', []),
        ("The senator said that if he were in office he would expel the Chadian envoy.", []),
        ('"If they were to cross the river, we would shell their camp," the Chadian general said.', ["THREATEN"]),
    ],
)
def test_what_somebody_would_do_in_anothers_place_threatens_nobody(text: str, types: list[str]) -> None:
    assert [d.type for d in drafts(text) if d.content_of is None] == types
