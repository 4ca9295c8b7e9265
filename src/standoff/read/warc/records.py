"""The records of a web archive, and what of it is lost: after damage it goes on at the next record.

A record's declared length is believed only where another record, or the end, follows it. Where not, the next line that
begins a record tells which of three it was: a length too long, a length too short, or damage behind a good record. What
belongs to no record for certain is never given as part of one, but told as lost.
"""

import base64
import hashlib
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from standoff.model import Issue
from standoff.read.guard import MAX_CHARS
from standoff.read.warc.payload import http_head
from standoff.read.warc.unpack import MOST_UNPACKED, RECORD, Flow, Raw
from standoff.read.warc.window import Window

MOST_KEPT = 4 * MAX_CHARS + 64 * 1024  # bytes of a record: as many as a page's most characters may take
ENOUGH = 0.8
"""The share of a record that must have come out before its packed data fail, for it to be given at all."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ADDRESS = re.compile(r"https?://[\w.-]+(?:[:/?]|$)")
_END = b"\r\n\r\n"
_FOREIGN = re.compile(rb"^(?:WARC-[A-Z]|HTTP/\d[.\d]* \d{3})", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(rb"<html\b", re.IGNORECASE)
_RECENT = 4096
_MOST_HASHED = 1024**3  # bytes of an archive whose lengths are wrong again and again
_DIGESTED = ("response", "resource", "conversion")
_DIGITS = re.compile(r"[0-9]{1,18}")


@dataclass(slots=True)
class Record:
    """A record: its headers by their names in small letters, and its block, cut where it is very long."""

    place: str
    """Where it begins in the file, in words."""
    headers: dict[str, str]
    block: bytes
    length: int
    """Of the whole block, in bytes."""
    issues: list[Issue] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether `block` holds all of it."""
        return self.length == len(self.block)

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return record_name(self.headers)


@dataclass(slots=True)
class Lost:
    """Bytes of the archive that gave no record, or a record that was not read; `message` says which bytes and why."""

    code: str
    message: str
    id: str | None = None


def record_name(headers: dict[str, str]) -> str:
    """A record's address, else its id, in words."""
    known = headers.get("warc-target-uri") or headers.get("warc-record-id")
    return f"the record of {known[:200]}" if known else "a record without a name"


def read_records(raw: Raw, flow: Flow, *, packed: bool) -> Iterator[Record | Lost]:
    """The records of an archive in order, and what is lost between them."""
    window = Window(raw, flow, packed=packed)
    while window.next_stretch():
        reader = _Reader(window, packed=packed)
        while not window.at_end():
            yield from reader.read()
        if lost := reader.lost():
            yield lost


class _Reader:
    """Reads one stretch; knows its last record, as damage is found only when the stretch ends."""

    def __init__(self, window: Window, *, packed: bool) -> None:
        self._window = window
        self._packed = packed
        self._count = 0
        self._last: Record | None = None
        self._whole = True
        self._given = True
        self._junk = False
        self._fitted = False
        self._tainted = False
        self._recent: deque[str | None] = deque(maxlen=_RECENT)

    def read(self) -> Iterator[Record | Lost]:
        """The record that begins here, else the bytes that belong to none."""
        window = self._window
        found = window.head(0)
        if found is None:
            place, begun = window.where(), window.data.startswith(RECORD)
            _, count, found_next = window.run_on(None, keep=0)
            self._junk = True
            if window.gap is None and begun and found_next == "end" and not self._packed:
                message = f"the archive is cut off in the head of a record at {place}: what came after is missing"
                yield Lost("archive-cut", message)
            elif window.gap is None:
                yield _nobodys(count, place)
            return
        headers, body = found
        record = Record(place=window.where(), headers=headers, block=b"", length=0)
        window.drop(body)
        told = headers.get("content-length", "")
        declared = int(told) if _DIGITS.fullmatch(told) else None
        self._count, self._last, self._whole, self._given = self._count + 1, record, True, True
        behind = 0
        if not self._as_declared(record, declared):
            behind = self._by_what_follows(record, declared)
        self._doubt(record)
        if self._given:
            yield record
        elif self._tainted:
            message = f"{record.name} at {record.place} is not read: the packed data before it are damaged, and its own digest does not fit"
            yield Lost("record-damaged", message, record_id(record.headers))
        if behind:
            yield _nobodys(behind, window.where(-behind))

    def _as_declared(self, record: Record, declared: int | None) -> bool:
        """Whether the block ends where its head says; then it is taken."""
        window = self._window
        if declared is None or declared > MOST_KEPT or not window.need(declared):
            return False
        if not window.followed(declared):
            window.hashed += declared
            block = bytes(memoryview(window.data)[:declared])
            if window.hashed > _MOST_HASHED or not confirmed(record.headers, block):
                return False
            if not digest_fits(record.headers.get("warc-block-digest"), block):
                _issue(record, "record-length", "what stands behind it is damaged: some bytes of it may be wrong")
        record.block, record.length = bytes(memoryview(window.data)[:declared]), declared
        behind = bytes(memoryview(window.data)[declared : declared + len(_END)])
        if (
            _reaches_too_far(record.block, behind)
            and digest_fits(record.headers.get("warc-block-digest"), record.block) is None
        ):
            _issue(record, "record-length", "it reaches into the blank lines behind it: some bytes of it are missing")
        window.drop(declared)
        window.raw.settled = window.raw.reached
        return True

    def _by_what_follows(self, record: Record, declared: int | None) -> int:
        """Takes the block up to the next record or the stretch's end; the number of bytes behind it that are nobody's."""
        far = declared if declared is not None and declared > MOST_KEPT else None
        kept, count, found = self._window.run_on(far, keep=MOST_KEPT)
        gap = self._window.gap
        if found == "declared":
            record.block, record.length = kept, count
            return 0
        block = _without_end(kept) if len(kept) == count else kept
        length = count - (len(kept) - len(block))
        record.block, record.length = block, length
        if declared is not None and count >= declared:
            return self._too_short(record, declared, count, kept)
        if found == "record" or (gap is None and (self._packed or confirmed(record.headers, block))):
            _wrong_length(record, declared)
            return 0
        self._whole = False
        if gap is None or gap.why == "cut":
            self._given = bool(block)
            _issue(record, "record-cut", f"the archive ends after {length:,} of its {told(declared)} bytes")
        else:
            self._given = gap.why != "bomb" and declared is not None and length >= ENOUGH * declared
            _issue(
                record, "record-damaged", f"its packed data are damaged after {length:,} of its {told(declared)} bytes"
            )
        return 0

    def _too_short(self, record: Record, declared: int, count: int, kept: bytes) -> int:
        """More bytes follow than the head declares: a length too short, or damage behind the record."""
        gap = self._window.gap
        if count - declared > 2 * len(_END) and gap is None and len(kept) == count:
            if confirmed(record.headers, record.block) or not _foreign(kept, declared):
                _wrong_length(record, declared)
                return 0
            _issue(
                record, "record-length", f"{count - declared:,} bytes behind it are nobody's: its length may be wrong"
            )
        behind = count - declared if count - declared > 2 * len(_END) and gap is None else 0
        record.block, record.length = kept[:declared], declared
        self._whole = gap is None or gap.why == "checksum"
        return behind

    def _doubt(self, record: Record) -> None:
        """An issue where bytes of a record that is there whole may be wrong.

        Where records are packed together, damage spoils those behind it too: from the first record on that does not fit
        its digest, those before having fitted theirs, only what fits and is new is given.
        """
        key, gap = record_id(record.headers), self._window.gap
        fits = digest_fits(record.headers.get("warc-block-digest"), record.block) if record.whole else None
        wrong = fits is False and self._packed and self._fitted
        again = self._packed and key is not None and key in self._recent
        spoilt = self._tainted or wrong
        if (self._tainted and not fits) or (spoilt and (again or not _well_named(record.headers))):
            self._given = False
        elif again:
            record.headers.pop("warc-record-id")
            _issue(
                record, "record-id", "its id is that of a record before it: it is called by its address and its bytes"
            )
        if not record.issues:
            if fits is False:
                _issue(record, "digest-mismatch", "it does not fit its digest: some bytes of it may be wrong")
            elif fits is None and self._packed and self._fitted and record.headers.get("warc-type") in _DIGESTED:
                _issue(record, "digest-mismatch", "it has no digest, as those before it have: some bytes may be wrong")
            elif fits is None and gap is not None and gap.why in ("checksum", "damaged"):
                _issue(record, "checksum-mismatch", "its packed data are damaged: some bytes of it may be wrong")
        self._tainted = spoilt
        self._fitted = self._fitted or bool(fits)
        self._recent.append(key)

    def lost(self) -> Lost | None:
        """What is lost at the end of the stretch."""
        gap = self._window.gap
        if gap is None:
            if self._whole or self._last is None:
                return None
            message = f"the archive is cut off in the middle of {self._last.name}, at {self._window.where()}: what came after is missing"
            return Lost("archive-cut", message, record_id(self._last.headers) if not self._given else None)
        if gap.why == "checksum" and self._count == 1 and self._whole and not self._junk:
            return None
        why = _WHY["damaged" if gap.why == "checksum" and not self._count else gap.why]
        message = f"bytes {gap.start:,} to {gap.end:,} {why}"
        code = {"cut": "archive-cut", "bomb": "too-large"}.get(gap.why, "archive-damaged")
        if self._last is None or self._whole:
            return Lost(code, message)
        became = "is not whole" if self._given else "is not read"
        return Lost(
            code, f"{message}; {self._last.name} {became}", None if self._given else record_id(self._last.headers)
        )


_WHY = {
    "garbage": "hold no packed record and are not read",
    "damaged": "are damaged: what of them could not be read is lost",
    "cut": "end in the middle of a record: the archive is cut off, what came after is missing",
    "checksum": "do not fit their checksum: some bytes of the records in them may be wrong",
    "bomb": f"unpack to more than {MOST_UNPACKED:,} bytes, as no page does, and are not read",
}


def told(declared: int | None) -> str:
    """A declared length in words."""
    return "unknown number of" if declared is None else f"{declared:,}"


def _foreign(block: bytes, at: int) -> bool:
    """Whether what follows a place is another record's: heads, or a second page's beginning."""
    return bool(_FOREIGN.search(block, at) or (_PAGE.search(block, 0, at) and _PAGE.search(block, at)))


def _nobodys(count: int, place: str) -> Lost:
    return Lost("archive-damaged", f"{count:,} bytes from {place} on belong to no record and are not read")


def _wrong_length(record: Record, declared: int | None) -> None:
    said = "declares no length" if declared is None else f"declares {declared:,} bytes"
    _issue(record, "record-length", f"it {said} and has {record.length:,}, which are read")


def _issue(record: Record, code: str, message: str) -> None:
    record.issues.append(Issue(code=code, message=f"the archive's record at {record.place}: {message}"))


def _reaches_too_far(block: bytes, behind: bytes) -> bool:
    """Whether a block has some of the blank lines that end a record, of which the rest stands behind it."""
    ends = ((_END[:n], _END[n:]) for n in range(1, len(_END) + 1))
    return any(
        block.endswith(own) and behind.startswith(rest) and (behind[len(rest) :] or RECORD)[:1] == RECORD[:1]
        for own, rest in ends
        if not behind.startswith(_END)
    )


def _without_end(block: bytes) -> bytes:
    """The bytes without the blank line that ends a record."""
    for end in (_END, b"\n\n", b"\r\n", b"\n"):
        if block.endswith(end):
            return block[: -len(end)]
    return block


def confirmed(headers: dict[str, str], block: bytes) -> bool:
    """Whether a block is all of the record: by its digest, or by the length that its own HTTP head tells."""
    if digest_fits(headers.get("warc-block-digest"), block):
        return True
    head = http_head(block)
    return head is not None and head.length == len(block)


def _well_named(headers: dict[str, str]) -> bool:
    """Whether a record's id and address look like such."""
    return bool(
        _UUID.fullmatch(record_id(headers) or "") and _ADDRESS.match(headers.get("warc-target-uri", "").strip("<>"))
    )


def digest_fits(digest: str | None, data: bytes) -> bool | None:
    """Whether data have a digest as `sha1:BASE32` or in hexadecimal; None where it is none that is known."""
    name, _, value = (digest or "").partition(":")
    name = name.strip().lower().replace("-", "")
    if name not in ("sha1", "sha256", "sha512", "md5") or not value:
        return None
    made = hashlib.new(name, data, usedforsecurity=False).digest()
    value = value.strip()
    return value.lower() == made.hex() or value.upper().rstrip("=") == base64.b32encode(made).decode().rstrip("=")


def record_id(headers: dict[str, str]) -> str | None:
    """The UUID of a record, else its id as it stands; None where it has none.

    >>> record_id({"warc-record-id": "<urn:uuid:92283950-ef2f-4d72-b224-f54c6ec90bb0>"})
    '92283950-ef2f-4d72-b224-f54c6ec90bb0'
    """
    name = headers.get("warc-record-id", "").strip("<> \t")
    return (name.removeprefix("urn:uuid:").lower() if name.startswith("urn:uuid:") else name) or None
