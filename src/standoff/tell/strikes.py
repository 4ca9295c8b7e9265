"""Strikes and lockouts as evidence of a state: work stops when all who work there are out, and is restricted while some are."""

from collections import Counter
from collections.abc import Sequence

from standoff import edtf
from standoff.lexicon.state_acts import word_class
from standoff.lexicon.stems import stems
from standoff.model import State
from standoff.record import Record
from standoff.record.fields import party
from standoff.record.rows import MergedEvent
from standoff.tell.evidence import SURE, Evidence, is_lockout
from standoff.tell.parties import Sides

LONGEST = 40
"""Days; `the last strike, in 2007` says nothing of when it was over."""
SLOW = "protest.go_slow"
RETURN = "retreat.return_work"
SOME_BACK = 0.5
"""How sure it is that work begins again when one of several goes back to it: pages may tell that it does not."""


def from_strikes(events: Sequence[MergedEvent], workers: frozenset[str], sides: Sides) -> list[Evidence]:
    """The changes that strikes of the parties bring, in order: each side's first day out and its return.

    `workers`: the parties who work there; work stops when all of them strike.
    """
    out: set[str] = set()
    locked: set[str] = set()
    slow: set[str] = set()
    found: list[Evidence] = []
    for event in sorted(events, key=lambda e: (edtf.sort_key(e.date), e.id)):
        if not event.happened or event.confidence < SURE or (edtf.length(event.date) or LONGEST + 1) > LONGEST:
            continue
        acting = {
            side for side in sides.parties for actor in event.actors if f"{actor} ".startswith((f"{side} ", f"{side}-"))
        }
        before = (out | locked, slow - out - locked)
        if event.type == "PROTEST" and event.mode == "strike":
            (slow if _slows(event) else out).update(acting)
        elif event.type == "RETREAT" and is_lockout(event):
            locked.clear()
        elif event.type in ("COERCE", "SANCTION") and is_lockout(event):
            locked |= {side for side in sides.all(event.recipients) if side in workers}
        elif ends_strike(event):
            out -= acting
            slow -= acting
            locked -= acting
        if (out | locked, slow - out - locked) != before:
            state, stood = _state(out | locked, workers, slow=bool(slow)), workers <= before[0]
            found.append(_evidence(event, state, SOME_BACK if state == "restricted" and stood else 1.0))
        elif (out | locked | slow) and settles(event, acting) and not (out | locked | slow) - acting:
            found.append(_evidence(event, "reopening"))
    return found


def _slows(event: MergedEvent) -> bool:
    """Work goes on, only slower: no overtime is worked, or all to rule."""
    return all(m.event.rule.startswith(SLOW) for m in event.members)


def settles(event: MergedEvent, acting: set[str]) -> bool:
    """A side that strikes and another have come to an agreement."""
    return event.type == "AGREE" and bool(acting) and len({party(a) for a in (*event.actors, *event.recipients)}) > 1


def ends_strike(event: MergedEvent) -> bool:
    """Somebody goes back to work: lifts, ends or calls off a strike."""
    if event.type != "RETREAT":
        return False
    if any(m.event.rule.startswith(RETURN) for m in event.members):
        return True
    said = " ".join(
        m.where.quote[max(0, m.event.start - m.where.start) : m.event.end - m.where.start + 40] for m in event.members
    )
    return bool(stems(said) & word_class("strike"))


def find_workers(record: Record, sides: Sides) -> frozenset[str]:
    """The parties who work there: those declared as labour, else those that most pages know as such."""
    subject = record.subject()
    declared = frozenset(p.id for p in subject.parties if p.sector == "LAB") if subject else frozenset[str]()
    if declared:
        return declared
    known: Counter[str] = Counter()
    for document in record.documents():
        actors = record.annotation(document.key).actors
        labour = {side for a in actors if a.sector == "LAB" for side in sides.parties if a.id == side}
        known.update(dict.fromkeys(labour, 1))
        known.update({a.id: -1 for a in actors if a.id in sides.parties and a.id not in labour})
    return frozenset(side for side, count in known.items() if count > 0)


def _state(out: set[str], workers: frozenset[str], *, slow: bool) -> State:
    if not out:
        return "restricted" if slow else "open"
    return "shut" if workers <= out else "restricted"


def _evidence(event: MergedEvent, state: State, sure: float = 1.0) -> Evidence:
    how = {"stated": 1.0, "relative": 1.0, "published": 0.7, "unknown": 0.3}[event.date_how]
    return Evidence(
        state=state,
        date=event.date or "",
        kind="change",
        weight=how * event.confidence * sure,
        ids=(event.id,),
        places=tuple(m.where for m in event.members),
        by=event.actors,
        claimed_by=event.attributed_to,
    )
