"""Arithmetic with days, months and years that also holds before year 1; values as TIMEX3 writes them.

A year before Christ is negative: -490 is 490 BC, and there is no year 0.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Unit = Literal["S", "MIN", "H", "D", "BD", "WE", "W", "M", "Q", "Y", "DE", "CE"]

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FRIDAY = 5
_EDTF_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def year_text(year: int) -> str:
    """A year in four digits, `BC0490` before Christ.

    >>> year_text(44), year_text(-44)
    ('0044', 'BC0044')
    """
    return f"{year:04d}" if year >= 0 else f"BC{-year:04d}"


def add_years(year: int, n: int) -> int:
    """A year `n` years on, over the gap where year 0 is missing.

    >>> add_years(-2, 3), add_years(1, -1)
    (2, -1)
    """
    line = year if year > 0 else year + 1
    line += n
    return line if line > 0 else line - 1


def add_months(year: int, month: int, n: int) -> tuple[int, int]:
    """Year and month `n` months on."""
    steps, rest = divmod(month - 1 + n, 12)
    return add_years(year, steps), rest + 1


def last_day(year: int, month: int) -> int:
    """The last day of a month; years outside the calendar of `datetime` count as common years."""
    return monthrange(year if 1 <= year <= 9999 else 2001, month)[1]


def make_day(year: int, month: int, day: int) -> date | None:
    """A day, or None where there is none such or it lies outside years 1 to 9999."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shift_days(day: date, n: int) -> date | None:
    """A day `n` days on, or None outside years 1 to 9999."""
    if not 1 <= day.toordinal() + n <= date.max.toordinal():
        return None
    return day + timedelta(days=n)


def shift(day: date, n: float, unit: Unit) -> date | None:
    """A day `n` units on; a day that the month lacks becomes its last."""
    if abs(n) > 4_000_000:
        return None
    if unit == "BD":
        return _shift_working_days(day, round(n))
    if unit in ("D", "W", "WE"):
        return shift_days(day, round(n * (1 if unit == "D" else 7)))
    if unit in ("S", "MIN", "H"):
        return shift_days(day, int(n * {"S": 1, "MIN": 60, "H": 3600}[unit] / 86400))
    months = round(n * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit])
    year, month = add_months(day.year, day.month, months)
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, last_day(year, month)))


def _shift_working_days(day: date, n: int) -> date | None:
    """A day `n` working days on, Monday to Friday; feasts are not known."""
    weekday = day.isoweekday()
    if weekday > _FRIDAY:  # counted from the Friday before or the Monday after
        day, weekday = (day - timedelta(days=weekday - 5), 5) if n > 0 else (day + timedelta(days=8 - weekday), 1)
    weeks, left = divmod(n, 5)
    return shift_days(day, 7 * weeks + left + (2 if weekday + left > _FRIDAY else 0))


def week_text(day: date) -> str:
    """The ISO week of a day, `2013-W27`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_text(day: date, unit: Unit) -> str:
    """The unit that holds a day, as TIMEX3 writes it: `2013-08`, `2013-W27`, `201`.

    >>> unit_text(date(2013, 8, 7), "Q"), unit_text(date(2013, 8, 7), "DE"), unit_text(date(2013, 8, 7), "WE")
    ('2013-Q3', '201', '2013-W32-WE')
    """
    match unit:
        case "Y":
            return f"{day.year:04d}"
        case "DE":
            return f"{day.year // 10:03d}"
        case "CE":
            return f"{day.year // 100:02d}"
        case "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "M":
            return f"{day.year:04d}-{day.month:02d}"
        case "W":
            return week_text(day)
        case "WE":
            return week_text(day) + "-WE"
        case _:
            return day.isoformat()


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).

    >>> easter(2013)
    datetime.date(2013, 3, 31)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in the Gregorian calendar (Meeus).

    >>> eastern_easter(2013)
    datetime.date(2013, 5, 5)
    """
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The n-th weekday (Monday 1) of a month; -1 is the last, -2 the one before."""
    if n < 0:
        last = date(year, month, last_day(year, month))
        return shift_days(last, -((last.isoweekday() - weekday) % 7) + 7 * (n + 1))
    first = date(year, month, 1)
    return make_day(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def edtf_season(year: str, season: str) -> str:
    """A season as EDTF level 1: `2013-22` for summer."""
    return f"{year}-{_EDTF_SEASON[season]}"
