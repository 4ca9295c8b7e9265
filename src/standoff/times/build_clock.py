"""The shapes that rules make of times of day."""

import re

from standoff.times.captures import Args, Captures, base_of, number_of, shape_of, text_of
from standoff.times.shapes import DATED, Calendar, Clock, Deictic, Range, Shape

_EVENING = 6  # from then on an hour `at night` is one before midnight


def spoken(c: Captures, args: Args) -> Shape | None:
    """`half past three`, `a quarter to nine`, `ten minutes past six`."""
    hour, minutes = number_of(c.get("hour", 12)), number_of(c.get("minute"))
    if minutes is None:
        minutes = 15 if "quarter" in c else 30
    if hour is None or not 1 <= hour <= 12 or not 1 <= minutes < 60:
        return None
    late = c.get("ampm") == "PM" and hour < 12
    hour = _in_daypart(hour, text_of(c.get("daypart")))
    total = (hour % 12 if c.get("ampm") == "AM" else hour + 12 * late) * 60 + minutes * int(args.get("past", 1))
    return Clock(f"{total // 60 % 24:02d}:{total % 60:02d}", "")


def clock(c: Captures, args: Args) -> Shape | None:
    """`2:55 pm EDT`, `at 10 a.m. on Monday`, `noon`."""
    text = text_of(c.get("clock")) or text_of(args.get("clock")) or ""
    if not text and (hour := number_of(c.get("hour", c.get("num")))) is not None:
        text = f"{hour:02d}:00" if 0 <= hour <= 24 else ""
    if not text:
        return None
    if ":" in text:
        hour_text, _, rest = text.partition(":")
        hour = int(hour_text)
        if c.get("ampm") and hour > 12:
            return None
        if c.get("ampm") == "PM" and hour < 12:
            hour += 12
        if c.get("ampm") == "AM" and hour == 12:
            hour = 0
        if "ampm" not in c:
            hour = _in_daypart(hour, text_of(c.get("daypart", args.get("part"))) or text_of(c.get("night")))
        if hour > 24 or not re.match(r"[0-5]\d", rest):
            return None
        text = f"{hour:02d}:{rest}"
    date = Deictic("D", int(args.get("shift", 0)), "now") if args.get("today") else shape_of(c.get("date"))
    if date is not None and not isinstance(date, DATED):
        return None
    return Clock(text, text_of(c.get("zone")) or "", date)


def clocks(c: Captures, args: Args) -> Shape | None:
    """`between 3 and 5 p.m.`: the first hour takes its half of the day from the second."""
    ends: list[Captures] = [{}, {}]
    n = 0
    for key, value in c.items():
        if key.rstrip("2") in ("hour", "clock", "dotted"):
            ends[min(n, 1)]["hour" if key.rstrip("2") == "hour" else "clock"] = value
            n += 1
    both = {key: value for key, value in c.items() if key in ("ampm", "zone", "daypart")}
    first, last = clock({**ends[0], **both}, args), clock({**ends[1], **both}, args)
    if not isinstance(first, Clock) or not isinstance(last, Clock):
        return None
    if first.text > last.text and both.get("ampm") == "PM":
        first = clock({**ends[0], "ampm": "AM"}, args) or first
    return Range(first, last)


def _in_daypart(hour: int, part: str | None) -> int:
    """The hour of 24 that `three in the afternoon` and `eleven at night` mean."""
    later = part in ("AF", "EV") or (part in ("NI", "D") and hour >= _EVENING)
    return hour + 12 if later and hour < 12 else hour


def dayparts(c: Captures, args: Args) -> Shape | None:
    """`Saturday morning`, `the night of 3 April`."""
    text = text_of(c.get("daypart", args.get("part")))
    date = shape_of(c.get("date"))
    if date is None and (weekday := number_of(c.get("weekday"))) is not None:
        date = Calendar(weekday=weekday)
    if date is None and (holiday := text_of(c.get("holiday"))):
        date = Calendar(holiday=holiday)
    if text is None or (date is not None and not isinstance(date, DATED)):
        return None
    if isinstance(date, Calendar) and not (date.day or date.weekday or date.holiday):
        return None
    return Clock(text, "", date if date is not None else Deictic("D", 0, base_of(args)))
