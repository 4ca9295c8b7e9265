"""What the pattern of a rule caught, read as numbers, units, years and lengths."""

from collections.abc import Mapping
from typing import get_args

from standoff.lexicon.times import Meaning
from standoff.times.calendar import Unit
from standoff.times.shapes import Amounts, Base, Shape

Captures = dict[str, Meaning | Shape]
Args = Mapping[str, str | int | float]
_UNITS = frozenset(get_args(Unit))


def number_of(value: object) -> int | None:
    """The whole number caught; None for anything else."""
    return int(value) if isinstance(value, int | float) else None


def text_of(value: object) -> str | None:
    """The words caught; None for anything else."""
    return value if isinstance(value, str) else None


def unit_of(value: object) -> Unit | None:
    """The unit of time caught; None for anything else."""
    return value if value in _UNITS else None  # type: ignore[return-value]


def shape_of(value: object) -> Shape | None:
    """The shape that an inner rule made; None for anything else."""
    return value if isinstance(value, Shape) else None


def year_of(c: Captures, key: str = "year") -> int | None:
    """The year caught: four digits, two after an apostrophe, or any number with an era."""
    if (full := number_of(c.get(key))) is not None:
        year = full
    elif (short := number_of(c.get("two"))) is not None:
        year = full_year(short)
    elif (aged := number_of(c.get("age"))) is not None:
        year = aged
    else:
        return None
    return -year if c.get("era") == "BC" else year


def full_year(two: int) -> int:
    """The year that two digits mean: up to 39 in this century.

    >>> full_year(13), full_year(87)
    (2013, 1987)
    """
    return two if two >= 100 else (2000 if two < 40 else 1900) + two


def base_of(args: Args) -> Base:
    """What a rule counts from: the page's day, the narrative's, or whichever the text is about."""
    base = args.get("base")
    return base if base in ("ref", "that", "here") else "now"  # type: ignore[return-value]


def amounts_of(c: Captures) -> Amounts | None:
    """Every count with its unit."""
    amounts: list[tuple[float | None, Unit]] = []
    for tail in ("", "2", "22"):
        word = c.get("unit" + tail) or c.get("letter" + tail)
        double = word == "2W"  # a fortnight
        unit = "W" if double else unit_of(word)
        if unit is None or any(unit == known for _, known in amounts):
            break  # `three days and two nights`
        default = None if tail else 0.0 if "fraction" in c else 1.0
        count = c.get("count" + tail, c.get("num" + tail, default))
        if isinstance(count, int | float):
            extra = c.get("fraction", 0.0) if not tail else 0.0
            amount = float(count) + (extra if isinstance(extra, int | float) else 0.0)
            amounts.append((None if count < 0 else amount * (2 if double else 1), unit))
    return tuple(amounts) or None


def with_half(amounts: Amounts) -> Amounts:
    """An hour and a half is an hour and 30 minutes, a year and a half 18 months."""
    count, unit = amounts[0]
    if count is None:
        return amounts
    smaller: dict[Unit, tuple[float, Unit]] = {"H": (30, "MIN"), "Y": (6, "M"), "MIN": (30, "S"), "D": (12, "H")}
    if unit in smaller and count == int(count):
        return ((count, unit), smaller[unit])
    return ((count + 0.5, unit),)


def with_part(amounts: Amounts, part: float) -> Amounts:
    """A part more of the first unit: two years and a quarter."""
    count, unit = amounts[0]
    return amounts if count is None else ((count + part, unit), *amounts[1:])


_LETTERS = {"MIN": "M", "BD": "D"}
_YEARS = {"DE": 10, "CE": 100}


def _in_years(count: float | None, unit: Unit) -> tuple[float | None, Unit]:
    """Half a century is 50 years; whole decades and centuries stay what they are."""
    if count is not None and count != int(count) and unit in _YEARS:
        return count * _YEARS[unit], "Y"
    return count, unit


def duration_text(amounts: Amounts) -> str:
    """A TIMEX3 duration.

    >>> duration_text(((1, "H"), (30, "MIN"))), duration_text(((None, "D"),)), duration_text(((2.5, "Y"),))
    ('PT1H30M', 'PXD', 'P2.5Y')
    """
    days = times = ""
    for n, u in amounts:
        count, unit = _in_years(n, u)
        number = "X" if count is None else f"{count:.0f}" if count == int(count) else f"{count:g}"
        letter = _LETTERS.get(unit, unit)
        if unit in ("H", "MIN", "S"):
            times += number + letter
        else:
            days += number + letter
    return f"P{days}T{times}" if times else f"P{days}"


def offset_text(amounts: Amounts) -> str:
    """The length as ISO 8601 has it, which counts with: decades and centuries as years.

    >>> offset_text(((2, "DE"),)), offset_text(((3, "W"),))
    ('P20Y', 'P3W')
    """
    return duration_text(
        tuple((None if n is None else n * _YEARS[u], "Y") if u in _YEARS else (n, u) for n, u in amounts)
    )
