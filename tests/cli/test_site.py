"""`standoff site` writes a folder, says what it wrote, and leaves what is not its own alone."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from standoff.testing import linked, page


@pytest.fixture
def record(tmp_path: Path) -> str:
    folder = tmp_path / "kept"
    folder.mkdir()
    linked(folder, [page("a", "2021-04-09").event("COERCE", "GEO", "ARM", date="2021-04-08")]).close()
    return str(folder / "test.db")


def test_it_writes_a_folder_and_says_where_to_begin(record: str, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "site"
    code, told, said = run("site", str(out), "--record", record)
    assert (code, told) == (0, "")
    assert str(out / "index.html") in said
    assert (out / "index.html").is_file()
    assert (out / "manifest.json").is_file()


def test_a_folder_that_holds_something_else_is_wrong_usage(record: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    code, _, said = run("site", str(tmp_path), "--record", record)
    assert code == 2
    assert "holds something else" in said


def test_no_record_is_said(run: Run, tmp_path: Path) -> None:
    code, _, said = run("site", str(tmp_path / "out"), "--record", str(tmp_path / "none.db"))
    assert code == 1
    assert "no record" in said
    assert not (tmp_path / "out").exists()
