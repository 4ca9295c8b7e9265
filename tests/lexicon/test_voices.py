from typing import get_args

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.voices import Voice, VoiceId, VoiceTable, voices

TABLE = load_table("voices", VoiceTable).voice


def test_entries_and_their_words_are_sorted_and_stand_once() -> None:
    assert [entry.id for entry in TABLE] == sorted(get_args(VoiceId))
    words = [word for entry in TABLE for word in entry.words]
    assert len(set(words)) == len(words)
    assert all(list(entry.words) == sorted(entry.words) for entry in TABLE)


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.id)
def test_examples_are_told_by_their_voice_above_all(entry: Voice) -> None:
    place = get_args(VoiceId).index(entry.id)
    for example in entry.examples:
        words = example.lower().strip(".").replace(",", "").split()
        counts = [sum(word in own for word in words) for own in voices()]
        assert counts[place] == max(counts) > 0
