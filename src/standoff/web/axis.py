"""The common time axis of the pictures: days to pixels. Long stretches of which nothing is told are squeezed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from standoff.edtf import bounds
from standoff.lexicon.calendar import SHORT_MONTHS
from standoff.web.labels import width_of

_BEFORE = timedelta(days=60)  # how far before the first page the pictures begin: older entries are background
_AFTER = timedelta(days=10)
_DATED = 31  # days; what is dated more coarsely says nothing of where the pictures end
_AHEAD = timedelta(days=90)  # what lies further ahead is listed, not drawn
_QUIET = 60  # days; a longer stretch without anything is squeezed
_PAD = timedelta(days=6)
_SQUEEZED = 26.0  # pixels
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Layout:
    """A size in which the pictures are drawn; the page shows the one that fits its width."""

    name: str
    width: float
    left: float
    """Where the pictures begin: the names of the rows stand before; 0 where they stand above."""
    rows: int
    """Rows of labels under a lane."""
    labels: int
    """A lane names at most so many of its events."""


LAYOUTS = (
    Layout("wide", 1180.0, 150.0, 4, 12),
    Layout("middle", 720.0, 118.0, 4, 8),
    Layout("narrow", 340.0, 0.0, 3, 5),
)


@dataclass(frozen=True)
class Tick:
    """A mark on the axis."""

    x: float
    label: str


@dataclass(frozen=True)
class Gap:
    """A squeezed stretch: nothing is told of the days from `first` to `last`."""

    x: float
    width: float
    first: date
    last: date

    @property
    def title(self) -> str:
        """What a reader who points at it is told."""
        return f"squeezed: nothing is told from {self.first.isoformat()} to {self.last.isoformat()}"


@dataclass(frozen=True)
class Axis:
    """Days from the first to the last knot; between two knots days are of equal width."""

    layout: Layout
    days: tuple[date, ...]
    places: tuple[float, ...]
    gaps: tuple[Gap, ...] = ()
    known: date = date.max
    """Day of the last page: what lies behind it nobody has told yet."""

    @property
    def first(self) -> date:
        """The first day."""
        return self.days[0]

    @property
    def last(self) -> date:
        """The last day."""
        return self.days[-1]

    def x(self, day: date) -> float:
        """The place of the morning of a day, kept inside the picture."""
        day = min(max(day, self.first), self.last)
        n = min(bisect_right(self.days, day), len(self.days) - 1)
        low, high = self.days[n - 1], self.days[n]
        share = (day - low).days / max(1, (high - low).days)
        return round(self.places[n - 1] + (self.places[n] - self.places[n - 1]) * share, 1)

    def all_x(self, days: Iterable[date]) -> list[float]:
        """The places of the mornings of several days of the axis, which stand in order."""
        found, n = [], 1
        for day in days:
            while day >= self.days[n] and n < len(self.days) - 1:
                n += 1
            low, high = self.days[n - 1], self.days[n]
            share = (day - low).days / max(1, (high - low).days)
            found.append(round(self.places[n - 1] + (self.places[n] - self.places[n - 1]) * share, 1))
        return found

    def span(self, edtf: str | None) -> tuple[float, float] | None:
        """Where a date begins and ends; None where it has no place on this axis."""
        days = bounds(edtf)
        if days is None or days[1] < self.first or days[0] > self.last:
            return None
        following = min(days[1], date.max - _DAY) + _DAY
        return self.x(max(days[0], self.first)), self.x(min(following, self.last))

    def pixels(self, moments: Sequence[float]) -> set[int]:
        """The whole pixels of moments, which are days counted from the year 1 and stand in order; each once."""
        knots = [day.toordinal() for day in self.days]
        found: set[int] = set()
        for (before, after), (low, high) in zip(pairwise(knots), pairwise(self.places), strict=True):
            scale = (high - low) / max(1, after - before)
            inside = moments[bisect_left(moments, before) : bisect_right(moments, after)]
            found.update({round(low + (moment - before) * scale) for moment in inside})
        return found

    def ticks(self) -> list[Tick]:
        """The first of each month, and the years of what is squeezed, left out where they would stand too close."""
        found: list[Tick] = []
        right = -1.0
        year = None
        for day in self._months():
            x = self.x(day)
            label = SHORT_MONTHS[day.month - 1]
            if day.year != year:
                label = f"{label} {day.year}"
            if x < right or x + width_of(label) > self.layout.width:
                continue
            found.append(Tick(x, label))
            right, year = x + width_of(label) + 6, day.year
        return found

    def _months(self) -> Iterable[date]:
        """The firsts of the months, thinned where the picture is too long for all of them."""
        room = max(2, int((self.layout.width - self.layout.left) / 34))
        told = [(low, high) for low, high in pairwise(self.days) if not any(g.first == low for g in self.gaps)]
        months = sum((high - low).days // 30 for low, high in told)
        step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 10**6) if months / step <= room)
        for low, high in told:
            start = low.year * 12 + low.month - 1
            start += -start % step if step > 1 else 0
            for n in range(start, high.year * 12 + high.month, step):
                day = date(n // 12, n % 12 + 1, 1)
                if low <= day < high:
                    yield day


@dataclass(frozen=True)
class Stretch:
    """The time that pictures show, whatever their size."""

    first: date
    last: date
    quiet: Sequence[tuple[date, date]]
    """Where nothing falls for long: it is squeezed."""
    known: date
    """Day of the last page."""


def make_axis(
    published: Iterable[str | None],
    ahead: Iterable[str | None] = (),
    happened: Iterable[str | None] = (),
    layout: Layout = LAYOUTS[0],
) -> Axis | None:
    """An axis over the time that `find_stretch` gives; None where no page has a date."""
    stretch = find_stretch(published, ahead, happened)
    return lay(stretch, layout) if stretch else None


def find_stretch(
    published: Iterable[str | None], ahead: Iterable[str | None] = (), happened: Iterable[str | None] = ()
) -> Stretch | None:
    """The time in which the pages were published, two months before it, and what they say lies ahead.

    `happened`: the dates of what is drawn; where neither they nor a page fall for long, the axis is squeezed.
    """
    told = [found for day in set(published) if (found := bounds(day)) and found[1] < date.max]
    if not told:
        return None
    pages = [found for found in told if (found[1] - found[0]).days <= _DATED] or told
    first, last = min(found[0] for found in pages), max(found[1] for found in pages)
    coming = [found[1] for day in ahead if (found := bounds(day)) and last < found[1] <= last + _AHEAD]
    start, end = (first - _BEFORE).replace(day=1), max([last, *coming]) + _AFTER
    busy = [found for day in happened if (found := bounds(day)) and (found[1] - found[0]).days <= _DATED]
    quiet = _quiet(start, end, {*pages, *busy, *((day, day) for day in coming)})
    return Stretch(start, end, quiet, last)


def lay(stretch: Stretch, layout: Layout) -> Axis:
    """The axis of a time in one size."""
    start, end, quiet = stretch.first, stretch.last, stretch.quiet
    room = layout.width - layout.left
    narrow = min(_SQUEEZED, room / 3 / max(1, len(quiet)))
    told = (end - start).days - sum((b - a).days for a, b in quiet)
    scale = (room - narrow * len(quiet)) / max(1, told)
    days, places, gaps = [start], [layout.left], []
    for low, high in quiet:
        if low > days[-1]:
            places.append(places[-1] + (low - days[-1]).days * scale)
            days.append(low)
        gaps.append(Gap(round(places[-1], 1), round(narrow, 1), low, high - _DAY))
        places.append(places[-1] + narrow)
        days.append(high)
    if end > days[-1]:
        places.append(layout.width)
        days.append(end)
    return Axis(layout, tuple(days), tuple(places), tuple(gaps), stretch.known)


def _quiet(start: date, end: date, busy: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The long stretches in which nothing lies, a little time left on both sides."""
    quiet, until = [], start
    for first, last in [*sorted(busy), (end, end)]:
        if last < start or first > end:
            continue
        low, high = max(first, start), min(last, end)
        if (low - until).days > _QUIET:
            quiet.append((until + _PAD, low - _PAD))
        until = max(until, high)
    return quiet
