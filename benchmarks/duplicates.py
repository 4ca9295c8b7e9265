"""Likely duplicates in the timelines of stand-off folders, to be judged by reading.

`python -m benchmarks.duplicates FOLDER...` reads each folder's pages with its subject and prints pairs of entries that may
be one event: of one family of types, with an actor in common, of near days, and with a word in common that is not of the
thing. The last line counts entries and pairs. What is a duplicate only a reader can say.
"""

import argparse
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from gate.predict import views

from standoff import edtf
from standoff.actor_ids import party_of
from standoff.lexicon.stems import stems, thing_stems
from standoff.record import Record
from standoff.record.poll import is_bare
from standoff.record.rows import MergedEvent
from standoff.tell.same_act import family_of
from standoff.tell.timeline import timeline

BESIDE = 60
"""Characters beside an act whose words are compared."""
NEAR, LATER = 3, 120
"""Days between two acts; days after an act on which a page may tell it without its day."""


def pairs(record: Record) -> Iterator[tuple[MergedEvent, MergedEvent, frozenset[str]]]:
    """Entries that may be one event, with the words that they share."""
    thing = thing_stems(record.subject())
    events = {event.id: event for event in record.events()}
    for one, other in combinations([events[row.id] for row in timeline(record)], 2):
        a, b = _sides(one), _sides(other)
        if family_of(one.type) != family_of(other.type) or (a and b and not a & b) or not _near(one, other):
            continue
        shared = (_words(one) & _words(other)) - thing
        if shared:
            yield one, other, shared


def _sides(event: MergedEvent) -> set[str]:
    return {party_of(a) for a in event.actors if not is_bare(a)}


def _near(one: MergedEvent, other: MergedEvent) -> bool:
    if edtf.bounds(one.date) and edtf.bounds(other.date):
        return (edtf.gap(one.date, other.date) or 0) <= NEAR
    dated, vague = (one, other) if edtf.bounds(one.date) else (other, one)
    printed = min((m.where.document.published or "~" for m in vague.members), default="~")
    away = edtf.gap(dated.date, printed)
    return away is not None and away <= LATER


def _words(event: MergedEvent) -> frozenset[str]:
    found = frozenset[str]()
    for m in event.members:
        start, end = m.event.start - m.where.start, m.event.end - m.where.start
        found |= stems(m.where.quote[max(0, start - BESIDE // 2) : end + BESIDE])
    return found


def _line(event: MergedEvent) -> str:
    first = event.members[0].where
    quote = " ".join(first.quote.split())[:160]
    return f"{event.date or 'undated'} {event.type} {','.join(event.actors)} [{first.document.id}] {quote}"


def main() -> None:
    """Prints the pairs of every folder, and how many there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    entries = found = 0
    for folder in parser.parse_args().folder:
        with tempfile.TemporaryDirectory() as out:
            views(folder, Path(out))
            with Record.open(Path(out) / "record.db") as record:
                entries += len(timeline(record))
                for one, other, shared in pairs(record):
                    found += 1
                    print(folder.name, _line(one), _line(other), ", ".join(sorted(shared)), sep="\n  ")
    print(f"{entries} entries, {found} pairs")


if __name__ == "__main__":
    main()
