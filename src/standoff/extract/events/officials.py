"""Whose minister it is whom a page of two states names without his country: the other's, where he turns to the one."""

from collections.abc import Sequence

from standoff.actor_ids import coded, is_country, party_of
from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.model import ActorRef, PloverType

# What ministers say of the other state, or do towards it, and not of their own.
_ACROSS: frozenset[PloverType] = frozenset({"ACCUSE", "CONSULT", "REJECT", "REQUEST", "THREATEN"})

Refs = tuple[ActorRef, ...]


def place_officials(drafts: Sequence[Draft], actors: Actors) -> None:
    """Gives officials without a country the one of the page's two states that they do not turn to."""
    sides = actors.parties
    people = [m.id for m in actors.mentions if m.person and m.sector == "GOV" and m.id.startswith("NAMED:")]
    if not people or len(sides) != 2 or not all(is_country(p) and p not in actors.declared for p in sides):
        return
    for person in dict.fromkeys(people):
        met = {
            party_of(r.id)
            for d in drafts
            if d.type in _ACROSS and any(a.id == person for a in d.actors)
            for r in d.recipients
            if is_country(r.id)
        }
        if len(met) == 1 and met.issubset(party_of(p) for p in sides):
            own = next(party_of(p) for p in sides if party_of(p) not in met)
            for draft in drafts:
                draft.actors = _placed(draft.actors, person, coded(own, "GOV"))
                draft.recipients = _placed(draft.recipients, person, coded(own, "GOV"))


def _placed(refs: Refs, person: str, id_: str) -> Refs:
    return tuple(ActorRef(start=r.start, end=r.end, id=id_) if r.id == person else r for r in refs)
