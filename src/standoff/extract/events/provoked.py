"""Against whom people act where the clause says it of what they want or of what moved them to it.

`blocked the gates to force the customs service to drop the fee`, `walked out after the company froze pay`.
"""

from collections.abc import Iterator, Sequence

from standoff.actor_ids import party_of, same_side
from standoff.extract.events.clause import done_by, objects, prepositions, subject
from standoff.extract.events.roles import Roles
from standoff.model import ActorRef
from standoff.parse import Token

_MOVED = frozenset({"after", "because", "since"})
_CONTENTS = ("ccomp", "xcomp")


def against(verb: Token | None, roles: Roles, actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
    """Who is to be made to do something by an act, or did what it answers; nobody where the clause does not say."""
    if verb is None:
        return ()
    for token in (*_pressed(verb, roles), *_provoking(verb, roles)):
        found = roles.actors.of(token) or ((roles.phrase(token),) if token.is_noun and roles.somebody(token) else ())
        others = tuple(r for r in found if not any(_alike(r.id, a.id) for a in actors))
        if others and not roles.is_talk(token):
            return others
    return ()


def toward(verb: Token | None, roles: Roles, actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
    """Whom somebody stops an action for: `called the strike off to allow talks with the mill`, `after the mill gave way`."""
    if verb is None:
        return ()
    for token in (*_awaited(verb, roles), *_provoking(verb, roles)):
        found = roles.actors.of(token) or ((roles.phrase(token),) if token.is_noun and roles.somebody(token) else ())
        if others := tuple(r for r in found if not any(_alike(r.id, a.id) for a in actors)):
            return others
    return ()


def _awaited(verb: Token, roles: Roles) -> Iterator[Token]:
    """Who is given time, or talked to, in what an act is to allow."""
    for clause in verb.childs("advcl", "xcomp"):
        yield from (t for t in clause.childs("dative") if t.is_noun)
        below = [*(o for o in objects(clause) if roles.is_talk(o)), clause]
        yield from (t for w in below for name, t in prepositions(w) if name == "with")


def _pressed(verb: Token, roles: Roles) -> Iterator[Token]:
    """Who is to do what is wanted: `to demand that the ministry pay`, `to force the owners to the table`."""
    for clause in verb.childs("advcl", "xcomp"):
        if clause.lemma in roles.lexicon.words["protesting"]:  # to protest against the sacking of five men by the mill
            deeds = [*(t for _, t in prepositions(clause)), *objects(clause)]
            yield from (t for deed in deeds for t in done_by(deed) or [deed])
        if clause.lemma not in roles.lexicon.words["pressing"]:
            continue
        yield from (t for c in clause.childs(*_CONTENTS) for t in c.childs("nsubj", "nsubjpass") if t.tag != "PRP")
        yield from (t for t in objects(clause) if t.tag != "PRP")


def _provoking(verb: Token, roles: Roles) -> Iterator[Token]:
    """Who did what an act answers: `after the company refused to raise their pay`; not of what merely happened."""
    for clause in verb.childs("advcl"):
        if {c.lower for c in clause.childs("mark")}.isdisjoint(_MOVED) or not (
            objects(clause) or clause.child("xcomp") or clause.lemma in roles.lexicon.speech_verbs
        ):
            continue
        doer = subject(clause)
        if doer is not None and doer.tag != "PRP":
            yield doer


def _alike(one: str, other: str) -> bool:
    return same_side(one, party_of(other))
