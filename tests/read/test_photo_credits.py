import pytest

from standoff.lexicon.credits import credit_words
from standoff.read.photo_credits import is_worded_credit
from standoff.read.shapes import is_photo_credit


@pytest.mark.parametrize("line", credit_words().examples)
def test_credits(line: str) -> None:
    assert is_worded_credit(line) or is_photo_credit(line)


@pytest.mark.parametrize("line", credit_words().counter)
def test_no_credits(line: str) -> None:
    assert not is_worded_credit(line)
    assert not is_photo_credit(line)


def test_words_are_sorted() -> None:
    words = credit_words()
    for own in (words.banks, words.kinds, words.given, words.staff):
        assert list(own) == sorted(set(own))
        assert all(word == word.lower() for word in own)


def test_long_lines_are_quick() -> None:
    assert not is_worded_credit("A " * 44)
    assert not is_worded_credit("Photo " * 10_000)
