"""Who does what a passive does not say: whose ground it was done on, whose supplies they were, who held those let go."""

from standoff.actor_ids import is_country, party_of
from standoff.extract.events.clause import objects, passive, prepositions, subject
from standoff.extract.events.match import Match
from standoff.extract.events.roles import Roles
from standoff.lexicon.clauses import clause_words
from standoff.model import ActorRef
from standoff.parse import Token

_WHERE_ACTOR = {"arrest": "in", "deport": "from", "expel": "from"}


def of_place(match: Match, roles: Roles) -> tuple[ActorRef, ...]:
    """Who does what a passive does not say: the country people are expelled from, or arrested in."""
    wanted = _WHERE_ACTOR.get(match.sense.mode or "")
    if wanted is None:
        return (
            _of_ground(match.verb, match, roles)
            or _of_holder(match, roles)
            or _of_supplies(match, roles)
            or _of_owner(match, roles)
            if match.verb is not None
            else ()
        )
    for name, token in prepositions(match.verb or match.word):
        if (name == wanted or (wanted == "from" and name == "of")) and token.tag.startswith("NNP"):  # out of Chad
            if found := roles.actors.of(token):
                return found
            if ref := roles.places.standing(token, set()):
                return (ref,) if not ref.id.startswith("NAMED:") else ()
    return ()


def _of_ground(verb: Token, match: Match, roles: Roles) -> tuple[ActorRef, ...]:
    """Whose ground somebody is kept from or let onto, or to whose ministry he is called: `turned away at Chad's border`."""
    sources = ("from", "into", "onto") if match.sense.mode in ("access", "restrict") else ("to",)
    if match.sense.mode not in ("access", "restrict") and "called_in" not in match.sense.marks:
        return ()
    victims = {party_of(r.id) for t in objects(verb) for r in (*roles.actors.of(t), *roles.actors.owner(t))}
    told_to = verb.childs("xcomp") if sources == ("to",) else []  # was asked to come to the ministry
    named = [p for v in (verb, *told_to) for p in prepositions(v) if p[0] in sources]
    if sources != ("to",):
        named += [(n, t) for n, t in prepositions(verb) if n == "at" and t.lemma in roles.lexicon.classes["shut"]]
        named += [  # were denied entry to Chadian ports
            p for t in (*match.trigger, *match.acted_on) if t.is_noun for p in prepositions(t) if p[0] in ("into", "to")
        ]
    for _, token in named:
        if not token.is_noun:
            continue
        named_there = roles.actors.of(token) if sources == ("to",) else roles.actors.owner(token)
        states = tuple(r for r in named_there if not r.id.startswith("NAMED:") and party_of(r.id) not in victims)
        if states:
            return states[:1]
    met = [p for v in told_to for p in prepositions(v) if p[0] == "in"]  # to come to the ministry in Accra
    found = (roles.places.standing(token, victims) for _, token in met)
    return next(((ref,) for ref in found if ref is not None and not ref.id.startswith("NAMED:")), ())


def _of_owner(match: Match, roles: Roles) -> tuple[ActorRef, ...]:
    """Which state's crossing or airspace is shut or opened, where it is said to be its own: `Chad's border was closed`."""
    if match.sense.mode not in ("access", "restrict") or match.verb is None or not passive(match.verb):
        return ()
    owners = (owner for t in match.acted_on if roles.actors.thing(t) for owner in t.childs("poss"))
    return next((r for o in owners if (r := roles.actors.of(o)) and all(is_country(x.id) for x in r)), ())


def _of_supplies(match: Match, roles: Roles) -> tuple[ActorRef, ...]:
    """Who supplied what is cut off: `power supplies from Ghana were halted`."""
    if match.sense.type != "SANCTION":
        return ()
    flows = [t for t in match.acted_on if t.lemma in roles.lexicon.classes["aid_flow"]]
    sources = (inner for t in flows for name, inner in prepositions(t) if name == "from")
    found = (r for inner in sources for r in roles.actors.of(inner) if not r.id.startswith("NAMED:"))
    ref = next(found, None)
    return (ref,) if ref is not None else ()


def _of_holder(match: Match, roles: Roles) -> tuple[ActorRef, ...]:
    """Who held those who are let go: `the crew held by Eritrea were freed`."""
    if match.sense.type != "RETREAT" or match.sense.mode != "release":
        return ()
    for patient in match.acted_on:
        for clause in patient.childs("acl", "relcl"):
            if clause.lemma in clause_words("holding") and passive(clause) and (found := roles.acting(subject(clause))):
                return found
    return ()
