"""Who does what somebody suffers at his hands: `perished at the hands of guards`."""

from collections.abc import Callable

from standoff.extract.events.clause import prepositions
from standoff.model import ActorRef
from standoff.parse import Token


def at_hands(verb: Token | None, acting: Callable[[Token], tuple[ActorRef, ...]]) -> tuple[ActorRef, ...]:
    """Those at whose hands somebody dies or suffers; `acting` tells whom a phrase stands for."""
    hands = (t for name, t in prepositions(verb) if name == "at" and t.lemma == "hand") if verb is not None else ()
    named = (acting(t) for hand in hands for name, t in prepositions(hand) if name == "of")
    return next((found for found in named if found), ())
