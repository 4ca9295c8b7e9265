"""Bytes -> text: by mark, declaration, or the best guess, which is said in an issue."""

import codecs
import gzip
import io
import re
import zlib

from standoff.model import Issue
from standoff.read.charsets import few, guess, known, likeliness

MAX_BYTES = 50 * 1024 * 1024  # of one unpacked page
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_\-:.]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-zA-Z0-9_\-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_SHIFTED = ("iso2022", "iso-2022", "hz")  # written in ASCII bytes: only what is declared tells them from English
_HEAD = 4096
_WIDE_ENOUGH = 4  # bytes; one or two zeros show nothing
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
    if b"\x1b$" in data[:_HEAD] or b"\x1b$B" in data:
        return data.decode("iso2022_jp", errors="replace"), (_guess("iso2022_jp"),)
    if "\x00" in text[:_HEAD] and (wide := _wide(data)):
        return wide
    return text, ()


def decode_as(data: bytes, charset: str | None) -> tuple[str, tuple[Issue, ...]]:
    """The text of bytes that came with a charset: as UTF-8 where they are that, else by the charset, else as `decode` finds.

    Servers and mailers name a western charset by default, whatever they send.

    >>> decode_as("Zürich".encode(), "iso-8859-1")[0], decode_as("Zürich".encode("cp1252"), "iso-8859-1")[0]
    ('Zürich', 'Zürich')
    """
    codec = known(charset or "")
    if codec is None or codecs.lookup(codec).name.startswith("utf"):
        return decode(data)
    if not codec.startswith(_SHIFTED) and (data.startswith(tuple(mark for mark, _ in _MARKS)) or _is_utf8(data)):
        return decode(data)
    try:
        return data.decode(codec), ()
    except UnicodeError:  # the charset is wrong; the page itself may say it right
        return decode(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> tuple[str, tuple[Issue, ...]] | None:
    """By the charset that the page's own head declares; None where it declares none, or a wrong one."""
    found = _DECLARED.search(data[:_HEAD])
    name = known((found[1] or found[2]).decode("ascii")) if found else None
    if name is None or "utf" in name:
        return None
    text = data.decode(name, errors="replace")
    broken = text.count("\ufffd")
    if not few(broken, len(text)):
        return None
    if name == "cp1252" and _looks_wrong(text) and (better := guess(data)) != name:
        return data.decode(better, errors="replace"), (_guess(better),)
    return text, (_broken(broken, name),) if broken else ()


def _looks_wrong(text: str) -> bool:
    """Whether western letters stand as they do where another script was read as western."""
    return likeliness(text[:60_000]) < 0.1


def _wide(data: bytes) -> tuple[str, tuple[Issue, ...]] | None:
    """UTF-16 without a mark, shown by zero bytes in every other place; None where they are not."""
    head = data[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if len(head) < _WIDE_ENOUGH or max(even, odd) < 0.15 * half or min(even, odd) > 0.2 * max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = data.decode(name, errors="replace")
    return (text, (_guess(name),)) if few(text.count("\ufffd"), len(text)) else None


def _guessed(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """UTF-8 with a few broken bytes, UTF-16 without a mark, or else the encoding whose letters make most sense."""
    if wide := _wide(data):
        return wide
    lenient = data.decode("utf-8", errors="replace")
    broken, beyond = lenient.count("\ufffd"), sum(byte > 0x7F for byte in data[:100_000])
    if broken * 4 <= beyond and broken <= 0.01 * len(lenient) + 1:
        return lenient, (_broken(broken, "UTF-8"),)
    head = data[:_HEAD]
    if len(_CONTROL.findall(head)) > max(8, 0.05 * len(head)):
        return data.decode("latin-1"), (_guess("latin-1"),)  # no text: what it is shows by its first bytes
    name = guess(data)
    text = data.decode(name, errors="replace")
    if name == "cp1252" and "\ufffd" in text:
        return data.decode("latin-1"), (_guess("latin-1"),)
    return text, (_guess(name),)


def _broken(count: int, name: str) -> Issue:
    message = f"{count} places of the page are no valid {name} and show as \ufffd"
    return Issue(code="encoding-broken", message=message)


_NAMES = {
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "cp1250": "windows-1250",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "cp950": "big5",
}


def _guess(name: str) -> Issue:
    return Issue(
        code="encoding-guessed",
        message=f"the page is no UTF-8 and its encoding was guessed: read as {_NAMES.get(name, name)}; check its letters",
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
