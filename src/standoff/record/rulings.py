"""What the decisions that count mean for the mentions as they are read now: which are one event, which are out, what is right."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from standoff.model import Annotation
from standoff.record.anchors import Mention, Places
from standoff.record.decisions import Decision, Value, standing
from standoff.record.kept import find_again, keep
from standoff.record.rows import Document, EventMention, Where

Pair = tuple[str, str]
PageOf = Callable[[str], tuple[Document, Annotation] | None]
Merges = Mapping[str, tuple[str, str]]
HELD = ("type", "mode", "date", "status")
"""Fields in which an accepted report is held to what was read from it when it was accepted."""


@dataclass(frozen=True, slots=True)
class Step:
    """A merge or a split: the keys of the one side, and of the other."""

    decision: Decision
    on: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """What somebody set right, or accepted, of the event that a mention belongs to."""

    decision: Decision
    key: str


@dataclass(frozen=True, slots=True)
class SpellPin:
    """What somebody decided on a spell of the thing's state, and where the sentences that it rests on stand now."""

    decision: Decision
    keys: tuple[str, ...]
    """Of the mentions that it rests on; none where its sentences are not read to tell of anything any more."""
    places: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """The decisions that count, applied to the keys of mentions."""

    together: tuple[Pair, ...] = ()
    """Pairs of keys that tell of one event, the smaller first."""
    apart: frozenset[Pair] = frozenset()
    """Pairs of keys that tell of two events, the smaller first."""
    rejected: Mapping[str, Decision] = field(default_factory=dict)
    """Keys of mentions that say no such thing, with the decision."""
    fixes: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    """By the key of a mention what is right of it."""
    sure: frozenset[str] = frozenset()
    """Keys of mentions that somebody looked at and let stand."""
    pins: tuple[Pin, ...] = ()
    steps: tuple[Step, ...] = ()
    spells: tuple[SpellPin, ...] = ()
    kept: tuple[Mention, ...] = ()
    """What somebody accepted or set right and pages are not read to tell any more."""
    lost: tuple[Decision, ...] = ()
    """Decisions that have no place among the mentions as they are read now."""
    decided: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    """By the key of a mention all decisions on it that count, in order."""

    def divided(self, one: str, other: str) -> bool:
        """True where a person said that two mentions tell of two events."""
        return ordered(one, other) in self.apart

    def why(self, one: str, other: str) -> str:
        """The reason of a merge that a person made."""
        for step in reversed(self.steps):
            if step.decision.action == "merge" and {one, other} <= {*step.on, *step.other}:
                return said_by(step.decision)
        return ""

    def merged(self, merges: Merges) -> dict[str, tuple[str, str]]:
        """Canonical ids and reasons with the merges and splits that people made, and without what was rejected."""
        if not self.steps and not self.rejected:
            return dict(merges)
        groups: dict[str, set[str]] = {}
        for member, (name, _) in merges.items():
            groups.setdefault(name, set()).add(member)
        of = {member: group for group in groups.values() for member in group}
        reasons = {member: reason for member, (_, reason) in merges.items()}
        for step in self.steps:
            for key in (*step.on, *step.other):
                of.setdefault(key, {key})
            if step.decision.action == "merge":
                _join(of, step)
            else:
                _part(of, step)
            reasons.update((key, said_by(step.decision)) for key in step.on)
        found: dict[str, tuple[str, str]] = {}
        for member in sorted(of):
            left = [key for key in of[member] if key not in self.rejected]
            if member not in self.rejected and len(left) > 1:
                found[member] = (min(left), reasons.get(member, ""))
        return found


def ordered(one: str, other: str) -> Pair:
    """Two keys, the smaller first."""
    return (one, other) if one < other else (other, one)


def said_by(decision: Decision) -> str:
    """Who decided it, and when."""
    return f"{decision.action} by {decision.who} on {decision.time[:10]}" + (
        f": {decision.note}" if decision.note else ""
    )


def _join(of: dict[str, set[str]], step: Step) -> None:
    whole = set().union(*(of[key] for key in (*step.on, *step.other)))
    of.update((key, whole) for key in whole)


def _part(of: dict[str, set[str]], step: Step) -> None:
    """Takes the one side out of every group in which some of the other is."""
    for group in list({id(of[key]): of[key] for key in step.other}.values()):
        out = {key for key in step.on if key in group}
        if out and out != group:
            group -= out
            of.update((key, out) for key in out)


def rule(log: Sequence[Decision], places: Places, page_of: PageOf) -> Ruled:
    """What a log means for all mentions of a record, as the machine reads them; what is kept is put among `places`."""
    decisions = list(standing(log))
    if not decisions:
        return Ruled()
    made = _Making(places, page_of)
    for decision in decisions:
        made.take(decision)
    return made.done()


class _Making:
    """Takes decision after decision; later ones count over earlier ones."""

    def __init__(self, places: Places, page_of: PageOf) -> None:
        self.places = places
        self.page_of = page_of
        self.kept: list[Mention] = []
        self.together: set[Pair] = set()
        self.apart: set[Pair] = set()
        self.rejected: dict[str, Decision] = {}
        self.fixes: dict[str, dict[str, Value]] = {}
        self.sure: set[str] = set()
        self.pins: list[Pin] = []
        self.steps: list[Step] = []
        self.spells: list[SpellPin] = []
        self.lost: list[Decision] = []
        self.decided: dict[str, list[Decision]] = {}

    def take(self, decision: Decision) -> None:
        """Applies one decision, or lists it as one that has lost its place."""
        if decision.on[0].kind == "spell":
            self._spell(decision)
            return
        strict = decision.action == "reject"
        found = [(anchor, self.places.find(anchor, strict=strict)) for anchor in decision.on]
        on = _keys(m for a, m in found if a.part == "on") or self._keep(decision)
        other = tuple(key for key in _keys(m for a, m in found if a.part == "other") if key not in on)
        if not on or (decision.action in ("merge", "split") and not other):
            self.lost.append(decision)
            return
        if decision.action == "reject":
            on = tuple(dict.fromkeys((*on, *(m.key for a in decision.on for m in self.places.like(a)))))
            self.rejected.update((key, decision) for key in on)
        elif decision.action in ("merge", "split"):
            self.steps.append(Step(decision, on, other))
            (self._merge if decision.action == "merge" else self._split)(on, other)
        else:
            self._set(decision, on, _keys(m for a, m in found if a.fix))
        for key in (*on, *other):
            self.decided.setdefault(key, []).append(decision)

    def _spell(self, decision: Decision) -> None:
        """A decision on a spell: applied where the state is told, for as long as one of its sentences stands."""
        found = [m for m in map(self.places.find, decision.on) if m is not None]
        pages = [(anchor, self.page_of(anchor.document)) for anchor in decision.on] if not found else []
        again = [find_again(anchor, *page) for anchor, page in pages if page is not None]
        places = tuple(m.where for m in found) or tuple(where for where in again if where is not None)
        if places:
            self.spells.append(SpellPin(decision, _keys(found), places))
        else:
            self.lost.append(decision)

    def _keep(self, decision: Decision) -> tuple[str, ...]:
        """The key of a fact that stands on the decision alone, where its sentence is still there."""
        for anchor in decision.on if decision.action in ("accept", "edit") else ():
            page = self.page_of(anchor.document)
            if page is not None and (mention := keep(decision, anchor, *page)) is not None:
                self.places.add(mention)
                self.kept.append(mention)
                return (mention.key,)
        return ()

    def _merge(self, on: tuple[str, ...], other: tuple[str, ...]) -> None:
        pairs = {ordered(*pair) for pair in combinations((*on, *other), 2)}
        self.apart -= pairs
        self.together |= pairs

    def _split(self, on: tuple[str, ...], other: tuple[str, ...]) -> None:
        pairs = {ordered(*pair) for pair in product(on, other)}
        self.together = (self.together - pairs) | {ordered(*pair) for pair in combinations(on, 2)}
        self.apart |= pairs
        for key in on:  # what was set right of the whole before is not said of those that were taken out of it
            self.fixes.pop(key, None)
            self.sure.discard(key)

    def _set(self, decision: Decision, on: tuple[str, ...], wrong: tuple[str, ...]) -> None:
        for key in on:  # who looks at it again and lets it stand takes back that it was rejected
            self.rejected.pop(key, None)
        self.pins.append(Pin(decision, on[0]))
        self.sure.update(on)
        accepted = decision.action == "accept"
        for key in wrong:
            values = {f: v for f, v in decision.values.items() if not accepted or f in HELD or not _is_event(key)}
            self.fixes.setdefault(key, {}).update(values)

    def done(self) -> Ruled:
        """All that was taken."""
        return Ruled(
            together=tuple(sorted(self.together)),
            apart=frozenset(self.apart),
            rejected=self._with_contents(),
            fixes=self.fixes,
            sure=frozenset(self.sure),
            pins=tuple(self.pins),
            steps=tuple(self.steps),
            spells=tuple(self.spells),
            kept=tuple(self.kept),
            lost=tuple(self.lost),
            decided={key: tuple(decisions) for key, decisions in self.decided.items()},
        )

    def _with_contents(self) -> dict[str, Decision]:
        """What was rejected, and what the rejected acts of speech spoke of."""
        if not self.rejected:
            return {}
        held: dict[str, list[str]] = {}
        for key, mention in self.places.by_key.items():
            if isinstance(mention, EventMention) and mention.content_of:
                held.setdefault(mention.content_of, []).append(key)
        found, waiting = dict(self.rejected), list(self.rejected)
        while waiting:
            key = waiting.pop()
            for inner in held.get(key, ()):
                if inner not in found:
                    found[inner] = found[key]
                    waiting.append(inner)
        return found


def _keys(mentions: Iterable[Mention | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.key for m in mentions if m is not None))


def _is_event(key: str) -> bool:
    return key.startswith("e")
