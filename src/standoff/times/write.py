"""Places as TIMEX3 values and as EDTF."""

from standoff.times.anchor import Place
from standoff.times.calendar import edtf_season, last_day, shift_days

_LAST_YEAR = 9990  # a decade or a winter that begins later would run out of the calendar
_OPEN = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def timex_value(place: Place) -> str:
    """The TIMEX3 value; an unknown year is `XXXX`."""
    if not place.floating:
        return place.value
    if place.unit in ("W", "WE"):
        return "XXXX-WXX" + ("-WE" if place.unit == "WE" else "")
    if place.unit in ("DE", "CE"):
        return "XXXX"
    return "/".join("XXXX" + half[4:] for half in place.value.split("/"))


def edtf(place: Place) -> str | None:
    """The place as EDTF; None where it has none: an unknown year, before Christ, vague words."""
    if (
        place.floating
        or place.year is None
        or not 1 <= place.year <= _LAST_YEAR
        or place.value in _OPEN
        or place.value.startswith("XXXX")
    ):
        return None
    if place.end is not None:
        if place.end.year is None or not place.year <= place.end.year <= _LAST_YEAR:
            return None
        first, last = _simple(place), _simple(place.end)
        if first is None or last is None:
            return None
        return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"
    if place.mod in ("START", "MID", "END") and (part := _part(place)):
        return part
    return _simple(place)


def _simple(place: Place) -> str | None:
    year = f"{place.year:04d}"
    value = place.value.partition("/")[0]
    match place.unit:
        case "D" | "BD" | "H" | "MIN" | "S":
            return value[:10]
        case "M":
            return value[:7]
        case "Y":
            return year
        case "DE":
            return f"{year[:3]}0/{year[:3]}9"
        case "CE":
            return f"{value}00/{value}99" if value != "00" else "0001/0099"
        case "W" | "WE":
            start = place.date
            end = shift_days(start, 6 if place.unit == "W" else 1) if start else None
            return f"{start}/{end}" if end else None
        case "Q":
            return _quarter(place, value)


def _quarter(place: Place, value: str) -> str | None:
    """A quarter or half year as months, a season as EDTF has it."""
    year, kind = value[:4], value[5:]
    if kind in ("SP", "SU", "FA", "WI"):
        return edtf_season(year, kind)
    if place.month is None:
        return None
    return f"{year}-{place.month:02d}/{year}-{place.month + (2 if kind.startswith('Q') else 5):02d}"


def _part(place: Place) -> str | None:
    """The first, middle or last third of a month, a year or a decade."""
    third = ("START", "MID", "END").index(place.mod or "START")
    if place.year is None:
        return None
    if place.unit == "M" and place.month is not None:
        month = f"{place.year:04d}-{place.month:02d}"
        first, last = ((1, 10), (11, 20), (21, last_day(place.year, place.month)))[third]
        return f"{month}-{first:02d}/{month}-{last:02d}"
    if place.unit == "Y":
        first, last = ((1, 4), (5, 8), (9, 12))[third]
        return f"{place.year:04d}-{first:02d}/{place.year:04d}-{last:02d}"
    if place.unit == "DE":
        first, last = ((0, 3), (4, 6), (7, 9))[third]
        return f"{place.year + first:04d}/{place.year + last:04d}"
    return None
