"""By whose will an act was done that a passive tells: `shut on the orders of the governor`, `announced that exports had been halted`."""

from standoff.actor_ids import party_of, same_side
from standoff.extract.events.clause import passive, prepositions, subject
from standoff.extract.events.match import Match
from standoff.extract.events.roles import Roles
from standoff.extract.events.told import dates_itself
from standoff.model import ActorRef
from standoff.parse import Token

_OWN_ACTS = frozenset({"AGREE", "COERCE", "COOPERATE", "REJECT", "RETREAT", "SANCTION"})
_OFFICIAL = ("-GOV", "-MIL", "-COP", "-JUD", "-LEG")

Refs = tuple[ActorRef, ...]


class Willed:
    """Finds by whose will something was done, on one page."""

    def __init__(self, roles: Roles) -> None:
        self.roles = roles
        self.actors = roles.actors

    def by(self, match: Match) -> Refs:
        """Who ordered or announced a deed that its own clause gives to nobody."""
        if match.verb is None or not passive(match.verb):
            return ()
        return self._ordered(match.verb) or self._announced(match.verb, match)

    def _ordered(self, verb: Token) -> Refs:
        """Whose order it was: `on the orders of X`, `on X's orders`, `by order of X`."""
        for name, noun in prepositions(verb):
            if name in ("at", "by", "on", "under") and noun.lemma in self.roles.lexicon.words["by_will"]:
                owner = noun.child("poss")
                named = [owner] if owner is not None else [t for n, t in prepositions(noun) if n in ("from", "of")]
                if found := next((r for t in named if (r := self.roles.acting(t))), ()):
                    return found
        return ()

    def _announced(self, verb: Token, match: Match) -> Refs:
        """The one who announces it: what a ministry says of the deeds of its own trade."""
        above = verb.head
        if verb.dep != "ccomp" or above is None or not above.is_verb or match.sense.type not in _OWN_ACTS:
            return ()
        words = self.roles.lexicon.words
        if above.lemma not in words["announcing"] and above.lemma not in words["disclosing"]:
            return ()
        speaker = self.roles.acting(subject(above), named=False)
        if above.lemma in words["disclosing"] and not (_was_done(verb) and all(self._acts_alone(r) for r in speaker)):
            return ()
        patients = [r for t in match.acted_on for r in (*self.actors.of(t), *self.actors.owner(t))]
        if any(same_side(p.id, party_of(s.id)) or same_side(s.id, p.id) for p in patients for s in speaker):
            return ()
        return speaker

    def _acts_alone(self, ref: ActorRef) -> bool:
        """Whether somebody is a state or one of its bodies, or a side of the page."""
        if ref.id.startswith("NAMED:"):
            return ref.id in self.actors.parties
        return len(ref.id) == 3 or ref.id.endswith(_OFFICIAL)


def _was_done(verb: Token) -> bool:
    """Whether a passive tells a deed, not what things are like: `had been shut`, `was shut on Monday`, not `were stranded`."""
    return dates_itself(verb) or verb.has_child(("been", "being", "be"), "aux", "auxpass")
