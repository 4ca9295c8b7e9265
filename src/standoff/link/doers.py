"""Who does what a report tells, as far as that tells one act from another."""

import re
from collections.abc import Iterable

from standoff.actor_ids import camp_of, is_bare, is_country, is_described, party_of, sector_of
from standoff.lexicon.actors import actor_nouns
from standoff.lexicon.alike import sense_of
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.senses import marked
from standoff.link.same import COURT
from standoff.model import ActorRef, Annotation
from standoff.record.rows import EventMention


def acting(mention: EventMention, page: Annotation, refs: Iterable[ActorRef], *, joint: bool) -> frozenset[str]:
    """The parties among actors or recipients, without common nouns and weapons.

    Of a joint act without persons of no known side either: a minister signs and a leader agrees for somebody else.
    """
    ids = {ref.id for ref in refs if not is_bare(ref.id) and not _begins_headline(ref.id, mention)}
    if sense_of(mention.event.rule) in marked("by_weapon"):  # whose the weapon is it does not say
        ids = {id for id in ids if not id.startswith("NAMED:")}
    if joint:
        ids -= {actor.id for actor in page.actors if actor.person and actor.id == f"NAMED:{actor.name}"}
    if mention.event.type == "PROTEST":  # no state protests
        return frozenset(_side_of(party_of(id)) for id in ids)
    sides = {_side_of(id) for id in ids}
    if not joint:  # the people of a country may be those against its state
        sides |= {camp_of(f"{party_of(id)}-OPP") for id in ids if is_country(id) and sector_of(id) == "CVL"}
    return frozenset(sides)


def _side_of(id: str) -> str:
    """The side that somebody acts for: soldiers of an alliance are the alliance, as those of a country are the country."""
    parts = id.split("-")
    return "-".join(parts[:2]) if parts[0] in ("IGO", "NGO") else camp_of(id)


def _begins_headline(id: str, mention: EventMention) -> bool:
    """A common noun that has its capital from a headline: `Governor proposes ...`."""
    return mention.where.part == "title" and id.startswith("NAMED:") and id[6:].lower() in actor_nouns()


def vague(ids: Iterable[str], page: Annotation, *, joint: bool) -> frozenset[str]:
    """Those who are only described, as `NAMED:Alder Mining drivers`; of a joint act unknown people and bodies too."""
    known = {actor.id for actor in page.actors if actor.sector}
    return frozenset(id for id in ids if is_described(id) or (joint and id.startswith("NAMED:") and id not in known))


def are_implied(mention: EventMention, *, joint: bool) -> bool:
    """Its own sentence does not name who acts, or of a joint act one of several: another one of its page does, if any."""
    inside = _inside(mention)
    return not (inside and all(inside) if joint else any(inside))


def are_guessed(mention: EventMention) -> bool:
    """Its own sentence names none of those who act."""
    return not any(_inside(mention))


def _inside(mention: EventMention) -> list[bool]:
    """Of each of those who act, whether the sentence itself tells him."""
    where = mention.where
    return [where.start <= actor.start < where.end for actor in mention.event.actors]


def are_courts(refs: Iterable[ActorRef], page: Annotation) -> bool:
    """They are courts, judges or arbitrators, and nobody else: what they do is to rule."""
    said = [_says_court(page.text[ref.start : ref.end]) or ref.id in _named_courts(page) for ref in refs]
    return bool(said) and all(said)


def ruling(refs: Iterable[ActorRef], sides: frozenset[str]) -> frozenset[str]:
    """Who rules: the sides, or a court of which no more is said."""
    return sides or (frozenset({COURT}) if any(True for _ in refs) else sides)


def _says_court(words: str) -> bool:
    return any(re.search(rf"\b{word}s?\b", words, re.IGNORECASE) for word in clause_words("courts"))


def _named_courts(page: Annotation) -> set[str]:
    """Names that the page elsewhere writes out as those of courts: `CIRB`."""
    return {a.id for a in page.actors if a.id.startswith("NAMED:") and _says_court(page.text[a.start : a.end])}
