"""Runs the benchmarks that are named, or all of them; each module has a `main` that prints its own table."""

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Each benchmark in turn."""
    known = sorted(path.stem for path in HERE.glob("[a-z]*.py") if path.stem not in ("gold", "texts"))
    names = sys.argv[1:] or known
    if unknown := set(names) - set(known):
        raise SystemExit(f"error: no benchmark {min(unknown)!r}\nhint: one of {' '.join(known)}")
    for name in names:
        print(f"== {name}")
        sys.argv = [name]  # a benchmark run alone, as `python -m benchmarks.times`, takes options of its own
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
