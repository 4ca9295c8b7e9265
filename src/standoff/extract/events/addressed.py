"""Who is spoken to, awaited or given something by an act of speaking."""

from collections.abc import Sequence

from standoff.extract.events.clause import objects, prepositions, subject
from standoff.extract.events.refs import own_government
from standoff.extract.events.roles import Roles
from standoff.extract.events.written import written_to
from standoff.model import ActorRef
from standoff.parse import Token

_UNTIL = frozenset({"till", "unless", "until"})


class Addressed:
    """Finds whom words are for, on one page."""

    def __init__(self, roles: Roles) -> None:
        self.roles = roles
        self.actors = roles.actors

    def asked(
        self, verb: Token, sources: Sequence[str], actors: Sequence[ActorRef], contents: Sequence[Token] = ()
    ) -> tuple[ActorRef, ...]:
        """The one spoken to, from the places that a verb of speaking lists."""
        inside = [p for c in contents if c.is_noun for p in prepositions(c) if p[0] == "from"]
        named = [*prepositions(verb), *inside]
        for source in sources:
            for token in self._tokens(source, verb, named):
                if token not in contents and (found := self._asked_of(token, source, verb, actors)):
                    return found
        return ()

    def _tokens(self, source: str, verb: Token, named: list[tuple[str, Token]]) -> Sequence[Token]:
        """What stands in one of the places: objects, indirect objects, or after a preposition."""
        if source == "object":
            return objects(verb)
        if source == "dative":
            return [t for d in verb.childs("dative") for t in ([d] if d.tag not in ("IN", "TO") else d.childs("pobj"))]
        return [t for name, t in named if name == source]

    def _asked_of(self, token: Token, source: str, verb: Token, actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """Whom a phrase in one of the places stands for, where that is somebody else."""
        ids = {a.id for a in actors}
        refs = self.actors.of(token)
        if self.roles.is_own(token, ids, refs):
            if token.lemma in self.roles.lexicon.nominal:
                return ()  # ordered its closure
            return (ActorRef(start=token.start, end=token.end, id=f"NAMED:its {token.lower}"),)
        if found := tuple(r for r in refs if r.id not in ids and not own_government(r, ids, token)):
            return found
        if source == "in":
            ref = self.roles.places.standing(token, ids)
            return (ref,) if ref is not None else ()
        if token.is_noun and self._spoken_to(token, verb if source == "object" else None):
            people = () if token.tag.startswith("NNP") else self.roles.people_of(token)
            return tuple(r for r in people if r.id not in ids) or (self.roles.phrase(token),)
        return ()

    def written_to(self, verb: Token, actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """Who gets the text in which the words stand: `in a letter to the mayor, the union demanded more staff`."""
        ids = {a.id for a in actors}
        for token in written_to(verb):
            if found := tuple(r for r in self.actors.of(token) if r.id not in ids):
                return found
            if token.is_noun and self.roles.somebody(token):
                return (self.roles.phrase(token),)
        return ()

    def awaited(self, verb: Token | None, actors: Sequence[ActorRef], *, warned: bool = False) -> tuple[ActorRef, ...]:
        """Who is to act first: `will not end the strike until Lumo pays`; `warned`: or not to: `if it attacks`."""
        ids = {a.id for a in actors}
        for clause in verb.childs("advcl") if verb is not None else []:
            marks = {c.lower for c in clause.childs("mark")}
            if marks.isdisjoint(_UNTIL) and not ("if" in marks and (warned or clause.child("neg"))):
                continue
            doer = subject(clause)
            for token in (doer, *(t for c in _content(clause) for t in c.childs("nsubj"))):
                if token is None or token.tag == "PRP":
                    continue
                refs = self.actors.of(token) or self.roles.acting(token, named=False)  # unless Chadian jets leave
                if found := tuple(r for r in refs if r.id not in ids):
                    return found
                if token.is_noun and not (refs and token.tag.startswith("NNP")) and self.roles.somebody(token):
                    return (self.roles.phrase(token),)
        return ()

    def given(self, contents: Sequence[Token], actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """To whom something is or is not given: `refused to give the army any information`, `refused to pay the mill`."""
        ids = {a.id for a in actors}
        paid = self.roles.lexicon.words["served"]
        served = [o for c in contents if c.lemma in paid for o in objects(c)]
        for token in (*(d for c in contents for d in c.childs("dative") if d.is_noun), *served):
            if found := tuple(r for r in self.actors.of(token) if r.id not in ids):
                return found
            if self.roles.somebody(token):
                return (self.roles.phrase(token),)
        return ()

    def _spoken_to(self, token: Token, verb: Token | None) -> bool:
        """Whether a phrase that nothing lists is somebody asked: people, or the object that is to do something."""
        if self.roles.is_somewhere(token, None) or self.roles.is_talk(token):
            return False
        return self.roles.somebody(token) or (verb is not None and verb.child("xcomp", "ccomp") is not None)


def _content(clause: Token) -> list[Token]:
    """What somebody is to find or be sure of: `until it is satisfied that Chad has paid`."""
    return [c for above in (clause, *clause.childs("acomp")) for c in above.childs("ccomp")]
