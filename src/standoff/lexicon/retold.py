"""Nouns by which news takes up an act that another page or paragraph told at length, from `retold.toml`."""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.senses import Sense
from standoff.model import PloverType

Whose = Literal["ballot", "both", "court", "employing", "offering", "page", "working"]


class Retold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns that tell an act with a time of its own in their phrase: `Friday's deal`, `the accord reached on Monday`.

    `whose`: who did it where the noun does not say: `both` sides of the page, the side `offering` terms, `employing` people or
    `working`, a `court`, or whoever the `page` tells of doing the same; a `ballot` is what the page says came of it. `deed`: a
    verb must say that it came about (`signed in May`), or somebody be named whose it is. `words`: of which one must stand in
    the noun's phrase. Each noun stands in brackets in the examples.
    """

    id: str
    type: PloverType
    mode: str | None = None
    nouns: tuple[str, ...]
    whose: Whose = "page"
    deed: bool = False
    words: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()
    prior: float = 0.8
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class RetoldTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`retold.toml`: the nouns; `words`: verbs that say that an act came about, words that only put it off."""

    retold: tuple[Retold, ...]
    words: dict[str, tuple[str, ...]]


@dataclass(slots=True)
class RetoldNouns:
    """The table, indexed by a noun's last word: the sense that it stands for, the words before it, the entry."""

    nouns: dict[str, list[tuple[Sense, tuple[str, ...], Retold]]] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)


@cache
def retold_nouns() -> RetoldNouns:
    """The table, indexed once a process; nouns of several words come first."""
    table = load_table("retold", RetoldTable)
    index = RetoldNouns(words={name: frozenset(words) for name, words in table.words.items()})
    for entry in table.retold:
        sense = Sense(
            id=f"retold.{entry.id}",
            type=entry.type,
            mode=entry.mode,
            joint=entry.whose == "both",
            only_words={noun.split()[-1]: entry.words for noun in entry.nouns} if entry.words else {},
            no_words=entry.no_words,
            prior=entry.prior,
            examples=entry.examples,
        )
        for noun in entry.nouns:
            *before, last = noun.replace("-", " ").split()
            index.nouns.setdefault(last, []).append((sense, tuple(before), entry))
    for listed in index.nouns.values():
        listed.sort(key=lambda found: (-len(found[1]), found[2].id))
    return index
