"""The shapes of what lies in something else: parts of dates, months of years, weeks of months."""

from standoff.times.build_calendar import calendar, deictic
from standoff.times.captures import Args, Captures, number_of, shape_of, text_of, unit_of
from standoff.times.shapes import DATED, Calendar, Clock, Deictic, Near, Offset, Part, Shape, Within


def within_running(c: Captures, args: Args) -> Shape | None:
    """`next year's February`, `last year's summer`."""
    which, what = number_of(c.get("which")), calendar(c, args)
    if which is None or not isinstance(what, Calendar):
        return None
    return Within(Deictic("Y", which, "now"), None, 0, what)


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
    if isinstance(whole, Deictic) and whole.unit == "D" and what.day is not None:
        return False  # `on 3 May, the same day`
    if isinstance(whole, Calendar) and whole.day and what.day:
        return False  # `on 3 May, 7 May and 9 May`
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
