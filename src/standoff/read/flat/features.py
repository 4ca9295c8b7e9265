"""Lines as numbers: what the segmenter sees of a page. No feature holds a word of it.

Every number is an integer from 0 to 255, so that the same page gives the same matrix on every machine.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from standoff.lexicon.credits import credit_keys
from standoff.lexicon.furniture import Role, furniture
from standoff.lexicon.languages import function_words, function_words_of
from standoff.lexicon.notices import notices
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
_COUNTED = 2 + len(_VOICES)  # classes of words
COUNTS = (1 << (_BITS * _COUNTED)) - 1  # what the features take of a packed count: 63 bits
FURNITURE, NOTICE, CREDIT = (COUNT << (_BITS * (_COUNTED + n)) for n in range(3))  # words by which those are looked up
_KEYS = FURNITURE | NOTICE | CREDIT
_OWNERS = ("", "'s", "’s")
_MARKS = "()[].,:;!?…|\"“”‘’'•*—–#"  # that may stick to such a word


@cache
def _packed() -> dict[str, int]:
    """For each word that is counted, a one in the place of each count that it adds to."""
    found: dict[str, int] = {}
    keys = [
        [key + end for key in sorted(own) for end in _OWNERS]
        for own in (furniture().keys, notices().keys, credit_keys())
    ]
    classes = (function_words_of("en"), function_words(), *_VOICES, *keys)
    for place, words in enumerate(classes):
        for word in sorted(words):
            found[word] = found.get(word, 0) + (1 << (_BITS * place))
    return found


def word_counts(words: Iterable[str]) -> int:
    """Among words in lower case: English function words, those of any language, of each voice, `_BITS` for each.

    Above these `COUNTS` how many are words of `FURNITURE`, of a `NOTICE` and of a `CREDIT`, marks aside.
    """
    get = _packed().get
    marked = [word.strip(_MARKS) for word in words if not word.isalpha()]
    return sum(filter(None, map(get, words))) + (sum(filter(None, map(get, marked))) & _KEYS)


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
    """The features of each line by itself, a byte each, then whether it heads a block, and its size as a paragraph.

    Args:
        lines: for each the whole of it, as much of it as is looked at, and what the rules see.
        counted: the characters of what is looked at.
        packed: what `word_counts` gives for it, its `COUNTS`.
    """
    marks = [
        _line_marks(own, text, looks, digits, others)
        for (own, text, looks), digits, others in zip(lines, counted.digits, counted.others, strict=True)
    ]
    sizes = [len(own) + looks.wide for own, _, looks in lines]
    rows = np.empty(len(lines), dtype=_ROW)
    rows["own"][:, :_FLAGS] = 255 * np.frombuffer(b"".join(marks), dtype=np.uint8).reshape(len(lines), _FLAGS)
    rows["own"][:, _FLAGS:] = _amounts(
        np.array(
            [
                sizes,
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
        ),
        np.array(packed),
    )
    roles = [looks.roles for _, _, looks in lines]
    rows["block"] = [not _BLOCKS.isdisjoint(own) for own in roles]
    rows["prose"] = [
        size if looks.ends and size >= _LONG and not looks.roles else 0
        for size, (_, _, looks) in zip(sizes, lines, strict=True)
    ]
    raw, size = rows.tobytes(), _ROW.itemsize
    return [raw[n : n + size] for n in range(0, len(raw), size)]


def _amounts(counts: npt.NDArray[np.int64], packed: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """What is counted of lines as features: one column for each."""
    n, seen, words, capitals, upper, digits, marks, longest, *counted = counts
    width = np.frexp(n.astype(np.float64))[1]  # its bits
    voices = [(packed >> (_BITS * place)) & COUNT for place in range(_COUNTED)]
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
    amounts: npt.NDArray[np.uint8] = np.minimum(255, np.array(columns)).T.astype(np.uint8)
    return amounts


def _line_marks(own: str, text: str, looks: "Looks", digits: int, others: int) -> bytes:
    last = _last_marks(own[-1])
    if own[-3:] == "...":
        last = last[:3] + b"\x01" + last[4:]
    inner = (
        looks.ends,
        text.isupper(),
        looks.timed,
        looks.credit,
        digits > 1 and ("19" in text or "20" in text) and _YEAR.search(text) is not None,
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


_AMOUNTS = 19 + _COUNTED
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
