"""How states are said by what the thing is called: each entry takes its examples and leaves its counter-examples alone."""

from typing import get_args

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.state_words import StateWords, StateWordTable, state_words
from standoff.model import State

TABLE: StateWordTable = load_table("state_words", StateWordTable)
FIRST, *OTHERS = TABLE.words


def test_entries_are_sorted_and_distinct() -> None:
    assert [entry.id for entry in TABLE.words] == sorted({entry.id for entry in TABLE.words})
    heads = [head for entry in TABLE.words for head in entry.heads]
    assert len(heads) == len(set(heads))
    assert not FIRST.heads


@pytest.mark.parametrize("entry", TABLE.words, ids=lambda entry: entry.id)
def test_examples_and_every_state(entry: StateWords) -> None:
    assert entry.examples
    assert [state_words(name) for name in entry.examples] == [entry] * len(entry.examples)
    assert [name for name in entry.counter if state_words(name) is entry] == []
    for words in (entry.short, entry.now, entry.since, entry.ahead):
        assert set(words) == set(get_args(State))


def test_a_name_in_the_plural_and_none() -> None:
    assert state_words("the mill strikes").id == "halt"
    assert state_words(None) is state_words("") is FIRST
