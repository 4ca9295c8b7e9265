"""How often an event of a given confidence is right, on the project's own sentences and on the gold dyads beside it.

    python gate/confidence.py            print the table of docs/confidence.md
    python gate/confidence.py --rules    also the rules that are wrong most often, with their mean confidence

An event is right where the sentence is marked with its type and one of its actors. Contents of speech acts are left out.
Of the gold dyads the two thirds that may be read are used; an event that nobody marked counts as wrong there, though
the sentence may well tell it, so that those shares are lower bounds.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import predict
import sentences

from standoff.engine import annotate_all
from standoff.model import Annotation, PageInput

EVAL = Path(__file__).parent.parent.parent / "shared" / "eval"
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Judged:
    """An event: its rule, its confidence, whether its type is marked, and whether type and actor are."""

    rule: str
    confidence: float
    typed: bool
    right: bool


def main() -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", action="store_true", help="also the rules that are wrong most often")
    args = parser.parse_args()
    sets = {"own sentences": list(own())}
    if EVAL.is_dir():
        sets["gold dyads"] = list(dyads(EVAL / "events" / "plv_dev.jsonl"))
    print("| confidence |" + "".join(f" {name}: events | type right | type and actor right |" for name in sets))
    print("|---|" + "---|" * 3 * len(sets))
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        cells = "".join(_cells([j for j in judged if low <= j.confidence < high]) for judged in sets.values())
        print(f"| {low:.1f} to {min(high, 1.0):.1f} |{cells}")
    if args.rules:
        for name, judged in sets.items():
            _print_rules(name, judged)
    return 0


def _cells(judged: list[Judged]) -> str:
    if not judged:
        return " 0 | | |"
    typed, right = (sum(j.typed for j in judged), sum(j.right for j in judged))
    return f" {len(judged)} | {typed / len(judged):.2f} | {right / len(judged):.2f} |"


def _print_rules(name: str, judged: list[Judged]) -> None:
    print(f"\n{name}: rule, events, right, mean confidence")
    by_rule: dict[str, list[Judged]] = {}
    for j in judged:
        by_rule.setdefault(j.rule, []).append(j)
    for rule, group in sorted(by_rule.items(), key=lambda p: (sum(j.right for j in p[1]) - len(p[1]), p[0]))[:40]:
        mean = sum(j.confidence for j in group) / len(group)
        print(f"{rule:36} {len(group):4} {sum(j.right for j in group) / len(group):.2f} {mean:.2f}")


def own() -> Iterator[Judged]:
    """The events of the project's own sentences."""
    rows = [json.loads(line) for line in sentences.SENTENCES.read_text(encoding="utf-8").splitlines()]
    items = [PageInput(id=str(n), text=row["text"], plain=True) for n, row in enumerate(rows)]
    for row, (_, page) in zip(rows, annotate_all(items, workers=0), strict=True):
        for event in page.events:
            if event.content_of is None:
                typed = [gold for gold in row["events"] if event.type in {gold["type"], *gold.get("alt", ())}]
                right = any(sentences.same_actor(gold, event, page) for gold in typed)
                yield Judged(event.rule, event.confidence, bool(typed), right)


def dyads(gold: Path) -> Iterator[Judged]:
    """The events of the gold sentences that may be read."""
    rows = [row for row in predict.rows(gold) if int(hashlib.sha1(str(row["id"]).encode()).hexdigest(), 16) % 3]
    items = [PageInput(id=str(row["id"]), text=row["text"], plain=True, published=row.get("dct")) for row in rows]
    for row, (_, page) in zip(rows, annotate_all(items, workers=0), strict=True):
        yield from _against(row, page)


def _against(row: predict.Row, page: Annotation) -> Iterator[Judged]:
    for event in page.events:
        if event.content_of is not None:
            continue
        types = {event.type} | ({"AGREE"} if event.status in ("planned", "promised") else set())
        typed = [g for g in row["events"] if g["code"] in types or (g["code"] == "YIELD" and event.type in _YIELD)]
        said = [_words(page.text[a.start : a.end]) for a in event.actors]
        right = any(not g.get("source") or any(_words(g["source"]) & words for words in said) for g in typed)
        yield Judged(event.rule, event.confidence, bool(typed), right)


_YIELD = ("CONCEDE", "RETREAT")
_SMALL = frozenset({"a", "an", "and", "of", "the", "in", "for", "its", "his", "to"})


def _words(phrase: str) -> set[str]:
    return {word.strip(",.'’\"").casefold() for word in phrase.split()} - _SMALL


if __name__ == "__main__":
    sys.exit(main())
