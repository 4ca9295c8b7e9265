"""What a page prints as its own, hashed: runs of words (shingles) and whole sentences, to be compared without its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from standoff.model import TOLD_IN, Annotation

SHINGLE = 5
"""Words in a shingle, and the fewest of a sentence that counts."""
SAMPLED = 64
"""Of a longer text only every second, fourth, ... shingle by value is looked up, so that about so many are left."""
SPARSEST = 16

Hashes = npt.NDArray[np.uint64]
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?]+(?=[\s\"'”’)]|$)|\n")
_BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """What a page prints as its own: its shingles in order of size, and its sentences in theirs."""

    key: str
    shingles: Hashes
    sentences: tuple[int, ...]

    @property
    def name(self) -> bytes:
        """What equal texts have in common; empty for none."""
        return blake2b(self.shingles.tobytes(), digest_size=16).digest() if len(self.shingles) else b""

    @property
    def step(self) -> int:
        """One in so many of its shingles is looked up."""
        step = 1
        while step < SPARSEST and len(self.shingles) > SAMPLED * step:
            step *= 2
        return step

    @property
    def looked_up(self) -> Hashes:
        """What finds pages that may be copies: its sentences, and some of its shingles."""
        some = self.shingles[self.shingles % np.uint64(self.step) == 0]
        return np.union1d(some, np.array(self.sentences, np.uint64))


def read_text(key: str, page: Annotation) -> Text:
    """A page's own text, hashed."""
    told = "\n".join(page.text[p.start : p.end] for p in page.parts if p.kind in TOLD_IN) or page.text
    return sketch(key, told)


def sketch(key: str, told: str) -> Text:
    """A text, hashed.

    >>> len(sketch("a", "The gate is shut again today. Nobody came to open it.").sentences)
    2
    """
    sentences = [_WORD.findall(sentence) for sentence in _SENTENCE_END.split(told.lower())]
    words = [word for sentence in sentences for word in sentence]
    hashed = np.fromiter(map(_word, words), np.uint64, len(words))
    long_enough = (_sentence(sentence) for sentence in sentences if len(sentence) >= SHINGLE)
    return Text(key, np.unique(_runs(hashed)), tuple(dict.fromkeys(long_enough)))


def _runs(words: Hashes) -> Hashes:
    """A hash for each run of words; for a text too short, for the whole."""
    size = min(SHINGLE, len(words))
    found = np.zeros(max(len(words) - size + 1, 0) if size else 0, np.uint64)
    for n in range(size):
        found = found * _BASE + words[n : n + len(found)]
    return found


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _sentence(words: Sequence[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def shared(one: Hashes, other: Hashes) -> int:
    """How many hashes two pages have in common."""
    return len(np.intersect1d(one, other, assume_unique=True))
