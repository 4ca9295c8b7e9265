"""Where a date of the calendar lies: the year it means, and the day, week, month or feast in it."""

from dataclasses import replace
from datetime import date

from standoff.lexicon.times import time_words
from standoff.times.anchor import Context, Direction, Place, day_place, month_place, year_place
from standoff.times.calendar import (
    SEASON_MONTH,
    add_months,
    add_years,
    easter,
    eastern_easter,
    last_day,
    make_day,
    nth_weekday,
    shift_days,
    year_text,
)
from standoff.times.shapes import Calendar

_DAYS_BACK = 5  # a weekday that is further back and tied to no verb is rather tomorrow's
_SOON = 14  # days
_MONTHS_AHEAD = 3  # so near a month no verb puts behind lies ahead
_JUST_PASSED = (
    60  # days after which a day in a present tense is not yet that of the next year: `Oct. 14: The minister flies in`
)
_LONG_WAY_BACK = 7
_AFTER_THE_TURN = 4  # the last month that lies rather in the year after the end of one


def calendar_place(c: Calendar, context: Context) -> Place | None:
    """The place of a date, its year chosen by the page where it names none."""
    if c.decade is not None:
        return _decade(c.decade, context)
    if c.century is not None:
        return _century(c.century)
    if c.era and c.year is not None:
        return year_place(-c.year if context.era == "BC" else c.year) if context.era else None
    if c.year is not None:
        return in_year(c, c.year)
    if c.month is None and c.day is not None:
        return _loose_day(c, context)
    if c.weekday is not None and c.month is None:
        return _weekday(c.weekday, context)
    year, floating = _choose_year(c, context)
    if year is None:
        return _yearless(c)
    place = in_year(c, year)
    return replace(place, floating=floating) if place else None


def in_year(c: Calendar, year: int) -> Place | None:
    """The calendar place in a given year."""
    if c.month is not None and c.day is not None:
        if c.day > last_day(year, c.month):
            return None
        return Place(f"{year_text(year)}-{c.month:02d}-{c.day:02d}", "D", year, c.month, c.day)
    if c.month is not None:
        return month_place(year, c.month)
    if c.season is not None:
        return Place(f"{year_text(year)}-{c.season}", "Q", year, SEASON_MONTH[c.season])
    if c.quarter is not None:
        return Place(f"{year_text(year)}-Q{c.quarter}", "Q", year, c.quarter * 3 - 2)
    if c.half is not None:
        return Place(f"{year_text(year)}-H{c.half}", "Q", year, c.half * 6 - 5)
    if c.week is not None:
        return week_place(year, c.week)
    if c.holiday is not None:
        day = holiday(c.holiday, year)
        return day_place(day) if day else None
    return year_place(year)


def week_place(year: int, week: int) -> Place | None:
    """A numbered week of a year; None where the year has no such week."""
    if not (1 <= year <= 9999 and 1 <= week <= 53):
        return None
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Place(f"{year:04d}-W{week:02d}", "W", monday.year, monday.month, monday.day)


def holiday(name: str, year: int) -> date | None:
    """The day of a feast in a year."""
    entry = time_words().holidays[name]
    if not 1 <= year <= 9998:
        return None
    if entry.easter is not None:
        return shift_days(eastern_easter(year) if entry.eastern else easter(year), entry.easter)
    if entry.month is None:
        return None
    if entry.weekday is not None and entry.day is not None:
        first = make_day(year, entry.month, entry.day)
        return shift_days(first, (entry.weekday - first.isoweekday()) % 7) if first else None
    if entry.weekday is not None:
        found = nth_weekday(year, entry.month, entry.weekday, entry.nth or 1)
        return shift_days(found, entry.plus) if found else None
    return make_day(year, entry.month, entry.day or 1)


def _yearless(c: Calendar) -> Place | None:
    """What is known without a year."""
    if c.month is not None:
        return Place(f"XXXX-{c.month:02d}" + (f"-{c.day:02d}" if c.day else ""), "D" if c.day else "M")
    if c.season is not None:
        return Place(f"XXXX-{c.season}", "Q")
    if c.quarter is not None:
        return Place(f"XXXX-Q{c.quarter}", "Q")
    return None


def _decade(digits: str, context: Context) -> Place:
    if digits.startswith("BC"):
        return Place(digits, "DE")
    if digits.startswith("xx"):
        anchor = context.now.year if context.now else context.ref.year if context.ref and context.ref.year else 1999
        century = anchor // 100
        if int(digits[2]) * 10 > anchor % 100 and context.now is not None:
            century -= 1
        digits = f"{century:02d}{digits[2]}"
    return Place(digits, "DE", int(digits) * 10)


def _century(digits: str) -> Place:
    if digits.startswith("BC"):
        return Place(digits, "CE")
    return Place(digits, "CE", int(digits) * 100 or 1)


def _loose_day(c: Calendar, context: Context) -> Place | None:
    """`the 12th`: in the narrative's month, else in the page's."""
    ref = context.ref
    if c.weekday is not None and context.now is not None:
        month = (context.now.year, context.now.month)
        if (found := make_day(*month, c.day or 1)) and found.isoweekday() == c.weekday:
            return day_place(found, floating=context.floating)
    if ref is not None and ref.year is not None and ref.month is not None:
        year, month_number = ref.year, ref.month
        if ref.day is not None and c.day is not None and c.day < ref.day - 20:
            year, month_number = add_months(year, month_number, 1)
        return in_year(Calendar(month=month_number, day=c.day), year)
    if context.now is not None:
        found = _day_near(context.now, c.day or 1, context.direction)
        return day_place(found, floating=context.floating) if found else None
    return None


def _day_near(now: date, day: int, direction: Direction | None) -> date | None:
    """`the 31st` of the page's month, or of the one before or after where the tense says so or the month has none."""
    months = {"past": (0, -1, -2), "future": (0, 1, 2)}.get(direction or "", (0, -1, 1))
    for step in months:
        found = make_day(*add_months(now.year, now.month, step), day)
        wrong = found is not None and ((direction == "past" and found > now) or (direction == "future" and found < now))
        if found is not None and not wrong:
            return found
    return None


def _weekday(weekday: int, context: Context) -> Place | None:
    """A bare weekday: the nearest one back to the anchor, ahead where the tense says so."""
    floating = False
    told = context.ref.date if context.ref and context.ref.day and context.history else None
    if told is None and context.now is not None:
        anchor, floating = context.now, context.floating
    else:
        anchor = told  # type: ignore[assignment]
    if anchor is None or floating:
        return Place(f"XXXX-WXX-{weekday}", "D")
    back = (anchor.isoweekday() - weekday) % 7
    ahead = (weekday - anchor.isoweekday()) % 7
    if context.direction == "future" or told is not None or (context.direction == "near" and back > _DAYS_BACK):
        found = shift_days(anchor, ahead)
    else:
        found = shift_days(anchor, -back)
    return day_place(found, floating=floating) if found else None


def first_month(c: Calendar) -> tuple[int, int]:
    """The month and day on which a yearless place begins."""
    if c.month is not None:
        return c.month, c.day or 1
    if c.season is not None:
        return SEASON_MONTH[c.season], 1
    if c.quarter is not None:
        return c.quarter * 3 - 2, 1
    if c.half is not None:
        return c.half * 6 - 5, 1
    if c.holiday is not None and (day := holiday(c.holiday, 2001)):
        return day.month, day.day
    return 1, 1


def _choose_year(c: Calendar, context: Context) -> tuple[int | None, bool]:
    """The year of a yearless place, and whether it is one not known."""
    if not context.history and context.now is not None:
        return _year_by_tense(c, context.now, context), context.floating
    ref = context.ref
    if ref is None or ref.year is None:
        return None, False
    month, _ = first_month(c)
    if ref.unit == "Y" and ref.mod == "END" and month <= _AFTER_THE_TURN and c.month is not None:
        return add_years(ref.year, 1), ref.floating  # `by the end of 1914 ... In February`
    if ref.value.endswith("-WI") and month <= _AFTER_THE_TURN and c.month is not None:
        return add_years(ref.year, 1), ref.floating
    if ref.month is not None and ref.unit in ("H", "D", "M", "W") and month - ref.month <= -_LONG_WAY_BACK - 1:
        return add_years(ref.year, 1), ref.floating
    return ref.year, ref.floating


def _year_by_tense(c: Calendar, now: date, context: Context) -> int:
    """The last such place up to the page's day; ahead where the tense says so; the nearer where nothing does and it is a day."""
    month, day = first_month(c)
    here = (now.month, now.day)
    if c.day is None and c.holiday is None:
        here, there = (now.month, 1), (month, 1)
    else:
        there = (month, day)
    if here == there:
        return now.year
    if c.week is not None:
        return now.year
    ahead = (there[0] - here[0]) * 30 + there[1] - here[1]
    if context.direction == "future":
        passed = c.day is not None and -_JUST_PASSED <= ahead < 0
        return now.year if ahead > 0 or passed else now.year + 1
    if context.direction in (None, "near") and 0 < ahead <= _MONTHS_AHEAD * 30:
        return now.year
    if context.direction == "past" or (c.day is None and c.holiday is None):
        if c.day is not None and 0 < ahead <= _SOON:
            return now.year  # a day of eleven months ago would be told with its year
        return now.year if there < here else now.year - 1
    if abs(ahead) <= 183:
        return now.year
    return now.year + 1 if ahead < 0 else now.year - 1
