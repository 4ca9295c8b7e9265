"""The file of a record: opened, its settings, what is written to it whole or not at all, what is kept until it changes."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from standoff.errors import RecordError
from standoff.model import Subject
from standoff.record.cache import Cache
from standoff.record.database import connect, written

T = TypeVar("T")


class RecordFile:
    """A record's file, open: what a `Record` reads from and writes to."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._db = db
        self._cache = Cache(lambda: db.execute("PRAGMA data_version").fetchone()[0])

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, write: bool = False) -> Self:
        """The record in a file, to read, to write, or made where missing.

        Raises:
            RecordTooNew: a newer version wrote it.
            RecordError: it is missing, no record, damaged or not writable.
        """
        return cls(connect(Path(path), create=create, write=write), Path(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._db.close()

    @property
    def version(self) -> int:
        """A number that is another one once somebody else has written."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    @property
    def changes(self) -> str:
        """A number that is another one once something else than a decision was written."""
        return self.meta("changes") or "0"

    def hold(self) -> None:
        """From now on the record is read as it stands now, whatever others write; this one cannot write any more."""
        self._db.execute("BEGIN")
        self._db.execute("SELECT count(*) FROM meta").fetchone()

    @contextmanager
    def transaction(self, *, decides: bool = False, aside: bool = False) -> Iterator[sqlite3.Connection]:
        """All that is written inside is kept whole, or nothing of it.

        `decides`: nothing but decisions is written; `aside`: nothing that a view tells.

        Raises:
            RecordError: the file cannot be written.
        """
        try:
            with written(self._db, self.path) as db:
                yield db
                for counter in () if decides else ("changes",) if aside else ("changes", "told"):
                    db.execute(_COUNT, (counter,))
        finally:
            if not aside:
                self._cache.forget(decides=decides)

    def meta(self, key: str) -> str | None:
        """A setting of the record."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str | None, *, aside: bool = False) -> None:
        """Keeps a setting of the record, or forgets it. `aside`: no view hangs on it."""
        with self.transaction(aside=aside) as db:
            db.execute("DELETE FROM meta WHERE key = ?", (key,))
            if value is not None:
                db.execute("INSERT INTO meta VALUES (?, ?)", (key, value))

    @property
    def linked(self) -> bool:
        """True where the pages were put together, and what views tell worked out, since the last one was added."""
        return self.meta("linked") != "0" and self.meta("keeping") is None

    def subject(self) -> Subject | None:
        """The disputed thing and its parties: as declared, else as found."""
        stored = self.meta("subject") or self.meta("subject_found")
        return msgspec.json.decode(stored, type=Subject) if stored else None

    @property
    def subject_found(self) -> bool:
        """True where nobody declared the subject."""
        return self.meta("subject") is None

    def kept(self, name: object, make: Callable[[], T]) -> T:
        """A result, made once for a state of the record: what several views are built from."""
        return self._kept(name, make)

    def _kept(self, name: object, make: Callable[[], T]) -> T:
        """A result, kept until the record changes here or in another process."""
        try:
            return self._cache.get(name, make)
        except (sqlite3.Error, zlib.error, msgspec.DecodeError) as e:
            raise RecordError(
                f"the record {self.path} cannot be read: {e}", hint="read the pages again into a new record"
            ) from e


_COUNT = """INSERT INTO meta VALUES (?, '1')
    ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)"""
