"""How far a run of `read` is, told on standard error."""

import pytest

from standoff.cli.output import progress
from standoff.cli.progress import Reading, reading


def test_counts_are_told_now_and_then_and_at_the_end_of_each_source(capsys: pytest.CaptureFixture[str]) -> None:
    with reading(several=True) as told:
        for n in range(250):
            told.step("pages", "failed" if n == 7 else "read")
        told.step("one.html", "read")
        told.step("list.jsonl", "known")
        told.step("list.jsonl", "read")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "pages: 99 pages read, 1 failed so far",
        "pages: 199 pages read, 1 failed so far",
        "pages: 249 pages read, 1 failed",
        "list.jsonl: 1 page read, 1 already there",
    ]


def test_a_single_source_is_summed_up_by_the_last_line_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with reading(several=False) as told:
        told.step("pages", "read")
        told.step("pages", "read")
    assert capsys.readouterr().err == ""


def test_a_name_is_shown_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    told = Reading(several=True)
    told.step("a\x1b[31m", "read")
    told.step("a\x1b[31m", "read")
    told.end_source()
    assert "\x1b" not in capsys.readouterr().err


def test_on_a_terminal_one_line_renews_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with reading(several=True) as told:
        for _ in range(200):
            told.step("pages", "read")
        told.step("more", "read")
    out, err = capsys.readouterr()
    assert out == ""
    assert "so far" not in err


def test_a_line_is_not_endless(capsys: pytest.CaptureFixture[str]) -> None:
    progress("i" * 1_000_000)
    assert len(capsys.readouterr().err) < 5_000
