"""Whose boats and lorries they are that block a port or a road: their crews', of the state that the page gives such crews."""

from collections.abc import Iterable

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors import Actors
from standoff.extract.events.clause import heads
from standoff.extract.events.refs import phrase
from standoff.lexicon.actions import Actions
from standoff.model import ActorRef
from standoff.parse import Token

_KINDS = ("vehicle", "vessel")


class Crews:
    """Answers for the vehicles and vessels of one page; its sentences are looked through once, when first asked."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self._states: frozenset[str] | None = None

    def of_any(self, things: Iterable[Token]) -> tuple[ActorRef, ...]:
        """Those of the first of several phrases that speaks of any."""
        return next((found for t in things if (found := self.of(t))), ())

    def of(self, doer: Token) -> tuple[ActorRef, ...]:
        """Those who act with the boats or lorries that a phrase speaks of; nobody where it speaks of none in the plural."""
        crews = self.lexicon.words["crews"]
        found = (h for h in heads(doer) if h.tag == "NNS" and (self._moves(h) or h.lemma in crews))
        moved = next(found, None)
        if moved is None:
            return ()
        own = phrase(moved, self.actors)
        if self._states is None:
            self._states = self._of_page()
        if len(self._states) != 1:
            return (own,)
        sector = "-LAB" if moved.lemma in crews else ""
        return (ActorRef(start=own.start, end=own.end, id=f"{next(iter(self._states))}{sector}"),)

    def _of_page(self) -> frozenset[str]:
        """The states that the page gives boats, lorries or their crews: `French trawlers`, `fishermen from Vigo`."""
        crews = self.lexicon.words["crews"]
        found: set[str] = set()
        for sentence in self.actors.sentences:
            for token in sentence.tokens:
                if token.tag in ("NN", "NNS") and (token.lemma in crews or self._moves(token)):
                    refs = (*self.actors.owner(token), *self.actors.of(token))
                    found.update(party_of(r.id) for r in refs if is_country(r.id) and r.end <= token.end)
        return frozenset(found)

    def _moves(self, token: Token) -> bool:
        return any(token.lemma in self.lexicon.classes[kind] for kind in _KINDS)
