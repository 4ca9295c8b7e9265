"""What was told of single events, kept in the record: after a page or a decision only what is told of other events is worked out."""

from hashlib import blake2b, sha256

import msgspec

from standoff.lexicon.stems import thing_stems
from standoff.record import Record
from standoff.record.once import known_of, once, remember
from standoff.record.rows import MergedEvent
from standoff.record.shelf import code_hash, take_as_it_was
from standoff.tell.brought import state_of_act
from standoff.tell.disputed import Brought
from standoff.tell.parties import find_sides
from standoff.tell.state import about_thing
from standoff.tell.summary import summarise
from standoff.tell.weight import weigh

NAME = "worked"
_encode = msgspec.msgpack.Encoder().encode


class Worked(msgspec.Struct, frozen=True, array_like=True):
    """What was told of an event. `of`: a short name of all that it was told from; `acted`: it was asked for its state."""

    of: bytes
    summary: str
    weight: float
    acted: bool
    brought: Brought | None


class AllWorked(msgspec.Struct, frozen=True, array_like=True):
    """What was told of events. `by`: what it was told by beside the events, in one short name."""

    by: str
    events: tuple[Worked, ...]


Given = tuple[object, ...]
_Asked = tuple[Given, Given, str]
"""What `summarise` and `weigh` are given, what `state_of_act` is, and both with the code in one short name."""


def recall(record: Record) -> None:
    """Has at hand what was told of those events that are as they were."""
    kept = take_as_it_was(record, NAME, AllWorked)
    if kept is None:
        return
    told, acted, by = _asked(record)
    if kept.by != by:
        return
    known = {worked.of: worked for worked in kept.events}
    for event in record.events():
        if (worked := known.get(name_of(event))) is None:
            continue
        remember(event, summarise, told, worked.summary)
        remember(event, weigh, told, worked.weight)
        if worked.acted:
            remember(event, state_of_act, acted, worked.brought)


def note(record: Record) -> AllWorked:
    """What was told of events, to be kept."""
    told, acted, by = _asked(record)
    found = []
    for event in record.events():
        summary, weight = known_of(event, summarise, told), known_of(event, weigh, told)
        if summary and weight:
            brought = known_of(event, state_of_act, acted)
            found.append(Worked(name_of(event), summary[0], weight[0], bool(brought), brought[0] if brought else None))
    return AllWorked(by, tuple(found))


@once
def name_of(event: MergedEvent) -> bytes:
    """A short name of an event with all its reports: another where anything of it is other."""
    return blake2b(_encode(event), digest_size=12).digest()


def _asked(record: Record) -> _Asked:
    subject = record.subject()
    sides, names = find_sides(subject, record.events()), thing_stems(subject)
    thing, _ = about_thing(record, None)
    said = msgspec.json.encode((sides, names, vars(thing)), order="deterministic")
    return (sides, names), (thing, sides), sha256(code_hash().encode() + said).hexdigest()[:16]
