import pytest

from standoff.lexicon.credits import credit_words
from standoff.read.flat.looks import looks_of
from standoff.read.photo_credits import bracketed_credit, is_worded_credit
from standoff.read.shapes import is_photo_credit


@pytest.mark.parametrize("line", credit_words().examples)
def test_credits(line: str) -> None:
    assert is_worded_credit(line) or is_photo_credit(line)


@pytest.mark.parametrize("line", [*credit_words().examples, "FILE IMAGE", "Jane Roe, staff"])
def test_what_is_asked_first_keeps_every_credit(line: str) -> None:
    assert looks_of([line])[0][0].credit


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Crews at the gate. (Jane Roe/Shore Gazette)", "(Jane Roe/Shore Gazette)"),
        ("Crews at the gate (Jane Roe for The Shore Gazette)", "(Jane Roe for The Shore Gazette)"),
        ("Crews at the gate. (Supplied: Jane Roe)", "(Supplied: Jane Roe)"),
        ("Crews at the gate (Reuters)", "(Reuters)"),
        ("Shares of the builder fell (NYSE: UDB)", None),
        ("It pays for two charities (Seeds for Dunlin)", None),
        ("The sides met (after a day of silence)", None),
        ("The offer was put to a vote (9/11)", None),
    ],
)
def test_credits_in_brackets(line: str, credit: str | None) -> None:
    begin = bracketed_credit(line)
    assert (None if begin is None else line[begin:]) == credit


@pytest.mark.parametrize("line", credit_words().counter)
def test_no_credits(line: str) -> None:
    assert not is_worded_credit(line)
    assert not is_photo_credit(line)


def test_words_are_sorted() -> None:
    words = credit_words()
    for own in (words.banks, words.kinds, words.given, words.staff, words.pictures, words.joiners):
        assert list(own) == sorted(set(own))
        assert all(word == word.lower() for word in own)


def test_long_lines_are_quick() -> None:
    assert not is_worded_credit("A " * 44)
    assert not is_worded_credit("Photo " * 10_000)
