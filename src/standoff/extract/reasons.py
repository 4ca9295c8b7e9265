"""Why, as pages tell it: reasons, aims and interests with whose they are and who claims them, and conditions that stand for long."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from standoff.extract.actors import Actors
from standoff.extract.events.clause import heads
from standoff.extract.events.sentence import LONGEST
from standoff.extract.reason_forms import BREAKS, Found, why_in
from standoff.extract.status import claimed_by
from standoff.lexicon.cues import cues
from standoff.model import ActorRef, Event, Quote, Reason, Span, Time
from standoff.parse import Parsed, Sentence, Token

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_TRIMMED = frozenset({",", ".", ";", ":", "“", "”", '"', "''", "``", "-", "--", "—", "–", "?", "!", "and", "but", "or"})
_PERSONAL = frozenset({"i", "we", "you", "he", "she", "they", "it", "who", "that", "which"})
_FEWEST = 2
"""Characters of what is a reason."""


def find_reasons(
    parsed: Parsed, actors: Actors, *, events: Sequence[Event], quotes: Sequence[Quote], times: Sequence[Time]
) -> tuple[Reason, ...]:
    """The reasons that a page's title, story and captions give, in the order of the text."""
    told = _Told(actors, events, quotes, times)
    found: dict[tuple[int, int], Reason] = {}
    for sentence in parsed.sentences:
        if len(sentence.tokens) <= LONGEST:
            for one in why_in(sentence, actors):
                reason = told.reason(one)
                if reason is not None:
                    found.setdefault((reason.start, reason.end), reason)
    return tuple(sorted(_outer(found.values()), key=lambda r: (r.start, r.end)))


def _outer(reasons: Iterable[Reason]) -> list[Reason]:
    """The reasons without interests and aims within another one: `because it needed the money`, and twins of one act."""
    ordered = sorted(reasons, key=lambda r: (r.start, -r.end))
    kept: list[Reason] = []
    for one in ordered:
        around = [r for r in kept[-4:] if r.start <= one.start and one.end <= r.end]
        if not any(one.kind in ("interest", "aim") or (one.act is not None and one.act == r.act) for r in around):
            kept.append(one)
    return kept


class _Told:
    """What a page tells besides: events, quotations and times that reasons are put to."""

    def __init__(self, actors: Actors, events: Sequence[Event], quotes: Sequence[Quote], times: Sequence[Time]) -> None:
        self.actors = actors
        self.events = events
        self.quotes = quotes
        self.times = times

    def reason(self, found: Found) -> Reason | None:
        """The reason with whose it is, who claims it and the event that it explains."""
        sentence = found.cue.sentence
        span = found.extent or _extent(_whole(found))
        quote = self._quote(found.cue)
        if span is not None and quote is not None and quote.direct and span.end > quote.end:
            span = Span(start=span.start, end=max(span.start, quote.end)) if span.start < quote.end else None
        if span is None or span.end - span.start < _FEWEST:
            return None
        parties = tuple({r.id: r for r in reversed(found.owners)}.values())[::-1] or self._refs(found.party)
        event, claimed = self._event(found.act, span), self._claimed(found, quote)
        if not parties and event is not None:
            parties = self.events[event].actors
        own = found.claims or (found.party is not None and found.party.tag in ("PRP", "PRP$"))
        if not parties and claimed is not None and own:
            parties = (claimed,)  # "said its aim was": the speaker's own
        return Reason(
            start=span.start,
            end=span.end,
            kind=found.kind,
            parties=parties,
            against=next(iter(self._refs(found.against)), None),
            act=_act_words(found, span),
            event=event,
            attributed_to=claimed,
            since=self._since(sentence) if found.kind == "condition" else None,
            confidence=found.confidence,
            rule=f"reason.{found.rule}",
            sentence=Span(start=sentence.start, end=sentence.end),
        )

    def _refs(self, token: Token | None) -> tuple[ActorRef, ...]:
        if token is None:
            return ()
        found = [ref for head in heads(token) for ref in self.actors.of(head)]
        if not found and token.is_noun:
            found = list(self.actors.owner(token))
        return tuple({ref.id: ref for ref in reversed(found)}.values())[::-1]

    def _quote(self, cue: Token) -> Quote | None:
        """The narrowest quotation that the link stands in."""
        inside = [q for q in self.quotes if q.start <= cue.start < q.end]
        return min(inside, key=lambda q: q.end - q.start) if inside else None

    def _claimed(self, found: Found, quote: Quote | None) -> ActorRef | None:
        """Who says that it is the reason: who cites it or accuses, who is quoted, or who is said to say so."""
        if quote is not None and (report := _reported(found.act or found.cue, quote)) is not None:
            return next(iter(self.actors.owner(report)), None)  # "complained of reports that ...": others say so
        said = quote is not None and (quote.direct or quote.speech)
        if quote is not None and said and quote.speaker and quote.speaker_start is not None and quote.speaker_end:
            who = quote.speaker_id or f"NAMED:{_ARTICLE.sub('', quote.speaker)}"
            if quote.speaker_id is None and quote.speaker.lower() in _PERSONAL:
                return None
            return ActorRef(start=quote.speaker_start, end=quote.speaker_end, id=who)
        if found.claims:
            return next(iter(self._refs(found.party)), None)
        return claimed_by(found.act or found.cue, self.actors, ())

    def _event(self, act: Token | None, why: Span) -> int | None:
        """The event whose trigger the act is; of several what is no content of another."""
        if act is None:
            return None
        outside = [(n, e) for n, e in enumerate(self.events) if not why.start <= e.start < why.end]
        hits = [n for n, e in outside if e.start < act.end and act.start < e.end]
        if hits:
            return min(hits, key=lambda n: (self.events[n].content_of is None, n))
        below = act.subtree()
        near = [n for n, e in outside if below[0].start <= e.start and e.end <= below[-1].end]
        return near[0] if len(near) == 1 else None  # "an attempt to hold talks failed"

    def _since(self, sentence: Sentence) -> str | None:
        """Since when a condition stands: `since 1991`, `since the armistice of 1953`."""
        here = [t for t in self.times if sentence.start <= t.start < sentence.end]
        for token in sentence.tokens:
            below = token.subtree() if token.lower == "since" and token.dep == "prep" else []
            after = [t for t in here if below and below[0].start <= t.start < below[-1].end and t.edtf]
            if after and not any(b.is_verb for b in below):
                return after[0].edtf
        return next((t.edtf for t in here if t.relation == "since"), None)


def _reported(token: Token, quote: Quote) -> Token | None:
    """The noun for a report, within what is said, whose content a clause is, or which what is said begins with."""
    first = next((t for t in token.sentence.within(quote.start, token.start) if t.is_noun), None)
    if first is not None and first.lemma in cues().nouns and not (quote.speech or quote.direct):
        return first  # "complained of reports that ...", whose clause the parser hung on the complaint
    for below in (token, *token.ancestors()):
        head = below.head
        if head is None or head.start < quote.start:
            return None
        if head.lemma in cues().nouns and below.dep in ("acl", "ccomp", "relcl"):
            return head
    return None


def _whole(found: Found) -> Sequence[Token]:
    """The words for why, with phrases right after them that the parser hung on the verb of accusing: `of dealing in bad faith`."""
    row = list(found.why)
    for prep in found.cue.childs("prep") if found.claims and row else ():
        if prep.i == row[-1].i + 1:
            row += prep.subtree()
    return row


def _extent(why: Sequence[Token]) -> Span | None:
    """The words from the first to the last in a row, without stops and marks at their ends."""
    row = list(why)
    for n, (one, two) in enumerate(pairwise(row)):
        if two.i - one.i > 1:
            row = row[: n + 1]
            break
    while row and (row[0].text in _TRIMMED or (row[0].lower in ("that", "to") and row[0].dep in ("mark", "aux"))):
        row.pop(0)
    while row and row[-1].text in _TRIMMED:
        row.pop()
    return Span(start=row[0].start, end=row[-1].end) if row else None


def _act_words(found: Found, why: Span) -> Span | None:
    """The words of what is explained: a verb with what follows it, or a noun phrase, up to the reason."""
    act = found.act
    if act is None:
        return None
    if found.kind == "condition":
        return None
    last = act
    for token in act.subtree():
        if token.i == last.i + 1 and (token.i < found.cue.i or act.i > found.cue.i):
            if token.text in BREAKS or why.start <= token.start < why.end:
                break
            last = token
    first = min((t for t in act.subtree() if t.i <= act.i), key=lambda t: t.i) if act.is_noun else act
    return Span(start=first.start, end=last.end)
