"""The climate curve: the mean of the directions, week by week, with its band and its turning points, named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.tell.rows import ClimateRow, TimelineRow
from standoff.web.axis import Axis
from standoff.web.labels import Rows, shorten
from standoff.web.words import day as say_day

HEIGHT = 140.0
_TURNS = 5
_APART = 26.0
_WEEK, _MIDDLE = timedelta(days=7), timedelta(days=3)


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
class Week:
    """The mean of all directions in a week, by its middle; `told` where any direction has a row."""

    middle: date
    score: float
    low: float
    high: float
    events: tuple[str, ...]
    told: bool


@dataclass(frozen=True)
class Shape:
    """What the curve shows in every size: its weeks with their heights, as numbers and as they are written."""

    weeks: Sequence[Week]
    heights: Sequence[float]
    line: Sequence[str]
    warm: Sequence[str]
    cold: Sequence[str]
    high: Sequence[str]
    low: Sequence[str]
    reach: float
    changes: Sequence[float]
    """By how much the score moved in each week."""
    moved: Sequence[int]
    """The weeks by that, the one that moved most first."""


_ZERO, _MARGIN = HEIGHT / 2, 14.0


def curve(rows: Sequence[ClimateRow], timeline: Mapping[str, TimelineRow], axis: Axis) -> Curve | None:
    """The curve of a record's climate; None where fewer than two weeks are told."""
    return draw_curve(shape_of(by_week(rows), axis.first, axis.last), timeline, axis)


def shape_of(weeks: Sequence[Week], first: date, last: date) -> Shape | None:
    """What the curve of weeks shows between two days; None where there are fewer than two."""
    inside = _inside(weeks, first, last)
    if len(inside) < 2:
        return None
    reach = max(1.0, *(max(abs(week.score), abs(week.low), abs(week.high)) for week in inside))

    def y(value: float) -> float:
        return round(_ZERO - value / reach * (_ZERO - _MARGIN), 1)

    heights, level = [y(week.score) for week in inside], y(0.0)
    changes = [now.score - before for now, before in zip(inside, [0.0, *(w.score for w in inside)], strict=False)]
    return Shape(
        weeks=inside,
        heights=heights,
        line=list(map(str, heights)),
        warm=[str(min(at, level)) for at in heights],
        cold=[str(max(at, level)) for at in heights],
        high=[str(y(week.high)) for week in inside],
        low=[str(y(week.low)) for week in inside],
        reach=round(reach, 1),
        changes=changes,
        moved=sorted(range(len(inside)), key=lambda n: (-abs(changes[n]), n)),
    )


def draw_curve(shape: Shape | None, timeline: Mapping[str, TimelineRow], axis: Axis) -> Curve | None:
    """The curve in one size; None where there is none."""
    if shape is None:
        return None
    places = axis.all_x(week.middle for week in shape.weeks)
    xs = list(map(str, places))
    ends = f"{xs[0]},{_ZERO}", f"{xs[-1]},{_ZERO}"
    turns, used = _named(_turns(shape, places, timeline), axis)
    return Curve(
        line=_points(xs, shape.line),
        warm=f"{ends[0]} {_points(xs, shape.warm)} {ends[1]}",
        cold=f"{ends[0]} {_points(xs, shape.cold)} {ends[1]}",
        band=f"{_points(xs, shape.high)} {_points(xs[::-1], shape.low[::-1])}",
        zero=_ZERO,
        height=HEIGHT,
        reach=shape.reach,
        top=_MARGIN,
        turns=turns,
        rows=used,
    )


def _points(xs: Sequence[str], ys: Sequence[str]) -> str:
    return " ".join(map(",".join, zip(xs, ys, strict=True)))


def by_week(rows: Sequence[ClimateRow]) -> list[Week]:
    """Every week from the first to the last; a direction that has no row in a week counts as neutral."""
    weeks: dict[str, list[ClimateRow]] = {}
    pairs = len({(row.actor, row.recipient) for row in rows}) or 1
    for row in rows:
        weeks.setdefault(row.week, []).append(row)
    if not weeks:
        return []
    by_monday = {date.fromisocalendar(int(name[:4]), int(name[6:]), 1): told for name, told in weeks.items()}
    found: list[Week] = []
    monday, end = min(by_monday), max(by_monday)
    while monday <= end:
        told = by_monday.get(monday, [])
        score, low, high = (
            sum(row.score for row in told) / pairs,
            sum(row.low for row in told) / pairs,
            sum(row.high for row in told) / pairs,
        )
        events = tuple(id for row in told for id in row.events)
        found.append(Week(monday + _MIDDLE, score, low, high, events, bool(told)))
        monday += _WEEK
    return found


def _inside(weeks: Sequence[Week], first: date, last: date) -> list[Week]:
    """The weeks between two days; of several without anything the first and the last."""
    found: list[Week] = []
    for n, week in enumerate(weeks):
        if not first <= week.middle <= last:
            continue
        next_told = n + 1 < len(weeks) and weeks[n + 1].told
        if week.told or not found or found[-1].score or found[-1].events or next_told:
            found.append(week)
    return found


def _turns(shape: Shape, places: Sequence[float], timeline: Mapping[str, TimelineRow]) -> list[Turn]:
    """The weeks in which the score moved most, named by the heaviest event of the week that moves it that way."""
    turns: list[Turn] = []
    for n in shape.moved:
        told = (timeline[id] for id in shape.weeks[n].events if id in timeline)
        along = [row for row in told if row.goldstein * shape.changes[n] > 0]
        if not along:
            continue
        row = max(along, key=lambda r: (r.weight, r.id))
        if all(row.id != turn.id and abs(places[n] - turn.x) >= _APART for turn in turns):
            turns.append(Turn(0, places[n], shape.heights[n], row.id, say_day(row.date), row.summary))
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
