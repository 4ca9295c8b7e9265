"""A disk that fills up: said with the path, nothing half-written, and the same command goes on once there is room."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from standoff.record import Record

resource = pytest.importorskip("resource", reason="limits of a process are set as POSIX sets them")
pytestmark = pytest.mark.model

PAGES = 24
STORY = "Oslo, March {day} 2016\n\nNorway shut the ore terminal at pier {n} on Monday and barred {n} Swedish lorries. {more}"


def limited(size: int | None) -> Callable[[], None]:
    """No file of the process may grow beyond a size: what a full disk does, seen from inside."""

    def limit() -> None:
        if size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def run(*arguments: str, room: int | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "standoff", *arguments]
    return subprocess.run(command, capture_output=True, text=True, preexec_fn=limited(room), check=False)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "pages.jsonl"
    lines = [
        {"id": f"p{n}", "text": STORY.format(day=n % 28 + 1, n=n, more=f"Berth {n} stays idle. " * 40)}
        for n in range(PAGES)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("room", [20_000, 150_000, 260_000])
def test_reading(pages: Path, tmp_path: Path, room: int) -> None:
    path = tmp_path / "record.db"
    full = run("read", str(pages), "--record", str(path), room=room)
    assert full.returncode == 1
    assert str(path) in full.stderr
    assert "Traceback" not in full.stderr
    again = run("read", str(pages), "--record", str(path))
    assert again.returncode == 0, again.stderr
    with Record.open(path) as record:
        assert len(record.documents()) == PAGES


def test_exporting(pages: Path, tmp_path: Path) -> None:
    path, out = tmp_path / "record.db", tmp_path / "out.jsonl"
    assert run("read", str(pages), "--record", str(path)).returncode == 0
    full = run("export", "jsonl", "--record", str(path), "--out", str(out), room=60_000)
    assert full.returncode == 1
    assert str(out) in full.stderr
    assert "Traceback" not in full.stderr
    assert not out.exists()
    assert run("export", "jsonl", "--record", str(path), "--out", str(out)).returncode == 0
    assert out.stat().st_size > 60_000
