"""The record as the pages show it: as it stood when its pages were last put together, with what was worked out of it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, RLock
from typing import TypeVar, cast

from standoff.record import Record
from standoff.record.once import Before
from standoff.record.shelf import uncollected
from standoff.tell.keeping import keep_views
from standoff.tell.ready import get_ready

T = TypeVar("T")
_MOST = 400
"""Results that are kept."""
_MOST_BYTES = 48 * 2**20
"""Of written pages that are kept."""
_REST = 0.002
"""Seconds between two steps of getting ready, in which others are answered."""
_MOST_ASKED = 12
"""Days and sides for which views are kept: each has all its rows at hand."""


class Desk:
    """A record that is kept open to be read by one request after the other.

    While pages are being read into it, it stays as it was before: half of a run is no record. After that, and after each
    decision of a reviewer, it is opened anew.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._watch: Record | None = None
        self._held: Record | None = None
        self._seen: tuple[int, int, int] | None = None
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._bytes = 0
        self._asked: set[Hashable] = set()
        self._before: OrderedDict[Hashable, Before] = OrderedDict()
        self.decided = False
        """A reviewer has decided here."""
        self.changed = Event()
        """The record was opened anew, or shows what somebody decided since."""
        self.reading = False
        """Pages are being read at this moment, or a run was cut off: what is shown is older."""

    @contextmanager
    def record(self, asked: Hashable = None) -> Iterator[Record]:
        """The record, for one request at a time. `asked`: the day and the side that are asked for.

        Raises:
            RecordError: it is missing, damaged or of a newer version.
        """
        with self._lock:
            record = self._fresh()
            self._asked.add(asked)
            if (
                len(self._asked) > _MOST_ASKED and not self.reading
            ):  # what was worked out for so many days is not all kept
                record = self._open()
                self._asked = {asked}
            yield record

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """A result, made anew only after the record has changed; ask for it while the record is at hand."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return cast(T, self._kept[key])
        made = make()
        self._kept[key] = made
        self._bytes += _size(made)
        while len(self._kept) > _MOST or self._bytes > _MOST_BYTES:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _size(dropped)
        return made

    def before(self, *asked: Hashable) -> Before:
        """What pages were made of before, part by part, as they were asked for: what a change leaves alone is not made again."""
        found = self._before.setdefault(asked, Before())
        self._before.move_to_end(asked)
        while len(self._before) > _MOST_ASKED:
            self._before.popitem(last=False)
        return found

    def keep(self) -> None:
        """Keeps the views as they were decided on, so that the next to open the record finds them worked out.

        Raises:
            RecordError: the record cannot be written.
        """
        with self.record() as record, uncollected():
            if self.decided and not self.reading:
                with Record.open(self.path, write=True) as writable:
                    keep_views(record, writable)

    def get_ready(self) -> None:
        """Has at hand what pages are put together from after a decision; who asks meanwhile waits for one step at most."""
        with self.record() as record:
            steps = get_ready(record)
        while not self.changed.wait(_REST):
            with self._lock, uncollected():
                if self._held is not record or next(steps, steps) is steps:
                    return

    @property
    def stamp(self) -> str:
        """A name for the state of the record that is shown."""
        return "-".join(map(str, self._seen or ()))

    def close(self) -> None:
        """Ends the connections."""
        with self._lock:
            for record in (self._watch, self._held):
                if record is not None:
                    record.close()
            self._watch = self._held = None
            self._forget()

    def _fresh(self) -> Record:
        """The record that was held, or one opened anew where it has changed and is whole."""
        file = self._file()
        if self._seen is not None and file != self._seen[:2]:
            self.close()  # another file stands under the name
        if self._watch is None:
            self._watch = Record.open(self.path)
        seen = (*file, self._watch.version)
        if self._held is not None and seen == self._seen:
            return self._held
        self.reading = not self._watch.linked
        if self._held is not None and (self.reading or self._watch.changes == self._held.changes):
            if (log := self._watch.decisions()) != self._held.decisions():  # what a reviewer decides shows meanwhile
                self._held.take_log(log, self._watch)
                self._forget()
                self.changed.set()
            if not self.reading:
                self._seen = seen
            return self._held
        self._seen = seen
        return self._open()

    def _open(self) -> Record:
        """The record anew, as it stands now, with nothing worked out."""
        before, self._held = self._held, Record.open(self.path)
        if before is not None:
            self._held.parts = before.parts
            before.close()
        self._forget()
        self._held.hold()
        self.changed.set()
        return self._held

    def _forget(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def _file(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except OSError:
            return 0, 0
        return found.st_dev, found.st_ino


def _size(kept: object) -> int:
    return len(kept) if isinstance(kept, bytes) else 0
