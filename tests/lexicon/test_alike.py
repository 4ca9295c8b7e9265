"""Senses that may tell one deed: they are senses of the tables, and their examples tell them."""

import pytest

from standoff.annotate import annotate_page
from standoff.lexicon import load_table
from standoff.lexicon.alike import Alike, AlikeTable, sense_of
from standoff.lexicon.retold import RetoldTable
from standoff.lexicon.senses import ACTION_TABLES, ActionTable, SpeechTable
from standoff.model import PageInput

ENTRIES = load_table("alike", AlikeTable).alike
SENSES = {
    *(sense.id for name in ACTION_TABLES for sense in load_table(name, ActionTable).action),
    *(f"speech.{sense.id}" for sense in load_table("speech", SpeechTable).speech),
    *(f"retold.{entry.id}" for entry in load_table("retold", RetoldTable).retold),
    "speech.say_will_not",  # what `say_will` is called where it is denied
}


def test_entries_are_sorted_and_unique() -> None:
    ids = [entry.id for entry in ENTRIES]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_an_entry_names_senses_that_there_are(entry: Alike) -> None:
    assert list(entry.senses) == sorted(entry.senses)
    assert set(entry.senses) <= SENSES


@pytest.mark.model
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_examples_tell_the_deed(entry: Alike) -> None:
    for example in entry.examples:
        told = annotate_page(PageInput(id="x", text=example, plain=True, published="2013-05-03")).events
        assert {sense_of(event.rule) for event in told} & set(entry.senses), example
