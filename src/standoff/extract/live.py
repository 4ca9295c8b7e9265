"""The running entries of a page told hour by hour, `17.05 The gate is shut`, which are all of the page's day."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from standoff.parse import Sentence

_CLOCK = re.compile(r"[-•*–— ]{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?=[\s:,–—-]|$)", re.IGNORECASE)
_ENTRIES = 3


class Hours:
    """Where the entries of a page begin that is told hour by hour."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """`sentences`: all of the page, in order; an hour may stand in a headline or at the head of a paragraph."""
        starts: list[int] = []
        last = -1
        for sentence in sentences:
            if sentence.paragraph != last and _CLOCK.match(sentence.text):
                starts.append(sentence.paragraph)
            last = sentence.paragraph
        self._starts = starts if len(starts) >= _ENTRIES else []

    def paragraph(self, number: int) -> int | None:
        """The number of a paragraph in its entry; None where it lies in none."""
        k = bisect_right(self._starts, number)
        return number - self._starts[k - 1] if k else None
