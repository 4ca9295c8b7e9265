"""Datelines, `HANOI, May 5 (Wire) -`: the parser reads what stands behind one, and the words of it hang on the sentence's verb.

With the dateline before it, a subject is taken for a name beside the town, and its verb for a participle.
"""

import re

from standoff.capitals import CAPITALS
from standoff.parse.tokens import Sentence, Token, prepend

_DATELINE = re.compile(
    rf"[{CAPITALS}][{CAPITALS}.'’ /-]{{1,40}}(?:,[^-–—:(|]{{1,40}})?(?:\s?\([^()]{{2,60}}\)|\s\|\s[^|–—]{{2,30}})?\s?"
    r"(?:--|-|–|—|:)\s+(?=\S)"
)
_PIECE = re.compile(r"[^\W\d_]+\.?|\d+|\S")


def after_dateline(text: str, start: int, end: int) -> int:
    """Where a line tells what happened, behind the dateline that it begins with.

    >>> after_dateline("HANOI (Wire) - Talks resume", 0, 27), after_dateline("Talks resume", 0, 12)
    (15, 0)
    """
    found = _DATELINE.match(text, start, end)
    return found.end() if found is not None and text[start : start + 2].isupper() and found.end() < end else start


def put_dateline(sentence: Sentence, text: str, start: int) -> None:
    """Sets the words of a dateline, from `start` of the page's text, before those of a sentence."""
    root = sentence.root
    pieces = list(_PIECE.finditer(text, start, sentence.start))
    if root is None or not pieces:
        return
    tokens = [Token(sentence, n, m[0], _tag(m[0]), "dep", m.start()) for n, m in enumerate(pieces)]
    for token in tokens:
        token.head = root
    root.children = [*tokens, *root.children]
    prepend(sentence, tokens, text, start)


def _tag(piece: str) -> str:
    if piece[0].isdigit():
        return "CD"
    return "NNP" if piece[0].isupper() else "IN" if piece.isalpha() else ":"
