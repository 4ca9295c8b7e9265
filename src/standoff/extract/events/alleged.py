"""What a state says another one did to it is its blame of that state: `said Chad had shelled its posts`."""

from standoff.actor_ids import is_country, party_of, sector_of
from standoff.extract.events.coder import Coder
from standoff.extract.events.match import Match
from standoff.extract.status import Reading
from standoff.model import ActorRef, PloverType

_TAKING = frozenset({"arrest", "seize"})
_HARM: frozenset[PloverType] = frozenset({"ASSAULT", "COERCE"})

_OFFICIAL = frozenset({None, "COP", "GOV", "LEG", "MIL"})

Refs = tuple[ActorRef, ...]


def blames(told: Match, reading: Reading, doer: Refs, speaker: Refs, coder: Coder) -> bool:
    """Whether a deed that a speaker tells as done by others is harm to his own side; not what a third state suffered."""
    if reading.drop or reading.negated or reading.by_will or not all(is_country(r.id) for r in doer):
        return False
    if not all(is_country(r.id) and sector_of(r.id) in _OFFICIAL for r in speaker):
        return False
    deed = coder.draft(told, reading) if told.sense.type in _HARM else None
    if deed is None:
        return False
    harmed = {party_of(r.id) for r in deed.recipients if is_country(r.id)}
    if not harmed.issubset(party_of(r.id) for r in speaker):
        return False
    return deed.type == "ASSAULT" or (bool(harmed) and deed.mode in _TAKING)
