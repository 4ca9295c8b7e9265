"""Words that tell of speech and thought, and how what is said hangs on them."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table

Form = Literal["quote", "clause", "inf", "of", "for", "on", "as", "object", "name"]


class CueEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs of one kind, as lemmas."""

    id: str
    verbs: tuple[str, ...]
    forms: tuple[Form, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class NounEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns whose `that` clause is what is said."""

    id: str
    nouns: tuple[str, ...]
    examples: tuple[str, ...]


class AccordingEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Prepositions that name a source for the rest of the sentence."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


class SpeechEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs of speech among the cues, as lemmas."""

    id: str
    verbs: tuple[str, ...]
    faceless: tuple[str, ...]
    pieces: tuple[str, ...]
    causing: tuple[str, ...]
    nameless: tuple[str, ...]
    headings: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class CueTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`cues.toml`."""

    cue: tuple[CueEntry, ...]
    noun: tuple[NounEntry, ...]
    according: tuple[AccordingEntry, ...]
    speech: tuple[SpeechEntry, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """The table by lemma. `forms` of a verb are those of all entries that have it."""

    forms: dict[str, frozenset[Form]]
    nouns: frozenset[str]
    according: frozenset[tuple[str, ...]]
    speech: frozenset[str]
    faceless: frozenset[str]
    pieces: frozenset[str]
    causing: frozenset[str]
    nameless: frozenset[str]
    headings: frozenset[str]


def load_cues() -> CueTable:
    """The table as it stands in the file."""
    table: CueTable = load_table("cues", CueTable)
    return table


@cache
def cues() -> Cues:
    """Every cue by its lemma."""
    table = load_cues()
    forms: dict[str, frozenset[Form]] = {}
    for entry in table.cue:
        for verb in entry.verbs:
            forms[verb] = forms.get(verb, frozenset()) | frozenset(entry.forms)
    return Cues(
        forms,
        frozenset(noun for entry in table.noun for noun in entry.nouns),
        frozenset(tuple(words.split()) for entry in table.according for words in entry.words),
        frozenset(verb for entry in table.speech for verb in entry.verbs),
        frozenset(noun for entry in table.speech for noun in entry.faceless),
        frozenset(noun for entry in table.speech for noun in entry.pieces),
        frozenset(verb for entry in table.speech for verb in entry.causing),
        frozenset(word for entry in table.speech for word in entry.nameless),
        frozenset(word for entry in table.speech for word in entry.headings),
    )
