"""Words that say why: links between an act and its reason, verbs and nouns of reason, aim and interest, standing conditions."""

import re
from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.model import ReasonKind


class ReasonLink(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that stand between an act and why it is done, and what may follow them."""

    id: str
    kind: ReasonKind
    words: tuple[str, ...]
    forms: tuple[str, ...]
    after: tuple[str, ...] = ()
    noun: bool = False
    not_before: tuple[str, ...] = ()
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class ReasonVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs one complement of which tells why."""

    id: str
    kind: ReasonKind
    verbs: tuple[str, ...]
    why: tuple[str, ...]
    what: str | None = None
    claims: bool = False
    adds: bool = False
    adds_only: bool = False
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class ReasonNoun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for a reason, an aim, an interest: what they are is told by a copula."""

    id: str
    kind: ReasonKind
    nouns: tuple[str, ...]
    examples: tuple[str, ...]


class Purpose(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An infinitive of purpose: after which acts, and which verbs and nouns with it tell none."""

    id: str
    after: tuple[str, ...]
    not_nouns: tuple[str, ...]
    not_verbs: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A condition that stands for long, as a regular expression over a sentence in lower case, and what each match has in it."""

    id: str
    has: tuple[str, ...]
    pattern: str
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class ReasonTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`reasons.toml`."""

    link: tuple[ReasonLink, ...]
    verb: tuple[ReasonVerb, ...]
    noun: tuple[ReasonNoun, ...]
    purpose: tuple[Purpose, ...]
    condition: tuple[Condition, ...]


@cache
def reason_table() -> ReasonTable:
    """The table as it stands in the file."""
    table: ReasonTable = load_table("reasons", ReasonTable)
    return table


@cache
def reason_links() -> dict[str, tuple[tuple[tuple[str, ...], ReasonLink], ...]]:
    """The links by their first word, longest first, each with its words."""
    found: dict[str, list[tuple[tuple[str, ...], ReasonLink]]] = {}
    for entry in reason_table().link:
        for words in entry.words:
            row = tuple(words.split())
            found.setdefault(row[0], []).append((row, entry))
    return {
        first: tuple(sorted(rows, key=lambda r: (-len(r[0]), not r[1].noun, r[0]))) for first, rows in found.items()
    }


@cache
def reason_verbs() -> dict[str, tuple[ReasonVerb, ...]]:
    """The entries of each verb, by lemma."""
    found: dict[str, tuple[ReasonVerb, ...]] = {}
    for entry in reason_table().verb:
        for verb in entry.verbs:
            found[verb] = (*found.get(verb, ()), entry)
    return found


@cache
def reason_nouns() -> dict[str, ReasonNoun]:
    """The entry of each noun, by lemma."""
    return {noun: entry for entry in reason_table().noun for noun in entry.nouns}


@cache
def conditions() -> tuple[tuple[Condition, re.Pattern[str]], ...]:
    """The standing conditions with their patterns."""
    return tuple((entry, re.compile(entry.pattern)) for entry in reason_table().condition)
