"""The days that matter in Timeline17's topics, beside a count of the documents that name a day, in the same run.

Needs the stories beside the project; prints nothing else where they are absent. Each document's sentences, which come
tokenised, are joined to one text and read with the day that it carries. Three settings: a count of documents that name
a day, by the days that come with the documents; ours with the reference's span, number of days and sentences a day, the
usual terms; and ours by its own rule, told nothing. Reading takes some minutes; `--keep DIR` keeps the records.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

from standoff.ingest import read_pages
from standoff.model import PageInput
from standoff.record import Record
from standoff.tell.days import per_day

EVAL = Path(__file__).parents[2] / "shared" / "eval"
STORY, SCORER = EVAL / "story", EVAL / "score.py"
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The lines of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def items(documents: list[Row]) -> Iterator[PageInput]:
    """The documents as pages: their sentences, one a paragraph, and their day."""
    for row in documents:
        text = "\n\n".join(sentence["text"] for sentence in row["sentences"])
        url = f"http://{row['source']}.example/{row['id']}"
        yield PageInput(id=row["id"], text=text, plain=True, published=row["date"], url=url)


def counted(documents: list[Row], reference: Row) -> Row:
    """The days that most documents name, so many as the reference has, inside its span; ties go to the earlier day."""
    names: Counter[str] = Counter()
    for row in documents:
        names.update({day[:10] for sentence in row["sentences"] for day in sentence["dates"] if len(day) >= 10})
    first, last, count, _ = terms(reference)
    inside = sorted((day for day in names if first <= day <= last), key=lambda day: (-names[day], day))[:count]
    return entries(reference, {day: [] for day in inside})


def terms(reference: Row) -> tuple[str, str, int, int]:
    """Of a reference: its first and last day, how many days, how many sentences a day."""
    days = [entry["date"] for entry in reference["entries"]]
    size = round(sum(len(entry["summary"]) for entry in reference["entries"]) / len(days))
    return min(days), max(days), len(days), max(1, size)


def entries(reference: Row, found: dict[str, list[str]]) -> Row:
    """A timeline in the form of the reference."""
    told = [{"date": day, "summary": found[day] or ["-"]} for day in sorted(found)]
    return {key: reference[key] for key in ("topic", "source", "n")} | {"entries": told}


def ours(record: Record, reference: Row, *, given: bool) -> Row:
    """The record's days, on the usual terms or by their own rule."""
    first, last, count, size = terms(reference)
    found = per_day(record, top=count, date_from=first, date_to=last, sentences=size) if given else per_day(record)
    return entries(reference, {row.date: [source.quote for source in row.sources] for row in found})


def score(topic: str, predicted: list[Row]) -> Row:
    """What the scorer says."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in predicted)
        out.flush()
        command = [sys.executable, str(SCORER), "timelines", str(STORY / f"t17_{topic}.timelines.jsonl"), out.name]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return dict(json.loads(done.stdout))


def record_of(topic: str, documents: list[Row], folder: Path) -> Path:
    """The record of a topic, read where it is not there yet."""
    path = folder / f"{topic}.db"
    if not path.exists():
        read_pages(items(documents), path, workers=0)
    return path


def main() -> None:
    """Prints a JSON line for each topic and setting, then the means over all timelines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path)
    keep = parser.parse_args().keep
    if not STORY.exists():
        print(json.dumps({"skipped": "the stories are not here"}))
        return
    by_timeline: dict[str, dict[str, float]] = {"count of documents": {}, "usual terms": {}, "own rule": {}}
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(STORY.glob("t17_*.timelines.jsonl")):
            topic = path.name.removeprefix("t17_").removesuffix(".timelines.jsonl")
            documents, references = rows(STORY / f"t17_{topic}.docs.jsonl"), rows(path)
            with Record.open(record_of(topic, documents, folder)) as record:
                settings = {
                    "count of documents": [counted(documents, each) for each in references],
                    "usual terms": [ours(record, each, given=True) for each in references],
                    "own rule": [ours(record, each, given=False) for each in references],
                }
            for name, predicted in settings.items():
                found = score(topic, predicted)
                by_timeline[name] |= found["date_f1_by_timeline"]
                told = {
                    key: round(found[key], 4)
                    for key in ("date_f1", "ar1_f1", "ar2_f1")
                    if name[0] != "c" or key == "date_f1"
                }
                print(json.dumps({"topic": topic, "setting": name} | told), flush=True)
    print(json.dumps({"mean_date_f1": {name: round(mean(found.values()), 4) for name, found in by_timeline.items()}}))


if __name__ == "__main__":
    main()
