"""The whole record as lines that do not depend on the order in which pages were read."""

from collections.abc import Iterator

import msgspec

from standoff.record.store import Record

_encoder = msgspec.json.Encoder(order="deterministic")


def dump(record: Record) -> Iterator[bytes]:
    """Every fact of a record as a line of JSON, in an order of its own: two records that say the same give the same lines."""
    yield _encoder.encode({"subject": record.subject(), "found": record.subject_found})
    copies, inferred = record.copies(), record.inferred()
    for document in sorted(record.documents(), key=lambda d: d.key):
        key = document.key
        yield _encoder.encode(
            {
                "document": document,
                "addresses": record.addresses(key),
                "copy": copies.get(key),
                "inferred": inferred.get(key),
                "annotation": record.annotation(key),
            }
        )
    for event in sorted(record.events(), key=lambda e: e.id):
        yield _encoder.encode(
            {
                "event": event.id,
                "fields": [getattr(event, f) for f in _FIELDS],
                "members": [m.key for m in event.members],
            }
        )
    for table in (record.merges(), record.datings()):
        for member, (value, reason) in sorted(table.items()):
            yield _encoder.encode([member, value, reason])
    for decision in record.decisions():
        yield _encoder.encode(decision)
    for id, issue in record.failures():
        yield _encoder.encode([id, issue])


_FIELDS = (
    "type", "mode", "date", "date_how", "actors", "recipients", "object", "status", "negated", "attributed_to", "confidence",
    "place", "topic", "outcome", "content_of", "differs",
)  # fmt: skip
