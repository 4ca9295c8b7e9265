"""Decisions carried from record to record: lines of JSON, checked as they come in."""

from collections.abc import Iterable, Iterator

import msgspec

from standoff.errors import InputError
from standoff.record.checked import wrong_with
from standoff.record.decisions import Decision
from standoff.record.store import Record

_WANTED = "a line that `standoff decisions --export` wrote"


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
    if wrong := wrong_with(decision):
        raise InputError(f"line {n} is no decision: {wrong}", hint=f"it wants {_WANTED}")
    return decision
