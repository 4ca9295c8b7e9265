"""The commands: help, exit codes, what goes to which stream, bad input in words."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.cli.conftest import Run

from standoff.cli.app import app
from standoff.record import Record
from standoff.testing import linked, page, record_of

NAMES = sorted(command.name or "" for command in app.registered_commands)
VIEWS = ("timeline", "state", "thing", "who", "talks", "promises", "stakes", "reasons", "climate", "voices", "brief")


@pytest.fixture
def record(tmp_path: Path) -> str:
    pages = [
        page("a", "2021-04-09").event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", verb="closed"),
        page("b", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met"),
    ]
    linked(tmp_path, pages).close()
    return str(tmp_path / "test.db")


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help(name: str, run: Run) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    assert len(out.splitlines()) > 4


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_in_the_readme(name: str) -> None:
    readme = Path(__file__).parents[2] / "README.md"
    assert f"standoff {name}" in readme.read_text(encoding="utf-8")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_writes_json_where_piped(view: str, record: str, run: Run) -> None:
    code, out, err = run(view, "--record", record)
    assert (code, err) == (0, "")
    assert lines(out) is not None


def test_the_timeline_has_the_contract_fields(record: str, run: Run) -> None:
    _, out, _ = run("timeline", "--record", record, "--json")
    wanted = "id date date_how type mode actors recipients object status summary weight sources differs"
    assert set(wanted.split()) <= set(lines(out)[0])


def test_pages_that_were_read_and_not_put_together_are_by_the_next_view(tmp_path: Path, run: Run) -> None:
    pages = [
        page(name, day).event(
            "COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", object="the gate", verb="closed"
        )
        for name, day in (("a", "2021-04-09"), ("b", "2021-04-10"))
    ]
    record_of(tmp_path, pages).close()
    assert len(lines(run("timeline", "--record", str(tmp_path / "test.db"))[1])) == 1


def test_explain_takes_an_id_of_the_timeline(record: str, run: Run) -> None:
    row = lines(run("timeline", "--record", record)[1])[0]
    code, out, _ = run("explain", row["id"], "--record", record)
    assert code == 0
    assert row["sources"][0]["quote"] in json.dumps(lines(out), ensure_ascii=False)


def test_nothing_has_this_id(record: str, run: Run) -> None:
    code, out, err = run("explain", "e000", "--record", record)
    assert (code, out) == (4, "")
    assert err.startswith("error: ")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("timeline", "--record", "missing.db"), 1, "no record at missing.db"),
        (("timeline", "--record", "README"), 1, "README"),
        (("timeline", "--record", "/dev/null"), 1, "no plain file"),
        (("timeline", "--record", "a" * 5_000), 1, "cannot open the record"),
        (("timeline", "--at", "soon"), 2, "no date"),
        (("timeline", "--top", "x"), 2, ""),
        (("annotate", "missing.jsonl"), 1, "cannot read missing.jsonl"),
        (("times", "missing.txt"), 1, "cannot read missing.txt"),
        (("demo", "other"), 2, "no demo 'other'"),
        (("schema", "other"), 2, "no record 'other'"),
        (("codes", "OTHER"), 2, "no PLOVER type"),
        (("codes", "999"), 2, "no CAMEO code"),
        (("export", "other", "--record", "empty.db"), 1, "empty"),
        (("nonsense",), 2, ""),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    arguments: tuple[str, ...], code: int, words: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README").write_text("not a record " * 100)
    (tmp_path / "standoff.db").write_bytes(b"")
    (tmp_path / "empty.db").write_bytes(b"")
    found, out, err = run(*arguments)
    assert found == code
    assert words in err
    assert "Traceback" not in err + out


def test_a_record_of_a_newer_version_is_refused_and_untouched(record: str, run: Run) -> None:
    import sqlite3

    with sqlite3.connect(record) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    before = Path(record).read_bytes()
    code, _, err = run("timeline", "--record", record)
    assert code == 1
    assert "newer version" in err
    assert Path(record).read_bytes() == before


def test_schema_describes_every_record(run: Run) -> None:
    _, out, _ = run("schema")
    definitions = json.loads(out)["$defs"]
    assert {"Annotation", "Event", "TimelineRow", "StateView"} <= set(definitions)
    _, one, _ = run("schema", "event")
    assert "trigger" in one


def test_codes_say_which_type_a_cameo_code_is(run: Run) -> None:
    _, out, _ = run("codes", "172")
    assert out.split() == ["CAMEO", "172", "Goldstein", "-5.0", "quad", "4", "COERCE/restrict"]


def test_codes_say_what_a_type_means(run: Run) -> None:
    _, out, _ = run("codes", "coerce")
    assert "restrict" in out
    assert "-7.0" in out


@pytest.mark.model
def test_annotate_answers_every_line_in_order(run: Run) -> None:
    good = msgspec.json.encode({"id": "a", "text": "Georgia closed the border on Monday.", "plain": True})
    source = b"\n".join([good, b"{broken", b'{"text": "no id"}', good.replace(b'"a"', b'"b"')])
    code, out, _ = run("annotate", stdin=source)
    rows = lines(out)
    assert code == 3
    assert [row["id"] for row in rows] == ["a", None, None, "b"]
    assert [row.get("line") for row in rows] == [None, 2, 3, None]
    assert all(row["issues"] for row in rows[1:3])


@pytest.mark.model
def test_read_goes_on_after_bad_pages(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "good.txt").write_text("Georgia closed the border with Armenia on 8 April 2021.\n")
    (folder / "empty.txt").write_text("")
    (folder / "picture.html").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    (folder / "broken.jsonl").write_text('{"id": "x", "text": "Georgia reopened the border on 9 April 2021."}\n{oops\n')
    code, out, err = run("read", str(folder), str(tmp_path / "missing.html"), "--record", str(tmp_path / "r.db"))
    assert (code, out) == (3, "")
    assert "2 pages read, 4 failed" in err
    for name in ("empty", "picture", "missing.html"):
        assert name in err
    again, _, err = run("read", str(folder / "good.txt"), "--record", str(tmp_path / "r.db"))
    assert again == 0
    assert "1 already there" in err


@pytest.mark.model
def test_a_record_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Georgia closed the border with Armenia on 8 April 2021.\n")
    code, _, err = run("read", str(tmp_path / "good.txt"), "--record", str(tmp_path / "no" / "folder" / "r.db"))
    assert code == 1
    assert "hint:" in err


@pytest.mark.model
def test_closed_standard_output_is_no_error(tmp_path: Path) -> None:
    line = msgspec.json.encode({"id": "a", "text": "Georgia closed the border on Monday. " * 40, "plain": True}) + b"\n"
    (tmp_path / "pages.jsonl").write_bytes(line * 60)
    command = [sys.executable, "-m", "standoff", "annotate", str(tmp_path / "pages.jsonl")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read().decode()
    assert process.wait(timeout=60) == 0
    assert said == ""
    process.stderr.close()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", ["codes COERCE", "annotate", "--version", "read - --record {}/r.db"])
def test_a_stream_that_the_caller_closed_is_no_error(arguments: str, closed: str, tmp_path: Path) -> None:
    command = f"{sys.executable} -m standoff {arguments.format(tmp_path)} {closed}"
    done = subprocess.run(command, shell=True, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == (3 if arguments.startswith("read") else 0)
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is a thing of Linux")
def test_a_full_disk_below_standard_output_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "standoff", "codes", "COERCE"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[0] == "error: standard output cannot be written: No space left on device"


@pytest.mark.model
def test_reading_goes_on_where_nobody_reads_how_far_it_is(tmp_path: Path) -> None:
    for day in (8, 9):
        (tmp_path / f"{day}.txt").write_text(f"Georgia closed the border with Armenia on {day} April 2021.\n")
    reader, writer = os.pipe()
    os.close(reader)
    files = ["none.txt", "8.txt", "9.txt"]
    command = [sys.executable, "-m", "standoff", "read", *files, "--record", "r.db", "--workers", "0"]
    done = subprocess.run(command, cwd=tmp_path, stderr=writer, check=False)
    os.close(writer)
    assert done.returncode == 3
    with Record.open(tmp_path / "r.db") as record:
        assert len(record.documents()) == 2


def test_a_disk_that_is_full_from_the_start_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Georgia closed the border with Armenia on 8 April 2021.\n")
    for blocks in (8, 16, 24, 32, 48, 64):  # of 1 KiB: the making of the record fails at another place each time
        command = f"ulimit -f {blocks}; exec {sys.executable} -m standoff read a.txt --record {blocks}.db --workers 0"
        done = subprocess.run(["/bin/bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert f"{blocks}.db" in done.stderr
        assert "rollback" not in done.stderr
        assert "Traceback" not in done.stderr
