"""Protests on several days told in a row -> one each: `struck on March 2 and 7 and April 4`, `strikes on 2, 7 and 9 March`.

Two days that follow one another are one protest of two days, and what lies between two days is none of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from standoff import edtf
from standoff.extract.dated import Dated
from standoff.extract.draft import Draft
from standoff.lexicon.calendar import MONTH, MONTH_NUMBERS, WEEKDAYS
from standoff.parse import Sentence

_MONTH = rf"(?:{MONTH})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s)?"
_ONE = rf"{_WEEKDAY}(?:{_MONTH}\s{_DAY}|{_DAY}\s(?:of\s)?{_MONTH}|{_DAY})"
_AND = r"(?:,\s(?:and\s|then\s)?|\s(?:and|&)\s)(?:again\s|then\s)?(?:(?:on|for)\s(?:the\s)?)?"
_ROW = re.compile(rf"(?<![\w.,:%$£€/]){_ONE}(?:{_AND}{_ONE}){{1,19}}(?:,?\s(?P<year>(?:19|20)\d\d)\b)?")
_PIECE = re.compile(_ONE)
_NAMED = re.compile(_MONTH)
_NUMBER = re.compile(r"\d{1,2}")
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:the\s)?$")
_PAIR = 2  # days
_NEAR = 4  # words
_COUNTING = re.compile(r"JJ|NN|VB[NG]|CD")


def on_each_day(drafts: Sequence[Draft], dates: Sequence[Dated]) -> tuple[list[Draft], list[Dated]]:
    """The drafts with their dates, with a copy of a protest for each further day of the row that its own day stands in."""
    kept: list[tuple[Draft, Dated]] = []
    for draft, dated in zip(drafts, dates, strict=True):
        days = _days(draft, dated)
        if not days:
            kept.append((draft, dated))
            continue
        each = [replace(dated, date=day, how="stated") for day in days]
        kept.append((draft, each[0]))
        kept += [(replace(draft, notes=list(draft.notes)), found) for found in each[1:]]
    return [d for d, _ in kept], [f for _, f in kept]


def _days(draft: Draft, dated: Dated) -> list[str]:
    """The days, or pairs of days, of the row that a protest's own day stands in; none where there is no row."""
    if draft.type != "PROTEST" or dated.since or (edtf.length(dated.date) or 0) > _PAIR:
        return []
    open_ = dated.date is None or dated.how == "published"
    day = edtf.first_day(dated.date)
    for start, row in _rows(draft.anchor.sentence, day) if day is not None else ():
        if _is_behind(draft, start) if open_ else day in row:
            told = list(_spells(row))
            return told if len(told) > 1 or open_ else []
    return []


def _is_behind(draft: Draft, start: int) -> bool:
    """Whether a row stands right behind the words for the act: `strikes took place on 2, 3 and 9 March`."""
    last = draft.trigger[-1]
    between = [t for t in draft.anchor.sentence.tokens[last.i + 1 :] if t.end <= start]
    return 1 <= len(between) <= _NEAR and between[-1].lower in ("on", "for") and not any(t.is_verb for t in between)


def _rows(sentence: Sentence, near: date) -> Iterator[tuple[int, list[date]]]:
    """Where the rows of days of a sentence begin, each in order; their year lies nearest to a day where none is told."""
    for found in _ROW.finditer(sentence.text):
        if _BETWEEN.search(sentence.text[: found.start()]) is None and not _counts(sentence, found):
            yield sentence.start + found.start(), _row(found, near)


def _counts(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the last number counts what stands behind it: `on March 2 and 7 bakers walked out`."""
    if not found[0][-1].isdigit() or found["year"]:
        return False
    after = sentence.at(sentence.start + found.end() + 1)
    return after is not None and _COUNTING.match(after.tag) is not None


def _row(found: re.Match[str], near: date) -> list[date]:
    """The days of a row; empty where it names no month or its days do not run on."""
    words = found[0].removesuffix(found["year"] or "")
    pieces = [piece[0] for piece in _PIECE.finditer(words)]
    months = [MONTH_NUMBERS[name[0][:3]] if (name := _NAMED.search(piece)) else 0 for piece in pieces]
    if not any(months):
        return []
    first = _NAMED.search(pieces[0])
    month_first = first is not None and _NUMBER.search(pieces[0][: first.start()]) is None
    months = _lent(months) if month_first else _lent(months[::-1])[::-1]
    numbers = [int(number[0]) for piece in pieces if (number := _NUMBER.search(piece))]
    year = int(found["year"]) if found["year"] else None
    row = [_nearest(month, day, near, year) for month, day in zip(months, numbers, strict=True)]
    days = [day for day in row if day is not None]
    return days if len(days) == len(row) and days == sorted(set(days)) else []


def _lent(months: Sequence[int]) -> list[int]:
    """The months, with the one before where a day has none of its own."""
    lent: list[int] = []
    for month in months:
        lent.append(month or (lent[-1] if lent else 0))
    return lent


def _nearest(month: int, day: int, near: date, year: int | None) -> date | None:
    """A day of a year, or of the one that brings it nearest to another day."""
    years = (year,) if year is not None else (near.year - 1, near.year, near.year + 1)
    days = [found[0] for y in years if (found := edtf.bounds(f"{y}-{month:02}-{day:02}")) is not None]
    return min(days, key=lambda found: abs((found - near).days), default=None)


def _spells(row: Sequence[date]) -> Iterator[str]:
    """The days of a row as EDTF, two that follow one another as one spell."""
    for _, spell in groupby(enumerate(row), key=lambda pair: pair[1].toordinal() - pair[0]):
        days = [day for _, day in spell]
        yield edtf.of_days(days[0], days[-1])
