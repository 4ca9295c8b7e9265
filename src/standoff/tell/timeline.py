"""What happened, and what is planned, in order; reports of the same event are one row."""

from msgspec.structs import replace

from standoff import edtf
from standoff.lexicon.cameo import cameo_of
from standoff.lexicon.plover import plover_score
from standoff.lexicon.stems import thing_stems
from standoff.record import Record
from standoff.record.rows import MergedEvent
from standoff.tell.kept import kept
from standoff.tell.parties import Sides, find_sides, says_so
from standoff.tell.rows import TimelineRow
from standoff.tell.sources import event_claims, event_sources
from standoff.tell.summary import summarise
from standoff.tell.weight import fresh, weigh

SURE = 0.5
"""Confidence below which an event goes to the tray."""


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

    `top`: only so many, the heaviest. `doubtful`: the tray of what is too doubtful to stand in the timeline instead.
    """
    told = (tray if doubtful else entries)(record, at=at, says=says)
    rows = [row for row in told if _inside(row.date, date_from, date_to)]
    if top is not None:
        rows = sorted(rows, key=lambda r: (-r.weight, edtf.sort_key(r.date), r.id))[:top]
    return sorted(rows, key=lambda r: (edtf.sort_key(r.date), -r.weight, r.id))


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
    rows = [
        row(event, sides, thing)
        for event in events
        if stands(event) and (event.confidence < SURE) == doubtful and says_so(event, says, sides)
    ]
    counts = fresh(rows, sides)
    return [replace(row, weight=round(row.weight * counts[row.id], 2)) if counts[row.id] < 1 else row for row in rows]


def stands(event: MergedEvent) -> bool:
    """An act or a plan; what somebody only spoke of stands in the ledger of promises."""
    return event.content_of is None and not event.negated and event.status in ("happened", "ongoing", "planned")


def _inside(date: str | None, date_from: str | None, date_to: str | None) -> bool:
    if date_from is None and date_to is None:
        return True
    limits = edtf.bounds(date)
    if limits is None:
        return False
    low, high = edtf.first_day(date_from), edtf.last_day(date_to)
    return (low is None or limits[1] >= low) and (high is None or limits[0] <= high)


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
