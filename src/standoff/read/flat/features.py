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
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_QUOTES = '"“”„«»‘‚’「」'
_QUOTE = frozenset(_QUOTES + "'")
_DASHES = "([-–—"
_MASK = re.compile(r"\d+")


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
    """The beginning of a line with `#` for its numbers; `digits`: whether it holds any."""
    return _MASK.sub("#", text[:_LONG]) if digits else text[:_LONG]


_FLAGS = 30  # bytes of a row before its amounts
_EDGES = 11  # of these what its first and last characters tell


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
    inner = (
        [text.isupper() for text in shown],
        looks["timed"],
        looks["credit"],
        [count > 1 and _YEAR.search(text) is not None for count, text in zip(digits, shown, strict=True)],
        [count > 0 and _CLOCK.search(text) is not None for count, text in zip(digits, shown, strict=True)],
        *(looks[name] for name in _LOOKED),
        [wide > 0 for wide in looks["wide"]],
        [others > 0 for others in counted.others],
    )
    edges = b"".join([_last_marks(text[-1], text[-3:] == "...") + _first_marks(text[0]) for text in own])
    flags = np.empty((len(own), _FLAGS), dtype=np.uint8)
    flags[:, 0] = np.frombuffer(bytes(looks["ends"]), dtype=np.uint8)
    flags[:, 1 : 1 + _EDGES] = np.frombuffer(edges, dtype=np.uint8).reshape(len(own), _EDGES)
    flags[:, 1 + _EDGES : -len(ROLES)] = (
        np.frombuffer(b"".join(map(bytes, inner)), dtype=np.uint8).reshape(-1, len(own)).T
    )
    roles = b"".join(map(_role_marks, looks["roles"]))
    flags[:, -len(ROLES) :] = np.frombuffer(roles, dtype=np.uint8).reshape(len(own), len(ROLES))
    flags *= 255
    return flags


def _amounts(
    seen: npt.NDArray[np.int64], counts: npt.NDArray[np.int64], packed: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint8]:
    """What is counted of lines as features: one column for each.

    Args:
        seen: their sizes, what is looked at of these, and how many sentences end inside.
        counts: the `table` of their characters.
        packed: the packed counts of their words.
    """
    n, looked, inner = seen
    words, capitals, longest, bars, glued, upper, digits, marks, commas, quotes, parentheses, colons = counts
    width = np.frexp(n.astype(np.float64))[1]  # its bits
    voices = class_counts(packed)
    columns = [
        n,
        n // 3,
        n // 12,
        12 * width,
        16 * words,
        4 * words,
        255 * capitals // words,
        255 * upper // looked,
        255 * digits // looked,
        255 * marks // looked,
        8 * longest,
        16 * (looked // words),
        40 * commas,
        40 * quotes,
        50 * inner,
        64 * glued,
        64 * bars,
        80 * parentheses,
        80 * colons,
        *[255 * each // words for each in voices[:2]],
        *[765 * each // words for each in voices[2:]],
    ]
    amounts: npt.NDArray[np.uint8] = np.minimum(255, np.array(columns)).T.astype(np.uint8)
    return amounts


_AMOUNTS = 19 + CLASSES
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
