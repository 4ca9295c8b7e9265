"""Lines as numbers: what the segmenter sees of a page. No feature holds a word of it.

Every number is an integer from 0 to 255, so that the same page gives the same matrix on every machine.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from standoff.lexicon.furniture import Role
from standoff.read.flat.characters import Counts
from standoff.read.flat.words import CLASSES, class_counts

if TYPE_CHECKING:
    from standoff.read.flat.lines import Line

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
    rows = np.empty(len(own), dtype=_ROW)
    rows["own"][:, :_FLAGS] = _flags(own, shown, looks, counted)
    seen = np.array([sizes, list(map(len, shown)), looks["inner_stops"]])
    rows["own"][:, _FLAGS:] = _amounts(seen, counted.table, packed)
    blocks = [not _BLOCKS.isdisjoint(roles) if roles else False for roles in looks["roles"]]
    rows["block"] = blocks
    rows["prose"] = [
        size if ends and size >= _LONG and not roles else 0
        for size, ends, roles in zip(sizes, looks["ends"], looks["roles"], strict=True)
    ]
    raw, size = rows.tobytes(), _ROW.itemsize
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


_ROW = np.dtype([("own", "u1", _FLAGS + _AMOUNTS), ("block", "u1"), ("prose", "<i4")])


_BLOCKS: frozenset[Role] = frozenset({"after", "comments", "comments_end"})
_LOOKED_AT = 400  # characters of a line in which the address's words are looked for
_LONG = 80  # characters


def page_rows(lines: "Sequence[Line]", slug: frozenset[str] = frozenset()) -> npt.NDArray[np.uint8]:
    """The features of every line of a page, one row each."""
    rows = np.frombuffer(b"".join([line.row for line in lines]), dtype=_ROW)
    return np.concatenate(
        [rows["own"], _around(lines, rows["prose"].astype(np.int64), rows["block"] > 0, slug)], axis=1
    )


_REACHES = (2, 8, 25)  # lines
_FARTHEST = max(_REACHES)


def _rolled(sums: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """What is added within so many lines, as 0 to 255 of the page's greatest, for each reach; from sums up to each line."""
    n = len(sums)
    padded = np.empty(n + 2 * _FARTHEST + 1, dtype=np.int64)
    padded[: _FARTHEST + 1] = 0
    padded[_FARTHEST + 1 : n + _FARTHEST + 1] = sums
    padded[n + _FARTHEST + 1 :] = sums[-1]
    within = np.array(
        [
            padded[_FARTHEST + reach + 1 : _FARTHEST + reach + 1 + n]
            - padded[_FARTHEST - reach : _FARTHEST - reach + n]
            for reach in _REACHES
        ]
    )
    within *= 255
    within //= np.maximum(within.max(axis=1) // 255, 1)[:, None]
    return within


def _since(marks: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """How many lines ago the last marked line was, for each row of marks; many where there was none."""
    at = np.arange(marks.shape[1])
    return at - np.maximum.accumulate(np.where(marks, at, -255), axis=1)


@lru_cache(maxsize=256)
def _places(n: int) -> npt.NDArray[np.uint8]:
    """What a line's place among so many tells, one row for each feature."""
    at = np.arange(n)
    told = np.stack([255 * at // max(1, n - 1), at * 4, at[::-1] * 4, np.full(n, n.bit_length() * 20)])
    places: npt.NDArray[np.uint8] = np.minimum(255, told).astype(np.uint8)
    return places


def _around(
    lines: "Sequence[Line]",
    prose: npt.NDArray[np.int64],
    block: npt.NDArray[np.bool_],
    slug: frozenset[str],
) -> npt.NDArray[np.uint8]:
    """What a line's place and the rest of the page add.

    Args:
        lines: those of the page.
        prose: of each its characters where it is a paragraph, else 0.
        block: whether it is the head of a block that is no story.
        slug: the words of the page's address.
    """
    n = len(lines)
    is_prose = prose > 0
    sums = np.cumsum(prose)
    total = max(1, int(sums[-1]))
    blank = [line.blank_before for line in lines]
    around = np.empty((_AROUND, n), dtype=np.int64)
    around[0] = 255 * (sums - prose) // total
    around[1] = 255 * prose // total
    around[2] = blank
    around[2] *= 255
    around[3] = 255 * sum(blank) // n
    around[4] = _repeated([line.text for line in lines], 85)
    around[5] = _repeated([line.alike for line in lines], 60)
    around[6] = total // 64
    around[7] = 255 * int(np.count_nonzero(is_prose)) // n
    around[8] = _named(lines, slug)
    around[9:12] = _rolled(sums)
    marks = np.array([block, is_prose])
    around[12::2] = _FADING * _since(marks)
    around[13::2] = _FADING * _since(marks[:, ::-1])[:, ::-1]
    found: npt.NDArray[np.uint8] = np.concatenate([_places(n), np.minimum(255, around, out=around).astype(np.uint8)]).T
    return found


_AROUND = 16
_FADING = np.array([[8], [12]])


def _repeated(keys: Sequence[str], weight: int) -> list[int]:
    """How often each key occurs beside the once, times the weight."""
    seen = Counter(keys)
    if len(seen) == len(keys):
        return [0] * len(keys)
    return [weight * (seen[key] - 1) for key in keys]


def _named(lines: "Sequence[Line]", slug: frozenset[str]) -> list[int] | int:
    """Which share of the words of the page's address each line holds."""
    if not slug:
        return 0
    texts = [line.text[:_LOOKED_AT] for line in lines]
    page = "\n".join(texts).replace("İ", "i").lower()  # the one letter that gets longer
    lowered = page.split("\n")
    if len(lowered) > len(texts):  # a line that was wrapped holds line ends
        lowered = [text.replace("İ", "i").lower() for text in texts]
    starts = list(accumulate((len(text) + 1 for text in lowered), initial=0))
    held = [0] * len(texts)
    for word in slug:
        at = page.find(word)
        while at >= 0:
            n = bisect_right(starts, at) - 1
            held[n] += 1
            at = page.find(word, starts[n + 1])
    most = max(3, len(slug))
    return [255 * some // most if some else 0 for some in held]
