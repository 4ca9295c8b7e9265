"""Lines as numbers: what the segmenter sees of a page. No feature holds a word of it.

Every number is an integer from 0 to 255, so that the same page gives the same matrix on every machine.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from standoff.lexicon.furniture import Role
from standoff.lexicon.languages import function_words, function_words_of
from standoff.read.flat.characters import Counts

if TYPE_CHECKING:
    from standoff.read.flat.lines import Line
    from standoff.read.flat.looks import Looks

ROLES: tuple[Role, ...] = ("furniture", "after", "comments", "comments_end", "action")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_QUOTES = '"“”„«»‘‚’「」'
_QUOTE = frozenset(_QUOTES + "'")
_DASHES = "([-–—"
_MASK = re.compile(r"\d+")
# Words that tell who speaks to whom: a notice to its reader, a reader of himself, a story of others.
_VOICES = (
    ("you", "your", "yours", "you’re", "you're", "you’ll", "you'll"),
    ("we", "our", "us", "ours", "we’re", "we're"),
    ("i", "my", "me", "i’m", "i'm", "i’ve", "i've"),
    ("he", "she", "they", "his", "her", "their", "him", "them", "who"),
    ("said", "says", "told", "say", "added", "was", "were", "had", "has", "been"),
)
_BITS = 9  # of a packed count: as much of a line as is looked at holds no 512 words
COUNT = (1 << _BITS) - 1


@cache
def _packed() -> dict[str, int]:
    """For each word that is counted, a one in the place of each count that it adds to."""
    found: dict[str, int] = {}
    classes = (function_words_of("en"), function_words(), *_VOICES)
    for place, words in enumerate(classes):
        for word in sorted(words):
            found[word] = found.get(word, 0) + (1 << (_BITS * place))
    return found


def word_counts(words: Iterable[str]) -> int:
    """Among words in lower case: English function words, those of any language, of each voice, `_BITS` for each."""
    return sum(filter(None, map(_packed().get, words)))


@cache
def _last_marks(last: str) -> bytes:
    """What the last character of a line tells."""
    return bytes((last in ".。!！", last in "?？", last in ":：", last == "…", last in _QUOTE, last in ")]"))


@cache
def _first_marks(first: str) -> bytes:
    """What the first character of a line tells."""
    mark = not first.isalnum() and first not in _QUOTE and first not in _DASHES
    return bytes((first.islower(), first.isdigit(), first in _QUOTE, first in _DASHES, mark))


@cache
def _role_marks(roles: frozenset[Role]) -> bytes:
    return bytes([role in roles for role in ROLES])


def masked(text: str, digits: bool) -> str:
    """The beginning of a line with `#` for its numbers; `digits`: whether it holds any of ASCII."""
    return _MASK.sub("#", text[:_LONG]) if digits or not text.isascii() else text[:_LONG]


_FLAGS = 30  # bytes of a row before its amounts


def line_rows(lines: "Sequence[tuple[str, str, Looks]]", counted: Counts, packed: Sequence[int]) -> list[bytes]:
    """Lines by themselves: what is so and what is not, a byte each, then amounts of which `page_rows` makes features.

    Args:
        lines: for each the whole of it, as much of it as is looked at, and what the rules see.
        counted: the characters of what is looked at.
        packed: what `word_counts` gives for it.
    """
    rows = np.empty(len(lines), dtype=_ROW)
    marks = [
        _line_marks(own, text, looks, digits, others)
        for (own, text, looks), digits, others in zip(lines, counted.digits, counted.others, strict=True)
    ]
    rows["flags"] = np.frombuffer(b"".join(marks), dtype=np.uint8).reshape(len(lines), _FLAGS)
    rows["amounts"] = np.array(
        [
            [len(own) + looks.wide for own, _, looks in lines],
            [len(text) for _, text, _ in lines],
            counted.words,
            counted.capitals,
            counted.upper,
            counted.digits,
            counted.marks,
            counted.longest,
            counted.commas,
            counted.quotes,
            [looks.inner_stops for _, _, looks in lines],
            counted.glued,
            counted.bars,
            counted.parentheses,
            counted.colons,
        ]
    ).T
    rows["counts"] = packed
    raw, size = rows.tobytes(), _ROW.itemsize
    return [raw[n : n + size] for n in range(0, len(raw), size)]


def _line_marks(own: str, text: str, looks: "Looks", digits: int, others: int) -> bytes:
    last = _last_marks(own[-1])
    if own[-3:] == "...":
        last = last[:3] + b"\x01" + last[4:]
    inner = (
        looks.ends,
        text.isupper(),
        looks.timed,
        looks.credit,
        digits > 1 and _YEAR.search(text) is not None,
        digits > 0 and _CLOCK.search(text) is not None,
        looks.caption,
        looks.dated,
        looks.byline,
        looks.person,
        looks.counter,
        looks.reporting,
        looks.wide > 0,
        others > 0,
    )
    flags = bytes(inner)
    return b"".join((flags[:1], last, _first_marks(own[0]), flags[1:], _role_marks(looks.roles)))


_ROW = np.dtype([("flags", "u1", _FLAGS), ("amounts", "<i4", 15), ("counts", "<i8")])


def _own(lines: "Sequence[Line]") -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """The features of each line by itself, and its size."""
    rows = np.frombuffer(b"".join([line.row for line in lines]), dtype=_ROW)
    n, seen, words, capitals, upper, digits, marks, longest, *counted = rows["amounts"].T.astype(np.int64)
    width = np.frexp(n.astype(np.float64))[1]  # its bits
    voices = [(rows["counts"] >> (_BITS * place)) & COUNT for place in range(2 + len(_VOICES))]
    columns = [
        n,
        n // 3,
        n // 12,
        12 * width,
        16 * words,
        4 * words,
        255 * capitals // words,
        255 * upper // seen,
        255 * digits // seen,
        255 * marks // seen,
        8 * longest,
        16 * (seen // words),
        *[weight * each for weight, each in zip((40, 40, 50, 64, 64, 80, 80), counted, strict=True)],
        *[255 * each // words for each in voices[:2]],
        *[765 * each // words for each in voices[2:]],
    ]
    amounts = np.minimum(255, np.array(columns)).T.astype(np.uint8)
    return np.concatenate([255 * rows["flags"], amounts], axis=1), n


_BLOCKS = [ROLES.index(role) for role in ("after", "comments", "comments_end")]
_LOOKED_AT = 400  # characters of a line in which the address's words are looked for
_LONG = 80  # characters
_ENDS = 0  # the column of lines that end as a sentence does


def page_rows(lines: "Sequence[Line]", slug: frozenset[str] = frozenset()) -> npt.NDArray[np.uint8]:
    """The features of every line of a page, one row each."""
    own, sizes = _own(lines)
    return np.concatenate([own, _around(lines, own, sizes, slug)], axis=1)


def _rolled(values: npt.NDArray[np.int64], reach: int) -> npt.NDArray[np.int64]:
    """The sum of the values within so many lines, as 0 to 255 of the page's greatest."""
    padded = np.concatenate([[0], np.cumsum(values)])
    n = len(values)
    at = np.arange(n)
    sums = padded[np.minimum(n, at + reach + 1)] - padded[np.maximum(0, at - reach)]
    rolled: npt.NDArray[np.int64] = 255 * sums // max(1, int(sums.max()))
    return rolled


def _since(marks: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """How many lines ago the last marked line was; many where there was none."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -1))
    return np.where(last < 0, 255, at - last)


def _around(
    lines: "Sequence[Line]",
    own: npt.NDArray[np.uint8],
    sizes: npt.NDArray[np.int64],
    slug: frozenset[str],
) -> npt.NDArray[np.uint8]:
    """What a line's place and the rest of the page add."""
    n = len(lines)
    at = np.arange(n)
    roles = own[:, _FLAGS - len(ROLES) : _FLAGS]
    role, block = roles.max(axis=1) > 0, roles[:, _BLOCKS].max(axis=1) > 0
    prose = np.where((own[:, _ENDS] > 0) & (sizes >= _LONG) & ~role, sizes, 0)
    is_prose = prose > 0
    total = max(1, int(prose.sum()))
    before = np.cumsum(prose) - prose
    blank = np.array([line.blank_before for line in lines])
    texts = [line.text for line in lines]
    same = _counts(texts)
    alike = _counts([line.alike for line in lines])
    columns = [
        255 * at // max(1, n - 1),
        at * 4,
        (n - 1 - at) * 4,
        np.full(n, n.bit_length() * 20),
        255 * before // total,
        255 * prose // total,
        255 * blank,
        np.full(n, 255 * int(blank.sum()) // n),
        (same - 1) * 85,
        (alike - 1) * 60,
        np.full(n, total // 64),
        np.full(n, 255 * int(is_prose.sum()) // n),
        _named(lines, slug),
        _rolled(prose, 2),
        _rolled(prose, 8),
        _rolled(prose, 25),
        _since(block) * 8,
        _since(block[::-1])[::-1] * 8,
        _since(is_prose) * 12,
        _since(is_prose[::-1])[::-1] * 12,
    ]
    around: npt.NDArray[np.uint8] = np.minimum(255, np.stack(columns, axis=1)).astype(np.uint8)
    return around


def _counts(keys: Sequence[str]) -> npt.NDArray[np.int64]:
    """How often each key occurs among all."""
    seen = Counter(keys)
    return np.array([seen[key] for key in keys])


def _named(lines: "Sequence[Line]", slug: frozenset[str]) -> npt.NDArray[np.int64]:
    """Which share of the words of the page's address each line holds."""
    if not slug:
        return np.zeros(len(lines), dtype=np.int64)
    most = max(3, len(slug))
    texts = [line.text[:_LOOKED_AT].lower() for line in lines]  # a line that was wrapped holds line ends
    page = "\n".join(texts)
    ends = list(accumulate([len(text) + 1 for text in texts]))
    held = [0] * len(lines)
    for word in slug:
        at = page.find(word)
        while at >= 0:
            n = bisect_right(ends, at)
            held[n] += 1
            at = page.find(word, ends[n])
    return np.array([255 * some // most for some in held])
