"""Strikes as evidence of a state: work stops when all who may strike do, and is restricted while some do."""

from collections.abc import Sequence

from standoff import edtf
from standoff.lexicon.state_acts import word_class
from standoff.lexicon.stems import stems
from standoff.model import State, Subject
from standoff.record.rows import MergedEvent
from standoff.tell.evidence import SURE, Evidence
from standoff.tell.parties import Sides

LONGEST = 40
"""Days; `the last strike, in 2007` says nothing of when it was over."""


def from_strikes(events: Sequence[MergedEvent], subject: Subject | None, sides: Sides) -> list[Evidence]:
    """The changes that strikes of the parties bring, in order: each side's first day out and its return."""
    out: set[str] = set()
    found = []
    for event in sorted(events, key=lambda e: (edtf.sort_key(e.date), e.id)):
        if not event.happened or event.confidence < SURE or (edtf.length(event.date) or LONGEST + 1) > LONGEST:
            continue
        acting = {
            side for side in sides.parties for actor in event.actors if f"{actor} ".startswith((f"{side} ", f"{side}-"))
        }
        before = set(out)
        if event.type == "PROTEST" and event.mode == "strike":
            out |= acting
        elif ends_strike(event):
            out -= acting
        if out != before:
            found.append(_evidence(event, _state(out, subject)))
    return found


def ends_strike(event: MergedEvent) -> bool:
    """Somebody goes back to work: lifts, ends or calls off a strike."""
    if event.type != "RETREAT":
        return False
    said = " ".join(
        m.where.quote[max(0, m.event.start - m.where.start) : m.event.end - m.where.start + 40] for m in event.members
    )
    return bool(stems(said) & word_class("strike"))


def _state(out: set[str], subject: Subject | None) -> State:
    """What work is like while these sides strike: the parties who work there are those declared as labour."""
    workers = {party.id for party in subject.parties if party.sector == "LAB"} if subject else set()
    if not out:
        return "open"
    return "shut" if not workers or workers <= out else "restricted"


def _evidence(event: MergedEvent, state: State) -> Evidence:
    how = {"stated": 1.0, "relative": 1.0, "published": 0.7, "unknown": 0.3}[event.date_how]
    return Evidence(
        state=state,
        date=event.date or "",
        kind="change",
        weight=how * event.confidence,
        ids=(event.id,),
        places=tuple(m.where for m in event.members),
        by=event.actors,
        claimed_by=event.attributed_to,
    )
