"""Web archives -> pages: WARC and WET, plain, gzip or zstd, however damaged; what is lost and what is passed over is told.

The records are taken apart by `warc_records` rather than by fastwarc or warcio: both stop at the first damaged record
and do not tell what they left out. Memory does not grow with the archive.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from standoff.model import Issue, PageInput
from standoff.read.decoding import decode_as
from standoff.read.guard import MAX_CHARS, cut
from standoff.read.jsonl import Unreadable
from standoff.read.warc.payload import HttpHead, NotUnpacked, http_head, unchunked, unpacked_body
from standoff.read.warc.records import ENOUGH, Lost, Record, digest_fits, read_records, record_id
from standoff.read.warc.unpack import Raw, packing_of, unpacked

_PAGES = ("response", "resource", "conversion")
_OTHERS = ("warcinfo", "request", "metadata", "revisit", "continuation")
_HTML = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"
_UNSURE = re.compile(r"(?:text/.*|unknown/.*|application/(?:octet-stream|x-unknown|unknown|xml)|(?!\w+/).*)?")
_SURE = ("text/css", "text/javascript", "text/csv", "text/calendar", "text/dns", "text/vtt", "text/x-component")
_KNOWN = re.compile(r"(?:image|audio|video|font|application|model|multipart|message|text)/[\w.+-]+")
_DOUBTFUL = ("digest-mismatch", "checksum-mismatch", "record-length")  # of others the archive's loss is told anyway
_WEB = re.compile(r"(?:https?|ftp|file):", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_MOST_BYTES = 4 * MAX_CHARS
_TRUNCATED = {"length": "too long", "time": "too slow", "disconnect": "the connection ended"}


@dataclass(slots=True)
class Counts:
    """What an archive held: pages given, and records passed over by what they are."""

    pages: int = 0
    passed: Counter[str] = field(default_factory=Counter)
    lost: int = 0

    def __str__(self) -> str:
        passed = ", ".join(
            f"{count:,} {what}" for what, count in sorted(self.passed.items(), key=lambda one: (-one[1], one[0]))
        )
        return (
            f"{self.pages:,} page{'' if self.pages == 1 else 's'}"
            + (f"; passed over: {passed}" if passed else "")
            + (f"; {self.lost:,} damaged or not readable" if self.lost else "")
        )


def read_warc(
    archive: Path | BinaryIO, *, source: str, say: Callable[[str], None] = lambda _: None, counts: Counts | None = None
) -> Iterator[PageInput | Unreadable]:
    """The pages of a web archive in order, and every loss in its place.

    A page is a response with status 200 or a resource that is HTML or text, or a WET conversion. Other records are
    counted. What comes twice in the archive comes twice.

    Args:
        archive: its path, or a binary stream, which needs no seeking.
        source: what the archive is called in messages.
        say: is told at the end what the archive held.
        counts: is filled with the same.

    Raises:
        OSError: the file cannot be opened.
    """
    counts = Counts() if counts is None else counts
    if isinstance(archive, Path):
        with archive.open("rb") as stream:
            yield from _read(stream, source, counts)
    else:
        yield from _read(archive, source, counts)
    say(f"{source}: {counts}")


def _read(stream: BinaryIO, source: str, counts: Counts) -> Iterator[PageInput | Unreadable]:
    raw = Raw(stream)
    packing = packing_of(raw)
    for found in read_records(raw, unpacked(raw, packing), packed=packing is not None):
        item = (
            _unreadable(source, found.code, found.message, found.id)
            if isinstance(found, Lost)
            else _item(found, source, counts)
        )
        if item is None:
            continue
        counts.pages += isinstance(item, PageInput)
        counts.lost += isinstance(item, Unreadable)
        yield item
    if raw.failed:
        yield _unreadable(source, "unreadable-file", f"cannot be read on from byte {raw.end:,} ({raw.failed})")
    elif not raw.end:
        yield _unreadable(source, "empty-file", "is empty: no record to read")
    elif not counts.pages and not counts.lost:
        yield _unreadable(source, "no-pages", f"holds no page to read: {counts}")


def _unreadable(source: str, code: str, message: str, key: str | None = None) -> Unreadable:
    joint = " " if code in ("unreadable-file", "empty-file", "no-pages") else ": "
    return Unreadable(id=key, source=source, issue=Issue(code=code, message=f"{source}{joint}{message}"))


def _item(record: Record, source: str, counts: Counts) -> PageInput | Unreadable | None:
    """The page of a record, or why it cannot be read; None for a record that is passed over, which is counted."""
    kind = record.headers.get("warc-type", "").lower()
    if kind not in _PAGES:
        if kind not in _OTHERS:
            return _refused(record, source, "unknown-record", f"is of the unknown type {kind[:40]!r} and not read")
        counts.passed["revisit (the page is in an earlier record or archive)" if kind == "revisit" else kind] += 1
        return None
    head = None
    if kind == "response" or "application/http" in record.headers.get("content-type", "").lower():
        head = http_head(record.block)
        if head is None:
            if record.headers.get("warc-target-uri", "").startswith("dns:"):
                return _passed(record, source, counts, "text/dns")
            return _refused(record, source, "bad-http", "has no HTTP head that can be read: it is not read")
        if head.status != 200:
            return _passed(record, source, counts, f"with status {head.status}")
    try:
        return _page(record, head, kind, source, counts)
    except NotUnpacked as e:
        return _refused(record, source, "too-large" if "more than" in str(e) else "bad-coding", f"is not read: {e}")


def _passed(record: Record, source: str, counts: Counts, what: str) -> Unreadable | None:
    """Counts a record that is passed over; where it is damaged that is told, as it may have been a page."""
    counts.passed[what] += 1
    if not record.issues or record.issues[0].code not in _DOUBTFUL:
        return None
    issue = record.issues[0]
    return _unreadable(
        source, issue.code, f"{issue.message}; as it is ({what}) it gives no page", record_id(record.headers)
    )


def _refused(record: Record, source: str, code: str, message: str) -> Unreadable:
    return _unreadable(source, code, f"{record.name} at {record.place} {message}", record_id(record.headers))


def _page(
    record: Record, head: HttpHead | None, kind: str, source: str, counts: Counts
) -> PageInput | Unreadable | None:
    media = _media(record, head, kind)
    address = _address(record)
    if kind == "resource" and address and not _WEB.match(address):  # such as a crawler's own log
        return _passed(record, source, counts, "resource that is no page of the web")
    if media in _SURE or not (media in _HTML or media == _TEXT or _UNSURE.fullmatch(media)):
        return _passed(record, source, counts, media if _KNOWN.fullmatch(media) else "of other kinds")
    if media == _TEXT and address and address.partition("?")[0].endswith("/robots.txt"):
        return _passed(record, source, counts, "robots.txt")
    _check_payload(record, head)
    data = _body(record, head)
    if data is None:
        return _refused(record, source, "record-damaged", "is packed, and its data are damaged: it is not read")
    text, issues = _text(data, head)
    if media not in _HTML and media != _TEXT and "<html" not in text[:2000].lower():
        return _passed(record, source, counts, media if _KNOWN.fullmatch(media) else "of other kinds")
    text, more = cut(text)
    day = _DAY.match(record.headers.get("warc-date", ""))
    return PageInput(
        id=record_id(record.headers) or _made_id(record, address),
        html=None if media == _TEXT else text,
        text=text if media == _TEXT else None,
        url=address,
        captured="-".join(day.groups()) if day else None,
        issues=(*record.issues, *issues, *more),
    )


def _media(record: Record, head: HttpHead | None, kind: str) -> str:
    """What a page's body is, in small letters; WET's text whatever its head says."""
    if kind == "conversion":
        return _TEXT
    told = head.headers.get("content-type", "") if head else record.headers.get("content-type", "")
    return told.partition(";")[0].strip().lower()


def _address(record: Record) -> str | None:
    return record.headers.get("warc-target-uri", "").strip("<> \t") or None


def _made_id(record: Record, address: str | None) -> str:
    """An id for a record that has none: its address and its bytes name it."""
    return f"{address or 'record'} {hashlib.sha256(record.block).hexdigest()[:12]}"


def _body(record: Record, head: HttpHead | None) -> bytes | None:
    """The bytes of the page, unpacked; None where packed data are damaged early on. What was cut is an issue.

    Raises:
        NotUnpacked: they unpack to more than the cap, or are packed in an unknown way.
    """
    place = f"the archive's record at {record.place}"
    data, packed = record.block, False
    if head is not None:
        if head.length is not None and not data[head.length :].strip():
            data = data[: head.length]  # blanks behind the told end belong to the archive
        data = data[head.body :]
        if "chunked" in head.headers.get("transfer-encoding", "").lower():
            data = unchunked(data)
        if coding := head.headers.get("content-encoding", ""):
            body = unpacked_body(data, coding)
            packed = body.cut
            if body.good < ENOUGH:
                return None
            if body.good < 1:
                _add(record, "record-damaged", f"{place}: its packed body is damaged near its end, which is not read")
            data = body.data
    if not record.whole or len(data) > _MOST_BYTES:
        _add(record, "cut", f"{place} has {record.length:,} bytes, more than a page may: what stands after is not read")
        data = data[:_MOST_BYTES]
    elif packed and not record.issues:
        _add(record, "record-cut", f"{place}: its packed body ends too soon; it is read as far as it goes")
    if "warc-segment-number" in record.headers:
        _add(record, "cut", f"{place} is one segment of several, which are not joined")
    if why := record.headers.get("warc-truncated"):
        _add(record, "cut", f"{place} was cut when it was archived ({_TRUNCATED.get(why.lower(), why[:40])})")
    return data


def _check_payload(record: Record, head: HttpHead | None) -> None:
    """An issue where the body is not what was archived. Some archives count the digest before, some after its chunks are joined."""
    digest = record.headers.get("warc-payload-digest")
    if head is None or not record.whole or record.issues or "warc-block-digest" in record.headers:
        return
    body = record.block[head.body :]
    if digest_fits(digest, body) is False and not digest_fits(digest, unchunked(body)):
        message = (
            f"the archive's record at {record.place}: its body does not fit its digest: some bytes of it may be wrong"
        )
        _add(record, "digest-mismatch", message)


def _add(record: Record, code: str, message: str) -> None:
    record.issues.append(Issue(code=code, message=message))


def _text(data: bytes, head: HttpHead | None) -> tuple[str, tuple[Issue, ...]]:
    """The text of a page's bytes, by the charset that its HTTP head names, where it fits."""
    found = _CHARSET.search(head.headers.get("content-type", "")) if head else None
    return decode_as(data, found[1] if found else None)
