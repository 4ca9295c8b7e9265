"""Dates in EDTF: their first and last day, their precision, and how two of them lie to each other.

Used are `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, seasons `YYYY-21` to `-24`, trailing `~ ? %`, intervals `a/b` (open where a
side is empty or `..`), sets `[a..b]`, and `XXXX` for a year that is not known. Winter runs from December on.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "year", "interval"]

A_WEEK, A_THIRD = 7, 12
"""Days: what is longer than the one and no longer than the other is a part of a month."""
BESIDE = 2
"""Days by which what is told roughly may miss: `in mid-May`, `early in June`."""
ABOUT_A_MONTH = 28
"""Days by which a month that is only about may miss: `half a year ago`."""
_SIMPLE = re.compile(r"(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_DURATION = re.compile(r"P(\d{1,5})([DWMY])")
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}


@lru_cache(maxsize=16384)
def bounds(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day, both inclusive; None for what has no place in the calendar.

    An open end gives `date.min` or `date.max`; a year that is not known gives None.

    >>> bounds("2013-04")
    (datetime.date(2013, 4, 1), datetime.date(2013, 4, 30))
    """
    if not edtf:
        return None
    ends = _ends(edtf)
    if ends is None:
        return _simple_bounds(edtf)
    low, high = (part if part != ".." else "" for part in ends)
    if not low and not high:
        return None
    first = _simple_bounds(low) if low else (date.min, date.min)
    last = _simple_bounds(high) if high else (date.max, date.max)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _ends(edtf: str) -> tuple[str, str] | None:
    """Both sides of an interval or a set; None for a simple date."""
    if edtf.startswith("[") and edtf.endswith("]"):
        low, dots, high = edtf[1:-1].partition("..")
        return (low, high) if dots else (low, low)
    if "/" in edtf:
        low, _, high = edtf.partition("/")
        return low, high
    return None


def _simple_bounds(text: str) -> tuple[date, date] | None:
    found = _SIMPLE.fullmatch(text)
    if found is None or found[1] == "XXXX":
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if not 1 <= year <= 9998:
        return None
    if not found[2]:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _SEASON_START and not found[3]:
        return _season(year, _SEASON_START[month])
    if not 1 <= month <= 12:
        return None
    length = monthrange(year, month)[1]
    if not found[3]:
        return date(year, month, 1), date(year, month, length)
    return (date(year, month, day), date(year, month, day)) if 1 <= day <= length else None


def _season(year: int, start: int) -> tuple[date, date]:
    end_year, end_month = (year, start + 2) if start < 12 else (year + 1, 2)
    return date(year, start, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def is_valid(edtf: str) -> bool:
    """True for a date of the kinds used here, one of an unknown year included."""
    ends = _ends(edtf)
    known = (part.replace("XXXX", "2000") for part in (ends or (edtf,)) if part not in ("", ".."))
    parts = list(known)
    return bool(parts) and all(_simple_bounds(part) is not None for part in parts)


@lru_cache(maxsize=16384)
def precision(edtf: str | None) -> Precision | None:
    """How fine a date is; None for no date."""
    if not edtf or not is_valid(edtf):
        return None
    if _ends(edtf) is not None:
        limits = bounds(edtf)
        return "day" if limits is not None and limits[0] == limits[1] else "interval"
    bare = edtf.rstrip("~?%")
    if len(bare) == 10:
        return "day"
    if len(bare) == 4:
        return "year"
    return "season" if int(bare[5:]) > 12 else "month"


def is_day(edtf: str | None) -> bool:
    """True for a single day."""
    return precision(edtf) == "day" and bounds(edtf) is not None


def length(edtf: str | None) -> int | None:
    """How many days it spans; None for no date or an open end."""
    limits = bounds(edtf)
    if limits is None or limits[0] == date.min or limits[1] == date.max:
        return None
    return (limits[1] - limits[0]).days + 1


def contains(outer: str | None, inner: str | None) -> bool:
    """True where every day of `inner` lies in `outer`."""
    a, b = bounds(outer), bounds(inner)
    return a is not None and b is not None and a[0] <= b[0] and b[1] <= a[1]


def overlap(one: str | None, other: str | None) -> bool:
    """True where both have a day in common."""
    a, b = bounds(one), bounds(other)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def roughly(edtf: str | None) -> str | None:
    """The days of a date; of a part of a month, or of a month that is only about, which are told roughly, those beside it too.

    >>> roughly("2013-05-11/2013-05-20"), roughly("2013-05-13/2013-05-19"), roughly("2013-05")
    ('2013-05-09/2013-05-22', '2013-05-13/2013-05-19', '2013-05')
    >>> roughly("2013-05~")
    '2013-04-03/2013-06-28'
    """
    limits = bounds(edtf)
    if limits is not None and edtf is not None and precision(edtf) == "month" and edtf.endswith("~"):
        return _widened(limits, ABOUT_A_MONTH)
    if limits is None or not A_WEEK < (length(edtf) or 0) <= A_THIRD:
        return edtf
    return _widened(limits, BESIDE)


def _widened(limits: tuple[date, date], days: int) -> str:
    first = max(limits[0].toordinal() - days, date.min.toordinal())
    last = min(limits[1].toordinal() + days, date.max.toordinal())
    return of_days(date.fromordinal(first), date.fromordinal(last))


def gap(one: str | None, other: str | None) -> int | None:
    """Days between the two, 0 where they overlap or None where one has no place in the calendar."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return None
    return max(0, (b[0] - a[1]).days, (a[0] - b[1]).days)


def first_day(edtf: str | None) -> date | None:
    """Its first day."""
    limits = bounds(edtf)
    return limits[0] if limits else None


def last_day(edtf: str | None) -> date | None:
    """Its last day."""
    limits = bounds(edtf)
    return limits[1] if limits else None


def before(one: str | None, other: str | None) -> bool:
    """True where all of `one` lies before all of `other`."""
    a, b = bounds(one), bounds(other)
    return a is not None and b is not None and a[1] < b[0]


def began_by(edtf: str | None, at: str | None) -> bool:
    """True where its first day is not after the last day of `at`; always, where `at` is None."""
    if at is None:
        return True
    a, b = bounds(edtf), bounds(at)
    return a is not None and b is not None and a[0] <= b[1]


def sort_key(edtf: str | None) -> tuple[date, date, str]:
    """Orders dates by first day, the finer one first; what has no date comes last."""
    limits = bounds(edtf)
    if limits is None:
        return date.max, date.max, edtf or ""
    return limits[0], limits[1], edtf or ""


def of_days(first: date, last: date | None = None) -> str:
    """The shortest date that covers both days: a day, a month, a year, else an interval.

    >>> of_days(date(2013, 4, 1), date(2013, 4, 30))
    '2013-04'
    """
    last = last or first
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}" if whole else f"{first.isoformat()}/{last.isoformat()}"


def finest(dates: list[str]) -> str | None:
    """The one that spans the fewest days, the earliest of equals; None of none."""
    dated = [(length(each) or 10**6, sort_key(each), each) for each in dates if bounds(each) is not None]
    return min(dated)[2] if dated else None


def with_year(edtf: str, year: int) -> str:
    """The same date with `XXXX` replaced by a year; an interval that runs over New Year ends in the next one.

    >>> with_year("XXXX-08-01/XXXX-08-13", 2013)
    '2013-08-01/2013-08-13'
    """
    ends = _ends(edtf)
    if ends is None:
        return edtf.replace("XXXX", f"{year:04}")
    later = year + 1 if ends[0].startswith("XXXX") and ends[0] > ends[1] else year
    low, high = ends[0].replace("XXXX", f"{year:04}"), ends[1].replace("XXXX", f"{later:04}")
    return f"[{low}..{high}]" if edtf.startswith("[") else f"{low}/{high}"


def shift(edtf: str | None, offset: str, direction: Literal["before", "after"]) -> str | None:
    """The date an ISO duration before or after another, as fine as both allow; None where it cannot be worked out.

    >>> shift("2013-07-06", "P3D", "after"), shift("2013-07-06", "P1M", "after")
    ('2013-07-09', '2013-08~')
    """
    limits, found = bounds(edtf), _DURATION.fullmatch(offset)
    if limits is None or found is None or date.min in limits or date.max in limits:
        return None
    count, unit = int(found[1]) * (1 if direction == "after" else -1), found[2]
    if unit in "DW":
        return _shift_days(limits, count * (7 if unit == "W" else 1), exact=unit == "D")
    middle = limits[0] + (limits[1] - limits[0]) / 2
    months = middle.year * 12 + middle.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        return None
    return f"{year:04}~" if unit == "Y" else f"{year:04}-{month + 1:02}~"


def _shift_days(limits: tuple[date, date], days: int, *, exact: bool) -> str | None:
    try:
        moved = limits[0] + timedelta(days), limits[1] + timedelta(days)
    except OverflowError:
        return None
    text = of_days(*moved)
    return text if exact or "/" in text else f"{text}~"
