"""Turns an annotation into mentions with the keys that name them for ever."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256

from msgspec.structs import replace

from standoff.actor_ids import is_bare
from standoff.lexicon.actors import actor_nouns, thing_kinds
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.state_acts import word_class
from standoff.lexicon.stems import stems, thing_stems
from standoff.lexicon.summaries import saying_table
from standoff.model import ActorRef, Annotation, Event, PageInput, Span, Subject
from standoff.record.rows import (
    Comment,
    Document,
    EventMention,
    QuantityMention,
    QuoteMention,
    ReasonMention,
    StateMentionRow,
    Where,
)

_SENTENCE_END = re.compile(r"[.!?][\"”’)]{0,2}(\s)\s{0,8}(?=[^\sa-z0-9])")
"""An end mark and white space before what may begin a sentence: not the point of a number, nor of an abbreviation within."""


def page_key(item: PageInput) -> str:
    """The SHA-256 of the page's bytes: what it is known by, wherever it was found."""
    return sha256(
        (item.html if item.html is not None else item.text or "").encode("utf-8", "surrogatepass")
    ).hexdigest()


def mention_key(kind: str, document: str, *what: object) -> str:
    """A short stable name: the kind's letter and a hash of the document and of what the mention says."""
    return kind + sha256("|".join((document, *map(str, what))).encode("utf-8", "surrogatepass")).hexdigest()[:11]


def _distinct(kind: str, document: str, whats: Sequence[tuple[object, ...]]) -> list[str]:
    """A key for each; the second of two that say the same gets a number."""
    seen: dict[tuple[object, ...], int] = {}
    keys = []
    for what in whats:
        n = seen[what] = seen.get(what, -1) + 1
        keys.append(mention_key(kind, document, *what, *([n] if n else [])))
    return keys


def where(document: Document, page: Annotation, span: Span, sentence: Span | None = None) -> Where:
    """The sentence around a span, and the part of the page it stands in."""
    known = sentence or _told(page, span)
    start, end = (known.start, known.end) if known else _around(page.text, span)
    part = next((part.kind for part in page.parts if part.start <= span.start < part.end), "story")
    return Where(document=document, start=start, end=end, quote=page.text[start:end], part=part)


def _told(page: Annotation, span: Span) -> Span | None:
    """The sentence around a span as the parser found it, where it tells of an event or a state."""
    found = [*(event.sentence for event in page.events), *(state.sentence for state in page.states)]
    return next((s for s in found if s is not None and s.start <= span.start and span.end <= s.end), None)


def _around(text: str, span: Span) -> tuple[int, int]:
    """The sentence around a span: from one end mark with white space after it to the next, within the line."""
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    last = len(text) if last < 0 else last
    start = first
    for found in _SENTENCE_END.finditer(text, first, last):
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end - 1:
            last = max(found.start(1), span.end)
            break
    while start < span.start and text[start].isspace():
        start += 1
    return start, max(last, span.end)


def all_mentions(
    known: Iterable[tuple[Document, Annotation]], thing: frozenset[str]
) -> Iterator[EventMention | StateMentionRow | QuantityMention | QuoteMention | ReasonMention]:
    """Every fact that pages give, page by page."""
    for document, page in known:
        yield from event_mentions(document, page, thing)
        yield from state_mentions(document, page)
        yield from quantity_mentions(document, page)
        yield from quote_mentions(document, page)
        yield from reason_mentions(document, page)


def event_mentions(document: Document, page: Annotation, thing: frozenset[str] = frozenset()) -> list[EventMention]:
    """The page's events, in its order; the disputed thing, by the stems of its names, and places are no parties to them."""
    places = {place.name for place in page.places} | {page.text[place.start : place.end] for place in page.places}
    keys = event_keys(document, page)
    return [
        EventMention(
            key=key,
            event=_with_actors_alone(event, page.text, places, thing),
            where=where(document, page, event, event.sentence),
            content_of=keys[event.content_of]
            if event.content_of is not None and 0 <= event.content_of < len(keys)
            else None,
        )
        for key, event in zip(keys, page.events, strict=True)
    ]


def event_keys(document: Document, page: Annotation) -> list[str]:
    """The keys of the page's events, in its order."""
    whats: list[tuple[object, ...]] = [
        (e.start, e.end, e.type, e.status, e.content_of is not None) for e in page.events
    ]
    return _distinct("e", document.key, whats)


def thing_names(subject: Subject | None) -> frozenset[str]:
    """The stems of the disputed thing's names, without those that a party bears."""
    named = stems(" ".join(f"{p.id} {p.name}" for p in subject.parties)) if subject else frozenset[str]()
    return thing_stems(subject) - named


def _with_actors_alone(event: Event, text: str, places: Collection[str], thing: frozenset[str]) -> Event:
    """The event without the actors and recipients that are places, the thing itself or a round of talks.

    Its object, `rejected the referendum`, is nobody either.
    """

    def kept(refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        return tuple(r for r in refs if not (r.id.startswith("NAMED:") and _is_no_party(r.id[6:], places, thing)))

    actors, recipients = kept(event.actors), kept(event.recipients)
    if event.object is not None:
        acted_on = text[event.object.start : event.object.end]
        recipients = tuple(r for r in recipients if not _is_called(r.id, acted_on) or _is_somebody(r.id[6:]))
    if (actors, recipients) == (event.actors, event.recipients):
        return event
    return replace(event, actors=actors, recipients=recipients)


def _is_called(id_: str, words: str) -> bool:
    """Whether a name of common words is those that call the object.

    >>> _is_called("NAMED:referendum", "second referendum"), _is_called("NAMED:Zone", "Zone")
    (True, False)
    """
    return is_bare(id_) and f" {words}".endswith(f" {id_[6:]}")


def _is_somebody(name: str) -> bool:
    """Whether the noun that ends a name of common words is one for people or bodies, or for where people work."""
    last = name.lower().rpartition(" ")[2]
    forms = {last, lemma(last, "NNS")}
    if any(form in actor_nouns() or form in thing_kinds() for form in forms):
        return True
    return bool(stems(last) & (word_class("passing_people") | word_class("institutions")))


def _is_no_party(name: str, places: Collection[str], thing: frozenset[str]) -> bool:
    found = stems(name)
    return name in places or bool(found and found <= thing) or name.lower().rpartition(" ")[2] in saying_table().meeting


def quantity_mentions(document: Document, page: Annotation) -> list[QuantityMention]:
    """The page's amounts, in its order."""
    keys = _distinct("q", document.key, [(q.start, q.end) for q in page.quantities])
    return [
        QuantityMention(
            key=key,
            quantity=q,
            words=page.text[q.start : q.end],
            where=where(document, page, q),
            equals=keys[q.equals] if q.equals is not None and 0 <= q.equals < len(keys) else None,
        )
        for key, q in zip(keys, page.quantities, strict=True)
    ]


def quote_mentions(document: Document, page: Annotation) -> list[QuoteMention]:
    """What the page has people say, in its order."""
    keys = _distinct("u", document.key, [(q.start, q.end) for q in page.quotes])
    return [
        QuoteMention(key=key, quote=q, said=page.text[q.start : q.end], where=where(document, page, q))
        for key, q in zip(keys, page.quotes, strict=True)
    ]


def reason_mentions(document: Document, page: Annotation) -> list[ReasonMention]:
    """The reasons that the page gives, in its order."""
    keys = _distinct("r", document.key, [(r.start, r.end, r.kind) for r in page.reasons])
    events = event_keys(document, page)
    return [
        ReasonMention(
            key=key,
            reason=r,
            words=page.text[r.start : r.end],
            act=page.text[r.act.start : r.act.end] if r.act else None,
            where=where(document, page, r, r.sentence),
            of=events[r.event] if r.event is not None and 0 <= r.event < len(events) else None,
        )
        for key, r in zip(keys, page.reasons, strict=True)
    ]


def state_mentions(document: Document, page: Annotation) -> list[StateMentionRow]:
    """The page's descriptions of states, in its order."""
    keys = _distinct("s", document.key, [(s.start, s.end, s.state, s.aspect) for s in page.states])
    return [
        StateMentionRow(
            key=key,
            state=s,
            words=page.text[s.start : s.end],
            where=where(document, page, s, s.sentence),
            object=page.text[s.object.start : s.object.end] if s.object else None,
        )
        for key, s in zip(keys, page.states, strict=True)
    ]


def comments(document: Document, page: Annotation) -> Iterator[Comment]:
    """The readers' comments below the page."""
    for part in page.parts:
        if part.kind == "comment":
            said = page.text[part.start : part.end]
            yield Comment(
                key=mention_key("c", document.key, part.start, part.end),
                author=part.author,
                time=part.time,
                text=said,
                where=Where(document=document, start=part.start, end=part.end, quote=said, part="comment"),
            )
