"""Lines as numbers: what the segmenter sees of each by itself. No feature holds a word of it.

Every number is an integer from 0 to 255, so that the same page gives the same matrix on every machine.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from standoff.lexicon.furniture import Role
from standoff.read.flat.characters import Counts
from standoff.read.flat.words import CLASSES, class_counts

ROLES: tuple[Role, ...] = ("furniture", "after", "comments", "comments_end", "action")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"[:.](?:(?<=\b\d.)|(?<=\b\d\d.))\d\d\b")  # many times quicker than from its first digit
_QUOTES = '"“”„«»‘‚’「」'
_QUOTE = frozenset(_QUOTES + "'")
_DASHES = "([-–—"
_MASK = re.compile(r"\d+")
_DIGITS = str.maketrans("123456789", "0" * 9)


@cache
def _last_marks(last: str, dots: bool) -> bytes:
    """What the last character of a line tells; `dots`: whether it ends in three full stops."""
    trails = dots or last == "…"
    return bytes((last in ".。!！", last in "?？", last in ":：", trails, last in _QUOTE, last in ")]"))


@cache
def _first_marks(first: str) -> bytes:
    """What the first character of a line tells."""
    mark = not first.isalnum() and first not in _QUOTE and first not in _DASHES
    return bytes((first.islower(), first.isdigit(), first in _QUOTE, first in _DASHES, mark))


@cache
def _role_marks(roles: frozenset[Role]) -> bytes:
    return bytes([role in roles for role in ROLES])


def masked(text: str, digits: bool) -> str:
    """The beginning of a line with 0 for its numbers; `digits`: whether it holds any."""
    head = text[:_LONG]
    if not (digits and head.isascii()):
        return _MASK.sub("0", head) if digits else head
    head = head.translate(_DIGITS)  # many times quicker than to search for them
    while "00" in head:
        head = head.replace("00", "0")
    return head


_FLAGS = 30  # bytes of a row before its amounts


def line_rows(
    own: Sequence[str],
    shown: Sequence[str],
    looks: Mapping[str, list[Any]],
    counted: Counts,
    packed: npt.NDArray[np.int64],
) -> list[bytes]:
    """The features of each line by itself, a byte each, then whether it heads a block, and its size as a paragraph.

    Args:
        own: the lines.
        shown: as much of each as is looked at.
        looks: what the rules see, by the fields of `Looks`.
        counted: the characters of what is looked at.
        packed: the packed counts of its words of each class.
    """
    sizes = [len(text) + wide for text, wide in zip(own, looks["wide"], strict=True)]
    rows = np.empty(len(own), dtype=ROW)
    rows["own"][:, :_FLAGS] = _flags(own, shown, looks, counted)
    seen = np.array([sizes, list(map(len, shown)), looks["inner_stops"]])
    rows["own"][:, _FLAGS:] = _amounts(seen, counted.table, packed)
    blocks = [not _BLOCKS.isdisjoint(roles) if roles else False for roles in looks["roles"]]
    rows["block"] = blocks
    rows["prose"] = [
        size if ends and size >= _LONG and not roles else 0
        for size, ends, roles in zip(sizes, looks["ends"], looks["roles"], strict=True)
    ]
    raw, size = rows.tobytes(), ROW.itemsize
    return [raw[n : n + size] for n in range(0, len(raw), size)]


_LOOKED = ("caption", "dated", "byline", "person", "counter", "reporting")


def _flags(
    own: Sequence[str], shown: Sequence[str], looks: Mapping[str, list[Any]], counted: Counts
) -> npt.NDArray[np.uint8]:
    """What is so of lines as features, 255 or 0: one column for each."""
    digits = counted.digits
    inner = zip(
        [text.isupper() for text in shown],
        looks["timed"],
        looks["credit"],
        [
            count > 1 and ("20" in text or "19" in text) and _YEAR.search(text) is not None
            for count, text in zip(digits, shown, strict=True)
        ],
        [count > 0 and _CLOCK.search(text) is not None for count, text in zip(digits, shown, strict=True)],
        *(looks[name] for name in _LOOKED),
        [wide > 0 for wide in looks["wide"]],
        [others > 0 for others in counted.others],
        strict=True,
    )
    rows = [
        _END_MARKS[ends]
        + _last_marks(text[-1], text[-3:] == "...")
        + _first_marks(text[0])
        + bytes(told)
        + _role_marks(roles)
        for text, ends, told, roles in zip(own, looks["ends"], inner, looks["roles"], strict=True)
    ]
    return 255 * np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(len(own), _FLAGS)


_END_MARKS = (b"\x00", b"\x01")  # whether a line ends as a sentence does


def _amounts(
    seen: npt.NDArray[np.int64], counts: npt.NDArray[np.int64], packed: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint8]:
    """What is counted of lines as features: one column for each.

    Args:
        seen: their sizes, what is looked at of these, and how many sentences end inside.
        counts: the `table` of their characters.
        packed: the packed counts of their words.
    """
    n, looked, words = seen[0], seen[1], counts[0]
    width = np.frexp(n.astype(np.float64))[1]  # its bits
    known = np.concatenate([seen, counts, [width, looked // words], class_counts(packed)])
    amounts = known[_PLACES]
    amounts *= _TIMES
    amounts[1:3] //= _PARTS
    amounts[6] //= words
    amounts[7:10] //= looked
    amounts[-CLASSES:] //= words
    found: npt.NDArray[np.uint8] = np.minimum(255, amounts, out=amounts).astype(np.uint8).T
    return found


_KNOWN = (  # the amounts as they are put together, the words of each class behind them
    *("size", "looked", "inner"),
    *("words", "capitals", "longest", "bars", "glued", "upper", "digits", "marks", "commas", "quotes"),
    *("parentheses", "colons", "width", "length"),
)
_SEEN = (  # the amounts as the network sees them, and by how much each is greater there; those of classes behind them
    *(("size", 1), ("size", 1), ("size", 1), ("width", 12), ("words", 16), ("words", 4)),
    *(("capitals", 255), ("upper", 255), ("digits", 255), ("marks", 255)),  # shares of the words or of the characters
    *(("longest", 8), ("length", 16), ("commas", 40), ("quotes", 40), ("inner", 50)),
    *(("glued", 64), ("bars", 64), ("parentheses", 80), ("colons", 80)),
)
_PLACES = np.array([*(_KNOWN.index(name) for name, _ in _SEEN), *range(len(_KNOWN), len(_KNOWN) + CLASSES)])
_TIMES = np.array([[*(times for _, times in _SEEN), 255, 255, *[765] * (CLASSES - 2)]]).T
_PARTS = np.array([[3], [12]])
_AMOUNTS = len(_SEEN) + CLASSES
_QUOTED, _YOU = _FLAGS + 13, _FLAGS + 21  # places of amounts in a row


def tells(row: bytes) -> bool:
    """Whether a line holds a quotation, or a word that somebody said or that something was."""
    return bool(row[_QUOTED] or row[_YOU + 4])


def says_you(row: bytes) -> bool:
    """Whether a line says `you`."""
    return row[_YOU] > 0


def calls_reader(row: bytes) -> bool:
    """Whether a line says `you` or `we` outside of a quotation."""
    return not row[_QUOTED] and bool(row[_YOU] or row[_YOU + 1])


ROW = np.dtype([("own", "u1", _FLAGS + _AMOUNTS), ("block", "u1"), ("prose", "<i4")])


_BLOCKS: frozenset[Role] = frozenset({"after", "comments", "comments_end"})
_LONG = 80  # characters
