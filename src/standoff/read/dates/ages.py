"""`2 hours ago`, `yesterday`: when that was, where the time of the page's capture is known."""

import re
from datetime import UTC, date, datetime, timedelta

from standoff.model import Issue

_UNITS = {"s": 1, "min": 60, "m": 60, "h": 3600, "d": 86400, "w": 604800, "mo": 2592000, "y": 31536000}
_AGE = re.compile(
    r"\b(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|few)\s*"
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|[smhdwy])\.?\s+ago\b"
    r"|(?P<now>\bjust now\b|\bmoments ago\b)|(?P<today>\b(?:published|posted|updated)?\s?today\b)|(?P<yesterday>\byesterday\b)",
    re.IGNORECASE,
)
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_LONG = 80  # characters; an age in a longer line is part of a sentence


def read_age(text: str, captured: str) -> tuple[str, Issue] | None:
    """The day, or the days, that an age means on a page captured then, with the issue that says so; None where it is none.

    >>> read_age("Published 3 days ago", "2016-03-06")[0], read_age("2 hours ago", "2016-03-03T09:00:00Z")[0]
    ('2016-03-03', '2016-03-03')
    >>> read_age("2 hours ago", "2016-03-03")[0]
    '2016-03-02/2016-03-03'
    """
    found = _AGE.search(text) if len(text) < _LONG else None
    end = _moment(captured)
    if not found or end is None:
        return None
    exact = len(captured) > 10
    if found["now"] or found["today"]:
        low = high = end.date()
    elif found["yesterday"]:
        low = high = end.date() - timedelta(days=1)
    else:
        bounds = _of_number(found["n"].lower(), found["unit"].lower(), end, exact)
        if bounds is None:
            return None
        low, high = bounds
    day = low.isoformat() if low == high else f"{low.isoformat()}/{high.isoformat()}"
    message = f"the date {day} is worked out from {found.group().strip()!r} and the page's capture on {captured}: confirm it, or give `published`"
    return day, Issue(code="date-inferred", message=message)


def _moment(captured: str) -> datetime | None:
    try:
        then = datetime.fromisoformat(captured.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return then if then.tzinfo else then.replace(tzinfo=UTC)


def _of_number(number: str, unit: str, end: datetime, exact: bool) -> tuple[date, date] | None:
    """First and last day of `so many units ago`: ages are cut to whole units, so they reach back to the next."""
    if number == "few":
        return None
    count = _NUMBERS.get(number) or int(number)
    short = "mo" if unit.startswith("mo") else "min" if unit.startswith("min") else unit[0]
    size = _UNITS[short]
    try:
        latest, earliest = end - timedelta(seconds=count * size), end - timedelta(seconds=(count + 1) * size)
    except OverflowError:
        return None
    if size <= 3600:
        return (latest.date(), latest.date()) if exact else (_back(end, count * size), end.date())
    if short == "d":
        return latest.date(), latest.date()
    return earliest.date() + timedelta(days=1), latest.date()


def _back(end: datetime, seconds: int) -> date:
    """The earliest day when a page was captured at some time of a day, so many seconds after."""
    return (end.replace(hour=0, minute=0, second=0) - timedelta(seconds=seconds)).date()
