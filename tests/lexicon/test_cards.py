import pytest

from standoff.lexicon import load_table
from standoff.lexicon.cards import CardTable, Label, is_card_label

TABLE = load_table("cards", CardTable).label


def test_entries_and_their_words_are_sorted_and_stand_once() -> None:
    assert [entry.id for entry in TABLE] == sorted(entry.id for entry in TABLE)
    words = [word for entry in TABLE for word in entry.words]
    assert len(set(words)) == len(words)
    assert all(list(entry.words) == sorted(entry.words) for entry in TABLE)


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.id)
def test_examples_are_taken_and_counter_examples_are_not(entry: Label) -> None:
    assert all(map(is_card_label, (*entry.words, *entry.examples)))
    assert not any(map(is_card_label, entry.counter))
