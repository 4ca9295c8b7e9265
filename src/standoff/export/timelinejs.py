"""The timeline for TimelineJS3: slides for events, eras for the states of the thing. Dates keep their precision."""

from datetime import date
from html import escape
from typing import Any, BinaryIO

import msgspec

from standoff import edtf
from standoff.hostile import inert_html, visible, web_link
from standoff.record import Record
from standoff.tell.naming import label_of, say_date
from standoff.tell.parties import Sides, find_sides
from standoff.tell.rows import Source, StateSpell, TimelineRow
from standoff.tell.state import state
from standoff.tell.timeline import timeline

_QUOTED = 3


def write_timelinejs(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes the JSON that TimelineJS3 takes; what has no place in the calendar is left out, as it has no place there."""
    subject = record.subject()
    sides = find_sides(subject, record.events(at))
    rows = [row for row in timeline(record, at=at) if _known(row.date)]
    told: dict[str, Any] = {
        "events": [_slide(row, sides) for row in rows],
        "eras": [era for spell in state(record, at=at).history if (era := _era(spell)) is not None],
    }
    if subject:
        told["title"] = {"text": {"headline": inert_html(subject.name), "text": ""}, "unique_id": "title"}
    sink.write(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")


def _known(when: str | None) -> bool:
    limits = edtf.bounds(when)
    return limits is not None and limits[0] != date.min and limits[1] != date.max


def _slide(row: TimelineRow, sides: Sides) -> dict[str, Any]:
    group = label_of(row.actors[0], sides) if row.actors else "Nobody named"
    planned = "" if row.status in ("happened", "ongoing") else f" ({row.status})"
    quotes = "".join(_quote(source) for source in row.sources[:_QUOTED])
    slide = {
        "start_date": _start(row.date),
        "display_date": say_date(row.date),
        "text": {"headline": inert_html(f"{row.summary.rstrip('.')}{planned}"), "text": quotes},
        "group": visible(group),
        "unique_id": row.id,
    }
    if (end := _end(row.date)) is not None:
        slide["end_date"] = end
    return slide


def _quote(source: Source) -> str:
    where = inert_html(", ".join(part for part in (source.publisher, say_date(source.published)) if part))
    if (address := web_link(source.url)) is not None:
        where = f'<a href="{escape(address)}" rel="noreferrer noopener">{where}</a>'
    return f"<blockquote>{inert_html(source.quote)}</blockquote><p>{where}</p>"


def _era(spell: StateSpell) -> dict[str, Any] | None:
    """A spell from its first to its last day; one that lasts has no end in the calendar and makes no era."""
    start, end = edtf.first_day(spell.from_), edtf.last_day(spell.to)
    if start is None or end is None or date.max in (start, end) or date.min in (start, end):
        return None
    return {
        "start_date": _parts(start),
        "end_date": _parts(end),
        "text": {"headline": spell.state, "text": f"{say_date(spell.from_)} to {say_date(spell.to)}"},
    }


def _start(when: str | None) -> dict[str, int]:
    """The first day, as fine as the date is: a month has no day there."""
    day = edtf.first_day(when)
    assert day is not None
    fine = edtf.precision(when)
    if fine == "year":
        return {"year": day.year}
    return {"year": day.year, "month": day.month} if fine == "month" else _parts(day)


def _end(when: str | None) -> dict[str, int] | None:
    day = edtf.last_day(when)
    return _parts(day) if day is not None and edtf.precision(when) in ("interval", "season") else None


def _parts(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
