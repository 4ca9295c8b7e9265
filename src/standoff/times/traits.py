"""What a shape is beside its value: whether it prints a year, names the calendar, carries a narrative on."""

from standoff.times.shapes import Calendar, Clock, Deictic, Near, Offset, Part, Range, Shape, Within


def is_loose(shape: Shape) -> bool:
    """Shapes that do not carry the narrative on: decades, centuries."""
    return isinstance(shape, Calendar) and (shape.decade is not None or shape.century is not None)


def is_day(shape: Shape) -> bool:
    """Whether it can be one day, on which a time of day may fall."""
    match shape:
        case Calendar():
            return bool(shape.day or shape.weekday or shape.holiday) and not shape.loose
        case Deictic():
            return shape.unit == "D"
        case Near():
            return is_day(shape.what)
        case Within():
            return shape.unit == "D" or (shape.what is not None and is_day(shape.what))
        case Range():
            return is_day(shape.first)
        case _:
            return False


def is_time(shape: Shape) -> bool:
    """Whether it is a time of day: `late Friday night` too."""
    match shape:
        case Clock():
            return True
        case Part():
            return is_time(shape.whole)
        case Range():
            return is_time(shape.first)
        case _:
            return False


def prints_year(shape: Shape) -> bool:
    """Whether a year stands in its words."""
    match shape:
        case Calendar():
            return shape.year is not None
        case Range():
            return prints_year(shape.first) or prints_year(shape.last)
        case Part() | Within():
            return prints_year(shape.whole)
        case Clock():
            return shape.day is not None and prints_year(shape.day)
        case _:
            return False


def is_stated(shape: Shape) -> bool:
    """Whether the words name the calendar: a month, a year, a feast; not `today`, `Saturday`, `last month`."""
    match shape:
        case Calendar():
            return shape.weekday is None or shape.month is not None
        case Range():
            return is_stated(shape.first)
        case Part():
            return is_stated(shape.whole)
        case Within():
            return shape.what is not None or is_stated(shape.whole)
        case Clock():
            return shape.day is not None and is_stated(shape.day)
        case Near():
            return shape.what.month is not None
        case Deictic() | Offset():
            return False
        case _:
            return True


def counts_on(shape: Shape) -> bool:
    """Whether it is reckoned from where the narrative is: `four years later`, `the following spring`."""
    return isinstance(shape, Deictic | Near | Offset) and shape.base == "ref"
