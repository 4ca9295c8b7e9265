"""Demands and offers that pages tell only by their answer: `rejected the pilots' demand for a bonus`, `granted Togo's request`."""

from collections.abc import Iterable, Iterator, Sequence

from standoff import edtf
from standoff.lexicon.ledger import asked_in
from standoff.record.once import each
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.parties import Sides, cite_all
from standoff.tell.rows import Answer, PromiseKind, PromiseRow
from standoff.tell.sure import SURE
from standoff.tell.words import clause, cut, stems

_ANSWERS: dict[str, Answer] = {"REJECT": "refused", "CONCEDE": "kept"}
_KINDS: dict[str, PromiseKind] = {"offer": "offer", "demand": "demand", "ultimatum": "ultimatum"}
_ASKED = frozenset(_KINDS.values())


def implied(events: Iterable[MergedEvent], rows: Sequence[PromiseRow], sides: Sides) -> list[PromiseRow]:
    """The rows of what was asked or offered by those who were answered, where no row tells of it yet."""
    found: dict[tuple[PromiseKind, tuple[str, ...], str | None], PromiseRow] = {}
    taken = {row.id for row in rows}
    for event in each(events, _answer):
        told = next(_told(event), None)
        if told is None or event.id in taken:
            continue
        kind, what = told
        if _known(kind, event, what, rows, sides):
            continue
        row = PromiseRow(
            id=event.id, kind=kind, by=event.recipients, to=event.actors, what=what, made=None, due=None, outcome=_ANSWERS[event.type],
            outcome_date=event.date, answered_by=event.id, sources=cite_all(member.where for member in event.members),
        )  # fmt: skip
        found.setdefault((kind, tuple(sides.all(event.recipients)), event.date), row)
    return list(found.values())


def _answer(event: MergedEvent) -> MergedEvent | None:
    """An act that may answer what the other side asked for."""
    both = event.actors and event.recipients and set(event.actors) != set(event.recipients)
    return event if both and event.type in _ANSWERS and event.happened and event.confidence >= SURE else None


def _told(event: MergedEvent) -> Iterator[tuple[PromiseKind, str]]:
    """What the clause of an answer says was asked for."""
    for member in event.members:
        found = asked_in(_from_trigger(member))
        if found is not None and stems(what := cut(clause(found[1]))):
            yield _KINDS[found[0]], what


def _from_trigger(member: EventMention) -> str:
    return member.where.quote[max(0, member.event.start - member.where.start) :]


def _known(kind: PromiseKind, event: MergedEvent, what: str, rows: Sequence[PromiseRow], sides: Sides) -> bool:
    """Whether the ledger has what is answered: a row with this answer, an open one before it, or one on the same thing."""
    mine = set(sides.all(event.recipients))
    for row in rows:
        if row.answered_by == event.id:
            return True
        if row.kind not in _ASKED or not set(sides.all(row.by)) & mine or edtf.before(event.date, row.made):
            continue
        if stems(row.what) & stems(what) or (row.outcome in ("open", "overdue") and row.kind == kind):
            return True
    return False
