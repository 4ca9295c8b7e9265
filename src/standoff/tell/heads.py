"""Heads of delegation: named persons whom the page calls so, in the sentence that tells of the round or on its page."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from standoff import edtf
from standoff.lexicon.talks import read_cue
from standoff.model import Actor, Annotation
from standoff.record.rows import EventMention
from standoff.tell.parties import Sides
from standoff.tell.rows import Head

BEFORE, AFTER = 90, 90
"""Characters around a name in which the words for its office are sought."""
NEWS = timedelta(days=3)
"""A page tells of the round that lies at most so many days from it."""
_STOP = re.compile(r"[.;:\n]")


def find_heads(
    members: Sequence[EventMention],
    *,
    days: tuple[date, date],
    sides: Sides,
    pages: Callable[[str], Annotation],
) -> tuple[Head, ...]:
    """One head for each leading side: the person whom most sources name."""
    votes: dict[str, dict[str, set[str]]] = {}
    for member in members:
        page = pages(member.where.document.key)
        for person in _leaders(page, _stretch(member, page, days)):
            party = sides.of(person.id)
            if party in sides.parties:
                names = votes.setdefault(party, {})
                names.setdefault(person.name, set()).add(member.where.document.source)
    found = []
    for party in sides.parties:
        names = votes.get(party, {})
        if names:
            # a full name before a bare family name, then what most sources print
            best = max(names, key=lambda name: (" " in name, len(names[name]), name))
            found.append(Head(party=party, name=best))
    return tuple(found)


def _stretch(member: EventMention, page: Annotation, days: tuple[date, date]) -> tuple[int, int]:
    """Where heads of the round are sought: the whole page where it is news of the round, else its sentence."""
    published = edtf.bounds(member.where.document.published)
    if published and published[0] - NEWS <= days[1] and published[1] + NEWS >= days[0]:
        return 0, len(page.text)
    return member.where.start, member.where.end


def _leaders(page: Annotation, stretch: tuple[int, int]) -> Iterable[Actor]:
    """The persons in a stretch of a page who are called head of a delegation, outside comments and furniture."""
    told = [(p.start, p.end) for p in page.parts if p.kind in ("story", "title", "caption")]
    for actor in page.actors:
        if not actor.person or actor.start < stretch[0] or actor.end > stretch[1]:
            continue
        if told and not any(start <= actor.start < end for start, end in told):
            continue
        if read_cue("head", actor.role or "") or read_cue("head", _around(page.text, actor)):
            yield actor


def _around(text: str, actor: Actor) -> str:
    """The words beside a name that may say its office: of its sentence, before it and in apposition after it."""
    before = text[max(0, actor.start - BEFORE) : actor.start]
    before = _STOP.split(before)[-1]
    after = text[actor.end : actor.end + AFTER]
    after = _STOP.split(after)[0] if after.startswith(",") else ""
    return f"{before} {after}"
