"""The climate curve: the mean of the directions, week by week, with its band and its turning points, named."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.tell.rows import ClimateRow, TimelineRow
from standoff.web.axis import Axis
from standoff.web.labels import Rows, shorten
from standoff.web.words import day as say_day

HEIGHT = 140.0
_TURNS = 5
_APART = 26.0
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Turn:
    """A turning point, named by the heaviest event of its week; `label` is what there is room for in the picture."""

    n: int
    x: float
    y: float
    id: str
    when: str
    what: str
    label: str = ""
    label_x: float = 0.0
    label_row: int = 0


@dataclass(frozen=True)
class Curve:
    """A line, its band, its turning points, all in pixels; `zero` is the height of the neutral line."""

    line: str
    warm: str
    cold: str
    band: str
    zero: float
    height: float
    reach: float
    top: float
    turns: tuple[Turn, ...]
    rows: int


@dataclass(frozen=True)
class _Point:
    x: float
    score: float
    low: float
    high: float
    events: tuple[str, ...]


@dataclass(frozen=True)
class Week:
    """The mean of all directions in a week, by its middle; `told` where any direction has a row."""

    middle: date
    score: float
    low: float
    high: float
    events: tuple[str, ...]
    told: bool


def curve(rows: Sequence[ClimateRow], timeline: Mapping[str, TimelineRow], axis: Axis) -> Curve | None:
    """The curve of a record's climate; None where fewer than two weeks are told."""
    return draw_curve(by_week(rows), timeline, axis)


def draw_curve(weeks: Sequence[Week], timeline: Mapping[str, TimelineRow], axis: Axis) -> Curve | None:
    """The curve of weeks in one size; None where there are fewer than two."""
    points = _points(weeks, axis)
    if len(points) < 2:
        return None
    zero, margin = HEIGHT / 2, 14.0
    reach = max(1.0, *(abs(value) for p in points for value in (p.score, p.low, p.high)))

    def y(value: float) -> float:
        return round(zero - value / reach * (zero - margin), 1)

    ends = f"{points[0].x},{zero}", f"{points[-1].x},{zero}"
    drawn = [(p.x, y(p.score)) for p in points]
    level = y(0.0)
    turns, used = _named(_turns(points, timeline, y), axis)
    return Curve(
        line=" ".join([f"{x},{at}" for x, at in drawn]),
        warm=" ".join([ends[0], *[f"{x},{min(at, level)}" for x, at in drawn], ends[1]]),
        cold=" ".join([ends[0], *[f"{x},{max(at, level)}" for x, at in drawn], ends[1]]),
        band=" ".join([*(f"{p.x},{y(p.high)}" for p in points), *(f"{p.x},{y(p.low)}" for p in reversed(points))]),
        zero=zero,
        height=HEIGHT,
        reach=round(reach, 1),
        top=margin,
        turns=turns,
        rows=used,
    )


def by_week(rows: Sequence[ClimateRow]) -> list[Week]:
    """Every week from the first to the last; a direction that has no row in a week counts as neutral."""
    weeks: dict[date, list[ClimateRow]] = {}
    pairs = len({(row.actor, row.recipient) for row in rows}) or 1
    for row in rows:
        weeks.setdefault(date.fromisocalendar(int(row.week[:4]), int(row.week[6:]), 1), []).append(row)
    if not weeks:
        return []
    found: list[Week] = []
    monday, end = min(weeks), max(weeks)
    while monday <= end:
        told = weeks.get(monday, [])
        score, low, high = (sum(getattr(row, part) for row in told) / pairs for part in ("score", "low", "high"))
        events = tuple(id for row in told for id in row.events)
        found.append(Week(monday + timedelta(days=3), score, low, high, events, bool(told)))
        monday += _WEEK
    return found


def _points(weeks: Sequence[Week], axis: Axis) -> list[_Point]:
    """A point for each week on the axis; of several without anything the first and the last have one."""
    inside: list[Week] = []
    for n, week in enumerate(weeks):
        if not axis.first <= week.middle <= axis.last:
            continue
        next_told = n + 1 < len(weeks) and weeks[n + 1].told
        if week.told or not inside or inside[-1].score or inside[-1].events or next_told:
            inside.append(week)
    places = axis.all_x(week.middle for week in inside)
    return [_Point(x, w.score, w.low, w.high, w.events) for x, w in zip(places, inside, strict=True)]


def _turns(points: Sequence[_Point], timeline: Mapping[str, TimelineRow], y: Callable[[float], float]) -> list[Turn]:
    """The weeks in which the score moved most, named by the heaviest event of the week that moves it that way."""
    changes = [point.score - (points[n - 1].score if n else 0.0) for n, point in enumerate(points)]
    turns: list[Turn] = []
    for n in sorted(range(len(points)), key=lambda n: (-abs(changes[n]), n)):
        told = (timeline[id] for id in points[n].events if id in timeline)
        along = [row for row in told if row.goldstein * changes[n] > 0]
        if not along:
            continue
        row = max(along, key=lambda r: (r.weight, r.id))
        if all(row.id != turn.id and abs(points[n].x - turn.x) >= _APART for turn in turns):
            turns.append(Turn(0, points[n].x, y(points[n].score), row.id, say_day(row.date), row.summary))
        if len(turns) == _TURNS:
            break
    return sorted(turns, key=lambda turn: turn.x)


def _named(turns: Sequence[Turn], axis: Axis) -> tuple[tuple[Turn, ...], int]:
    """The turning points numbered, each with its words below the curve where there is room; else the list names it."""
    rows = Rows(axis.layout.left, axis.layout.width, axis.layout.rows)
    longest = (axis.layout.width - axis.layout.left) * 0.45
    found = []
    for n, turn in enumerate(turns, start=1):
        words, x, row = "", 0.0, 0
        for room in (longest, longest * 0.6, longest * 0.4) if axis.layout.left else ():
            label = shorten(f"{n} {turn.what}", room)
            if label and (place := rows.place(turn.x - 6, label)):
                words, x, row = label, *place
                break
        found.append(Turn(n, turn.x, turn.y, turn.id, turn.when, turn.what, words, x, row))
    return tuple(found), rows.used
