"""What is left of a record whose file is damaged, and what is lost; read row by row, so that one bad page of the file costs few rows."""

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from standoff.errors import RecordError
from standoff.model import Annotation, PageInput, Subject
from standoff.record.database import look_at
from standoff.record.decisions import Decision, read_log
from standoff.record.store import Record
from standoff.record.write import unpack_page

_MOST = 20
"""Complaints of SQLite that are told; one bad page of a file gives many."""
_HEAD = 100
"""Bytes of the head of an SQLite file, which says how long a page is and how many there are."""
_SLACK = 1000
_LONGEST = 1 << 40
"""Bytes; a head that tells of more is damaged itself."""


class Rescued(msgspec.Struct, frozen=True, kw_only=True):
    """A document that can be read: as it came in, what it gave, and its addresses."""

    key: str
    page: PageInput
    annotation: Annotation
    made: str
    addresses: tuple[tuple[str, str], ...] = ()


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. `lost`: ids (or keys) of documents that are there and cannot be read whole."""

    documents: int
    whole: int
    lost: tuple[str, ...]
    complaints: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Nothing is lost and nothing complains."""
        return not self.lost and not self.complaints


def check(path: Path) -> Health:
    """Looks through the whole file without changing it.

    Raises:
        RecordTooNew: a newer version wrote it.
        RecordError: it is missing, or so damaged that it is no record any more.
    """
    with _opened(path) as db:
        complaints = [*_complaints(db)]
        whole = unsearchable = 0
        lost = []
        for name, found in _rows(db):  # one by one: a record may be larger than the memory
            if found is None:
                lost.append(name)
            else:
                whole += 1
                unsearchable += not _searchable(db, found)
        known = _known(db)
    if unsearchable:
        complaints.append(f"the search does not find {unsearchable} pages by all their words")
    missing = max(0, known - whole - len(lost))
    if missing:
        complaints.append(f"{missing} documents cannot even be named")
    return Health(
        documents=max(known, whole + len(lost)),
        whole=whole,
        lost=tuple(lost),
        complaints=tuple(complaints),
    )


def rescue(path: Path, new: Path) -> int:
    """Puts what can be read of a record into a new one, which is still to be linked; how many documents.

    Raises:
        RecordError: as `check`; or there is something at `new` already.
    """
    if new.exists():
        raise RecordError(f"{new} is there already", hint="name a file that is not")
    count = 0
    with _opened(path) as db, Record.open(new, create=True) as record:
        subject = _subject(db)
        if subject is not None:
            record.declare(subject)
        for _, found in _rows(db):
            if found is not None:
                key = record.add(found.page, found.annotation, made=found.made)
                with record.transaction() as writing:
                    for id, url in found.addresses:
                        writing.execute("INSERT OR IGNORE INTO address VALUES (?, ?, ?)", (key, id, url))
                count += 1
        record.decide(_decisions(db))
    return count


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as SQLite reads it; one that was cut off, which it refuses, as a copy that is as long as it should be."""
    if not path.is_file():
        raise RecordError(f"no record at {path}", hint="name the file with --record")
    with TemporaryDirectory() as folder:
        whole = _as_long_as_told(path, Path(folder) / "whole.db")
        try:
            look_at(whole)
            db = sqlite3.connect(f"{whole.absolute().as_uri()}?mode=ro", uri=True)
        except sqlite3.Error as e:
            hint = "nothing of it can be read; read the pages again into a new record"
            raise RecordError(f"{path} is damaged from its first bytes on, or no record: {e}", hint=hint) from e
        try:
            yield db
        finally:
            db.close()


def _as_long_as_told(path: Path, copy: Path) -> Path:
    """The file itself, or where it is shorter than its head says, a copy filled up with zeros."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    size, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    told = (1 << 16 if size == 1 else size) * pages
    if not head.startswith(b"SQLite format 3\0") or path.stat().st_size >= told or told > _LONGEST:
        return path
    shutil.copyfile(path, copy)
    with copy.open("r+b") as file:
        file.write(head[:18] + b"\1\1" + head[20:])  # no write-ahead log belongs to the copy
        file.truncate(told)
    return copy


def _complaints(db: sqlite3.Connection) -> Iterator[str]:
    try:
        found = [str(said) for (said,) in db.execute(f"PRAGMA integrity_check({_MOST})")]
        found += [f"a row of {table} points nowhere" for table, *_ in db.execute("PRAGMA foreign_key_check")][:_MOST]
    except sqlite3.Error as e:
        found = [str(e)]
    yield from (said for said in found if said != "ok")


def _known(db: sqlite3.Connection) -> int:
    """How many documents there were, by the table that names their addresses, which lies elsewhere in the file."""
    try:
        return int(db.execute("SELECT count(DISTINCT document) FROM address").fetchone()[0])
    except sqlite3.Error:
        return 0


def _rows(db: sqlite3.Connection) -> Iterator[tuple[str, Rescued | None]]:
    """Every document that can be named, with what can be read of it. A row is asked for by its number, one by one."""
    for n in range(1, _last(db) + 1):
        try:
            named = db.execute("SELECT id, key FROM document WHERE n = ?", (n,)).fetchone()
        except sqlite3.Error:
            yield f"document {n}", None
            continue
        if named is not None:
            yield named[0], _read(db, n, named[1])


def _last(db: sqlite3.Connection) -> int:
    """The highest number of a document; where the end of the table is gone, one that none is likely to exceed."""
    try:
        return int(db.execute("SELECT max(n) FROM document").fetchone()[0] or 0)
    except sqlite3.Error:
        return 4 * _known(db) + _SLACK


def _read(db: sqlite3.Connection, n: int, key: str) -> Rescued | None:
    columns = "made, source, COALESCE((SELECT alone FROM inferred WHERE document = key), annotation)"
    try:
        made, source, annotation = db.execute(f"SELECT {columns} FROM document WHERE n = ?", (n,)).fetchone()
        gave = msgspec.json.decode(zlib.decompress(annotation), type=Annotation)
        page = unpack_page(source, lambda: gave.text)
    except (sqlite3.Error, zlib.error, msgspec.DecodeError, TypeError):
        return None
    try:
        addresses = db.execute("SELECT id, url FROM address WHERE document = ? ORDER BY id, url", (key,)).fetchall()
    except sqlite3.Error:
        addresses = []
    return Rescued(key=key, page=page, annotation=gave, made=made, addresses=tuple((id, url) for id, url in addresses))


def _searchable(db: sqlite3.Connection, found: Rescued) -> bool:
    """Whether the search holds the document's text as it is."""
    sql = "SELECT page.text FROM page JOIN document ON document.n = page.rowid WHERE document.key = ?"
    try:
        row = db.execute(sql, (found.key,)).fetchone()
    except sqlite3.Error:
        return False
    return row is not None and row[0] == found.annotation.text


def _subject(db: sqlite3.Connection) -> Subject | None:
    try:
        row = db.execute("SELECT value FROM meta WHERE key = 'subject'").fetchone()
        return msgspec.json.decode(row[0], type=Subject) if row else None
    except (sqlite3.Error, msgspec.DecodeError):
        return None


def _decisions(db: sqlite3.Connection) -> list[Decision]:
    try:
        return read_log(db)
    except (sqlite3.Error, msgspec.DecodeError):
        return []
