"""JSON Lines: documents with their pages and annotations, failures, decisions, what others contributed, then the merged events; in a fixed order.

`standoff.restore` makes an equal record of it.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from standoff.record import Record
from standoff.record.contributed import contributions
from standoff.tell.timeline import timeline

FORM = 1
"""The form of the lines."""

_encoder = msgspec.json.Encoder()


def write_jsonl(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """One object a line, `kind` first: `record`, `document` (the page as it came in and what it gave), `failure`,
    `decision`, `contribution`, `event`.
    """
    for line in _lines(record, at):
        sink.write(_encoder.encode(line) + b"\n")


def _lines(record: Record, at: str | None) -> Iterator[dict[str, Any]]:
    yield {
        "kind": "record",
        "form": FORM,
        "subject": record.subject(),
        "found": record.subject_found,
        "model": record.meta("model"),
        "at": at,
    }
    inferred = record.inferred()
    for document in sorted(record.documents(at), key=lambda d: d.key):
        key = document.key
        yield {
            "kind": "document",
            **msgspec.to_builtins(document),
            "made": record.made_of(key),
            "addresses": record.addresses(key),
            "page": record.page_source(key),
            "annotation": record.annotation(key),
            "alone": record.alone(key) if key in inferred else None,
        }
    for id, issue in record.failures():
        yield {"kind": "failure", "id": id, "issue": issue}
    for decision in record.decisions():
        yield {"kind": "decision", "decision": decision}
    known = {document.key for document in record.documents(at)}
    for contribution in contributions(record):
        if contribution.document in known:
            yield {"kind": "contribution", "contribution": contribution}
    for event in timeline(record, at=at):
        yield {"kind": "event", **msgspec.to_builtins(event)}
