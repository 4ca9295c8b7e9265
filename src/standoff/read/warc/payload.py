"""What an archived HTTP response holds: its status, its headers, and its body with chunks and packing undone."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import brotli
import zstandard

from standoff.read.decoding import MAX_BYTES

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\n]*\r?\n")
_BLANK = re.compile(rb"\r?\n\r?\n")
_MOST_HEAD = 256 * 1024
_MOST_LAYERS = 4
_STEP = 1024  # what is unpacked before a damaged place is kept but for the last step
_ZSTD_STEP = 256  # four bytes of zstd may unpack to 128 KiB
_MOST_OUT = 256 * 1024
_MOST_WINDOW = 64 * 1024 * 1024
_GZIP = 31
_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\n]{0,4096})?\r?\n")


@dataclass(frozen=True, slots=True)
class HttpHead:
    """The head of a response: `body` is where the body begins."""

    status: int
    headers: dict[str, str]
    body: int

    def value(self, name: str) -> str:
        """A header's value without its parameters, in small letters."""
        return self.headers.get(name, "").partition(";")[0].strip().lower()

    @property
    def length(self) -> int | None:
        """Head and body together, where the head says how long the body is."""
        told = self.headers.get("content-length", "")
        return self.body + int(told) if told.isascii() and told.isdigit() and len(told) < 16 else None


def http_head(block: bytes) -> HttpHead | None:
    """The head of an archived response; None where it is none."""
    status = _STATUS.match(block)
    if status is None:
        return None
    blank = _BLANK.search(block, status.end() - 2, _MOST_HEAD)
    end, body = (blank.start(), blank.end()) if blank else (len(block), len(block))
    headers: dict[str, str] = {}
    for line in block[status.end() : max(end, status.end())].decode("latin-1").split("\n"):
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return HttpHead(int(status[1]), headers, body)


def unchunked(body: bytes) -> bytes:
    """The body with its chunks joined; as it is where it is not in chunks, as many archives keep it joined already.

    >>> unchunked(b"5\\r\\nferry\\r\\n0\\r\\n\\r\\n"), unchunked(b"ferry")
    (b'ferry', b'ferry')
    """
    out = bytearray()
    at = 0
    while size := _SIZE.match(body, at):
        begin, count = size.end(), int(size[1], 16)
        out += body[begin : begin + count]
        at = begin + count
        if count == 0 or at >= len(body):
            return bytes(out)
        at += 2 if body.startswith(b"\r\n", at) else 1 if body.startswith(b"\n", at) else 0
    return bytes(out) if at else body


class NotUnpacked(Exception):
    """A body cannot be unpacked, or unpacks to more than the cap; the message says which."""


@dataclass(frozen=True, slots=True)
class Body:
    """An unpacked body. `good`: the share of its packed data that could be unpacked; `cut`: they end too soon."""

    data: bytes
    good: float = 1.0
    cut: bool = False


def unpacked_body(body: bytes, coding: str, *, limit: int = MAX_BYTES) -> Body:
    """The body without its content codings, which are undone last to first; memory stays within the limit.

    A body that is not packed as its head says is given as it is: many archives keep it unpacked under its old head.

    Raises:
        NotUnpacked: more than `limit` bytes come out, or the coding is unknown.
    """
    names = [name for name in re.split(r"[\s,]+", coding.lower()) if name and name != "identity"]
    if len(names) > _MOST_LAYERS:
        raise NotUnpacked(f"it is packed {len(names)} times over")
    good, cut = 1.0, False
    for name in reversed(names):
        if (start := _WAYS.get(name)) is None:
            raise NotUnpacked(f"it is packed as {name[:40]!r}, which is not known")
        if (step := start(body)) is not None:
            unpacked = _fed(body, step, limit)
            body, good, cut = unpacked.data, min(good, unpacked.good), cut or unpacked.cut
    return Body(body, good, cut)


class _Step(Protocol):
    """One way of unpacking, fed step by step."""

    over: bool

    def feed(self, data: bytes) -> tuple[bytes, int]:
        """What comes out, small enough to hold, and how many of the bytes were used."""


_FAILS = (zlib.error, brotli.error, zstandard.ZstdError)


def _fed(body: bytes, step: _Step, limit: int) -> Body:
    out = bytearray()
    at = 0
    while not step.over:
        data = body[at : at + _STEP]
        try:
            piece, used = step.feed(data)
        except _FAILS:
            return Body(bytes(out), good=at / len(body))
        if not data and not piece:
            return Body(bytes(out), cut=True)
        out += piece
        at += used
        if len(out) > limit:
            raise NotUnpacked(f"it unpacks to more than {limit:,} bytes")
    return Body(bytes(out))


class _Zlib:
    """gzip, all its members; deflate with and without a head."""

    def __init__(self, wbits: int) -> None:
        self.over = False
        self._wbits = wbits
        self._unpacker = zlib.decompressobj(wbits)

    def feed(self, data: bytes) -> tuple[bytes, int]:
        """What comes out, and how many of the bytes were used."""
        out = self._unpacker.decompress(data, _MOST_OUT)
        rest = self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail
        if self._unpacker.eof:
            self.over = not (self._wbits == _GZIP and rest.startswith(b"\x1f\x8b"))
            self._unpacker = zlib.decompressobj(self._wbits)
        return out, len(data) - len(rest)


class _Brotli:
    def __init__(self) -> None:
        self.over = False
        self._unpacker = brotli.Decompressor()

    def feed(self, data: bytes) -> tuple[bytes, int]:
        """What comes out; the unpacker keeps what it has not used."""
        if not self._unpacker.can_accept_more_data():
            return self._out(b""), 0
        return self._out(data), len(data)

    def _out(self, data: bytes) -> bytes:
        out: bytes = self._unpacker.process(data, output_buffer_limit=_MOST_OUT)
        self.over = self._unpacker.is_finished()
        return out


class _Zstd:
    def __init__(self) -> None:
        self.over = False
        self._unpacker = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW).decompressobj()

    def feed(self, data: bytes) -> tuple[bytes, int]:
        """What comes out, and how many of the bytes were used."""
        out = self._unpacker.decompress(data[:_ZSTD_STEP])
        self.over = self._unpacker.eof
        return out, len(data[:_ZSTD_STEP]) - len(self._unpacker.unused_data)


def _gzip(body: bytes) -> _Step | None:
    return _Zlib(_GZIP) if body.startswith(b"\x1f\x8b") else None


def _deflate(body: bytes) -> _Step | None:
    """With a head, as the standard says, or without, as some servers send it; None where neither begins to unpack."""
    for wbits in (15, -15):
        try:
            zlib.decompressobj(wbits).decompress(body[:_STEP], _MOST_OUT)
        except zlib.error:
            continue
        return _Zlib(wbits)
    return None


def _brotli(body: bytes) -> _Step | None:
    """None where the body is readable as it is: brotli's data have no mark."""
    head = body[:256]
    return None if head and all(byte >= 0x20 or byte in b"\t\r\n" for byte in head) else _Brotli()


def _zstd(body: bytes) -> _Step | None:
    return _Zstd() if body.startswith(b"\x28\xb5\x2f\xfd") else None


_WAYS: dict[str, Callable[[bytes], _Step | None]] = {
    "gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "brotli": _brotli, "zstd": _zstd,
}  # fmt: skip
