"""Pages to fit to: those beside the project with their labels, mixtures of them, and pages of our own."""

import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from standoff.read.flat.comments import comment_zone, find_comments
from standoff.read.flat.headline import address_words
from standoff.read.flat.lines import Line, split_lines
from standoff.read.flat.page_features import page_rows
from standoff.read.flat.sequence import KINDS
from training import layouts
from training.network import Example, Floats
from training.own import Labelled, Maker

OTHER = "other"  # not story, and nothing more is known
_ENGLISH = frozenset(["us", "uk", "gb", "au", "nz", "ie", "za", "in", "ind", "ca"])
_GOLD = {"summary": "story", "other": "furniture"}
INTERRUPTED = 0.3  # share of mixtures
FRAMED = 0.25  # of their heads, and of their tails
LAYOUTS = 0.6  # of pages of our own
_DOUBT = 0.15  # how far a kind that the labels do not tell apart from furniture is allowed
_CREDIT_OF = ("caption", "credit")


@dataclass(frozen=True, slots=True)
class Gold:
    """A page with the kind of each line."""

    id: str
    url: str | None
    lines: list[Labelled]
    body: str
    source: str
    english: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as the segmenter sees it: its lines without comments, their kinds, their features."""

    lines: list[Line]
    kinds: list[str]
    rows: np.ndarray[Any, np.dtype[np.uint8]]


def third_of(name: str) -> int:
    """Which third of the gold an id belongs to; 0 is never fitted to."""
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 3


def load(path: Path, *, held_out: bool) -> list[Gold]:
    """The gold pages of the third kept for testing, or of the rest."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if (third_of(row["page"]) == 0) != held_out:
                continue
            source, _, rest = row["page"].partition("/")
            lines = [(line["text"], _kind(line)) for line in row["lines"] if line["text"].strip()]
            english = source == "aeb" or rest.split("/")[0] in _ENGLISH
            found.append(Gold(row["page"], row["url"], lines, row["body"], source, english))
    return found


def _kind(line: dict[str, Any]) -> str:
    part = line.get("part")
    if line["story"]:
        return "story"
    return _GOLD.get(part, part) if part else OTHER


def see(text: str, labels: Sequence[Labelled], url: str | None) -> Seen:
    """What the segmenter is given of a page."""
    lines = split_lines(text, address_words(url))
    kinds: list[str] = []
    at, starts = 0, []
    for own, kind in labels:
        begin = text.find(own.strip(), at)
        starts.append((begin, kind))
        at = begin + len(own.strip())
    by_start = dict(starts)
    zone = comment_zone(lines, find_comments(lines))
    lines = [line for line in lines if zone is None or not zone[0] <= line.index < zone[1]]
    kinds = [by_start.get(line.start, OTHER) for line in lines]
    return Seen(lines, kinds, page_rows(lines))


def example(seen: Seen) -> Example:
    """A page to fit to: longer lines count more, and every page the same."""
    allowed = np.zeros((len(seen.kinds), len(KINDS)), dtype=np.float32)
    for row, kind in zip(allowed, seen.kinds, strict=True):
        if kind == OTHER:
            row[:] = _DOUBT
            row[KINDS.index("story")] = 0
            row[KINDS.index("furniture")] = 1
        else:
            row[KINDS.index(kind)] = 1  # type: ignore[arg-type]
            if kind == "furniture":
                row[KINDS.index("comment")] = row[KINDS.index("dateline")] = _DOUBT
            elif kind == "byline":
                row[KINDS.index("dateline")] = 2 * _DOUBT
    sizes = np.array([line.end - line.start for line in seen.lines])
    weight = np.minimum(3.0, 0.5 + sizes / 150)
    return Example(seen.rows, allowed, (30 * weight / weight.sum()).astype(np.float32))


def mixtures(gold: Sequence[Gold], count: int, rng: np.random.Generator) -> list[Seen]:
    """Pages made of the head of one page, the story of another and the tail of a third, dressed with lines of our own."""
    maker = Maker(rng)
    whole = [page for page in gold if any(kind == "story" for _, kind in page.lines)]
    found = []
    for _ in range(count):
        head, body, tail = (whole[int(n)] for n in rng.choice(len(whole), 3))
        first, last = _reach(body)
        above, below = head.lines[: _reach(head)[0]], tail.lines[_reach(tail)[1] :]
        if maker.chance(FRAMED):
            above = layouts.head(maker)
        if maker.chance(FRAMED):
            below = layouts.tail(maker)
        lines = [*above, *body.lines[first:last], *below]
        if maker.chance(0.3):
            lines = lines[maker.upto(0, len(above)) :]
        lines = maker.dressed(layouts.interrupted(maker, lines) if maker.chance(INTERRUPTED) else lines)
        if len(lines) > 3:
            found.append(see(maker.joined(lines), lines, body.url))
    return found


def own_pages(count: int, rng: np.random.Generator) -> list[Seen]:
    """Pages that are ours as a whole."""
    maker = Maker(rng)
    made = [layouts.page(maker) if maker.chance(LAYOUTS) else maker.page() for _ in range(count)]
    return [see(maker.joined(lines), lines, None) for lines in made]


_HEAD = 8


def _reach(page: Gold) -> tuple[int, int]:
    """From its title, where that stands shortly before the story, to the story's last line."""
    story = [n for n, (_, kind) in enumerate(page.lines) if kind == "story"]
    head = range(max(0, story[0] - _HEAD), story[0])
    first = next((n for n in head if page.lines[n][1] in ("title", "byline")), max(0, story[0] - 3))
    return first, story[-1] + 1


def standard(examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """Mean and spread of each feature."""
    rows = np.concatenate([e.rows for e in examples]).astype(np.float32)
    return rows.mean(axis=0), rows.std(axis=0) + 8
