"""Damaged web archives: what is whole is read, what is lost is told, nothing comes twice, nothing is mixed up."""

import gzip
import random
import re
import subprocess
import sys
import zlib

import brotli
import pytest
import zstandard
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.read.archives import PACKINGS, codes, http, id_of, read, record, story
from tests.timing import ends_within

from standoff.model import PageInput

N = 200
RECORDS = [record(n) for n in range(N)]
PAGES = {id_of(n): story(n) for n in range(N)}
STORIES = frozenset(PAGES.values())
ARCHIVES = {name: pack(RECORDS) for name, pack in PACKINGS.items()}
SEPARATE = ("plain", "gzip", "zstd")  # in the others damage reaches the records behind it


def whole(pages: list[PageInput]) -> int:
    """How many pages are as they were archived; any other must say so."""
    ids = [page.id for page in pages]
    assert len(set(ids)) == len(ids), "a page came twice"
    good = [page for page in pages if page.html in STORIES]
    wrong = [page for page in pages if page.html not in STORIES]
    assert all(page.issues for page in wrong), "a page is wrong and does not say so"
    mixed = [page.id for page in good if page.id in PAGES and page.html != PAGES[page.id]]
    assert not mixed, "a page has another's name"
    return len(good)


@pytest.mark.parametrize("packing", SEPARATE)
@pytest.mark.parametrize("size", [1, 3, 16, 40])
def test_smashed_bytes(packing: str, size: int) -> None:
    data = ARCHIVES[packing]
    for seed in range(25):
        r = random.Random(f"{packing} {size} {seed}")
        at = r.randrange(len(data) - size)
        pages, lost = read(data[:at] + r.randbytes(size) + data[at + size :])
        least = 198 if packing == "zstd" else 199  # of a zstd frame nothing comes out: two are lost at their joint
        assert len(pages) >= least, (seed, at)
        assert whole(pages) >= 198, (seed, at)
        assert len(lost) >= (len(pages) < N), (seed, at)
        assert len(lost) <= 2, [u.issue.message for u in lost]


@pytest.mark.parametrize("packing", SEPARATE)
def test_the_joint_of_two_records_smashed(packing: str) -> None:
    joints = [sum(len(PACKINGS[packing]([r])) for r in RECORDS[:n]) for n in (1, 50, 199)]
    for joint in joints:
        data = bytearray(ARCHIVES[packing])
        data[joint - 12 : joint + 14] = bytes(26)
        pages, lost = read(bytes(data))
        assert len(pages) >= 198 + (packing != "zstd")
        assert whole(pages) >= 198
        assert lost


@pytest.mark.parametrize("packing", ["one-gzip", "gzip-blocks", "one-zstd"])
def test_smashed_where_records_are_packed_together(packing: str) -> None:
    data = ARCHIVES[packing]
    for seed in range(25):
        r = random.Random(f"{packing} {seed}")
        at = r.randrange(100, len(data) - 16)
        pages, lost = read(data[:at] + r.randbytes(16) + data[at + 16 :])
        assert lost
        before = len(zlib.decompressobj(31).decompress(data[:at])) // 5000 if packing == "one-gzip" else 0
        assert whole(pages) >= before


@pytest.mark.parametrize("packing", PACKINGS)
def test_cut_off(packing: str) -> None:
    data = ARCHIVES[packing]
    r = random.Random(packing)
    for _ in range(20):
        at = r.randrange(1, len(data))
        pages, lost = read(data[:at])
        assert whole(pages) + 1 >= len(pages)
        assert len(lost) == 1 or (packing == "plain" and data[:at].endswith(b"\r\n")), (at, lost)
        if len(lost) == 1 and pages:
            assert codes(lost) == ["archive-cut"]
        if packing == "plain":
            assert whole(pages) >= data[:at].count(b"</html>\r\n\r\n")


@pytest.mark.parametrize("packing", SEPARATE)
def test_garbage_between_records(packing: str) -> None:
    for seed in range(15):
        r = random.Random(seed)
        junk = r.randbytes(r.choice([1, 100, 5000, 300_000])).strip(b"\r\n") or b"x"
        n = r.randrange(0, N + 1)
        first, second = PACKINGS[packing](RECORDS[:n]), PACKINGS[packing](RECORDS[n:])
        pages, lost = read(first + junk + second)
        assert whole(pages) == N
        assert codes(lost) == ["archive-damaged"]
        if packing == "plain":
            assert f"{len(junk):,} bytes from byte {len(first):,} on" in lost[0].issue.message
        else:
            assert f"bytes {len(first):,} to {len(first) + len(junk):,} hold no" in lost[0].issue.message


LENGTHS = ["0", "1", "100", "4000", "9999", "500000", "99999999999", "999999999999999999999", "-5", "many", ""]


@pytest.mark.parametrize("packing", ["plain", "gzip", "one-gzip", "zstd"])
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("digest", [True, False])
def test_lying_lengths(packing: str, length: str, digest: bool) -> None:
    for n in (0, 77, 199):
        records = [
            *RECORDS[:n],
            record(n, length=length, digest=digest, leave=[] if length else ["Content-Length"]),
            *RECORDS[n + 1 :],
        ]
        pages, lost = read(PACKINGS[packing](records))
        assert whole(pages) == N
        if (packing, n) != ("plain", 199):
            assert not lost
            (doubtful,) = [page for page in pages if page.issues]
            assert (doubtful.id, codes(doubtful)) == (id_of(n), ["record-length"])


@pytest.mark.parametrize("packing", ["plain", "gzip", "one-gzip"])
def test_length_of_a_record_that_says_nothing_else_of_it(packing: str) -> None:
    for length in (50, 300, 90_000):
        bare = record(7, http(story(7).encode(), length=False), length=length, digest=False)
        pages, lost = read(PACKINGS[packing]([*RECORDS[:7], bare, *RECORDS[8:]]))
        assert (whole(pages), lost) == (N, [])


def test_damage_behind_a_record_is_not_taken_for_a_part_of_it() -> None:
    data = b"".join(RECORDS)
    joint = sum(map(len, RECORDS[:50]))
    for digest in (True, False):
        records = [*RECORDS[:49], record(49, http(story(49).encode(), length=False), digest=digest), *RECORDS[50:]]
        data = b"".join(records)
        joint = sum(map(len, records[:50]))
        pages, lost = read(data[: joint - 4] + bytes(30) + data[joint + 26 :])
        assert whole(pages) == N - 1
        assert id_of(50) not in [page.id for page in pages]
        assert codes(lost) == ["archive-damaged"]
        behind = len(RECORDS[50]) + 4
        assert f"{behind:,} bytes from byte {joint - 4:,}" in lost[0].issue.message


@pytest.mark.parametrize("left", [15, 100, 600, -9, -1])
def test_truncated_member(left: int) -> None:
    members = [gzip.compress(r, mtime=0) for r in RECORDS]
    members[99] = members[99][:left]
    pages, lost = read(b"".join(members))
    assert len(pages) >= 199
    assert whole(pages) >= 199
    assert len(lost) in (1, 2) or len(pages) == N
    assert id_of(98) in [p.id for p in pages]
    assert id_of(100) in [p.id for p in pages]


def test_wrong_checksum_alone_costs_nothing() -> None:
    members = [gzip.compress(r, mtime=0) for r in RECORDS[:5]]
    members[2] = members[2][:-8] + bytes(8)
    pages, lost = read(b"".join(members))
    assert (whole(pages), lost, [codes(p) for p in pages if p.issues]) == (5, [], [])  # the digest says it is whole
    members[2] = gzip.compress(record(2, digest=False), mtime=0)[:-8] + bytes(8)
    pages, lost = read(b"".join(members))
    assert (whole(pages), lost, [codes(p) for p in pages if p.issues]) == (5, [], [["checksum-mismatch"]])


def test_every_byte_of_small_archive_smashed() -> None:
    records = [record(n, http(b"<html><p>Ferry %d</p></html>" % n)) for n in range(3)]
    texts = {id_of(n): f"<html><p>Ferry {n}</p></html>" for n in range(3)}
    for pack in (PACKINGS["plain"], PACKINGS["gzip"]):
        data = pack(records)
        for at in range(len(data)):
            pages, lost = read(data[:at] + bytes([data[at] ^ 0x15]) + data[at + 1 :])
            assert len(pages) >= 2, at
            assert len(pages) + bool(lost) >= 3, at
            for page in pages:
                assert page.html == texts.get(page.id) or page.issues or page.id not in texts, at


def test_several_places_at_once() -> None:
    for packing in ("plain", "gzip"):
        for seed in range(20):
            data = bytearray(ARCHIVES[packing])
            r = random.Random(seed)
            for _ in range(10):
                at = r.randrange(len(data) - 8)
                data[at : at + 8] = r.randbytes(8)
            pages, lost = read(bytes(data))
            assert len(pages) >= N - 10
            assert len(pages) + len(lost) >= N
            assert whole(pages) >= N - 20


def bomb(how: str) -> bytes:
    body = b"<html>" + bytes(120_000_000)
    if how == "member":
        return gzip.compress(record(0, http(body)), 9)
    packed = {
        "gzip": lambda: gzip.compress(body, 9),
        "deflate": lambda: zlib.compress(body, 9),
        "br": lambda: bytes(brotli.compress(body, quality=5)),
        "zstd": lambda: zstandard.compress(body),
        "gzip, gzip": lambda: gzip.compress(gzip.compress(body, 9), 9),
    }[how]()
    return gzip.compress(record(0, http(packed, Content_Encoding=how)))


@pytest.mark.parametrize("how", ["member", "gzip", "deflate", "br", "zstd", "gzip, gzip"])
def test_bombs_are_stopped(how: str) -> None:
    pages, lost = read(bomb(how) + gzip.compress(record(1)))
    assert [p.id for p in pages] == [id_of(1)]
    assert codes(lost) == ["too-large"]
    assert "52,428,800" in lost[0].issue.message


MEMORY = """
import io, resource, sys, zlib
from standoff.read.warc.archive import read_warc
head = b"WARC/1.0\\r\\nWARC-Type: %s\\r\\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000%d>\\r\\nContent-Length: %d\\r\\n\\r\\n"
page = b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<html>"
class Stream(io.RawIOBase):
    def __init__(self, pieces): self.pieces = pieces
    def read(self, n=-1): return next(self.pieces, b"")
def plain(size):
    yield head % (b"response", 1, size + len(page)) + page
    for _ in range(size // 1_000_000): yield b"x" * 1_000_000
    yield b"\\r\\n\\r\\n" + head % (b"response", 2, len(page)) + page + b"\\r\\n\\r\\n"
def packed(size):
    packer = zlib.compressobj(wbits=31)
    for piece in plain(size): yield packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    yield packer.flush()
how, size = sys.argv[1], int(sys.argv[2])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
items = [(i.id or "")[-1:] for i in read_warc(Stream((plain if how == "plain" else packed)(size)), source="x")]
print(items, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize(("how", "ids"), [("plain", ["1", "2"]), ("packed", [])])
def test_memory_is_flat(how: str, ids: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", MEMORY, how, "300000000"], capture_output=True, text=True, check=True)
    found = re.fullmatch(r"(\[.*\]) (\d+)\n", done.stdout)
    assert found, done.stdout
    assert int(found[2]) < 150
    if ids:
        assert found[1] == str(ids)


@settings(max_examples=60)
@example("plain", [(31, 12, b""), (96, 60, b""), (241, 1, b"")])
@given(
    st.sampled_from(sorted(PACKINGS)),
    st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 60), st.binary(max_size=60)), max_size=6),
)
def test_any_damage(packing: str, places: list[tuple[int, int, bytes]]) -> None:
    data = bytearray(PACKINGS[packing](RECORDS[:10]))
    for at, left_out, put_in in places:
        data[at : at + left_out] = put_in
    pages, lost = read(bytes(data))
    assert pages or lost
    assert whole(pages) <= 10
    if packing in SEPARATE:
        assert len(pages) >= 10 - 2 * len(places)


@settings(max_examples=100)
@given(st.lists(st.one_of(st.binary(max_size=50), st.sampled_from([b"WARC/1.0\r\n", b"\r\n\r\n", b"WARC-Type: response\r\n", b"Content-Length: 9\r\n",
    b"HTTP/1.1 200 OK\r\n", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC-Record-ID: a\r\n", gzip.compress(b"WARC/1.0\r\n")])), max_size=30))  # fmt: skip
def test_any_bytes(pieces: list[bytes]) -> None:
    pages, lost = read(b"".join(pieces))
    assert pages or lost


HEADS = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: a\r\n"
SLOW = {
    "begins": b"WARC/1.0\r\n" * 200_000,
    "begins and one end": (b"WARC/1.0\r\n" * 20_000 + b"\r\n\r\n") * 10,
    "heads": (HEADS + b"Content-Length: 9000000\r\n\r\n") * 15_000,
    "lengths": (HEADS + b"Content-Length: 2000\r\n\r\nx\r\n\r\n") * 15_000,
    "long head": HEADS + b"A: b\r\n" * 300_000,
    "gzip marks": b"\x1f\x8b\x08\x00" * 100_000,
    "zstd marks": b"\x28\xb5\x2f\xfd" * 100_000,
    "blank lines": b"WARC/1.0\r\n" + b"\r\n" * 500_000,
}


@pytest.mark.parametrize("what", SLOW)
def test_nothing_is_slow(what: str) -> None:
    inside = gzip.compress(record(1)) + SLOW[what] + gzip.compress(record(2))
    assert ends_within(10, lambda: (read(SLOW[what]), read(inside)))
