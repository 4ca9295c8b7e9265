"""A fact that somebody accepted or set right and that pages are not read to tell any more: it stays as it was decided."""

from collections.abc import Mapping
from typing import Any, cast

from standoff.model import ActorRef, Annotation, Event, Quantity, Quote, Reason, Span, StateMention
from standoff.record.anchors import Anchor, Mention
from standoff.record.decisions import Decision, Value
from standoff.record.rows import (
    Document,
    EventMention,
    QuantityMention,
    QuoteMention,
    ReasonMention,
    StateMentionRow,
    Where,
)
from standoff.record.shown import is_value

RULE = "decision"
"""The rule of what stands on a decision alone."""


def keep(decision: Decision, anchor: Anchor, document: Document, page: Annotation) -> Mention | None:
    """The mention as it was decided, where its sentence still stands in the page; None where it does not."""
    where, at = find_again(anchor, document, page), anchor.quote.find(anchor.words)
    if where is None or at < 0:
        return None
    values = {**decision.before, **decision.values}
    if not all(is_value(anchor.kind, name, value) for name, value in values.items()):
        return None  # a log from elsewhere may say anything of what was shown
    span = Span(start=where.start + at, end=where.start + at + len(anchor.words))
    return _made(anchor, where, span, values, stated="date" in decision.values)


def find_again(anchor: Anchor, document: Document, page: Annotation) -> Where | None:
    """Where the sentence of an anchor stands in its page now; None where it does not any more."""
    start = _nearest(page.text, anchor.quote, anchor.start)
    if start is None:
        return None
    part = next((part.kind for part in page.parts if part.start <= start < part.end), "story")
    return Where(document=document, start=start, end=start + len(anchor.quote), quote=anchor.quote, part=part)


def _nearest(text: str, quote: str, start: int) -> int | None:
    """Where a sentence stands, of several places the nearest to where it stood."""
    found, at = [], text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return min(found, key=lambda at: (abs(at - start), at)) if found else None


def _made(anchor: Anchor, where: Where, span: Span, values: Mapping[str, Value], *, stated: bool) -> Mention | None:
    sentence = Span(start=where.start, end=where.end)
    given: dict[str, Any] = {**values, "start": span.start, "end": span.end}
    for name in ("object", "place"):
        if name in given and anchor.kind == "event":
            given[name] = span_in(where, given[name])
    for name in ("attributed_to", "party", "claimed_by", "against"):
        if name in given and anchor.kind != "quotation":
            given[name] = _ref(span, given[name])
    if anchor.kind == "event":
        if "type" not in given:
            return None
        for side in ("actors", "recipients"):
            given[side] = tuple(_ref(span, id) for id in given.get(side, ()))
        given["date_how"] = ("stated" if stated else "published") if given.get("date") else "unknown"
        event = Event(**given, confidence=1.0, rule=RULE, sentence=sentence)
        return EventMention(key=anchor.mention, event=event, where=where)
    if anchor.kind == "state":
        if "state" not in given:
            return None
        named = cast(str | None, given.pop("object", None))
        given["date_how"] = "stated" if given.get("date") else "unknown"
        state = StateMention(**given, object=span_in(where, named), confidence=1.0, rule=RULE, sentence=sentence)
        return StateMentionRow(key=anchor.mention, state=state, words=anchor.words, where=where, object=named)
    if anchor.kind == "amount":
        for name in ("value", "low", "high"):
            given[name] = float(given[name]) if given.get(name) else None
        return QuantityMention(key=anchor.mention, quantity=Quantity(**given), words=anchor.words, where=where)
    if anchor.kind == "reason":
        if "kind" not in given:
            return None
        given["parties"] = tuple(_ref(span, id) for id in given.get("parties", ()))
        reason = Reason(**given, confidence=1.0, rule=RULE, sentence=sentence)
        return ReasonMention(key=anchor.mention, reason=reason, words=anchor.words, act=None, where=where)
    quote = Quote(start=span.start, end=span.end, speaker=given.get("speaker"), speaker_id=given.get("party"))
    return QuoteMention(key=anchor.mention, quote=quote, said=anchor.words, where=where)


def _ref(span: Span, id: str | None) -> ActorRef | None:
    return ActorRef(start=span.start, end=span.end, id=id) if id else None


def span_in(where: Where, words: str | None) -> Span | None:
    """Where the words stand in the sentence."""
    at = where.quote.find(words) if words else -1
    return Span(start=where.start + at, end=where.start + at + len(words)) if words and at >= 0 else None
