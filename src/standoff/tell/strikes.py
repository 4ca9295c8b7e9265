"""Strikes and lockouts as evidence of a state: work stops when all who work there are out, and is restricted while some are."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from standoff import edtf
from standoff.lexicon.flows import flow_words
from standoff.model import State
from standoff.record.rows import MergedEvent, StateMentionRow
from standoff.tell.evidence import Evidence
from standoff.tell.parties import Sides
from standoff.tell.strike_moves import OVER, Move, moves_of_events, moves_of_words

PAST = 180
"""Days after which who walks out has been at work in between."""
SERIES = 42
"""Days between the strikes of a day or two that make one time of strikes."""
FEWEST = 3
"""Days on which a side walks out within weeks, for each to be a strike of a day."""
FEW = 2
"""Days; work goes on between strikes that are longer."""
MISCOUNTED = 2
"""Days between a strike's first day and the one that `for 30 days` leads back to."""
SOON = 3
"""Days from the decision to end a strike to its end."""
SOME_BACK = 0.5
"""How sure it is that work begins again when one of several goes back to it: pages may tell that it does not."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def from_strikes(
    events: Sequence[MergedEvent],
    told: Sequence[StateMentionRow],
    workers: frozenset[str],
    sides: Sides,
    called: Mapping[str, tuple[str, ...]],
) -> list[Evidence]:
    """The changes that strikes of the parties bring, in order: each side's first day out and its return.

    `told`: descriptions, of which those of a strike that is over count. `workers`: the parties who work there; work stops
    when all of them strike. `called`: the names of each party, by which a sentence tells whose strike it is.
    """
    if not workers:
        return []
    ends = list(moves_of_words(told, called))
    acts = [*moves_of_events(events, workers, sides, called)]
    lasting = [m for m in acts if m.counted]
    moves = [*_first_days(acts), *ends]
    moves = _without_past(moves, {event.id for event in events if event.status == "happened"})
    moves = _of_a_day([*_exact(moves)], lasting)
    moves += _over_by_themselves(moves)
    moves = _without_awaited(moves, events)
    strikes = _Strikes(workers, told, ends)
    for move in sorted(moves, key=lambda m: (edtf.sort_key(m.date), m.key)):
        strikes.take(move)
    return strikes.found


class _Strikes:
    """Who is out, locked out or works slowly while the moves are taken one by one, and the changes `found` that they bring."""

    def __init__(self, workers: frozenset[str], told: Sequence[StateMentionRow], ends: Sequence[Move]) -> None:
        self.found: list[Evidence] = []
        self._workers, self._told, self._ends = workers, told, ends
        self._out, self._locked, self._slow, self._settled = (set[str]() for _ in range(4))
        self._over: str | None = None
        """When one was last over: who tells of it without a name within days means that one."""

    def take(self, move: Move) -> None:
        """What a move changes."""
        before, idle = self._standing(), self._out | self._locked | self._slow
        if move.kind in ("out", "slow"):
            self._settled -= move.sides
            (self._slow if move.kind == "slow" else self._out).update(move.sides)
        elif move.kind == "lock":
            self._locked |= move.sides
        elif move.kind == "unlock":
            self._locked.clear()
        elif move.kind == "back" and not self._go_back(move, idle):
            return
        if self._standing() != before:
            self._changed(move, stood=self._workers <= before[0])
        elif move.kind == "deal" and idle and not idle - (move.sides if idle & move.sides else move.named):
            if not idle <= self._settled:  # who accepts the deal afterwards has not made another
                self.found.append(_evidence(move, "reopening"))
            self._settled |= idle

    def _standing(self) -> tuple[set[str], set[str]]:
        """Who does not work, and who works slowly."""
        stopped = self._out | self._locked
        return stopped, self._slow - stopped

    def _go_back(self, move: Move, idle: set[str]) -> bool:
        """Those who go back to work; False where the move takes no effect yet."""
        over = self._over
        again = not move.sides and not move.named and over is not None and (edtf.gap(over, move.date) or 0) <= SOON
        back = frozenset[str]() if again else _whose(move, idle, self._workers)
        if _takes_effect(move, self._ends, alone=bool(back) and back >= idle):
            return False
        self._over = move.date if back else over
        for those in (self._out, self._slow, self._locked):
            those -= back
        return True

    def _changed(self, move: Move, *, stood: bool) -> None:
        """The state that a move brings; `stood`: nobody worked before it."""
        state = _state(self._standing()[0], self._workers, slow=bool(self._slow))
        if state == "shut" and move.kind == "out" and _goes_on(move, self._told):
            state = "restricted"
        last = self.found[-1] if self.found else None
        if last is not None and last.date == move.date and (last.state, state) == ("restricted", "shut"):
            self.found[-1] = _joined(last, _evidence(move, state))  # the last ones to walk out on that day
            return
        self.found.append(_evidence(move, state, SOME_BACK if state == "restricted" and stood else 1.0))


def _first_days(moves: Sequence[Move]) -> Iterator[Move]:
    """The moves without first days that are only counted back, where one is told that is hardly a day or two off."""
    told = [m for m in moves if m.kind == "out" and not m.counted]
    for move in moves:
        near = (m for m in told if m.sides & move.sides and (edtf.gap(move.date, m.date) or 0) <= MISCOUNTED)
        if not move.counted or next(near, None) is None:
            yield move


def _exact(moves: Sequence[Move]) -> Iterator[Move]:
    """The moves without walkouts in some part of a month in which the same side is told to walk out on a day."""
    days = [m for m in moves if m.kind in ("out", "slow") and edtf.is_day(m.date)]
    for move in moves:
        rough = move.kind in ("out", "slow") and (edtf.length(move.date) or 0) > edtf.A_WEEK
        if not rough or not any(m.sides & move.sides and edtf.contains(move.date, m.date) for m in days):
            yield move


def _of_a_day(moves: Sequence[Move], lasting: Sequence[Move]) -> list[Move]:
    """The moves, with walkouts of a day where the same side walks out on day after day and none is told to be over in between.

    The last of them is one of a day only where its end is told. `lasting`: first days that are counted back from strikes
    that go on.
    """
    days = sorted((m for m in moves if _is_on_a_day(m) and not _lasts(m, lasting)), key=lambda m: edtf.sort_key(m.date))
    single: set[str] = set()
    for move in days:
        row = [m for m in days if m.sides & move.sides and _in_one_row(move, m, moves)]
        if len({m.date for m in row}) >= FEWEST:
            single |= {m.key for m in row if m.kind == "out" and any(_goes_on_with(m, other) for other in moves)}
    return [replace(m, kind="slow", days=1) if m.kind == "out" and m.key in single else m for m in moves]


def _lasts(move: Move, lasting: Sequence[Move]) -> bool:
    """Whether a walkout is told to have no day on which it ends, or to go on for days: `began an indefinite strike`."""
    if move.kind != "out":
        return False
    said = {word for place in move.places for word in _WORD.findall(place.quote.lower())}
    return bool(said & flow_words("open_ended")) or any(
        m.sides & move.sides and edtf.gap(move.date, m.date) in range(-MISCOUNTED, MISCOUNTED + 1) for m in lasting
    )


def _is_on_a_day(move: Move) -> bool:
    """Whether a walkout is told with a day of its own, or to last for a day or two."""
    on_day = edtf.is_day(move.date) and move.how != "published" and not move.counted
    return on_day and (move.kind == "out" or (move.kind == "slow" and 0 < (move.days or 0) <= FEW))


def _in_one_row(move: Move, other: Move, moves: Sequence[Move]) -> bool:
    """Whether a walkout follows another one, or is it, within weeks, and no end of either is told in between."""
    if move.date != other.date and not edtf.before(move.date, other.date):
        return False
    if (edtf.gap(move.date, other.date) or 0) > SERIES:
        return False
    return not any(
        m.kind in ("back", "unlock", "deal") and edtf.before(move.date, m.date) and edtf.before(m.date, other.date)
        for m in moves
    )


def _without_past(moves: Sequence[Move], begun: Container[str]) -> list[Move]:
    """The moves without walkouts of long ago whose end no page tells, where their side walks out again: `begun`, by event."""
    outs = [m for m in moves if m.kind == "out" and not m.counted and m.key in begun]

    def is_past(move: Move) -> bool:
        again = [m for m in outs if m.sides & move.sides and (edtf.gap(move.date, m.date) or 0) > PAST]
        first = min((m.date for m in again if edtf.before(move.date, m.date)), key=edtf.sort_key, default=None)
        return first is not None and not any(
            m.kind in ("back", "unlock") and edtf.before(move.date, m.date) and edtf.before(m.date, first)
            for m in moves
        )

    return [m for m in moves if m.kind != "out" or not is_past(m)]


def _without_awaited(moves: Sequence[Move], events: Sequence[MergedEvent]) -> list[Move]:
    """The moves without accords that end nothing yet: the strike goes on, and days later leaders only pass on what was agreed."""
    awaited = [m for m in moves if m.kind == "deal" and any(_stays_out(m, event) for event in events)]
    passed_on = [
        m
        for m in moves
        if m.kind == "deal"
        and any(
            a.sides & m.sides and edtf.before(a.date, m.date) and (edtf.gap(a.date, m.date) or 0) <= SOON
            for a in awaited
        )
    ]
    return [m for m in moves if m not in awaited and m not in passed_on]


def _stays_out(deal: Move, event: MergedEvent) -> bool:
    """The strike of who has come to an agreement is told to go on, on that day or the next: until its members have voted."""
    return (
        event.type == "PROTEST"
        and event.mode == "strike"
        and event.happened
        and not deal.sides.isdisjoint(event.actors)
        and not edtf.before(event.date, deal.date)
        and edtf.gap(deal.date, event.date) in (0, 1)
    )


def _over_by_themselves(moves: Sequence[Move]) -> list[Move]:
    """The ends of strikes of a few days, but of those that belong to a series: the next one follows within weeks."""
    found = []
    for move in moves:
        over = edtf.shift(move.date, f"P{move.days}D", "after") if move.days and edtf.is_day(move.date) else None
        if over is None or any(_goes_on_with(move, other) for other in moves):
            continue
        found.append(replace(move, kind="back", date=over, how="relative", days=None))
    return found


def _goes_on_with(move: Move, other: Move) -> bool:
    """Another strike of the same side, or its end, so soon that a page would tell it as the same time of strikes."""
    soon = SERIES if (move.days or 0) <= FEW else (move.days or 0)
    return (
        other.kind in ("out", "slow", "back")
        and (bool(other.sides & move.sides) or not other.sides)
        and edtf.before(move.date, other.date)
        and (edtf.gap(move.date, other.date) or 0) <= soon
    )


def _goes_on(move: Move, told: Sequence[StateMentionRow]) -> bool:
    """A page that tells of the walkout tells that some of it goes on all the same: `two of the six crossings were made`."""
    pages = {place.document.key for place in move.places}
    beside = [row.state for row in told if row.where.document.key in pages and row.state.rule not in OVER]
    days = [(one.state, edtf.gap(move.date, one.date or one.since)) for one in beside]
    states = {state for state, away in days if away is not None and away < SOON}
    return "restricted" in states and "shut" not in states


def _joined(one: Evidence, other: Evidence) -> Evidence:
    """The later move with the sentences of both."""
    return replace(other, weight=max(one.weight, other.weight), places=(*other.places, *one.places))


def _takes_effect(move: Move, ends: Sequence[Move], *, alone: bool) -> bool:
    """A strike that is called off today is told to be over from one of the next days on: of whom, or of the only ones out."""
    return any(
        edtf.before(move.date, end.date)
        and (edtf.gap(move.date, end.date) or 0) <= SOON
        and (bool(end.named & (move.sides | move.named)) if end.named else alone)
        for end in ends
        if end.how != "published" and end is not move
    )


def _whose(move: Move, idle: set[str], workers: frozenset[str]) -> frozenset[str]:
    """Whose strike is over: of who ends it, else of who is named, else of the only ones who are out."""
    for told in (move.sides & workers, move.named & workers):
        if told:
            return frozenset(idle & told)
    return frozenset(idle if len(idle) == 1 else ())


def _state(out: set[str], workers: frozenset[str], *, slow: bool) -> State:
    if not out:
        return "restricted" if slow else "open"
    return "shut" if workers <= out else "restricted"


def _evidence(move: Move, state: State, sure: float = 1.0) -> Evidence:
    how = {"stated": 1.0, "relative": 1.0, "published": 0.7, "unknown": 0.3}[move.how]
    return Evidence(
        state=state,
        date=move.date,
        kind="change",
        weight=how * move.confidence * sure,
        ids=(move.key,),
        places=move.places,
        by=move.by,
        claimed_by=move.claimed_by,
    )
