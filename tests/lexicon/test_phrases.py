"""The patterns of turns of phrase: found in their examples, and not in their counter-examples."""

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.phrases import Phrase, PhraseTable, phrase

PHRASES = load_table("phrases", PhraseTable).phrase


@pytest.mark.parametrize("entry", PHRASES, ids=lambda entry: entry.id)
def test_examples(entry: Phrase) -> None:
    assert all(phrase(entry.id).search(example) for example in entry.examples), entry.examples
    assert not any(phrase(entry.id).search(counter) for counter in entry.counter), entry.counter


def test_sorted_without_doubles() -> None:
    ids = [entry.id for entry in PHRASES]
    assert ids == sorted(set(ids))
