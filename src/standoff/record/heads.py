"""What a view needs of every page of a record, kept apart from what the pages gave, so that listing pages reads no page."""

import sqlite3
import zlib
from collections.abc import Iterator, Mapping

import msgspec

from standoff import edtf
from standoff.model import Annotation, Issue
from standoff.record.rows import Document

Copies = Mapping[str, tuple[str, str | None, str]]
"""Of each document the source it counts as, what it copies, and why."""


class Head(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What a page says of itself, and what was noted when it was read."""

    key: str
    id: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    published_how: str | None
    issues: tuple[Issue, ...] = ()


_pack = msgspec.msgpack.Encoder().encode
_head = msgspec.msgpack.Decoder(Head).decode
_MISSING = "SELECT key, id, annotation FROM document WHERE n NOT IN (SELECT n FROM head)"
_URLS = "SELECT document, url FROM address WHERE url != '' ORDER BY document, id, url"


def head_of(key: str, id: str, page: Annotation) -> Head:
    """The head of a page."""
    meta = page.meta
    return Head(
        key=key,
        id=id,
        url=meta.url,
        title=meta.title,
        publisher=meta.publisher,
        published=meta.published,
        published_how=meta.published_how,
        issues=page.issues,
    )


def write_head(db: sqlite3.Connection, n: int, head: Head) -> None:
    """Keeps the head of a document in place of the one it had."""
    db.execute("INSERT OR REPLACE INTO head VALUES (?, ?)", (n, _pack(head)))


def read_heads(db: sqlite3.Connection) -> list[Head]:
    """The heads of all documents; of those that an older version wrote what their pages gave is read."""
    found = [_head(told) for (told,) in db.execute("SELECT told FROM head")]
    decoder = msgspec.json.Decoder(Annotation)
    missing = db.execute(_MISSING)
    return found + [head_of(key, id, decoder.decode(zlib.decompress(blob))) for key, id, blob in missing]


def listed(db: sqlite3.Connection, heads: list[Head], copies: Copies) -> list[Document]:
    """The documents with these heads, by date."""
    urls: dict[str, str] = {}
    for key, url in db.execute(_URLS):
        urls.setdefault(key, url)
    return in_order(document_of(head, urls, copies) for head in heads)


def document_of(head: Head, urls: Mapping[str, str], copies: Copies) -> Document:
    """A document with the first of its addresses, and the source it counts as."""
    source, copy_of, _ = copies.get(head.key, (head.publisher or head.key, None, ""))
    return Document(
        key=head.key,
        id=head.id,
        url=urls.get(head.key) or head.url,
        title=head.title,
        publisher=head.publisher,
        published=head.published,
        published_how=head.published_how,
        source=source,
        copy_of=copy_of,
    )


def in_order(documents: Iterator[Document]) -> list[Document]:
    """Documents by date."""
    return sorted(documents, key=lambda d: (edtf.sort_key(d.published), d.id, d.key))
