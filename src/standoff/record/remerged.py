"""The merged events after decisions: only those that decisions touch are put together anew."""

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from standoff.record.corrected import pinned
from standoff.record.fields import Words, merge_mentions, merged_event
from standoff.record.mentions import event_keys
from standoff.record.rows import EventMention, MergedEvent, by_date
from standoff.record.rulings import Merges, Ruled

if TYPE_CHECKING:
    from standoff.record.store import Record

Dates = Mapping[str, tuple[str, str]]
Holders = Mapping[str, Sequence[MergedEvent]]
Mentions = Callable[[Iterable[MergedEvent]], Sequence[EventMention]]


def holders(events: Iterable[MergedEvent]) -> dict[str, list[MergedEvent]]:
    """By the key of a mention the event that it belongs to, and those that it speaks of."""
    found: dict[str, list[MergedEvent]] = {}
    for event in events:
        for member in event.members:
            found.setdefault(member.key, []).append(event)
            if member.content_of is not None:
                found.setdefault(member.content_of, []).append(event)
    return found


def remerge(
    read: Sequence[MergedEvent],
    of: Holders,
    mentions: Mentions,
    before: Merges,
    now: Merges,
    dates: Dates,
    words: Words,
    ruled: Ruled,
) -> list[MergedEvent]:
    """All events, oldest first, as people decided.

    Args:
        read: the events as the machine puts them together.
        of: which of them each mention bears on.
        mentions: those of some events and those that people keep, in the order of their pages, with what people set
            right and without what they rejected.
        before: the machine's merges.
        now: the merges with those that people made and undid.
        dates: the dates that the pages together gave.
        words: the page's words for a field of a mention.
        ruled: what people decided.
    """
    moved = {key for key in before.keys() | now.keys() if _name(before, key) != _name(now, key)}
    touched = {*moved, *ruled.decided, *ruled.rejected, *ruled.fixes, *ruled.sure, *(m.key for m in ruled.kept)}
    gone = {event.id: event for key in touched for event in of.get(key, ())}
    again = pinned(merge_mentions(mentions(gone.values()), now, dates, words), ruled, dates)
    found = [event for event in read if event.id not in gone]
    for event in again:
        insort(found, event, key=by_date)
    return found


def in_page_order(record: "Record", events: Iterable[MergedEvent]) -> list[EventMention]:
    """The mentions of some events, in the order of their pages."""

    def nth(mention: EventMention) -> int:
        key = mention.where.document.key
        keys = record.kept(("read", "nth", key), lambda: event_keys(record.document(key), record.annotation(key)))
        return keys.index(mention.key)

    places = record.kept(("read", "order"), lambda: {d.key: n for n, d in enumerate(record.documents())})
    found = [(places[m.where.document.key], nth(m), m) for event in events for m in event.members]
    return [mention for *_, mention in sorted(found, key=lambda one: one[:2])]


def known_of(
    events: Iterable[MergedEvent], documents: set[str], dates: Dates, merges: Merges, words: Words
) -> list[MergedEvent]:
    """The events as only some documents tell them, oldest first; those that no other one tells of stay as they are."""
    canonical = {member: name for member, (name, _) in merges.items()}
    days = {member: date for member, (date, _) in dates.items()}
    found, changed = [], []
    for event in events:
        known = [m for m in event.members if m.where.document.key in documents]
        if len(known) == len(event.members):
            found.append(event)
        elif known:
            changed.append(merged_event(event.id, known, words, days, canonical))
    return sorted([*found, *changed], key=by_date) if changed else found


def _name(merges: Merges, key: str) -> str:
    return merges[key][0] if key in merges else key
