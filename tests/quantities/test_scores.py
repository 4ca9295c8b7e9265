"""The gold data beside the project: floors that the figures must not fall below."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from standoff.extract.actors import find_actors
from standoff.extract.quotes import find_quotes
from standoff.model import Meta, Page, Part
from standoff.parse import parse
from standoff.quantities import find

Row = dict[str, Any]
pytestmark = pytest.mark.shared


def _score(shared: Path, command: str, gold: Path, rows: list[Row], out: Path) -> Row:
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(shared / "eval" / "score.py"), command, str(gold), str(out)],
        capture_output=True,
        text=True,
        check=True,
    )
    figures: Row = json.loads(done.stdout)
    return figures


def _rows(gold: Path, field: str, tool: Callable[[str], list[Any]]) -> list[Row]:
    read = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return [{"id": r["id"], "text": r["text"], field: [msgspec.to_builtins(q) for q in tool(r["text"])]} for r in read]


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        ("newsquant", {"value_f1": 0.9, "value_unit_f1": 0.83}),
        ("currency", {"value_unit_r": 0.9}),
        ("dimension", {"value_unit_r": 0.85}),
        ("age", {"value_unit_r": 0.9}),
        ("percent", {"value_unit_r": 0.85}),
        ("number", {"value_r": 0.9}),
    ],
)
def test_quantities(shared: Path, tmp_path: Path, name: str, floors: dict[str, float]) -> None:
    gold = shared / "eval" / "quantities" / f"{name}_dev.jsonl"
    figures = _score(shared, "quantities", gold, _rows(gold, "quantities", find), tmp_path / "out.jsonl")
    assert figures["pages_missing"] == figures["pages_text_differs"] == 0
    for key, floor in floors.items():
        assert figures[key] >= floor, key


@pytest.mark.model
def test_quotes(shared: Path, tmp_path: Path) -> None:
    def quotes(text: str) -> list[Any]:
        parsed = parse(Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),)))
        return list(find_quotes(parsed, find_actors(parsed)))

    gold = shared / "eval" / "quotes" / "polnear_dev.jsonl"
    figures = _score(shared, "quotes", gold, _rows(gold, "quotes", quotes), tmp_path / "out.jsonl")
    assert figures["direct_exact_f1"] >= 0.94
    assert figures["direct_speaker"] >= 0.88
    assert figures["all_content_f1"] >= 0.58
