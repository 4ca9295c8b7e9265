"""Clock and habit of dates by country, from `zones.toml`: offset, summer time, and which of day and month comes first."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table

Summer = Literal["american", "european", "australian", "new_zealand"]


class Zone(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country's, or part of a country's, clock; `id` is the end of its addresses, or a name that publishers refer to."""

    id: str
    offset: str | None = None
    summer: Summer | None = None
    day_first: bool | None = None

    def offset_on(self, day: date) -> str | None:
        """The offset from universal time on a day, as `+HH:MM`; None where the country has several."""
        if self.offset is None:
            return None
        minutes = minutes_of(self.offset) + (60 if self.summer and _is_summer(self.summer, day) else 0)
        return offset_text(minutes)


class ZoneTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`zones.toml`."""

    zone: tuple[Zone, ...]


@cache
def _by_id() -> dict[str, Zone]:
    return {entry.id: entry for entry in load_table("zones", ZoneTable).zone}


def zone_named(name: str | None) -> Zone | None:
    """The zone of that id."""
    return _by_id().get(name) if name else None


def minutes_of(offset: str) -> int:
    """An offset in minutes.

    >>> minutes_of("+09:30"), minutes_of("-0500"), minutes_of("+02")
    (570, -300, 120)
    """
    digits = offset[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:4])
    return -minutes if offset[0] in "-−" else minutes


def offset_text(minutes: int) -> str:
    """Minutes as `+HH:MM`."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def moved(day: str, clock: str, offset: str, to: str) -> tuple[str, str] | None:
    """Day and clock of an instant on another clock; None beyond the calendar.

    >>> moved("2016-03-04", "03:30", "+00:00", "-05:00")
    ('2016-03-03', '22:30')
    """
    try:
        there = datetime.fromisoformat(f"{day}T{clock}") + timedelta(minutes=minutes_of(to) - minutes_of(offset))
    except (ValueError, OverflowError):
        return None
    return there.date().isoformat(), there.time().isoformat("seconds" if clock.count(":") > 1 else "minutes")


def _is_summer(rule: Summer, day: date) -> bool:
    """Whether clocks stand on summer time, to the day."""
    if rule == "american":
        return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)
    if rule == "european":
        return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    begins, ends = (10, 4) if rule == "australian" else (9, 4)
    first = _sunday(day.year, 10, 1) if begins == 10 else _last_sunday(day.year, 9)
    return day >= first or day < _sunday(day.year, ends, 1)


def is_american_summer(day: date) -> bool:
    """Whether American clocks stand on summer time: second Sunday of March to first Sunday of November."""
    return _is_summer("american", day)


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31 if month in (3, 10) else 30)
    return last - timedelta(days=(last.weekday() + 1) % 7)
