"""What each template gets: dataclasses, filled from the record's views."""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.edtf import bounds, sort_key
from standoff.record import Record
from standoff.record.rows import Document
from standoff.tell.brief import brief
from standoff.tell.climate import climate
from standoff.tell.rows import (
    AspectRow,
    BriefLine,
    Outlook,
    StakeRow,
    StateSpell,
    TalksRow,
    TimelineRow,
)
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.timeline import timeline
from standoff.web.axis import Tick, make_axis
from standoff.web.pictures import Bar, Curve, Lane, curve, lanes, state_bars

_CARDS = 8


@dataclass(frozen=True)
class Frame:
    """What stands around every page: the subject, its parties, how many pages, which day."""

    subject: str
    found: bool
    parties: str
    pages: int
    last: str
    at: str | None
    path: str
    keys: dict[str, str]
    """Key of each document by its id: where links to its annotated page go."""
    names: dict[str, str]
    """Name of each party by its id."""


@dataclass(frozen=True)
class Overview:
    """The first page: pictures, brief, cards, timeline."""

    frame: Frame
    brief: Sequence[BriefLine]
    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    curve: Curve | None
    lanes: Sequence[Lane]
    history: Sequence[StateSpell]
    aspects: Sequence[AspectRow]
    outlook: Sequence[Outlook]
    cards: Sequence[StakeRow]
    next_talks: Sequence[TalksRow]
    rows: Sequence[TimelineRow]
    failures: int


def make_frame(record: Record, path: str, at: str | None) -> Frame:
    """The frame of a page."""
    subject, documents = record.subject(), record.documents(at)
    parties = " and ".join(party.name for party in subject.parties) if subject else ""
    dated = [d.published for d in documents if d.published and "X" not in d.published]
    return Frame(
        subject=subject.name if subject else "Nothing found yet",
        found=record.subject_found,
        parties=parties,
        pages=len(documents),
        last=max(dated, key=sort_key, default="no date"),
        at=at,
        path=path,
        keys={d.id: d.key for d in documents},
        names={party.id: party.name for party in subject.parties} if subject else {},
    )


def make_overview(record: Record, at: str | None) -> Overview:
    """The first page."""
    rows, view, subject = timeline(record, at=at), state(record, at=at), record.subject()
    documents: Sequence[Document] = record.documents(at)
    planned = [row.date for row in rows if row.status == "planned"]
    axis = make_axis([d.published for d in documents], [*planned, *(o.for_ for o in view.outlook)])
    parties = [party.id for party in subject.parties] if subject else []
    frame = make_frame(record, "/", at)
    return Overview(
        frame=frame,
        brief=brief(record, at=at),
        bars=state_bars(view.history, axis) if axis else (),
        ticks=axis.ticks() if axis else (),
        curve=curve(climate(record, at=at), rows, axis) if axis else None,
        lanes=lanes(rows, parties, frame.names, axis) if axis else (),
        history=view.history,
        aspects=view.aspects,
        outlook=view.outlook,
        cards=_cards(stakes(record, at=at)),
        next_talks=[t for t in talks(record, at=at) if t.outcome_kind == "planned" and _ahead(t.date, frame.last)],
        rows=rows,
        failures=len(record.failures()),
    )


def _ahead(day: str | None, last: str) -> bool:
    """Not over on the day of the last page; what has no date may lie ahead."""
    when, now = bounds(day), bounds(last)
    return when is None or now is None or when[1] >= now[0]


def _cards(rows: Sequence[StakeRow]) -> list[StakeRow]:
    """The latest figure of each party and kind, those that most pages print first; sums worked out come last."""
    latest: dict[tuple[str | None, str, str | None], StakeRow] = {}
    for row in rows:
        if row.kind != "other" or row.computed:
            key = (row.party, row.kind, row.unit)
            if key not in latest or sort_key(row.as_of) >= sort_key(latest[key].as_of):
                latest[key] = row
    ranked = sorted(latest.values(), key=lambda r: (bool(r.computed), -len({s.document for s in r.sources}), r.id))
    return ranked[:_CARDS]
