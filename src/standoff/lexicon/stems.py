"""Content words of a phrase, their endings cut, to compare what two reports speak of."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from standoff.model import Subject

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
COMMON = frozenset(
    [
        "a",
        "about",
        "after",
        "again",
        "against",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "back",
        "be",
        "been",
        "before",
        "but",
        "by",
        "can",
        "could",
        "day",
        "did",
        "do",
        "down",
        "each",
        "for",
        "from",
        "get",
        "give",
        "go",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "hold",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "keep",
        "last",
        "let",
        "make",
        "more",
        "most",
        "must",
        "new",
        "no",
        "not",
        "of",
        "off",
        "on",
        "one",
        "or",
        "other",
        "our",
        "out",
        "over",
        "own",
        "put",
        "said",
        "same",
        "say",
        "set",
        "she",
        "should",
        "side",
        "sides",
        "so",
        "some",
        "such",
        "take",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "two",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "would",
        "year",
    ]
)
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "als",
    "al",
    "ers",
    "ed",
    "es",
    "er",
    "s",
    "e",
)
_DOUBLING = ("ings", "ing", "ers", "ed", "er")
"""Endings before which a consonant may be written twice: `stopped`."""


@cache
def stem(word: str) -> str:
    """A lower-case word without its common endings.

    >>> stem("withdrawal") == stem("withdraws"), stem("closed") == stem("closing") == stem("closes")
    (True, True)
    >>> stem("stopped") == stem("stopping") == stem("stops"), stem("called") == stem("calls")
    (True, True)
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            cut = word[: -len(ending)]
            return cut[:-1] if ending in _DOUBLING and cut[-1] == cut[-2] and cut[-1] not in "lsz" else cut
    return word


@cache
def stems(text: str | None) -> frozenset[str]:
    """The stems of the content words of a phrase."""
    if not text:
        return frozenset()
    return frozenset(_stems_in(text))


def names_any(text: str, wanted: AbstractSet[str]) -> bool:
    """A content word of a text has one of some stems; no more of it is looked at than it takes, and nothing is kept of it.

    >>> names_any("Lorries turned back at the closed ford.", stems("the fords")), names_any("", stems("the fords"))
    (True, False)
    """
    return any(found in wanted for found in _stems_in(text))


def _stems_in(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match[0].lower().removesuffix("'s").removesuffix("’s")
        if word not in COMMON and len(word) > 2:
            yield stem(word)


def thing_stems(subject: Subject | None) -> frozenset[str]:
    """The stems of all names of the subject: `the complex` and `the park` may be the same thing."""
    if subject is None:
        return frozenset()
    return frozenset(stem for name in (subject.name, *subject.aliases) for stem in stems(name))
