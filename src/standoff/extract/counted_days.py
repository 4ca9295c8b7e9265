"""When a strike began whose noun counts its days: `the strike, now in its fourth day,`, `the tenth day of the strike`, `week-old`.

What a verb says of how long it has lasted stands in `lasted`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff import edtf
from standoff.extract.dated import Dated
from standoff.extract.lasted import count_of, order_of
from standoff.lexicon.actions import actions
from standoff.lexicon.times import days_in
from standoff.parse import Token

_MOST = 400  # of a unit: who counts further counts something else
_INTO = frozenset(("in", "into"))


@dataclass(frozen=True, slots=True)
class Count:
    """So many days, weeks or months of so many `days`: the one that runs (`whole` false), or those that are over."""

    number: int
    days: float
    whole: bool


def counted(words: Sequence[Token]) -> Count | None:
    """How long the stoppage among some words has lasted, as its phrase counts it; None where nothing does."""
    stoppages = (w for w in words if w.is_noun and w.lemma in actions().classes["stoppage"])
    return next((found for noun in stoppages if (found := _of_noun(noun)) is not None), None)


def counted_back(count: Count, day: str) -> Dated | None:
    """The day, or the days, on which it began that has lasted so long on a day."""
    after = count.number if count.whole else count.number - 1
    last = edtf.shift(day, f"P{round(after * count.days)}D", "before") if after else day
    if last is None or not edtf.is_day(last):
        return None
    last = last.rstrip("~")
    if count.whole or count.days == 1:
        return Dated(f"{last}~" if count.whole else last, "relative", since=True)
    first = edtf.shift(last, f"P{round(count.days) - 1}D", "before")
    return Dated(f"{first}/{last}", "relative", since=True) if first is not None else None


def _of_noun(noun: Token) -> Count | None:
    return next(filter(None, map(_running, _units_of(noun))), None) or _old(noun)


def _units_of(noun: Token) -> Iterator[Token]:
    """The words for days or weeks that a noun lies in."""
    preposition = noun.head if noun.dep == "pobj" else None
    if preposition is not None and preposition.lower == "of" and preposition.head is not None:
        yield preposition.head  # the tenth day of the strike
    for inner in noun.childs("prep"):
        if inner.lower in _INTO and (unit := inner.child("pobj")) is not None:
            yield unit


def _running(unit: Token) -> Count | None:
    """`its fourth day`, `its third week`, `day 30`."""
    days = days_in(unit.lemma)
    if days is None:
        return None
    orders = (order_of(c) or (count_of(c) if c.i > unit.i and c.dep == "nummod" else None) for c in unit.children)
    number = next((int(n) for n in orders if n is not None), None)
    return Count(number, days, whole=False) if number is not None and 0 < number < _MOST else None


def _old(noun: Token) -> Count | None:
    """`the week-old strike`, `the 12-day-old walkout`."""
    tokens = noun.sentence.tokens
    old = next((c for c in noun.children if c.i < noun.i and c.lower == "old"), None)
    unit = tokens[old.i - 2] if old is not None and old.i > 1 and tokens[old.i - 1].text == "-" else None
    days = days_in(unit.lemma) if unit is not None else None
    if unit is None or days is None:
        return None
    before = tokens[unit.i - 2] if unit.i > 1 and tokens[unit.i - 1].text == "-" else None
    number = int((count_of(before) if before is not None else None) or 1)
    return Count(number, days, whole=True) if 0 < number < _MOST else None
