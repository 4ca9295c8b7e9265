"""The timeline as an Atom feed (RFC 4287): an entry an event, the latest first."""

from collections.abc import Iterable
from typing import BinaryIO

from lxml import etree

from standoff import edtf
from standoff.hostile import visible, web_link
from standoff.record import Record
from standoff.tell.naming import say_date
from standoff.tell.parties import last_page
from standoff.tell.rows import Source, TimelineRow
from standoff.tell.timeline import timeline

_ATOM = "http://www.w3.org/2005/Atom"
_SINCE = "1970-01-01"
"""Of what no page dates."""

Element = etree._Element


def write_atom(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes the feed. An entry was updated when the last page that reports it was published: no clock is read."""
    rows = timeline(record, at=at)
    subject = record.subject()
    name = visible(subject.name) if subject else "stand-off"
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]  # lxml takes None; its stubs do not know
    _add(feed, "title", name)
    _add(feed, "id", f"urn:standoff:{_urn(name)}")
    _add(feed, "updated", _time(at or last_page(record.documents(at))))
    _add(_add(feed, "author"), "name", "standoff")
    for row in sorted(rows, key=lambda row: (_updated(row.sources), row.id), reverse=True):
        _entry(feed, row)
    sink.write(etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _entry(feed: Element, row: TimelineRow) -> None:
    entry = _add(feed, "entry")
    planned = "" if row.status in ("happened", "ongoing") else f" ({row.status})"
    _add(entry, "title", f"{say_date(row.date)}: {row.summary.rstrip('.')}{planned}")
    _add(entry, "id", f"urn:standoff:{row.id}")
    _add(entry, "updated", _time(_updated(row.sources)))
    _add(entry, "category").set("term", row.type)
    if (address := next((a for s in row.sources if (a := web_link(s.url))), None)) is not None:
        link = _add(entry, "link")
        link.set("rel", "alternate")
        link.set("href", visible(address))
    quotes = [f"{s.publisher or s.document}, {say_date(s.published)}: “{s.quote}”" for s in row.sources]
    _add(entry, "content", "\n".join(quotes)).set("type", "text")


def _add(parent: Element, name: str, text: str | None = None) -> Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = None if text is None else visible(text)
    return child


def _updated(sources: Iterable[Source]) -> str:
    days = [day.isoformat() for s in sources if (day := edtf.last_day(s.published)) is not None]
    return max(days, default=_SINCE)


def _time(day: str | None) -> str:
    last = edtf.last_day(day)
    return f"{last.isoformat() if last else _SINCE}T00:00:00Z"


def _urn(name: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())
