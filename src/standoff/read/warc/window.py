"""The unpacked bytes of an archive, stretch by stretch, with what tells where the next record begins."""

import re
from typing import Literal

from standoff.read.warc.unpack import RECORD, Flow, Gap, Piece, Raw

Found = Literal["record", "declared", "end"]
_MOST_HEAD = 256 * 1024
_BEGINS = re.compile(rb"WARC/\d\.\d{1,2}[ \t]*\r?\n")
_BLANK = re.compile(rb"\r?\n\r?\n")
_NAMED = ("warc-type", "warc-record-id", "content-length")
_NEWLINES = b"\r\n"
_BACK = 16


class Window:
    """The unpacked bytes of one stretch of the archive: what lies between two places where a record begins for certain."""

    def __init__(self, raw: Raw, flow: Flow, *, packed: bool) -> None:
        self.data = bytearray()
        self.gap: Gap | None = None
        self.raw = raw
        self._flow = flow
        self._packed = packed
        self._ahead: Piece | Gap | None = None
        self._over = False
        self._place = 0
        self._passed = 0
        self._blank: tuple[int, int, int | None] = (0, 0, None)
        self.hashed = 0
        """Bytes that were hashed to find out whether a length is right."""

    def next_stretch(self) -> bool:
        """Goes to the next stretch; False where there is none."""
        event = self._ahead or next(self._flow, None)
        self._ahead, self.gap, self._over, self._passed = None, None, False, 0
        self._blank = (0, 0, None)
        self.data.clear()
        if event is None:
            return False
        if isinstance(event, Gap):
            self.gap, self._over, self._place = event, True, event.start
        else:
            self._place = event.place
            self.data += event.data
        return True

    def fill(self) -> bool:
        """Some more bytes; False where the stretch ends."""
        if self._over:
            return False
        event = next(self._flow, None)
        if isinstance(event, Piece) and not event.fresh:
            self.data += event.data
            return True
        self._over = True
        if isinstance(event, Gap) and event.why != "garbage":
            self.gap = event
        else:
            self._ahead = event
        return False

    def need(self, count: int) -> bool:
        """Whether so many bytes are there."""
        while len(self.data) < count:
            if not self.fill():
                return False
        return True

    def drop(self, count: int) -> None:
        """The first bytes are done with."""
        del self.data[:count]
        self._passed += count

    def at_end(self) -> bool:
        """Whether nothing but line ends is left of the stretch."""
        while True:
            if self.data and self.data[0] not in _NEWLINES:
                return False
            self.drop(len(self.data) - len(self.data.lstrip(_NEWLINES)))
            if self.data:
                return False
            if not self.fill():
                return True

    def where(self, ahead: int = 0) -> str:
        """A place of the stretch in words: in the file, and in what it unpacks to."""
        if not self._packed:
            return f"byte {self._passed + ahead:,}"
        behind = f", {self._passed + ahead:,} bytes unpacked" if self._passed + ahead else ""
        return f"byte {self._place:,}{behind}"

    def head(self, at: int) -> tuple[dict[str, str], int] | None:
        """The headers of the record that begins at a place, and where its block begins; None where none does."""
        self.need(at + 64)
        if not _BEGINS.match(self.data, at):
            return None
        blank = self._next_blank(at)
        if blank is None or self.data.find(b"\n" + RECORD, at, blank[0]) >= 0:
            return None
        headers = _headers(bytes(self.data[at : blank[0]]))
        if sum(name in headers for name in _NAMED) < 2:
            return None
        return headers, blank[1]

    def _next_blank(self, at: int) -> tuple[int, int] | None:
        """Where the next blank line begins and ends; None where there is none as near as a record's head is long.

        What has been searched is not searched again, however many heads seem to begin there.
        """
        here = self._passed + at
        begin, clear, end = self._blank
        if not begin <= here <= clear:
            begin = clear = here
            end = None
        while end is None:
            if found := _BLANK.search(self.data, clear - self._passed):
                clear, end = self._passed + found.start(), self._passed + found.end()
                break
            clear = max(clear, self._passed + len(self.data) - 4)
            if len(self.data) - at > _MOST_HEAD or not self.fill():
                break
        self._blank = begin, clear, end
        return None if end is None else (clear - self._passed, end - self._passed)

    def run_on(self, declared: int | None, *, keep: int) -> tuple[bytes, int, Found]:
        """Passes over bytes up to the next record, to a declared length that proves right, or to the stretch's end.

        Args:
            declared: the length to try, if any.
            keep: so many of the bytes come back.

        Returns:
            The first bytes, the number of all, and what was found.
        """
        kept = bytearray()
        count = 0
        while True:
            at = self.next_record(1 if count else 0, anywhere=keep == 0)
            left = None if declared is None else declared - count
            found: Found | None = None
            if left is not None and len(self.data) >= left and (at is None or at >= left):
                if self.followed(left):
                    at, found = left, "declared"
                declared = None
            step = at if at is not None else max(0, len(self.data) - _BACK)
            if at is None and not self.fill():
                step, found = len(self.data), "end"
            kept += self.data[: min(step, keep - len(kept))]
            count += step
            self.drop(step)
            if at is not None or found:
                return bytes(kept), count, found or "record"

    def followed(self, at: int) -> bool:
        """Whether a record may end at a place: another, a blank line, or the stretch's end follows."""
        self.need(at + 2 * _BACK)
        tail = bytes(self.data[at : at + 2 * _BACK])
        rest = tail.lstrip(_NEWLINES)
        return not rest or rest.startswith(RECORD) or tail.startswith(b"\r\n\r\n")

    def next_record(self, at: int, *, anywhere: bool) -> int | None:
        """Where the next record begins in the bytes at hand, which are filled up only as far as its head needs.

        On a line of its own, or `anywhere`, as behind bytes that belong to no record.
        """
        while (at := self.data.find(RECORD, at)) >= 0:
            if (anywhere or at == 0 or self.data[at - 1] in _NEWLINES) and self.head(at):
                return at
            at += 1
        return None


def _headers(head: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    last = ""
    for line in head.decode("utf-8", errors="replace").split("\n")[1:]:
        if line[:1] in (" ", "\t") and last:
            found[last] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        last = name.strip().lower() if colon else ""
        if last:
            found.setdefault(last, value.strip())
    return found
