"""What a person should look at: every proposed fact that nobody has decided on, the one that is most doubtful and weighs most first.

    score = importance * doubt

importance: what an act of the type changes, how near it is to the dispute, how many independent sources tell it. doubt: what
is missing to a sure reading, where sources differ, a day that only the page's own date gives, a coarse date or none.
"""

from collections.abc import Iterable, Sequence
from math import log2
from typing import Annotated

import msgspec
from msgspec import Meta as Is

from standoff import edtf
from standoff.lexicon.stems import stems, thing_stems
from standoff.record import Record
from standoff.record.anchors import Kind, Mention, kind_of, type_of, words_of
from standoff.record.deciding import best_first, find_fact, kind_of_fact
from standoff.record.decisions import Decision
from standoff.record.rows import EventMention, MergedEvent, QuantityMention, ReasonMention, StateMentionRow, ToldSpell
from standoff.record.shown import FIELDS, Fact, shown, written
from standoff.tell.facts import find_told
from standoff.tell.naming import say_spell
from standoff.tell.parties import Sides, find_sides, independent
from standoff.tell.state import ENOUGH_SOURCES
from standoff.tell.summary import summarise
from standoff.tell.weight import KIND, closeness, takes_no_part

DIFFERS, BY_PAGE, NO_DATE, COARSE, ALONE = 0.35, 0.25, 0.3, 0.15, 0.05
"""What each sign adds to the doubt of an event."""
SPOKEN = 0.6
"""Of what was only spoken of or is planned, how much the importance is."""
STATE, AMOUNT, REASON = 0.8, 0.5, 0.5
FIGURE_DOUBT = 0.3
"""An amount carries no confidence of its own."""
CONTEXT = 260
"""Characters shown on either side of a sentence."""
NEAR, LIKE = 31, 1.0
"""Days between two events that may be one, and how much must speak for it."""


class Proposed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact that waits for a verdict."""

    id: str
    kind: Kind
    score: Annotated[float, Is(description="importance times doubt")]
    doubts: Annotated[tuple[str, ...], Is(description="what is doubtful, in words")]


class Passage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence that tells of a fact, in its context, cut around the words that made it."""

    key: Annotated[str, Is(description="of the mention")]
    document: str
    page: Annotated[str, Is(description="key of the document")]
    publisher: str | None
    published: str | None
    part: str
    start: int
    before: str
    head: str
    words: str
    tail: str
    after: str
    rule: str
    reads: Annotated[str, Is(description="type and date as this report gives them")]


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact with all that is needed to decide on it."""

    id: str
    kind: Kind
    type: str
    summary: str
    confidence: float | None
    doubts: tuple[str, ...]
    fields: Annotated[tuple[tuple[str, str], ...], Is(description="each field with its value as one writes it")]
    passages: tuple[Passage, ...]
    rejected: bool = False
    decisions: tuple[Decision, ...] = ()


def queue(record: Record) -> list[Proposed]:
    """The facts that nobody has decided on, the one to look at first first."""
    events, subject, ruled = record.events(), record.subject(), record.ruled()
    sides, thing = find_sides(subject, events), thing_stems(subject)
    decided = {pin.key for pin in ruled.pins}
    found = [
        _of_event(event, sides, thing)
        for event in events
        if not takes_no_part(event, sides) and not any(m.key in decided for m in event.members)
    ]
    figures = (q for q in record.quantities() if q.quantity.kind and q.quantity.party)
    for told in (record.states(), figures, record.reasons()):
        found += [_of_mention(m, thing) for m in _distinct(told) if m.key not in ruled.sure]
    return sorted(found, key=lambda p: (-p.score, p.id))


def _distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """Of mentions that read the same from the same sentence, the first."""
    first: dict[tuple[str, str, str], Mention] = {}
    for mention in mentions:
        first.setdefault((type_of(mention), " ".join(mention.where.quote.split()), words_of(mention)), mention)
    return list(first.values())


def _of_event(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> Proposed:
    told = 1 + 0.45 * log2(independent(m.where for m in event.members))
    importance = KIND[event.type] * closeness(event, sides, thing) * told * (1.0 if event.happened else SPOKEN)
    doubt, doubts = _doubt(event)
    return Proposed(id=event.id, kind="event", score=round(importance * doubt, 4), doubts=doubts)


def _doubt(event: MergedEvent) -> tuple[float, tuple[str, ...]]:
    """How doubtful an event is, and why."""
    signs: list[tuple[float, str]] = [(1.0 - event.confidence, f"confidence {event.confidence:.2f}")]
    if event.differs:
        signs.append((DIFFERS, f"sources differ on {', '.join(dict.fromkeys(f for f, _, _ in event.differs))}"))
    if edtf.bounds(event.date) is None:
        signs.append((NO_DATE, "no date"))
    else:
        if event.date_how == "published":
            signs.append((BY_PAGE, "the day is that of the page"))
        if (fine := edtf.precision(event.date)) != "day":
            signs.append((COARSE, f"only the {fine} is told"))
    if independent(m.where for m in event.members) == 1:
        signs.append((ALONE, "one source"))
    return sum(points for points, _ in signs), tuple(words for _, words in signs)


def _of_mention(mention: Mention, thing: frozenset[str]) -> Proposed:
    if isinstance(mention, StateMentionRow):
        state = mention.state
        near = 1.25 if stems(mention.object) & thing else 0.4
        doubt, doubts = 1.0 - state.confidence, [f"confidence {state.confidence:.2f}"]
        if state.since is None and state.date_how == "published":
            doubt, doubts = doubt + BY_PAGE, [*doubts, "the day is that of the page"]
        score = STATE * near * doubt
    elif isinstance(mention, ReasonMention):
        confidence = mention.reason.confidence
        score, doubts = REASON * (1.0 - confidence), [f"confidence {confidence:.2f}"]
    else:
        score, doubts = AMOUNT * FIGURE_DOUBT, ["amounts carry no confidence"]
        if isinstance(mention, QuantityMention) and mention.quantity.as_of is None:
            score, doubts = score + AMOUNT * COARSE, [*doubts, "no day is told"]
    return Proposed(id=mention.key, kind=kind_of(mention), score=round(score, 4), doubts=tuple(doubts))


def card(record: Record, id: str) -> Card:
    """A fact with its sentences in their context; a rejected one too.

    Raises:
        NotFound: nothing has this id that can be decided on.
    """
    fact, ruled = find_told(record, id), record.ruled()
    members, values, kind = _members(record, fact), shown(fact), kind_of_fact(fact)
    ways = [d for m in members for d in ruled.decided.get(m.key, ())]
    if isinstance(fact, ToldSpell):
        ways = [d for d in record.decisions() if d.id in fact.decided]
    return Card(
        id=fact.id if isinstance(fact, MergedEvent | ToldSpell) else fact.key,
        kind=kind,
        type=_type(fact),
        summary=_summary(record, fact),
        confidence=_confidence(fact),
        doubts=_doubt(fact)[1] if isinstance(fact, MergedEvent) else (),
        fields=tuple((name, written(values.get(name))) for name in FIELDS[kind]),
        passages=tuple(passage(record, m) for m in members),
        rejected=kind != "spell" and all(m.key in ruled.rejected for m in members),
        decisions=tuple({d.id: d for d in ways}.values()),
    )


def _members(record: Record, fact: Fact) -> Sequence[Mention]:
    """The mentions that a fact rests on."""
    if isinstance(fact, ToldSpell):
        by_key = record.places().by_key
        return [by_key[key] for key in fact.keys[:ENOUGH_SOURCES]]
    return best_first(fact) if isinstance(fact, MergedEvent) else [fact]


def _type(fact: Fact) -> str:
    if isinstance(fact, ToldSpell):
        return fact.state
    return fact.type if isinstance(fact, MergedEvent) else type_of(fact)


def sentence(record: Record, id: str) -> str:
    """A fact in a sentence.

    Raises:
        NotFound: nothing has this id that can be decided on.
    """
    return _summary(record, find_told(record, id))


def _summary(record: Record, fact: Fact) -> str:
    if isinstance(fact, MergedEvent):
        subject, events = record.subject(), record.events()
        return summarise(fact, find_sides(subject, events), thing_stems(subject))
    if isinstance(fact, ToldSpell):
        return say_spell(fact.state, fact.from_, fact.to)
    if isinstance(fact, StateMentionRow):
        return f"{fact.object or 'the thing'}: {fact.state.state}"
    return " ".join(words_of(fact).split())


def _confidence(fact: Fact) -> float | None:
    if isinstance(fact, ToldSpell):
        return None
    if isinstance(fact, MergedEvent):
        return fact.confidence
    if isinstance(fact, EventMention):
        return fact.event.confidence
    if isinstance(fact, ReasonMention):
        return fact.reason.confidence
    return fact.state.confidence if isinstance(fact, StateMentionRow) else None


def passage(record: Record, mention: Mention) -> Passage:
    """The sentence of a mention in its context."""
    where = mention.where
    page = record.annotation(where.document.key)
    part = next((p for p in page.parts if p.start <= where.start < p.end), None)
    first, last = (part.start, part.end) if part else (0, len(page.text))
    words = words_of(mention)
    at = where.quote.find(words) if not isinstance(mention, EventMention) else mention.event.start - where.start
    at = max(0, at)
    own = mention.event if isinstance(mention, EventMention) else None
    told = (own.type, own.mode, own.date, own.date_how) if own else (type_of(mention),)
    return Passage(
        key=mention.key,
        document=where.document.id,
        page=where.document.key,
        publisher=where.document.publisher,
        published=where.document.published,
        part=where.part,
        start=where.start,
        before=_back(page.text[min(first, where.start) : where.start]),
        head=where.quote[:at],
        words=where.quote[at : at + len(words)],
        tail=where.quote[at + len(words) :],
        after=_on(page.text[where.end : max(last, where.end)]),
        rule=_rule(mention),
        reads=" ".join(str(value) for value in told if value),
    )


def _rule(mention: Mention) -> str:
    if isinstance(mention, EventMention):
        return mention.event.rule
    if isinstance(mention, ReasonMention):
        return mention.reason.rule
    return mention.state.rule if isinstance(mention, StateMentionRow) else ""


def _back(text: str) -> str:
    """The end of what stands before, from a whole word on."""
    if len(text) <= CONTEXT:
        return text
    cut = text[-CONTEXT:]
    return "…" + cut[cut.find(" ") + 1 :]


def _on(text: str) -> str:
    """The beginning of what stands after, to a whole word."""
    if len(text) <= CONTEXT:
        return text
    cut = text[:CONTEXT]
    return cut[: cut.rfind(" ") + 1] + "…"


def candidates(record: Record, id: str, *, most: int = 8) -> list[tuple[str, str, str]]:
    """Events that may be the same as one, the likeliest first: id, date and summary."""
    fact = find_fact(record, id)
    if not isinstance(fact, MergedEvent):
        return []
    events, subject = record.events(), record.subject()
    sides, thing = find_sides(subject, events), thing_stems(subject)
    acting = set(sides.all((*fact.actors, *fact.recipients)))
    words = _said(fact)
    found: list[tuple[float, str, MergedEvent]] = []
    for other in events:
        if other.id == fact.id or (other.content_of is None) != (fact.content_of is None):
            continue
        days = edtf.gap(fact.date, other.date)
        if days is not None and days > NEAR:
            continue
        like = 2.0 * (other.type == fact.type) + len(words & _said(other)) / (1 + len(words))
        like += 1.0 * bool(acting & set(sides.all((*other.actors, *other.recipients))))
        like -= (NEAR / 2 if days is None else days) / NEAR
        if like > LIKE:
            found.append((-like, other.id, other))
    return [
        (other.id, other.date or "", summarise(other, sides, thing))
        for _, _, other in sorted(found, key=lambda one: one[:2])[:most]
    ]


def _said(event: MergedEvent) -> frozenset[str]:
    return frozenset(word for member in event.members for word in stems(member.where.quote))
