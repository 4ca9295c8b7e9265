"""The merged events brought up to date: of those that are kept only the ones are put together anew that a change bears on.

Triggers of `record/schema.py` note the keys of all pages and mentions whose text, source, date or event has changed since the
events were kept; what nobody noted stands as it was.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from standoff.record.asking import ask
from standoff.record.fields import Words, merge_mentions
from standoff.record.mentions import event_mentions, thing_names
from standoff.record.rows import EventMention, MergedEvent, by_date
from standoff.record.shelf import EVENTS_OF, take_older_events

if TYPE_CHECKING:
    from standoff.record.store import Record

Links = dict[str, tuple[str, str]]
Told = Callable[[str], Sequence[EventMention]]
"""What a document tells, in its order; nothing where there is no such document."""


def brought_up(record: "Record", db: sqlite3.Connection) -> list[MergedEvent] | None:
    """All events as the machine merges them, oldest first; None where they have to be merged from all pages."""
    with at_one_moment(db):
        events, stale = take_older_events(record), read_stale(db)
        if events is None or len(stale) > len(events):
            return None
        order = {document.key: n for n, document in enumerate(record.documents())}
        thing = thing_names(record.subject())

        def told(key: str) -> list[EventMention]:
            return event_mentions(record.document(key), record.annotation(key), thing) if key in order else []

        return bring_up(events, stale, told, order, lambda keys: read_links(db, keys), record.words)


def forget_events(db: sqlite3.Connection) -> None:
    """From now on no events are kept that could be brought up to date: all of them will change."""
    db.execute("DELETE FROM meta WHERE key = ?", (EVENTS_OF,))
    db.execute("DELETE FROM stale")


@contextmanager
def at_one_moment(db: sqlite3.Connection) -> Iterator[None]:
    """Inside all is read as it stood at one moment, whatever others write."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("COMMIT")


def read_stale(db: sqlite3.Connection) -> set[str]:
    """The keys of the documents and mentions that have changed since the events were kept."""
    return {key for (key,) in db.execute("SELECT key FROM stale")}


def bring_up(
    events: Sequence[MergedEvent],
    stale: Collection[str],
    told: Told,
    order: Mapping[str, int],
    links: Callable[[Collection[str]], tuple[Links, Links]],
    words: Words,
) -> list[MergedEvent]:
    """All events, oldest first.

    Args:
        events: as they were kept.
        stale: the keys of what has changed since.
        told: reads a page.
        order: the place of each document among all.
        links: the merges and the dates that the pages together give to some mentions.
        words: the page's words for a field of a mention.
    """
    read = {key: told(key) for key in sorted(stale)}
    touched = {*stale, *(m.key for mentions in read.values() for m in mentions)}
    now, _ = links(touched)
    ids = {now[key][0] if key in now else key for key in touched}
    gone = [event for event in events if event.id in ids or _hangs_on(event, touched)]
    documents = {m.where.document.key for event in gone for m in event.members if m.where.document.key not in read}
    known = {m.key for event in gone for m in event.members}
    mentions = [m for mentions in read.values() for m in mentions]
    mentions += [m for key in sorted(documents) for m in told(key) if m.key in known]
    place = {m.key: n for n, m in enumerate(mentions)}
    mentions.sort(key=lambda m: (order[m.where.document.key], place[m.key]))
    merges, dates = links({key for m in mentions for key in (m.key, m.content_of) if key})
    left = {event.id for event in gone}
    again = merge_mentions(mentions, merges, dates, words)
    return sorted([*(event for event in events if event.id not in left), *again], key=by_date)


def _hangs_on(event: MergedEvent, touched: Collection[str]) -> bool:
    """One of its reports, or what it is said in, or the page of one, has changed."""
    return any(m.key in touched or m.where.document.key in touched or m.content_of in touched for m in event.members)


def read_links(db: sqlite3.Connection, keys: Collection[str]) -> tuple[Links, Links]:
    """The merges of some mentions, and the dates that the pages together gave them."""
    merges = ask(db, "SELECT member, canonical, reason FROM merge WHERE member IN ({})", keys)
    dates = ask(db, "SELECT member, date, reason FROM dating WHERE member IN ({})", keys)
    return _by_member(merges), _by_member(dates)


def _by_member(rows: Iterator[tuple[str, str, str]]) -> Links:
    return {member: (value, reason) for member, value, reason in rows}
