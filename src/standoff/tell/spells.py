"""From evidence to spells: the course of states that all evidence together speaks for most.

The days of the evidence are put in order, and the course is found that collects most of its weight, where each change of
state costs something, and less on a day on which an act brings it about. So one odd description flips nothing, and a
change that many pages tell stands. A coarse date gives way to a finer one of the same change inside it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from standoff import edtf
from standoff.model import State
from standoff.tell.evidence import Evidence, Kind

STATES: tuple[State, ...] = ("open", "shut", "restricted", "reopening")
"""Of two that fit equally well the first one counts: who is told of a halt and of a ban on one day is told of a halt."""
CHANGE_COST = 1.0
"""What a change of state costs that only descriptions speak for."""
ACT_COST = 0.25
"""What it costs where an act brings it about."""
LIKE: dict[tuple[State, State], float] = {
    ("shut", "reopening"): 0.7,
    ("shut", "restricted"): 0.3,
    ("restricted", "shut"): 0.4,
    ("open", "reopening"): 0.3,
    ("restricted", "reopening"): 0.5,
}
"""How far what is told of one state also fits another: a zone that is to reopen is called closed until it does."""
SHUT_ANEW: tuple[State, State] = ("shut", "reopening")
"""What is called closed may be about to reopen, but not what an act closes."""
STAYS = 0.8
"""How far an act that bars or lets through somebody fits the state that was there before it."""
EASES = 0.6
"""How far an act that lets somebody through, told of what is open, shows that it was not."""
UNLIKELY: dict[tuple[State, State], float] = {("open", "reopening"): 1.5, ("reopening", "restricted"): 0.5}
"""What a change costs beyond that where the course of things speaks against it."""


@dataclass(slots=True)
class Point:
    """A day on which there is evidence."""

    day: date
    evidence: list[Evidence] = field(default_factory=list)

    def brings(self, state: State) -> list[Evidence]:
        """The acts, and descriptions with a beginning, that bring the state about on that day; steps towards it do not."""
        return [e for e in self.evidence if _brings(e, state)]


@dataclass(frozen=True, slots=True)
class Spell:
    """A state from a date on, with the evidence that opened it first."""

    state: State
    start: str
    day: date
    evidence: tuple[Evidence, ...]
    decided: tuple[str, ...] = ()
    """Ids of the decisions of people on it."""


def find_spells(evidence: Sequence[Evidence]) -> list[Spell]:
    """The spells that the evidence speaks for, in order; equal neighbours are one."""
    points = place(evidence)
    if not points:
        return []
    course = best_course(points)
    spells: list[tuple[State, list[Point]]] = []
    for point, state in zip(points, course, strict=True):
        if not spells or spells[-1][0] != state:
            spells.append((state, []))
        spells[-1][1].append(point)
    return [_spell(state, run, first=n == 0) for n, (state, run) in enumerate(spells)]


def place(evidence: Sequence[Evidence]) -> list[Point]:
    """The days of the evidence in order; coarse changes go to the finer ones inside them."""
    fine = [e for e in evidence if _is_fine(e)]
    days: dict[date, list[Evidence]] = defaultdict(list)
    for each in sorted(evidence, key=lambda e: (edtf.sort_key(e.date), e.ids)):
        days[_day(each, fine)].append(each)
    return [Point(day, days[day]) for day in sorted(days)]


def _is_fine(each: Evidence) -> bool:
    return each.kind == "change" and (edtf.length(each.date) or 99) <= 3


def _day(each: Evidence, fine: Sequence[Evidence]) -> date:
    """Where evidence stands: its first day; a coarse change where the same change is told finer, or after the others."""
    limits = edtf.bounds(each.date)
    assert limits is not None
    if each.kind == "holds":
        return limits[1] if (limits[1] - limits[0]).days < 40 else limits[0]
    if _is_fine(each):
        return limits[0]
    inside = [f for f in fine if edtf.contains(edtf.roughly(each.date), f.date)]
    same = [f for f in inside if f.state == each.state] or [f for f in inside if _is_closing(each) and _is_closing(f)]
    if same:
        return min(edtf.sort_key(f.date)[0] for f in same)
    strictly = [edtf.sort_key(f.date)[0] for f in inside if edtf.contains(each.date, f.date)]
    return max(strictly, default=limits[0])


def _is_closing(each: Evidence) -> bool:
    """It shuts the thing, or keeps somebody or something from it."""
    return each.state == "shut" or (each.state == "restricted" and not each.loosens)


def best_course(points: Sequence[Point]) -> list[State]:
    """The states, one a point, that together have most weight less the cost of changes (Viterbi)."""
    tables = [_table(_shapes(point)) for point in points]
    scores = list(tables[0].first)
    back: list[list[int]] = []
    for table in tables[1:]:
        came, now = [], []
        for steps in table.steps:
            gains = [score - cost + weight for score, (cost, weight) in zip(scores, steps, strict=True)]
            best = max(gains)
            came.append(gains.index(best))
            now.append(best)
        back.append(came)
        scores = now
    course = [scores.index(max(scores))]
    for came in reversed(back):
        course.append(came[course[-1]])
    return [STATES[n] for n in reversed(course)]


class _Shape(NamedTuple):
    """What of a piece of evidence decides how much it counts. `source`: which of the sources on its day."""

    state: State
    kind: Kind
    weight: float
    source: int
    partial: bool
    tightens: bool
    loosens: bool
    begins: bool


class _Table(NamedTuple):
    """What a day speaks for: for each state, in their order, the weight on the first day; for each state and the one before it
    the cost and the weight.
    """

    first: tuple[float, ...]
    steps: tuple[tuple[tuple[float, float], ...], ...]


def _shapes(point: Point) -> tuple[_Shape, ...]:
    sources: dict[str, int] = {}
    return tuple(
        _Shape(
            e.state, e.kind, e.weight, sources.setdefault(e.places[0].document.source, len(sources)), e.partial,
            e.tightens, e.loosens, e.begins,
        )
        for e in point.evidence
    )  # fmt: skip


@lru_cache(maxsize=5000)
def _table(shapes: tuple[_Shape, ...]) -> _Table:
    """The table of a day; most days have one piece of evidence, and few kinds of it."""
    brought = {state: any(_brings(shape, state) for shape in shapes) for state in STATES}
    first = tuple(_weight(shapes, brought, state) for state in STATES)
    steps = tuple(
        tuple((_cost(old, state, brought), _weight(shapes, brought, state, old)) for old in STATES) for state in STATES
    )
    return _Table(first, steps)


def _weight(
    shapes: Sequence[_Shape], brought: Mapping[State, bool], state: State, before: State | None = None
) -> float:
    """How much speaks for a state on a day, after what was before; each source once."""
    best: dict[int, float] = {}
    for each in shapes:
        fits = 1.0 if each.state == state else LIKE.get((each.state, state), 0.0)
        stays = before == "shut" or (before is not None and brought["shut"])
        if each.tightens and state == "shut" and stays:  # who is barred from what is shut does not open it
            fits = max(fits, STAYS)
        if each.begins:  # the first to pass
            fits = 1.0 if state == ("restricted" if before in ("shut", "restricted") else "open") else 0.0
        if each.loosens and before == state in ("open", "reopening"):
            fits = max(fits, STAYS)
        if each.loosens and before == "open" and state == "restricted":  # what is open is hardly less so for an easing
            fits = EASES
        if each.loosens and state == "shut" and not brought["shut"]:  # whom somebody lets pass finds it open so far
            fits = 0.0
        if fits < STAYS and each.kind == "change":  # an act is told more exactly than a condition
            fits *= 0.2 if (each.state, state) == SHUT_ANEW else 0.5
        best[each.source] = max(best.get(each.source, 0.0), fits * each.weight)
    return sum(sorted(best.values()))


def _brings(each: Evidence | _Shape, state: State) -> bool:
    """An act, or a description with a beginning, brings the state about; a step towards it does not."""
    return (
        each.kind == "change" and not each.partial and (each.state == state or (each.begins and state == "restricted"))
    )


def _cost(old: State, new: State, brought: Mapping[State, bool]) -> float:
    if old == new:
        return 0.0
    return (ACT_COST if brought[new] else CHANGE_COST) + UNLIKELY.get((old, new), 0.0)


def _spell(state: State, run: Sequence[Point], *, first: bool) -> Spell:
    """A spell with its date: of the change that opened it, else the day on which it is first told, as about."""
    opening = run[0].brings(state)
    support = [e for point in run for e in point.evidence if e.state == state]
    if opening:
        start = _start([*opening, *_finer(opening, run[0].evidence)])
    else:
        told = min(
            (e for e in run[0].evidence if e.state == state),
            key=lambda e: edtf.sort_key(e.date),
            default=run[0].evidence[0],
        )
        start = told.date if first else _about(told.date)
    ordered = [*opening, *(e for e in support if e not in opening)]
    return Spell(state, start, run[0].day, tuple(ordered or run[0].evidence))


def _finer(opening: Sequence[Evidence], beside: Sequence[Evidence]) -> list[Evidence]:
    """What tells on which day somebody was kept out of what is told to be closed for about so long."""
    return [e for e in beside if _is_fine(e) and _is_closing(e)] if all(_is_closing(e) for e in opening) else []


def _start(opening: Sequence[Evidence]) -> str:
    """The finest of the opening dates; of equally fine ones a sure one, then the weightiest."""
    return min(opening, key=lambda e: (edtf.length(e.date) or 10**6, e.date[-1] in "~?%", -e.weight, e.date)).date


def _about(day: str) -> str:
    return day if day[-1:] in "~?%" or "/" in day else f"{day}~"
