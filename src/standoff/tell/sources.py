"""The sources of a merged event and what they differ on, as rows show them."""

from standoff.record.rows import MergedEvent
from standoff.tell.parties import cite_all
from standoff.tell.rows import Claim, Source


def event_sources(event: MergedEvent) -> tuple[Source, ...]:
    """Every sentence that tells of the event, the oldest page first."""
    return cite_all(member.where for member in event.members)


def event_claims(event: MergedEvent) -> tuple[Claim, ...]:
    """What sources differ on, each value with the sentences that say so."""
    places = {member.key: member.where for member in event.members}
    return tuple(
        Claim(field=field, value=value, sources=cite_all(places[key] for key in keys if key in places))
        for field, value, keys in event.differs
    )
