"""The project's own sentences: none is one of those it is scored on with a word or two changed."""

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from tests.test_own_words import GOLD, ROOT, SHARED, STANDING, own_files, texts

from standoff.lexicon.stems import COMMON

ALIGNED = 0.7  # of our sentence's words, in the order in which theirs has them
SHARED_WORDS = 5  # content words
SHORTEST = 7  # words of a sentence
PATTERNS = ("seeds/*.txt", "eval/standoffs/*/pages.jsonl", *GOLD)
_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+|\\[nrt]")
_LITERAL = re.compile(r"\"\s*\n\s*f?\"")  # one string over two lines
_QUOTED = re.compile(r"[\"`|]|\n\s*\n")

Words = tuple[str, ...]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared is not here"),
]


def sentences(text: str) -> Iterator[Words]:
    for sentence in _END.split(text):
        words = tuple(_WORD.findall(sentence.lower()))
        if len(words) >= SHORTEST:
            yield words


def content(words: Words) -> frozenset[str]:
    return frozenset(word for word in words if len(word) > 2 and word not in COMMON and not word.isdigit())


def own_sentences(path: Path) -> Iterator[Words]:
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".html":
        text = re.sub(r"<[^<>]*>", "\n", html.unescape(text))
    for piece in _QUOTED.split(_LITERAL.sub("", text)):
        yield from sentences(piece)


@cache
def all_own() -> dict[Words, str]:
    """Every sentence of ours with a file that has it."""
    return {words: path.relative_to(ROOT).as_posix() for path in own_files() for words in own_sentences(path)}


def in_order(ours: Words, theirs: Words) -> int:
    """How many words of ours stand in theirs in the same order."""
    above = [0] * (len(theirs) + 1)
    for word in ours:
        row = [0]
        for at, other in enumerate(theirs):
            row.append(above[at] + 1 if word == other else max(above[at + 1], row[at]))
        above = row
    return above[-1]


def alike(own: dict[Words, str], theirs: Sequence[Words]) -> list[str]:
    """Our sentences whose words stand in one of theirs. Only the rarest words are looked up: of the others too many may differ."""
    contents = [content(words) for words in theirs]
    times = Counter(word for words in contents for word in words)
    holding = defaultdict(list)
    for n, words in enumerate(contents):
        for word in words:
            holding[word].append(n)
    found = []
    for ours, name in own.items():
        mine = content(ours)
        wanted = max(SHARED_WORDS, len(mine) - int((1 - ALIGNED) * len(ours)))
        rarest = sorted(mine, key=lambda word: (times[word], word))[: max(0, len(mine) - wanted + 1)]
        near = {n for word in rarest for n in holding.get(word, ()) if len(mine & contents[n]) >= wanted}
        if any(in_order(ours, theirs[n]) >= ALIGNED * len(ours) for n in near):
            found.append(f"{name}: {' '.join(ours)}")
    return found


def test_no_sentence_is_one_of_theirs_with_a_word_changed() -> None:
    theirs = [*{words for pattern in PATTERNS for text in texts(pattern) for words in sentences(text)}]
    own = {words: name for words, name in all_own().items() if " ".join(words) not in STANDING}
    assert alike(own, theirs) == []


def test_a_changed_noun_is_seen() -> None:
    line = "The harbour board of Lorient closed its last ferry quay to foreign trawlers on Monday night."
    (theirs,) = sentences(line)
    (changed,) = sentences(line.replace("trawlers", "yachts"))
    (other,) = sentences(
        "The harbour board of Brest said that it would take in no more foreign trawlers before Easter."
    )
    assert alike({changed: "a", other: "b"}, [theirs]) == [f"a: {' '.join(changed)}"]
