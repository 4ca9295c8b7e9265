"""Heads of delegation: named persons whom a page calls so, and who are named where a page tells of the round.

A person whom one page calls head of a delegation counts as such on pages of rounds near that day, until another is named.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from standoff import edtf
from standoff.lexicon.actors import actor_nouns, name_endings
from standoff.lexicon.phrases import phrase
from standoff.lexicon.talks import read_cue
from standoff.model import TOLD_IN, Actor, Annotation, Span
from standoff.record.mentions import where
from standoff.record.rows import Document, EventMention, Where
from standoff.tell.parties import Sides
from standoff.tell.rows import Head

BEFORE, AFTER = 90, 90
"""Characters around a name in which the words for its office are sought."""
NEWS = timedelta(days=3)
"""A page tells of the round that lies at most so many days from it."""
IN_OFFICE = timedelta(days=45)
NAME = 4
"""Words of a person's name."""
FAMILY = 5
"""Letters of a family name that stands for the full one on a page that does not print it."""
TOGETHER = 60
"""Characters from the name of one head to that of the other."""
_STOP = re.compile(r"[.;:\n]")

Pages = Callable[[str], Annotation]


@dataclass(slots=True)
class Named:
    """What speaks for a person as head: independent sources that say so, and where the name stands."""

    sources: set[str] = field(default_factory=set)
    told: list[Where] = field(default_factory=list)
    late: bool = False
    """A page of the round's day or later names the person: who was to lead it may have been replaced."""
    called: bool = False
    """A page calls the person head of the delegation; else he is only told to meet the other side."""

    @property
    def weight(self) -> tuple[bool, bool, int]:
        """Who is called head before who only meets, then whom pages name since it began, then whom most sources name."""
        return self.called, self.late, len(self.sources)


@dataclass(frozen=True, slots=True)
class Office:
    """A person whom a page calls head of a delegation."""

    party: str
    name: str
    days: tuple[date, date]


def find_offices(document: Document, page: Annotation, sides: Sides) -> list[Office]:
    """Every person whom a dated page calls head of a delegation of a leading side."""
    days = edtf.bounds(document.published)
    if days is None or phrase("of_delegates").search(page.text) is None:
        return []
    return [
        Office(party, person.name, days)
        for person in _persons(page, (0, len(page.text)))
        if called_head(page, person) and (party := party_of(page, person, sides)) is not None
    ]


def find_heads(
    members: Sequence[EventMention],
    *,
    days: tuple[date, date],
    sides: Sides,
    pages: Pages,
    offices: Sequence[Office] = (),
    whole: bool = True,
) -> tuple[tuple[Head, ...], tuple[Where, ...]]:
    """One head for each leading side, the person for whom most speaks, and the sentences that name them.

    `whole`: a page that is news of the round may name them anywhere; else they stand in the sentence that tells of it.
    """
    holders = sorted({(o.party, o.name) for o in offices if near(o.days, days, IN_OFFICE)})
    named: dict[str, dict[str, Named]] = {}
    for member in {m.where.document.key: m for m in reversed(members)}.values():
        page, document = pages(member.where.document.key), member.where.document
        stretch = _stretch(member, page, days, whole=whole)
        persons = list(_persons(page, stretch))
        called = [p for p in persons if called_head(page, p)]
        called += [p for p in persons if p not in called and any(_beside(page.text, c, p, sides) for c in called)]
        found = _placed(page, called, sides)
        found += [(party, name, span) for party, name in holders for span in _where_named(page, stretch, name)]
        meet = [p for p in persons if p not in called and _meets(member, p)]
        meet += [p for p in persons if p not in (*called, *meet) and any(_beside(page.text, m, p, sides) for m in meet)]
        met = _placed(page, meet, sides)
        for n, (party, name, span) in enumerate([*found, *met]):
            if party in sides.parties:
                one = named.setdefault(party, {}).setdefault(name, Named())
                one.called = one.called or n < len(found)
                one.sources.add(document.source)
                one.told.append(where(document, page, span))
                one.late = one.late or not edtf.before(document.published, days[0].isoformat())
    heads, told = [], []
    for party in sides.parties:
        if names := named.get(party):
            best = max(names, key=lambda name: (" " in name, *names[name].weight, name))
            heads.append(Head(party=party, name=best))
            told += names[best].told[:1]
    return tuple(heads), tuple(told)


def near(one: tuple[date, date], other: tuple[date, date], days: timedelta) -> bool:
    """The two lie at most so many days apart."""
    return one[0] - other[1] <= days and other[0] - one[1] <= days


def _where_named(page: Annotation, stretch: tuple[int, int], name: str) -> list[Span]:
    """The first place where a full name stands in what a page tells."""
    if " " not in name:
        return []
    start = page.text.find(name, *stretch)
    family = name.rpartition(" ")[2]
    if start < 0 and len(family) >= FAMILY and "-" not in name:
        name, start = family, page.text.find(family, *stretch)
    while start >= 0:
        end = start + len(name)
        whole = not page.text[start - 1 : start].isalnum() and not page.text[end : end + 1].isalnum()
        if (
            whole
            and not phrase("replaced_by").search(page.text[max(0, start - BEFORE) : start])
            and any(p.kind in TOLD_IN and p.start <= start < p.end for p in page.parts)
        ):
            return [Span(start=start, end=end)]
        start = page.text.find(name, end, stretch[1])
    return []


def called_head(page: Annotation, person: Actor) -> bool:
    """The page's words for a person, or those beside the name, make them head of a delegation."""
    return bool(read_cue("head", person.role or "") or read_cue("head", _around(page.text, person)))


def _placed(page: Annotation, persons: Iterable[Actor], sides: Sides) -> list[tuple[str, str, Span]]:
    """Party, name and place of each person whose party is known."""
    return [(party, p.name, p) for p in persons if (party := party_of(page, p, sides)) is not None]


def _meets(member: EventMention, person: Actor) -> bool:
    """Whether a person with an office is who holds the talks: `the deputy ministers, Ruth Adu and Ali Blum, met`."""
    event = member.event
    if event.type != "CONSULT" or not person.person or not _like_a_person(person.name):
        return False
    return any(ref.start < person.end and person.start < ref.end for ref in event.actors)


def party_of(page: Annotation, person: Actor, sides: Sides) -> str | None:
    """The leading side of a head: his own, else that of the delegation named beside him in his sentence."""
    if sides.leads(person.id):
        return sides.of(person.id)
    if not person.id.startswith("NAMED:"):
        return None
    beside = [a for a in page.actors if sides.leads(a.id) and a.start != person.start]
    before = [a for a in beside if a.end <= person.start and person.start - a.start <= BEFORE]
    after = [a for a in beside if a.start >= person.end and a.start - person.end <= AFTER]
    for near_one, left, right in (
        (max(before, key=lambda a: a.end, default=None), 0, person.start),
        (min(after, key=lambda a: a.start, default=None), person.end, 0),
    ):
        if near_one is None:
            continue
        between = page.text[near_one.end : right] if right else page.text[left : near_one.start]
        if not _STOP.search(between):
            return sides.of(near_one.id)
    return None


def _beside(text: str, head: Actor, other: Actor, sides: Sides) -> bool:
    """Whether somebody of another side is named with a head: `the South's chief delegate A and the North's B`."""
    if sides.of(head.id) == sides.of(other.id) or not 0 < other.start - head.end <= TOGETHER:
        return False
    return phrase("joined_heads").fullmatch(text[head.end : other.start]) is not None


def _stretch(member: EventMention, page: Annotation, days: tuple[date, date], *, whole: bool) -> tuple[int, int]:
    """Where heads of the round are sought: the whole page where it is news of the round, else its sentence."""
    published = edtf.bounds(member.where.document.published)
    if whole and published and near(published, days, NEWS):
        return 0, len(page.text)
    return member.where.start, member.where.end


def _persons(page: Annotation, stretch: tuple[int, int]) -> Iterator[Actor]:
    """The named persons in a stretch of a page, outside comments and furniture."""
    told = [(p.start, p.end) for p in page.parts if p.kind in TOLD_IN]
    for actor in page.actors:
        named = actor.id == f"NAMED:{actor.name}" and " " in actor.name and _like_a_person(actor.name)
        if not (actor.person or named) or actor.start < stretch[0] or actor.end > stretch[1]:
            continue
        if not told or any(start <= actor.start < end for start, end in told):
            yield actor


def _like_a_person(name: str) -> bool:
    """Whether a name has the form of a person's: a few words, all with a capital, the last of no organisation."""
    words = name.split()
    last = words[-1].lower()
    noun = actor_nouns().get(last)
    body = last in name_endings() or (noun is not None and noun.kind == "body")
    return len(words) <= NAME and all(word[:1].isupper() for word in words) and not body


def _around(text: str, actor: Actor) -> str:
    """The words beside a name that may say its office: of its sentence, before it and in apposition after it."""
    before = _STOP.split(text[max(0, actor.start - BEFORE) : actor.start])[-1]
    if phrase("replaced_by").search(before):
        return ""
    if before.endswith(", and "):  # what stands before is in apposition to another: `A, head of the one side, and B`
        before = ""
    after = text[actor.end : actor.end + AFTER]
    told = _STOP.split(after)[0] if phrase("name_goes_on").match(after) else ""
    return f"{before}{text[actor.start : actor.end]} {told}"
