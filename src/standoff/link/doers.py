"""Who does what a report tells, as far as that tells one act from another."""

from collections.abc import Iterable

from standoff.actor_ids import is_bare, party_of
from standoff.lexicon.actions import marked
from standoff.lexicon.alike import sense_of
from standoff.model import ActorRef, Annotation
from standoff.record.rows import EventMention


def acting(mention: EventMention, page: Annotation, refs: Iterable[ActorRef], *, joint: bool) -> frozenset[str]:
    """The parties among actors or recipients, without common nouns and weapons.

    Of a joint act without persons of no known side either: a minister signs and a leader agrees for somebody else.
    """
    ids = {ref.id for ref in refs if not is_bare(ref.id)}
    if sense_of(mention.event.rule) in marked("by_weapon"):  # whose the weapon is it does not say
        ids = {id for id in ids if not id.startswith("NAMED:")}
    if joint:
        ids -= {actor.id for actor in page.actors if actor.person and actor.id == f"NAMED:{actor.name}"}
    return frozenset(party_of(id) for id in ids)


def are_implied(mention: EventMention, *, joint: bool) -> bool:
    """Its own sentence does not name who acts, or of a joint act one of several: another one of its page does, if any."""
    where = mention.where
    inside = [where.start <= actor.start < where.end for actor in mention.event.actors]
    return not (inside and all(inside) if joint else any(inside))
