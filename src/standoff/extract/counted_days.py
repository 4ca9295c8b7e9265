"""When a strike began whose noun counts its days: `the strike, now in its fourth day,`, `the tenth day of the strike`, `week-old`.

What a verb says of how long it has lasted stands in `lasted`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff import edtf
from standoff.extract.dated import Dated
from standoff.extract.lasted import count_of, order_of
from standoff.lexicon.actions import actions
from standoff.parse import Token

_DAYS = {"day": 1, "week": 7, "month": 30}
_MOST = 400  # of a unit: who counts further counts something else
_INTO = frozenset(("in", "into"))


@dataclass(frozen=True, slots=True)
class Count:
    """So many days, weeks or months: the one that runs (`whole` false), or those that are over."""

    number: int
    unit: str
    whole: bool


def counted(words: Sequence[Token]) -> Count | None:
    """How long the stoppage among some words has lasted, as its phrase counts it; None where nothing does."""
    stoppages = (w for w in words if w.is_noun and w.lemma in actions().classes["stoppage"])
    return next((found for noun in stoppages if (found := _of_noun(noun)) is not None), None)


def counted_back(count: Count, day: str) -> Dated | None:
    """The day, or the days, on which it began that has lasted so long on a day."""
    length = _DAYS[count.unit]
    after = count.number if count.whole else count.number - 1
    last = edtf.shift(day, f"P{after * length}D", "before") if after else day
    if last is None or not edtf.is_day(last):
        return None
    last = last.rstrip("~")
    if count.whole or length == 1:
        return Dated(f"{last}~" if count.whole else last, "relative", since=True)
    first = edtf.shift(last, f"P{length - 1}D", "before")
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
    if unit.lemma not in _DAYS:
        return None
    orders = (order_of(c) or (count_of(c) if c.i > unit.i and c.dep == "nummod" else None) for c in unit.children)
    number = next((int(n) for n in orders if n is not None), None)
    return Count(number, unit.lemma, whole=False) if number is not None and 0 < number < _MOST else None


def _old(noun: Token) -> Count | None:
    """`the week-old strike`, `the 12-day-old walkout`."""
    tokens = noun.sentence.tokens
    old = next((c for c in noun.children if c.i < noun.i and c.lower == "old"), None)
    unit = tokens[old.i - 2] if old is not None and old.i > 1 and tokens[old.i - 1].text == "-" else None
    if unit is None or unit.lemma not in _DAYS:
        return None
    before = tokens[unit.i - 2] if unit.i > 1 and tokens[unit.i - 1].text == "-" else None
    number = int((count_of(before) if before is not None else None) or 1)
    return Count(number, unit.lemma, whole=True) if 0 < number < _MOST else None
