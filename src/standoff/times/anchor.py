"""What a page's times hang on: its day of publication, and the date that the narrative has come to."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from standoff.times.calendar import Unit, last_day, make_day, year_text

Direction = Literal["past", "future", "near"]  # `near`: no verb tells, the nearest one is meant
_LONG_AGO = 20  # years
_PARAGRAPHS_ON = 1
_FULL_YEAR = 1000
_DUMMY_YEAR = 2000  # stands for a year that is not known; never shown


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the calendar: year, month and day as far as they are known, and the unit it fills."""

    value: str
    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None
    floating: bool = False  # the year is not known
    mod: str | None = None
    end: "Place | None" = None  # of an interval

    @property
    def date(self) -> date | None:
        """Its first day, where it lies in years 1 to 9999."""
        if self.year is None:
            return None
        return make_day(self.year, self.month or 1, self.day or 1)


def day_place(day: date, *, floating: bool = False) -> Place:
    """A day as a place."""
    return Place(day.isoformat(), "D", day.year, day.month, day.day, floating)


def month_place(year: int, month: int, *, floating: bool = False) -> Place:
    """A month as a place."""
    return Place(f"{year_text(year)}-{month:02d}", "M", year, month, None, floating)


def year_place(year: int, *, floating: bool = False) -> Place:
    """A year as a place."""
    return Place(year_text(year), "Y", year, floating=floating)


@dataclass(frozen=True, slots=True)
class Published:
    """When a page was published: a day or an interval; `floating` where its year is not known."""

    first: date
    last: date
    floating: bool = False


def read_published(text: str | None) -> Published | None:
    """The publication date from EDTF: a day, month or year, an interval, the year perhaps `XXXX`; None where it is none of these.

    >>> read_published("2013-08").last
    datetime.date(2013, 8, 31)
    >>> read_published("XXXX-08-01/XXXX-08-13").floating
    True
    """
    if not text:
        return None
    floating = "XXXX" in text
    first, _, last = text.replace("XXXX", str(_DUMMY_YEAR)).partition("/")
    start, end = _bounds(first), _bounds(last or first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return Published(start[0], end[1], floating)


def _bounds(text: str) -> tuple[date, date] | None:
    """First and last day of `2013`, `2013-08` or `2013-08-07`."""
    parts = text.strip()[:10].rstrip("~?%").split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, day = (int(parts[k]) if k < len(parts) else 0 for k in range(3))
    if not 1 <= (month or 1) <= 12:
        return None
    first = make_day(year, month or 1, day or 1)
    last = make_day(year, month or 12, day or last_day(year, month or 12))
    return (first, last) if first and last else None


@dataclass(slots=True)
class Context:
    """The anchors as the reading goes on. `now`: the day that `today` means in this pass."""

    published: Published | None
    now: date | None
    ref: Place | None = None  # where the narrative has come to
    printed: Place | None = None  # the last date with a printed year
    direction: Direction | None = None  # of the expression at hand, by tense
    paragraph: int = 0
    printed_paragraph: int = -9
    leads: bool = False  # whether that one stood first in its sentence
    ref_paragraph: int = -9
    year_told: tuple[int, Place] | None = (
        None  # the last year or decade, and its paragraph, if nothing finer came after
    )
    era: Literal["BC", "AD"] | None = None  # in which years of less than four digits lie: `in 480`
    named: tuple[int, Place] | None = None  # a date named beside the narrative, and its paragraph
    ahead: tuple[int, Place] | None = None  # the last date after the page's day, and its paragraph

    @property
    def history(self) -> bool:
        """Whether partial dates follow the narrative: no publication date, or another year was printed just before."""
        if self.now is None:
            return True
        if self.direction == "future":
            return False
        printed, ref = self.printed, self.ref
        if printed is None or ref is None or printed.year is None or ref.year is None:
            return False
        since = self.paragraph - self.printed_paragraph
        if since > 1 or ref.year != printed.year:
            return False
        told = self.year_told
        if told is not None and told[0] == self.paragraph and (told[1].year or 0) > ref.year:
            return False  # `Founded in March 2006, it had 30 users in 2009 and 200 in September`
        past = self.now.year - ref.year
        # `built in 2009` is background in a page of 2019; `in June 2009` begins a story of its own, and so does 1950.
        if past > 1 and printed.unit in ("D", "M") and self.leads:
            return True
        return past > _LONG_AGO and (since == 0 or printed.unit == "D")

    @property
    def told(self) -> Place | None:
        """What `the next day` and `8 a.m.` go on from: on a dated page not what a paragraph far above told."""
        return self.told_within(_PARAGRAPHS_ON)

    def told_within(self, paragraphs: int) -> Place | None:
        """The narrative's date, on a dated page if it was reached so few paragraphs back."""
        if self.now is None or self.history:
            return self.ref
        if self.ahead is not None and self.ahead[0] == self.paragraph and self.direction != "past":
            return self.ahead[1]
        return self.ref if self.paragraph - self.ref_paragraph <= paragraphs else None

    @property
    def floating(self) -> bool:
        """Whether the page's year is unknown."""
        return self.published is not None and self.published.floating

    def reach(self, place: Place) -> None:
        """A year, decade or century was told: `that year` is the last one, years of three digits lie in its era."""
        if place.unit in ("Y", "DE") and place.year is not None:
            self.year_told = (self.paragraph, place)
        elif place.year is not None:
            self.year_told = None
        if place.value.startswith("BC"):
            self.era = "BC"
        elif place.year is not None:
            self.era = "AD" if 0 < place.year < _FULL_YEAR else None

    def move(self, place: Place, *, printed: bool, leads: bool = False) -> None:
        """The narrative has come to a place."""
        if place.year is None:
            return
        self.reach(place)
        if self.now is not None and (day := place.date) is not None and day > self.now:
            self.ahead = (self.paragraph, place)
            return  # what is to come does not carry the narrative on
        if place.unit == "Y" and self.ref is not None and self.ref.year == place.year:
            return  # `in 1941` again: the month that was reached stands
        self.ref = place
        self.ahead = None
        self.ref_paragraph = self.paragraph
        if printed:
            self.printed = place
            self.leads = leads
            self.printed_paragraph = self.paragraph
