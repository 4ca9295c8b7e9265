"""An entry of the ledger as far as its answer needs it, and what is known on a day that may answer it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from standoff import edtf
from standoff.lexicon.ledger import tells
from standoff.model import PloverType
from standoff.record.once import each
from standoff.record.rows import MergedEvent
from standoff.tell.parties import Sides
from standoff.tell.rows import PromiseKind, StateSpell
from standoff.tell.same_act import CLOSING, OPENING, STRIKING, family_of, spoken_words

LEAST = 0.4
"""What is as doubtful as this bears out a promise, where the doubt is who did it."""

Dated = tuple[date, date, MergedEvent]
"""An event with its first and last day."""

Contents = Mapping[str, Sequence[MergedEvent]]
"""What speech acts speak of, by their ids."""


@dataclass(frozen=True)
class Asked:
    """An entry of the ledger, as far as its answer needs it."""

    kind: PromiseKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    made: str | None
    due: str | None
    what: str | None
    contents: tuple[MergedEvent, ...]
    meeting: bool = False
    """It asks for talks."""
    own: frozenset[str] = field(default_factory=frozenset)
    unless: bool = False
    """It is to come only if the other does not act."""
    timed: bool = False
    """The other is given so long, or must else fear what is threatened."""

    @cached_property
    def families(self) -> frozenset[int]:
        """The families of the acts spoken of; a threat may name a strike alone: `announced a strike`."""
        if self.kind == "threat" and not self.contents and self.words & STRIKING:
            return frozenset({family_of("PROTEST")})
        return frozenset(family_of(content.type) for content in self.contents)

    @cached_property
    def words(self) -> frozenset[str]:
        """The content words of what is spoken of."""
        return spoken_words(self.what, self.contents)

    @cached_property
    def pressing(self) -> bool:
        """An accord of the two answers it, whatever it is on."""
        return self.kind == "offer" or self.timed

    @cached_property
    def settling(self) -> bool:
        """It asks somebody to settle."""
        return self.kind == "demand" and tells("settles", self.what)

    @property
    def ends(self) -> bool:
        """It is the day on which a strike is to be over."""
        return self.kind == "deadline" and any(content.mode == "ceasefire" for content in self.contents)

    @property
    def mutual(self) -> bool:
        """It is what two sides agreed on, which their members or leaders may still have to accept."""
        return self.kind == "promise" and len(self.by) > 1 and set(self.by) == set(self.to)

    @property
    def closes(self) -> bool:
        """It is a threat to close the thing."""
        return self.kind == "threat" and bool(self.words & CLOSING) and 4 in self.families

    @property
    def opens(self) -> bool:
        """It is to open the thing again."""
        again = bool(self.words & OPENING) or " again" in (self.what or "")
        return self.kind != "threat" and again and 0 in self.families


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known on a day: events with their first and last days, in order, and what speech acts speak of."""

    sides: Sides
    day: str | None
    dated: tuple[Dated, ...]
    contents: Contents
    thing: frozenset[str] = frozenset()
    """The stems of the disputed thing's names."""
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    """The words of acts that were looked at, by event: the same act is asked of many entries."""
    of_types: dict[frozenset[PloverType], tuple[Dated, ...]] = field(default_factory=dict)
    """The events of some types, with those that were called off: the same types are asked of many entries."""
    turned: tuple[StateSpell, ...] = ()
    """The spells with which the thing came to be open, or shut."""

    @classmethod
    def of(
        cls,
        events: Sequence[MergedEvent],
        contents: Contents,
        *,
        sides: Sides,
        day: str | None,
        thing: frozenset[str] = frozenset(),
        turned: Sequence[StateSpell] = (),
    ) -> "Known":
        """The events that may answer an entry, sorted once."""
        until = edtf.last_day(day) or date.max
        dated = each(events, _dated, until)
        dated.sort(key=lambda one: (one[0], one[1], one[2].id))
        return cls(sides=sides, day=day, dated=tuple(dated), contents=contents, thing=thing, turned=tuple(turned))

    def between(self, first: date, last: date, types: frozenset[PloverType]) -> Iterator[Dated]:
        """The events of some types, or called off, whose first day lies in a stretch of time, the earliest first."""
        dated = self.of_types.get(types)
        if dated is None:
            told = (one for one in self.dated if one[2].type in types or one[2].outcome == "called_off")
            dated = self.of_types[types] = tuple(told)
        for i in range(bisect_left(dated, first, key=_first), len(dated)):
            if dated[i][0] > last:
                return
            yield dated[i]


def _first(dated: Dated) -> date:
    return dated[0]


def _dated(event: MergedEvent, until: date) -> Dated | None:
    """An event that may answer an entry, with its days."""
    limits = edtf.bounds(event.date) if event.confidence >= LEAST else None
    return (*limits, event) if limits and limits[0] <= until else None
