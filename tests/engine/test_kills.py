"""kill -9 while pages are put together, exported, or a record is brought up to date: the old or the new state, never a mix."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from standoff.export import export
from standoff.ingest import open_linked
from standoff.link import link
from standoff.record import Record
from standoff.record.database import migrate
from standoff.record.dump import dump
from standoff.record.schema import MIGRATIONS
from standoff.testing import PageMaker, page, record_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a process is killed as POSIX kills")

KILLS = 20
PAIRS = ("NOR SWE", "CHD NER", "PER CHL")

LINK = """
import sys
from standoff.link import link
from standoff.record import Record
with Record.open(sys.argv[1], write=True) as record:
    print("ready", flush=True)
    for _ in range(1000):
        record.set_meta("linked", "0")
        link(record)
"""
EXPORT = """
import io, sys
from pathlib import Path
from standoff.export import export
from standoff.record import Record
with Record.open(sys.argv[1]) as record:
    print("ready", flush=True)
    for _ in range(1000):
        export(record, "jsonl", out=Path(sys.argv[2]), stream=io.BytesIO())
"""
MIGRATE = """
import sys
from standoff.record import Record
print("ready", flush=True)
Record.open(sys.argv[1], write=True).close()
"""


def pages() -> list[PageMaker]:
    made = []
    for n in range(45):
        one, two = PAIRS[n % len(PAIRS)].split()
        made.append(
            page(f"p{n}", f"2016-03-{n % 28 + 1:02}")
            .event("COERCE", one, two, date=f"2016-03-{n // 2 % 28 + 1:02}", mode="restrict")
            .event("CONSULT", f"{one} {two}", f"{one} {two}", date="2016-03", verb="met")
        )
    return made


def killed(program: str, *arguments: str, after: float) -> None:
    """Runs a program and kills it some time after it says that it is ready."""
    child = subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(after)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as db:
        return str(db.execute("PRAGMA integrity_check").fetchone()[0])


def test_kill_9_while_pages_are_put_together(tmp_path: Path) -> None:
    with record_of(tmp_path, pages()) as record:
        link(record)
        wanted = list(dump(record))
    path, moments = tmp_path / "test.db", random.Random(3)
    for _ in range(KILLS):
        killed(LINK, str(path), after=moments.uniform(0, 0.25))
        assert integrity(path) == "ok"
        with open_linked(path) as record:
            assert list(dump(record)) == wanted


def test_kill_9_while_a_record_is_exported(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with record_of(tmp_path, pages()) as record:
        link(record)
        export(record, "jsonl", out=out, stream=sys.stdout.buffer)
    wanted, moments = sha256(out.read_bytes()).hexdigest(), random.Random(5)
    for n in range(KILLS):
        if n % 2:
            out.unlink(missing_ok=True)
        killed(EXPORT, str(tmp_path / "test.db"), str(out), after=moments.uniform(0, 0.2))
        assert not out.exists() or sha256(out.read_bytes()).hexdigest() == wanted


@pytest.mark.parametrize("start", range(1, len(MIGRATIONS)))
def test_kill_9_while_a_record_is_brought_up_to_date(tmp_path: Path, start: int) -> None:
    moments = random.Random(start)
    for n in range(KILLS // (len(MIGRATIONS) - 1) + 1):
        path = tmp_path / f"old{n}.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            for number, (name, statements) in enumerate(MIGRATIONS[:start], start=1):
                migrate(db, number, name, statements)
        killed(MIGRATE, str(path), after=moments.uniform(0, 0.02))
        assert integrity(path) == "ok"
        with Record.open(path, write=True) as record:
            assert record.documents() == []
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
