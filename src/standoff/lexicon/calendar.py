"""The names of months and days of the week, and the dates that head the lines of a chronology."""

import re
from collections.abc import Sequence

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_WORDS = frozenset(month.lower() for month in MONTHS)
CUT_MONTH_WORDS = frozenset(month.lower() for month in (*SHORT_MONTHS, "Sept"))
"""Months as they are cut, May among them, which has nothing to cut."""
WEEKDAY_WORDS = frozenset(day.lower() for day in WEEKDAYS)

MONTH = "|".join(sorted({*MONTHS, *SHORT_MONTHS, "Sept"}, key=len, reverse=True))
"""A pattern of the months, whole or cut."""
MONTH_NUMBERS = {name: n for n, name in enumerate(SHORT_MONTHS, start=1)}
_TH = "(?:st|nd|rd|th)?"
_LINK = r"(?:\s?[,–—-]|,?\s(?:and|&|to))\s?"
_FURTHER = rf"(?:{_LINK}\d{{1,2}}{_TH}(?!\d))*"  # `11, 14 and 15 December`, `December 18 & 19`
_DATE = (
    rf"(?:(?P<month>{MONTH})\b\.?(?:\s(?P<day>\d{{1,2}}){_TH}\b)?(?:,?\s(?P<year>\d{{4}}))?"
    rf"|(?P<first_day>\d{{1,2}}){_TH}\s(?P<then_month>{MONTH})\b\.?(?:,?\s(?P<then_year>\d{{4}}))?"
    r"|(?P<one>\d{1,2})[/.](?P<two>\d{1,2})|(?P<alone>(?:19|20)\d\d))"
)
_DAYS_BEFORE = rf"(?:\d{{1,2}}{_TH}(?:\s(?:{MONTH})\b\.?)?{_LINK}){{0,9}}(?=\d)"
_DAYS_AFTER = rf"(?<=\d)(?:{_LINK}(?:(?:{MONTH})\b\.?\s)?\d{{1,2}}{_TH}(?!\d)){{1,9}}"
ENTRY = re.compile(
    rf"(?:[•·▪◦*]\s?)?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[ -])?(?:{_DAYS_BEFORE})?{_DATE}(?:{_DAYS_AFTER})?(?:\s?[–—:|]|\s-)\s(?=\S)"
)
"""A line of a chronology: a date, a mark, and what happened: `May 12, 2014 – Talks begin`, `3 June: the pass is shut`.

Several days may head it: `30 June – 1 July: strike`, `3, 7 and 9 March | strike`, `March 3-5: talks`.
"""
BULLETED = re.compile(r"[•·▪◦*]\s?(?P<one>\d{1,2})[/.](?P<two>\d{1,2})\s(?=[A-Z“\"])")
"""A line of a chronology with a bullet and no mark after its date: `• 19/08 Gunmen open fire`."""
ROW = re.compile(
    rf"(?:(?P<first_day>\d{{1,2}}){_TH}\s(?P<then_month>{MONTH})\b\.?,?\s(?P<then_year>\d{{4}})"
    rf"|(?P<month>{MONTH})\b\.?\s(?P<day>\d{{1,2}}){_TH},?\s(?P<year>\d{{4}}))\s+(?=[A-Z“\"‘])"
)
"""A line of a table of days, of which several stand below each other: `Feb 19, 2023 Guards close the crossing`."""
DAY_HEADING = re.compile(
    rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s)?(?:(?P<first_day>\d{{1,2}}){_TH}{_FURTHER}\s(?P<then_month>{MONTH})\b\.?(?:,?\s(?P<then_year>\d{{4}}))?"
    rf"|(?P<month>{MONTH})\.?\s(?P<day>\d{{1,2}}){_TH}{_FURTHER}(?:,?\s(?P<year>\d{{4}}))?):?"
)
"""A line that is a day or a few: `Tuesday 13 August`, `March 3, 2016`, `8-9 Sept.`, `December 18 & 19`."""
YEAR_HEADING = re.compile(r"(?:[-–—]\s?)?(?P<year>(?:19|20)\d\d)(?:\s?[-–—:])?")
"""A line that is a year, above days of which it is the year: `2014`, `2014:`."""

Day = tuple[int, int, int]
"""Year, month and day, 0 where a line names none."""


def day_of(found: re.Match[str]) -> Day | None:
    """The first day that a line of a chronology names, its month written out; None where it names a year alone or `3/4`."""
    told = found.groupdict()
    if told.get("one") or told.get("alone"):
        return None
    name = told["month"] or told["then_month"]
    year, day = told["year"] or told["then_year"], told["day"] or told["first_day"]
    return int(year or 0), MONTH_NUMBERS[name[:3]], int(day or 0)


def with_years(days: Sequence[Day]) -> list[Day] | None:
    """Days in order, each with its year or that of the days before it; None where there are none or they run neither on nor back.

    >>> with_years([(2022, 11, 30), (0, 12, 9), (0, 2, 6)])
    [(2022, 11, 30), (2022, 12, 9), (2023, 2, 6)]
    """
    ways = [told for step in (1, -1) if (told := _filled(days, step))]
    return min(ways, key=lambda told: abs(told[-1][0] - told[0][0]), default=None)


def _filled(days: Sequence[Day], step: int) -> list[Day] | None:
    found: list[Day] = []
    for year, month, day in days:
        if found:
            before = found[-1]
            turned = _later(before[1:], (month, day)) if step > 0 else _later((month, day), before[1:])
            year = year or before[0] + step * turned
            if (year - before[0]) * step < 0 or (year == before[0] and turned):
                return None
        elif not year:
            return None
        found.append((year, month, day))
    return found


def _later(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether one day of a year is after another; a month is not after a day of its own."""
    return one > other if one[1] and other[1] else one[0] > other[0]
