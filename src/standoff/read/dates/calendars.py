"""Dates that cannot be a page's day: those of other calendars, of broken clocks, and those later than its capture."""

import re
from datetime import date, timedelta

from standoff.edtf import bounds
from standoff.model import Issue

_ERAS = (
    ("Thai", re.compile(r"(?:พ\.?\s?ศ\.?\s?|[\u0e01-\u0e4e.]{3,12}\s?|\d\d?/\d\d?/)(2[45]\d\d)(?!\d)|(?<!\d)(25[3-9]\d)-\d\d-\d\d")),
    ("Persian", re.compile(r"(?<!\d)(1[34]\d\d)[/\-]\d\d?[/\-]\d\d?(?!\d)")),
    ("Persian", re.compile(r"(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)(?:\s?ماه)?\s?(1[34]\d\d)")),
    ("Japanese", re.compile(r"((?:令和|平成|昭和)\s?(?:\d{1,2}|元))年")),
    ("Taiwanese", re.compile(r"(民國\s?\d{2,3})年")),
    ("Islamic", re.compile(r"(?:محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو)\s[^\d\n]{0,14}(1[34]\d\d)")),
)  # fmt: skip
_DIGITS = {ord(digit): str(n % 10) for n, digit in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩๐๑๒๓๔๕๖๗๘๙")}
_MAY_BE = re.compile(r"\d|元")
_NEVER = {
    "1970-01-01": "the first day of a computer's clock",
    "1969-12-31": "the first day of a computer's clock",
    "1900-01-01": "what a database writes for no date",
    "1899-12-30": "what a spreadsheet writes for no date",
    "1904-01-01": "what a spreadsheet writes for no date",
}


def other_calendar(text: str) -> Issue | None:
    """Says that a line prints a date of another calendar; None where it prints none."""
    if not _MAY_BE.search(text):
        return None
    text = text[:400].translate(_DIGITS)
    for name, pattern in _ERAS:
        if found := pattern.search(text):
            year = next(group for group in found.groups() if group)
            message = (
                f"the page prints its date in the {name} calendar ({found.group().strip()!r}, year {year}), which is not"
                " read: give `published`"
            )
            return Issue(code="other-calendar", message=message)
    return None


def refusal(day: str, *, captured: str | None) -> Issue | None:
    """Why a stated day cannot be the page's; None where it can."""
    reason = _NEVER.get(day[:10])
    if reason is None and day[:4].isdigit() and int(day[:4]) < 1600:
        reason = "before there were newspapers"
    if reason is None and (last := last_possible(captured)) is not None and day[: len(last)] > last:
        reason = f"later than the page's capture on {captured}"
    if reason is None:
        return None
    return Issue(
        code="date-refused", message=f"the page states {day} as its date, {reason}: it is not used; give `published`"
    )


def last_possible(captured: str | None) -> str | None:
    """The last day on which a page captured then can say it was published: a day after, for clocks ahead of ours."""
    if not captured:
        return None
    try:
        span = bounds(captured[:10])
        return (span[1] + timedelta(days=1)).isoformat() if span and span[1] < date.max else None
    except ValueError:
        return None
