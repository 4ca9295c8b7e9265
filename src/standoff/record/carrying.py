"""Decisions carried from record to record: lines of JSON, checked as they come in."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from standoff.errors import InputError, UsageError
from standoff.record.deciding import MOST_WHO
from standoff.record.decisions import Decision
from standoff.record.shown import read_values, written
from standoff.record.store import Record

_ID = re.compile(r"d[0-9a-f]{11}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_WANTED = "a line that `standoff decisions --export` wrote"
MOST_NOTE = 2000


def export_decisions(record: Record) -> Iterator[bytes]:
    """The whole log, a decision a line."""
    for decision in record.decisions():
        yield msgspec.json.encode(decision) + b"\n"


def import_decisions(record: Record, lines: Iterable[bytes]) -> tuple[int, int]:
    """Adds the decisions of a log that are not there yet, all or none: how many were added, and how many were known.

    Raises:
        InputError: a line is no decision.
        RecordError: the record cannot be written.
    """
    decoder = msgspec.json.Decoder(Decision)
    found = [_read(decoder, n, line) for n, line in enumerate(lines, start=1) if line.strip()]
    added = record.decide(found)
    return added, len(found) - added


def _read(decoder: msgspec.json.Decoder[Decision], n: int, line: bytes) -> Decision:
    try:
        decision = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as e:
        raise InputError(f"line {n} is no decision: {e}", hint=f"it wants {_WANTED}") from e
    if wrong := _wrong(decision):
        raise InputError(f"line {n} is no decision: {wrong}", hint=f"it wants {_WANTED}")
    return decision


def _wrong(decision: Decision) -> str:
    """What is wrong with a decision of another record, in words; empty where nothing is."""
    if not _ID.fullmatch(decision.id) or not _TIME.fullmatch(decision.time):
        return "its id or time is none"
    if not decision.who.strip() or len(decision.who) > MOST_WHO or len(decision.note or "") > MOST_NOTE:
        return "nobody is named, or at too great length"
    if (decision.action == "undo") != (decision.undoes is not None) or (decision.action == "undo") == bool(decision.on):
        return "an undo names a decision, every other one mentions"
    kinds = {anchor.kind for anchor in decision.on}
    if len(kinds) > 1 or (decision.action in ("merge", "split") and kinds != {"event"}):
        return "it is about facts of different kinds"
    if decision.action not in ("accept", "edit"):
        return "it sets values" if decision.values else ""
    try:
        values = read_values(decision.on[0].kind, {f: written(v) for f, v in decision.values.items()}, None)
    except UsageError as e:
        return str(e)
    return "" if values == decision.values else "a value is of another type than its field"
