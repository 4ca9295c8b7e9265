"""What is sure enough to be told, and what lies in the tray."""

from standoff import edtf
from standoff.lexicon.stems import stems
from standoff.model import PloverType
from standoff.record.rows import MergedEvent

SURE, ON_THING = 0.5, 0.4
"""Confidence from which an event is told; and from which a deed on the disputed thing with its day is."""
DEEDS: tuple[PloverType, ...] = ("AGREE", "ASSAULT", "COERCE", "CONSULT", "PROTEST", "RETREAT", "SANCTION")
"""What turns a stand-off, and is often told without its doer: `the gate was opened on Friday`."""


def is_sure(event: MergedEvent, thing: frozenset[str]) -> bool:
    """The event is told; else it lies in the tray. `thing`: the stems of the subject's names."""
    if event.confidence >= SURE:
        return True
    turns = event.confidence >= ON_THING and event.type in DEEDS and edtf.is_day(event.date)
    return turns and bool(thing) and on_thing(event, thing)


def on_thing(event: MergedEvent, thing: frozenset[str]) -> bool:
    """A sentence that tells it names the thing."""
    return not thing or any(stems(member.where.quote) & thing for member in event.members)
