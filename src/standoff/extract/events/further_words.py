"""What stands beside a word as the lexicon lists it: the further words of a verb, those before a noun, unwanted ones."""

from collections.abc import Iterable, Sequence, Set
from functools import cache

from standoff.lexicon.actions import ByWord, Listed
from standoff.parse import Token, asked_once


def at_hand(verb: Token, listed: ByWord | None) -> Sequence[Listed]:
    """The senses whose further words may stand beside the verb, best first: most verbs with particles lack them."""
    if listed is None:
        return ()
    alone = verb.child("prt") is None  # call off is not call
    return listed.beside(_beside(verb) if listed.further else (), verb.sentence.words, alone=alone)


@asked_once
def _places(verb: Token) -> tuple[Token, ...]:
    """The words below which a verb's further words may stand: its own, and those it acts on."""
    acted_on = verb.childs("dobj", "nsubjpass")
    return (verb, *acted_on, *(also for o in acted_on for also in o.childs("conj")))


@asked_once
def _beside(verb: Token) -> frozenset[str]:
    """The words that may be a verb's first further one."""
    return frozenset([c.lower for p in _places(verb) for c in p.children])


def particles_of(verb: Token, rest: tuple[str, ...]) -> list[Token] | None:
    """The tokens of a verb's further words, below the verb, its objects or the word before; None where one is missing."""
    found: list[Token] = []
    if not rest:
        return found
    if rest[0] not in _beside(verb):
        return None  # most verbs
    places = _places(verb)
    for word in rest:
        here = _below(verb, word, (*reversed(found), *places))
        if here is None and found:
            following = verb.sentence.tokens[found[-1].i + 1 : found[-1].i + 2]
            here = following[0] if following and following[0].lower == word else None
        if here is None:
            return None
        found.append(here)
    return found


def _below(verb: Token, word: str, places: Iterable[Token]) -> Token | None:
    """A word where it stands below one of the places, behind the verb."""
    for place in places:
        for c in place.children:
            if c.lower == word and (c.i > verb.i or c.dep == "nsubjpass"):
                return c
    return None


def modifiers(noun: Token, before: tuple[str, ...]) -> list[Token]:
    """The tokens of the words listed before a noun, among what stands below it."""
    found = []
    for word in before:
        if word not in noun.sentence.words and word not in noun.sentence.lemmas:
            continue  # most words
        hit = next((t for t in noun.subtree() if t is not noun and word in (t.lower, t.lemma)), None)
        if hit is not None:
            found.append(hit)
    return found


def says(token: Token, around: Set[str], unwanted: tuple[str, ...]) -> bool:
    """Whether one of the unwanted words, or unwanted sequences of words, stands in the phrase."""
    if not around.isdisjoint(unwanted):
        return True
    near = [words for words in _sequences(unwanted) if words.split()[0] in around]
    if not near:
        return False  # most phrases
    text = " ".join([t.lower for t in token.subtree()])
    return any(words in text for words in near)


@cache
def _sequences(unwanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those of unwanted words that are several each."""
    return tuple(words for words in unwanted if " " in words)
