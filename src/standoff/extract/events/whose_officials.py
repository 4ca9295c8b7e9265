"""Whose minister or ministry it is that a page of two states names without a country: the other's, where it turns to the one."""

from collections.abc import Sequence

from standoff.actor_ids import coded, is_country, party_of
from standoff.extract.actors import Actors
from standoff.extract.actors.at_odds import at_odds
from standoff.extract.draft import Draft
from standoff.extract.events.refs import as_another
from standoff.model import ActorRef, PloverType

# What ministers say of the other state, or do towards it, and not of their own.
_ACROSS: frozenset[PloverType] = frozenset({"ACCUSE", "CONSULT", "REJECT", "REQUEST", "THREATEN"})
_AGAINST: frozenset[PloverType] = frozenset({"ACCUSE", "COERCE", "REJECT", "REQUEST", "SANCTION", "THREATEN"})
_TURNED = _ACROSS | _AGAINST

Refs = tuple[ActorRef, ...]


def place_officials(drafts: Sequence[Draft], actors: Actors) -> None:
    """Gives officials and bodies of state without a country the one of the page's two states that they do not turn to.

    Of a person that holds for all he does on the page; of `the foreign ministry`, which may be either's, for that one act.
    """
    if not any(d.recipients and d.type in _TURNED for d in drafts):
        return
    sides = at_odds((a.id for a in actors.mentions), actors.parties, declared=bool(actors.declared))
    if not sides:
        return
    people = [m.id for m in actors.mentions if m.person and m.sector == "GOV" and m.id.startswith("NAMED:")]
    for person in dict.fromkeys(people):
        met = {
            party_of(r.id)
            for d in drafts
            if d.type in _ACROSS and any(a.id == person for a in d.actors)
            for r in d.recipients
            if is_country(r.id)
        }
        if len(met) == 1 and met <= sides:
            own = next(iter(sides - met))
            for draft in drafts:
                draft.actors = _placed(draft.actors, person, coded(own, "GOV"))
                draft.recipients = _placed(draft.recipients, person, coded(own, "GOV"))
    for draft in drafts:
        acted_on = {party_of(r.id) for r in draft.recipients}
        if draft.type in _AGAINST and len(acted_on) == 1 and acted_on <= sides:
            own = next(iter(sides - acted_on))
            draft.actors = tuple(_body(ref, own, actors) for ref in draft.actors)


def _placed(refs: Refs, person: str, id_: str) -> Refs:
    return tuple(as_another(r, id_) if r.id == person else r for r in refs)


def _body(ref: ActorRef, state: str, actors: Actors) -> ActorRef:
    sector = actors.offices.get(ref.end) if ref.id.startswith("NAMED:") else None
    return ref if sector is None else as_another(ref, coded(state, sector))
