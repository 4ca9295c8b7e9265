"""So many units on from a place in the calendar: to the day, the week, the month, the year."""

import re
from dataclasses import replace
from datetime import date

from standoff.times.anchor import Place, day_place, month_place, year_place
from standoff.times.calendar import (
    Unit,
    add_months,
    add_years,
    make_day,
    shift,
    shift_days,
    unit_text,
    year_text,
)
from standoff.times.shapes import Amounts

_CLOCK = re.compile(r"T(\d\d):(\d\d)")  # in a value
_COMMON_YEAR = 2001  # one without a leap day, to reckon days before Christ in


def moved(base: Place, n: float, unit: Unit) -> Place | None:
    """The unit that lies `n` units from a base; None where the base is coarser than that."""
    if base.year is None:
        return None
    if unit in ("Y", "DE", "CE"):
        years = round(n * {"Y": 1, "DE": 10, "CE": 100}[unit])
        if abs(years) > 9000:
            return None
        year = add_years(base.year, years)
        if unit == "Y" or year < 1:
            return year_place(year, floating=base.floating)
        digits = year // 10 if unit == "DE" else year // 100
        return Place(f"{digits:03d}" if unit == "DE" else f"{digits:02d}", unit, year, floating=base.floating)
    if unit in ("M", "Q"):
        if base.month is None or abs(n) > 90_000:
            return None
        year, month = add_months(base.year, base.month, round(n * (3 if unit == "Q" else 1)))
        if unit == "M":
            return month_place(year, month, floating=base.floating)
        quarter = (month + 2) // 3
        return Place(f"{year_text(year)}-Q{quarter}", "Q", year, quarter * 3 - 2, floating=base.floating)
    if base.year < 1 and unit == "D" and base.day is not None:
        return _days_before_christ(base, n, unit)
    if base.day is None or (start := base.date) is None:
        return None
    found = shift(start, n, unit)
    if found is None:
        return None
    return unit_around(found, unit, base.floating)


def unit_around(found: date, unit: Unit, floating: bool) -> Place | None:
    """The day, week or weekend that holds a day."""
    if unit in ("W", "WE"):
        start = shift_days(found, 1 - found.isoweekday() + (5 if unit == "WE" else 0))
        if start is None:
            return None
        return Place(unit_text(found, unit), unit, start.year, start.month, start.day, floating)
    return day_place(found, floating=floating)


def years_as_months(amounts: Amounts) -> Amounts:
    """A year and three months are 15 months, so that the month of the base is kept."""
    months = sum((count or 0) * (12 if unit == "Y" else 1) for count, unit in amounts if unit in ("Y", "M"))
    if not any(unit == "M" for _, unit in amounts):
        return amounts
    return ((months, "M"), *((count, unit) for count, unit in amounts if unit not in ("Y", "M")))


def step(base: Place, n: float, unit: Unit, *, exact: bool, ref: bool) -> Place | None:
    """So many units from a base: to the day where the base is a day that is named, else to the unit."""
    if unit in ("S", "MIN", "H"):
        if (clock := _hours_on(base, n, unit)) is not None:
            return clock
        return None if base.day is None else base if abs(n) < 12 else moved(base, n, unit)
    if base.unit == "D" and base.year is not None and base.year < 1 and unit in ("D", "W"):
        return _days_before_christ(base, n, unit)
    if base.unit == "D" and (exact or (ref and unit == "W")) and base.date is not None:
        found = shift(base.date, n, unit)
        return day_place(found, floating=base.floating) if found else None
    if unit == "Y" and exact and n == int(n) and base.unit == "M":
        return moved(base, 12 * n, "M")  # `two years ago this month`
    if unit == "Y" and n == int(n) and base.unit == "Q" and base.month is not None and "-Q" in base.value:
        return moved(base, 4 * n, "Q")  # `the second quarter ..., from a year earlier`
    if n != int(n) and unit in ("DE", "CE"):
        return moved(base, n * (10 if unit == "DE" else 100), "Y")
    if n != int(n) and unit == "Y" and base.month is not None:
        return moved(base, n * 12, "M")
    return moved(base, n, unit)


def _hours_on(base: Place, n: float, unit: Unit) -> Place | None:
    """`three hours later`, from a time of day with hours and minutes."""
    found = _CLOCK.search(base.value)
    if found is None or base.date is None:
        return None
    minutes = int(found[1]) * 60 + int(found[2]) + round(n * {"H": 60, "MIN": 1, "S": 1 / 60}[unit])
    day = shift_days(base.date, minutes // 1440)
    if day is None:
        return None
    text = f"{minutes % 1440 // 60:02d}:{minutes % 60:02d}"
    return replace(day_place(day, floating=base.floating), value=f"{day.isoformat()}T{text}", unit="H")


def _days_before_christ(base: Place, n: float, unit: Unit) -> Place | None:
    """Days on from a day before Christ, reckoned in a year that `datetime` knows."""
    start = make_day(_COMMON_YEAR, base.month or 1, base.day or 1)
    found = shift(start, n, unit) if start is not None else None
    if found is None or base.year is None:
        return None
    year = add_years(base.year, found.year - _COMMON_YEAR)
    return Place(f"{year_text(year)}-{found.month:02d}-{found.day:02d}", "D", year, found.month, found.day)
