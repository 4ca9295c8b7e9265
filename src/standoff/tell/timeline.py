"""What happened, and what is planned, in order; reports of the same event are one row."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import groupby
from operator import attrgetter

from msgspec.structs import replace

from standoff import edtf
from standoff.actor_ids import is_bare
from standoff.lexicon.cameo import cameo_of
from standoff.lexicon.plover import plover_score
from standoff.lexicon.stems import thing_stems
from standoff.model import PloverType
from standoff.record import Record
from standoff.record.once import each, once
from standoff.record.rows import MergedEvent
from standoff.tell.kept import kept
from standoff.tell.lasting import told_before
from standoff.tell.parties import Sides, find_sides, says_so
from standoff.tell.rows import TimelineRow
from standoff.tell.same_act import family_of
from standoff.tell.sources import event_claims, event_sources
from standoff.tell.summary import summarise
from standoff.tell.sure import is_sure
from standoff.tell.weight import ENOUGH, fresh, weigh

ONE_A_DAY: tuple[PloverType, ...] = ("AGREE", "COERCE", "CONCEDE", "COOPERATE", "PROTEST", "RETREAT", "SANCTION")
"""Deeds of which a day seldom sees two that are alike."""
WAVERING = ({"access", "ceasefire"}, {"demo", "obstruct"}, {"discontinue", "restrict"}, {"obstruct", "restrict"})
"""Modes between which pages waver."""
EASING = frozenset({"CONCEDE", "RETREAT"})
"""Types that two pages give one act of giving way."""
SPOKEN_OF = 2
"""Days before the one on which somebody spoke of an act, on which it may have been done."""
NOBODY = ""
"""The side that did what nobody is named as doing: it may be any."""


def timeline(
    record: Record,
    *,
    at: str | None = None,
    says: str | None = None,
    top: int | None = None,
    doubtful: bool = False,
    date_from: str | None = None,
    date_to: str | None = None,
) -> list[TimelineRow]:
    """The acts and plans of the record, oldest first.

    `top`: only so many, the heaviest, and of these what is well founded, where anything is. `doubtful`: the tray of what is
    too doubtful to stand in the timeline instead.
    """
    rows = list(record.kept(("in order", at, says, doubtful), lambda: _in_order(record, at, says, doubtful)))
    if date_from is not None or date_to is not None:
        rows = [row for row in rows if _inside(row.date, date_from, date_to)]
    if top is None:
        return rows
    founded = [row for row in rows if row.weight >= ENOUGH]
    chosen = sorted(founded or rows, key=lambda r: (-r.weight, edtf.sort_key(r.date), r.id))[:top]
    return sorted(chosen, key=lambda r: (edtf.sort_key(r.date), -r.weight, r.id))


def _in_order(record: Record, at: str | None, says: str | None, doubtful: bool) -> list[TimelineRow]:
    """The rows by date, of one date the heaviest first; those of one date stand together already."""
    found: list[TimelineRow] = []
    for _, alike in groupby((tray if doubtful else entries)(record, at=at, says=says), key=attrgetter("date")):
        found += sorted(alike, key=lambda r: (-r.weight, r.id))
    return found


@kept
def entries(record: Record, *, at: str | None = None, says: str | None = None) -> list[TimelineRow]:
    """Every row of the timeline."""
    return _rows(record, at, says, doubtful=False)


@kept
def tray(record: Record, *, at: str | None = None, says: str | None = None) -> list[TimelineRow]:
    """Every row that is too doubtful to stand in the timeline."""
    return _rows(record, at, says, doubtful=True)


def _rows(record: Record, at: str | None, says: str | None, *, doubtful: bool) -> list[TimelineRow]:
    events = record.events(at)
    subject = record.subject()
    sides, thing = find_sides(subject, events), thing_stems(subject)
    rows = each(events, _row_of, sides, thing, False, says)
    untold = record.kept(("untold", at, says), lambda: _without_place(events, rows, sides))
    if doubtful:
        rows = sorted(
            [*each(events, _row_of, sides, thing, True, says), *(row for row in rows if row.id in untold)], key=_place
        )
    else:
        rows = [row for row in rows if row.id not in untold]
    counts = fresh(rows, sides)
    lighter = record.kept(("read", "lighter"), dict[str, tuple[TimelineRow, float, TimelineRow]])
    return [_lighter(row, counts[row.id], lighter) if row.id in counts else row for row in rows]


def _without_place(events: Sequence[MergedEvent], rows: Sequence[TimelineRow], sides: Sides) -> frozenset[str]:
    """Ids of the rows that have no place in a timeline, or that tell only that something goes on of which another row says when it began."""
    untold = _untold(rows, sides)
    return untold | told_before(events, {row.id for row in rows} - untold, sides)


def _untold(rows: Sequence[TimelineRow], sides: Sides) -> frozenset[str]:
    """Ids of the rows that have no place in a timeline: without a day, and of none of the parties, or like a dated act.

    What a party does that it is told on some day to have done most often tells of that day once more, and so does what it is
    told to have done in a month or a year that holds such a day. What is told in one sentence with what has a day is part of
    that, and so is what its page tells of its kind with a day, but for attacks; what is planned for no day stands in the
    ledger of promises.
    """
    acts = {(row.type, row.actors) for row in rows if row.date}
    dated = {(family_of(type_), side) for type_, actors in acts for side in (None, *sides.all(actors))}
    dated |= {(family_of(type_), NOBODY) for type_, actors in acts if not actors}
    said: set[tuple[str, int | PloverType]] = set()
    for row in (row for row in rows if row.date):
        said.update((source.document, source.start) for source in row.sources)
        if row.type != "ASSAULT":
            said.update((source.document, row.type) for source in row.sources)
    undated = frozenset(row.id for row in rows if not row.date and _is_untold(row, sides, dated, said))
    return undated | _retold(rows, sides)


def _retold(rows: Sequence[TimelineRow], sides: Sides) -> frozenset[str]:
    """Ids of the rows that tell once more what another one tells of a day.

    In the longer time that it tells of, `last month`, the same side did the like on that day; or nobody is named who did it,
    and on its day somebody who is did the like: `the road was shut on Friday`.
    """
    days: dict[tuple[int, str], list[TimelineRow]] = {}
    for row in rows:
        if edtf.is_day(row.date):
            for kind in _kinds(row):
                for side in (*_known_sides(row, sides), NOBODY):
                    days.setdefault((kind, side), []).append(row)
    for told in days.values():
        told.sort(key=_place)
    return frozenset(
        row.id
        for row in rows
        if row.date and not (edtf.is_day(row.date) and _known_sides(row, sides))
        for side in _known_sides(row, sides) or (NOBODY,)
        for kind in _kinds(row)
        if any(_is_like(row, other, sides) for other in _within(days.get((kind, side), ()), row.date))
    )


def _kinds(row: TimelineRow) -> frozenset[int]:
    """The families of an act; a crowd that blocks a road closes it, and a truce is agreed on."""
    beside: dict[str | None, PloverType] = {"obstruct": "COERCE", "ceasefire": "AGREE"}
    return frozenset(family_of(type) for type in (row.type, beside.get(row.mode, row.type)))


def _known_sides(row: TimelineRow, sides: Sides) -> tuple[str, ...]:
    """The sides that do it, but for those of whom only a common noun tells."""
    return sides.all(actor for actor in row.actors if not is_bare(actor))


def _within(told: Sequence[TimelineRow], time: str | None) -> Sequence[TimelineRow]:
    """Of rows in order of their days those of a time; of about a day, when it was spoken of, those just before it too."""
    limits = edtf.bounds(edtf.roughly(time))
    if limits is None:
        return ()
    before = SPOKEN_OF if edtf.is_day(time) and (time or "").endswith("~") else 0
    start = date.fromordinal(max(limits[0].toordinal() - before, 1))
    first = bisect_left(told, start, key=_first_day)
    return told[first : bisect_right(told, limits[1], key=_first_day)]


def _first_day(row: TimelineRow) -> date:
    return edtf.sort_key(row.date)[0]


def _is_like(row: TimelineRow, other: TimelineRow, sides: Sides) -> bool:
    """An act of a day may be the one that a row tells less exactly; a plan is no act."""
    if row is other or (other.status == "planned" and row.status != "planned"):
        return False
    if _known_sides(row, sides):
        return (row.type == other.type or {row.type, other.type} <= EASING) and _modes_agree(row, other)
    if edtf.is_day(row.date):
        return row.type in ONE_A_DAY and bool(_known_sides(other, sides)) and _modes_agree(row, other)
    return (row.type == other.type and _modes_agree(row, other)) or (row.mode == "ceasefire" and other.type == "AGREE")


def _modes_agree(row: TimelineRow, other: TimelineRow) -> bool:
    """Both are of one mode, where each has one, or of two between which pages waver; an attack kills and destroys."""
    modes = {row.mode, other.mode}
    return row.type == "ASSAULT" or None in modes or len(modes) == 1 or modes in WAVERING


def _is_untold(
    row: TimelineRow,
    sides: Sides,
    dated: AbstractSet[tuple[int, str | None]],
    said: AbstractSet[tuple[str, int | PloverType]],
) -> bool:
    if sides.parties and not sides.leading(row.actors):
        return True
    if row.status == "planned" or all({(s.document, s.start), (s.document, row.type)} & said for s in row.sources):
        return True
    return any((family_of(row.type), side) in dated for side in (NOBODY, *(sides.all(row.actors) or (None,))))


def _place(row: TimelineRow) -> tuple[tuple[date, date, str], str]:
    return edtf.sort_key(row.date), row.id


def _lighter(row: TimelineRow, count: float, known: dict[str, tuple[TimelineRow, float, TimelineRow]]) -> TimelineRow:
    """The row with so much of its weight; the one that was made before from the same."""
    before = known.get(row.id)
    if before is None or before[0] is not row or before[1] != count:
        before = known[row.id] = row, count, replace(row, weight=round(row.weight * count, 2))
    return before[2]


def _row_of(
    event: MergedEvent, sides: Sides, thing: frozenset[str], doubtful: bool, says: str | None
) -> TimelineRow | None:
    """The row of an event that stands in the timeline, or in the tray."""
    if not stands(event) or is_sure(event, thing) == doubtful or not says_so(event, says, sides):
        return None
    return row(event, sides, thing)


def stands(event: MergedEvent) -> bool:
    """An act or a plan; what somebody only spoke of stands in the ledger of promises."""
    return event.content_of is None and not event.negated and event.status in ("happened", "ongoing", "planned")


def _inside(date: str | None, date_from: str | None, date_to: str | None) -> bool:
    limits = edtf.bounds(date)
    if limits is None:
        return False
    low, high = edtf.first_day(date_from), edtf.last_day(date_to)
    return (low is None or limits[1] >= low) and (high is None or limits[0] <= high)


@once
def row(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> TimelineRow:
    """The row of an event."""
    cameo = cameo_of(event.type, event.mode, event.status)
    return TimelineRow(
        id=event.id,
        date=event.date,
        date_how=event.date_how,
        type=event.type,
        mode=event.mode,
        actors=event.actors,
        recipients=event.recipients,
        object=event.object,
        status=event.status,
        summary=summarise(event, sides, thing),
        weight=weigh(event, sides, thing),
        confidence=event.confidence,
        sources=event_sources(event),
        differs=event_claims(event),
        attributed_to=event.attributed_to,
        goldstein=plover_score(event.type, event.mode),
        cameo=cameo.id,
        cameo_goldstein=cameo.goldstein,
        quad=cameo.quad,
    )
