"""The nouns by which news takes up an act: their form, and every example by the parser."""

import re

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.events.coder import Coder
from standoff.extract.events.dated_nouns import dated_nouns
from standoff.lexicon import load_table
from standoff.lexicon.actions import actions
from standoff.lexicon.plover import plover_types
from standoff.lexicon.retold import Retold, RetoldTable, retold_nouns
from standoff.model import Meta, Page, Part
from standoff.parse import parse

ENTRIES = load_table("retold", RetoldTable).retold
MORE = " The mayor of Linz was not there."


def rules(text: str) -> list[tuple[str, str]]:
    """The rules and words of the nouns that tell an act of their own."""
    plain = text.replace("[", "").replace("]", "") + MORE
    page = Page(id="x", text=plain, meta=Meta(), parts=(Part(start=0, end=len(plain), kind="story"),))
    parsed = parse(page)
    coder = Coder(actions(), find_actors(parsed))
    return [(d.rule, plain[d.trigger[0].start : d.trigger[-1].end]) for d in dated_nouns(coder, parsed.sentences, [])]


def test_entries_are_sorted_and_unique() -> None:
    ids = [entry.id for entry in ENTRIES]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_entry_refers_to_what_there_is(entry: Retold) -> None:
    assert entry.mode is None or entry.mode in {mode.id for mode in plover_types()[entry.type].modes}
    assert list(entry.nouns) == sorted(entry.nouns)


def test_word_lists_are_sorted() -> None:
    for words in load_table("retold", RetoldTable).words.values():
        assert list(words) == sorted(set(words))


def test_index_puts_longer_nouns_first() -> None:
    for listed in retold_nouns().nouns.values():
        assert [len(before) for _, before, _ in listed] == sorted((len(b) for _, b, _ in listed), reverse=True)


@pytest.mark.model
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_entry_takes_its_examples(entry: Retold) -> None:
    for example in entry.examples:
        (wanted,) = re.findall(r"\[(.*?)\]", example)
        assert (f"dated_noun retold.{entry.id}", wanted) in rules(example), (example, rules(example))
    for counter in entry.counter:
        assert not any(rule == f"dated_noun retold.{entry.id}" for rule, _ in rules(counter)), counter
