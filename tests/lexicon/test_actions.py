"""The action lexicon: its form, and every example by the parser."""

from collections import Counter

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.draft import Draft
from standoff.extract.events import find_events
from standoff.lexicon import load_table
from standoff.lexicon.actions import Frames, actions
from standoff.lexicon.plover import plover_types
from standoff.lexicon.senses import ACTION_TABLES, ActionTable, Sense, Speech, senses, speeches
from standoff.model import Meta, Page, Part
from standoff.parse import parse

PREPOSITIONS = {"against", "at", "by", "for", "from", "in", "of", "on", "to", "with"}


def drafts(text: str) -> list[Draft]:
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    parsed = parse(page)
    return find_events(parsed, find_actors(parsed))


@pytest.mark.parametrize("table", ACTION_TABLES)
def test_entries_are_sorted_and_unique(table: str) -> None:
    loaded: ActionTable = load_table(table, ActionTable)
    ids = [entry.id for entry in loaded.action]
    assert ids == sorted(set(ids))


def test_no_two_senses_have_one_name() -> None:
    ids = Counter(sense.id for sense in senses())
    assert [name for name, times in ids.items() if times > 1] == []


def test_speech_is_sorted_and_unique() -> None:
    ids = [entry.id for entry in speeches()]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("sense", senses(), ids=lambda s: s.id)
def test_sense_refers_to_what_there_is(sense: Sense) -> None:
    frames: Frames = load_table("frames", Frames)
    known = {
        *frames.classes,
        "actor",
        "actor_state",
        "official",
        "deed",
        "foreign",
        "place",
        "name",
        "thing",
        "number",
        "any",
        "none",
    }
    words = [
        *sense.object,
        *sense.no_object,
        *sense.subject,
        *sense.no_subject,
        *(w for ws in sense.only.values() for w in ws),
    ]
    assert {w[1:] for w in words if w.startswith("@")} <= known
    modes = {mode.id for mode in plover_types()[sense.type].modes}
    assert sense.mode is None or sense.mode in modes
    assert set(sense.only) <= set(sense.verbs)
    assert ("@none",) not in sense.only.values(), "a verb that acts on nothing is not listed"
    assert set(sense.partner) <= set(sense.verbs)
    assert sense.verbs or sense.nouns
    assert not [noun for noun in sense.nouns if noun.split()[-1] in PREPOSITIONS], "a noun ends in its head"
    assert sense.examples


def test_every_type_has_senses() -> None:
    assert {s.type for s in senses()} | {"REQUEST", "THREATEN"} == set(plover_types())


def test_index_puts_longer_verbs_first() -> None:
    keys = [(sense.rank, len(rest)) for sense, rest in actions().verbs["pull"]]
    assert keys == sorted(keys, reverse=True)


def test_further_words_all_stand_in_the_sentence() -> None:
    pull, beside = actions().by_word["pull"], ("out", "crowds")
    listed = pull.beside(beside, frozenset({"crowds", "out", "pull"}), alone=True)
    assert {one.rest for one in listed} == {(), ("out",)}
    assert [one.sense.rank for one in listed] == sorted((one.sense.rank for one in listed), reverse=True)
    particles = pull.beside(beside, frozenset({"crowds", "of", "out", "pull"}), alone=False)
    assert {one.rest for one in particles} == {("out",), ("out", "of")}


def test_no_sense_stands_alone_beside_a_particle_that_none_lists() -> None:
    pull = actions().by_word["pull"]
    assert pull.beside((), frozenset({"pull"}), alone=True) == pull.bare
    assert pull.beside((), frozenset({"pull"}), alone=False) == []


@pytest.mark.model
@pytest.mark.parametrize("sense", senses(), ids=lambda s: s.id)
def test_sense_takes_its_examples(sense: Sense) -> None:
    assert sense.examples
    for example in sense.examples:
        assert any(d.rule.startswith(f"{sense.id} ") for d in drafts(example)), (
            example,
            [d.rule for d in drafts(example)],
        )
    for counter in sense.counter:
        assert not any(d.rule.startswith(f"{sense.id} ") for d in drafts(counter)), counter


@pytest.mark.model
@pytest.mark.parametrize("speech", speeches(), ids=lambda s: s.id)
def test_speech_takes_its_examples(speech: Speech) -> None:
    assert speech.examples
    for example in speech.examples:
        assert any(f"speech.{speech.id}" in d.rule or speech.act == "say" for d in drafts(example)), (
            example,
            [d.rule for d in drafts(example)],
        )
    for counter in speech.counter:
        assert not any(d.rule.startswith(f"speech.{speech.id}") for d in drafts(counter)), counter
