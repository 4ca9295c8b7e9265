"""The turning points of the climate: weeks from which relations cool or warm, named by the event that weighs most in them.

The curve of a pair is the mean of its two directions. It is cut into legs, each going one way: a leg ends where the curve
has come back from its furthest point by more than a quarter of all that it ever moved, and by SWING at least. The turning point
of a leg is its steepest week in which something happened that goes the leg's way; the event named is the one whose score
and weight together are greatest there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from standoff.record import Record
from standoff.tell.climate import climate
from standoff.tell.lines import dated
from standoff.tell.rows import ClimateRow, TimelineRow, TurnRow
from standoff.tell.timeline import timeline

SWING = 0.5
SHARE = 0.25
MOST = 5
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Point:
    """A week of a pair: the mean score of its directions, and the events that count in it."""

    monday: date
    score: float
    events: tuple[str, ...]


def turns(record: Record, *, at: str | None = None, says: str | None = None) -> list[TurnRow]:
    """The five widest turning points of each pair of parties, by pair and week."""
    rows = climate(record, at=at, says=says)
    entries = {row.id: row for row in timeline(record, at=at)}
    pairs = sorted({(min(r.actor, r.recipient), max(r.actor, r.recipient)) for r in rows})
    return [turn for pair in pairs for turn in turning_points(pair, rows, entries)]


def turning_points(
    pair: tuple[str, str], rows: Sequence[ClimateRow], entries: Mapping[str, TimelineRow]
) -> list[TurnRow]:
    """The turning points of a pair, the widest kept, by week."""
    points = _points([row for row in rows if {row.actor, row.recipient} == set(pair)])
    found = []
    for first, last in _legs(points):
        warmer = points[last].score > points[first].score
        turn = _named(pair, points[first : last + 1], warmer, points[first].score, points[last].score, entries)
        if turn is not None:
            found.append(turn)
    widest = sorted(found, key=lambda t: (-abs(t.after - t.before), t.week))[:MOST]
    return sorted(widest, key=lambda t: t.week)


def _points(rows: Sequence[ClimateRow]) -> list[Point]:
    """Every week from the first to the last; one that no row tells is at rest. The first has a point of rest before it."""
    weeks: dict[date, list[ClimateRow]] = {}
    for row in rows:
        year, week = row.week.split("-W")
        weeks.setdefault(date.fromisocalendar(int(year), int(week), 1), []).append(row)
    if not weeks:
        return []
    monday, end = min(weeks), max(weeks)
    found = [Point(monday - WEEK, 0.0, ())]
    while monday <= end:
        told = weeks.get(monday, [])
        events = tuple(dict.fromkeys(id for row in told for id in row.events))
        found.append(Point(monday, sum(row.score for row in told) / 2, events))
        monday += WEEK
    return found


def _legs(points: Sequence[Point]) -> list[tuple[int, int]]:
    """The stretches, first to last point, in which the curve goes one way but for small steps back."""
    if len(points) < 2:
        return []
    scores = [point.score for point in points]
    least = max(SWING, SHARE * (max(scores) - min(scores)))
    legs: list[tuple[int, int]] = []
    start, low, high = 0, 0, 0
    way = 0
    for n in range(1, len(points)):
        low = n if scores[n] < scores[low] else low
        high = n if scores[n] > scores[high] else high
        if way <= 0 and scores[n] - scores[low] >= least and low < n:
            legs += [(start, low)] if low > start else []
            start, high, way = low, n, 1
        elif way >= 0 and scores[high] - scores[n] >= least and high < n:
            legs += [(start, high)] if high > start else []
            start, low, way = high, n, -1
    end = high if way > 0 else low
    return [leg for leg in (*legs, (start, end)) if leg[1] > leg[0] and abs(scores[leg[1]] - scores[leg[0]]) >= least]


def _named(
    pair: tuple[str, str],
    leg: Sequence[Point],
    warmer: bool,
    before: float,
    after: float,
    entries: Mapping[str, TimelineRow],
) -> TurnRow | None:
    """The turning point that a leg begins with; None where nothing that is told goes its way: it only fades."""
    steps = [
        (abs(two.score - one.score), -n, two)
        for n, (one, two) in enumerate(pairwise(leg))
        if (two.score > one.score) == warmer
    ]
    for _, _, point in sorted(steps, key=lambda step: step[:2], reverse=True):
        told = [entries[id] for id in point.events if id in entries and (entries[id].goldstein > 0) == warmer]
        if told:
            event = max(told, key=lambda row: (abs(row.goldstein) * row.weight, row.id))
            year, week, _ = point.monday.isocalendar()
            return TurnRow(
                id=event.id,
                week=f"{year:04}-W{week:02}",
                parties=pair,
                way="warmer" if warmer else "colder",
                before=round(before, 2),
                after=round(after, 2),
                text=dated(event)[:1].upper() + dated(event)[1:],
                sources=event.sources,
            )
    return None
