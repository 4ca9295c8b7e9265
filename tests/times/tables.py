"""The tables of expressions: own sentences, each read alone on the day at the head of its file."""

from collections.abc import Iterator
from pathlib import Path

from tests.times.news import Story, story

TABLES = Path(__file__).parent / "tables"


def lines() -> Iterator[Story]:
    """Each sentence of the tables."""
    for path in sorted(TABLES.glob("*.txt")):
        head, *rest = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(rest, start=2):
            if line and not line.startswith("#"):
                yield story(f"{path.stem}:{number}", head.removeprefix("published: "), line)
