"""The tagger on the project's own news paragraphs, annotated by the TimeML guidelines before it was run on them."""

import pytest
from tests.times.news import Story, score, stories, story

STORIES = list(stories())


def test_there_is_enough_of_it() -> None:
    assert sum(len(one.wanted) for one in STORIES) >= 200


@pytest.mark.parametrize("one", STORIES, ids=lambda one: one.name)
def test_marks_slice_back(one: Story) -> None:
    assert all(one.text[w.start : w.end].strip() == one.text[w.start : w.end] != "" for w in one.wanted)
    assert "|" not in one.text


def test_marks_are_taken_out() -> None:
    read = story("s", "2013-08-07", "Shut [daily|P1D|SET] since [April|2013-04].")
    assert read.text == "Shut daily since April."
    assert [(read.text[w.start : w.end], w.kind) for w in read.wanted] == [("daily", "SET"), ("April", "DATE")]


def test_floors() -> None:
    figures, faults = score(STORIES)
    assert figures.value >= 0.93, faults
    assert figures.relaxed >= 0.98, faults
    assert figures.strict >= 0.97, faults
