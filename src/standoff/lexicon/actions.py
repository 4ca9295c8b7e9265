"""The action lexicon, indexed: verbs and nouns of the 16 PLOVER types with their senses, support verbs, word classes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.senses import Sense, Speech, senses, speeches
from standoff.model import PloverType


class Frames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`frames.toml`: word classes, support verbs, verbs that pass their subject on."""

    light: tuple[str, ...]
    reversed: tuple[str, ...]
    copulas: tuple[str, ...]
    occur: tuple[str, ...]
    operators: dict[str, str]
    adjectives: dict[str, str]
    recipients: dict[PloverType, tuple[str, ...]]
    classes: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    nominal: dict[str, str]


Worded = tuple[Sense, tuple[str, ...]]
"""A sense with the words that stand beside the verb or noun as it is listed."""

FIRST = 5
"""Senses of this rank come before words of speaking."""


@dataclass(slots=True, frozen=True)
class Asked:
    """What a sense asks of a word: the lemmas that it may have, those of listed classes among them, and the other `@` classes.

    `named`: all the `@` classes; `further`: those of which a list of words does not tell everything.
    """

    words: frozenset[str]
    named: tuple[str, ...]
    further: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Listed:
    """A sense of one verb, with what is the same wherever it stands: the further words, the whole entry, what it acts on.

    `asked`, `no_object`, `subject`, `no_subject`: what its lists of words ask for.
    `restricted`: it asks for an object of this verb, so it comes before support verbs; `plain`: what the verb acts on tells
    alone whether it may fit.
    """

    sense: Sense
    rest: tuple[str, ...]
    written: str
    wanted: tuple[str, ...]
    asked: Asked
    no_object: Asked
    subject: Asked
    no_subject: Asked
    restricted: bool
    plain: bool


@dataclass(slots=True)
class ByWord:
    """The senses of a verb with their places in its list: those without a further word, and the others by their first one."""

    bare: list[Listed] = field(default_factory=list)
    placed: list[tuple[int, Listed]] = field(default_factory=list)
    further: dict[str, list[tuple[int, Listed]]] = field(default_factory=dict)

    def beside(self, words: Iterable[str], sentence: frozenset[str], *, alone: bool) -> list[Listed]:
        """The senses that may stand beside some words, best first; their number is that of what fits, not of what is listed.

        `sentence`: all words that stand there; `alone`: the senses without a further word may stand too.
        """
        found = [
            pair
            for word in words
            if word in self.further
            for pair in self.further[word]
            if sentence.issuperset(pair[1].rest)
        ]
        if not found:
            return self.bare if alone else []
        if alone:
            found += self.placed
        found.sort(key=itemgetter(0))
        return [listed for _, listed in found]


_FURTHER = frozenset({"people", "protesters", "workers"})  # listed classes that words are in by more than their lists


@dataclass(slots=True)
class Actions:
    """The lexicon, indexed: first word of a verb, last word of a noun -> senses with the words as listed, best first."""

    verbs: dict[str, list[Worded]] = field(default_factory=dict)
    by_word: dict[str, ByWord] = field(default_factory=dict)
    first: dict[str, ByWord] = field(default_factory=dict)
    """Those of them that come before words of speaking."""
    telling: frozenset[str] = frozenset()
    """The verbs that any table has: no other tells an act."""
    worded: frozenset[str] = frozenset()
    """They, and the nouns and adjectives that any table has: of no other noun or adjective is more asked."""
    named: frozenset[str] = frozenset()
    """The nouns that may tell an act by themselves."""
    nouns: dict[str, list[Worded]] = field(default_factory=dict)
    speech_verbs: dict[str, list[tuple[Speech, tuple[str, ...]]]] = field(default_factory=dict)
    speech_nouns: dict[str, list[tuple[Speech, tuple[str, ...]]]] = field(default_factory=dict)
    speech_adjectives: dict[str, list[tuple[Speech, tuple[str, ...]]]] = field(default_factory=dict)
    operators: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    recipients: dict[PloverType, tuple[str, ...]] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    plain_light: frozenset[str] = frozenset()
    reversed: frozenset[str] = frozenset()
    occur: frozenset[str] = frozenset()
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    nominal: dict[str, str] = field(default_factory=dict)
    _asked: dict[tuple[str, ...], Asked] = field(default_factory=dict)

    def asked(self, wanted: tuple[str, ...]) -> Asked:
        """What a list of lemmas and `@` classes asks for: worked out once for each list."""
        known = self._asked.get(wanted)
        if known is None:
            named = tuple(w[1:] for w in wanted if w.startswith("@"))
            listed = (self.classes.get(name, frozenset()) for name in named)
            words = frozenset(w for w in wanted if not w.startswith("@")).union(*listed)
            further = tuple(name for name in named if name in _FURTHER or name not in self.classes)
            known = self._asked[wanted] = Asked(words, named, further)
        return known


@cache
def actions() -> Actions:
    """The lexicon, indexed once a process."""
    frames = load_table("frames", Frames)
    index = _without_senses(frames)
    _list_senses(index, frames.copulas)
    _list_speeches(index)
    index.by_word = {verb: _by_word(index, verb, listed) for verb, listed in index.verbs.items()}
    index.first = {
        verb: _by_word(index, verb, first)
        for verb, listed in index.verbs.items()
        if (first := [pair for pair in listed if pair[0].rank >= FIRST])
    }
    index.telling = index.light.union(
        index.occur,
        index.verbs,
        index.speech_verbs,
        *(index.words[name] for name in ("appointed", "perceived", "sweeping")),
    )
    index.named = index.words["decided"].union(index.nouns, index.nominal)
    index.worded = index.telling.union(index.named, index.speech_nouns, index.speech_adjectives)
    return index


def _without_senses(frames: Frames) -> Actions:
    """The word classes and the lists of `frames.toml`."""
    return Actions(
        operators=frames.operators,
        adjectives=frames.adjectives,
        recipients=frames.recipients,
        plain_light=frozenset(frames.light),
        light=frozenset(
            (*frames.light, *(v for s in senses() for v in s.light), *(v for s in speeches() for v in s.light))
        ),
        reversed=frozenset(frames.reversed),
        occur=frozenset(frames.occur),
        classes={name: frozenset(words) for name, words in frames.classes.items()},
        words={name: frozenset(words) for name, words in frames.words.items()},
        nominal=frames.nominal,
    )


def _list_senses(index: Actions, copulas: Sequence[str]) -> None:
    """Adds the senses by the words that have them, best first; those of `be` with a further word to every copula."""
    for sense in senses():
        for verb in sense.verbs:
            first, *rest = verb.split()
            for word in (first, *copulas) if first == "be" and rest else (first,):
                index.verbs.setdefault(word, []).append((sense, tuple(rest)))
        for noun in sense.nouns:
            *before, last = noun.replace("-", " ").split()
            index.nouns.setdefault(last, []).append((sense, tuple(before)))
    for listed in index.verbs.values():
        listed.sort(key=_order)
    for listed in index.nouns.values():
        listed.sort(key=lambda pair: (-len(pair[1]), pair[0].id))


def _list_speeches(index: Actions) -> None:
    """Adds the words of speaking, best first."""
    for speech in speeches():
        for verb in speech.verbs:
            first, *rest = verb.split()
            index.speech_verbs.setdefault(first, []).append((speech, tuple(rest)))
        for noun in speech.nouns:
            *before, last = noun.split()
            index.speech_nouns.setdefault(last, []).append((speech, tuple(before)))
        for adjective in speech.adjectives:
            index.speech_adjectives.setdefault(adjective, []).append((speech, ()))
    for said in index.speech_verbs.values():
        said.sort(key=lambda pair: (-len(pair[1]), pair[0].act == "say"))


def _by_word(index: Actions, verb: str, listed: list[Worded]) -> ByWord:
    """The senses of a verb by their first further word."""
    by_word = ByWord()
    for place, (sense, rest) in enumerate(listed):
        found = _listed(index, " ".join((verb, *rest)), sense, rest)
        if rest:
            by_word.further.setdefault(rest[0], []).append((place, found))
        else:
            by_word.bare.append(found)
            by_word.placed.append((place, found))
    return by_word


def _listed(index: Actions, written: str, sense: Sense, rest: tuple[str, ...]) -> Listed:
    """A sense as one entry of its verbs lists it."""
    only = sense.only.get(written)
    wanted = only or sense.object
    return Listed(
        sense=sense,
        rest=rest,
        written=written,
        wanted=wanted,
        asked=index.asked(wanted),
        no_object=index.asked(sense.no_object),
        subject=index.asked(sense.subject),
        no_subject=index.asked(sense.no_subject),
        restricted=bool(sense.rank or sense.object or only),
        plain=bool(wanted) and not (rest or sense.clause or sense.thing_subject or sense.suffered),
    )


def _order(pair: Worded) -> tuple[int, int, int, int, str]:
    """By rank, more words first, then senses that ask for an object, a subject or words, then by id."""
    sense, rest = pair
    return (-sense.rank, -len(rest), -bool(sense.object), -(bool(sense.subject) + bool(sense.words)), sense.id)
