"""Web archives on the command line: read into a record, killed and gone on with, damaged, given by mistake."""

import contextlib
import gzip
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.read.archives import http, id_of, record

from standoff.record import Record
from standoff.record.dump import dump

PAGES = 14
TOWNS = ("Arvika", "Bergen", "Calais", "Dover", "Ekenas", "Faro", "Gdansk")


def page(n: int) -> bytes:
    town = TOWNS[n % len(TOWNS)]
    told = "".join(
        f"<p>The port of {town} shut gate {n * 10 + m} on Monday, and Norway asked Sweden for talks about the {m + 2} ferries"
        f" that lie there, a spokesman for the owners said.</p>"
        for m in range(4)
    )
    return (
        f"<html><head><title>{town} shuts gate {n}</title></head><body><article><h1>{town} shuts gate {n}</h1>"
        f"<p>March {n + 1}, 2016</p>{told}</article></body></html>"
    ).encode()


def archive(path: Path, *, damaged: bool = False) -> Path:
    """Pages, other records between them, and perhaps a damaged page."""
    members = [gzip.compress(record(n, http(page(n))), mtime=0) for n in range(PAGES)]
    members.insert(3, gzip.compress(record(50, http(b"", status="304 Not Modified"), kind="revisit"), mtime=0))
    if damaged:
        members[6] = members[6][:200] + bytes(100) + members[6][300:]
    path.write_bytes(b"".join(members))
    return path


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "standoff", *map(str, arguments)]


def run(*arguments: str | Path) -> tuple[int, str, str]:
    done = subprocess.run(command(*arguments), capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def dumped(path: Path) -> list[bytes]:
    with Record.open(path) as opened:
        return list(dump(opened))


def written(path: Path) -> int:
    """How many documents a record has now; 0 where there is none yet."""
    with contextlib.suppress(sqlite3.Error):
        db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            return int(db.execute("SELECT count(*) FROM document").fetchone()[0])
        finally:
            db.close()
    return 0


@pytest.mark.model
def test_killed_and_started_again_gives_the_same_record(tmp_path: Path) -> None:
    source = archive(tmp_path / "x.warc.gz", damaged=True)
    code, _, told = run("read", source, "--record", tmp_path / "whole.db")
    assert code == 3
    assert "x.warc.gz: 13 pages; passed over: 1 revisit" in told
    assert "archive-damaged" in told
    for after in (1, 9):
        killed = tmp_path / f"killed{after}.db"
        reader = subprocess.Popen(
            command("read", source, "--record", killed), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while written(killed) < after and reader.poll() is None:
            time.sleep(0.002)
        reader.send_signal(signal.SIGKILL)
        reader.wait()
        assert after <= written(killed) <= PAGES
        code, _, told = run("read", source, "--record", killed)
        assert code == 3
        assert "already there" in told
        assert dumped(killed) == dumped(tmp_path / "whole.db")


@pytest.mark.model
def test_the_smashed_page_alone_is_missing(tmp_path: Path) -> None:
    archive(tmp_path / "x.warc.gz", damaged=True)
    assert run("read", tmp_path / "x.warc.gz", "--record", tmp_path / "r.db")[0] == 3
    with Record.open(tmp_path / "r.db") as opened:
        assert {d.id for d in opened.documents()} == {id_of(n) for n in range(PAGES) if n != 5}
        (failure,) = opened.failures()
        assert failure[1].code == "archive-damaged"
        assert "bytes 2,586 to 3,047 are damaged" in failure[1].message


@pytest.mark.model
def test_a_doubtful_page_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "x.warc").write_bytes(record(1, http(page(1)), digest="sha1:AAAA"))
    code, _, told = run("read", tmp_path / "x.warc", "--record", tmp_path / "r.db")
    assert code == 0
    assert f"{id_of(1)}: digest-mismatch: the archive's record at byte 0" in told


@pytest.mark.parametrize("name", ["x.warc.gz", "x.warc"])
def test_annotate_says_what_to_do_with_an_archive(tmp_path: Path, name: str) -> None:
    source = archive(tmp_path / "x.warc.gz")
    if name == "x.warc":
        source = tmp_path / name
        source.write_bytes(gzip.decompress((tmp_path / "x.warc.gz").read_bytes()))
    for given in ([source], []):
        with source.open("rb") as stream:
            done = subprocess.run(
                command("annotate", *given), stdin=stream, capture_output=True, text=True, check=False
            )
        assert (done.returncode, done.stdout) == (1, "")
        assert "is a web archive, not JSON Lines" in done.stderr
        assert "standoff read" in done.stderr


def test_annotate_says_what_to_do_with_packed_lines(tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl.gz"
    source.write_bytes(gzip.compress(b'{"id": "a", "text": "The ferry stayed in port."}\n'))
    code, out, err = run("annotate", source)
    assert (code, out) == (1, "")
    assert "is gzip data" in err
    assert "gzip -dc" in err
