"""What views are put together from, worked out ahead in small steps: so a decision, or a day that is asked for, is soon told."""

from collections.abc import Iterator

from standoff.lexicon.stems import thing_stems
from standoff.record import Record
from standoff.tell.brief import whole
from standoff.tell.brought import state_of_act
from standoff.tell.climate import climate
from standoff.tell.kept import anew
from standoff.tell.parties import find_sides
from standoff.tell.promises import promises
from standoff.tell.stakes import stakes
from standoff.tell.state import read_known, state
from standoff.tell.talks import talks
from standoff.tell.timeline import entries, row, tray

MOST = 2_000
"""Pages of a record; what more of them gave is not all held at hand."""
SIDES = 3
"""Parties whose telling is worked out ahead."""
STEP = 40
"""Pages or events of one step."""


def get_ready(record: Record) -> Iterator[None]:
    """Works out what is told of single events and pages, a little at each step."""
    documents = record.documents()
    if len(documents) > MOST:
        return
    for n, document in enumerate(documents):
        record.annotation(document.key)
        if n % STEP == 0:
            yield
    events, subject = record.events(), record.subject()
    record.holders()
    yield
    sides, names = find_sides(subject, events), thing_stems(subject)
    record.places()
    yield
    thing = read_known(record, None).thing
    yield
    for n, event in enumerate(events):
        row(event, sides, names)
        state_of_act(event, thing, sides)
        if n % STEP == 0:
            yield
    for view in (state, talks, climate, promises, stakes):
        anew(view, record)
        yield
    for party in sides.parties[:SIDES]:
        for told in (entries, tray, state, talks, climate, promises, stakes, whole):
            told(record, says=party)
            yield
