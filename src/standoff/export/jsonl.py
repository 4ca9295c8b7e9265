"""JSON Lines: documents with their annotations, then the merged events; the whole record, in a fixed order."""

from typing import BinaryIO

import msgspec

from standoff.record import Record
from standoff.tell.timeline import timeline

_encoder = msgspec.json.Encoder()


def write_jsonl(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """One object a line, `kind` first: `subject`, `document` (its annotation beside), `event`."""
    if (subject := record.subject()) is not None:
        sink.write(
            _encoder.encode({"kind": "subject", "found": record.subject_found, **msgspec.to_builtins(subject)}) + b"\n"
        )
    for document in sorted(record.documents(at), key=lambda d: d.key):
        row = {"kind": "document", **msgspec.to_builtins(document), "annotation": record.annotation(document.key)}
        sink.write(_encoder.encode(row) + b"\n")
    for event in timeline(record, at=at):
        sink.write(_encoder.encode({"kind": "event", **msgspec.to_builtins(event)}) + b"\n")
