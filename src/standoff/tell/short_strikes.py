"""Strikes of some days: how long one is called, for it restricts work and is over by itself."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from standoff import edtf
from standoff.lexicon.calendar import WEEKDAYS
from standoff.lexicon.flows import flow_words
from standoff.lexicon.numbers import numbers
from standoff.record.rows import EventMention, MergedEvent

LONGEST = 14
"""Days; what is called for longer is a strike like others, of which pages tell when it is over."""
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0}
_LAST_DAY = re.compile(
    rf"\b(?:until|till|through) (?:late |midnight on |the end of )?({'|'.join(WEEKDAYS)})\b", re.IGNORECASE
)
_BESIDE = 40  # characters around the words for the act


def days_of(event: MergedEvent) -> int | None:
    """How many days a strike is said to last, where that is two weeks at the most: `began a strike of two days`.

    That of a date that is itself some days long is as long; None where nothing is told.
    """
    first = edtf.first_day(event.date) if edtf.is_day(event.date) else None
    told = {days for member in event.members for days in _told(member)}
    told |= {days for member in event.members if first for days in _until(member, first)}
    if told:
        return min(told)
    length = edtf.length(event.date) if "/" in (event.date or "") else None
    return length if length is not None and 1 < length <= LONGEST else None


def _told(mention: EventMention) -> Iterable[int]:
    words = beside(mention).replace("-", " ").split()
    for n, (many, unit) in enumerate(pairwise(words)):
        days = _DAYS.get(unit.removesuffix("s"))
        count = _count(many)
        if days is None or count is None or not 1 <= round(count * days) <= LONGEST:
            continue
        around = {*words[max(0, n - 1) : n], *words[n + 2 : n + 3]}
        if around.isdisjoint(flow_words("not_for_days")):
            yield round(count * days)


def _until(mention: EventMention, first: date) -> Iterable[int]:
    """By the weekday of its last day, told within a week of its first: `started on Saturday and runs until Tuesday night`."""
    away = edtf.gap(edtf.of_days(first), mention.where.document.published)
    if away is None or away >= 7:
        return ()
    rest = mention.where.quote[mention.event.start - mention.where.start :]
    return ((WEEKDAYS.index(found[1].title()) - first.weekday()) % 7 + 1 for found in _LAST_DAY.finditer(rest))


def _count(word: str) -> float | None:
    """The number that a word is, an article too."""
    if word.isdigit():
        return float(word)
    return 1.0 if word in ("a", "the", "single") else numbers().small.get(word)


def beside(mention: EventMention) -> str:
    """The words around an act, in small letters and without signs between them."""
    start, end = mention.event.start - mention.where.start, mention.event.end - mention.where.start
    near = mention.where.quote[max(0, start - _BESIDE) : end + _BESIDE].lower()
    return " ".join(word.strip(".,;:!?()") for word in near.split())
