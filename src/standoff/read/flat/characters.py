"""What kinds of characters lines hold, counted for many lines at once from their code points."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

_QUOTES = frozenset('"“”„«»‘‚’「」')
_BARS = frozenset("|›»>•·/→←▸►")
_BITS = 10  # of a packed count: as much of a line as is looked at holds fewer than 1024 characters
_FIRST = ("upper", "digits", "marks", "commas", "quotes", "parentheses")  # what the first packed number counts
_SECOND = ("colons", "wide", "bars", "decimals", "others", "brackets")
_SPACE, _CAPITAL, _BEFORE, _AFTER, _STOP, _CLOSER, _DASH, _BLANK = (1 << n for n in range(8))
_KINDS = 256  # more than there are: one for each set of what is so of a character

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts:
    """For each of some lines how many characters of each kind it holds."""

    words: list[int]
    capitals: list[int]  # words that begin with one
    longest: list[int]  # characters of the longest word
    upper: list[int]  # capitals of ASCII
    digits: list[int]  # those of ASCII
    decimals: list[int]  # digits of any script
    marks: list[int]  # of ASCII
    commas: list[int]
    quotes: list[int]
    parentheses: list[int]  # opening ones
    colons: list[int]
    wide: list[int]  # characters of scripts that write a word in one or two of them
    bars: list[int]  # bars, bullets, arrows, and hyphens between blanks
    others: list[int]  # beyond ASCII, halves of pairs aside
    brackets: list[int]  # round and square ones, and slashes
    glued: list[int]  # capitals in the middle of words
    stops: list[int]  # full stops, question and exclamation marks that more may follow


def count_characters(joined: str, starts: Ints) -> Counts:
    """The counts of lines that stand joined by tabs in one text.

    Args:
        joined: the lines, a tab after each.
        starts: where each begins.
    """
    kinds, (first, second, marks) = _alphabet().kinds(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4"))
    seen = marks[kinds]
    space = (seen & _SPACE).view(np.bool_)
    begins = ~space
    begins[1:] &= space[:-1]
    heads, tails = np.flatnonzero(begins), np.flatnonzero(space[1:] & ~space[:-1]) + 1
    words = np.add.reduceat(begins, starts, dtype=np.int64)
    longest = np.maximum.reduceat(tails - heads, np.cumsum(words) - words)
    capitals = heads[(seen[heads] & _CAPITAL) > 0]
    here, following = seen[:-1], seen[1:]
    glued = np.flatnonzero((here & _BEFORE > 0) & (following & _AFTER > 0))
    stops = np.flatnonzero((here & _STOP > 0) & (following & _CLOSER > 0))
    dashes = np.flatnonzero(seen & _DASH)
    dashes = dashes[(dashes > 0) & (seen[dashes - 1] & _BLANK > 0) & (seen[dashes + 1] & _BLANK > 0)]
    if len(dashes) > 1:
        dashes = _apart(dashes)
    packed = [_unpacked(np.add.reduceat(numbers[kinds], starts)) for numbers in (first, second)]
    upper, digits, plain, commas, quotes, parentheses = (counts.tolist() for counts in packed[0])
    colons, wide, bars, decimals, others, brackets = packed[1]

    def by_line(places: Ints) -> Ints:
        return np.bincount(np.searchsorted(starts, places, "right") - 1, minlength=len(starts))

    return Counts(
        words=words.tolist(),
        capitals=by_line(capitals).tolist(),
        longest=longest.tolist(),
        upper=upper,
        digits=digits,
        decimals=decimals.tolist(),
        marks=plain,
        commas=commas,
        quotes=quotes,
        parentheses=parentheses,
        colons=colons.tolist(),
        wide=wide.tolist(),
        bars=(bars + by_line(dashes)).tolist(),
        others=others.tolist(),
        brackets=brackets.tolist(),
        glued=by_line(glued).tolist(),
        stops=by_line(stops).tolist(),
    )


def _apart(dashes: Ints) -> Ints:
    """The dashes that share no blank with one that is counted before them."""
    kept, last = [], -3
    for at in dashes.tolist():
        if at - last > 2:
            kept.append(at)
            last = at
    return np.array(kept, dtype=np.int64)


def _unpacked(numbers: Ints) -> list[Ints]:
    most = (1 << _BITS) - 1
    return [(numbers >> (_BITS * place)) & most for place in range(len(_FIRST))]


class _Alphabet:
    """The kinds of the characters met so far, by code point; a kind is a set of what is so of a character."""

    def __init__(self) -> None:
        self._kinds = np.zeros(0x110000, dtype=np.uint8)  # 0: not met yet
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._first, self._second = np.zeros(_KINDS, dtype=np.int64), np.zeros(_KINDS, dtype=np.int64)
        self._marks = np.zeros(_KINDS, dtype=np.uint8)

    def kinds(
        self, codes: npt.NDArray[np.uint32]
    ) -> tuple[npt.NDArray[np.uint8], tuple[Ints, Ints, npt.NDArray[np.uint8]]]:
        """The kind of each character, and for each kind its two packed counts and its marks."""
        found = self._kinds[codes]
        if not found.all():
            for code in np.unique(codes[found == 0]).tolist():
                self._meet(code)
            found = self._kinds[codes]
        return found, (self._first, self._second, self._marks)

    def _meet(self, code: int) -> None:
        key = _kind(chr(code))
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._first[number], self._second[number], self._marks[number] = key
        self._kinds[code] = number


def _kind(char: str) -> tuple[int, int, int]:
    """What a character adds to the packed counts, and its marks."""
    code = ord(char)
    halved = 0xD800 <= code < 0xE000  # half of a pair: written as `?` where bytes are counted
    plain = code < 128
    so = {
        "upper": plain and char.isupper(),
        "digits": plain and char.isdigit(),
        "marks": halved or (plain and not char.isalnum() and char not in " \t_"),
        "commas": char == ",",
        "quotes": char in _QUOTES,
        "parentheses": char == "(",
        "colons": char == ":",
        "wide": 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7AF,
        "bars": char in _BARS,
        "decimals": char.isdecimal(),
        "others": not plain and not halved,
        "brackets": char in "()[]/",
    }
    marks = (
        char.isspace(),
        char.isupper(),
        "a" <= char <= "z" or 0xDF <= code <= 0xFF or char == ")",
        "A" <= char <= "Z" or 0xC0 <= code <= 0xDE,
        char in ".!?",
        char.isspace() or char in '"”’)',
        char == "-",
        char == " ",
    )
    first, second = (sum(so[name] << (_BITS * n) for n, name in enumerate(names)) for names in (_FIRST, _SECOND))
    return first, second, sum(is_so << n for n, is_so in enumerate(marks))


@cache
def _alphabet() -> _Alphabet:
    return _Alphabet()
