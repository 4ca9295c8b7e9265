"""The project's own news paragraphs with their times annotated, and how many of them are found.

`news/*.txt`: `published:` and `title:`, then the text. An expression is marked `[words|value]`, with `|SET` after it
for a set, else perhaps its mod. The marks follow the TimeML guidelines and were made before the tagger was run.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from standoff.times import find

_MARK = re.compile(r"\[([^][|]+)\|([^][|]+)(?:\|([A-Z_]+))?\]")
NEWS = Path(__file__).parent / "news"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An annotated expression: its place in the text without marks, type and value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Story:
    """One annotated text."""

    name: str
    published: str
    text: str
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """TempEval-3's three: spans that are equal, that overlap, that overlap and have the value."""

    strict: float
    relaxed: float
    value: float
    kind: float


def stories() -> Iterator[Story]:
    """The annotated texts in order."""
    for path in sorted(NEWS.glob("*.txt")):
        head, _, rest = path.read_text(encoding="utf-8").partition("\n")
        _, _, body = rest.partition("\n")
        yield story(path.stem, head.removeprefix("published: "), body)


def story(name: str, published: str, marked: str) -> Story:
    """A text with its marks taken out."""
    pieces: list[str] = []
    wanted: list[Wanted] = []
    at = length = 0
    for mark in _MARK.finditer(marked):
        words, value, extra = mark.groups()
        pieces += (marked[at : mark.start()], words)
        start = length + mark.start() - at
        length = start + len(words)
        wanted.append(Wanted(start, length, kind_of(value, extra), value))
        at = mark.end()
    return Story(name, published, "".join((*pieces, marked[at:])), tuple(wanted))


def kind_of(value: str, extra: str | None) -> str:
    """The TIMEX3 type that a value has."""
    if extra == "SET":
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value and not value.endswith("_REF") else "DATE"


def score(texts: Sequence[Story]) -> tuple[Figures, list[str]]:
    """F1 over all texts, and what was missed, wrong or too much."""
    gold = found = strict = relaxed = value = kind = 0
    faults: list[str] = []
    for one in texts:
        times = find(one.text, published=one.published)
        gold, found = gold + len(one.wanted), found + len(times)
        free = list(times)
        for want in one.wanted:
            words = one.text[want.start : want.end]
            hit = next((t for t in free if t.start < want.end and want.start < t.end), None)
            if hit is None:
                faults.append(f"{one.name}: missed {words!r} = {want.value}")
                continue
            free.remove(hit)
            relaxed += 1
            same = (hit.start, hit.end) == (want.start, want.end)
            strict += same
            kind += hit.type == want.kind
            value += hit.value == want.value
            if hit.value != want.value or not same or hit.type != want.kind:
                given = one.text[hit.start : hit.end]
                faults.append(
                    f"{one.name}: {words!r} = {want.value} {want.kind}, given {given!r} = {hit.value} {hit.type}"
                )
        faults.extend(f"{one.name}: too much {one.text[t.start : t.end]!r} = {t.value}" for t in free)
    total = max(1, gold + found)
    return Figures(2 * strict / total, 2 * relaxed / total, 2 * value / total, 2 * kind / total), faults
