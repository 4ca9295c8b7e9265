"""Linking that is killed leaves the links as they were or as they are to be, never a mix; the next run ends it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from standoff.ingest import open_linked
from standoff.link import link
from standoff.record import Record
from standoff.record.dump import dump
from standoff.testing import page

PROGRAM = """
import sys
from standoff.link import link
from standoff.record import Record
with Record.open(sys.argv[1], write=True) as record:
    print("open", flush=True)
    link(record)
    print("linked", flush=True)
"""
KILLS = 20


def written(path: Path) -> None:
    with Record.open(path, create=True) as record:
        for n in range(60):
            made = page(f"p{n}", f"2013-04-{1 + n % 28:02}")
            for act in range(6):
                date = f"2013-04-{1 + (n + act) % 28:02}" if act % 2 else None
                made.event("COERCE", "NOR", "SWE", verb="barred", object=f"the mine {act}", date=date)
            record.add(made.item(), made.annotation(), made="test")


def lines(path: Path) -> list[bytes]:
    with Record.open(path) as record:
        return list(dump(record))


def links(path: Path) -> int:
    db = sqlite3.connect(path)
    found = int(db.execute("SELECT (SELECT count(*) FROM merge) + (SELECT count(*) FROM copy)").fetchone()[0])
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    return found


@pytest.mark.parametrize("round_", range(2))
def test_killed_while_linking(tmp_path: Path, round_: int) -> None:
    whole = tmp_path / "whole.db"
    written(whole)
    with Record.open(whole, write=True) as record:
        link(record)
    expected, all_links = lines(whole), links(whole)
    path = tmp_path / "killed.db"
    written(path)
    for n in range(KILLS // 2):
        run = subprocess.Popen([sys.executable, "-c", PROGRAM, str(path)], stdout=subprocess.PIPE, text=True)
        assert run.stdout is not None
        assert run.stdout.readline() == "open\n"
        time.sleep((n + round_ / 2) * 0.02)
        os.kill(run.pid, signal.SIGKILL)
        run.communicate()
        assert links(path) in (0, all_links)
    with open_linked(path) as record:
        assert record.linked
    assert lines(path) == expected
