"""Opens and writes the SQLite file of a record, or says in words why it cannot."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from standoff.errors import RecordError, RecordTooNew
from standoff.record.schema import APPLICATION_ID, MIGRATIONS

BUSY_MS = 10_000


def connect(path: Path, *, create: bool, write: bool) -> sqlite3.Connection:
    """A connection to a record of this version's format, made or brought up to date where allowed.

    Raises:
        RecordTooNew: a newer version wrote it; the file is untouched.
        RecordError: it is missing, no record, damaged or not writable.
    """
    try:
        _refuse(path, create=create)
        found = look_at(path) if path.exists() and path.stat().st_size else None
        if found is not None and found < len(MIGRATIONS):
            write = True
        db = _open(path, "rwc" if create else "rw" if write else "ro")
        if write or create:
            _prepare(db, path, fresh=found is None)
    except sqlite3.Error as e:
        raise _in_words(path, e) from e
    except OSError as e:
        raise RecordError(f"cannot open the record {path}: {e.strerror}", hint="check the path and its rights") from e
    return db


def _refuse(path: Path, *, create: bool) -> None:
    """Stops at what is no record by its looks.

    Raises:
        RecordError: it is missing, empty, a folder or a device.
        OSError: the system does not say.
    """
    if path.is_dir():
        raise RecordError(f"{path} is a folder, not a record", hint="name the file, such as standoff.db")
    if path.exists() and not path.is_file():
        raise RecordError(f"{path} is no plain file, not a record", hint="name the file, such as standoff.db")
    if create:
        return
    if not path.exists():
        raise RecordError(f"no record at {path}", hint="make one with: standoff read PAGES --record FILE")
    if not path.stat().st_size:
        raise RecordError(f"{path} is empty, not a record", hint="make one with: standoff read PAGES --record FILE")


def _open(path: Path, mode: str) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    db = sqlite3.connect(f"{uri}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False)
    try:
        db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        db.close()
        # in a folder that cannot be written, a file in WAL mode opens only as one that nobody changes
        if mode != "ro" or Path(f"{path}-wal").exists():
            raise
        db = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False)
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        db.close()
        raise
    return db


@contextmanager
def written(db: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """The connection, of which all that is written inside is kept whole, or nothing of it.

    Raises:
        RecordError: the file cannot be written.
    """
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:  # an interrupt too must leave nothing half-written; it goes on after the rollback
            if db.in_transaction:  # a full disk has ended it already
                db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
    except sqlite3.Error as e:
        hint = "free some space, or check the rights of the file and its folder; what was written before is kept"
        raise RecordError(f"the record {path} cannot be written: {e}", hint=hint) from e


def look_at(path: Path) -> int:
    """The format of a file that exists, without touching it.

    Raises:
        RecordTooNew: a newer version wrote it.
        RecordError: it is a file of another program.
        sqlite3.Error: it cannot be read.
    """
    db = _open(path, "ro")
    try:
        application = int(db.execute("PRAGMA application_id").fetchone()[0])
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        empty = not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    finally:
        db.close()
    if application != APPLICATION_ID and not (empty and application == 0):
        raise RecordError(
            f"{path} is an SQLite file of another program, not a record", hint="name another file with --record"
        )
    if version > len(MIGRATIONS):
        raise RecordTooNew(
            f"{path} was written by a newer version of standoff (format {version}, this one knows {len(MIGRATIONS)})",
            hint="upgrade standoff, or read the pages into a new record",
        )
    return version


def _prepare(db: sqlite3.Connection, path: Path, *, fresh: bool) -> None:
    if fresh:
        db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    done = int(db.execute("PRAGMA user_version").fetchone()[0])
    for number, (name, statements) in enumerate(MIGRATIONS[done:], start=done + 1):
        try:
            migrate(db, number, name, statements)
        except RecordError as e:
            raise RecordError(f"the record {path}: {e}", hint=e.hint) from e


def migrate(db: sqlite3.Connection, number: int, name: str, statements: tuple[str, ...]) -> None:
    """Runs one migration whole or not at all.

    Raises:
        RecordError: a statement failed; the file is as before.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        if int(db.execute("PRAGMA user_version").fetchone()[0]) < number:  # else another process was quicker
            for statement in statements:
                db.execute(statement)
            db.execute("INSERT INTO migration VALUES (?)", (name,))
            db.execute(f"PRAGMA user_version = {number}")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("COMMIT")
    except sqlite3.Error as e:
        if db.in_transaction:  # a full disk has ended it already
            db.execute("ROLLBACK")
        raise RecordError(f"migration {name!r} failed: {e}", hint="the record is as it was before") from e


def _in_words(path: Path, error: sqlite3.Error) -> RecordError:
    """The SQLite error as one line that says what to do."""
    said = str(error)
    if "not a database" in said:
        return RecordError(f"{path} is not a record", hint="name another file with --record")
    if "malformed" in said or "disk image" in said:
        return RecordError(
            f"the record {path} is damaged", hint="`standoff check` tells what is lost and can save the rest"
        )
    if "locked" in said or "busy" in said:
        return RecordError(f"the record {path} is in use by another process", hint="wait for it to end, then try again")
    if "full" in said:
        return RecordError(f"no space left to write the record {path}", hint="free some space and run the same again")
    if "readonly" in said or "unable to open" in said:
        return RecordError(
            f"the record {path} cannot be opened or written", hint="check that the folder exists and its rights"
        )
    return RecordError(f"the record {path}: {said}", hint="check the file, or name another with --record")
