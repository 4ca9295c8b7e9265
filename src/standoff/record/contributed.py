"""What others than standoff found on the pages of a record: put behind what each page gives, and kept to be put there again."""

from collections.abc import Callable
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from standoff.model import Actor, Annotation, Event, Place, Quantity, Quote, Reason, StateMention, Time
from standoff.record.store import Record

_KEY = "contributed"
T = TypeVar("T")


class Contribution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Mentions of one document that somebody else made. Indexes count within the contribution."""

    document: str
    made_by: str
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    states: tuple[StateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reasons: tuple[Reason, ...] = ()


def contributions(record: Record) -> list[Contribution]:
    """What was contributed to a record, by document and maker."""
    kept = record.meta(_KEY)
    return msgspec.json.decode(kept, type=list[Contribution]) if kept else []


def keep(record: Record, more: list[Contribution]) -> None:
    """Keeps contributions; what the same maker gave to the same document before stays beside."""
    known = contributions(record)
    known += [each for each in more if each not in known]
    known.sort(key=lambda each: (each.document, each.made_by, msgspec.json.encode(each)))
    record.set_meta(_KEY, msgspec.json.encode(known).decode())


def put_in(record: Record) -> int:
    """Puts all contributions behind what their documents give, where they are not there yet; how many documents changed.

    A page that was read anew has lost them until then.
    """
    by_document: dict[str, list[Contribution]] = {}
    for each in contributions(record):
        by_document.setdefault(each.document, []).append(each)
    documents = {document.key for document in record.documents()} if by_document else set()
    changed = 0
    for key in [key for key in by_document if key in documents]:
        page = joined = record.annotation(key)
        for each in by_document[key]:
            joined = join(joined, each)
        if joined != page:
            made, item = record.made_of(key), record.page_source(key)
            record.add(item, joined, made=f"{made}+")  # another maker, so that it is written
            record.add(item, joined, made=made)
            changed += 1
    return changed


def join(page: Annotation, more: Contribution) -> Annotation:
    """An annotation with a contribution behind what the page gives; what is there already is not put in again."""
    amounts, amounts_at = _put(page.quantities, more.quantities, lambda amount: replace(amount, equals=None))
    for n, amount in zip(amounts_at, more.quantities, strict=True):
        if amount.equals is not None:
            amounts[n] = replace(amount, equals=amounts_at[amount.equals])
    events, at = _put(page.events, more.events, _alone)
    for n, event in zip(at, more.events, strict=True):
        if n >= len(page.events):
            events[n] = _placed(event, at)
    reasons, reasons_at = _put(page.reasons, more.reasons, lambda reason: replace(reason, event=None))
    for n, reason in zip(reasons_at, more.reasons, strict=True):
        if n >= len(page.reasons) and reason.event is not None:
            reasons[n] = replace(reason, event=at[reason.event])
    return replace(
        page,
        actors=tuple(_put(page.actors, more.actors, _same)[0]),
        places=tuple(_put(page.places, more.places, _same)[0]),
        times=tuple(_put(page.times, more.times, _same)[0]),
        quantities=tuple(amounts),
        events=tuple(events),
        states=tuple(_put(page.states, more.states, _same)[0]),
        quotes=tuple(_put(page.quotes, more.quotes, _same)[0]),
        reasons=tuple(reasons),
    )


def _put(there: tuple[T, ...], more: tuple[T, ...], alone: Callable[[T], T]) -> tuple[list[T], list[int]]:
    """Both, and where each of the second now stands. `alone`: an item without the places of others that it names."""
    found, bare = list(there), [alone(item) for item in there]
    at: list[int] = []
    for item in more:
        own = alone(item)
        if own not in bare:
            found.append(item)
            bare.append(own)
        at.append(bare.index(own))
    return found, at


def _same(item: T) -> T:
    return item


def _alone(event: Event) -> Event:
    relation = event.date_rel
    if relation is not None and isinstance(relation.anchor, int):
        relation = replace(relation, anchor=0)
    return replace(event, content_of=None, date_rel=relation)


def _placed(event: Event, at: list[int]) -> Event:
    relation = event.date_rel
    if relation is not None and isinstance(relation.anchor, int):
        relation = replace(relation, anchor=at[relation.anchor])
    return replace(event, content_of=at[event.content_of] if event.content_of is not None else None, date_rel=relation)
