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
_PAIRS = _BEFORE | _STOP  # each with the mark of the character after it one bit higher
_MOST = (1 << _BITS) - 1
_SHIFTS = _BITS * np.arange(len(_FIRST))[:, None]
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
    table: Ints  # a row each: words, capitals, longest, bars, glued, upper, digits, marks, commas, quotes, parentheses, colons


def count_characters(joined: str, starts: Ints) -> Counts:
    """The counts of lines that stand joined by tabs in one text.

    Args:
        joined: the lines, a tab after each.
        starts: where each begins.
    """
    kinds, (first, second, marks) = _alphabet().kinds(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4"))
    seen = marks.take(kinds)
    space = (seen & _SPACE).view(np.bool_)
    edges = np.flatnonzero(space[1:] != space[:-1]) + 1  # of words: each line begins with one
    heads, tails = np.concatenate([[0], edges[1::2]]), edges[::2]
    capitals = heads[seen.take(heads) & _CAPITAL > 0]
    pairs = seen[:-1] & (seen[1:] >> 1) & _PAIRS
    paired = np.flatnonzero(pairs != 0)
    kept = pairs.take(paired)
    words, named, glued, stops, dashed = _by_line(
        starts, (heads, capitals, paired[kept & _BEFORE > 0], paired[kept & _STOP > 0], _dashes(seen))
    )
    packed = np.array([np.add.reduceat(numbers.take(kinds), starts) for numbers in (first, second)])
    apart = ((packed[:, None] >> _SHIFTS) & _MOST).reshape(2 * len(_FIRST), -1)
    longest = np.maximum.reduceat(tails - heads, np.cumsum(words) - words)
    bars = apart[len(_FIRST) + _SECOND.index("bars")]
    bars += dashed
    upper, digits, plain, commas, quotes, parentheses, colons, wide, _, decimals, others, brackets = apart.tolist()
    return Counts(
        words=words.tolist(),
        capitals=named.tolist(),
        longest=longest.tolist(),
        upper=upper,
        digits=digits,
        decimals=decimals,
        marks=plain,
        commas=commas,
        quotes=quotes,
        parentheses=parentheses,
        colons=colons,
        wide=wide,
        bars=bars.tolist(),
        others=others,
        brackets=brackets,
        glued=glued.tolist(),
        stops=stops.tolist(),
        table=np.concatenate([[words, named, longest, bars, glued], apart[: len(_FIRST) + 1]]),
    )


def _by_line(starts: Ints, kinds: tuple[Ints, ...]) -> Ints:
    """How many places of each kind each line has."""
    lines = np.searchsorted(starts, np.concatenate(kinds), "right") - 1
    lines += np.repeat(np.arange(len(kinds)) * len(starts), [len(places) for places in kinds])
    return np.bincount(lines, minlength=len(kinds) * len(starts)).reshape(len(kinds), -1)


def _dashes(seen: npt.NDArray[np.uint8]) -> Ints:
    """The hyphens and dashes that stand between blanks."""
    dashes = np.flatnonzero(seen & _DASH != 0)
    if len(dashes):
        dashes = dashes[(dashes > 0) & (seen.take(dashes - 1) & _BLANK > 0) & (seen.take(dashes + 1) & _BLANK > 0)]
    return _apart(dashes) if len(dashes) > 1 else dashes


def _apart(dashes: Ints) -> Ints:
    """The dashes that share no blank with one that is counted before them."""
    kept, last = [], -3
    for at in dashes.tolist():
        if at - last > 2:
            kept.append(at)
            last = at
    return np.array(kept, dtype=np.int64)


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
        found = self._kinds.take(codes)
        if not found.all():
            for code in np.unique(codes[found == 0]).tolist():
                self._meet(code)
            found = self._kinds.take(codes)
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
