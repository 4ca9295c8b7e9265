"""The words of the ledger: every pattern takes its examples and none of its counter-examples."""

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.ledger import Cue, LedgerTable, tells
from standoff.lexicon.senses import senses, speeches

TABLE: LedgerTable = load_table("ledger", LedgerTable)


@pytest.mark.parametrize("cue", TABLE.cue, ids=lambda cue: cue.id)
def test_examples(cue: Cue) -> None:
    assert all(tells(cue.id, words) for words in cue.examples)
    assert not any(tells(cue.id, words) for words in cue.counter)


def test_sorted_and_known() -> None:
    ids = [cue.id for cue in TABLE.cue]
    assert ids == sorted(ids)
    known = {*(s.id for s in senses()), *(f"speech.{s.id}" for s in speeches()), "speech.say_will", "retold.offer"}
    assert {*TABLE.offering, *TABLE.pledging} <= known
