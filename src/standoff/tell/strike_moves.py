"""What acts, and words on a strike that is over, do to who is at work: out, slow, locked out, let in, back, come to terms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from standoff import edtf
from standoff.actor_ids import party_of
from standoff.lexicon.alike import deeds, sense_of
from standoff.lexicon.flows import flow_words
from standoff.lexicon.senses import marked
from standoff.lexicon.state_acts import word_class
from standoff.lexicon.stems import stems
from standoff.model import DateHow
from standoff.record.poll import is_promise
from standoff.record.rows import EventMention, MergedEvent, StateMentionRow, Where
from standoff.tell.brought import is_lockout
from standoff.tell.parties import Sides
from standoff.tell.short_strikes import beside, days_of
from standoff.tell.sure import SURE

LONGEST = 40
"""Days; `the last strike, in 2007` says nothing of when it was over."""
SLOW = "slow_work"
"""Who works slower only, or no overtime."""
OVER = ("state.strike.over", "state.strike.back")


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What an act, or words on a strike that is over, did to who is at work. `sides`: whose move it is, where that is told."""

    kind: Literal["out", "slow", "lock", "unlock", "back", "deal"]
    sides: frozenset[str]
    named: frozenset[str]
    date: str
    how: DateHow
    confidence: float
    key: str
    places: tuple[Where, ...]
    by: tuple[str, ...] = ()
    claimed_by: str | None = None
    days: int | None = None
    """How long a strike of a few days is said to last."""
    counted: bool = False
    """Whether its first day is only worked out by how long it has lasted."""


def moves_of_events(
    events: Sequence[MergedEvent], workers: frozenset[str], sides: Sides, called: Mapping[str, tuple[str, ...]]
) -> Iterator[Move]:
    """The moves of the acts that are sure enough and dated to less than some weeks. Arguments as those of `from_strikes`."""
    for event in events:
        if not event.happened or event.confidence < SURE or not event.date:
            continue
        if (edtf.length(event.date) or LONGEST + 1) > LONGEST:
            continue
        acting = {
            side for side in sides.parties for actor in event.actors if f"{actor} ".startswith((f"{side} ", f"{side}-"))
        }
        kind = _kind(event, acting)
        if kind in ("out", "slow") and all(m.where.part == "title" for m in event.members):
            continue  # a headline is short for what the story says better
        if kind in ("out", "slow") and not acting & workers:
            acting = _strikers(event, workers, called) or acting
        if kind is not None:
            affected = {side for side in sides.all(event.recipients) if side in workers} if kind == "lock" else acting
            places = tuple(m.where for m in event.members)
            days = days_of(event) if kind == "slow" else None
            first = edtf.first_day(event.date) if days else None
            yield Move(
                kind=kind,
                sides=frozenset(affected),
                named=_named(places, called),
                date=edtf.of_days(first) if first else event.date,
                how=event.date_how,
                confidence=event.confidence,
                key=event.id,
                places=places,
                by=event.actors,
                claimed_by=event.attributed_to,
                days=days,
                counted=kind == "out" and _is_counted(event),
            )


def _is_counted(event: MergedEvent) -> bool:
    """A strike is only told to have lasted for some time, headlines aside."""
    below = [m for m in event.members if m.where.part != "title"]
    return event.date_how == "relative" and all(m.event.status in ("ongoing", "planned") for m in below)


def _strikers(event: MergedEvent, workers: frozenset[str], called: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The party of those who are only called workers or staff: the one that is named, else the only one there is."""
    if event.actors and not any(
        stems(actor.removeprefix("NAMED:")) & word_class("passing_people") for actor in event.actors
    ):
        return set()
    named = _named([m.where for m in event.members], called) & workers
    found = named or workers
    return set(found) if len(found) == 1 else set()


def _kind(event: MergedEvent, acting: set[str]) -> Literal["out", "slow", "lock", "unlock", "back", "deal"] | None:
    """What an act does to who is at work."""
    if event.type == "PROTEST" and event.mode == "strike":
        return "slow" if _slows(event) or days_of(event) else "out"
    if is_lockout(event) and event.type == "RETREAT":
        return "unlock"
    if is_lockout(event) and event.type in ("COERCE", "SANCTION"):
        return "lock"
    if ends_strike(event):
        return "back"
    return "deal" if settles(event, acting) else None


def moves_of_words(told: Sequence[StateMentionRow], called: Mapping[str, tuple[str, ...]]) -> Iterator[Move]:
    """Descriptions of a strike that is over."""
    for row in told:
        state = row.state
        if state.rule in OVER and edtf.is_day(state.since) and state.since is not None:
            yield Move(
                kind="back",
                sides=frozenset(),
                named=_named((row.where,), called),
                date=state.since,
                how=state.date_how,
                confidence=state.confidence,
                key=row.key,
                places=(row.where,),
                claimed_by=state.attributed_to.id if state.attributed_to else None,
            )


def _named(places: Sequence[Where], called: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The parties that the sentences name."""
    text = " ".join(place.quote for place in places if place.part != "title").lower()
    return frozenset(side for side, names in called.items() if any(name.lower() in text for name in names))


def _slows(event: MergedEvent) -> bool:
    """Work goes on, only slower, or stops for some hours: no overtime is worked, all work to rule, stoppages of half a day."""
    return all(SLOW in deeds().get(sense_of(m.event.rule), ()) or _is_short(m) for m in event.members)


def _is_short(mention: EventMention) -> bool:
    """The words around the act call it one of some hours: `a series of half-day stoppages`."""
    return bool(flow_words("short_strike") & set(beside(mention).split()))


def settles(event: MergedEvent, acting: set[str]) -> bool:
    """A side that strikes and another have come to an agreement: what one promises the other is none, nor is one on a part of it."""
    both = len({party_of(a) for a in (*event.actors, *event.recipients)}) > 1
    whole = event.topic is None or bool(stems(event.topic) & word_class("contract"))
    return event.type == "AGREE" and bool(acting) and both and whole and not all(is_promise(m) for m in event.members)


def ends_strike(event: MergedEvent) -> bool:
    """Somebody goes back to work: lifts, ends or calls off a strike."""
    if event.type != "RETREAT":
        return False
    if any(sense_of(m.event.rule) in marked("back_at_work") for m in event.members):
        return True
    said = " ".join(
        m.where.quote[max(0, m.event.start - m.where.start) : m.event.end - m.where.start + 40] for m in event.members
    )
    taken_back = any(sense_of(m.event.rule) in marked("ends_strike") for m in event.members)
    if taken_back and stems(said) & word_class("strike_notice"):
        return True  # `withdrew its notices`
    return bool(stems(said) & word_class("strike"))
