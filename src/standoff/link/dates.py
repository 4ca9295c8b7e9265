"""Dates that hang on another event: `a month after the talks` gets its date from the talks."""

from collections.abc import Sequence

from standoff import edtf
from standoff.model import Span
from standoff.record import Record
from standoff.record.rows import EventMention


def resolve_dates(record: Record, mentions: Sequence[EventMention]) -> dict[str, tuple[str, str]]:
    """The date and its reason for every mention whose page dates it by another event."""
    by_page: dict[str, list[EventMention]] = {}
    for mention in mentions:
        by_page.setdefault(mention.where.document.key, []).append(mention)
    found: dict[str, tuple[str, str]] = {}
    for mention in mentions:
        relation = mention.event.date_rel
        if relation is None or edtf.bounds(mention.event.date):
            continue
        page = by_page[mention.where.document.key]
        anchor = _anchor(page, relation.anchor)
        date = edtf.shift(anchor.event.date, relation.offset, relation.direction) if anchor else None
        if anchor and date:
            words = record.annotation(mention.where.document.key).text[anchor.event.start : anchor.event.end]
            found[mention.key] = (date, f"{relation.offset} {relation.direction} {words!r} of {anchor.event.date}")
    return found


def _anchor(page: Sequence[EventMention], anchor: Span | int) -> EventMention | None:
    """The event that a date hangs on: by its place in the page's list, or by its words."""
    if isinstance(anchor, int):
        return page[anchor] if 0 <= anchor < len(page) else None
    over = [m for m in page if m.event.start < anchor.end and anchor.start < m.event.end and edtf.bounds(m.event.date)]
    return over[0] if over else None
