"""From a shape and its anchors to a place in the calendar."""

from dataclasses import replace
from datetime import date

from standoff.times.anchor import Context, Place, day_place
from standoff.times.calendar import (
    Unit,
    add_years,
    nth_weekday,
    shift,
    shift_days,
    year_text,
)
from standoff.times.calendar_place import calendar_place, first_month, in_year, week_place
from standoff.times.shapes import (
    COMING,
    LAST_WEEKS,
    Calendar,
    Clock,
    Deictic,
    Near,
    Offset,
    Part,
    Range,
    Shape,
    Within,
)
from standoff.times.steps import moved, step, unit_around, years_as_months

_ORDER: dict[Unit, int] = {
    "S": 0,
    "MIN": 0,
    "H": 0,
    "D": 1,
    "BD": 1,
    "WE": 2,
    "W": 2,
    "M": 3,
    "Q": 4,
    "Y": 5,
    "DE": 6,
    "CE": 7,
}
_THURSDAY = 4
_WEDNESDAY = 2
_MARCH = 3
_SATURDAY = 5
_RECENT = 7  # days
_FAR = 4  # paragraphs back that `that year` can mean
_HOURS_ON = 3  # paragraphs on in which a bare time of day is of the day told
_TOLD = Deictic("D", 0, "ref")


def resolve(shape: Shape, context: Context) -> Place | None:
    """The place in the calendar; None where no anchor gives it one."""
    match shape:
        case Calendar():
            return calendar_place(shape, context)
        case Deictic():
            return _deictic(shape, context)
        case Near():
            return _near(shape, context)
        case Offset():
            return _offset(shape, context)
        case Range():
            return _range(shape, context)
        case Part():
            return _part(shape, context)
        case Within():
            return _within(shape, context)
        case Clock():
            return _clock(shape, context)
        case _:
            return None


# --- counted from a base ---


def base_place(base: str, context: Context, unit: Unit = "M") -> Place | None:
    """The page's day or the narrative's date; each stands in where the other is missing.

    `unit`: what is counted in; days are counted from a day, on a dated page from its own where no other is told.
    """
    now = day_place(context.now, floating=context.floating) if context.now else None
    if base in ("ref", "that") or (base == "here" and context.history):
        told = _pointed_at(context, unit) if base == "that" else context.told
        if unit in ("Y", "DE") and (year := _year_told(context, base)) is not None:
            told = year
        if now is not None and told is not None and _ORDER[unit] < _ORDER["W"] < _ORDER[told.unit] + 1:
            told = None
        return told or now
    return now or context.ref


def _year_told(context: Context, base: str) -> Place | None:
    """The year told last, where nothing finer came after: `that year` may mean that of the paragraph before."""
    if context.year_told is None:
        return None
    paragraph, year = context.year_told
    return year if context.paragraph - paragraph <= (1 if base == "that" else 0) else None


def _pointed_at(context: Context, unit: Unit) -> Place | None:
    """What `that year` and `that evening` point back to: the date named last in the paragraph, else the narrative's."""
    last = context.named
    if last is not None and last[0] == context.paragraph and (last[1].day is not None or _ORDER[unit] > _ORDER["W"]):
        return last[1]
    return context.told_within(_FAR)


def _deictic(shape: Deictic, context: Context) -> Place | None:
    if context.now is None and shape.base == "now" and shape.unit == "D":
        return Place("PRESENT_REF", "D") if shape.shift == 0 else None
    base = base_place(shape.base, context, shape.unit)
    if base is None:
        return None
    shift_by = shape.shift
    if (
        shape.unit == "WE"
        and shift_by == 0
        and (context.direction == "past" or not (shape.this or context.direction))
        and context.now
        and context.now.weekday() < (_WEDNESDAY if shape.this else _SATURDAY)
    ):
        shift_by = -1  # `at the weekend`, told on a Monday
    return moved(base, shift_by, shape.unit)


def _near(shape: Near, context: Context) -> Place | None:
    base = base_place(shape.base, context) if isinstance(shape.base, str) else resolve(shape.base, context)
    if base is None or base.year is None:
        return None
    c = shape.what
    if c.weekday is not None and c.month is None:
        if shape.which == LAST_WEEKS:
            return _what_within(c, moved(base, -1, "W") or base)
        told = shape.base != "now" and context.told is not None
        # `the following Saturday` is the first one after the day told, `next Saturday` that of next week.
        return _near_weekday(c.weekday, COMING if shape.which > 0 and told else shape.which, base)
    if c.year is not None:
        return in_year(c, c.year)
    month, day = first_month(c)
    here = (base.month or 1, (base.day or 1) if c.day or c.holiday else 1)
    there = (month, day if c.day or c.holiday else 1)
    if base.unit == "Y" and shape.which > 0:
        here = there  # `In 1940 ... The following spring`
    year = base.year
    if c.season == "WI" and shape.which == 0 and (base.month or 12) < _MARCH and context.direction != "future":
        year = add_years(year, -1)  # `this winter`, in January
    if shape.which > 0 and there <= here and (base.month is not None or shape.base != "now"):
        year = add_years(year, 1)
    if shape.which < 0 and (there >= here or (c.season is not None and month + 3 > here[0])):
        year = add_years(year, -1)
    place = in_year(c, year)
    return replace(place, floating=base.floating) if place else None


def _near_weekday(weekday: int, which: int, base: Place) -> Place | None:
    start = base.date
    if base.day is None or start is None or base.floating:
        return Place(f"XXXX-WXX-{weekday}", "D")
    if which < 0:
        found = shift_days(start, -((start.isoweekday() - weekday - 1) % 7 + 1))
    elif which == COMING:
        found = shift_days(start, (weekday - start.isoweekday() - 1) % 7 + 1)
    else:
        found = shift_days(start, weekday - start.isoweekday() + 7 * which)
    return day_place(found) if found else None


def _offset(shape: Offset, context: Context) -> Place | None:
    smallest = min((unit for _, unit in shape.amounts), key=_ORDER.__getitem__)
    base = base_place(shape.base, context, smallest) if isinstance(shape.base, str) else resolve(shape.base, context)
    if base is None or base.year is None:
        return None
    if any(count is None for count, _ in shape.amounts):
        return Place("PAST_REF" if shape.sign < 0 else "FUTURE_REF", smallest)
    explicit = not isinstance(shape.base, str)
    place: Place | None = base
    if len(shape.amounts) == 1:
        count, unit = shape.amounts[0]
        return step(base, (count or 0) * shape.sign, unit, exact=explicit, ref=shape.base == "ref")
    for count, unit in years_as_months(shape.amounts):
        if place is None:
            return None
        place = step(place, (count or 0) * shape.sign, unit, exact=True, ref=True)
    if place is not None and _ORDER[place.unit] < _ORDER[smallest] and place.date is not None:
        return moved(place, 0, smallest)
    return place


# --- made of others ---


def _range(shape: Range, context: Context) -> Place | None:
    first = resolve(shape.first, context)
    if first is None:
        return None
    if isinstance(shape.last, Calendar) and first.year is not None and shape.last.year is None:
        last = in_year(shape.last, first.year)
    elif isinstance(shape.first, Calendar) and isinstance(shape.last, Calendar) and shape.first.year is None:
        last = resolve(shape.last, context)
        if last is not None and last.year is not None:
            first = in_year(shape.first, last.year) or first
    else:
        last = resolve(shape.last, context)
    if last is None:
        return None
    return replace(first, value=f"{first.value}/{last.value}", end=replace(last, floating=first.floating))


def _part(shape: Part, context: Context) -> Place | None:
    whole = resolve(shape.whole, context)
    return replace(whole, mod=shape.mod) if whole else None


def _within(shape: Within, context: Context) -> Place | None:
    whole = resolve(shape.whole, context)
    if whole is None or whole.year is None:
        return None
    if shape.what is not None:
        return _what_within(shape.what, whole, shape.n)
    if shape.unit is None or (start := whole.date) is None:
        return None
    if shape.n < 0:
        return _last_within(whole, shape.unit, shape.n)
    if shape.unit == "BD":
        eve = shift_days(start, -1)
        return moved(day_place(eve, floating=whole.floating), shape.n, "BD") if eve else None
    n = shape.n - 1
    match shape.unit:
        case "W" if whole.unit == "Y":
            return week_place(whole.year, shape.n)
        case "W":
            if whole.unit == "M" and start.isoweekday() > _THURSDAY:
                start = shift_days(start, 7) or start  # the first week of a month holds its first Thursday
            base = day_place(start, floating=whole.floating)
            return moved(base, n, "W")
        case "Y" if whole.unit not in ("D", "DE", "CE"):
            return None
        case "WE" if whole.unit == "M" and whole.month is not None and 1 <= whole.year <= 9999:
            saturday = nth_weekday(whole.year, whole.month, _SATURDAY + 1, shape.n)
            return unit_around(saturday, "WE", whole.floating) if saturday else None
        case "WE" | "S" | "MIN" | "H":
            return None
        case unit:
            return moved(day_place(start, floating=whole.floating), n, unit)


def _last_within(whole: Place, unit: Unit, n: int) -> Place | None:
    """The last unit of a whole (-1), or the one before (-2)."""
    start = whole.date
    if start is None or whole.unit not in ("Y", "M", "W", "DE"):
        return None
    after = shift(start, 1, whole.unit)
    end = shift_days(after, -1) if after else None
    if end is None:
        return None
    if unit == "WE":
        saturday = nth_weekday(start.year, start.month, _SATURDAY + 1, n) if whole.unit == "M" else None
        return unit_around(saturday, "WE", whole.floating) if saturday else None
    if unit == "BD" and after is not None:
        return moved(day_place(after, floating=whole.floating), n, "BD")
    if unit == "W" and whole.unit == "Y" and n == -1:
        return week_place(start.year, 52 if date(start.year, 12, 28).isocalendar().week == 52 else 53)
    return moved(day_place(end, floating=whole.floating), n + 1, unit)


def _what_within(c: Calendar, whole: Place, n: int = 0) -> Place | None:
    """`August of that year`, `Tuesday of next week`, `the 5th of that month`."""
    if whole.year is None:
        return None
    if n and c.weekday is not None:
        if whole.unit == "Y" and 1 <= whole.year <= 9999:
            found = nth_weekday(whole.year, 12, c.weekday, n) if n < 0 else nth_weekday(whole.year, 1, c.weekday, 1)
            found = shift_days(found, 7 * (n - 1)) if found and n > 0 else found
            return day_place(found, floating=whole.floating) if found and found.year == whole.year else None
        if whole.unit != "M" or whole.month is None or not 1 <= whole.year <= 9999:
            return None
        found = nth_weekday(whole.year, whole.month, c.weekday, n)
        return day_place(found, floating=whole.floating) if found and found.month == whole.month else None
    if c.weekday is not None and whole.unit == "W" and whole.date is not None:
        found = shift_days(whole.date, c.weekday - 1)
        return day_place(found, floating=whole.floating) if found else None
    if c.month is None and c.day is not None:
        if whole.month is None or whole.unit != "M":
            return None
        c = replace(c, month=whole.month)
    elif whole.unit not in ("Y", "DE"):
        return None
    place = in_year(c, whole.year)
    return replace(place, floating=whole.floating) if place else None


def _clock(shape: Clock, context: Context) -> Place | None:
    far = shape.day == _TOLD and context.paragraph != context.ref_paragraph
    day = _day_told(context) if shape.day is None or far else resolve(shape.day, context)
    if day is None or day.day is None or day.year is None or day.month is None:
        return Place(f"XXXX-XX-XXT{shape.text}", "H")
    date_text = f"{year_text(day.year)}-{day.month:02d}-{day.day:02d}"
    return replace(day, value=f"{date_text}T{shape.text}", unit="H", end=None, mod=None)


def _day_told(context: Context) -> Place | None:
    """The day of a bare time of day: the one told last, on a dated page only if it is of the last days or told beside it."""
    base = context.told_within(_HOURS_ON) or base_place("ref", context, "D")
    if base is not None and base.day is None:
        base = base_place("ref", context, "D")
    if context.now is None or context.history or base is None or base.date is None:
        return base
    beside = context.paragraph == context.ref_paragraph
    return (
        base
        if beside or abs((context.now - base.date).days) <= _RECENT
        else day_place(context.now, floating=context.floating)
    )
