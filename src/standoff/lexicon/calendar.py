"""The names of months and days of the week, and the dates that head the lines of a chronology."""

import re

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

_MONTH = "|".join(sorted({*MONTHS, *SHORT_MONTHS, "Sept"}, key=len, reverse=True))
_DATE = (
    rf"(?:(?P<month>{_MONTH})\b\.?(?:\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?:,?\s(?P<year>\d{{4}}))?"
    rf"|(?P<first_day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<then_month>{_MONTH})\b\.?(?:,?\s(?P<then_year>\d{{4}}))?"
    r"|(?P<one>\d{1,2})[/.](?P<two>\d{1,2})|(?P<alone>(?:19|20)\d\d))"
)
_TH = "(?:st|nd|rd|th)?"
_LINK = r"(?:\s?[,–—-]|,?\s(?:and|&|to))\s?"
_DAYS_BEFORE = rf"(?:\d{{1,2}}{_TH}(?:\s(?:{_MONTH})\b\.?)?{_LINK}){{0,9}}(?=\d)"
_DAYS_AFTER = rf"(?<=\d)(?:{_LINK}(?:(?:{_MONTH})\b\.?\s)?\d{{1,2}}{_TH}(?!\d)){{1,9}}"
ENTRY = re.compile(
    rf"(?:[•·▪◦*]\s?)?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[ -])?(?:{_DAYS_BEFORE})?{_DATE}(?:{_DAYS_AFTER})?(?:\s?[–—:|]|\s-)\s(?=\S)"
)
"""A line of a chronology: a date, a mark, and what happened: `May 12, 2014 – Talks begin`, `3 June: the pass is shut`.

Several days may head it: `30 June – 1 July: strike`, `3, 7 and 9 March | strike`, `March 3-5: talks`.
"""
BULLETED = re.compile(r"[•·▪◦*]\s?(?P<one>\d{1,2})[/.](?P<two>\d{1,2})\s(?=[A-Z“\"])")
"""A line of a chronology with a bullet and no mark after its date: `• 19/08 Gunmen open fire`."""
DAY_HEADING = re.compile(
    rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s)?(?:(?P<first_day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\s(?P<then_month>{_MONTH})\b\.?(?:,?\s(?P<then_year>\d{{4}}))?"
    rf"|(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?(?:,?\s(?P<year>\d{{4}}))?):?"
)
"""A line that is a day or a few: `Tuesday 13 August`, `March 3, 2016`, `8-9 Sept.`."""
YEAR_HEADING = re.compile(r"(?:[-–—]\s?)?(?P<year>(?:19|20)\d\d)(?:\s?[-–—:])?")
"""A line that is a year, above days of which it is the year: `2014`, `2014:`."""
