"""What answered what, and how moves follow one another: answers, series and alternations, with counts, lags and sentences.

An answer is one where a page says so (`recalled its envoy in response to the ban`), or where the ledger shows that an act
settled a demand, offer, promise or threat. A series is all moves of one kind by a party. An alternation puts two kinds of
moves of a party in order and counts how often one follows the other: a test of "goes back and forth between threats and
talks", beside what chance would give the same moves in any order.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from statistics import median

from standoff import edtf
from standoff.model import PloverType
from standoff.record import Record
from standoff.record.rows import MergedEvent, Where, by_date
from standoff.tell.kept import kept
from standoff.tell.parties import Sides, cite_all, find_sides, says_so
from standoff.tell.promises import promises
from standoff.tell.rows import Move, PatternHow, PatternKind, PatternRow, Source
from standoff.tell.sure import SURE

MOVES: dict[PloverType, Move] = {
    "THREATEN": "threat", "CONSULT": "talks", "CONCEDE": "concession", "RETREAT": "concession", "AID": "aid",
    "COERCE": "coercion", "SANCTION": "coercion", "ASSAULT": "force", "MOBILIZE": "force", "REQUEST": "demand",
    "REJECT": "refusal", "ACCUSE": "accusation", "AGREE": "agreement", "SUPPORT": "agreement",
    "COOPERATE": "cooperation", "PROTEST": "protest",
}  # fmt: skip
SERIES: tuple[Move, ...] = ("threat", "talks", "concession", "aid", "coercion")
PAIRS: tuple[tuple[Move, Move], ...] = (("threat", "talks"), ("threat", "concession"), ("coercion", "concession"))
FEWEST = 2
"""Moves of one kind that make a series; an alternation needs as many of either."""
WIDEST = 31
"""Days; a date that is told more coarsely gives no lag and no place in an order."""


@dataclass(slots=True)
class Group:
    """The pairs of moves that make up one row."""

    pairs: list[tuple[str, str]] = field(default_factory=list)
    lags: list[int] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)


@kept
def patterns(record: Record, *, at: str | None = None, says: str | None = None) -> list[PatternRow]:
    """Answers, then series, then alternations, the most frequent of each first, as known on a day."""
    events = record.events(at)
    sides = find_sides(record.subject(), events)
    told = [e for e in events if e.happened and e.confidence >= SURE and says_so(e, says, sides)]
    rows = [*_stated(record, told, sides, at), *_ledger(record, told, sides, at), *_series(told, sides)]
    return [*rows, *_alternations(told, sides)]


def _stated(record: Record, events: Sequence[MergedEvent], sides: Sides, at: str | None) -> list[PatternRow]:
    """Acts whose reason, as a page gives it, is another act on that page."""
    by_key = {member.key: event for event in events for member in event.members}
    on_page: dict[str, list[tuple[int, MergedEvent]]] = defaultdict(list)
    for event in events:
        for member in event.members:
            on_page[member.where.document.key].append((member.event.start, event))
    groups: dict[tuple[str, str, Move, Move], Group] = {}
    for told in record.reasons(at):
        answer = by_key.get(told.of or "")
        if answer is None or told.reason.kind != "reason":
            continue
        for start, cause in on_page[told.where.document.key]:
            if cause.id != answer.id and told.reason.start <= start < told.reason.end:
                _put(groups, cause, answer, [told.where], sides)
    return _answers(groups, "stated")


def _ledger(record: Record, events: Sequence[MergedEvent], sides: Sides, at: str | None) -> list[PatternRow]:
    """Acts that settled an entry of the ledger."""
    by_id = {event.id: event for event in events}
    by_key = {member.key: event for event in events for member in event.members}
    groups: dict[tuple[str, str, Move, Move], Group] = {}
    for entry in promises(record, at=at):
        cause = by_id.get(entry.id) or by_key.get(entry.id)
        answer = by_id.get(entry.answered_by or "") or by_key.get(entry.answered_by or "")
        if cause is not None and answer is not None and cause.id != answer.id:
            _put(groups, cause, answer, [*(m.where for m in cause.members), *(m.where for m in answer.members)], sides)
    return _answers(groups, "ledger")


def _put(
    groups: dict[tuple[str, str, Move, Move], Group],
    cause: MergedEvent,
    answer: MergedEvent,
    places: Iterable[Where],
    sides: Sides,
) -> None:
    """Notes that one event answered another, once; not where it lies before it."""
    lag = _lag(cause, answer)
    if lag is not None and lag < 0:
        return
    first, second = sides.all(cause.actors) or ("",), sides.all(answer.actors) or ("",)
    for actor in first:
        for other in second:
            if actor == other and len(first) + len(second) > 2:  # of a joint act each side answers the other
                continue
            group = groups.setdefault((actor, other, MOVES[cause.type], MOVES[answer.type]), Group())
            if (cause.id, answer.id) not in group.pairs:
                group.pairs.append((cause.id, answer.id))
                group.lags += [lag] if lag is not None else []
            group.places.extend(places)


def _lag(cause: MergedEvent, answer: MergedEvent) -> int | None:
    """Days from one event to the other, where both are told finely enough."""
    first, second = edtf.bounds(cause.date), edtf.bounds(answer.date)
    if first is None or second is None or max(edtf.length(cause.date) or 0, edtf.length(answer.date) or 0) > WIDEST:
        return None
    if edtf.gap(cause.date, answer.date) == 0:
        return 0
    return (second[0] - first[0]).days


def _answers(groups: dict[tuple[str, str, Move, Move], Group], how: PatternHow) -> list[PatternRow]:
    rows = [
        _row(
            "answer", actor or None, other or None, before, after, how,
            [id for pair in group.pairs for id in pair], group.lags, len(group.pairs), cite_all(group.places),
        )
        for (actor, other, before, after), group in groups.items()
    ]  # fmt: skip
    return sorted(rows, key=_most_frequent)


def _series(events: Sequence[MergedEvent], sides: Sides) -> list[PatternRow]:
    """All moves of a kind by each party, with the days between them."""
    rows = []
    for party in sides.parties:
        for move in SERIES:
            ordered = _in_order(events, party, (move,), sides)
            if len(ordered) >= FEWEST:
                lags = [lag for one, two in pairwise(ordered) if (lag := _lag(one, two)) is not None]
                rows.append(_of_events("series", party, move, None, ordered, lags, len(ordered)))
    return sorted(rows, key=_most_frequent)


def _alternations(events: Sequence[MergedEvent], sides: Sides) -> list[PatternRow]:
    """How often a party goes from one kind of move to the other, beside what chance would give."""
    rows = []
    for party in sides.parties:
        for before, after in PAIRS:
            ordered = _in_order(events, party, (before, after), sides)
            moves = [MOVES[event.type] for event in ordered]
            one, two = moves.count(before), moves.count(after)
            if min(one, two) < FEWEST:
                continue
            switches = [(a, b) for a, b in pairwise(ordered) if MOVES[a.type] != MOVES[b.type]]
            lags = [lag for a, b in switches if MOVES[a.type] == before and (lag := _lag(a, b)) is not None]
            rows.append(
                _of_events(
                    "alternation", party, before, after, ordered, lags, len(switches),
                    steps=len(ordered) - 1, expected=round(2 * one * two / (one + two), 1),
                )
            )  # fmt: skip
    return sorted(rows, key=_most_frequent)


def _in_order(events: Sequence[MergedEvent], party: str, moves: tuple[Move, ...], sides: Sides) -> list[MergedEvent]:
    """The moves of a party by day, of those that are told to a month or finer; a joint one is each side's."""
    mine = [
        event
        for event in events
        if MOVES[event.type] in moves
        and party in sides.all(event.actors)
        and edtf.bounds(event.date) is not None
        and (edtf.length(event.date) or WIDEST + 1) <= WIDEST
    ]
    return sorted(mine, key=by_date)


def _of_events(
    kind: PatternKind,
    party: str,
    before: Move,
    after: Move | None,
    ordered: Sequence[MergedEvent],
    lags: Sequence[int],
    count: int,
    *,
    steps: int | None = None,
    expected: float | None = None,
) -> PatternRow:
    sources = cite_all(event.members[0].where for event in ordered)
    ids = [event.id for event in ordered]
    return _row(kind, party, None, before, after, "counted", ids, lags, count, sources, steps=steps, expected=expected)


def _row(
    kind: PatternKind,
    actor: str | None,
    answered_by: str | None,
    before: Move,
    after: Move | None,
    how: PatternHow,
    events: Sequence[str],
    lags: Sequence[int],
    count: int,
    sources: tuple[Source, ...],
    *,
    steps: int | None = None,
    expected: float | None = None,
) -> PatternRow:
    name = "\n".join((kind, actor or "", answered_by or "", before, after or "", how, *events))
    return PatternRow(
        id=f"n{sha256(name.encode()).hexdigest()[:16]}",
        kind=kind,
        actor=actor,
        answered_by=answered_by,
        before=before,
        after=after,
        how=how,
        count=count,
        steps=steps,
        expected=expected,
        days=float(median(lags)) if lags else None,
        lags=tuple(lags),
        events=tuple(events),
        sources=sources,
    )


def _most_frequent(row: PatternRow) -> tuple[int, str, str, str, str]:
    return -row.count, row.actor or "~", row.before, row.after or "", row.id
