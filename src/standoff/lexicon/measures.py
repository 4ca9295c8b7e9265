"""What a figure means to a party: loss, income, workforce, firms, compensation, debt, output."""

from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table

Sort = Literal["money", "people", "things", "percent"]
Whose = Literal["owner", "subject", "object", "to", "for"]


class MeasureKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of figure and the words that tell it. `takers`: verbs whose subject owns what is counted, such as `withdraw`;
    `pays`: verbs whose subject gives the money away; `heads`: of the nouns those that name the figure in prose."""

    id: str
    sorts: tuple[Sort, ...]
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    takers: tuple[str, ...] = ()
    pays: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    whose: tuple[Whose, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class MeasureTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`measures.toml`."""

    measure: tuple[MeasureKind, ...]


@cache
def measure_kinds() -> tuple[MeasureKind, ...]:
    """Every kind, in the order of the table."""
    table: MeasureTable = load_table("measures", MeasureTable)
    return table.measure
