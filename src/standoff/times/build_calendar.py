"""The shapes of dates: days, months, decades, and those counted from the page's day or the narrative's."""

from standoff.times.captures import Args, Captures, base_of, number_of, shape_of, text_of, unit_of, year_of
from standoff.times.shapes import DATED, Calendar, Clock, Deictic, Near, Shape


def calendar(c: Captures, args: Args) -> Shape | None:
    """`14 August 2013`, `Aug 14`, `summer 1943`, `the second quarter of 2010`."""
    month = number_of(c.get("month", c.get("mm")))
    day = number_of(args.get("n", c.get("day", c.get("nth"))))
    quarter = half = None
    if args.get("iso") and month == (number_of(c.get("year")) or 0) % 100 + 1:
        return None  # `2008-09` is rather two years than a month
    if args.get("part") == "quarter":
        quarter, day = day, None
    if args.get("part") == "half":
        half, day = day, None
    if args.get("part") == "month":
        month, day = day, None
    if day is not None and not 1 <= day <= 53:
        return None  # `Friday 0`
    week = day if args.get("part") == "week" else None
    if week is not None:
        day = None
    if (quarter or 1) > 4 or (half or 1) > 2 or (month or 1) > 12:
        return None
    return Calendar(
        year=year_of(c),
        month=month,
        day=day,
        weekday=number_of(c.get("weekday")),
        season=text_of(c.get("season")),
        quarter=quarter,
        half=half,
        week=week,
        holiday=text_of(c.get("holiday")),
        loose=bool(args.get("loose", 0)),
        era=bool(args.get("era", 0)),
    )


def iso(c: Captures, args: Args) -> Shape | None:
    """`2013-08-14`, `20130814`."""
    text = str(c.get("iso") or args.get("iso") or "")
    if digits := text_of(c.get("digits")):
        text = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    day, _, clock = text.partition("T")
    year, month, date = (int(part) for part in day.split("-"))
    if month > 12 >= date:
        month, date = date, month  # `8.14.2013`
    if not (1 <= month <= 12 and 1 <= date <= 31):
        return None
    found = Calendar(year=year, month=month, day=date)
    return Clock(clock, "", found) if clock else found


def numeric(c: Captures, args: Args) -> Shape | None:
    """`8/14/2013`, the American order unless only the other one fits."""
    first, second = number_of(c.get("first")), number_of(c.get("second"))
    if first is None or second is None:
        return None
    month, day = (first, second) if first <= 12 else (second, first)
    year = year_of(c)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Calendar(year=year, month=month, day=day)


def decade(c: Captures, args: Args) -> Shape | None:
    """`the 1950s`, `the fifties`."""
    text = text_of(c.get("decade"))
    if (hundreds := number_of(c.get("hundreds"))) is not None:  # `the nineteen eighties`
        text = f"{hundreds}{text[2]}" if text and text.startswith("xx") and 10 <= hundreds <= 21 else None
    if text and len(text) == 3 and text[2] == "0" and "10" <= text[:2] <= "18":
        return Calendar(century=("BC" if c.get("era") == "BC" else "") + text[:2])  # `the 1800s`
    if text and len(text) == 3 and text.startswith("0") and c.get("era") != "BC":
        return None  # `the 490s`, which may count anything
    return Calendar(decade=("BC" if c.get("era") == "BC" else "") + text) if text else None


def century(c: Captures, args: Args) -> Shape | None:
    """`the 18th century`."""
    number = number_of(c.get("ord"))
    if number is None or not 1 <= number <= 30:
        return None
    return Calendar(century=("BC" if c.get("era") == "BC" else "") + f"{number - 1:02d}")


def deictic(c: Captures, args: Args) -> Shape | None:
    """`today`, `last month`, `the following day`: a unit and how far from the base."""
    unit = unit_of(args.get("unit") or c.get("unit"))
    shift = number_of(args.get("shift", c.get("which", 0)))
    if unit is None or shift is None or unit in ("S", "MIN", "H"):
        return None  # `at the last minute`, `the man of the hour`
    found: Shape = Deictic(unit, shift, base_of(args), this=bool(args.get("this", 0)))
    if part := text_of(c.get("daypart")) or text_of(args.get("daypart")):
        found = Clock(part, "", found)
    return found


def near(c: Captures, args: Args) -> Shape | None:
    """`last Friday`, `next April`, `this summer`, `the previous Easter`."""
    which = number_of(args.get("which", c.get("which", 0)))
    what = calendar(c, {})
    if which is None or not isinstance(what, Calendar):
        return None
    found: Shape = Near(what, which, base_of(args))
    if part := text_of(c.get("daypart")):
        found = Clock(part, "", found)
    return found


def near_date(c: Captures, args: Args) -> Shape | None:
    """`the Monday after Easter`, `the Friday before 1 March`."""
    date, weekday = shape_of(c.get("date")), number_of(c.get("weekday"))
    if weekday is None or not isinstance(date, DATED) or (isinstance(date, Calendar) and (date.loose or date.era)):
        return None
    return Near(Calendar(weekday=weekday), int(args["which"]), date)
