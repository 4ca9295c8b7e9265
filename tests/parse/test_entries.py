"""Lines that begin with their day: what stands behind it is parsed by itself, and the day is a time that its verb has."""

import pytest

from standoff.parse import Sentence, parse
from standoff.parse.entries import after_day
from standoff.testing import story

pytestmark = pytest.mark.model


def read(text: str) -> Sentence:
    return parse(story(text)).sentences[0]


@pytest.mark.parametrize(
    ("line", "root", "day"),
    [
        ("May 12 – Talks resume", "resume", "May"),
        ("12 May 2019: Quota imposed on three fleets", "imposed", "May"),
        ("• 19/08 Rangers shut the pass", "shut", "19"),
        ("2019 – Court orders shepherds back to the pass", "orders", "2019"),
        ("Late June – The ferry sails again. Two berths stay shut.", "sails", "June"),
    ],
)
def test_a_line_tells_what_stands_behind_its_day(line: str, root: str, day: str) -> None:
    sentence = read(line)
    assert sentence.root is not None
    assert sentence.root.text == root
    assert [t.text for t in sentence.root.childs("npadvmod")] == [day]
    assert (sentence.start, sentence.text) == (0, line[: sentence.end])
    assert [t.i for t in sentence.tokens] == list(range(len(sentence.tokens)))
    assert all(line[t.start : t.end] == t.text for t in sentence.tokens)
    assert all(t in t.head.children for t in sentence.tokens if t.head is not None)


@pytest.mark.parametrize("line", ["Talks resume", "May 12 – ", "In May – so the union – talks resume", "May was wet."])
def test_a_line_without_a_day_before_it_stays_whole(line: str) -> None:
    assert after_day(line, 0, len(line)) == 0
