"""Planted copies of five kinds among texts of own words: recall of each kind, false pairs, seconds.

`python -m benchmarks.copies [TEXTS]` prints one line of JSON; 10,000 texts where no number is given. Exit code 1 where a
promise is broken: recall of .95 on each kind, no false pair, 15 seconds for 10,000 texts.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.link.copies import find_copies
from standoff.model import Annotation, Meta, Part
from standoff.record.rows import Document

KINDS = ("verbatim", "cut short", "light edit", "new head and furniture", "reordered with own paragraphs", "updated")
RECALL, SECONDS_A_TEXT = 0.95, 15 / 10_000
_ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "th",
    "v",
    "w",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "oo"]
_CODAS = ["", "n", "r", "l", "st", "m", "ck", "nd"]

Story = list[list[str]]
"""Paragraphs of sentences."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A page of the test: its text, and which page it copies in which way."""

    key: str
    day: str
    story: Story
    address: str
    kind: str = ""
    of: str = ""


def vocabulary(r: random.Random, size: int = 6_000) -> list[str]:
    """Words that sound like words."""
    syllables = (r.choice(_ONSETS) + r.choice(_VOWELS) + r.choice(_CODAS) for _ in range(size * 2))
    return sorted({a + b for a, b in zip(syllables, syllables, strict=False)})


def planted(count: int, seed: int = 7) -> Iterator[Planted]:
    """Pages of which one in three is a copy of an earlier one, each kind alike often. Half of a text's words are frequent
    ones, phrases of the trade stand in many texts, and texts of one matter share a quotation: no copies.
    """
    r = random.Random(seed)
    words = vocabulary(r)
    weights = [1 / (n + 10) for n in range(len(words))]
    stock = [_sentence(r, words, weights) for _ in range(40)]
    quotations = [_sentence(r, words, weights) for _ in range(max(1, count // 20))]
    made: list[Planted] = []
    for n in range(count):
        key, day = f"p{n:06}", f"20{13 + n * 10 // count:02}-{1 + n % 12:02}-{1 + n % 28:02}"
        address = f"https://paper{n % 37}.example/{n}"
        if n % 3 == 2:
            kind = KINDS[n // 3 % len(KINDS)]
            of = r.choice(made[-3000:])
            while of.kind:
                of = r.choice(made[-3000:])
            address = of.address if kind == "updated" else address
            page = Planted(key, day, _copied(kind, of.story, r, words, weights), address, kind, of.key)
        else:
            page = Planted(key, day, _story(r, words, weights, stock, quotations), address)
        made.append(page)
        yield page


def _sentence(r: random.Random, words: Sequence[str], weights: Sequence[float]) -> str:
    found = r.choices(words, weights, k=r.randint(6, 26))
    return " ".join([found[0].capitalize(), *found[1:]]) + "."


def _story(
    r: random.Random, words: Sequence[str], weights: Sequence[float], stock: Sequence[str], quotations: Sequence[str]
) -> Story:
    story = [[_sentence(r, words, weights) for _ in range(r.randint(1, 3))] for _ in range(r.randint(4, 10))]
    story[r.randrange(len(story))].append(r.choice(quotations))  # several papers print one statement
    story[-1].append(r.choice(stock))
    return story


def _copied(kind: str, story: Story, r: random.Random, words: Sequence[str], weights: Sequence[float]) -> Story:
    own = [[_sentence(r, words, weights) for _ in range(r.randint(1, 2))] for _ in range(3)]
    if kind == "cut short":
        return story[: max(2, round(len(story) * r.uniform(0.35, 0.8)))]
    if kind == "light edit":
        return [[_edited(sentence, r, words) for sentence in paragraph] for paragraph in story]
    if kind == "new head and furniture":
        return [own[0], ["Follow us.", *own[1][:1]], *story, ["Most read", "Sign up for the letter."]]
    if kind == "reordered with own paragraphs":
        taken = r.sample(story, max(2, round(len(story) * r.uniform(0.7, 1))))
        return [own[0], *taken, *own[1 : r.randint(1, 3)]]
    if kind == "updated":  # the same address later: half of it is written anew
        return [own[0], *[p if r.random() < 0.6 else [_sentence(r, words, weights)] for p in story]]
    return story


def _edited(sentence: str, r: random.Random, words: Sequence[str]) -> str:
    """A sentence with one word in fourteen changed, left out or added."""
    found = []
    for word in sentence.split():
        chance = r.random()
        if chance > 0.07:
            found.append(word)
        elif chance > 0.02:
            found.append(r.choice(words))
    return " ".join(found)


def page_of(planted: Planted) -> tuple[Document, Annotation]:
    """A planted page as the record holds it."""
    text = "\n".join(" ".join(paragraph) for paragraph in planted.story)
    page = Annotation(id=planted.key, text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    document = Document(
        key=planted.key, id=planted.key, url=planted.address, title=None, publisher=None, published=planted.day,
        published_how="given", source=planted.key,
    )  # fmt: skip
    return document, page


def figures(pages: Sequence[Planted], found: Mapping[str, tuple[str, str | None, str]]) -> tuple[dict[str, float], int]:
    """Recall of each kind, and how many pages were put together that share no original."""
    original = {p.key: p.of or p.key for p in pages}
    recall = {}
    for kind in KINDS:
        copies = [p for p in pages if p.kind == kind]
        together = sum((found[p.key][1] or p.key) == (found[p.of][1] or p.of) for p in copies)
        recall[kind] = round(together / max(1, len(copies)), 3)
    false = sum(of is not None and original[key] != original[of] for key, (_, of, _) in found.items())
    return recall, false


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="?", type=int, default=10_000)
    count = parser.parse_args().texts
    pages = list(planted(count))
    rows = [page_of(p) for p in pages]
    start = time.perf_counter()
    found = find_copies([d for d, _ in rows], {d.key: page for d, page in rows})
    seconds = time.perf_counter() - start
    recall, false = figures(pages, found)
    print(json.dumps({"texts": count, "recall": recall, "false_pairs": false, "seconds": round(seconds, 2)}))
    if min(recall.values()) < RECALL or false or seconds > max(1.0, count * SECONDS_A_TEXT):
        sys.exit(1)


if __name__ == "__main__":
    main()
