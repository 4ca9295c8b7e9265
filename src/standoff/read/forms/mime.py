"""The parts of a MIME message, as far as mail and saved pages need them: headers decoded, bodies as text, within limits."""

import binascii
import email
import re
from collections.abc import Iterator
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from standoff.model import Issue
from standoff.read.decoding import decode_as

MAX_PARTS = 2_000
_MAX_LINES = 2_000_000
_MAX_MARKS = 20_000
_MAX_NESTING = 400_000_000  # boundaries times bytes: every line is held against every open boundary
_MAX_PARAMETERS = 4_000
_BOUNDARY = re.compile(rb"\bboundary\s?=", re.IGNORECASE)
_PARAMETERS = re.compile(rb"^content-(?:type|disposition):", re.IGNORECASE | re.MULTILINE)
_NEXT_HEADER = re.compile(rb"\n(?![ \t])")
_MAX_HEADER = 2_000  # characters of a header that are looked at
_DEFECTS = {
    "StartBoundaryNotFoundDefect": "its first part is missing",
    "CloseBoundaryNotFoundDefect": "its end is missing",
    "MultipartInvariantViolationDefect": "its parts are missing",
    "NoBoundaryInMultipartDefect": "its parts cannot be told apart",
}


class BadMessage(Exception):
    """A message that cannot be taken apart; the message says why."""


def parse_message(data: bytes) -> Message:
    """A message taken apart.

    Raises:
        BadMessage: it is made so that taking it apart takes too long: too many lines, parts, or parts in parts.
    """
    if trouble := _trouble(data):
        raise BadMessage(trouble)
    try:
        return email.message_from_bytes(data)
    except RecursionError as e:
        raise BadMessage("its parts are nested too deeply") from e


def _trouble(data: bytes) -> str | None:
    """Why a message is not taken apart: the parser at hand takes time or memory beyond all measure for such ones."""
    if data.count(b"\n") > _MAX_LINES:
        return f"it has more than {_MAX_LINES:,} lines"
    if data.count(b"\n--") > _MAX_MARKS:
        return f"it has more than {_MAX_MARKS:,} parts"
    if len(_BOUNDARY.findall(data)) * len(data) > _MAX_NESTING:
        return "too many of its parts hold parts themselves"
    for found in _PARAMETERS.finditer(data):
        if (
            not _NEXT_HEADER.search(data, found.end(), found.end() + _MAX_PARAMETERS)
            and len(data) > found.end() + _MAX_PARAMETERS
        ):
            return f"a header of it has more than {_MAX_PARAMETERS:,} characters"
    return None


def parts_of(message: Message) -> Iterator[Message]:
    """The parts that hold something themselves, in order, up to a limit."""
    waiting, count = [message], 0
    while waiting and count < MAX_PARTS:
        part = waiting.pop()
        count += 1
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting.extend(each for each in reversed(inner) if isinstance(each, Message))
        else:
            yield part


def broken(message: Message) -> str | None:
    """What a message lacks, in words; None where it is whole."""
    return next((said for d in message.defects if (said := _DEFECTS.get(type(d).__name__))), None)


def header(message: Message, name: str) -> str:
    """A header in plain words, or nothing.

    >>> header(email.message_from_string("Subject: =?utf-8?q?Caf=C3=A9?= by\\n the pier\\n\\n"), "subject")
    'Café by the pier'
    """
    return decoded(raw_header(message, name))


def raw_header(message: Message, name: str) -> str:
    """A header as it was sent, up to a limit."""
    return str(message.get(name) or "")[:_MAX_HEADER]


def decoded(raw: str) -> str:
    """The words of an encoded header."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, binascii.Error, ValueError):
        return " ".join(raw.split())
    words = "".join(_word(piece, charset) for piece, charset in pieces)
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())


def _word(piece: bytes | str, charset: str | None) -> str:
    return piece if isinstance(piece, str) else decode_as(piece, charset)[0]


def when(message: Message) -> str | None:
    """The day of its `Date` header in the sender's own zone."""
    try:
        found: datetime = parsedate_to_datetime(header(message, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.date().isoformat()


def text_of(part: Message) -> tuple[str, tuple[Issue, ...]]:
    """The text of a part by its charset, or by the best guess."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return "", ()
    charset = part.get_param("charset")
    name = charset[2] if isinstance(charset, tuple) else charset
    return decode_as(data, name[:40] if isinstance(name, str) else None)
