"""Event types of other event data, by the PLOVER types that tell of the same."""

from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.model import PloverType


class OutsideTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`outside.toml`."""

    types: dict[str, tuple[PloverType, ...]]
    common: tuple[str, ...] = ()


@cache
def outside_types() -> dict[str, tuple[PloverType, ...]]:
    """PLOVER types by the name of an event type of other event data.

    >>> outside_types()["Protests"]
    ('PROTEST',)
    """
    table: OutsideTable = load_table("outside", OutsideTable)
    return table.types


@cache
def common_words() -> frozenset[str]:
    """Words of actors' names that tell no two actors apart.

    >>> "forces" in common_words()
    True
    """
    table: OutsideTable = load_table("outside", OutsideTable)
    return frozenset(table.common)
