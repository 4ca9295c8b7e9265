"""Reads the documents of a record, each with what its page gave."""

import itertools
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from standoff import edtf
from standoff.errors import UsageError
from standoff.model import Annotation, PageInput
from standoff.record.heads import document_of, head_of, in_order
from standoff.record.rows import Document
from standoff.record.write import supersedes


def holds(db: sqlite3.Connection, key: str, item: PageInput, made: str) -> bool:
    """True where a page is there from its address, annotated in this way, and nothing of it would count before that."""
    row = db.execute(
        "SELECT made, given, document.id FROM document JOIN address ON address.document = document.key"
        " WHERE key = ? AND address.id = ? AND address.url = ?",
        (key, item.id, item.url or ""),
    ).fetchone()
    return row is not None and row[0] == made and not supersedes(item, given=row[1], id=row[2])


def read_page(db: sqlite3.Connection, key: str) -> Annotation | None:
    """What a document gave; None where it is not there."""
    row = db.execute("SELECT annotation FROM document WHERE key = ?", (key,)).fetchone()
    return None if row is None else _decode(zlib.decompress(row[0]))


_decode = msgspec.json.Decoder(Annotation).decode


def read_some(
    db: sqlite3.Connection, keys: Sequence[str], copies: Mapping[str, tuple[str, str | None, str]]
) -> tuple[list[Document], dict[str, Annotation]]:
    """Some documents by date, and their annotations by key. `copies`: of each the source it counts as and what it copies."""
    rows: list[tuple[str, str, bytes]] = []
    urls: dict[str, str] = {}
    for at in range(0, len(keys), _MANY):
        some = keys[at : at + _MANY]
        marks = ", ".join("?" * len(some))
        rows += db.execute(f"SELECT key, id, annotation FROM document WHERE key IN ({marks})", some)
        urls |= _urls(db.execute(f"{_ADDRESSES} AND document IN ({marks}) ORDER BY document, id, url", some))
    return _read(rows, urls, copies)


_MANY = 400
_ADDRESSES = "SELECT document, url FROM address WHERE url != ''"


def _read(
    rows: Iterable[tuple[str, str, bytes]],
    urls: Mapping[str, str],
    copies: Mapping[str, tuple[str, str | None, str]],
) -> tuple[list[Document], dict[str, Annotation]]:
    pages: dict[str, Annotation] = {}
    documents = []
    for key, id, blob in rows:
        pages[key] = _decode(zlib.decompress(blob))
        documents.append(document_of(head_of(key, id, pages[key]), urls, copies))
    return in_order(iter(documents)), pages


def _urls(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    urls: dict[str, str] = {}
    for key, url in rows:
        urls.setdefault(key, url)
    return urls


MOST_STEPS = 3_000
"""Ten thousand instructions of the database each: what a search may take, a second or so."""


def matching(db: sqlite3.Connection, query: str, limit: int) -> list[str]:
    """The keys of the documents that hold all words of a query, best first.

    Raises:
        UsageError: it would take too long.
    """
    words = [f'"{word}"' for word in query.replace('"', " ").replace("\0", " ").split()]
    if not words:
        return []
    sql = (
        "SELECT document.key FROM page JOIN document ON document.n = page.rowid WHERE page MATCH ? "
        "ORDER BY page.rank, document.key LIMIT ?"
    )
    steps = itertools.count(1)
    db.set_progress_handler(lambda: next(steps) > MOST_STEPS, 10_000)
    try:
        return [key for (key,) in db.execute(sql, (" ".join(words), limit))]
    except sqlite3.OperationalError as e:
        if "interrupted" not in str(e):
            raise
        raise UsageError("the search takes too long", hint="ask for rarer words") from e
    finally:
        db.set_progress_handler(None, 0)


def known(document: Document, at: str) -> bool:
    """True for a page that was published by the end of a day; an undated one is known on no day."""
    limits, day = edtf.bounds(document.published), edtf.bounds(at)
    return limits is not None and day is not None and limits[1] <= day[1]
