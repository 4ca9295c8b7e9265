"""Words by which captions name whose picture they show, from `credits.toml`."""

from functools import cache

import msgspec

from standoff.lexicon import load_table


class CreditTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`credits.toml`."""

    banks: tuple[str, ...]
    kinds: tuple[str, ...]
    given: tuple[str, ...]
    staff: tuple[str, ...]
    pictures: tuple[str, ...]
    joiners: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def credit_words() -> CreditTable:
    """The words of credits, ready to be put into patterns."""
    table: CreditTable = load_table("credits", CreditTable)
    return table


@cache
def credit_keys() -> frozenset[str]:
    """Words without one of which, or a mark or a word for pictures, no line is a credit by its words."""
    words = credit_words()
    named = (*words.banks, *words.given, *words.staff, "source", "credit")
    return frozenset(max(name.split(), key=len) for name in named)
