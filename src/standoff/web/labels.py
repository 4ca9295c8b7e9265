"""Words in the pictures: how wide they are, and where they stand so that none lies on another."""

from dataclasses import dataclass, field
from functools import lru_cache

SIZE = 12.0
"""Pixels of the labels' letters."""
_WIDE = {
    **dict.fromkeys("il.,:;'|!jI‘’· ", 0.36),
    **dict.fromkeys('frt()[]-/“”"', 0.47),
    **dict.fromkeys("mMW@%", 1.0),
    "w": 0.85,
}
"""Letters by their width in ems, as wide as in the widest of the usual faces."""
_CAPITAL, _USUAL, _OTHER = 0.74, 0.635, 1.02


def width_of(words: str, size: float = SIZE) -> float:
    """The width of words in pixels, never less than what a browser takes with its usual faces."""
    return round(sum(map(_EMS.__getitem__, words)) * size, 1)


class _Ems(dict[str, float]):
    """The width of each letter that was asked for."""

    def __missing__(self, letter: str) -> float:
        found = self[letter] = _em(letter)
        return found


_EMS = _Ems()


def _em(letter: str) -> float:
    if letter in _WIDE:
        return _WIDE[letter]
    if letter > "\u024f" and letter not in "–—…":
        return _OTHER
    if letter in "–—…":
        return 1.0
    return _CAPITAL if letter.isupper() else _USUAL


@lru_cache(maxsize=20_000)
def shorten(words: str, room: float, size: float = SIZE) -> str:
    """The words, cut at a word's end so that they take no more than `room`; empty where hardly any would be left.

    >>> shorten("North bars the firms of the South", 120.0), shorten("North bars", 400.0), shorten("Unforeseeable", 30.0)
    ('North bars the …', 'North bars', '')
    """
    if width_of(words, size) <= room:
        return words
    kept = words
    while kept and width_of(kept + " …", size) > room:
        kept = kept.rpartition(" ")[0]
    return f"{kept.rstrip(' ,;:“‘(')} …" if len(kept) > 3 else ""


@dataclass
class Rows:
    """Rows of labels; each label takes the first row in which it has room."""

    left: float
    right: float
    most: int
    gap: float = 9.0
    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def place(self, x: float, words: str, size: float = SIZE) -> tuple[float, int] | None:
        """The left edge and the row of words that stand at `x`; None where there is no room for them."""
        width = width_of(words, size)
        if width > self.right - self.left:
            return None
        start = round(min(max(self.left, x), self.right - width), 1)
        row = self.reserve(start, start + width)
        return None if row is None else (start, row)

    def reserve(self, start: float, end: float) -> int | None:
        """The first row that is free from `start` to `end`, which it is no more; None where none is."""
        for n in range(self.most):
            if n == len(self.taken):
                self.taken.append([])
            if all(start > right + self.gap or end < left - self.gap for left, right in self.taken[n]):
                self.taken[n].append((start, end))
                return n
        return None

    @property
    def used(self) -> int:
        """How many rows have labels."""
        return sum(1 for row in self.taken if row)
