"""Every word of the actor tables in a sentence: the entries' own examples, and countries in sentences made for them."""

from collections.abc import Iterable

import pytest

from standoff.extract.actors import find_actors
from standoff.lexicon.actors import actor_nouns, countries, leaders, organisations, thing_kinds
from standoff.model import ActorRef, Span
from standoff.parse import parse
from standoff.testing import story

pytestmark = pytest.mark.model


def found_in(examples: Iterable[str]) -> list[tuple[str, tuple[ActorRef, ...], Span | None, str]]:
    """Of each example, alone on a page: its words in brackets, who and what stands there."""
    found = []
    for example in examples:
        start, end = example.index("["), example.index("]") - 1
        text = example.replace("[", "").replace("]", "")
        parsed = parse(story(text))
        actors = find_actors(parsed)
        inside = [t for s in parsed.sentences for t in s.within(start, end) if t.text[0].isalnum()]
        refs = next((r for t in reversed(inside) if (r := actors.of(t))), ())
        thing = next((s for t in reversed(inside) if (s := actors.thing(t))), None)
        found.append((example, refs, thing, text[start:end]))
    return found


def test_words_for_people_and_bodies() -> None:
    nouns = {n.id: n for n in actor_nouns().values() if not n.needs_owner}
    examples = {e: n for n in nouns.values() for e in n.examples}
    missed = [
        e
        for e, refs, _, _ in found_in(examples)
        if not refs or not (examples[e].sector is None or refs[0].id.endswith(examples[e].sector or ""))
    ]
    assert not missed


def test_organisations() -> None:
    ids = {e: o.id for o in organisations() for e in o.examples}
    assert not [(e, refs) for e, refs, _, _ in found_in(ids) if [r.id for r in refs] != [ids[e]]]


def test_leaders() -> None:
    sides = {e: x.of for x in leaders() for e in x.examples}
    assert not [e for e, refs, _, _ in found_in(sides) if not refs or not refs[0].id.startswith(sides[e])]


def test_things() -> None:
    examples = [e for t in thing_kinds().values() for e in t.examples]
    assert not [e for e, _, thing, _ in found_in(examples) if thing is None]


def test_every_name_of_a_country() -> None:
    wanted: dict[str, str] = {}
    for country in countries().values():
        for name in country.names:
            wanted[f"The envoys flew home after [{name}] rejected the offer."] = country.id
        for city in country.capitals:
            wanted[f"The envoys flew home after [{city}] rejected the offer."] = country.id
        for seat in country.seats:
            wanted[f"The envoys flew home after the [{seat}] rejected the offer."] = country.id
        for adjective in country.adjectives:
            wanted[f"The [{adjective} government] rejected the offer."] = country.id
    missed = [(e, refs) for e, refs, _, _ in found_in(wanted) if not refs or refs[0].id[:3] != wanted[e]]
    assert not missed
