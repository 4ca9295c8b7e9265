"""A record in a notebook: it shows itself, its rows go on as data frames, and the worked notebook runs."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

import standoff
from standoff.errors import RecordError, UsageError
from standoff.notebook import Opened
from standoff.testing import linked, page

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    pages = [
        page("a", "2021-04-09").event(
            "COERCE", "GEO", "ARM", date="2021-04-08", words="GEO <b>shut</b> it, ARM.", verb="shut"
        ),
        page("b", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met"),
    ]
    return Opened(linked(tmp_path, pages))


def test_rows_are_a_sequence_that_shows_itself(opened: Opened) -> None:
    rows = opened.timeline()
    assert [row.type for row in rows] == ["COERCE", "CONSULT"]
    assert len(rows[:1]) == 1
    assert repr(rows) == "<2 rows of timeline>"
    shown = rows._repr_html_()
    assert "<b>shut" not in shown
    assert "&lt;b&gt;shut" in shown


def test_rows_as_data_frames(opened: Opened) -> None:
    frame = opened.timeline().to_pandas()
    assert list(frame["type"]) == ["COERCE", "CONSULT"]
    assert sorted(frame["actors"][1]) == ["ARM", "GEO"]
    assert opened.timeline().to_arrow().column("id").to_pylist() == list(frame["id"])


def test_the_record_shows_state_brief_and_latest(opened: Opened) -> None:
    shown = opened._repr_html_()
    assert shown.count("<svg") == 1
    assert "CONSULT" in shown
    assert repr(opened).endswith(": 2 pages>")


def test_views_by_name(opened: Opened) -> None:
    assert opened.view("who").name == "who"
    assert opened.thing().at is None
    assert opened.explain(opened.timeline()[0].id)
    with pytest.raises(UsageError, match="no view 'weather'"):
        opened.view("weather")


def test_what_is_no_record_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record"):
        standoff.open(tmp_path / "none.db")


def run(source: str, names: dict[str, Any]) -> Any:
    """Runs a cell; the value of its last line, as a notebook shows it."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if isinstance(last, ast.Expr) else None


@pytest.mark.model
def test_the_worked_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from standoff.cli.demo import demo_cli

    monkeypatch.chdir(tmp_path)
    demo_cli(name="kaesong", record=None, quiet=True)
    names: dict[str, Any] = {}
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    shown = [run("".join(cell["source"]), names) for cell in cells if cell["cell_type"] == "code"]
    assert len(shown) == 8
    assert all(value is not None for value in shown)
    assert shown[5] == "shut"
