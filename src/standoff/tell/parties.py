"""Who stands on which side, and the sources of rows: what several views need of actors and mentions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from standoff import edtf
from standoff.actor_ids import party_of
from standoff.model import Subject
from standoff.record.once import each, once
from standoff.record.rows import Document, EventMention, MergedEvent, Where
from standoff.tell.rows import Source


@cache
def side_of(parties: tuple[str, ...], actor: str) -> str:
    """The party that an actor id is, or is a part of; else its country, else itself."""
    held = [own for own in parties if actor == own or actor.startswith(f"{own}-")]
    if held:
        return max(held, key=len)
    return party_of(actor)


@cache
def sides_of(parties: tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
    """The sides of several actors, each once, in order."""
    return tuple(dict.fromkeys(side_of(parties, actor) for actor in actors))


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of the dispute. `parties` are the leading ones, in order; others count as themselves."""

    parties: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    def of(self, actor: str) -> str:
        """The side an actor id stands on: a declared party, else its country, else itself.

        >>> Sides(("KOR", "PRK")).of("KOR-BUS"), Sides(("USA-LAB", "USA-BUS")).of("USA-LAB"), Sides().of("IGO-UNO")
        ('KOR', 'USA-LAB', 'IGO-UNO')
        """
        return side_of(self.parties, actor)

    def all(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The sides of several actors, each once, in order."""
        return sides_of(self.parties, tuple(actors))

    def leads(self, actor: str) -> bool:
        """The actor stands on one of the leading sides."""
        return self.of(actor) in self.parties

    def leading(self, actors: Iterable[str]) -> frozenset[str]:
        """The leading sides among several actors."""
        return frozenset(side for side in self.all(actors) if side in self.parties)

    def others(self, actor: str) -> tuple[str, ...]:
        """The leading sides that are not the actor's."""
        mine = self.of(actor)
        return tuple(party for party in self.parties if party != mine)


def find_sides(subject: Subject | None, events: Sequence[MergedEvent]) -> Sides:
    """The declared or found parties; where there are none, the two sides of the pair with most events."""
    if subject is not None and len(subject.parties) > 1:
        return _sides(
            tuple(party.id for party in subject.parties), tuple((party.id, party.name) for party in subject.parties)
        )
    pairs = Counter(pair for found in each(events, _pairs) for pair in found)
    return _sides(max(pairs, key=lambda pair: (pairs[pair], pair))) if pairs else _sides()


@cache
def _sides(parties: tuple[str, ...] = (), names: tuple[tuple[str, str], ...] = ()) -> Sides:
    """The sides of such parties, always the same ones."""
    return Sides(parties, names)


def _pairs(event: MergedEvent) -> list[tuple[str, str]] | None:
    """Between whom an act was, whoever did it."""
    return [(one, other) if one < other else (other, one) for one, other in pairs_of(event, _sides())] or None


def pairs_of(event: MergedEvent, sides: Sides) -> tuple[tuple[str, str], ...]:
    """Who acted on whom, as pairs of sides; an act of two sides together has both directions."""
    actors, recipients = sides.all(event.actors), sides.all(event.recipients)
    if not recipients and len(actors) > 1:
        recipients = actors
    return tuple((a, r) for a in actors for r in recipients if a != r)


def last_page(documents: Iterable[Document]) -> str | None:
    """The last day of a page, "today" where none is asked for; pages of a vague date count only where all are such."""
    dates = [date for date in {d.published for d in documents} if edtf.bounds(date)]
    days = [last for date in dates if edtf.is_day(date) and (last := edtf.last_day(date))]
    days = days or [last for date in dates if (last := edtf.last_day(date))]
    return max(days).isoformat() if days else None


def cite(where: Where) -> Source:
    """The source that a sentence of a document is."""
    document = where.document
    return Source(
        document=document.id,
        url=document.url,
        start=where.start,
        end=where.end,
        quote=where.quote,
        published=document.published,
        publisher=document.publisher,
        part=where.part,
        key=document.key,
    )


def cite_all(places: Iterable[Where]) -> tuple[Source, ...]:
    """Sources of several sentences, each once, the oldest page first."""
    known = {(where.document.key, where.start, where.end): where for where in places}
    if len(known) == 1:  # most quotations, and many acts
        return tuple(map(cite, known.values()))
    ordered = sorted(known.values(), key=lambda w: (w.document.published or "~", w.document.id, w.start, w.end))
    return tuple(cite(where) for where in ordered)


def members_of(events: Iterable[MergedEvent]) -> list[EventMention]:
    """The mentions of several events, each once, the oldest page first."""
    known = {member.key: member for event in events for member in event.members}
    return sorted(known.values(), key=lambda m: (m.where.document.published or "~", m.where.document.id, m.where.start))


def independent(places: Iterable[Where]) -> int:
    """How many independent sources there are."""
    return len({where.document.source for where in places})


def says_so(event: MergedEvent, party: str | None, sides: Sides) -> bool:
    """The event is told by a party, or is its own act; always, where no party is asked for."""
    return party is None or _says_so(event, party, sides)


@once
def _says_so(event: MergedEvent, party: str, sides: Sides) -> bool:
    wanted = sides.of(party)
    claims = [m.event.attributed_to.id for m in event.members if m.event.attributed_to]
    return wanted in sides.all(event.actors) or wanted in sides.all(claims)
