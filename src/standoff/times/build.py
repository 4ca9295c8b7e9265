"""The shapes that rules make of what their patterns caught; None where the words turn out to be no time."""

from collections.abc import Callable

from standoff.lexicon.times import time_words
from standoff.times.build_clock import clock, clocks, dayparts, spoken
from standoff.times.captures import (
    Args,
    Captures,
    amounts_of,
    base_of,
    duration_text,
    number_of,
    shape_of,
    text_of,
    unit_of,
    with_half,
    with_part,
    year_of,
)
from standoff.times.shapes import (
    COMING,
    DATED,
    Base,
    Calendar,
    Clock,
    Deictic,
    Duration,
    Near,
    Offset,
    Part,
    Range,
    Recurring,
    Shape,
    Vague,
    Within,
)

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}


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
    if day is not None and day > 53:
        return None
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


def within_running(c: Captures, args: Args) -> Shape | None:
    """`next year's February`, `last year's summer`."""
    which, what = number_of(c.get("which")), calendar(c, args)
    if which is None or not isinstance(what, Calendar):
        return None
    return Within(Deictic("Y", which, "now"), None, 0, what)


def duration(c: Captures, args: Args) -> Shape | None:
    """`three weeks`, `a year and a half`, `several days`."""
    if "count" in args:
        c = {"count": args["count"], **c}
    if "unit" not in c:
        c = {**c, "unit": args.get("unit", "")}
    amounts = amounts_of(c)
    if amounts is None or (amounts[0][1] == "Q" and args.get("sign")):
        return None
    if args.get("half") and amounts[0][1] in ("H", "MIN"):
        amounts = with_half(amounts)  # `an hour and a half`: an hour and 30 minutes
    elif isinstance(part := args.get("half") or args.get("part"), float):
        amounts = with_part(amounts, part)
    return Duration(amounts, int(args.get("sign", 0)))


def offset(c: Captures, args: Args) -> Shape | None:
    """`two weeks ago`, `three days later`, `a month before Easter`."""
    amounts = amounts_of({**{key: args[key] for key in ("count", "unit") if key in args}, **c})
    if amounts is None:
        return None
    if args.get("half"):
        amounts = with_half(amounts)
    sign = int(args.get("sign", 0)) or (
        1 if c.get("direction") in ("after", "later", "from", "following", "since") else -1
    )
    base: Base | Shape = base_of(args)
    if (when := text_of(c.get("when"))) is not None:
        base = Deictic("D", _DAYS[when], "now")
    if (date := shape_of(c.get("date"))) is not None:
        if not isinstance(date, DATED) or any(unit in ("S", "MIN", "H") for _, unit in amounts):
            return None  # `hours before Monday`, `3 minutes from today`: a length, and a date
        base = date
        if (
            (c.get("direction") == "from" or args.get("coming"))
            and isinstance(date, Calendar)
            and date == Calendar(weekday=date.weekday)
        ):
            base = Near(date, COMING, "now")  # `a week from Tuesday`
    return Offset(amounts, sign, base)


def weekdays(c: Captures, args: Args) -> Shape | None:
    """`two Fridays from now`, `three Mondays ago`, `the Sunday before last`."""
    count, weekday = number_of(c.get("count", args.get("count"))), number_of(c.get("weekday"))
    if count is None or weekday is None or count < 1:
        return None
    sign = int(args.get("sign", 1))
    nearest = Near(Calendar(weekday=weekday), COMING if sign > 0 else -1, "now")
    return Offset(((float(count - 1), "W"),), sign, nearest)


def weekday_of_week(c: Captures, args: Args) -> Shape | None:
    """`Tuesday last week`, `next week on Friday`."""
    which, weekday = number_of(args.get("shift", c.get("which"))), number_of(c.get("weekday"))
    if which is None or weekday is None:
        return None
    return Within(Deictic("W", which, "now"), None, 0, Calendar(weekday=weekday))


def recurring(c: Captures, args: Args) -> Shape | None:
    """`every Monday`, `daily`, `twice a week`."""
    if value := text_of(args.get("value")):
        return Recurring(value)
    if value := text_of(c.get("setday")):
        return Recurring(value)
    if name := text_of(c.get("holiday")):
        feast = time_words().holidays[name]
        return Recurring(f"XXXX-{feast.month:02d}-{feast.day:02d}" if feast.month and feast.day else "P1Y")
    part = text_of(c.get("daypart"))
    if (weekday := number_of(c.get("weekday"))) is not None:
        return Recurring(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if (month := number_of(c.get("month"))) is not None:
        day = number_of(c.get("day", c.get("nth")))
        return Recurring(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))
    if season := text_of(c.get("season")):
        return Recurring(f"XXXX-{season}")
    if part:
        return Recurring(f"XXXX-XX-XXT{part}")
    if amounts := amounts_of({"count": args["count"], **c} if "count" in args else c):
        if amounts == ((1.0, "WE"),):
            return Recurring("XXXX-WXX-WE")
        return Recurring(duration_text(amounts))
    return None


def vague(c: Captures, args: Args) -> Shape | None:
    """`now`, `recently`."""
    return Vague(str(args["value"]))


def span(c: Captures, args: Args) -> Shape | None:
    """`April 3-9`, `1950-53`, `June to August 1944`: two ends in one expression."""
    month, last_month = number_of(c.get("month")), number_of(c.get("month2"))
    days = [number_of(c[key]) for key in ("day", "nth", "day2", "nth2") if key in c]
    day, last_day = (*days, None, None)[:2]
    if day is not None and last_day is not None and "nth" in c and "day" in c and last_month is None:
        day, last_day = min(day, last_day), max(day, last_day)  # `May 6 and 7th`
    if args.get("years"):
        first = number_of(c.get("year"))
        last = number_of(c.get("year2"))
        if first is not None and last is None and (short := number_of(c.get("two"))) is not None:
            last = first // 100 * 100 + short
        if c.get("era") == "BC" and first is None:
            first, last = number_of(c.get("age")), number_of(c.get("age2"))
        if first is None or last is None:
            return None
        if c.get("era") == "BC":
            first, last = -first, -last
        return Range(Calendar(year=first), Calendar(year=last)) if first < last else None
    year = year_of(c)
    if day is not None and last_day is not None and last_month is None and last_day <= day:
        return None
    return Range(
        Calendar(year=year, month=month, day=day), Calendar(year=year, month=last_month or month, day=last_day)
    )


def part(c: Captures, args: Args) -> Shape | None:
    """`late July`, `the end of the year`, `earlier this year`."""
    whole = shape_of(c.get("date"))
    if whole is None or not isinstance(whole, (*DATED, Clock)):
        return None
    mod = text_of(args.get("mod")) or text_of(c.get("early"))
    if args.get("month") and not _is_month(whole):
        return None
    if isinstance(whole, Calendar) and (whole.holiday or whole.era or whole.loose):
        return None
    if mod in ("EARLIER", "LATER") and isinstance(whole, Calendar) and (whole.weekday or whole.day):
        return None  # `later Friday` is Friday
    return Part(whole, mod) if mod else None


def _is_month(shape: Shape) -> bool:
    """Whether a shape fills a month: its halves have no value of their own."""
    match shape:
        case Calendar():
            return shape.month is not None and shape.day is None
        case Deictic():
            return shape.unit == "M"
        case Near():
            return _is_month(shape.what)
        case Within():
            return shape.what is not None and _is_month(shape.what)
        case _:
            return False


def edge(c: Captures, args: Args) -> Shape | None:
    """`the end of the year`: a part of the unit that the text is in."""
    whole = deictic(c, args)
    mod = text_of(args.get("mod")) or text_of(c.get("early")) or "END"
    return Part(whole, mod) if whole is not None else None


def within(c: Captures, args: Args) -> Shape | None:
    """`August of that year`, `the second week of 2021`, `24 January of the same year`."""
    whole = shape_of(c.get("date"))
    if whole is None or not isinstance(whole, DATED):
        return None
    unit = unit_of(c.get("unit"))
    if isinstance(whole, Calendar) and ((whole.loose and "n" not in args) or whole.era):
        return None
    if unit == "Y" and isinstance(whole, Calendar) and whole.decade is None and whole.century is None:
        return None  # `last year in the summer`
    if args.get("month") and not (isinstance(whole, Deictic) and whole.unit == "M"):
        return None
    if args.get("year") and not (isinstance(whole, Deictic) and whole.unit == "Y"):
        return None
    if "n" in args:
        named = isinstance(whole, Calendar) and (whole.day is not None or whole.weekday is not None) and unit == "W"
        return Within(whole, unit, 1) if named else None
    if (weekday := number_of(c.get("weekday"))) is not None and "what" not in args:
        n = -int(args["last"]) if args.get("last") else number_of(c.get("ord"))
        return Within(whole, None, n, Calendar(weekday=weekday)) if n and n <= 53 else None
    if unit is not None and "what" not in args:
        n = number_of(c.get("ord", c.get("num"))) if not args.get("last") else -int(args["last"])
        return Within(whole, unit, n) if n else None
    what = calendar(c, args)
    if isinstance(whole, Offset | Within) and isinstance(what, Calendar) and what.season:
        return None  # `its steepest fall in three months`
    if isinstance(what, Calendar) and not _may_lie_in(what, whole):
        return None
    if (
        isinstance(what, Calendar)
        and what.day
        and isinstance(whole, Calendar)
        and whole == Calendar(weekday=whole.weekday)
    ):
        return what if what.month else None  # `5 June, Monday`
    return Within(whole, None, 0, what) if isinstance(what, Calendar) else None


def _may_lie_in(what: Calendar, whole: Shape) -> bool:
    """Whether what is named has its place in the whole: no month in `March 31 next month`, no day in `won his first in 1971`."""
    if what.month is not None:
        return not (isinstance(whole, Deictic) and whole.unit == "M")
    named = isinstance(whole, Calendar) and whole.year is not None and whole.month is None
    return not (what.day is not None and what.weekday is None and named)


def same(c: Captures, args: Args) -> Shape | None:
    """`Saturday, July 6, 2013`: the date, with a weekday that only agrees or not."""
    date = shape_of(c.get("date"))
    if isinstance(date, Calendar) and date.month and (date.day or args.get("any")) and date.weekday is None:
        return date
    return None


BUILDERS: dict[str, Callable[[Captures, Args], Shape | None]] = {
    function.__name__: function
    for function in (
        calendar, century, clock, clocks, dayparts, decade, deictic, duration, edge, iso, near, numeric, near_date, offset, part,
        recurring, same, span, spoken, vague, weekday_of_week, weekdays, within, within_running,
    )
}  # fmt: skip
