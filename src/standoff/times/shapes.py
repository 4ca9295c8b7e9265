"""What a temporal expression says before it is known which day it hangs on.

A rule of the grammar gives one of these; `resolve` turns it into a value once an anchor is chosen.
"""

from dataclasses import dataclass
from typing import Literal

from standoff.times.calendar import Unit

Base = Literal["now", "ref", "that", "here"]
"""The page's day, the narrative's, the one that `that` points back to, or whichever the text is about."""
COMING = 2
LAST_WEEKS = -2
Amounts = tuple[tuple[float | None, Unit], ...]  # None: `several days`


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar, whole or in part: `April 3`, `1950`, `summer 1943`, `Saturday`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    decade: str | None = None  # `195`, or `xx5` where the century is open
    century: str | None = None  # `17`
    holiday: str | None = None
    era: bool = False  # a bare year that counts only where the narrative is before Christ: `in 480`
    loose: bool = False  # words that are a date only in company: `20`, `the 20th`


@dataclass(frozen=True, slots=True)
class Deictic:
    """A unit counted from the page's day or the narrative's: `today`, `last month`, `that year`."""

    unit: Unit
    shift: int
    base: Base
    this: bool = False  # `this weekend`, not `the weekend`


@dataclass(frozen=True, slots=True)
class Near:
    """A named part of the calendar counted from a base: `last Friday`, `next April`, `this summer`."""

    what: Calendar
    which: int  # -1 last, 0 this, 1 next, COMING the first one after the base, LAST_WEEKS that of the week before
    base: "Base | Shape"


@dataclass(frozen=True, slots=True)
class Offset:
    """So long before or after something: `two weeks ago`, `three days later`, `a month before Easter`."""

    amounts: Amounts
    sign: int
    base: "Base | Shape"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. `sign` is set where it hangs on an event: `a month after ...`."""

    amounts: Amounts
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times: `every Monday`."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """`now`, `recently`, `in the future`."""

    value: str


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another in one expression: `April 3-9`, `1950-53`."""

    first: "Shape"
    last: "Shape"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a date: `late July`, `the end of the year`, `earlier this year`."""

    whole: "Shape"
    mod: str


@dataclass(frozen=True, slots=True)
class Within:
    """A smaller unit inside a date: `the second week of 2021`, `August of that year`, `the first day of June`."""

    whole: "Shape"
    unit: Unit | None
    n: int
    what: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, on a date where one is told."""

    text: str  # `14:55`, `MO`
    zone: str
    day: "Shape | None" = None


Shape = Calendar | Deictic | Near | Offset | Duration | Recurring | Vague | Range | Part | Within | Clock
DATED = (Calendar, Deictic, Near, Offset, Part, Within, Range)
"""The shapes that can be a date: what `<date>` in a pattern may stand for."""
