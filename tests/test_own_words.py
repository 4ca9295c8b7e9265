"""The project's own words: no file of it shares seven words in a row with the pages and sentences it is scored on."""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT / "../shared"
GOLD = ("eval/events/*.jsonl", "eval/quantities/*.jsonl", "eval/quotes/*.jsonl", "eval/times/*.jsonl")
IN_A_ROW = 7
SUFFIXES = {".css", ".html", ".js", ".json", ".jsonl", ".md", ".py", ".svg", ".toml", ".txt"}
FOLDERS = ("benchmarks", "docs", "examples", "gate", "src", "tests", "training")

STANDING = (
    "north korea democratic people s republic of korea dprk",
    "committee for the peaceful reunification of korea",
)  # names and set phrases that belong to nobody

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared is not here"),
]


def rows_of_words(text: str) -> Iterator[str]:
    words = re.findall(r"[^\W_]+", text.lower())
    return (" ".join(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1))


def own_files() -> list[Path]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES]
    own = [path for path in found if "vendor" not in path.parts]  # what others wrote stands there as they published it
    return sorted([*own, *ROOT.glob("*.md")])


def own_text(path: Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".html":
        return re.sub(r"<[^<>]*>", " ", html.unescape(text))
    return re.sub(r"\\[nrt]", " ", text)  # an escaped line end in a literal is no letter


@cache
def own_rows() -> dict[str, tuple[str, ...]]:
    rows: dict[str, tuple[str, ...]] = {}
    for path in own_files():
        for row in rows_of_words(own_text(path)):
            rows[row] = (*rows.get(row, ()), path.relative_to(ROOT).as_posix())
    return rows


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def texts(pattern: str) -> Iterator[str]:
    for path in sorted(SHARED.glob(pattern)):
        text = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix == ".jsonl":
            for line in filter(str.strip, text.split("\n")):
                yield from strings(json.loads(line))
        else:
            yield text


def copies(theirs: Iterator[str]) -> list[str]:
    own = own_rows()
    shared = {row for text in theirs for row in rows_of_words(text) if row in own}
    return [f"{own[row][0]}: {row}" for row in sorted(shared) if not any(row in phrase for phrase in STANDING)]


@pytest.mark.parametrize("pattern", ["seeds/*.txt", "eval/standoffs/*/pages.jsonl", *GOLD])
def test_no_passage_is_copied(pattern: str) -> None:
    assert next(texts(pattern), None), f"nothing under {pattern}"
    assert copies(texts(pattern)) == []


def test_a_copy_is_seen() -> None:
    assert copies(iter(["A line before. " + own_text(Path(__file__))[:200]]))
