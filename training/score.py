"""How well lines are read: shares of four-word runs of the story, as in the article-extraction benchmark, and F1 by kind."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from standoff.read.flat.lines import Line, split_lines
from training import rules
from training.pages import OTHER, Gold

_RUN = 4  # words
Runs = Counter[tuple[str, ...]]


def runs(text: str) -> Runs:
    """The runs of four words of a text."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + _RUN]) for n in range(max(1, len(words) - _RUN + 1)))


def story_score(pairs: Sequence[tuple[str, str]]) -> float:
    """F1 of mean precision and mean recall over pages of (wanted, given) stories."""
    precisions, recalls = [], []
    for wanted, given in pairs:
        want, have = runs(wanted), runs(given)
        hit = sum((want & have).values())
        if given.strip():
            precisions.append(hit / sum(have.values()))
        recalls.append(hit / sum(want.values()))
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(recalls) / len(recalls)
    return 2 * precision * recall / (precision + recall) if hit or precision + recall else 0.0


def figures(gold: Sequence[Gold], read: Sequence[Sequence[Line]]) -> dict[str, object]:
    """Story F1 by source and language, and F1 of each kind where kinds are known."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for page, lines in zip(gold, read, strict=True):
        story = "\n".join(line.text for line in lines if line.kind == "story")
        pairs[f"{page.source} {'English' if page.english else 'other'}"].append((page.body, story))
        if page.english:
            pairs["English"].append((page.body, story))
            _count(page, lines, wanted, given, right)
    found: dict[str, object] = {name: round(story_score(some), 4) for name, some in sorted(pairs.items())}
    found["kinds of English pages"] = {
        kind: round(2 * right[kind] / (n + given[kind]), 2) for kind, n in sorted(wanted.items())
    }
    return found


def _count(page: Gold, lines: Sequence[Line], wanted: Counter[str], given: Counter[str], right: Counter[str]) -> None:
    if all(kind in (OTHER, "story") for _, kind in page.lines):
        return
    by_text = [(line.text, line.kind) for line in lines]
    at = 0
    for text, kind in page.lines:
        own = next((n for n in range(at, min(len(by_text), at + 3)) if text.strip() in by_text[n][0]), None)
        if own is None or kind == OTHER:
            continue
        at = own
        wanted[kind] += 1
        given[by_text[own][1]] += 1
        right[kind] += kind == by_text[own][1]


def rule_kinds(gold: Sequence[Gold]) -> list[list[Line]]:
    """The peer: the story found by a score of each line and a walk, with nothing fitted."""
    found = []
    for page in gold:
        lines = split_lines("\n".join(text for text, _ in page.lines))
        inside = {n for stretch in rules.find_story(lines) for n in range(stretch.first, stretch.last + 1)}
        for line in lines:
            line.kind = "story" if line.index in inside else "furniture"
        found.append(lines)
    return found
