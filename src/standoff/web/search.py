"""Search: pages by the words they hold (FTS5), each with the words around; entries whose sentences hold them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.record.rows import Document
from standoff.tell.rows import TimelineRow
from standoff.web.contexts import Told
from standoff.web.facets import says
from standoff.web.words import named

_WORDS = 12
"""Words of a question that count; more are passed over."""
_AROUND = 140
_ENTRIES = 30
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Hit:
    """A page that holds the words. `before`, `words`, `after`: where the first of them stands."""

    key: str
    id: str
    title: str
    publisher: str
    published: str | None
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Found:
    """What was found."""

    query: str
    hits: Sequence[Hit]
    entries: Sequence[TimelineRow]


def search(told: Told) -> Found:
    """The answer to the words in the address; nothing where they hold no letter or digit."""
    query = told.ask.get("q") or ""
    words = [word.casefold() for word in _WORD.findall(query)][:_WORDS]
    if not words:
        return Found(query, (), ())
    known = {document.key for document in told.documents}
    pages = [document for document in told.record.search(" ".join(words)) if document.key in known]
    entries = [row for row in told.timeline if says(row, words)]
    entries.sort(key=lambda row: (-row.weight, row.id))
    return Found(query, [_hit(told, page, words) for page in pages], entries[:_ENTRIES])


def _hit(told: Told, document: Document, words: Sequence[str]) -> Hit:
    text = told.record.annotation(document.key).text
    found = re.search(rf"(?<!\w){re.escape(words[0])}", text, re.IGNORECASE)
    start, end = found.span() if found else (0, 0)
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return Hit(
        key=document.key,
        id=document.id,
        title=document.title or document.id,
        publisher=named(document),
        published=document.published,
        before=("… " if low else "") + text[low:start],
        words=text[start:end],
        after=text[end:high] + (" …" if high < len(text) else ""),
    )
