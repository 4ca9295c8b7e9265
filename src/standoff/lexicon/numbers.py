"""Number words, magnitudes, hedges, and the words around a number that decide whether it is an amount."""

from dataclasses import dataclass
from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.units import plurals


class HedgeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make a number approximate. `said`: the one that prose uses for all of them."""

    id: str
    said: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class ScaleEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A magnitude: its words, and the letters glued to a figure (`short`)."""

    id: str
    value: float
    words: tuple[str, ...]
    short: tuple[str, ...]
    examples: tuple[str, ...]


class ValueTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words with their values."""

    words: dict[str, int]
    examples: tuple[str, ...]


class WordTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one use."""

    words: tuple[str, ...]
    examples: tuple[str, ...]


class FormTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words, each with the form it belongs to."""

    words: dict[str, str]
    examples: tuple[str, ...]


class NumberTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`numbers.toml`. `after`: hedges that follow the amount."""

    hedge: tuple[HedgeEntry, ...]
    after: tuple[HedgeEntry, ...]
    scale: tuple[ScaleEntry, ...]
    small: ValueTable
    parts: ValueTable
    labels: WordTable
    added: WordTable
    harm: WordTable
    asides: WordTable
    stops: WordTable
    singulars: WordTable
    attributive: WordTable
    plurals: WordTable
    singular_of: FormTable


LONGEST_HEDGE = 4
"""Words."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The table in the form that a reader of text needs. `hedges` and `after` are word sequences."""

    small: dict[str, int]
    scales: dict[str, float]
    short: dict[str, float]
    parts: dict[str, int]
    hedges: frozenset[tuple[str, ...]]
    after: frozenset[tuple[str, ...]]
    labels: frozenset[str]
    added: frozenset[str]
    harm: frozenset[str]
    asides: frozenset[str]
    stops: frozenset[str]
    singulars: frozenset[str]
    attributive: frozenset[str]
    plurals: frozenset[str]
    singular_of: dict[str, str]


def load_numbers() -> NumberTable:
    """The table as it stands in the file."""
    table: NumberTable = load_table("numbers", NumberTable)
    return table


@cache
def numbers() -> Numbers:
    """Every number word, hedge and guard."""
    table = load_numbers()
    parts: dict[str, int] = {}
    for word, value in table.parts.words.items():
        parts.update(dict.fromkeys(plurals(word), value))
    parts["halves"] = 2
    return Numbers(
        small=dict(table.small.words),
        scales={word: entry.value for entry in table.scale for word in entry.words},
        short={word: entry.value for entry in table.scale for word in entry.short},
        parts=parts,
        hedges=frozenset(tuple(phrase.split()) for entry in table.hedge for phrase in entry.words),
        after=frozenset(tuple(phrase.split()) for entry in table.after for phrase in entry.words),
        labels=frozenset(table.labels.words),
        added=frozenset(table.added.words),
        harm=frozenset(table.harm.words),
        asides=frozenset(table.asides.words),
        stops=frozenset(table.stops.words),
        singulars=frozenset(table.singulars.words),
        attributive=frozenset(table.attributive.words),
        plurals=frozenset(table.plurals.words),
        singular_of=table.singular_of.words,
    )


@cache
def _hedges_said() -> dict[str, str]:
    return {phrase: entry.said for entry in load_numbers().hedge for phrase in entry.words}


def hedge_before(words: str) -> str | None:
    """How words that stand before an amount bound it; None where they say it outright.

    >>> hedge_before("It lost as much as "), hedge_before("In all more than $"), hedge_before("It lost ")
    ('up to', 'more than', None)
    """
    last = words.lower().rstrip("$€£¥ ").split()[-LONGEST_HEDGE:]
    tried = (" ".join(last[n:]) for n in range(len(last)))
    return next((said for phrase in tried if (said := _hedges_said().get(phrase))), None)
