"""More units than the common ones: SI prefixes, measures of trades and countries, signs of currencies, and senses of signs by their context."""

import msgspec

from standoff.lexicon import load_table


class PrefixEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A prefix of the SI by its word, with its sign."""

    id: str
    sign: str


class BaseEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A unit that takes prefixes: every prefix before its words, those of `prefixes` before its sign."""

    id: str
    kind: str
    words: tuple[str, ...]
    sign: str
    prefixes: tuple[str, ...]
    examples: tuple[str, ...]


class OtherMeasureEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A measure of a trade or a country."""

    id: str
    kind: str
    words: tuple[str, ...]
    signs: tuple[str, ...] = ()
    examples: tuple[str, ...]


class OtherMoneyEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """More words for a currency."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


class SignEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Signs of a currency: `before` its number, `wary` ones, which are words or letters too and want a sum behind them, and `shared`
    ones, which stand for another currency where the page does not speak of this one's country."""

    id: str
    before: tuple[str, ...] = ()
    wary: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    examples: tuple[str, ...]


class SenseEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an ambiguous sign stands for where one of the words `near` stands around it."""

    id: str
    signs: tuple[str, ...]
    unit: str
    near: tuple[str, ...]
    examples: tuple[str, ...]


class CatalogueTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`unit_catalogue.toml`."""

    prefix: tuple[PrefixEntry, ...]
    base: tuple[BaseEntry, ...]
    measure: tuple[OtherMeasureEntry, ...]
    sign: tuple[SignEntry, ...]
    sense: tuple[SenseEntry, ...]
    money: tuple[OtherMoneyEntry, ...]


def load_catalogue() -> CatalogueTable:
    """The table as it stands in the file."""
    table: CatalogueTable = load_table("unit_catalogue", CatalogueTable)
    return table


def prefixed(table: CatalogueTable) -> list[OtherMeasureEntry]:
    """Each unit with each of its prefixes: `kilovolt` with `kV`."""
    found = []
    for base in table.base:
        found.append(OtherMeasureEntry(id=base.id, kind=base.kind, words=base.words, examples=()))
        for prefix in table.prefix:
            words = tuple(prefix.id + word for word in base.words)
            signs = _signs(prefix, base) if prefix.id in base.prefixes else ()
            found.append(
                OtherMeasureEntry(id=prefix.id + base.id, kind=base.kind, words=words, signs=signs, examples=())
            )
    return found


_MICRO = "µμu"
"""The micro sign, the Greek letter, and the letter that stands for both on a plain keyboard."""


def _signs(prefix: PrefixEntry, base: BaseEntry) -> tuple[str, ...]:
    return tuple(sign + base.sign for sign in (_MICRO if prefix.id == "micro" else prefix.sign))
