"""What bounds a page's day from outside its story: its capture, its readers' comments, its copyright year, its weekdays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.edtf import bounds
from standoff.parse import Parsed

_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)[^\n\d]{0,30}(?:(?:19|20)\d\d\s?[-–—]\s?)?((?:19|20)\d\d)\b")
_WEEKDAY = re.compile(
    r"\b(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?(?:"
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?\s(?P<month2>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})"
    r"(?![\w,]{0,2}\s?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COMMENTED = 45  # days after its publication in which a page gets its first comment
_BACK = 3  # years before its capture in which a page may lie when its weekdays tell the year


@dataclass(frozen=True, slots=True)
class Upper:
    """The last day on which a page can have been published, and why."""

    day: date
    reason: str
    close: bool  # the page is not much older, as comments come soon


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of a month, in no year, that is said to be a day of the week."""

    words: str
    name: str
    weekday: int
    month: int
    day: int


_SPOKEN = re.compile(r"\bon (?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def weekday_in(text: str, day: date) -> Weekday | None:
    """The weekday on which a dispatch of a day says that something was said: `..., she told reporters on Friday`.

    >>> weekday_in("The line is open, she said on Friday.", date(2000, 5, 5)).weekday
    4
    """
    found = _SPOKEN.search(text)
    if found is None:
        return None
    number = _WEEKDAYS.index(found["weekday"].lower())
    return Weekday(f"{day:%B} {day.day}", f"{found['weekday']}day", number, day.month, day.day)


def latest(parsed: Parsed, captured: str | None) -> Upper | None:
    """The closest bound from above: the first comment, else the capture."""
    found: list[Upper] = []
    for part in parsed.page.parts:
        if part.kind == "comment" and part.time and (span := _day(part.time[:10])):
            found.append(Upper(span, f"a comment of {span.isoformat()}", close=True))
    if captured and (span := _day(captured[:10])):
        found.append(Upper(span, f"its capture on {span.isoformat()}", close=False))
    return min(found, key=lambda upper: upper.day, default=None)


def _day(text: str) -> date | None:
    try:
        span = bounds(text)
    except ValueError:
        return None
    return span[1] if span else None


def year_of(
    parsed: Parsed, low: date, high: date, upper: Upper | None, on: Weekday | None = None
) -> tuple[int, str] | None:
    """The year of an interval of month and day, and what tells it; None where nothing does.

    Args:
        parsed: the page.
        low: the interval's first day, in any year.
        high: its last.
        upper: the closest bound from above.
        on: the weekday of a day of the interval, where the story's first sentences give it.
    """
    if upper is not None and upper.close:
        for year in (upper.day.year, upper.day.year - 1):
            first = _in_year(low, year)
            if first is not None and first <= upper.day <= first + timedelta(days=(high - low).days + _COMMENTED):
                return year, f"the year is that of {upper.reason}"
    if (named := _addressed(parsed.page.meta.url or "", low, high)) is not None:
        return named, f"the year is that of its address ({named})"
    weekdays = [*_weekdays(parsed), *([on] if on is not None else [])]
    if not weekdays:
        return None
    printed = {int(found[1]) for found in _COPYRIGHT.finditer(parsed.page.text)}
    near = {upper.day.year - n for n in range(_BACK + 1)} if upper is not None else set[int]()
    fits = [y for y in sorted(printed | near) if all(_fits(y, w) for w in weekdays) and _before(low, y, upper)]
    if len(fits) != 1:
        return None
    source = "the copyright" if fits[0] in printed else "the capture"
    return fits[0], f"in {fits[0]}, near the year of {source}, {weekdays[0].words!r} is a {weekdays[0].name}"


_SHORT_DAY = re.compile(r"(?<![\dA-Za-z])(?P<y>\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\dA-Za-z])")


def _addressed(url: str, low: date, high: date) -> int | None:
    """The year of a short day in an address, `/130921/`, that lies in the interval or a day beside it."""
    for found in _SHORT_DAY.finditer(url[:2000]):
        year = int(found["y"]) + (1900 if int(found["y"]) >= 90 else 2000)
        day, first, last = _day(f"{year}-{found['m']}-{found['d']}"), _in_year(low, year), _in_year(high, year)
        one = timedelta(days=1)
        if day is not None and first is not None and last is not None and first - one <= day <= last + one:
            return year
    return None


def _weekdays(parsed: Parsed) -> Iterator[Weekday]:
    """The days of month that the story gives with their weekday, without a year."""
    for part in parsed.page.parts:
        if part.kind not in ("story", "title", "dateline"):
            continue
        for found in _WEEKDAY.finditer(parsed.page.text, part.start, part.end):
            month = _MONTHS.index((found["month"] or found["month2"]).lower()) + 1
            number = _WEEKDAYS.index(found["weekday"].lower())
            name = f"{_WEEKDAYS[number].title()}day"
            yield Weekday(found.group(), name, number, month, int(found["day"] or found["day2"]))


def _fits(year: int, weekday: Weekday) -> bool:
    try:
        return date(year, weekday.month, weekday.day).weekday() == weekday.weekday
    except ValueError:
        return False


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _before(low: date, year: int, upper: Upper | None) -> bool:
    first = _in_year(low, year)
    return first is not None and (upper is None or first <= upper.day)
