"""What comes next, for a calendar (iCalendar, RFC 5545): talks, deadlines and acts that are planned for a day or some days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import BinaryIO, Literal

from icalendar import Calendar, Event

from standoff import __version__, edtf
from standoff.hostile import visible, web_link
from standoff.record import Record
from standoff.tell.naming import name_all, say_date
from standoff.tell.parties import Sides, find_sides, last_page
from standoff.tell.promises import promises
from standoff.tell.rows import Source
from standoff.tell.talks import talks
from standoff.tell.timeline import timeline

_LONGEST = 31
"""Days; what is planned for some time in a longer stretch is no entry of a calendar."""
_QUOTED = 3

Standing = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the calendar: its stable id, its days, what it is, how firm, where, and who says so."""

    id: str
    when: str
    what: str
    standing: Standing
    sources: tuple[Source, ...]
    venue: str | None = None


def write_calendar(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes what lies on or after the day that the record is known up to."""
    day = at or last_page(record.documents())
    calendar = Calendar()
    calendar.add("prodid", f"-//standoff//{__version__}//EN")
    calendar.add("version", "2.0")
    subject = record.subject()
    if subject is not None:
        calendar.add("x-wr-calname", visible(subject.name))
    stamp = datetime.combine(edtf.last_day(day) or date(1970, 1, 1), time(), UTC)  # the record's day: no clock
    for entry in coming(record, day):
        calendar.add_component(_event(entry, stamp))
    sink.write(calendar.to_ical())


def coming(record: Record, at: str | None) -> list[Entry]:
    """What is planned for a day, or for some of a month, from `at` on; what two views tell stands once, by date."""
    sides = find_sides(record.subject(), record.events(at))
    found: list[Entry] = []
    for entry in (*_talks(record, at, sides), *_deadlines(record, at, sides), *_planned(record, at)):
        length = edtf.length(entry.when)
        if length is None or length > _LONGEST or (at is not None and edtf.before(entry.when, at)):
            continue
        if edtf.last_day(entry.when) == date.max:  # behind which no calendar has a day
            continue
        if not any(edtf.overlap(entry.when, other.when) and _shared(entry, other) for other in found):
            found.append(entry)
    return sorted(found, key=lambda entry: (edtf.sort_key(entry.when), entry.id))


def _shared(one: Entry, other: Entry) -> bool:
    """Whether a sentence of one stands behind the other too."""
    places = {(s.page, s.start) for s in one.sources}
    return any((s.page, s.start) in places for s in other.sources)


def _talks(record: Record, at: str | None, sides: Sides) -> Iterator[Entry]:
    for row in talks(record, at=at):
        if row.outcome_kind in ("planned", "called_off") and row.date:
            who = name_all(row.parties, sides)
            off = row.outcome_kind == "called_off"
            what = f"Talks of {who}" if who else "Talks"
            yield Entry(row.id, row.date, what, "CANCELLED" if off else "CONFIRMED", row.sources, row.venue)


def _deadlines(record: Record, at: str | None, sides: Sides) -> Iterator[Entry]:
    for row in promises(record, at=at):
        taken_up = row.kind == "offer" and row.outcome == "answered"  # what both then wait for
        if row.due and (taken_up or row.outcome in ("open", "overdue")):
            who = name_all(row.by, sides)
            what = f"{row.kind.capitalize()}{f' of {who}' if who else ''}: {row.what or 'not told'}"
            yield Entry(row.id, row.due, what, "TENTATIVE", row.sources)


def _planned(record: Record, at: str | None) -> Iterator[Entry]:
    for row in timeline(record, at=at):
        if row.status in ("planned", "promised", "threatened") and row.date:
            firm: Standing = "CONFIRMED" if row.status == "planned" else "TENTATIVE"
            yield Entry(row.id, row.date, f"{row.summary.rstrip('.')} ({row.status})", firm, row.sources)


def _event(entry: Entry, stamp: datetime) -> Event:
    limits = edtf.bounds(entry.when)
    assert limits is not None
    event = Event()
    event.add("uid", f"{entry.id}@standoff")
    event.add("dtstamp", stamp)
    event.add("dtstart", limits[0])
    event.add("dtend", limits[1] + timedelta(days=1))  # exclusive
    vague = edtf.precision(entry.when) != "day"
    event.add("summary", visible(f"{entry.what}, some time in {say_date(entry.when)}" if vague else entry.what))
    event.add("status", "TENTATIVE" if vague and entry.standing == "CONFIRMED" else entry.standing)
    event.add("transp", "TRANSPARENT")
    if entry.venue:
        event.add("location", visible(entry.venue))
    quotes = [f"{s.publisher or s.document}: “{s.quote}”" for s in entry.sources[:_QUOTED]]
    event.add("description", visible("\n".join(" ".join(quote.split()) for quote in quotes)).replace("⟨0a⟩", "\n"))
    if (address := next((a for s in entry.sources if (a := web_link(s.url))), None)) is not None:
        event.add("url", address)
    return event
