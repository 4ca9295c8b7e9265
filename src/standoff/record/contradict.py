"""What the sources of one event contradict each other on. What is only vaguer contradicts nothing."""

from collections.abc import Mapping, Sequence

from standoff import edtf
from standoff.actor_ids import is_described, party_of
from standoff.record.poll import Poll, dated_as
from standoff.record.rows import EventMention

Differing = list[tuple[str, str, tuple[str, ...]]]


def differs(
    members: Sequence[EventMention], date: str | None, actors: Sequence[str], dates: Mapping[str, str]
) -> Differing:
    """Where sources contradict each other: each value with the mentions that say so."""
    who, status = Poll(), Poll()
    for mention in members:
        if named := _named(mention):
            who.add(", ".join(named), mention)
        status.add("denied" if mention.event.status == "denied" or mention.event.negated else "told", mention)
    found = _dates(members, date, dates)
    chosen = {party_of(a) for a in actors if not is_described(a)}
    if chosen and any(not _overlap(chosen, value.split(", ")) for value in who.ranked()):
        found += [("actors", value, tuple(who.keys[value])) for value in who.ranked()]
    if len(status.ranked()) > 1:
        found += [("status", value, tuple(status.keys[value])) for value in status.ranked()]
    return found


def _named(mention: EventMention) -> list[str]:
    """The parties that its own sentence names as acting; whom only its page shows to act is no other source's word against."""
    where = mention.where
    inside = (a for a in mention.event.actors if where.start <= a.start < where.end)
    return sorted({party_of(a.id) for a in inside if not is_described(a.id)})


def _dates(members: Sequence[EventMention], date: str | None, dates: Mapping[str, str]) -> Differing:
    """The date of the event and those that contradict it; none where no page does that does not tell that date too.

    The day on which something is only spoken of, and a coarser date that may hold the day, contradict nothing.
    """
    if date is None or edtf.bounds(date) is None:
        return []
    days, agreeing = Poll(), set[str]()
    for mention in members:
        own, how = dated_as(mention, dates)
        if own and how in ("stated", "relative") and edtf.bounds(own):
            days.add(own, mention)
            if edtf.overlap(own, date):
                agreeing.add(mention.where.document.key)
    by_key = {m.key: m.where.document.key for m in members}
    against = {
        day
        for day in days.ranked()
        if not day.endswith("~")
        and not edtf.overlap(edtf.roughly(day), edtf.roughly(date))
        and any(by_key[key] not in agreeing for key in days.keys[day])
    }
    return (
        [("date", day, tuple(days.keys[day])) for day in days.ranked() if day == date or day in against]
        if against
        else []
    )


def _overlap(chosen: set[str], others: Sequence[str]) -> bool:
    """Some of them are the same, or the name of one stands within the other's."""
    words = [set(name.removeprefix("NAMED:").split()) for name in chosen]
    return any(
        other in chosen or any(w <= own or own <= w for w in words)
        for other in others
        for own in (set(other.removeprefix("NAMED:").split()),)
    )
