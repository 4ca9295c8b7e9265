"""Subjects that do not name who acts: one of several, those who do something, somebody known by whose he is."""

from standoff.actor_ids import party_of
from standoff.extract.actors import Actors
from standoff.extract.events.clause import heads
from standoff.extract.events.words import measured, person_by_form
from standoff.parse import Token


def is_one_of_several(doer: Token, actors: Actors) -> bool:
    """Whether a subject leaves open which side it is: `one of the two sides`, `one of them`; not `one of its ministers`."""
    if doer.lower != "one" or not doer.has_child(("of",), "prep"):
        return False
    return len({party_of(r.id) for t in measured(doer) for r in actors.of(t)}) > 1


def known_by_owner(doer: Token) -> bool:
    """Whether somebody is known only by whose he is, which is not who acts: `freed by their kidnappers`."""
    owner = doer.child("poss")
    return owner is not None and owner.tag == "PRP$" and person_by_form(doer) and doer.child("appos") is None


def those_who(doer: Token) -> Token | None:
    """`those` with a clause that says who they are, counted or not, `97 per cent of those who voted`; a mere `majority`."""
    if doer.lower == "majority" and doer.child("prep") is None:
        return doer
    return next((h for h in heads(doer) if h.lower == "those" and h.child("relcl") is not None), None)
