"""Quantities against quantulum3, in one run on one machine: figures of the gold sets, kilobytes a second.

    python -m benchmarks quantities

quantulum3 is asked where it is installed (`pip install quantulum3`); it is no dependency of the project. Each gold file
but `newsquant` marks one kind of amount only: of those the recall is printed, of `newsquant` the F1.
"""

import importlib.util
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.gold import SHARED, Row, read_rows, score, table

SETS = ("newsquant", "currency", "dimension", "age", "percent", "number")
Tool = Callable[[str], list[Row]]


def ours(text: str) -> list[Row]:
    """What `standoff.quantities.find` gives."""
    import msgspec

    from standoff.quantities import find

    return [msgspec.to_builtins(quantity) for quantity in find(text)]


def quantulum(text: str) -> list[Row]:
    """What quantulum3 gives, in the form of the contract; its errors count as nothing found."""
    from quantulum3 import parser

    try:
        found = parser.parse(text)
    except Exception:  # noqa: BLE001 - a peer may raise anything
        return []
    return [
        {
            "start": q.span[0],
            "end": q.span[1],
            "value": q.value,
            "unit": None if q.unit.name == "dimensionless" else q.unit.name,
        }
        for q in found
    ]


def peers() -> list[tuple[str, Tool]]:
    """Ours, and the peers that are installed."""
    found: list[tuple[str, Tool]] = [("standoff", ours)]
    if importlib.util.find_spec("quantulum3"):
        found.append(("quantulum3", quantulum))
    return found


def run(tool: Tool) -> list[str]:
    """The figures of a tool on every set, and its speed."""
    tool("5 km")  # what is loaded once is no part of the time
    cells, characters, seconds = [], 0, 0.0
    for name in SETS:
        path: Path = SHARED / "quantities" / f"{name}_dev.jsonl"
        gold = read_rows(path)
        start = time.process_time()
        rows = [{"id": row["id"], "text": row["text"], "quantities": tool(row["text"])} for row in gold]
        seconds += time.process_time() - start
        characters += sum(len(row["text"]) for row in gold)
        figures = score("quantities", path, rows)
        kind = "f1" if name == "newsquant" else "r"
        cells.append(f"{figures[f'value_{kind}']:.3f} / {figures[f'value_unit_{kind}']:.3f}")
    return [*cells, f"{characters / 1000 / max(seconds, 1e-9):,.0f}"]


def main() -> None:
    """Prints a table: value, and value with unit, of each set."""
    if not SHARED.is_dir():
        print("the gold sets are not beside the project: nothing to measure on")
        return
    print(table(["tool", *SETS, "KB a second"], [[name, *run(tool)] for name, tool in peers()]))


if __name__ == "__main__":
    main()
