"""Paragraphs: lines that were wrapped are joined, lines that stand alone are not."""

import pytest

from standoff.parse import parse
from standoff.testing import story

pytestmark = pytest.mark.model

WRAPPED = """The dockers of the northern port walked out
on Monday after the company that runs the
terminal had turned down their demand.
U.S. and Canadian lines said that they would
send their ships elsewhere until the strike
ends.
The union wants a second crane for each of
the berths."""

ALONE = """Harbour shut
Ships wait outside
Union calls for talks"""


def paragraphs(text: str) -> int:
    return len({sentence.paragraph for sentence in parse(story(text)).sentences})


def test_lines_wrapped_by_hand_are_joined_up_to_a_short_last_line() -> None:
    assert paragraphs(WRAPPED) == 2


def test_lines_that_stand_alone_stay_alone() -> None:
    assert paragraphs(ALONE) == 3


def test_a_line_that_begins_in_lower_case_goes_on() -> None:
    assert paragraphs("The port was shut on\nMonday.\n\nThe union, which called\nthe strike, wants talks.") == 3


def test_offsets_count_in_the_page() -> None:
    sentences = parse(story(WRAPPED)).sentences
    assert sentences
    for sentence in sentences:
        assert WRAPPED[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert WRAPPED[token.start : token.end] == token.text


def test_each_line_of_a_chronology_is_a_paragraph() -> None:
    lines = [
        "May 12, 2014 – Talks on the tolls at the bridge start",
        "July 1 – The contract of the ferrymen runs out, unsigned",
    ]
    assert paragraphs("\n".join([*lines, "August – Tolls are settled, the union says, at last"])) == 3
