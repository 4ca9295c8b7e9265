"""Where a round of talks was held, in the pages' words."""

import re
from collections.abc import Iterable, Iterator

from standoff.lexicon.actors import thing_kinds
from standoff.lexicon.stems import stems
from standoff.lexicon.talks import read_cue
from standoff.model import Annotation, Place, Span
from standoff.record.mentions import where
from standoff.record.rows import EventMention, Where
from standoff.tell.sittings import NEAR, Pages
from standoff.tell.words import TIMES, words_at

_AT = re.compile(r"\b(?:in|at|inside)(?: the| its| a)?\s+$")
_BACK = 12
_CLOSE = 120
_TALKS = re.compile(r"\b(?:talks|meetings?|met|negotiations|rounds?|dialogue)\b")
_HELD = re.compile(r"\b(?:held|took place|taking place) (?=(?:in|at|inside) )")
_NAME = re.compile(r"\b(?:in|at|inside) ((?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}|the (?:[a-z-]+ )?[a-z]+)")


def find_venue(
    members: Iterable[EventMention], pages: Pages, *, near: bool = False
) -> tuple[str | None, tuple[Where, ...]]:
    """The place that most sources give, and the sentences beside those of the round that say so.

    What the story says goes before a headline: `talks end near Lille`, `they met in Lens`.
    `near`: also a place that the page gives for talks beside the sentence of an accord.
    """
    all_ = list(members)
    in_story = [member for member in all_ if member.where.part == "story"]
    found = _told_places(in_story, pages, near=near)
    return found if found[0] is not None else _told_places(all_, pages, near=near)


def _told_places(members: Iterable[EventMention], pages: Pages, *, near: bool) -> tuple[str | None, tuple[Where, ...]]:
    """The place that most sources give among some mentions."""
    told: dict[str, set[str]] = {}
    cited: dict[str, list[Where]] = {}
    for member in members:
        document, page = member.where.document, pages(member.where.document.key)
        for span in _places(member, page, near=near):
            name = words_at(page.text, span)
            told.setdefault(name, set()).add(document.source)
            if not member.where.start <= span.start < member.where.end:
                cited.setdefault(name, []).append(where(document, page, span))
    if not told:
        return None, ()
    best = max(told, key=lambda name: len(told[name]))
    return best, tuple(cited.get(best, ())[:2])


def _places(member: EventMention, page: Annotation, *, near: bool) -> Iterator[Span]:
    """The event's own place; else the place that `in` or `at` gives in its sentence; else beside it, after words for talks."""
    if member.event.place is not None:
        yield member.event.place
        return
    start, end = member.where.start, member.where.end
    inside = [
        p for p in page.places if start <= p.start < end and _stands_at(page.text, p) and _of_talks(member, page, p)
    ]
    if inside:
        # the place nearest to the words for the meeting
        yield min(inside, key=lambda p: (abs(p.start - member.event.end), p.start))
        return
    if (named := _named(member)) is not None:
        yield named
        return
    if near:
        yield from _beside(member, page)


def _named(member: EventMention) -> Span | None:
    """A name, or a place such as `the zone`, that follows `in` or `at` behind the words for the meeting."""
    sentence, behind = member.where.quote, max(0, member.event.end - member.where.start)
    if member.event.type != "CONSULT":
        found_talks = _TALKS.search(sentence)
        behind = found_talks.end() if found_talks else len(sentence)
    if (held := _HELD.search(sentence, max(0, member.event.start - member.where.start))) is not None:
        behind = held.start()  # "the rounds of 4, 5 and 6 May, all held in the old mill"
    end = sentence.find(",", behind)
    for found in _NAME.finditer(sentence, behind, min(behind + _CLOSE, end if end >= 0 else len(sentence))):
        words = found[1].split()
        name = words[1:] if words[0] == "the" else words
        if name[0][0].isupper():
            taken = len(words) if not stems(name[0]) <= TIMES else 0
        else:
            taken = next((i for i, word in enumerate(words, start=1) if word in thing_kinds()), 0)
        if taken:
            start = member.where.start + found.start(1)
            return Span(start=start, end=start + len(" ".join(words[:taken])))
    return None


def _of_talks(member: EventMention, page: Annotation, place: Place) -> bool:
    """The place belongs to the words for the meeting: close behind them in one clause, or at the head of the sentence."""
    words = page.text[member.where.start : place.start]
    if words.count(" ") <= 2 and "," not in words:
        return True
    anchor = member.event.end if member.event.type == "CONSULT" else None
    if anchor is None:
        found = list(_TALKS.finditer(page.text, member.where.start, place.start))
        anchor = found[-1].end() if found else None
    return anchor is not None and 0 <= place.start - anchor <= _CLOSE and "," not in page.text[anchor : place.start]


def _beside(member: EventMention, page: Annotation) -> Iterator[Place]:
    for place in page.places:
        if abs(place.start - member.where.start) <= NEAR and _stands_at(page.text, place):
            sentence = where(member.where.document, page, place).quote
            if read_cue("talks", sentence):
                yield place
                return


def _stands_at(text: str, span: Span) -> bool:
    """The words follow `in` or `at`."""
    return bool(_AT.search(text[max(0, span.start - _BACK) : span.start]))
