"""The shapes that rules make of what their patterns caught; None where the words turn out to be no time."""

from collections.abc import Callable

from standoff.lexicon.times import time_words
from standoff.times.build_calendar import calendar, century, decade, deictic, iso, near, near_date, numeric
from standoff.times.build_clock import clock, clocks, dayparts, spoken
from standoff.times.build_parts import edge, part, same, within, within_running
from standoff.times.captures import (
    Args,
    Captures,
    amounts_of,
    base_of,
    duration_text,
    number_of,
    shape_of,
    text_of,
    with_half,
    with_part,
    year_of,
)
from standoff.times.shapes import (
    COMING,
    DATED,
    Base,
    Calendar,
    Deictic,
    Duration,
    Near,
    Offset,
    Range,
    Recurring,
    Shape,
    Vague,
    Within,
)

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}


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


BUILDERS: dict[str, Callable[[Captures, Args], Shape | None]] = {
    function.__name__: function
    for function in (
        calendar, century, clock, clocks, dayparts, decade, deictic, duration, edge, iso, near, numeric, near_date, offset, part,
        recurring, same, span, spoken, vague, weekday_of_week, weekdays, within, within_running,
    )
}  # fmt: skip
