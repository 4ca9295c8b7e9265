"""Web archives: which records are pages, what stands in them, and what is passed over and told."""

import gzip
import hashlib
import io
import zlib
from pathlib import Path
from typing import Any

import brotli
import pytest
import zstandard
from tests.read.archives import PACKINGS, codes, http, id_of, only, read, record, sha1, story

from standoff.model import PageInput
from standoff.read.guard import MAX_CHARS
from standoff.read.page import read_page
from standoff.read.warc.archive import Counts, read_warc

PAGE = story(1).encode()


@pytest.mark.parametrize("packing", PACKINGS)
def test_pages_of_every_packing(packing: str) -> None:
    others = [
        record(100, b"software: x\r\n", kind="warcinfo", media="application/warc-fields"),
        record(101, b"GET / HTTP/1.1\r\n\r\n", kind="request", media="application/http; msgtype=request"),
        record(102, b"fetchTimeMs: 1\r\n", kind="metadata", media="application/warc-fields"),
        record(103, http(b"", status="304 Not Modified"), kind="revisit"),
        record(104, http(PAGE, status="404 Not Found")),
        record(105, http(b"\x89PNG", media="image/png")),
        record(106, http(b"User-agent: *", media="text/plain"), WARC_Target_URI="http://example.org/robots.txt"),
    ]
    counts = Counts()
    pages, lost = read(PACKINGS[packing]([*others, *(record(n) for n in range(30))]), counts)
    assert not lost
    assert [(p.id, p.html, p.url, p.captured) for p in pages] == [
        (id_of(n), story(n), f"http://example.org/{n}", f"2016-03-{n % 28 + 1:02}") for n in range(30)
    ]
    assert not any(p.issues for p in pages)
    assert counts.pages == 30
    assert counts.passed == {
        "warcinfo": 1, "request": 1, "metadata": 1, "revisit (the page is in an earlier record or archive)": 1,
        "with status 404": 1, "image/png": 1, "robots.txt": 1,
    }  # fmt: skip


def test_wet_gives_text() -> None:
    page = only(record(1, "The ferry stayed in port.\nIt is März.".encode(), kind="conversion", media="text/plain"))
    assert (page.text, page.html) == ("The ferry stayed in port.\nIt is März.", None)
    assert page.captured == "2016-03-02"


def test_resource_and_plain_text() -> None:
    assert only(record(1, PAGE, kind="resource", media="text/html")).html == story(1)
    assert only(record(1, http(b"Ferry stays in port", media="text/plain"))).text == "Ferry stays in port"


@pytest.mark.parametrize("media", ["", "application/octet-stream", "text/htmI", "unknown/unknown", "nonsense"])
def test_html_under_another_name_is_read(media: str) -> None:
    assert only(record(1, http(PAGE, media=media))).html == story(1)


def test_nothing_but_other_records_is_said() -> None:
    pages, lost = read(record(1, http(b"x", status="301 Moved")))
    assert not pages
    assert codes(lost) == ["no-pages"]
    assert "1 with status 301" in lost[0].issue.message


@pytest.mark.parametrize(
    ("body", "media", "text", "code"),
    [
        ("Zürich", "text/html; charset=iso-8859-1", "Zürich", []),
        ("Паром", 'text/html; charset="windows-1251"', "Паром", []),
        ("Fähre", "text/html; charset=utf-8", "Fähre", ["encoding-guessed"]),
        ("Fähre", "text/html; charset=idna", "Fähre", ["encoding-guessed"]),
        ("Fähre", "text/html", "Fähre", ["encoding-guessed"]),
    ],
)
def test_charset_of_the_http_head(body: str, media: str, text: str, code: list[str]) -> None:
    name = "cp1251" if "1251" in media else "latin-1"
    page = only(record(1, http(f"<html><p>{body}</p></html>".encode(name), media=media)))
    assert page.html == f"<html><p>{text}</p></html>"
    assert codes(page) == code


def test_a_page_in_utf8_behind_a_western_charset_is_read_as_utf8() -> None:
    page = only(record(1, http("<html><p>Zürich</p></html>".encode(), media="text/html; charset=iso-8859-1")))
    assert page.html == "<html><p>Zürich</p></html>"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


CODINGS = [
    ("gzip", gzip.compress(PAGE)), ("x-gzip", gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:])), ("deflate", zlib.compress(PAGE)),
    ("deflate", raw_deflate(PAGE)), ("br", brotli.compress(PAGE)), ("zstd", zstandard.compress(PAGE)),
    ("gzip, br", brotli.compress(gzip.compress(PAGE))), ("identity", PAGE),
    ("gzip", PAGE), ("deflate", PAGE), ("br", PAGE), ("zstd", PAGE),
]  # fmt: skip


@pytest.mark.parametrize(("coding", "body"), CODINGS)
def test_content_coding(coding: str, body: bytes) -> None:
    page = only(record(1, http(body, Content_Encoding=coding)))
    assert page.html == story(1)
    assert not page.issues


@pytest.mark.parametrize("size", [1, 7, 1000, 100_000])
def test_chunks_are_joined(size: int) -> None:
    chunks = b"".join(
        b"%x;a=b\r\n%s\r\n" % (len(PAGE[n : n + size]), PAGE[n : n + size]) for n in range(0, len(PAGE), size)
    )
    body = chunks + b"0\r\n\r\n"
    assert only(record(1, http(body, Transfer_Encoding="chunked", length=False))).html == story(1)
    assert only(record(1, http(PAGE, Transfer_Encoding="chunked"))).html == story(1)


@pytest.mark.parametrize(
    ("coding", "body", "code", "word"),
    [
        ("compress", PAGE, "bad-coding", "'compress'"),
        ("gzip, gzip, gzip, gzip, gzip", PAGE, "bad-coding", "5 times"),
        ("gzip", gzip.compress(PAGE)[:100] + b"\x00" * 200 + gzip.compress(PAGE)[300:], "record-damaged", "damaged"),
    ],
)
def test_bodies_that_cannot_be_unpacked(coding: str, body: bytes, code: str, word: str) -> None:
    pages, lost = read(record(1, http(body, Content_Encoding=coding)) + record(2))
    assert [p.id for p in pages] == [id_of(2)]
    assert codes(lost) == [code]
    assert word in lost[0].issue.message
    assert lost[0].id == id_of(1)


def test_packed_body_that_ends_too_soon_is_read_as_far_as_it_goes() -> None:
    page = only(record(1, http(gzip.compress(PAGE)[:-200], Content_Encoding="gzip")))
    assert page.html is not None
    assert story(1).startswith(page.html)
    assert codes(page) == ["record-cut"]


def test_ids_are_stable_and_distinct() -> None:
    bare = [record(n, leave=["WARC-Record-ID"]) for n in range(3)]
    first, second = (read(b"".join(rs))[0] for rs in (bare, reversed(bare)))
    assert len({p.id for p in first}) == 3
    assert {p.id for p in first} == {p.id for p in second}


def test_old_and_plain_forms_of_records() -> None:
    data = record(1).replace(b"WARC/1.0", b"WARC/0.17").replace(b"\r\n\r\nHTTP", b"\n\nHTTP", 1)
    head, blank, rest = data.partition(b"\n\nHTTP")
    assert only(head.replace(b"\r\n", b"\n") + blank + rest).html == story(1)
    wget = record(1, WARC_Target_URI="<http://example.org/1>")
    assert only(wget).url == "http://example.org/1"
    folded = record(1).replace(b"http://example.org/1\r\n", b"http://example.org/1\r\nX-Long: a\r\n b\r\n")
    assert only(folded).url == "http://example.org/1"


def test_digests() -> None:
    block = http(PAGE)
    assert not only(record(1, block, digest="sha256:" + hashlib.sha256(block).hexdigest())).issues
    assert codes(only(record(1, block, digest=sha1(b"other")))) == ["digest-mismatch"]
    assert not only(record(1, block, digest="crc:12")).issues
    assert not only(record(1, block, digest=False, WARC_Payload_Digest=sha1(PAGE))).issues
    assert codes(only(record(1, block, digest=False, WARC_Payload_Digest=sha1(b"x")))) == ["digest-mismatch"]


def test_zstd_dictionary() -> None:
    records: list[bytes | bytearray | memoryview] = [record(n) for n in range(40)]
    dictionary = zstandard.train_dictionary(4096, records)
    packer = zstandard.ZstdCompressor(dict_data=dictionary)
    for packed in (dictionary.as_bytes(), zstandard.compress(dictionary.as_bytes())):
        head = b"\x5d\x2a\x4d\x18" + len(packed).to_bytes(4, "little") + packed
        pages, lost = read(head + b"".join(packer.compress(r) for r in records))
        assert (len(pages), lost) == (40, [])


def test_gzip_headers_with_names_and_fields() -> None:
    body = gzip.compress(record(1), mtime=0)[10:]
    head = (
        b"\x1f\x8b\x08\x1e\x00\x00\x00\x00\x00\x03" + b"\x04\x00sl\x00\x00" + b"name\x00" + b"comment\x00" + b"\x00\x00"
    )
    assert only(head + body).html == story(1)


def test_dns_and_unknown_records() -> None:
    dns = record(2, b"20160303 example.org 1.2.3.4", media="text/dns", WARC_Target_URI="dns:example.org")
    pages, lost = read(dns + record(3, kind="novelty") + record(1))
    assert len(pages) == 1
    assert codes(lost) == ["unknown-record"]
    assert "'novelty'" in lost[0].issue.message


def test_a_crawlers_own_log_is_no_page() -> None:
    log = record(
        2, b"--2016-03-03--  http://example.org/", kind="resource", media="text/plain", WARC_Target_URI="metadata://log"
    )
    counts = Counts()
    pages, lost = read(record(1) + log, counts)
    assert (len(pages), lost) == (1, [])
    assert counts.passed == {"resource that is no page of the web": 1}


@pytest.mark.parametrize("packing", PACKINGS)
def test_page_that_holds_a_record(packing: str) -> None:
    body = b"<html><pre>\r\n\r\n" + record(5) + record(6) + b"</pre></html>"
    pages, lost = read(PACKINGS[packing]([record(1), record(2, http(body)), record(3)]))
    assert [p.id for p in pages] == [id_of(1), id_of(2), id_of(3)]
    assert (lost, [p.issues for p in pages]) == ([], [(), (), ()])


def test_long_pages_are_cut_and_say_so() -> None:
    text = "The ferry stayed in port. " * 1_200_000
    pages, lost = read(record(1, http(f"<html>{text}".encode())) + record(2))
    assert not lost
    assert [p.id for p in pages] == [id_of(1), id_of(2)]
    assert len(pages[0].html or "") == MAX_CHARS
    assert codes(pages[0])[0] == "cut"
    assert "31,200," in pages[0].issues[0].message


def test_archive_that_was_cut_by_the_crawler() -> None:
    assert codes(only(record(1, WARC_Truncated="length"))) == ["cut"]


class Once(io.RawIOBase):
    """A stream that cannot be wound back and gives a few bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._data.read(min(len(view), 1000))
        view[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize("packing", PACKINGS)
def test_streams_need_no_seeking(packing: str) -> None:
    stream = Once(PACKINGS[packing]([record(n) for n in range(20)]))
    items = list(read_warc(stream, source="-"))  # type: ignore[arg-type]
    assert [i.id for i in items] == [id_of(n) for n in range(20)]


def test_path_and_summary(tmp_path: Path) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(gzip.compress(record(1)) + gzip.compress(record(2, b"", kind="warcinfo")))
    told: list[str] = []
    (item,) = read_warc(path, source=path.name, say=told.append)
    assert isinstance(item, PageInput)
    assert told == ["x.warc.gz: 1 page; passed over: 1 warcinfo"]
    assert read_page(item).text


@pytest.mark.parametrize("data", [b"", b"\n", b"no archive at all", b"\x1f\x8b\x08", b"WARC/1.0\r\n", bytes(1000)])
def test_what_is_no_archive_is_told(data: bytes) -> None:
    pages, lost = read(data)
    assert not pages
    assert len(lost) == 1
    assert lost[0].issue.message.startswith("x.warc")


@pytest.mark.parametrize("packing", ["plain", "gzip"])
def test_fastwarc_reads_and_writes_the_same(packing: str) -> None:
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

    records = [record(n) for n in range(10)]
    pages, _ = read(PACKINGS[packing](records))
    peer = [
        (one.record_id, one.reader.read().decode()) for one in ArchiveIterator(io.BytesIO(PACKINGS[packing](records)))
    ]
    assert [(f"<urn:uuid:{p.id}>", p.html) for p in pages] == peer
    sink = io.BytesIO()
    writer: Any = sink if packing == "plain" else GzipWriter(sink)
    for n in range(10):
        made = WarcRecord()
        made.init_headers(WarcRecordType.response, f"uuid:{id_of(n)}".encode())
        made.headers["WARC-Target-URI"] = f"http://example.org/{n}"
        made.headers["Content-Type"] = "application/http; msgtype=response"
        made.set_bytes_content(http(story(n).encode()))
        made.write(writer, checksum_data=True)
        if packing == "gzip":
            writer.finish()
    writer.flush()
    pages, lost = read(sink.getvalue())
    assert not lost
    assert [(p.id, p.html) for p in pages] == [(id_of(n), story(n)) for n in range(10)]
    assert not any(p.issues for p in pages)
