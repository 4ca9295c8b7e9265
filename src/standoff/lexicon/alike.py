"""Senses by which two pages may tell one act in other words, from `alike.toml`."""

from collections import defaultdict
from collections.abc import Set
from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.stems import stems


class Alike(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Senses of the action tables, of speech and of nouns with a day of their own, that tell one and the same kind of deed."""

    id: str
    senses: tuple[str, ...]
    examples: tuple[str, ...]
    family: str | None = None
    """The kind under which they are compared, where they are of several types."""
    words: tuple[str, ...] = ()
    """What one of them must be done to for that: `broke off the talks`."""


class AlikeTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`alike.toml`."""

    alike: tuple[Alike, ...]


@cache
def deeds() -> dict[str, frozenset[str]]:
    """By sense the ids of the deeds that it may tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in load_table("alike", AlikeTable).alike:
        for sense in entry.senses:
            found[sense].add(entry.id)
    return {sense: frozenset(ids) for sense, ids in found.items()}


@cache
def _shared_kinds() -> dict[str, tuple[str, frozenset[str]]]:
    """By sense the kind that others of its deed have too, and the stems of what it must be done to for that."""
    table = load_table("alike", AlikeTable).alike
    shared = [entry for entry in table if entry.family is not None]
    return {sense: (entry.family or "", stems(" ".join(entry.words))) for entry in shared for sense in entry.senses}


def kind_shared(rule: str, said: Set[str]) -> str | None:
    """The kind under which an act is compared with those of other types that may tell the same deed.

    Args:
        rule: the rule that made it.
        said: the stems of what stands near it.

    >>> kind_shared("sanction.break_off verb+object", {"talk"}), kind_shared("sanction.break_off verb+object", {"gas"})
    ('REJECT', None)
    """
    family, words = _shared_kinds().get(sense_of(rule), (None, frozenset[str]()))
    return family if words & said else None


@cache
def sense_of(rule: str) -> str:
    """The sense in the name of the rule that made an event.

    >>> sense_of("coerce.shut_border verb+object"), sense_of("dated_noun retold.offer"), sense_of("test")
    ('coerce.shut_border', 'retold.offer', 'test')
    """
    return next((word for word in rule.split() if "." in word), rule)


def tell_alike(one: str, other: str) -> bool:
    """The rules of two events stand for senses that may tell one deed.

    >>> tell_alike("protest.down_tools verb", "dated_noun protest.strike_noun"), tell_alike("aid.fund verb", "aid.fund verb")
    (True, False)
    """
    known, none = deeds(), frozenset[str]()
    return bool(known.get(sense_of(one), none) & known.get(sense_of(other), none))
