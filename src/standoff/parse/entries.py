"""Lines that begin with their day, as in a chronology: `May 12 – Talks resume`. The parser reads what stands behind it.

With the day before it, a line is taken for a name with something beside it, and its verb for a noun.
"""

import re
from collections.abc import Iterable

from standoff.lexicon.calendar import BULLETED, CUT_MONTH_WORDS, ENTRY, MONTH_WORDS, ROW, day_of, with_years
from standoff.parse.tokens import Sentence, Token, prepend

_MONTHS = MONTH_WORDS | CUT_MONTH_WORDS
_FEWEST = 3  # rows
_PIECE = re.compile(r"\d+|[^\W\d_]+\.?|\S")


def after_day(text: str, start: int, end: int) -> int:
    """Where a line tells what happened, behind the day that it begins with.

    >>> after_day("May 12 – Talks resume", 0, 21), after_day("Talks resume", 0, 12)
    (9, 0)
    """
    found = ENTRY.match(text, start, end) or BULLETED.match(text, start, end)
    return found.end() if found is not None and found.end() < end else start


def rows(text: str, lines: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Where the lines of a table of days begin and where each tells what happened; empty where few stand there or in no order.

    `Feb 19, 2023 Guards close the crossing`: no mark stands behind the day, as in a name, `January 6, 2021 Committee`.
    """
    found = {start: row for start, end in lines if (row := ROW.match(text, start, end)) is not None}
    days = [day for row in found.values() if (day := day_of(row)) is not None]
    if len(set(days)) < _FEWEST or with_years(days) is None:
        return {}
    return {start: row.end() for start, row in found.items()}


def put_day(sentence: Sentence, text: str, start: int) -> None:
    """Sets the words from `start` of the page's text before those of a sentence, as a time that its root has."""
    root = sentence.root
    pieces = list(_PIECE.finditer(text, start, sentence.start))
    if root is None or not pieces:
        return
    tokens = [Token(sentence, n, m[0], _tag(m[0]), "punct", m.start()) for n, m in enumerate(pieces)]
    head = next((t for t in tokens if t.tag == "NNP"), None) or next((t for t in tokens if t.tag == "CD"), tokens[0])
    head.head, head.dep = root, "npadvmod"
    for token in tokens:
        if token is head:
            continue
        before = token.i < head.i or token.tag == "CD"
        token.head = head if before else root
        token.dep = {"CD": "nummod", "JJ": "amod"}.get(token.tag, "punct")
        token.head.children.append(token)
    head.children.sort(key=_place)
    root.children = sorted((head, *root.children), key=lambda t: t.start)
    prepend(sentence, tokens, text, start)


def _place(token: Token) -> int:
    return token.start


def _tag(piece: str) -> str:
    if piece[0].isdigit():
        return "CD"
    if piece.rstrip(".").lower() in _MONTHS:
        return "NNP"
    return "JJ" if piece[0].isalpha() else ":"  # early, mid, late
