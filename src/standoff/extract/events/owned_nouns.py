"""Whose a noun of an act is who suffers it: of an arrest, a killing or an eviction the owner rarely is who does it."""

from standoff.actor_ids import is_country, party_of, sector_of
from standoff.extract.actors import Actors
from standoff.extract.events.clause import prepositions
from standoff.extract.events.match import Match
from standoff.extract.events.words import is_time
from standoff.lexicon.actions import Actions
from standoff.model import ActorRef
from standoff.parse import Token

_UNARMED = frozenset({"BUS", "CVL", "EDU", "LAB", "MED", "NGO"})

Refs = tuple[ActorRef, ...]


def is_done_to(owner: Token, noun: Token, actors: Actors, lexicon: Actions) -> bool:
    """Whether a possessor is whom an act is done to: `Petkov's arrest`, `his removal from power`, not `the police's arrest of`."""
    if owner.dep != "poss" or noun.lemma not in lexicon.words["of_victims"]:
        return False
    around = prepositions(noun)
    if any(name == "of" and not is_time(t) for name, t in around):
        return False
    return any(name == "from" for name, _ in around) or not _arrests(owner, actors)


def who_arrest(match: Match, refs: Refs, actors: Actors, lexicon: Actions) -> Refs:
    """Of those who announce an arrest the ones who may make it: no union, company or paper."""
    announced = match.pattern == "light" and match.verb is not None and match.verb.lemma in lexicon.words["announcing"]
    if not announced or match.word.lemma not in lexicon.words["of_victims"]:
        return refs
    return tuple(r for r in refs if _sectors(r, actors).isdisjoint(_UNARMED))


def _sectors(ref: ActorRef, actors: Actors) -> set[str | None]:
    return {sector_of(ref.id), *(m.sector for m in actors.mentions if m.id == ref.id)}


def _arrests(owner: Token, actors: Actors) -> bool:
    """Whether somebody more likely arrests than is arrested: a state, the police."""
    refs = actors.of(owner)
    return (
        any((is_country(r.id) and party_of(r.id) == r.id) or sector_of(r.id) == "COP" for r in refs)
        or owner.lemma == "police"
    )
