import pytest

from standoff.lexicon import load_table
from standoff.lexicon.talks import TalksCue, TalksTable, read_cue

CUES = load_table("talks", TalksTable).cue


def test_sorted_and_unique() -> None:
    ids = [cue.id for cue in CUES]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_examples(cue: TalksCue) -> None:
    assert cue.examples
    for example in cue.examples:
        assert read_cue(cue.field, example) == cue.value, example
    for counter in cue.counter:
        assert read_cue(cue.field, counter) != cue.value, counter
