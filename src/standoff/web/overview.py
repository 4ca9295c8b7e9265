"""The first page: brief, pictures, what comes next, what it costs, what to check."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from urllib.parse import urlencode

from standoff.edtf import bounds, sort_key
from standoff.record.looks import last_look
from standoff.tell.parties import Sides
from standoff.tell.rows import BriefLine, Source, StakeRow, TimelineRow
from standoff.tell.since import since
from standoff.tell.stakes_said import most_told, publishers
from standoff.web.axis import LAYOUTS, Axis, Tick, find_stretch, lay
from standoff.web.checks import Check, after, find_checks
from standoff.web.contexts import Told, independent
from standoff.web.curve import Curve, by_week, draw_curve, shape_of
from standoff.web.lanes import Drawable, Lane, draw_lane, gather
from standoff.web.statebar import StatePicture, state_picture

_CARDS = 8
_LATEST = 12
_COMING = 8
_CHECKS = 6
_MATTER = {
    "subject": 0,
    "state": 0,
    "outlook": 5,
    "happened": 1,
    "talks": 2,
    "next": 2,
    "stakes": 3,
    "open": 4,
    "check": 4,
}


@dataclass(frozen=True)
class Picture:
    """All pictures in one size, over one axis."""

    axis: Axis
    ticks: Sequence[Tick]
    state: StatePicture
    curve: Curve | None
    lanes: Sequence[Lane]


@dataclass(frozen=True)
class Coming:
    """What lies ahead, or should have come about: talks, a deadline, what is announced or planned."""

    date: str | None
    kind: str
    text: str
    id: str | None
    sources: Sequence[Source]
    overdue: bool = False


@dataclass(frozen=True)
class StakeCard:
    """A figure, and the one that a page calls the same amount."""

    row: StakeRow
    equal: StakeRow | None = None


@dataclass(frozen=True)
class Overview:
    """The first page."""

    looked: bool
    """Somebody has looked at the record before."""
    looked_to: str | None
    """Day of the last page at that look."""
    news: Sequence[BriefLine]
    """What is otherwise than at the last look."""
    stamp: str
    """The state of the record that is shown: a look at it is none at a later one."""
    brief: Sequence[Sequence[BriefLine]]
    """In paragraphs: what is, what happened, talks, what it costs and what is open."""
    pictures: Sequence[Picture]
    coming: Sequence[Coming]
    cards: Sequence[StakeCard]
    checks: Sequence[Check]
    more_checks: int
    latest: Sequence[TimelineRow]
    file: str
    """Name of the record's file."""
    entries: int
    differing: int
    doubtful: int


def make_overview(told: Told) -> Overview:
    """The first page of a record."""
    rows, checks = told.timeline, find_checks(told)
    then = last_look(told.record) if told.at is None and told.says is None else None
    return Overview(
        looked=then is not None,
        looked_to=then.day if then else None,
        news=since(told.record, then) if then else (),
        stamp=told.desk.stamp,
        brief=_paragraphs(told.brief),
        pictures=make_pictures(told),
        coming=list(find_coming(told))[:_COMING],
        cards=_cards(told.view("stakes"), told.frame.names),
        checks=checks[:_CHECKS],
        more_checks=max(0, len(checks) - _CHECKS),
        latest=_latest(rows, told.frame.last),
        file=told.desk.path.name,
        entries=len(rows),
        differing=sum(1 for row in rows if row.differs),
        doubtful=told.how_many_doubtful,
    )


def _paragraphs(lines: Sequence[BriefLine]) -> list[list[BriefLine]]:
    """The lines of the brief, those of one matter together, in their order."""
    found: list[list[BriefLine]] = []
    for line in lines:
        if not found or _MATTER.get(line.topic) != _MATTER.get(found[-1][0].topic):
            found.append([])
        found[-1].append(line)
    return found


def make_pictures(told: Told) -> list[Picture]:
    """The pictures in every size; none where no page has a date."""
    rows, view, frame = told.timeline, told.state, told.frame
    before = told.desk.before(told.at, told.says)
    same = before.same
    ahead = [*(row.date for row in rows if row.status == "planned"), *(one.for_ for one in view.outlook)]
    days = [d.published for d in told.documents], ahead, [row.date for row in rows]
    stretch = same("stretch", days, partial(find_stretch, *days))
    if stretch is None:
        return []
    counted, names, by_id = frame.counted, frame.names, {row.id: row for row in rows}
    climate, acts = told.view("climate"), gather(rows, list(names), names, before, frame.called)
    shape = same("shape", (climate, stretch), lambda: shape_of(by_week(climate), stretch.first, stretch.last))

    def sources(row: TimelineRow) -> int:
        return independent(row.sources, counted)

    def lane(one: Drawable, axis: Axis) -> Lane:
        name = "lane", axis.layout.name, one.name, one.to, one.kind
        return same(name, (one, axis, told.documents), partial(draw_lane, one, axis, sources))

    asked = f"?{urlencode(frame.asked)}" if frame.asked else ""
    axes = [same(("axis", layout.name), stretch, partial(lay, stretch, layout)) for layout in LAYOUTS]
    return [
        Picture(
            axis=axis,
            ticks=same(("ticks", axis.layout.name), axis, axis.ticks),
            state=state_picture(view, names, axis, frame.states, asked),
            curve=draw_curve(shape, by_id, axis),
            lanes=[lane(one, axis) for one in acts],
        )
        for axis in axes
    ]


def find_coming(told: Told) -> Iterator[Coming]:
    """What the pages say lies ahead of the day, by date; what is overdue first, what has no day last."""
    frame = told.frame
    now = told.at or frame.last
    found = [*_rounds(told, now), *_announced(told, now), *_due(told, now), *_planned(told, now)]
    shown: set[tuple[str, int]] = set()
    for one in sorted(found, key=lambda c: (not c.overdue, sort_key(c.date), c.text)):
        places = {(source.page, source.start) for source in one.sources}
        if not places & shown:  # one sentence gives a plan, its deadline and its talks
            shown |= places
            yield one


def _ahead(day: str | None, now: str | None) -> bool:
    """Not over on the day; an entry without a day of its own has no place among what comes."""
    when, today = bounds(day), bounds(now)
    return when is not None and (today is None or when[1] >= today[0])


def _rounds(told: Told, now: str | None) -> Iterator[Coming]:
    for row in told.view("talks"):
        if row.outcome_kind == "planned" and _ahead(row.date, now):
            yield Coming(row.date, "talks", f"Talks{' at ' + row.venue if row.venue else ''}", row.id, row.sources)


def _announced(told: Told, now: str | None) -> Iterator[Coming]:
    for one in told.state.outlook:
        if _ahead(one.for_, now):
            yield Coming(one.for_, "announced", f"Announced: {told.frame.states[one.state]}", None, one.sources)


def _due(told: Told, now: str | None) -> Iterator[Coming]:
    for row in told.view("promises"):
        overdue = row.outcome == "overdue"
        if row.due and row.what and (overdue or (row.outcome == "open" and _ahead(row.due, now))):
            yield Coming(row.due, row.kind, row.what, row.id, row.sources, overdue)


def _planned(told: Told, now: str | None) -> Iterator[Coming]:
    for row in told.timeline:
        if row.status == "planned" and _ahead(row.date, now):
            yield Coming(row.date, "planned", row.summary, row.id, row.sources)


def _latest(rows: Sequence[TimelineRow], last: str | None) -> list[TimelineRow]:
    """The last entries that have a day, the youngest first; what no page can know yet is to be checked."""
    told = (row for row in reversed(rows) if row.status != "planned" and bounds(row.date) and not after(row.date, last))
    return list(islice(told, _LATEST))


def _cards(rows: Sequence[StakeRow], names: Mapping[str, str]) -> list[StakeCard]:
    """The figures that the brief tells, then those that only one publisher does, and the latest sums that were worked out."""
    parties = tuple(names) or tuple(dict.fromkeys(row.party for row in rows if row.party))
    found, by_id = most_told(rows, Sides(parties)), {row.id: row for row in rows}
    sums: dict[tuple[str | None, str, str | None], StakeRow] = {}
    for row in rows:
        key = (row.party, row.kind, row.unit)
        if row.computed and (key not in sums or sort_key(row.as_of) >= sort_key(sums[key].as_of)):
            sums[key] = row
    chosen = [*sorted(found, key=lambda r: publishers(r) < 2 and r.kind != "loss")[:_CARDS], *sums.values()][:_CARDS]
    return [StakeCard(row, by_id.get(row.equals or "")) for row in chosen]
