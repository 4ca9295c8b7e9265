"""Words by which an act is known to open or shut a thing, from `state_acts.toml`."""

from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.stems import stem


class WordClass(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of words. They match by stem, in what an event's trigger, object or topic says."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class WordClassTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`state_acts.toml`."""

    words: tuple[WordClass, ...]


@cache
def word_class(name: str) -> frozenset[str]:
    """The stems of a class."""
    return frozenset(stem(word) for word in words_of_class(name))


@cache
def words_of_class(name: str) -> frozenset[str]:
    """The words of a class as they stand in the table."""
    table = load_table("state_acts", WordClassTable)
    return frozenset(next(entry for entry in table.words if entry.id == name).words)


@cache
def goods_kinds() -> tuple[frozenset[str], ...]:
    """The stems of each kind of goods, so that wheat is grain and no gas."""
    table = load_table("state_acts", WordClassTable)
    return tuple(word_class(entry.id) for entry in table.words if entry.id.startswith("goods_"))
