"""The sentences of a page that gave an entry: what is shown of it where the page itself is not handed on."""

from collections.abc import Iterator
from typing import Any

import msgspec

from standoff.record.rows import Document
from standoff.tell.rows import Source
from standoff.web.contexts import VIEWS, Told


def quoted(told: Told, document: Document) -> list[Source]:
    """The page's sentences that a row of any view leads to, in order; none of a reader's comment."""
    found: dict[str, list[Source]] = told.desk.kept(("quoted", told.at), lambda: _by_page(told))
    return found.get(document.key, [])


def _by_page(told: Told) -> dict[str, list[Source]]:
    places: dict[str, dict[tuple[int, int], Source]] = {}
    for source in _all(told):
        if source.part != "comment":
            places.setdefault(source.page, {})[source.start, source.end] = source
    return {document: [found[place] for place in sorted(found)] for document, found in places.items()}


def _all(told: Told) -> Iterator[Source]:
    for name in VIEWS:
        rows = told.view(name)
        for row in rows if isinstance(rows, list) else [rows]:
            yield from _sources(msgspec.to_builtins(row))
    for row in (*told.doubtful, *told.brief):
        yield from _sources(msgspec.to_builtins(row))
    for mention in told.record.mentions():
        where = mention.where
        yield _cite(where.document, where.start, where.end, where.quote, where.part)


def _sources(value: Any) -> Iterator[Source]:
    """Every source within a row."""
    if isinstance(value, dict):
        if "document" in value and "quote" in value:
            yield msgspec.convert(value, Source)
        else:
            for item in value.values():
                yield from _sources(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _sources(item)


def _cite(document: Document, start: int, end: int, quote: str, part: str) -> Source:
    return Source(
        document=document.id,
        url=document.url,
        start=start,
        end=end,
        quote=quote,
        published=document.published,
        publisher=document.publisher,
        part=part,
        key=document.key,
    )
