"""The tagger on the shared gold, where that is present: figures that must not fall."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from standoff.times import find

EVAL = Path(__file__).parents[2] / "../shared/eval"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not EVAL.exists(), reason="the shared gold is not here"),
]

FLOORS = [
    # gold, resolved against its date, figure, floor
    ("wikiwars_dev", False, "value_f1", 0.86),
    ("wikiwars_dev", False, "relaxed_f1", 0.94),
    ("recognizers_dev", True, "value_f1", 0.8),
    ("seeds", True, "value_f1", 1.0),
]


@pytest.mark.parametrize(("name", "dated", "figure", "floor"), FLOORS)
def test_floor(tmp_path: Path, name: str, dated: bool, figure: str, floor: float) -> None:
    gold = EVAL / "times" / f"{name}.jsonl"
    predicted = tmp_path / "times.jsonl"
    with predicted.open("w", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            times = [
                {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
                for t in find(row["text"], published=row["dct"] if dated else None)
            ]
            out.write(json.dumps({"id": row["id"], "text": row["text"], "times": times}) + "\n")
    run = subprocess.run(
        [sys.executable, str(EVAL / "score.py"), "times", str(gold), str(predicted)],
        check=True,
        capture_output=True,
        text=True,
    )
    figures = json.loads(run.stdout)
    assert figures["pages_missing"] == figures["pages_text_differs"] == 0
    assert figures[figure] >= floor, figures
