"""Turns of phrase: sentences with one act each, written without a look at the lexicon; the share that gives an act of the type.

A line of `phrases.tsv`: the types that are right, parted by commas, or NONE; a tab; the sentence. An act counts as found
where an event of such a type has an actor. What a third of the sentences (sha1 of the sentence modulo 3 = 0) gives is only
counted: nobody looks at its misses, so that it says how unseen wording fares.
"""

from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path

from standoff.engine import annotate_all
from standoff.model import PageInput

PHRASES = Path(__file__).parent / "phrases.tsv"


def figures(path: Path = PHRASES) -> Iterator[tuple[str, float]]:
    """Name and value of each figure; they lie between 0 and 1."""
    rows = [line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines()]
    items = [PageInput(id=str(n), text=text, plain=True) for n, (_, text) in enumerate(rows)]
    found: dict[str, list[bool]] = {"rest": [], "0": []}
    alarms: list[bool] = []
    for (types, text), (_, page) in zip(rows, annotate_all(items, workers=0), strict=True):
        if types == "NONE":
            alarms.append(bool(page.events))
            continue
        right = any(event.type in types.split(",") and event.actors for event in page.events)
        found["rest" if _third(text) else "0"].append(right)
    for third, told in found.items():
        yield f"own.phrases.found.third-{third}", sum(told) / len(told)
    yield "own.phrases.false_alarm_rate", sum(alarms) / len(alarms)


def _third(text: str) -> int:
    return int(sha1(text.encode(), usedforsecurity=False).hexdigest(), 16) % 3
