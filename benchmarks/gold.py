"""The gold sets beside the project, and their scorer: what benchmarks that print figures need."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parent.parent.parent / "shared" / "eval"
Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """The gold rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(command: str, gold: Path, rows: Iterable[Row]) -> Row:
    """The scorer's figures of a prediction."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
        out.flush()
        done = subprocess.run(
            [sys.executable, str(SHARED / "score.py"), command, str(gold), out.name],
            capture_output=True,
            text=True,
            check=True,
        )
    figures: Row = json.loads(done.stdout)
    return figures


def table(head: list[str], rows: Iterable[list[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
