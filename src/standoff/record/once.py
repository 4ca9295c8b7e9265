"""What was worked out of events one by one, kept with them: those that a decision leaves alone are not looked at again.

Events stand in parts, which begin and end by what their ids are: an event that comes, goes or changes makes one part
another, and what was asked of all others is still known.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from standoff.record.rows import MergedEvent

P = ParamSpec("P")
T = TypeVar("T")
_LAST = ("00", "40", "80", "c0")
"""How the id ends of the last event of a part: one in 64 does."""
_MOST = 60
"""Questions to which a part keeps the answers."""


def once(tell: Callable[Concatenate[MergedEvent, P], T]) -> Callable[Concatenate[MergedEvent, P], T]:
    """The function of an event, worked out once for as long as the rest of what it is given stays the same.

    What it tells hangs on nothing else, and nobody who gets it changes it.
    """
    name = f"{tell.__module__}.{tell.__qualname__}"

    @wraps(tell)
    def asked(event: MergedEvent, *given: P.args, **named: P.kwargs) -> T:
        known = event.__dict__.get(name)
        if known is None or known[0] != given or known[1] != named:
            known = event.__dict__[name] = (given, named, tell(event, *given, **named))
        return cast(T, known[2])

    return cast(Callable[Concatenate[MergedEvent, P], T], asked)


def known_of(
    event: MergedEvent, tell: Callable[Concatenate[MergedEvent, P], T], given: tuple[object, ...]
) -> tuple[T] | None:
    """What a function marked `once` told of an event the last time, given the same; None where it was not asked."""
    known = event.__dict__.get(f"{tell.__module__}.{tell.__qualname__}")
    return (known[2],) if known is not None and known[0] == given and not known[1] else None


def remember(
    event: MergedEvent, tell: Callable[Concatenate[MergedEvent, P], T], given: tuple[object, ...], told: T
) -> None:
    """Has at hand what a function marked `once` tells of an event where it is given that."""
    event.__dict__[f"{tell.__module__}.{tell.__qualname__}"] = (given, {}, told)


class Part:
    """Some events that follow one another, and what was worked out of them."""

    __slots__ = ("_told", "events")

    def __init__(self, events: Sequence[MergedEvent]) -> None:
        self.events = events
        self._told: dict[object, list[object]] = {}

    def told(self, tell: Callable[..., T | None], given: tuple[object, ...]) -> list[T]:
        """What a function tells of each event, where it tells something."""
        known = self._told.get((tell, given))
        if known is None:
            if len(self._told) >= _MOST:
                self._told.clear()
            known = self._told[tell, given] = [t for e in self.events if (t := tell(e, *given)) is not None]
        return cast(list[T], known)


class Before:
    """Results with what they were made of: what is made of the same again is the same."""

    def __init__(self, most: int = 2000) -> None:
        self._most = most
        self._made: dict[object, tuple[object, object]] = {}

    def same(self, name: object, made_of: object, make: Callable[[], T]) -> T:
        """The result of this name, made anew only where what it is made of is other than the last time."""
        known = self._made.get(name)
        if known is None or known[0] != made_of:
            if len(self._made) >= self._most:
                self._made.clear()
            known = self._made[name] = made_of, make()
        return cast(T, known[1])


Parts = MutableMapping[str, Part]
"""Parts by the id of their first event, as they were when they were last made."""


class Events(list[MergedEvent]):
    """Events in order, never changed, and the parts in which they stand."""

    def __init__(self, events: Iterable[MergedEvent], parts: Parts) -> None:
        self.parts = [_part(found, parts) for found in _cut(list(events))]
        super().__init__(event for part in self.parts for event in part.events)

    def with_more(self, more: Sequence[MergedEvent]) -> "Events":
        """These events and more behind them."""
        if not more:
            return self
        found = Events((), {})
        found.extend([*self, *more])
        found.parts = [*self.parts, Part(more)]
        return found


def _cut(events: Sequence[MergedEvent]) -> Iterator[list[MergedEvent]]:
    start = 0
    for end, event in enumerate(events, start=1):
        if event.id[-2:] in _LAST or end == len(events):
            yield list(events[start:end])
            start = end


def _part(events: list[MergedEvent], parts: Parts) -> Part:
    known = parts.get(events[0].id)
    if known is None or known.events != events:
        before = {event.id: event for event in known.events} if known else {}
        known = parts[events[0].id] = Part([_as_before(event, before.get(event.id)) for event in events])
    return known


def _as_before(event: MergedEvent, before: MergedEvent | None) -> MergedEvent:
    return before if before is not None and before == event else event


def each(events: Iterable[MergedEvent], tell: Callable[..., T | None], *given: object) -> list[T]:
    """What a function tells of each event, in order, where it tells something; `given` is what else it is told from.

    It is one that hangs on nothing else; nobody who gets what it tells changes that.
    """
    if isinstance(events, Events):
        found: list[T] = []
        for part in events.parts:
            found += part.told(tell, given)
        return found
    return [told for event in events if (told := tell(event, *given)) is not None]
