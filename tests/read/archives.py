"""Web archives made for tests: records by hand, packed in every common way."""

import base64
import gzip
import hashlib
import io
import random
import uuid
from collections.abc import Callable, Sequence

import zstandard

from standoff.model import PageInput
from standoff.read.jsonl import Unreadable
from standoff.read.warc.archive import Counts, read_warc

WORDS = [
    "the",
    "ferry",
    "line",
    "owner",
    "port",
    "union",
    "talks",
    "said",
    "would",
    "that",
    "strike",
    "crew",
    "paid",
    "monday",
    "harbour",
    "gate",
    "valley",
    "mill",
]


def sha1(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def story(n: int, paragraphs: int = 12) -> str:
    """A page of its own for each number."""
    r = random.Random(n)
    told = "".join(
        f"<p>{' '.join(r.choice(WORDS) for _ in range(20))} {r.randrange(10**6)}.</p>" for _ in range(paragraphs)
    )
    return f"<html><head><title>Ferry {n}</title></head><body>{told}</body></html>"


def http(
    body: bytes, *, status: str = "200 OK", media: str = "text/html; charset=utf-8", length: bool = True, **more: str
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *(f"{k.replace('_', '-')}: {v}" for k, v in more.items())]
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(
    n: int,
    block: bytes | None = None,
    *,
    kind: str = "response",
    media: str = "application/http; msgtype=response",
    length: int | str | None = None,
    digest: bool | str = True,
    leave: Sequence[str] = (),
    **more: str,
) -> bytes:
    """A record: by default a response with the page of that number."""
    block = http(story(n).encode()) if block is None else block
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.UUID(int=n + 1)}>",
        "WARC-Target-URI": f"http://example.org/{n}",
        "WARC-Date": f"2016-03-{n % 28 + 1:02}T09:12:00Z",
        "WARC-Block-Digest": digest if isinstance(digest, str) else sha1(block) if digest else "",
        "Content-Type": media,
        "Content-Length": str(len(block) if length is None else length),
    } | {k.replace("_", "-"): v for k, v in more.items()}
    head = ["WARC/1.0", *(f"{k}: {v}" for k, v in headers.items() if v and k not in leave)]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def id_of(n: int) -> str:
    return str(uuid.UUID(int=n + 1))


def blocks_of_gzip(records: Sequence[bytes]) -> bytes:
    """Cut anywhere, as packers in blocks do."""
    data = b"".join(records)
    return b"".join(gzip.compress(data[at : at + 10_000], mtime=0) for at in range(0, len(data), 10_000))


def _zstd() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(write_checksum=True)


PACKINGS: dict[str, Callable[[Sequence[bytes]], bytes]] = {
    "plain": b"".join,
    "gzip": lambda records: b"".join(gzip.compress(record, mtime=0) for record in records),
    "one-gzip": lambda records: gzip.compress(b"".join(records), mtime=0),
    "gzip-blocks": blocks_of_gzip,
    "zstd": lambda records: b"".join(_zstd().compress(record) for record in records),
    "one-zstd": lambda records: _zstd().compress(b"".join(records)),
}


def read(data: bytes, counts: Counts | None = None) -> tuple[list[PageInput], list[Unreadable]]:
    """The pages of an archive, and what of it was lost."""
    items = list(read_warc(io.BytesIO(data), source="x.warc", counts=counts))
    return [i for i in items if isinstance(i, PageInput)], [i for i in items if isinstance(i, Unreadable)]


def only(data: bytes) -> PageInput:
    pages, lost = read(data)
    assert not lost, lost
    (page,) = pages
    return page


def codes(found: Sequence[Unreadable] | PageInput) -> list[str]:
    return [i.code for i in found.issues] if isinstance(found, PageInput) else [u.issue.code for u in found]
