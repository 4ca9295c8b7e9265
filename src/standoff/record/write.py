"""Writes the rows of a document, and what the documents together gave."""

import sqlite3
import zlib
from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from standoff import edtf
from standoff.errors import NotFound
from standoff.model import Annotation, PageInput, Subject
from standoff.record.heads import head_of, write_head


def pack(value: object) -> bytes:
    """A record as compressed JSON."""
    return zlib.compress(msgspec.json.encode(value), 6)


def pack_page(item: PageInput, annotation: Annotation) -> bytes:
    """A page as it came in; a text that its annotation holds as it is stands there alone."""
    return pack(replace(item, text=None) if item.html is None and item.text == annotation.text else item)


def unpack_page(packed: bytes, text: Callable[[], str]) -> PageInput:
    """A page as it came in. `text`: reads the text of its annotation."""
    item = msgspec.json.decode(zlib.decompress(packed), type=PageInput)
    return item if item.html is not None or item.text is not None else replace(item, text=text())


def supersedes(item: PageInput, *, given: str | None, id: str) -> bool:
    """True where a page counts before what is kept of the same bytes: corrected under the same id, or, of two ids, the
    one with a given date, the earlier date, the smaller id; so the order of reading does not matter.
    """
    if item.id == id:
        return item.published != given
    return (item.published is None, item.published or "", item.id) < (given is None, given or "", id)


def write_document(
    db: sqlite3.Connection, key: str, item: PageInput, annotation: Annotation, made: str, n: int | None
) -> None:
    """Writes or rewrites the row of a document and its searchable text."""
    limits = edtf.bounds(annotation.meta.published)
    first, last = (limits[0].isoformat(), limits[1].isoformat()) if limits else (None, None)
    values = (
        made,
        item.id,
        item.published,
        annotation.meta.published,
        first,
        last,
        pack_page(item, annotation),
        pack(annotation),
    )
    if n is None:
        columns = "made, id, given, published, first_day, last_day, source, annotation, key"
        cursor = db.execute(f"INSERT INTO document ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, key))
        n = cursor.lastrowid
    else:
        db.execute(
            "UPDATE document SET made = ?, id = ?, given = ?, published = ?, first_day = ?, last_day = ?,"
            " source = ?, annotation = ? WHERE n = ?",
            (*values, n),
        )
        db.execute("DELETE FROM inferred WHERE document = ?", (key,))
        db.execute("DELETE FROM page WHERE rowid = ?", (n,))
    assert n is not None
    write_head(db, n, head_of(key, item.id, annotation))
    db.execute(
        "INSERT INTO page (rowid, title, text) VALUES (?, ?, ?)", (n, annotation.meta.title or "", annotation.text)
    )


def rewrite_annotation(db: sqlite3.Connection, key: str, annotation: Annotation) -> None:
    """Writes a document's annotation anew, with the dates that it has now."""
    n, id, source, before = db.execute(
        "SELECT n, id, source, annotation FROM document WHERE key = ?", (key,)
    ).fetchone()
    old = msgspec.json.decode(zlib.decompress(before), type=Annotation)
    if old.text != annotation.text:  # a text that stands in the annotation alone must not go with it
        db.execute(
            "UPDATE document SET source = ? WHERE n = ?",
            (pack_page(unpack_page(source, lambda: old.text), annotation), n),
        )
    limits = edtf.bounds(annotation.meta.published)
    days = (limits[0].isoformat(), limits[1].isoformat()) if limits else (None, None)
    db.execute(
        "UPDATE document SET annotation = ?, published = ?, first_day = ?, last_day = ? WHERE key = ?",
        (pack(annotation), annotation.meta.published, *days, key),
    )
    write_head(db, n, head_of(key, id, annotation))
    changed(db, key)


def changed(db: sqlite3.Connection, key: str) -> None:
    """Notes that a document is to be put together anew: what linking remembers is of before; no source is named so."""
    db.execute("UPDATE linked SET source = '' WHERE document = ?", (key,))
    db.execute("INSERT OR IGNORE INTO waiting VALUES (?)", (key,))


def write_subject(db: sqlite3.Connection, subject: Subject | None, name: str) -> None:
    """Writes the subject under its name, or takes it away where there is none."""
    if subject is None:
        db.execute("DELETE FROM meta WHERE key = ?", (name,))
    else:
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, msgspec.json.encode(subject).decode()))


def write_page(db: sqlite3.Connection, key: str, item: PageInput, annotation: Annotation, made: str) -> None:
    """Writes a page with what it gave, where that is new or made in another way, and its address; it waits to be put together."""
    old = db.execute("SELECT n, made, given, id FROM document WHERE key = ?", (key,)).fetchone()
    if old is None or old[1] != made or supersedes(item, given=old[2], id=old[3]):
        write_document(db, key, item, annotation, made, old[0] if old else None)
    db.execute("INSERT OR IGNORE INTO address VALUES (?, ?, ?)", (key, item.id, item.url or ""))
    db.execute("DELETE FROM failure WHERE id = ?", (item.id,))
    changed(db, key)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('linked', '0')")


def write_inferred(db: sqlite3.Connection, key: str, annotation: Annotation, reason: str) -> None:
    """Writes what a page gave with an inferred date, and beside it what it gave alone.

    Raises:
        NotFound: there is no such document.
    """
    row = db.execute("SELECT annotation FROM document WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise NotFound(f"no document {key}")
    kept = db.execute("SELECT alone FROM inferred WHERE document = ?", (key,)).fetchone()
    rewrite_annotation(db, key, annotation)
    db.execute(
        "INSERT OR REPLACE INTO inferred VALUES (?, ?, ?, ?)",
        (key, annotation.meta.published or "", reason, kept[0] if kept else row[0]),
    )
