"""An archive's bytes, unpacked piece by piece: plain, gzip or zstd, going on behind damaged places.

gzip is unpacked member by member as raw deflate, so that a wrong checksum costs no data, and a damaged member none but
its own: the next one is looked for byte by byte and counts only if a record begins in it. Memory does not grow with
the archive, nor with what a member unpacks to.
"""

import re
import struct
import zlib
from collections.abc import Generator, Iterator
from io import BytesIO
from typing import BinaryIO, Literal, NamedTuple, Protocol

import zstandard

Why = Literal["garbage", "damaged", "cut", "checksum", "bomb"]
RECORD = b"WARC/"
MOST_UNPACKED = 50 * 1024 * 1024  # of a member that unpacks to more than _BOMB times its size
_BOMB = 200
_STEP = 64 * 1024
_ZSTD_STEP = 512  # four bytes of zstd may unpack to 128 KiB
_KEPT = 32 * 1024 * 1024
_TRIAL = 4096
_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_SKIPPED = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
_DICTIONARY = b"\x37\xa4\x30\xec"
_BARE_HEADER = 10
_MOST_WINDOW = 64 * 1024 * 1024


class Piece(NamedTuple):
    """Unpacked bytes. `fresh`: a member of the file begins here, and a record in it; `place`: where in the file."""

    data: bytes
    place: int
    fresh: bool


class Gap(NamedTuple):
    """Bytes of the file, `start` to `end`, that gave nothing or not all, and why."""

    why: Why
    start: int
    end: int


Flow = Iterator[Piece | Gap]


class Raw:
    """The bytes of a file by their place in it; those that nobody needs any more are forgotten."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._data = bytearray()
        self._base = 0
        self._over = False
        self.reached = 0
        """What stands before has been unpacked and handed on."""
        self.settled = 0
        """No record begins between here and the end of the last whole one."""
        self.failed = ""
        """Why the file could not be read on, where it could not."""

    @property
    def end(self) -> int:
        """The place up to which the file has been read."""
        return self._base + len(self._data)

    def upto(self, place: int) -> bool:
        """Whether the file has bytes up to a place."""
        while self.end < place and not self._over:
            try:
                piece = self._stream.read(_STEP)
            except OSError as e:
                self.failed = (e.strerror or str(e)).lower()
                piece = b""
            self._over = not piece
            self._data += piece
        return self.end >= place

    def some(self, place: int, most: int) -> bytes:
        """The bytes at a place: at most so many, fewer at the file's end."""
        self.upto(place + most)
        at = place - self._base
        return bytes(memoryview(self._data)[at : at + most])

    def forget(self, place: int) -> None:
        """Bytes before a place are not asked for again; nor are those that lie very far back."""
        place = max(place, self.end - _KEPT)
        if place > self._base:
            del self._data[: place - self._base]
            self._base = place

    def find(self, mark: bytes, place: int) -> int | None:
        """The next place of a mark, from a place on; what stands before it is forgotten."""
        place = max(place, self._base)
        while True:
            at = self._data.find(mark, place - self._base)
            if at >= 0:
                return self._base + at
            place = max(place, self.end - len(mark) + 1)
            self.forget(place)
            if not self.upto(self.end + 1):
                return None


class Packing(Protocol):
    """A way of packing: how its members begin and unpack."""

    mark: bytes

    def begins(self, raw: Raw, place: int) -> bool:
        """Whether a member with a record in it begins at a place."""

    def search(self, raw: Raw, place: int) -> int:
        """The next place where one begins, else the file's end."""

    def member(self, raw: Raw, place: int) -> Generator[Piece | Gap, None, int | None]:
        """What the member at a place unpacks to; the place after it comes back, None where there is no member."""


def unpacked(raw: Raw, packing: Packing | None) -> Flow:
    """The unpacked bytes of an archive and its damaged places, in order."""
    if packing is None:
        yield from _plain(raw)
        return
    place = 0
    while raw.upto(place + 1):
        raw.forget(place)
        after = yield from packing.member(raw, place)
        if after is None:
            rest = raw.some(place, 12)
            after = packing.search(raw, max(place + 1, raw.settled))
            begun = after == place + len(rest) and (packing.mark.startswith(rest) or rest.startswith(packing.mark))
            yield Gap("cut" if begun else "garbage", place, after)
        place = after


def _plain(raw: Raw) -> Flow:
    place = 0
    while data := raw.some(place, 4 * _STEP):
        yield Piece(data, place, place == 0)
        place += len(data)
        raw.forget(place)


def is_archive(head: bytes) -> bool:
    """Whether a file with these first bytes is a web archive, packed or not."""
    raw = Raw(BytesIO(head))
    return head.startswith(RECORD) or Gzip().begins(raw, 0) or (head.startswith(_ZSTD) and Zstd().begins(raw, 0))


def packing_of(raw: Raw) -> Packing | None:
    """How an archive is packed; None where it is plain. By its first bytes, or, where they are smashed, by what follows."""
    head = raw.some(0, 64)
    if head.startswith(_GZIP):
        return Gzip()
    if head.startswith(_ZSTD) or _SKIPPED.match(head):
        return Zstd()
    if head.lstrip(b"\r\n").startswith(RECORD):
        return None
    start = raw.some(0, _KEPT // 2)
    plain = start.find(RECORD) % (len(start) + 1)  # not found: behind all that is
    found = [(packing.search(Raw(BytesIO(start)), 0), packing) for packing in (Gzip(), Zstd())]
    place, packing = min(found, key=lambda one: one[0])
    return packing if place < plain else None


class Gzip:
    """gzip, one member a record, or one for all, or cut anyhow."""

    mark = _GZIP

    def begins(self, raw: Raw, place: int) -> bool:
        """Whether a member with a record in it begins at a place."""
        body = _gzip_body(raw, place)
        return body is not None and _inflates(raw, body)

    def search(self, raw: Raw, place: int) -> int:
        """The next place where one begins, else the file's end."""
        return _search(self, raw, place)

    def member(self, raw: Raw, place: int) -> Generator[Piece | Gap, None, int | None]:
        """What the member at a place unpacks to; the place after it comes back, None where there is no member."""
        body = _gzip_body(raw, place)
        if body is None:  # a smashed header: what it heads may be whole
            if not _inflates(raw, place + _BARE_HEADER):
                return None
            body = place + _BARE_HEADER
        unpacker = zlib.decompressobj(-15)
        crc = size = 0
        at = body
        while not unpacker.eof:
            data = raw.some(at, _STEP)
            if not data:
                yield Gap("cut", place, raw.end)
                return raw.end
            raw.reached = at
            before = None if at == body else unpacker.copy()
            try:
                out = unpacker.decompress(data, 4 * _STEP)
            except zlib.error:
                yield Piece(_salvaged(before or zlib.decompressobj(-15), data), place, size == 0)
                return (yield from _gap(self, raw, "damaged", place))
            used = len(data) - len(unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail)
            if out:
                yield Piece(out, place, size == 0 and out.startswith(RECORD[: len(out)]))
            at, size, crc = at + used, size + len(out), zlib.crc32(out, crc)
            if size > MOST_UNPACKED and size > _BOMB * (at - body):
                return (yield from _gap(self, raw, "bomb", place))
            raw.forget(max(place, raw.settled))
        trailer = raw.some(at, 8)
        after = at + len(trailer)
        if len(trailer) == 8 and trailer != struct.pack("<II", crc, size & 0xFFFFFFFF):
            # damaged data may have run on beyond the heads of the next members
            after = min(after, self.search(raw, max(place + 1, raw.settled)))
            yield Gap("checksum", place, after)
        elif len(trailer) < 8:
            yield Gap("cut", place, after)
        return after


def _gap(packing: Packing, raw: Raw, why: Why, place: int) -> Generator[Piece | Gap, None, int]:
    """A gap up to the next member; the search begins behind the last whole record, as a damaged one may run on."""
    after = packing.search(raw, max(place + 1, raw.settled))
    yield Gap(why, place, after)
    return after


def _search(packing: Packing, raw: Raw, place: int) -> int:
    while (found := raw.find(packing.mark, place)) is not None:
        if packing.begins(raw, found):
            return found
        place = found + 1
    return raw.end


def _gzip_body(raw: Raw, place: int) -> int | None:
    """Where the packed data of a gzip member begin; None where no member begins at the place."""
    head = raw.some(place, 12)
    if len(head) < _BARE_HEADER or not head.startswith(_GZIP) or head[3] & 0xE0:
        return None
    body = place + _BARE_HEADER
    if head[3] & 4:
        body += 2 + int.from_bytes(head[10:12], "little")
    for flag in (8, 16):
        if head[3] & flag:
            name = raw.some(body, _TRIAL).find(b"\0")
            if name < 0:
                return None
            body += name + 1
    return body + 2 * bool(head[3] & 2)


def _inflates(raw: Raw, body: int) -> bool:
    """Whether deflated data with a record at their head begin at a place."""
    try:
        return zlib.decompressobj(-15).decompress(raw.some(body, _TRIAL), len(RECORD)) == RECORD
    except zlib.error:
        return False


def _salvaged(unpacker: "zlib._Decompress", data: bytes) -> bytes:
    """What comes out before the place at which unpacking fails."""
    out = bytearray()
    try:
        for n in range(len(data)):
            out += unpacker.decompress(data[n : n + 1])
    except zlib.error:
        pass
    return bytes(out)


class Zstd:
    """zstd, one frame a record or one for all, with the dictionary that the file may begin with."""

    mark = _ZSTD

    def __init__(self) -> None:
        self._unpacker = _zstd(None)

    def begins(self, raw: Raw, place: int) -> bool:
        """Whether a frame with a record in it begins at a place."""
        try:
            out = self._unpacker.decompressobj().decompress(raw.some(place, _ZSTD_STEP))
        except zstandard.ZstdError:
            return False
        return out.startswith(RECORD) or (not out and raw.some(place, 4) == _ZSTD)

    def search(self, raw: Raw, place: int) -> int:
        """The next place where one begins, else the file's end."""
        return _search(self, raw, place)

    def member(self, raw: Raw, place: int) -> Generator[Piece | Gap, None, int | None]:
        """What the frame at a place unpacks to; the place after it comes back, None where there is no frame."""
        head = raw.some(place, 8)
        if _SKIPPED.match(head):
            after = place + 8 + int.from_bytes(head[4:8], "little")
            if place == 0:
                self._unpacker = _zstd(_dictionary(raw.some(8, min(after - 8, _KEPT))))
            return after
        if not head.startswith(_ZSTD):
            return None
        unpacker = self._unpacker.decompressobj()
        at, size = place, 0
        while not unpacker.eof:
            data = raw.some(at, _ZSTD_STEP)
            if not data:
                yield Gap("cut", place, raw.end)
                return raw.end
            try:
                out = unpacker.decompress(data)
            except zstandard.ZstdError:
                return (yield from _gap(self, raw, "damaged", place))
            if out:
                yield Piece(out, place, size == 0 and out.startswith(RECORD[: len(out)]))
            at, size = at + len(data) - len(unpacker.unused_data), size + len(out)
            if size > MOST_UNPACKED and size > _BOMB * (at - place):
                return (yield from _gap(self, raw, "bomb", place))
            raw.forget(max(place, raw.settled))
        return at


def _zstd(dictionary: bytes | None) -> zstandard.ZstdDecompressor:
    given = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    return zstandard.ZstdDecompressor(dict_data=given, max_window_size=_MOST_WINDOW)


def _dictionary(data: bytes) -> bytes | None:
    """The dictionary in a skippable frame, itself packed or not."""
    if data.startswith(_ZSTD):
        try:
            data = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW).decompress(data, max_output_size=_KEPT)
        except zstandard.ZstdError:
            return None
    return data if data.startswith(_DICTIONARY) else None
