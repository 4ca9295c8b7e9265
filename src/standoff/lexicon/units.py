"""Units: money, coins, measures, named rates, time, and nouns for people, each by its words and signs."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.unit_catalogue import CatalogueTable, load_catalogue, prefixed

Kind = Literal["money", "coin", "measure", "rate", "time"]


class MoneyEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A currency. `signs` stand before the number or after it and keep their case; `wary` ones are words too (`TRY`, `R`)."""

    id: str
    words: tuple[str, ...]
    signs: tuple[str, ...] = ()
    wary: tuple[str, ...] = ()
    examples: tuple[str, ...]


class CoinEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A small coin, `parts` to the unit; `of` is the currency it is read as where none is named."""

    id: str
    of: str
    parts: int = 100
    words: tuple[str, ...]
    signs: tuple[str, ...] = ()
    examples: tuple[str, ...]


class MeasureEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A measure by its UCUM code. Two measures of one `kind` can state the same amount."""

    id: str
    kind: str
    words: tuple[str, ...]
    signs: tuple[str, ...] = ()
    examples: tuple[str, ...]


class RateEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short form with a name of its own, such as `mph` or `bcm` (`factor` of its unit)."""

    id: str
    unit: str
    per: str | None = None
    factor: float = 1.0
    words: tuple[str, ...]
    examples: tuple[str, ...]


class TimeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A unit of time; `rates` are the words that make a rate of it, such as `annually`."""

    id: str
    words: tuple[str, ...]
    rates: tuple[str, ...] = ()
    examples: tuple[str, ...]


class PeopleEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns, singular, for people."""

    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class UnitTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`units.toml`."""

    money: tuple[MoneyEntry, ...]
    coin: tuple[CoinEntry, ...]
    measure: tuple[MeasureEntry, ...]
    rate: tuple[RateEntry, ...]
    time: tuple[TimeEntry, ...]
    people: PeopleEntry


@dataclass(frozen=True, slots=True)
class Unit:
    """What a word or a sign stands for: a unit, what it is per, and by how much its numbers are multiplied."""

    id: str
    kind: Kind
    sort: str = ""
    per: str | None = None
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Units:
    """The table in the form that a reader of text needs."""

    words: dict[tuple[str, ...], Unit]
    signs: dict[str, Unit]
    before: dict[str, Unit]
    wary: dict[str, Unit]
    rates: dict[str, str]
    people: frozenset[str]
    longest: int
    senses: dict[str, tuple[tuple[frozenset[str], Unit], ...]]


def plurals(word: str) -> tuple[str, ...]:
    """The word itself and its regular plural.

    >>> plurals("rupee"), plurals("penny")
    (('rupee', 'rupees'), ('penny', 'pennies'))
    """
    if word.endswith(("s", "x", "ch", "sh")):
        return word, word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word, word[:-1] + "ies"
    return word, word + "s"


def load_units() -> UnitTable:
    """The table as it stands in the file."""
    table: UnitTable = load_table("units", UnitTable)
    return table


@cache
def units() -> Units:
    """Every unit by its words and signs."""
    table = load_units()
    words: dict[tuple[str, ...], Unit] = {}
    signs: dict[str, Unit] = {}
    before: dict[str, Unit] = {}
    wary: dict[str, Unit] = {}
    rates: dict[str, str] = {}

    def add(unit: Unit, names: tuple[str, ...], marks: tuple[str, ...]) -> None:
        for name in names:
            for form in plurals(name):
                words.setdefault(tuple(form.split()), unit)
        for mark in marks:
            signs[mark] = unit

    for money in table.money:
        unit = Unit(money.id, "money", "money")
        add(unit, money.words, money.signs)
        before.update(dict.fromkeys(money.signs, unit))
        wary.update(dict.fromkeys(money.wary, unit))
    for coin in table.coin:
        add(Unit(coin.of, "coin", "money", factor=1 / coin.parts), coin.words, coin.signs)
    for measure in table.measure:
        add(Unit(measure.id, "measure", measure.kind), measure.words, measure.signs)
    for rate in table.rate:
        add(Unit(rate.unit, "rate", rate.id, per=rate.per, factor=rate.factor), rate.words, rate.words)
    for time in table.time:
        add(Unit(time.id, "time", "time"), time.words, ())
        rates.update(dict.fromkeys(time.rates, time.id))
    more = _Catalogued(words, signs, before, wary)
    more.add(load_catalogue())
    longest = max(len(key) for key in words)
    return Units(
        words, signs, before, wary, rates, frozenset(table.people.words), longest, more.senses(load_catalogue())
    )


@dataclass(frozen=True, slots=True)
class _Catalogued:
    """The tables that the catalogue adds to; what they hold comes first."""

    words: dict[tuple[str, ...], Unit]
    signs: dict[str, Unit]
    before: dict[str, Unit]
    wary: dict[str, Unit]

    def add(self, table: CatalogueTable) -> None:
        """Adds the units of the catalogue where a word or a sign is free."""
        for money in table.money:
            self._names(Unit(money.id, "money", "money"), money.words)
        for measure in (*table.measure, *prefixed(table)):
            unit = Unit(measure.id, "measure", measure.kind)
            self._names(unit, measure.words)
            for sign in measure.signs:
                self.signs.setdefault(sign, unit)
        for entry in table.sign:
            unit = Unit(entry.id, "money", "money")
            for sign in entry.before:
                self.before.setdefault(sign, unit)
            for sign in entry.wary:
                self.wary.setdefault(sign, unit)

    def _names(self, unit: Unit, names: tuple[str, ...]) -> None:
        for name in names:
            for form in plurals(name):
                self.words.setdefault(tuple(form.split()), unit)

    def senses(self, table: CatalogueTable) -> dict[str, tuple[tuple[frozenset[str], Unit], ...]]:
        """By each ambiguous sign the words around it and the unit that they tell."""
        known = {unit.id: unit for unit in (*self.words.values(), *self.signs.values())}
        found: dict[str, list[tuple[frozenset[str], Unit]]] = {}
        for sense in table.sense:
            unit = known.get(sense.unit) or Unit(sense.unit, "measure", sense.unit)
            for sign in sense.signs:
                found.setdefault(sign, []).append((frozenset(sense.near), unit))
        return {sign: tuple(rows) for sign, rows in found.items()}
