"""Dates that hang on another event: `a month after the talks` gets its date from the talks."""

from collections.abc import Callable, Sequence

from standoff import edtf
from standoff.model import Annotation, Span
from standoff.record.rows import EventMention

Told = Callable[[str], str | None]
"""By the key of a mention, the date that other pages give its event."""


def resolve_dates(
    mentions: Sequence[EventMention], page: Annotation, *, told: Told = lambda _: None
) -> dict[str, tuple[str, str]]:
    """The date and its reason for every mention that its page dates by another event.

    Args:
        mentions: all that the page tells, in its order.
        page: the page.
        told: what other pages know.
    """
    found: dict[str, tuple[str, str]] = {}
    for mention in mentions:
        relation = mention.event.date_rel
        if relation is None or edtf.bounds(mention.event.date):
            continue
        anchor = _anchor(mentions, relation.anchor, told)
        if anchor is None or anchor is mention:
            continue
        base = _date(anchor, told)
        date = edtf.shift(base, relation.offset, relation.direction)
        if date:
            event = anchor.event
            words = page.text[event.start : event.end]
            where = "" if edtf.bounds(event.date) else ", as other pages tell"
            found[mention.key] = (date, f"{relation.offset} {relation.direction} {words!r} of {base}{where}")
    return found


def _anchor(page: Sequence[EventMention], anchor: Span | int, told: Told) -> EventMention | None:
    """The event that a date hangs on: by its place in the page's list, or by its words."""
    if isinstance(anchor, int):
        return page[anchor] if 0 <= anchor < len(page) else None
    over = [m for m in page if m.event.start < anchor.end and anchor.start < m.event.end]
    return next((m for m in over if edtf.bounds(_date(m, told))), None)


def _date(mention: EventMention, told: Told) -> str | None:
    return mention.event.date if edtf.bounds(mention.event.date) else told(mention.key)
