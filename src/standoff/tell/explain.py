"""Why an entry stands: every span behind it, the rule that fired, what the pages say differently, why reports are one."""

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta as Is
from msgspec.structs import replace

from standoff.errors import NotFound
from standoff.lexicon.stems import thing_stems
from standoff.record import Record
from standoff.record.anchors import Mention
from standoff.record.rows import (
    EventMention,
    MergedEvent,
    QuantityMention,
    QuoteMention,
    ReasonMention,
    StateMentionRow,
    Where,
)
from standoff.tell.decided import DecisionRow, decisions_on
from standoff.tell.naming import say_spell
from standoff.tell.parties import cite, cite_all, find_sides
from standoff.tell.rows import Claim, Source, StateSpell
from standoff.tell.sources import event_claims
from standoff.tell.state import state
from standoff.tell.summary import summarise


class Evidence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One mention: where it stands, what was read from it, and by which rule."""

    key: str
    source: Source
    words: Annotated[str, Is(description="the words that made it: an event's trigger, an amount, what is said")]
    start: int
    end: int
    rule: str
    confidence: float
    reads: Annotated[dict[str, str], Is(description="field by field what was read there")]
    because: Annotated[str, Is(description="why it was put to the others, and why it has its date")] = ""


class Explanation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that stands behind an entry."""

    id: str
    kind: Literal["event", "amount", "quotation", "reason", "description", "comment", "spell"]
    summary: str
    aliases: Annotated[tuple[str, ...], Is(description="keys of mentions under which it is known too")] = ()
    speaks_of: Annotated[tuple[str, ...], Is(description="ids of the events that a speech act speaks of")] = ()
    spoken_by: Annotated[str | None, Is(description="id of the speech act whose content this is")] = None
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Source, ...] = ()
    differs: tuple[Claim, ...] = ()
    decisions: Annotated[
        tuple[DecisionRow, ...], Is(description="what people decided on it and what still stands, the latest first")
    ] = ()


def explain(record: Record, id: str, *, at: str | None = None, says: str | None = None) -> Explanation:
    """Every span behind an entry of any view, and what people decided on it; a rejected one too.

    `at`, `says`: of a spell, as of which day and as told by which side it stood in the view.

    Raises:
        NotFound: nothing has this id.
    """
    id = id.partition("~")[0]  # a line worked out stands under the figure that it rests on
    found = _find(record, id, at, says)
    keys = {id, found.id, *found.aliases, *(one.key for one in found.evidence)}
    return replace(found, decisions=tuple(decisions_on(record, keys))) if record.decisions() else found


def _find(record: Record, id: str, at: str | None, says: str | None) -> Explanation:
    canonical = record.canonical(id)
    for event in record.events():
        if event.id == canonical or any(m.key == id for m in event.members):
            return _event(record, event)
    for quantity in record.quantities():
        if quantity.key == id:
            return _amount(quantity)
    for quote in record.quotes():
        if quote.key == id:
            return _quotation(quote)
    for reason in record.reasons():
        if reason.key == id:
            return _reason(reason)
    for row in record.states():
        if row.key == id:
            return _description(row)
    for comment in record.comments():
        if comment.key == id:
            source = cite(comment.where)
            return Explanation(
                id=id,
                kind="comment",
                summary=f"a reader's comment by {comment.author or 'somebody'}",
                sources=(source,),
            )
    for spell in state(record, at=at, says=says).history:
        if spell.id == id:
            return _spell(record, spell)
    if (rejected := record.places().by_key.get(id)) is not None:
        return _rejected(record, rejected)
    raise NotFound(
        f"nothing in {record.path} has the id {id!r}", hint="ids stand in the rows of every view: --json shows them"
    )


def _event(record: Record, event: MergedEvent) -> Explanation:
    merges, dates = record.merges(), record.datings()
    events, subject = record.events(), record.subject()
    sides = find_sides(subject, events)
    return Explanation(
        id=event.id,
        kind="event",
        summary=summarise(event, sides, thing_stems(subject)),
        aliases=tuple(m.key for m in event.members if m.key != event.id),
        speaks_of=tuple(e.id for e in events if e.content_of == event.id),
        spoken_by=event.content_of,
        evidence=tuple(_mention(record, m, merges, dates) for m in as_read(record, event.members)),
        sources=cite_all(m.where for m in event.members),
        differs=event_claims(event),
    )


def as_read(record: Record, members: Iterable[EventMention]) -> list[EventMention]:
    """The mentions as the machine read them, whatever people set right."""
    if not record.ruled().fixes:
        return list(members)
    told = record.places().by_key
    return [m for each in members if isinstance(m := told.get(each.key, each), EventMention)]


def _rejected(record: Record, mention: Mention) -> Explanation:
    """A mention that is in no view, for somebody rejected it."""
    if isinstance(mention, StateMentionRow):
        return _description(mention)
    if isinstance(mention, QuantityMention):
        return _amount(mention)
    if isinstance(mention, QuoteMention):
        return _quotation(mention)
    if isinstance(mention, ReasonMention):
        return _reason(mention)
    return Explanation(
        id=mention.key,
        kind="event",
        summary=" ".join(mention.where.quote.split()),
        evidence=(_mention(record, mention, {}, {}),),
        sources=(cite(mention.where),),
    )


def _mention(
    record: Record, mention: EventMention, merges: dict[str, tuple[str, str]], dates: dict[str, tuple[str, str]]
) -> Evidence:
    event = mention.event
    text = record.annotation(mention.where.document.key).text
    reads = {
        "type": event.type + (f"/{event.mode}" if event.mode else ""),
        "actors": ", ".join(a.id for a in event.actors),
        "recipients": ", ".join(r.id for r in event.recipients),
        "date": f"{event.date or ''} ({event.date_how})".strip(),
        "status": ("not " if event.negated else "") + event.status,
        "object": record.words(mention, "object") or "",
        "place": record.words(mention, "place") or "",
        "topic": record.words(mention, "topic") or "",
        "outcome": event.outcome or "",
        "attributed_to": event.attributed_to.id if event.attributed_to else "",
    }
    why = [merges.get(mention.key, ("", ""))[1], f"dated: {dates[mention.key][1]}" if mention.key in dates else ""]
    return Evidence(
        key=mention.key,
        source=cite(mention.where),
        words=text[event.start : event.end],
        start=event.start,
        end=event.end,
        rule=event.rule,
        confidence=event.confidence,
        reads=_told(reads),
        because="; ".join(filter(None, why)),
    )


def _told(reads: dict[str, str]) -> dict[str, str]:
    return {field: value for field, value in reads.items() if value}


def _single(
    key: str, kind: Literal["amount", "quotation", "reason", "description"], where: Where, words: str, span: tuple[int, int],
    reads: dict[str, str], rule: str = "", confidence: float = 1.0,
) -> Explanation:  # fmt: skip
    source = cite(where)
    evidence = Evidence(
        key=key,
        source=source,
        words=words,
        start=span[0],
        end=span[1],
        rule=rule,
        confidence=confidence,
        reads=_told(reads),
    )
    return Explanation(id=key, kind=kind, summary=" ".join(words.split()), evidence=(evidence,), sources=(source,))


def _amount(mention: QuantityMention) -> Explanation:
    q = mention.quantity
    reads = {
        "value": "" if q.value is None else f"{q.value:g}",
        "range": "" if q.low is None and q.high is None else f"{q.low} to {q.high}",
        "unit": q.unit or "",
        "per": q.per or "",
        "of": q.of or "",
        "kind": q.kind or "",
        "party": q.party.id if q.party else "",
        "claimed_by": q.claimed_by.id if q.claimed_by else "",
        "as_of": q.as_of or "",
        "equals": mention.equals or "",
    }
    return _single(mention.key, "amount", mention.where, mention.words, (q.start, q.end), reads)


def _quotation(mention: QuoteMention) -> Explanation:
    q = mention.quote
    reads = {"speaker": q.speaker or "", "party": q.speaker_id or "", "direct": "yes" if q.direct else "no"}
    return _single(mention.key, "quotation", mention.where, mention.said, (q.start, q.end), reads)


def _reason(mention: ReasonMention) -> Explanation:
    r = mention.reason
    reads = {
        "kind": r.kind,
        "parties": ", ".join(ref.id for ref in r.parties),
        "act": mention.act or "",
        "event": mention.of or "",
        "attributed_to": r.attributed_to.id if r.attributed_to else "",
        "since": r.since or "",
    }
    return _single(mention.key, "reason", mention.where, mention.words, (r.start, r.end), reads, r.rule, r.confidence)


def _description(row: StateMentionRow) -> Explanation:
    s = row.state
    reads = {
        "state": s.state,
        "object": row.object or "",
        "aspect": s.aspect or "",
        "since": s.since or "",
        "date": f"{s.date or ''} ({s.date_how})".strip(),
        "attributed_to": s.attributed_to.id if s.attributed_to else "",
    }
    return _single(row.key, "description", row.where, row.words, (s.start, s.end), reads, s.rule, s.confidence)


def _spell(record: Record, spell: StateSpell) -> Explanation:
    """A spell of a state: the acts and descriptions in its sources' sentences."""
    wanted = {(s.page, s.start, s.end) for s in spell.sources}
    merges, dates = record.merges(), record.datings()
    acts = [m for m in record.mentions() if _place(m.where) in wanted]
    told = [row for row in record.states() if _place(row.where) in wanted]
    evidence = [*(_mention(record, m, merges, dates) for m in acts), *_evidence_of(told)]
    return Explanation(
        id=spell.id,
        kind="spell",
        summary=say_spell(spell.state, spell.from_, spell.to),
        evidence=tuple(evidence),
        sources=spell.sources,
    )


def _evidence_of(rows: Iterable[StateMentionRow]) -> Iterable[Evidence]:
    for row in rows:
        yield from _description(row).evidence


def _place(where: Where) -> tuple[str, int, int]:
    return where.document.key, where.start, where.end
