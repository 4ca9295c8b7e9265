"""A reader that is killed leaves whole pages or none, and the next run goes on from there."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from standoff.record import Record
from standoff.testing import page, record_of

PROGRAM = """
import sys
from pathlib import Path
from standoff.record import Record
from standoff.testing import page
with Record.open(sys.argv[1], create=True) as record:
    for n in range(10_000):
        made = page(f"p{n}").event("CONSULT", "NOR", "SWE").say("word " * 500)
        record.add(made.item(), made.annotation(), made="test")
        print(n, flush=True)
"""


@pytest.mark.parametrize("after", [0, 3, 17])
def test_killed_while_reading(tmp_path: Path, after: int) -> None:
    path = tmp_path / "killed.db"
    reader = subprocess.Popen([sys.executable, "-c", PROGRAM, str(path)], stdout=subprocess.PIPE, text=True)
    assert reader.stdout is not None
    told = -1
    while told < after:
        told = int(reader.stdout.readline())
    os.kill(reader.pid, signal.SIGKILL)
    told = max([told, *(int(line) for line in reader.stdout.read().split() if line.isdigit())])
    reader.stdout.close()
    reader.wait()
    with Record.open(path, create=True) as record:
        ids = {document.id for document in record.documents()}
        assert {f"p{n}" for n in range(told)} <= ids
        assert len(record.events()) == len(ids)
        made = page("p0").event("CONSULT", "NOR", "SWE").say("word " * 500)
        assert record.has(made.item(), "test")
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()


def fail_half_way(record: Record) -> None:
    with record.transaction() as db:
        db.execute("DELETE FROM document")
        raise ValueError("half way")


def test_a_failing_transaction_leaves_nothing(tmp_path: Path) -> None:
    with record_of(tmp_path, [page("a")]) as record:
        with pytest.raises(ValueError, match="half way"):
            fail_half_way(record)
        assert len(record.documents()) == 1
