"""Review in the terminal, and the commands that decide: lines and keys, what is refused, the log carried on."""

import json
import os
import pty
import select
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from standoff.cli.session import Session
from standoff.model import Subject
from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.record.shelf import is_kept
from standoff.tell.facts import find_told
from standoff.testing import linked, page

TWENTY = 20


@pytest.fixture
def path(tmp_path: Path) -> str:
    pages = [
        page("a", "2021-04-09")
        .event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", verb="closed", object="the bridge")
        .event("ACCUSE", "GEO", "ARM", date="2021-04-08", verb="blamed", words="GEO blamed ARM \x1b[2J for it."),
        page("b", "2021-04-10")
        .event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", verb="shut", object="the bridge")
        .event("PROTEST", "ARM", "GEO", confidence=0.4),
        page("c", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met"),
    ]
    linked(tmp_path, pages).close()
    return str(tmp_path / "test.db")


def ids(path: str) -> dict[str, str]:
    with Record.open(path) as record:
        return {event.type: event.id for event in record.events()}


def test_a_correction_on_the_command_line_shows_in_the_views(run: Run, path: str) -> None:
    known = ids(path)
    code, out, err = run("decide", "edit", known["COERCE"], "date=2021-03-01", "--who", "Ada", "--record", path)
    assert (code, out) == (0, "")
    assert "edit by Ada" in err
    with Record.open(path) as record:
        assert is_kept(record)  # who reads next works out nothing
    _, out, _ = run("timeline", "--record", path)
    assert "2021-03-01" in {json.loads(line)["date"] for line in out.splitlines()}
    assert run("decide", "reject", known["CONSULT"], "--record", path)[0] == 0
    _, out, _ = run("timeline", "--record", path)
    assert "CONSULT" not in out
    _, out, _ = run("decisions", "--record", path)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["action"] for row in rows] == ["reject", "edit"]
    assert run("decide", "undo", rows[1]["id"], "--record", path)[0] == 0
    _, out, _ = run("decisions", "--record", path)
    assert [json.loads(line)["standing"] for line in out.splitlines()] == ["stands", "stands", "undone"]


def test_a_spell_is_set_right_on_the_command_line_and_in_a_session(run: Run, tmp_path: Path) -> None:
    made = linked(
        tmp_path,
        [
            page("a", "2021-04-09").event(
                "COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", verb="closed", object="the bridge"
            )
        ],
    )
    made.declare(Subject(name="Orlo bridge", aliases=("the bridge",)))
    made.close()
    path = str(tmp_path / "test.db")

    def spells() -> list[tuple[str, str, str]]:
        history = json.loads(run("state", "--record", path)[1])["history"]
        return [(one["id"], one["state"], one["from"]) for one in history]

    before = spells()
    id = next(id for id, state, _ in before if state == "shut")
    assert run("decide", "edit", id, "from=2021-04-02", "--record", path)[0] == 0
    assert [told[1:] for told in spells()][-1] == ("shut", "2021-04-02")
    assert run("decide", "undo", "--record", path)[0] == 0
    assert spells() == before
    with Record.open(path, write=True) as record:
        session = Session.over(Reviewer(record, who="Ada", find=find_told))
        assert [session.take(line) for line in (f"g {id}", "e from=2021-04-03", "u")] == [
            "",
            "set right",
            "undone: edit",
        ]
    assert spells() == before


def test_merge_and_split(run: Run, path: str) -> None:
    with Record.open(path) as record:
        closed = next(event for event in record.events() if event.type == "COERCE")
    assert len(closed.members) == 2
    assert run("split", closed.members[1].key, "--record", path)[0] == 0
    with Record.open(path) as record:
        split = [event.id for event in record.events() if event.type == "COERCE"]
    assert len(split) == 2
    assert run("merge", *split, "--note", "one closure", "--record", path)[0] == 0
    with Record.open(path) as record:
        assert [len(event.members) for event in record.events() if event.type == "COERCE"] == [2]


def test_what_is_set_right_is_put_to_the_right_others(run: Run, tmp_path: Path) -> None:
    days = {"a": "2021-04-08", "b": "2021-04-01"}
    pages = [
        page(id, "2021-04-09").event(
            "COERCE", "GEO", "ARM", date=day, mode="restrict", verb="closed", object=f"the bridge at {id}ville"
        )
        for id, day in days.items()
    ]
    with linked(tmp_path, pages) as record:
        wrong = next(event.id for event in record.events() if event.date == days["b"])
    path = str(tmp_path / "test.db")
    assert run("decide", "edit", wrong, "date=2021-04-08", "--record", path)[0] == 0
    with Record.open(path) as record:
        assert [event.date for event in record.events()] == ["2021-04-08"] * 2
    code, _, err = run("decisions", "--link", "--record", path)
    assert (code, err) == (0, f"{path}: 1 events\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("decide", "obey", "x"), 2),
        (("decide", "accept"), 2),
        (("decide", "accept", "nothing"), 4),
        (("decide", "edit", "COERCE", "date"), 2),
        (("decide", "edit", "COERCE", "date=soon"), 2),
        (("decide", "edit", "COERCE"), 2),
        (("decide", "accept", "COERCE", "date=2021"), 2),
        (("decide", "undo"), 4),
        (("merge", "COERCE"), 2),
        (("split", "CONSULT"), 2),
        (("decisions", "--import", "no-such-file"), 1),
    ],
)
def test_what_cannot_be_decided_is_told_in_words(run: Run, path: str, words: tuple[str, ...], code: int) -> None:
    known = ids(path)
    found, _, err = run(*(known.get(word, word) for word in words), "--record", path)
    assert found == code
    assert err.startswith("error: ")
    assert "Traceback" not in err


def test_the_log_is_written_and_taken_elsewhere(run: Run, path: str, tmp_path: Path) -> None:
    run("decide", "edit", ids(path)["COERCE"], "date=2021-03-01", "--record", path)
    log, other = tmp_path / "log.jsonl", tmp_path / "other"
    assert run("decisions", "--export", str(log), "--record", path)[0] == 0
    other.mkdir()
    linked(
        other, [page("c", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met")]
    ).close()
    target = str(other / "test.db")
    _, _, err = run("decisions", "--import", str(log), "--record", target)
    assert "1 decisions added, 0 already there; 1 have no place" in err
    _, out, _ = run("decisions", "--lost", "--record", target)
    assert [json.loads(line)["standing"] for line in out.splitlines()] == ["lost"]
    _, out, _ = run("decisions", "--export", "-", "--record", target)
    assert out.encode() == log.read_bytes()


def test_a_review_in_lines(run: Run, path: str) -> None:
    code, out, _ = run(
        "review", "--record", path, "--who", "Ada", stdin=b"?\nx\ne date=2021-04-07 place=\nu\nz\nj\nk\nq\n"
    )
    assert code == 0
    assert "[1 of 4] PROTEST" in out
    assert "there is no key 'z'" in out
    assert "undone: edit" in out
    with Record.open(path) as record:
        assert [d.action for d in record.decisions()] == ["reject", "edit", "undo"]
    code, out, _ = run("review", "--record", path, stdin=b"")
    assert "[1 of 3]" in out
    assert "0 decided" in out


def test_page_text_is_shown_and_not_obeyed(run: Run, path: str) -> None:
    _, out, _ = run("review", "--record", path, stdin=b"j\nj\nj\n")
    assert "\x1b" not in out
    assert "⟨1b⟩[2J" in out


def test_twenty_facts_by_keys_alone(tmp_path: Path) -> None:
    pages = [
        page(f"p{n}", f"2021-0{n % 9 + 1}-20").event(
            "REQUEST", "GEO", "ARM", date=f"20{n + 10}-03-0{n % 9 + 1}", verb=f"asked{n}"
        )
        for n in range(TWENTY)
    ]
    linked(tmp_path, pages).close()
    path = tmp_path / "test.db"
    with Record.open(path, write=True) as record:
        session = Session.over(Reviewer(record, who="Ada", clock=lambda: "2026-01-01T00:00:00Z"))
        assert len(session.ids) == TWENTY
        for n in range(TWENTY):
            session.take("x" if n % 3 == 1 else "e date=1999-01-01" if n % 3 == 2 else "a")
        assert session.card() is None
        assert "nothing left" in session.take("a")
        assert len(record.events()) == TWENTY - 7
        assert sum(event.date == "1999-01-01" for event in record.events()) == 6
        session.take("u")
        assert session.card() is not None
        assert Session.over(session.reviewer).ids == [session.id]


def test_the_numbers_of_sentences_and_likely_events(path: str) -> None:
    with Record.open(path, write=True) as record:
        reviewer = Reviewer(record, who="Ada", clock=lambda: "2026-01-01T00:00:00Z")
        session = Session.over(reviewer)
        session.take(f"g {next(e.id for e in record.events() if e.type == 'COERCE')}")
        assert session.take("s 3") == "the sentences are numbered from 1 to 2"
        assert session.take("s") == "split"
        listed = session.take("m")
        assert "2021-04-08" in listed.splitlines()[0]
        assert session.take("m 1") == "merged"
        assert session.take("x 2") == "rejected"
        shown = session.card()
        assert shown is not None
        assert len(shown.passages) == 1
        assert "no field" in session.take("e colour=red") or "FIELD" in session.take("e colour")


def test_single_keys_at_a_terminal(path: str) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "standoff", "review", "--record", path, "--who", "Ada"]
    wide = {**os.environ, "COLUMNS": "200", "LINES": "100"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=wide) as reader:
        os.close(theirs)
        try:
            for shown, keys in (
                (b"[1 of 4]", b"x"), (b"[2 of 4]", b"e"), (b"value>", b"date=2021-04-07\n"), (b"[3 of 4]", b"j"), (b"[4 of 4]", b"q"),
            ):  # fmt: skip
                _until(ours, shown)
                os.write(ours, keys)
            assert reader.wait(timeout=60) == 0
        finally:
            reader.kill()
            os.close(ours)
    with Record.open(path) as record:
        assert [d.action for d in record.decisions()] == ["reject", "edit"]


def _until(fd: int, wanted: bytes) -> None:
    """Reads what the terminal shows up to some words."""
    seen = b""
    while wanted not in seen:
        assert select.select([fd], [], [], 60)[0], seen
        seen += os.read(fd, 4096)


def test_the_commands_of_the_document_do_what_it_says(run: Run, path: str, tmp_path: Path) -> None:
    told = (Path(__file__).parents[2] / "docs" / "review.md").read_text("utf-8")
    commands = [line for line in told.splitlines() if line.startswith("standoff ")]
    assert len(commands) >= 10
    known = ids(path)
    Record.open(tmp_path / "other.db", create=True).close()
    for line in commands:
        words = shlex.split(line.replace("ID ID", f"{known['COERCE']} {known['CONSULT']}"))[1:]
        stand_for = {"ID": known["COERCE"], "KEY": known["CONSULT"], "zone.db": path}
        files = {name: str(tmp_path / name) for name in ("log.jsonl", "other.db")}
        words = [{**stand_for, **files}.get(word, word) for word in words]
        code, _, err = run(*words, *(() if "--record" in words else ("--record", path)))
        assert code == 0, (line, err)
    with Record.open(path) as here, Record.open(tmp_path / "other.db") as there:
        assert [d.action for d in here.decisions()] == ["accept", "edit", "reject", "undo", "merge", "split"]
        assert there.decisions() == here.decisions()
