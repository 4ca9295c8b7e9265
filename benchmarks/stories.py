"""Story text of HTML pages beside trafilatura's, in its settings, on the same pages by the same scorer in one run.

Needs the gold pages beside the project; prints nothing else where they are absent. `--third 0`, `1`, `2` or `rest` as
the scorer takes it. trafilatura's text is counted as one story part; what it gives with its own meta data has no
headline in it, as ours has not.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.read import PAGES, html_pages
from standoff.model import PageInput
from standoff.read import read_page

SCORER = PAGES.parent / "score.py"
GOLD = PAGES / "html_dev.jsonl"
SETTINGS: dict[str, dict[str, Any]] = {
    "trafilatura": {},
    "trafilatura favor_precision": {"favor_precision": True},
    "trafilatura fast": {"fast": True},
    "trafilatura fast, favor_precision": {"fast": True, "favor_precision": True},
}
MOST_BELOW = 0.003
Row = dict[str, Any]


def ours(page: PageInput) -> Row:
    """The page as standoff reads it."""
    read = read_page(page)
    parts = [{"start": part.start, "end": part.end, "kind": part.kind} for part in read.parts]
    return {"id": page.id, "text": read.text, "parts": parts}


def peer(settings: dict[str, Any]) -> Callable[[PageInput], Row]:
    """The page as trafilatura reads it in one of its settings."""

    def read(page: PageInput) -> Row:
        from trafilatura import bare_extraction

        found = bare_extraction(page.html, url=page.url, include_comments=False, with_metadata=True, **settings)
        text = getattr(found, "text", None) or ""
        return {"id": page.id, "text": text, "parts": [{"start": 0, "end": len(text), "kind": "story"}]}

    return read


def figures(read: Callable[[PageInput], Row], third: str | None) -> Row:
    """What the scorer says of a reader's stories on all gold pages."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in map(read, html_pages()):
            out.write(json.dumps(row) + "\n")
        out.flush()
        command = [sys.executable, str(SCORER), "parts", str(GOLD), out.name]
        done = subprocess.run(
            command + (["--third", third] if third else []), check=True, capture_output=True, encoding="utf-8"
        )
    return dict(json.loads(done.stdout))


def table(third: str | None) -> Iterator[Row]:
    """One row a reader: precision, recall and F1 of the story's 4-grams on English pages and on all."""
    readers = {"standoff": ours} | {name: peer(settings) for name, settings in SETTINGS.items()}
    for name, read in readers.items():
        found = figures(read, third)
        keys = ("english_shingle_p", "english_shingle_r", "english_shingle_f1", "shingle_f1")
        yield {"reader": name, "third": third} | {key: round(found[key], 4) for key in keys}


def main() -> None:
    """Prints a JSON line for each reader, and how far ours lies from the best of trafilatura's settings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--third", choices=("0", "1", "2", "rest"))
    third = parser.parse_args().third
    if not GOLD.exists():
        print(json.dumps({"skipped": "the gold pages are not here"}))
        return
    rows = list(table(third))
    for row in rows:
        print(json.dumps(row))
    best = max(rows[1:], key=lambda row: row["english_shingle_f1"])
    over = round(rows[0]["english_shingle_f1"] - best["english_shingle_f1"], 4)
    print(json.dumps({"standoff_over_best_peer": over, "peer": best["reader"], "promise": -MOST_BELOW}))


if __name__ == "__main__":
    main()
