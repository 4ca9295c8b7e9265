"""Words of bylines beside the names in them, from `bylines.toml`: what somebody does for a paper, buttons, outlets."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from standoff.lexicon import load_table


class BylineTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`bylines.toml`."""

    jobs: tuple[str, ...]
    people: tuple[str, ...]
    ranks: tuple[str, ...]
    leads: tuple[str, ...]
    nobody: tuple[str, ...]
    outlets: tuple[str, ...]
    stamped: tuple[str, ...]
    buttons: tuple[str, ...]
    covers: tuple[str, ...]
    reach: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def byline_words() -> BylineTable:
    """The words of bylines."""
    table: BylineTable = load_table("bylines", BylineTable)
    return table


@cache
def jobs() -> frozenset[str]:
    """What somebody does for a paper."""
    return frozenset(byline_words().jobs)


@cache
def ranks() -> frozenset[str]:
    """The words of ranks and fields, each by itself."""
    return frozenset(word for rank in byline_words().ranks for word in rank.split())


def one_of(words: Iterable[str]) -> str:
    """A pattern that takes any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
