"""JSON-LD in the words of schema.org: events, the articles that tell of them, what was said."""

from typing import Any, BinaryIO

import msgspec

from standoff.hostile import web_link
from standoff.record import Record
from standoff.tell.naming import name_of
from standoff.tell.parties import Sides, find_sides
from standoff.tell.rows import TimelineRow, VoiceRow
from standoff.tell.timeline import timeline
from standoff.tell.voices import voices

_CONTEXT = {"@vocab": "https://schema.org/", "standoff": "urn:standoff:"}
_STATUS = {"planned": "EventScheduled", "promised": "EventScheduled"}

Node = dict[str, Any]


def write_jsonld(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes one graph. Dates stay as fine as told: schema.org takes `2013-04` as well as a day."""
    sides = find_sides(record.subject(), record.events(at))
    rows = timeline(record, at=at)
    keys = {document.id: document.key for document in record.documents(at)}
    graph = [
        *(_article(record, key) for key in keys.values()),
        *(_event(row, sides, keys) for row in rows),
        *(_quotation(row, keys) for row in voices(record, at=at) if row.kind == "quotation"),
    ]
    told = {"@context": _CONTEXT, "@graph": [{k: v for k, v in node.items() if v} for node in graph]}
    sink.write(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")


def _article(record: Record, key: str) -> Node:
    document, meta = record.document(key), record.annotation(key).meta
    return {
        "@id": _page(key),
        "@type": "NewsArticle",
        "headline": document.title,
        "datePublished": document.published,
        "url": web_link(document.url),
        "inLanguage": meta.language,
        "author": [{"@type": "Person", "name": name} for name in meta.authors],
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
    }


def _event(row: TimelineRow, sides: Sides, keys: dict[str, str]) -> Node:
    start, _, end = (row.date or "").partition("/")
    return {
        "@id": f"standoff:{row.id}",
        "@type": "Event",
        "name": row.summary,
        "startDate": start.rstrip("~?%"),
        "endDate": end.rstrip("~?%"),
        "eventStatus": _STATUS.get(row.status),
        "additionalType": f"standoff:{row.type}",
        "organizer": [{"@type": "Organization", "name": name_of(actor, sides)} for actor in row.actors],
        "attendee": [{"@type": "Organization", "name": name_of(actor, sides)} for actor in row.recipients],
        "subjectOf": [{"@id": _page(key)} for key in dict.fromkeys(keys[s.document] for s in row.sources)],
    }


def _quotation(row: VoiceRow, keys: dict[str, str]) -> Node:
    return {
        "@id": f"standoff:{row.id}",
        "@type": "Quotation",
        "text": row.said,
        "spokenByCharacter": {"@type": "Person", "name": row.speaker} if row.speaker else None,
        "isPartOf": [{"@id": _page(keys[s.document])} for s in row.sources[:1]],
    }


def _page(key: str) -> str:
    return f"standoff:page-{key[:16]}"
