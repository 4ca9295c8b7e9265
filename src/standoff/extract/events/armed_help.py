"""Arms that a state sends another one by name are help: `sent tanks to Moldova`, not `sent tanks to the border with Moldova`."""

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.extract.events.clause import prepositions
from standoff.extract.events.match import Match
from standoff.lexicon.actions import Actions
from standoff.model import ActorRef
from standoff.parse import Token

_WHOSE = ("amod", "compound", "nmod")

Refs = tuple[ActorRef, ...]


def is_armed_help(match: Match, doers: Refs, actors: Actors, lexicon: Actions) -> bool:
    """Whether a match tells of weapons, and no soldiers, that are sent to another state that is no declared adversary."""
    verb = match.verb
    if match.sense.type != "MOBILIZE" or verb is None or verb.lemma not in lexicon.words["delivering"]:
        return False
    if not match.acted_on or not all(t.lemma in lexicon.classes["materiel"] for t in match.acted_on):
        return False
    return bool(_destination(verb, match.acted_on, doers, actors))


def goes_to_ally(draft: Draft, actors: Actors) -> bool:
    """Whether soldiers or arms are said to go to another state by name."""
    verb = draft.anchor
    return draft.type == "MOBILIZE" and verb.is_verb and bool(_destination(verb, (), draft.actors, actors))


def _destination(verb: Token, sent: tuple[Token, ...], doers: Refs, actors: Actors) -> Refs:
    """The state to which something goes, named without a part of its ground."""
    named = [t for above in (verb, *sent, *verb.childs("dobj")) for name, t in prepositions(above) if name == "to"]
    named += [t for t in verb.childs("dative") if t.is_noun]
    sides = {party_of(a.id) for a in doers}
    return tuple(
        r
        for t in named
        if t.tag.startswith("NNP") and t.child(*_WHOSE) is None
        for r in actors.of(t)
        if is_country(r.id) and not {party_of(r.id)} & sides and not sides | {party_of(r.id)} <= actors.declared
    )
