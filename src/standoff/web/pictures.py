"""What the pictures draw: numbers and words worked out here, put into SVG by the templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.edtf import bounds
from standoff.tell.rows import ClimateRow, StateSpell, TimelineRow
from standoff.web.axis import WIDTH, Axis

_LETTER = 6.3  # pixels a character takes at the labels' size
_ROWS = 4  # of labels under a lane
_LABELS = 9  # a lane names at most so many


@dataclass(frozen=True)
class Bar:
    """A spell on the state bar. `soft` is the width of its first edge where the date is fuzzy."""

    id: str
    x: float
    width: float
    soft: float
    state: str
    label: str
    title: str


@dataclass(frozen=True)
class Mark:
    """An event on a lane: a dot of radius `r` at `x`, a bar from `low` to `high` where the date is fuzzy."""

    id: str
    x: float
    low: float
    high: float
    r: float
    hollow: bool
    title: str
    label: str = ""
    label_x: float = 0.0
    label_row: int = 0
    anchor: str = "start"


@dataclass(frozen=True)
class Lane:
    """A dyad's events."""

    name: str
    kind: str
    marks: tuple[Mark, ...]
    rows: int


@dataclass(frozen=True)
class Turn:
    """A turning point of the climate, named by its event."""

    x: float
    y: float
    label: str
    id: str
    row: int


@dataclass(frozen=True)
class Curve:
    """The climate: a line, its band, its turning points, all in pixels; `zero` is the height of the neutral line."""

    line: str
    warm: str
    cold: str
    band: str
    zero: float
    height: float
    turns: tuple[Turn, ...]


def state_bars(history: Sequence[StateSpell], axis: Axis) -> list[Bar]:
    """The spells as bars; what lies before the first one is drawn as unknown, since no page tells of it."""
    bars: list[Bar] = []
    told = [spell for spell in history if spell.from_ is None or bounds(spell.from_)]
    for n, spell in enumerate(told):
        start = bounds(spell.from_)
        following = bounds(told[n + 1].from_) if n + 1 < len(told) else None
        end = bounds(spell.to)
        first = start[0] if start else axis.first
        last = following[0] if following else (end[1] + timedelta(days=1) if end and end[1] < date.max else axis.last)
        if last <= axis.first or first >= axis.last:
            continue
        x, right = axis.x(first), axis.x(last)
        soft = axis.x(start[1]) - x if start and start[1] > start[0] and first >= axis.first else 0.0
        text = spell.state if len(spell.state) * 8 + 8 <= right - x else ""
        title = f"{spell.state}{' (' + spell.sub + ')' if spell.sub else ''} from {spell.from_ or 'before'} to {spell.to or 'now'}"
        bars.append(Bar(spell.id, x, round(right - x, 1), round(min(soft, right - x), 1), spell.state, text, title))
    left = axis.x(axis.first)
    if bars and bars[0].x > left + 1:
        width = round(bars[0].x - left, 1)
        bars.insert(
            0, Bar("", left, width, 0.0, "unknown", "not told" if width > 70 else "", "no page tells the state")
        )
    return bars


def lanes(rows: Sequence[TimelineRow], parties: Sequence[str], names: dict[str, str], axis: Axis) -> list[Lane]:
    """A lane for what each party did, one for what several did together, one for everybody else."""
    groups: list[tuple[str, str, list[TimelineRow]]] = [
        (_lane_name(party, parties, names), "ab"[n % 2], []) for n, party in enumerate(parties)
    ]
    groups += [("Together", "both", []), ("Others", "others", [])]
    for row in rows:
        acting = [n for n, party in enumerate(parties) if _acts(row.actors, party)]
        groups[acting[0] if len(acting) == 1 else len(parties) if acting else len(parties) + 1][2].append(row)
    acts = [*(names.get(party, party) for party in parties), "", ""]
    return [_lane(name, kind, found, axis, who) for (name, kind, found), who in zip(groups, acts, strict=True) if found]


def _lane_name(party: str, parties: Sequence[str], names: dict[str, str]) -> str:
    """Who acts, and towards whom where there are two sides."""
    others = [names.get(other, other) for other in parties if other != party]
    return f"{names.get(party, party)} → {others[0]}" if len(others) == 1 else names.get(party, party)


def _acts(actors: Iterable[str], party: str) -> bool:
    """One of the actors is the party, or a sector of it."""
    return bool(party) and any(actor == party or actor.startswith(party + "-") for actor in actors)


def _lane(name: str, kind: str, rows: Sequence[TimelineRow], axis: Axis, who: str) -> Lane:
    marks = [mark for row in rows if (mark := _mark(row, axis))]
    weights = {row.id: row.weight for row in rows}
    placed: dict[str, Mark] = {}
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_ROWS)]
    for mark in sorted(marks, key=lambda m: (-weights[m.id], m.x, m.id))[:_LABELS]:
        label = _short(mark.title, who)
        width = len(label) * _LETTER
        start = mark.x - 4 if mark.x + width < WIDTH else max(0.0, mark.x - width + 4)
        for n, row in enumerate(taken):
            if all(start > right + 10 or start + width < left - 10 for left, right in row):
                row.append((start, start + width))
                placed[mark.id] = Mark(
                    mark.id, mark.x, mark.low, mark.high, mark.r, mark.hollow, mark.title, label, round(start, 1), n
                )
                break
    drawn = tuple(placed.get(mark.id, mark) for mark in marks)
    return Lane(name, kind, drawn, max((m.label_row + 1 for m in drawn if m.label), default=0))


def _mark(row: TimelineRow, axis: Axis) -> Mark | None:
    span = axis.span(row.date)
    days = bounds(row.date)
    if span is None or days is None or (days[1] - days[0]).days > 200:
        return None  # "in 2013" has no place between its months; the timeline lists it
    low, high = span
    pages = len({source.document for source in row.sources})
    fuzzy = days[1] > days[0]
    x = round((low + high) / 2, 1)
    return Mark(
        row.id,
        x,
        low if fuzzy else x,
        high if fuzzy else x,
        min(9.0, 4.0 + 1.2 * pages),
        row.status == "planned",
        f"{row.date}: {row.summary}",
    )


def _short(title: str, who: str, longest: int = 46) -> str:
    """The words of a mark, less its date and the name that the lane already says, cut at a word."""
    words = title.partition(": ")[2]
    rest = words.removeprefix(who) if who else words
    if rest != words and rest[:1] in (" ", ":") and not rest.startswith(" and "):
        words = rest.lstrip(": ")
    return words if len(words) <= longest else words[: words.rfind(" ", 0, longest)] + " …"


def curve(
    rows: Sequence[ClimateRow], timeline: Sequence[TimelineRow], axis: Axis, height: float = 130.0
) -> Curve | None:
    """The mean of the two directions by week, from -10 to 10, with its band and up to five turning points."""
    weeks: dict[str, list[ClimateRow]] = {}
    for row in rows:
        weeks.setdefault(row.week, []).append(row)
    points = []
    for week, found in sorted(weeks.items()):
        middle = date.fromisocalendar(int(week[:4]), int(week[6:]), 4)
        if axis.first <= middle <= axis.last:
            score, low, high = (
                sum(getattr(row, part) for row in found) / len(found) for part in ("score", "low", "high")
            )
            points.append((axis.x(middle), score, low, high, tuple(id for row in found for id in row.events)))
    if len(points) < 2:
        return None
    reach: float = max(1.0, *(abs(value) for _, score, low, high, _ in points for value in (score, low, high)))
    zero = height / 2

    def y(value: float) -> float:
        return round(zero - value / reach * (zero - 12), 1)

    line = " ".join(f"{x},{y(score)}" for x, score, *_ in points)
    band = " ".join(
        [*(f"{x},{y(high)}" for x, _, _, high, _ in points), *(f"{x},{y(low)}" for x, _, low, _, _ in reversed(points))]
    )
    ends = f"{points[0][0]},{zero}", f"{points[-1][0]},{zero}"
    warm = " ".join([ends[0], *(f"{x},{y(max(0.0, s))}" for x, s, *_ in points), ends[1]])
    cold = " ".join([ends[0], *(f"{x},{y(min(0.0, s))}" for x, s, *_ in points), ends[1]])
    return Curve(
        line, warm, cold, band, zero, height, _turns([(x, y(s), s, ids) for x, s, _, _, ids in points], timeline)
    )


def _turns(
    points: Sequence[tuple[float, float, float, tuple[str, ...]]], timeline: Sequence[TimelineRow]
) -> tuple[Turn, ...]:
    """The weeks in which the score moved most, named by the heaviest event of the week; numbers keep labels apart."""
    weights = {row.id: (row.weight, row.summary) for row in timeline}
    moved = []
    for n in range(1, len(points)):
        events = [id for id in points[n][3] if id in weights]
        if events:
            moved.append((abs(points[n][2] - points[n - 1][2]), n, max(events, key=lambda id: (weights[id][0], id))))
    turns: list[Turn] = []
    seen: set[str] = set()
    for _, n, event in sorted(moved, key=lambda m: (-m[0], m[1])):
        if event in seen or any(abs(points[n][0] - turn.x) < 24 for turn in turns):
            continue
        seen.add(event)
        turns.append(Turn(points[n][0], points[n][1], weights[event][1], event, 0))
        if len(turns) == 5:
            break
    ordered = sorted(turns, key=lambda turn: turn.x)
    return tuple(Turn(t.x, t.y, t.label, t.id, n + 1) for n, t in enumerate(ordered))
