"""Who did what to whom, counted: merged events that happened, by actor, recipient and type."""

from collections.abc import Iterable

from standoff import edtf
from standoff.record import Record
from standoff.record.rows import MergedEvent
from standoff.tell.kept import kept
from standoff.tell.parties import Sides, find_sides, says_so
from standoff.tell.rows import WhoRow
from standoff.tell.sure import SURE


@kept
def who(record: Record, *, at: str | None = None, says: str | None = None) -> list[WhoRow]:
    """How often each actor did each type of thing to each recipient, the most frequent first."""
    events = record.events(at)
    return count_acts(events, sides=find_sides(record.subject(), events), says=says)


def count_acts(events: Iterable[MergedEvent], *, sides: Sides, says: str | None = None) -> list[WhoRow]:
    """The rows that events make up; each merged event counts once for each actor and recipient."""
    groups: dict[tuple[str, str | None, str], list[MergedEvent]] = {}
    for event in events:
        if event.happened and event.confidence >= SURE and says_so(event, says, sides):
            for actor, recipient in acts(event):
                groups.setdefault((actor, recipient, event.type), []).append(event)
    rows = [_row(actor, recipient, found) for (actor, recipient, _), found in groups.items()]
    return sorted(rows, key=lambda r: (-r.count, r.actor, r.recipient or "~", r.type))


def acts(event: MergedEvent) -> list[tuple[str, str | None]]:
    """The directed pairs of an event, a government standing for its country; a joint act has both directions."""
    actors = tuple(dict.fromkeys(plain(actor) for actor in event.actors))
    recipients = tuple(dict.fromkeys(plain(recipient) for recipient in event.recipients))
    if not recipients and len(actors) > 1:
        recipients = actors
    pairs: list[tuple[str, str | None]] = [(a, r) for a in actors for r in recipients if a != r]
    return pairs or [(actor, None) for actor in actors]


def plain(actor: str) -> str:
    """The id without the sector of a government, which news calls by its country.

    >>> plain("KOR-GOV"), plain("KOR-BUS"), plain("NAMED:GOV-GOV")
    ('KOR', 'KOR-BUS', 'NAMED:GOV-GOV')
    """
    return actor if actor.startswith("NAMED:") else actor.removesuffix("-GOV")


def _row(actor: str, recipient: str | None, events: list[MergedEvent]) -> WhoRow:
    dated = sorted((e.date for e in events if e.date and edtf.bounds(e.date)), key=edtf.sort_key)
    return WhoRow(
        actor=actor,
        recipient=recipient,
        type=events[0].type,
        count=len(events),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        events=tuple(event.id for event in events),
    )
