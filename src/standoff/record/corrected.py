"""Mentions and events with what people set right."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from msgspec.structs import replace

from standoff import edtf
from standoff.model import ActorRef, Annotation, Event, Reason, Span
from standoff.record.contradict import differs
from standoff.record.decisions import Value
from standoff.record.kept import span_in
from standoff.record.mentions import (
    event_mentions,
    quantity_mentions,
    quote_mentions,
    reason_mentions,
    state_mentions,
)
from standoff.record.rows import (
    Document,
    EventMention,
    MergedEvent,
    QuantityMention,
    QuoteMention,
    ReasonMention,
    StateMentionRow,
    Where,
    by_date,
)
from standoff.record.rulings import Ruled

CERTAIN = 1.0
"""Confidence of what somebody looked at."""
Told = TypeVar("Told", EventMention, StateMentionRow, QuantityMention, QuoteMention, ReasonMention)
SIDES = ("actors", "recipients")
PLACES = ("object", "place", "topic")


def corrected(mentions: Iterable[Told], ruled: Ruled) -> list[Told]:
    """The mentions without the rejected ones, each with what was set right of it."""
    if not (ruled.rejected or ruled.fixes or ruled.sure):
        return list(mentions)
    return [_fixed(m, ruled) for m in mentions if m.key not in ruled.rejected]


def _fixed(mention: Told, ruled: Ruled) -> Told:
    values, sure = ruled.fixes.get(mention.key, {}), mention.key in ruled.sure
    if not values and not sure:
        return mention
    if isinstance(mention, EventMention):
        return replace(mention, event=_event(mention.event, mention.where, values, sure=sure))
    if isinstance(mention, StateMentionRow):
        return replace(mention, **_state(mention, values))
    if isinstance(mention, QuantityMention):
        return replace(mention, quantity=replace(mention.quantity, **_amount(mention, values)))
    if isinstance(mention, ReasonMention):
        return replace(mention, reason=replace(mention.reason, **_reason(mention.reason, values)))
    return replace(mention, quote=replace(mention.quote, **_speaker(values)))


def _event(event: Event, where: Where, values: Mapping[str, Value], *, sure: bool) -> Event:
    changed: dict[str, Any] = {f: v for f, v in values.items() if f not in (*SIDES, *PLACES)}
    for side in SIDES:
        if side in values:
            changed[side] = _refs(getattr(event, side), cast(tuple[str, ...], values[side]), event)
    for name in PLACES:
        if name in values:
            changed[name] = span_in(where, cast(str | None, values[name]))
    if "attributed_to" in values:
        changed["attributed_to"] = _ref(values["attributed_to"], event.start, event.end)
    if "date" in values:
        changed["date_how"] = "stated" if edtf.bounds(changed["date"]) else "unknown"
        changed["date_rel"] = None
    if sure:
        changed["confidence"] = CERTAIN
    return replace(event, **changed)


def _refs(known: Sequence[ActorRef], ids: Iterable[str], event: Span) -> tuple[ActorRef, ...]:
    """Actors by their ids: with their own words where the page gave any, else with the words that tell of the fact."""
    spans = {ref.id: ref for ref in known}
    return tuple(spans.get(id, ActorRef(start=event.start, end=event.end, id=id)) for id in ids)


def _state(row: StateMentionRow, values: Mapping[str, Value]) -> dict[str, Any]:
    changed: dict[str, Any] = {f: v for f, v in values.items() if f not in ("object", "attributed_to")}
    if "date" in values:
        changed["date_how"] = "stated" if changed["date"] else "unknown"
    if "attributed_to" in values:
        changed["attributed_to"] = _ref(values["attributed_to"], row.state.start, row.state.end)
    outer = {"object": values["object"]} if "object" in values else {}
    return {"state": replace(row.state, confidence=CERTAIN, **changed), **outer}


def _amount(mention: QuantityMention, values: Mapping[str, Value]) -> dict[str, Any]:
    quantity, changed = mention.quantity, dict[str, Any](values)
    for name in ("value", "low", "high"):
        if name in changed:
            changed[name] = None if changed[name] is None else float(changed[name])
    for name in ("party", "claimed_by"):
        if name in changed:
            changed[name] = _ref(changed[name], quantity.start, quantity.end)
    return changed


def _reason(reason: Reason, values: Mapping[str, Value]) -> dict[str, Any]:
    changed: dict[str, Any] = {**values, "confidence": CERTAIN}
    if "parties" in values:
        changed["parties"] = _refs(reason.parties, cast(tuple[str, ...], values["parties"]), reason)
    for name in ("against", "attributed_to"):
        if name in values:
            changed[name] = _ref(values[name], reason.start, reason.end)
    return changed


def _speaker(values: Mapping[str, Value]) -> dict[str, Any]:
    names = {"speaker": "speaker", "party": "speaker_id"}
    changed: dict[str, Any] = {names[f]: v for f, v in values.items() if f in names}
    return {**changed, "speaker_name": None} if "speaker" in changed else changed


def _ref(id: Value, start: int, end: int) -> ActorRef | None:
    return ActorRef(start=start, end=end, id=id) if isinstance(id, str) else None


def pinned(events: Sequence[MergedEvent], ruled: Ruled, dates: Mapping[str, tuple[str, str]]) -> list[MergedEvent]:
    """The events with what people set right of them or accepted, oldest first; the latest decision counts."""
    of = {member.key: n for n, event in enumerate(events) for member in event.members}
    found = list(events)
    for pin in ruled.pins:
        if (n := of.get(pin.key)) is not None:
            found[n] = _pinned(found[n], pin.decision.values, accepted=pin.decision.action == "accept")
    own = {member: date for member, (date, _) in dates.items()}
    for n in sorted({of[pin.key] for pin in ruled.pins if pin.key in of}):
        event = found[n]
        found[n] = replace(event, differs=tuple(differs(event.members, event.date, event.actors, own)))
    return sorted(found, key=by_date)


def _pinned(event: MergedEvent, values: Mapping[str, Value], *, accepted: bool) -> MergedEvent:
    changed: dict[str, Any] = dict(values)
    if "date" in changed:
        finer = edtf.contains(changed["date"], event.date) and event.date_how in ("stated", "relative")
        if accepted and finer:  # what pages tell more exactly since is no contradiction
            del changed["date"]
        else:
            changed["date_how"] = "stated" if edtf.bounds(changed["date"]) else "unknown"
    return replace(event, **changed, confidence=CERTAIN)


def corrected_page(document: Document, page: Annotation, ruled: Ruled) -> Annotation:
    """What a page gave, with what people set right, without what they rejected, with what they keep."""
    events = event_mentions(document, page)
    quantities = quantity_mentions(document, page)
    whole = [replace(m, event=event) for m, event in zip(events, page.events, strict=True)]  # with places as actors
    kept = [m for m in ruled.kept if m.where.document.key == document.key]
    at, of = _left(events, ruled), _left(quantities, ruled)
    return replace(
        page,
        events=tuple(_reindexed(m.event, at) for m in corrected(whole, ruled))
        + tuple(m.event for m in kept if isinstance(m, EventMention)),
        states=tuple(m.state for m in corrected(state_mentions(document, page), ruled))
        + tuple(m.state for m in kept if isinstance(m, StateMentionRow)),
        quantities=tuple(
            replace(m.quantity, equals=None if m.quantity.equals is None else of.get(m.quantity.equals))
            for m in corrected(quantities, ruled)
        )
        + tuple(m.quantity for m in kept if isinstance(m, QuantityMention)),
        quotes=tuple(m.quote for m in corrected(quote_mentions(document, page), ruled))
        + tuple(m.quote for m in kept if isinstance(m, QuoteMention)),
        reasons=tuple(
            replace(m.reason, event=None if m.reason.event is None else at.get(m.reason.event))
            for m in corrected(reason_mentions(document, page), ruled)
        )
        + tuple(m.reason for m in kept if isinstance(m, ReasonMention)),
    )


def _left(mentions: Sequence[Told], ruled: Ruled) -> dict[int, int]:
    """The index of each mention that is left, by the one it had."""
    left = [n for n, mention in enumerate(mentions) if mention.key not in ruled.rejected]
    return {old: new for new, old in enumerate(left)}


def _reindexed(event: Event, at: Mapping[int, int]) -> Event:
    relation = event.date_rel
    if relation is not None and isinstance(relation.anchor, int):
        anchor = at.get(relation.anchor)
        relation = None if anchor is None else replace(relation, anchor=anchor)
    return replace(event, content_of=None if event.content_of is None else at.get(event.content_of), date_rel=relation)
