"""The common time axis of the pictures: days to pixels."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.edtf import bounds
from standoff.lexicon.calendar import SHORT_MONTHS

WIDTH = 1040.0
LEFT = 150.0  # where the names of the lanes stand
_BEFORE = timedelta(days=60)  # how far before the first page the pictures begin: older entries are background
_AFTER = timedelta(days=10)
_DATED = timedelta(days=31)  # a page dated more coarsely says nothing of where the pictures end
_AHEAD = timedelta(days=90)  # what lies further ahead is listed, not drawn


@dataclass(frozen=True)
class Tick:
    """A mark on the axis."""

    x: float
    label: str


@dataclass(frozen=True)
class Axis:
    """Days from `first` to `last` on a picture `WIDTH` wide, the lanes' names left of `LEFT`."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """The place of the morning of a day, kept inside the picture."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + (WIDTH - LEFT) * min(1.0, max(0.0, share)), 1)

    def span(self, edtf: str | None) -> tuple[float, float] | None:
        """Where a date begins and ends; None where it has no place on this axis."""
        days = bounds(edtf)
        if days is None or days[1] < self.first or days[0] > self.last:
            return None
        following = min(days[1], date.max - timedelta(days=1)) + timedelta(days=1)
        return self.x(max(days[0], self.first)), self.x(min(following, self.last))

    def ticks(self) -> list[Tick]:
        """The first of each month, thinned out where they would stand too close."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 100000) if months / step <= 14)
        found: list[Tick] = []
        for n in range(0, months + 1, step):
            year, month = divmod(self.first.year * 12 + self.first.month - 1 + n, 12)
            day = date(year, month + 1, 1)
            if self.first <= day <= self.last:
                label = (
                    f"{SHORT_MONTHS[month]} {year}" if not found or month == 0 or step >= 12 else SHORT_MONTHS[month]
                )
                found.append(Tick(self.x(day), label))
        return found


def make_axis(published: Iterable[str | None], ahead: Iterable[str | None] = ()) -> Axis | None:
    """An axis over the time in which the pages were published, two months before it, and what they say lies ahead."""
    pages = [found for day in published if (found := bounds(day)) and found[1] < date.max]
    if not pages:
        return None
    pages = [found for found in pages if found[1] - found[0] <= _DATED] or pages
    first = min(found[0] for found in pages)
    last = max(found[1] for found in pages)
    coming = [found[1] for day in ahead if (found := bounds(day)) and last < found[1] <= last + _AHEAD]
    start = (first - _BEFORE).replace(day=1)
    return Axis(start, max([last, *coming]) + _AFTER)
