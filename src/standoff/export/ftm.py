"""followthemoney entities, a line each: articles, actors, events with their proofs. For OpenAleph and its relatives."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

import msgspec

from standoff.actor_ids import taken_apart
from standoff.export.cited import Pages
from standoff.export.dates import plain_date
from standoff.hostile import web_link
from standoff.lexicon.actors import countries
from standoff.record import Record
from standoff.record.rows import Document
from standoff.tell.naming import label_of
from standoff.tell.parties import Sides, find_sides
from standoff.tell.rows import TimelineRow
from standoff.tell.timeline import timeline

_CODES = {"uk": "gb"}
"""Web suffixes that are no ISO 3166-1 codes."""
_BODY = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY")

Entity = dict[str, Any]


def write_ftm(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes what happened; planned acts are no events in that model."""
    encoder = msgspec.json.Encoder()
    for entity in _entities(record, at):
        properties = {
            name: values for name, given in entity["properties"].items() if (values := [v for v in given if v])
        }
        sink.write(encoder.encode({**entity, "properties": properties}) + b"\n")


def _entities(record: Record, at: str | None) -> Iterator[Entity]:
    sides = find_sides(record.subject(), record.events(at))
    documents = record.documents(at)
    pages = Pages(documents)
    for document in documents:
        yield _article(record, document)
    rows = [row for row in timeline(record, at=at) if row.status in ("happened", "ongoing")]
    for actor in sorted({actor for row in rows for actor in (*row.actors, *row.recipients)}):
        yield _actor(actor, sides)
    for row in rows:
        yield _event(row, pages)


def _article(record: Record, document: Document) -> Entity:
    meta = record.annotation(document.key).meta
    told = {
        "title": [document.title or document.id],
        "publishedAt": [plain_date(document.published)],
        "author": list(meta.authors),
        "publisher": [document.publisher],
        "sourceUrl": [web_link(document.url)],
    }
    return {"id": _id(f"page:{document.key}"), "schema": "Article", "properties": told}


def _actor(actor: str, sides: Sides) -> Entity:
    code, sector = taken_apart(actor)
    country = countries().get(code)
    schema = "PublicBody" if (country and not sector) or sector in _BODY else "Organization"
    suffix = country.tld if country else None
    told = {"name": [label_of(actor, sides)], "country": [_CODES.get(suffix or "", suffix)]}
    return {"id": _id(f"actor:{actor}"), "schema": schema, "properties": told}


def _event(row: TimelineRow, pages: Pages) -> Entity:
    start, _, end = (row.date or "").partition("/")
    keys = dict.fromkeys(pages.of(s).key for s in row.sources)
    told = {
        "name": [row.summary],
        "startDate": [plain_date(start)],
        "endDate": [plain_date(end)],
        "involved": [_id(f"actor:{actor}") for actor in dict.fromkeys((*row.actors, *row.recipients))],
        "proof": [_id(f"page:{key}") for key in keys],
        "summary": [f"“{s.quote}”" for s in row.sources[:3]],
        "keywords": [row.type],
        "recordId": [row.id],
    }
    return {"id": _id(f"event:{row.id}"), "schema": "Event", "properties": told}


def _id(name: str) -> str:
    return f"standoff-{sha256(name.encode()).hexdigest()[:20]}"
