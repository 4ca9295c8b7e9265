"""JSON-LD in the words of schema.org: events, the articles that tell of them, what was said."""

from typing import Any, BinaryIO

import msgspec

from standoff.export.cited import Pages
from standoff.export.dates import plain_date
from standoff.hostile import web_link
from standoff.record import Record
from standoff.record.rows import Document
from standoff.tell.naming import label_of
from standoff.tell.parties import Sides, find_sides
from standoff.tell.rows import TimelineRow, VoiceRow
from standoff.tell.timeline import timeline
from standoff.tell.voices import voices

_CONTEXT = {"@vocab": "https://schema.org/", "standoff": "urn:standoff:"}
_STATUS = {"planned": "EventScheduled", "promised": "EventScheduled"}

Node = dict[str, Any]


def write_jsonld(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes one graph. Dates stay as fine as told: schema.org takes `2013-04` as well as a day, but no doubtful stretch."""
    sides = find_sides(record.subject(), record.events(at))
    rows = timeline(record, at=at)
    documents = record.documents(at)
    pages = Pages(documents)
    graph = [
        *(_article(record, document) for document in documents),
        *(_event(row, sides, pages) for row in rows),
        *(_quotation(row, pages) for row in voices(record, at=at) if row.kind == "quotation"),
    ]
    told = {"@context": _CONTEXT, "@graph": [{k: v for k, v in node.items() if v} for node in graph]}
    sink.write(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")


def _article(record: Record, document: Document) -> Node:
    meta = record.annotation(document.key).meta
    return {
        "@id": _page(document),
        "@type": "NewsArticle",
        "headline": document.title,
        "datePublished": plain_date(document.published),
        "url": web_link(document.url),
        "inLanguage": meta.language,
        "author": [{"@type": "Person", "name": name} for name in meta.authors],
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
    }


def _event(row: TimelineRow, sides: Sides, pages: Pages) -> Node:
    start, _, end = (row.date or "").partition("/")
    return {
        "@id": f"standoff:{row.id}",
        "@type": "Event",
        "name": f"{row.summary}{_told_as(row)}",
        "startDate": plain_date(start),
        "endDate": plain_date(end),
        "eventStatus": _STATUS.get(row.status),
        "standoff:status": row.status,
        "additionalType": f"standoff:{row.type}",
        "organizer": [{"@type": "Organization", "name": label_of(actor, sides)} for actor in row.actors],
        "attendee": [{"@type": "Organization", "name": label_of(actor, sides)} for actor in row.recipients],
        "subjectOf": [{"@id": id} for id in dict.fromkeys(_page(pages.of(s)) for s in row.sources)],
    }


def _quotation(row: VoiceRow, pages: Pages) -> Node:
    return {
        "@id": f"standoff:{row.id}",
        "@type": "Quotation",
        "text": row.said,
        "spokenByCharacter": {"@type": "Person", "name": row.speaker} if row.speaker else None,
        "isPartOf": [{"@id": _page(pages.of(s))} for s in row.sources[:1]],
    }


def _told_as(row: TimelineRow) -> str:
    """What schema.org has no word for: that an act was only threatened, say."""
    return "" if row.status in ("happened", "ongoing") else f" ({row.status})"


def _page(document: Document) -> str:
    return f"standoff:page-{document.key[:16]}"
