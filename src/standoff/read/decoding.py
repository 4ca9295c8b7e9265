"""Bytes -> text: by mark, declaration, or the best guess, which is said in an issue."""

import codecs
import gzip
import io
import re
import zlib

from standoff.model import Issue

MAX_BYTES = 50 * 1024 * 1024  # of one unpacked page
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_\-:.]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-zA-Z0-9_\-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_HEAD = 4096
_GZIP = b"\x1f\x8b"
_PIECE = 1024 * 1024  # bytes


def decode(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """The text of a page's bytes; an issue where the encoding had to be guessed or some bytes could not be read."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace"), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data) or _guessed(data)
    if "\x00" in text[:_HEAD] and (wide := _wide(data)):
        return wide
    return text, ()


def _declared(data: bytes) -> tuple[str, tuple[Issue, ...]] | None:
    """By the charset that the page's own head declares; None where it declares none, or a wrong one."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        name = "cp1252"  # as browsers do
    try:
        if "utf" in name:
            return None
        return data.decode(name), ()
    except (LookupError, UnicodeDecodeError):
        return None


def _wide(data: bytes) -> tuple[str, tuple[Issue, ...]] | None:
    """UTF-16 without a mark, shown by zero bytes in every other place; None where they are not."""
    head = data[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if max(even, odd) < 0.4 * half or min(even, odd) > 0.1 * half:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    return data.decode(name, errors="replace"), (_guess(name),)


def _guessed(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """UTF-8 with a few broken bytes, UTF-16 without a mark, or else Windows-1252, which takes nearly anything."""
    if wide := _wide(data):
        return wide
    lenient = data.decode("utf-8", errors="replace")
    broken, beyond = lenient.count("\ufffd"), sum(byte > 0x7F for byte in data[:100_000])
    if broken * 4 <= beyond and broken <= 0.01 * len(lenient) + 1:
        message = f"{broken} places of the page are no valid UTF-8 and show as \ufffd"
        return lenient, (Issue(code="encoding-broken", message=message),)
    try:
        return data.decode("cp1252"), (_guess("windows-1252"),)
    except UnicodeDecodeError:
        return data.decode("latin-1"), (_guess("latin-1"),)


def _guess(name: str) -> Issue:
    return Issue(
        code="encoding-guessed",
        message=f"the page names no encoding and is no UTF-8: read as {name}; check accented letters",
    )


class Unpacked(Exception):
    """Packed data are damaged or unpack to more than the cap; the message says which."""


def unpack(data: bytes, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a gzip file, all its members; other data as they are.

    Raises:
        Unpacked: they are damaged, or more than `limit` bytes come out.
    """
    if not data.startswith(_GZIP):
        return data
    out = bytearray()
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        while len(out) <= limit:
            try:
                piece = stream.read(min(_PIECE, limit + 1 - len(out)))
            except EOFError as e:
                raise Unpacked(f"its gzip data end after {len(out):,} bytes") from e
            except gzip.BadGzipFile as e:
                if out and str(e).startswith("Not a gzipped file"):
                    break  # what stands after the data, such as padding of an old tape, is no part of them
                raise Unpacked(f"its gzip data are damaged after {len(out):,} bytes") from e
            except zlib.error as e:
                raise Unpacked(f"its gzip data are damaged after {len(out):,} bytes") from e
            if not piece:
                break
            out += piece
    if len(out) > limit:
        raise Unpacked(f"it unpacks to more than {limit:,} bytes")
    return bytes(out)


def is_gzip(head: bytes) -> bool:
    """Whether data begin as gzip does."""
    return head.startswith(_GZIP)
