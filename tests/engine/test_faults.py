"""`read` and `annotate` as programs: killed, interrupted, with one worker or more, the record is the same."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from standoff.record import Record
from standoff.record.dump import dump

pytestmark = pytest.mark.model

PAGES = 32
PAIRS = [("Norway", "Sweden"), ("Chad", "Niger"), ("Peru", "Chile"), ("Ghana", "Togo")]
STORY = (
    "{town}, {month} 14 2016\n\n{one} shut the ore terminal at {town} on Monday and barred {count} {two} lorries from the pier."
    " {two} asked {one} for talks on {month} 20. “The pier stays shut,” {one}'s transport minister said."
)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "standoff", *arguments]


def lines(count: int) -> list[bytes]:
    made = []
    for n in range(count):
        one, two = PAIRS[n % len(PAIRS)]
        text = STORY.format(
            town=f"Port {chr(65 + n % 26)}", month=("March", "June")[n % 2], one=one, two=two, count=n + 3
        )
        made.append(json.dumps({"id": f"p{n}", "text": "\n\n".join([text] * (1 + n % 3))}).encode() + b"\n")
    return made


@pytest.fixture
def pages(tmp_path: Path) -> str:
    path = tmp_path / "pages.jsonl"
    path.write_bytes(b"".join(lines(PAGES)))
    return str(path)


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C reaches what a test starts, also where the tests themselves were started with `&` and inherited deafness."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def read(pages: str, record: Path, *options: str, seed: str = "0") -> "subprocess.Popen[str]":
    """A run of `read`, in a process group of its own, as a shell starts it."""
    return subprocess.Popen(
        command("read", pages, "--record", str(record), *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
        process_group=0,
    )


def dumped(path: Path) -> bytes:
    with Record.open(path) as record:
        assert len(record.documents()) == PAGES
        return b"\n".join(dump(record))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The record of an uninterrupted run without a guard."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "pages.jsonl").write_bytes(b"".join(lines(PAGES)))
    done = read(str(folder / "pages.jsonl"), folder / "whole.db", "--workers", "0")
    assert done.communicate()[0] == ""
    assert done.returncode == 0
    return dumped(folder / "whole.db")


def workers_of(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True)
    return [int(line) for line in listed.stdout.split()]


def assert_ended(pids: list[int]) -> None:
    until = time.monotonic() + 60
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < until:
        time.sleep(0.02)
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def wait_for(path: Path, count: int) -> None:
    """Waits until so many pages are in the record."""
    until = time.monotonic() + 300
    while time.monotonic() < until:
        if path.exists():
            db = sqlite3.connect(path, timeout=30)
            try:
                if db.execute("SELECT count(*) FROM document").fetchone()[0] >= count:
                    return
            except sqlite3.OperationalError:
                pass  # not yet laid out
            finally:
                db.close()
        time.sleep(0.005)
    raise AssertionError(f"no {count} pages in {path}")


@pytest.mark.parametrize(("workers", "seed"), [(1, 5), (2, 99)])
def test_any_order_workers_and_hash_seed_give_the_same_record(
    tmp_path: Path, whole: bytes, workers: int, seed: int
) -> None:
    shuffled = lines(PAGES)
    random.Random(seed).shuffle(shuffled)
    (tmp_path / "shuffled.jsonl").write_bytes(b"".join([*shuffled, *shuffled[:5]]))
    run = read(str(tmp_path / "shuffled.jsonl"), tmp_path / "other.db", "--workers", str(workers), seed=str(seed))
    run.communicate()
    assert run.returncode == 0
    assert dumped(tmp_path / "other.db") == whole


def test_kill_9_of_read_again_and_again(tmp_path: Path, pages: str, whole: bytes) -> None:
    path = tmp_path / "killed.db"
    for count in sorted(random.Random(3).sample(range(1, PAGES - 2), 4)):
        run = read(pages, path)
        wait_for(path, count)
        workers = workers_of(run.pid)
        run.kill()
        run.communicate()
        assert_ended(workers)
        with sqlite3.connect(path) as db:
            assert db.execute("SELECT count(*) FROM document").fetchone()[0] >= count
        db.close()
    last = read(pages, path)
    last.communicate()
    assert last.returncode == 0
    assert dumped(path) == whole
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()


def test_kill_9_of_the_workers(tmp_path: Path, pages: str, whole: bytes) -> None:
    path = tmp_path / "orphaned.db"
    run = read(pages, path, "--workers", "2")
    wait_for(path, 9)
    for pid in workers_of(run.pid):
        os.kill(pid, signal.SIGKILL)
    run.communicate()
    assert run.returncode == 0
    assert dumped(path) == whole


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize(("sent", "code", "everybody"), [(signal.SIGINT, 130, True), (signal.SIGTERM, 143, False)])
def test_interrupted(
    tmp_path: Path, pages: str, whole: bytes, sent: signal.Signals, code: int, everybody: bool
) -> None:
    """By a signal to the program alone, or, as Ctrl-C on a terminal, to its whole process group."""
    path = tmp_path / "interrupted.db"
    run = read(pages, path)
    wait_for(path, 9)
    workers = workers_of(run.pid)
    assert workers
    os.kill(-run.pid if everybody else run.pid, sent)
    out, err = run.communicate(timeout=120)
    assert (run.returncode, out) == (code, "")
    assert "Traceback" not in err
    assert_ended(workers)
    again = read(pages, path)
    again.communicate()
    assert again.returncode == 0
    assert dumped(path) == whole


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_while_the_worker_starts(pages: str, sent: signal.Signals, code: int) -> None:
    run = subprocess.Popen(
        command("annotate", pages), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0
    )
    until = time.monotonic() + 120
    while not (workers := workers_of(run.pid)) and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(-run.pid, sent)
    out, err = run.communicate(timeout=120)
    assert (run.returncode, out, err) == (code, "", "")
    assert_ended(workers)


def test_standard_output_is_closed(pages: str) -> None:
    run = subprocess.Popen(command("annotate", pages), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.readline().startswith('{"id":"p0"')
    workers = workers_of(run.pid)
    run.stdout.close()
    assert run.stderr.read() == ""
    run.stderr.close()
    assert run.wait(20) == 0
    assert_ended(workers)


def test_each_line_is_answered_before_the_next_is_sent() -> None:
    run = subprocess.Popen(command("annotate"), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert run.stdin is not None
    assert run.stdout is not None
    for n, line in enumerate(lines(3)):
        run.stdin.write(line)
        run.stdin.flush()
        assert json.loads(run.stdout.readline())["id"] == f"p{n}"
    run.communicate()
    assert run.returncode == 0


def test_a_missing_model_is_told_once(pages: str) -> None:
    done = subprocess.run(command("annotate", pages, "--model", "nowhere_sm"), capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("nowhere_sm") == 1
    assert done.stderr.startswith("error: ")


def test_a_folder_of_somebody_s_files_is_no_code(tmp_path: Path) -> None:
    """What lies in the current folder is never imported, by the program or its workers."""
    for name in ("spacy", "msgspec", "json", "standoff"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported')")
    program = Path(sys.executable).with_name("standoff")
    done = subprocess.run([program, "annotate"], input=lines(1)[0], capture_output=True, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["events"]


def test_the_engine_does_not_load_the_parser(pages: str) -> None:
    code = (
        "import sys; from standoff.cli import main\n"
        f"try: main(['annotate', {pages!r}])\n"
        "except SystemExit: pass\n"
        "sys.exit('spacy' in sys.modules or 'standoff.annotate' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL)
    assert done.returncode == 0
