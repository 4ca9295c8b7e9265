"""Who gets what is given, where the verb above tells it: `jets donated by Chad arrived in Niger`, `took delivery of jets sent by Chad`."""

from standoff.extract.events.clause import passive, prepositions, subject
from standoff.extract.events.match import Match
from standoff.extract.events.refs import is_other
from standoff.extract.events.roles import Roles
from standoff.lexicon.clauses import clause_words
from standoff.model import ActorRef
from standoff.parse import Token

_TO = frozenset({"before", "for", "to", "with"})
_MEANT = frozenset({"for", "to"})
_ON_WAY = frozenset({"en", "in", "on"})
_WAY = frozenset({"route", "transit", "way"})
_THERE = frozenset({"at", "in", "into", "on", "to"})


def given_to(match: Match, ids: set[str], roles: Roles) -> tuple[ActorRef, ...]:
    """Whom help goes to that a participle tells, by where it arrives or who takes it; nobody of other acts."""
    verb = match.verb
    gift = verb.head if verb is not None and verb.dep == "acl" and passive(verb) else None
    if match.sense.type != "AID" or gift is None or not gift.is_noun:
        return ()
    above = next((a for a in gift.ancestors() if a.is_verb), None)
    if above is None:
        return ()
    found: tuple[ActorRef, ...] = ()
    if gift in above.childs("nsubj") or _measures(gift, above):
        found = _where_it_comes(above, ids, roles)
    elif above.lemma in clause_words("getting") and not passive(above):
        found = roles.acting(subject(above))
    return tuple(r for r in found if is_other(r, ids))


def brought_to(match: Match, ids: set[str], roles: Roles) -> tuple[ActorRef, ...]:
    """To whom a thing comes that somebody sent: `flour from Chad reached the camp`, `his request is before the council`."""
    verb = match.verb
    if verb is None:
        return ()
    if match.sense.type == "AID":
        found = _where_it_comes(verb, ids, roles)
    else:
        named = [t for name, t in _phrases(verb) if name in _TO]
        found = next((refs for t in [*verb.childs("dobj"), *named] if (refs := roles.acting(t))), ())
    return tuple(r for r in found if is_other(r, ids))


def _phrases(verb: Token) -> list[tuple[str, Token]]:
    """The prepositional phrases of a verb, and those below the phrases themselves: `went from the union to the court`."""
    own = prepositions(verb)
    return [*own, *(p for _, t in own for p in prepositions(t))]


def _measures(gift: Token, above: Token) -> bool:
    """Whether a gift is what the subject is a load of: `a tanker of diesel supplied by Chad docked`."""
    of = gift.head if gift.dep == "pobj" else None
    return of is not None and of.lower == "of" and of.head is not None and of.head in above.childs("nsubj")


def _where_it_comes(verb: Token, ids: set[str], roles: Roles) -> tuple[ActorRef, ...]:
    """Whoever is at the place that a verb of arriving tells, or the country of the place."""
    if verb.lemma not in clause_words("arriving"):
        return ()
    meant = _meant_for(verb)
    ends = meant or [*verb.childs("dobj"), *(t for name, t in prepositions(verb) if name in _THERE)]
    for end in ends:
        if refs := roles.actors.of(end) or roles.actors.owner(end):
            return refs
        if (place := roles.places.standing(end, ids)) is not None:
            return (place,)
    return ()


def _meant_for(verb: Token) -> list[Token]:
    """For whom the text says what arrives is: `flour sent by Chad to Niger arrived in Benin`, `arrived in Benin on its way to Niger`."""
    thing = subject(verb)
    loads = [thing, *(t for name, t in prepositions(thing) if name == "of")] if thing is not None else []
    sent = [acl for load in loads for acl in load.childs("acl") if passive(acl)]
    way = [t for name, t in prepositions(verb) if name in _ON_WAY and t.lemma in _WAY]
    return [t for told in (*sent, *way) for name, t in prepositions(told) if name in _MEANT]
