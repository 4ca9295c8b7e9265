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
    verbs: tuple[str, ...] = ()
    """The verb that one of them must be told by for that: `called a strike`, not `began a strike`."""


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
def _shared_kinds() -> dict[str, tuple[str, frozenset[str], frozenset[str]]]:
    """By sense the kind that others of its deed have too, the stems of what it must be done to and of the verbs for that."""
    table = load_table("alike", AlikeTable).alike
    shared = [(e.family, stems(" ".join(e.words)), stems(" ".join(e.verbs)), e.senses) for e in table if e.family]
    return {sense: (family, words, verbs) for family, words, verbs, senses in shared for sense in senses}


def kind_shared(rule: str, said: Set[str], trigger: Set[str] = frozenset()) -> str | None:
    """The kind under which an act is compared with those of other types that may tell the same deed.

    Args:
        rule: the rule that made it.
        said: the stems of what stands near it.
        trigger: the stems of its own words.

    >>> kind_shared("sanction.break_off verb+object", {"talk"}), kind_shared("sanction.break_off verb+object", {"gas"})
    ('REJECT', None)
    """
    family, words, verbs = _shared_kinds().get(sense_of(rule), (None, frozenset[str](), frozenset[str]()))
    return family if (not words or words & said) and (not verbs or verbs & trigger) else None


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
