"""What was before the acts that pages report: the thing was open when they first tell of it, and old bouts are over."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from standoff import edtf
from standoff.lexicon.state_acts import words_of_class
from standoff.record import Record
from standoff.record.once import each
from standoff.record.rows import MergedEvent
from standoff.tell.disputed import Thing
from standoff.tell.evidence import Evidence
from standoff.tell.parties import Sides
from standoff.tell.spells import Spell
from standoff.tell.sure import SURE

LONG_AGO = 400
"""Days after which an act is told as history."""
FORTNIGHT = 14


def without_history(evidence: Sequence[Evidence], lasting: Collection[str]) -> list[Evidence]:
    """The evidence without acts that pages tell only long after, where the pages report later ones: `the last strike, in 2007`.

    What lies after the first act that pages report in its time is of the dispute, whoever tells it. `lasting`: ids of
    descriptions of what has been so since then.
    """
    reported = [day for e in evidence if e.kind == "change" and not _is_old(e) and (day := edtf.first_day(e.date))]
    old = [e.kind == "change" and _is_old(e) and e.ids[0] not in lasting and _is_before(e, reported) for e in evidence]
    others = [e for e, is_old in zip(evidence, old, strict=True) if not is_old]
    return others if any(e.kind == "change" for e in others) else list(evidence)


def _is_old(evidence: Evidence) -> bool:
    last, pages = edtf.last_day(evidence.date), [edtf.first_day(p.document.published) for p in evidence.places]
    return last is not None and bool(pages) and all(day is not None and (day - last).days > LONG_AGO for day in pages)


def _is_before(evidence: Evidence, days: Sequence[date]) -> bool:
    last = edtf.last_day(evidence.date)
    return last is None or not days or last < min(days)


def open_before(
    record: Record,
    events: Sequence[MergedEvent],
    about: Collection[str],
    thing: Thing,
    sides: Sides,
    spells: Sequence[Spell],
    at: str | None,
    says: str | None,
) -> list[Spell]:
    """The spells, with what was before: what an act first shuts or restricts was open, since the first day of which pages tell
    something else, or longer.

    That is the day of an earlier page about the thing (`about`: their keys), or of an earlier act about it or between the
    sides; where there is none, the day before. What is first described as open was so from such a day on, too: nothing had
    opened it. The course of states is found without it.
    """
    first = spells[0] if spells else None
    if first is None or first.state == "reopening" or (edtf.length(first.start) or LONG_AGO) > FORTNIGHT:
        return list(spells)
    start = edtf.of_days(first.day)
    opening = [e for e in first.evidence if e.kind == "change" and e.date == first.start]
    described = says is None and first.state == "open" and not any(e.kind == "change" for e in first.evidence)
    acted = first.state != "open" and bool(opening) and not any(e.loosens or e.begins for e in opening)
    found_so = says is None and first.state != "open" and not opening and not _lasts(first)
    if not (described or acted or found_so):
        return list(spells)
    days = [d.published for d in record.documents(at) if d.key in about and edtf.is_day(d.published)]
    days += each(events, _day_before, thing, sides, start)
    if not acted and not any(d and edtf.before(d, start) for d in days):
        return list(spells)
    day = min((d.rstrip("~?%") for d in days if d and edtf.before(d, start)), default=_eve(first.day))
    before = Spell("open", f"../{day}?", edtf.first_day(day) or first.day, tuple(opening) if acted else first.evidence)
    return [before, *(spells[1:] if described else spells)]


def _lasts(spell: Spell) -> bool:
    """Words that call it so still: it was so before."""
    words = {word for place in spell.evidence[0].places for word in place.quote.lower().split()}
    return bool(words & words_of_class("lasting"))


def _eve(day: date) -> str:
    """The day before; of the first day of all, that day: machines write it where they know none."""
    return (day if day == date.min else day - timedelta(days=1)).isoformat()


def _day_before(event: MergedEvent, thing: Thing, sides: Sides, first: str) -> str | None:
    """The day of an act of the dispute in the year before it came to a head."""
    if not event.happened or event.confidence < SURE or not edtf.is_day(event.date):
        return None
    away = edtf.gap(event.date, first)
    if away is None or not 0 < away <= LONG_AGO:
        return None
    about = thing.in_sentence(event) or len(sides.leading((*event.actors, *event.recipients))) > 1
    return event.date if about else None
