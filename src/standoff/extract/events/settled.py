"""An accord that the sides of a page's dispute sign settles it: they agree; what friends sign is support."""

from collections.abc import Sequence

from standoff.extract.draft import Draft
from standoff.lexicon.actions import marked
from standoff.lexicon.alike import sense_of
from standoff.model import ActorRef, PloverType

_AT_ODDS: frozenset[PloverType] = frozenset(
    {"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "THREATEN"}
)


def settle(drafts: Sequence[Draft]) -> None:
    """Makes agreements of the accords that two sides sign of whom the page tells that one acts against the other."""
    signed = [d for d in drafts if d.type == "SUPPORT" and sense_of(d.rule) in marked("signs")]
    if not signed:
        return
    pairs = {
        frozenset((one, other))
        for d in drafts
        if d.type in _AT_ODDS
        for one in map(_side, d.actors)
        for other in map(_side, d.recipients)
        if one != other
    }
    for draft in signed:
        sides = frozenset(map(_side, (*draft.actors, *draft.recipients)))
        if any(pair <= sides or (len(draft.actors) == 1 and sides < pair) for pair in pairs):
            draft.type = "AGREE"


def _side(ref: ActorRef) -> str:
    """The country of an actor, or who it is."""
    return ref.id if ref.id.startswith("NAMED:") else ref.id.split("-")[0]
