import numpy as np
import pytest

from standoff.lexicon.furniture import furniture
from standoff.lexicon.notices import notices
from standoff.read.flat.looks import looks_of
from standoff.read.flat.openings import may_close, may_glue
from standoff.read.flat.words import FURNITURE, NOTICE, word_counts


@pytest.mark.parametrize(
    ("text", "says", "closes", "glues"),
    [
        ("Jane Roe wrote:", True, False, False),
        ("Ferryman said…", True, False, False),
        ("Like · Reply · 4 May 2015 19:20", False, True, False),
        ("The ferry leaves at 10:20.", False, False, False),
        ("Reply 3d", False, True, False),
        ("14h", False, True, False),
        ("Gull425 May 2015 06:41", False, False, True),
        ("The ferry stayed in port in 2015.", False, False, False),
    ],
)
def test_what_a_line_may_begin(text: str, says: bool, closes: bool, glues: bool) -> None:
    looks = looks_of([text])[0][0]
    assert (looks.says, may_close(text), may_glue(text)) == (says, closes, glues)
    assert (looks.closes, looks.stamped) == (closes, glues)


@pytest.mark.parametrize("text", ["(Comments, please)", "“Newsletter” of the week", "The paper's newsletter, weekly"])
def test_words_of_furniture_are_counted_with_marks_at_them(text: str) -> None:
    words = text.lower().split()
    assert word_counts(words, np.array([0])).keys[0] & FURNITURE
    assert furniture().roles(text, words, known=True) == furniture().roles(text)


@pytest.mark.parametrize("text", ["[Correction:", "Clarification—", "*Updated"])
def test_words_of_notices_are_counted_with_marks_at_them(text: str) -> None:
    words = text.lower().split()
    assert bool(word_counts(words, np.array([0])).keys[0] & NOTICE) == (
        not notices().keys.isdisjoint([word.strip("[:—*") for word in words])
    )
