"""Lines as numbers: what the segmenter sees of a page. No feature holds a word of it.

Every number is an integer from 0 to 255, so that the same page gives the same matrix on every machine.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from standoff.lexicon.furniture import Role
from standoff.lexicon.languages import function_words, function_words_of

if TYPE_CHECKING:
    from standoff.read.lines import Line, Looks

ROLES: tuple[Role, ...] = ("furniture", "after", "comments", "comments_end", "action")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_QUOTES = '"“”„«»‘‚’「」'
_QUOTE = frozenset(_QUOTES + "'")
_DASHES = "([-–—"
_UPPER = bytes(range(65, 91))
_DIGITS = bytes(range(48, 58))
_PLAIN = bytes([*range(48, 58), *range(65, 91), *range(97, 123), 32, 9, 95, *range(128, 256)])  # all but ASCII marks
_MASK = re.compile(r"\d+")
# Words that tell who speaks to whom: a notice to its reader, a reader of himself, a story of others.
_VOICES = (
    ("you", "your", "yours", "you’re", "you're", "you’ll", "you'll"),
    ("we", "our", "us", "ours", "we’re", "we're"),
    ("i", "my", "me", "i’m", "i'm", "i’ve", "i've"),
    ("he", "she", "they", "his", "her", "their", "him", "them", "who"),
    ("said", "says", "told", "say", "added", "was", "were", "had", "has", "been"),
)
_BITS = 10  # of a packed count: no line that is looked at holds a thousand words
_COUNT = (1 << _BITS) - 1


@cache
def _packed() -> dict[str, int]:
    """For each word that is counted, a one in the place of each count that it adds to."""
    found: dict[str, int] = {}
    classes = (function_words_of("en"), function_words(), *_VOICES)
    for place, words in enumerate(classes):
        for word in sorted(words):
            found[word] = found.get(word, 0) + (1 << (_BITS * place))
    return found


def word_counts(words: Iterable[str]) -> tuple[int, ...]:
    """Among words in lower case: English function words, those of any language, and of each voice."""
    packed = _packed()
    total = sum([packed[word] for word in words if word in packed])
    return tuple([(total >> (_BITS * place)) & _COUNT for place in range(2 + len(_VOICES))])


def line_row(own: str, text: str, counts: Sequence[int], longest: int, looks: "Looks") -> bytes:
    """The features of a line by itself.

    Args:
        own: the whole line.
        text: as much of it as is looked at.
        counts: what `word_counts` gives for it.
        longest: characters of its longest word.
        looks: what the rules see.
    """
    n = len(own) + looks.wide
    seen = len(text)
    first, last = own[0], own[-1]
    count = looks.words or 1
    raw = text.encode("utf-8", "replace")
    digits = seen and len(raw) - len(raw.translate(None, _DIGITS))
    quoted = sum(map(text.count, _QUOTES))
    on = (
        looks.ends,
        last in ".。!！",
        last in "?？",
        last in ":：",
        last == "…" or own.endswith("..."),
        last in _QUOTE,
        last in ")]",
        first.islower(),
        first.isdigit(),
        first in _QUOTE,
        first in _DASHES,
        not first.isalnum() and first not in _QUOTE and first not in _DASHES,
        text.isupper(),
        looks.timed,
        looks.credit,
        bool(digits) and _YEAR.search(text) is not None,
        bool(digits) and _CLOCK.search(text) is not None,
        looks.caption,
        looks.dated,
        looks.byline,
        looks.person,
        looks.counter,
        looks.reporting,
        looks.wide > 0,
        len(raw) > seen,
        *[role in looks.roles for role in ROLES],
    )
    amounts = (
        n,
        n // 3,
        n // 12,
        12 * n.bit_length(),
        16 * looks.words,
        4 * looks.words,
        255 * looks.capitals // count,
        255 * (len(raw) - len(raw.translate(None, _UPPER))) // seen,
        255 * digits // seen,
        255 * len(raw.translate(None, _PLAIN)) // seen,
        8 * longest,
        16 * (seen // count),
        40 * text.count(","),
        40 * quoted,
        50 * looks.inner_stops,
        64 * looks.glued,
        64 * looks.marks,
        80 * text.count("("),
        80 * text.count(":"),
        255 * counts[0] // count,
        255 * counts[1] // count,
        *[765 * each // count for each in counts[2:]],
    )
    return bytes([255 if flag else 0 for flag in on]) + bytes([amount if amount < 255 else 255 for amount in amounts])


_LOOKED_AT = 400  # characters of a line in which the address's words are looked for
_LONG = 80  # characters
_ENDS = 0  # the column of lines that end as a sentence does


def page_rows(lines: "Sequence[Line]", slug: frozenset[str] = frozenset()) -> npt.NDArray[np.uint8]:
    """The features of every line of a page, one row each."""
    own = np.frombuffer(b"".join([line.row for line in lines]), dtype=np.uint8).reshape(len(lines), -1)
    return np.concatenate([own, _around(lines, own, slug)], axis=1)


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


def _around(lines: "Sequence[Line]", own: npt.NDArray[np.uint8], slug: frozenset[str]) -> npt.NDArray[np.uint8]:
    """What a line's place and the rest of the page add."""
    n = len(lines)
    at = np.arange(n)
    sizes = np.array([line.end - line.start + line.looks.wide for line in lines], dtype=np.int64)
    role = np.array([bool(line.roles) for line in lines])
    block = np.array([bool(line.roles & {"after", "comments", "comments_end"}) for line in lines])
    prose = np.where((own[:, _ENDS] > 0) & (sizes >= _LONG) & ~role, sizes, 0)
    is_prose = prose > 0
    total = max(1, int(prose.sum()))
    before = np.cumsum(prose) - prose
    blank = np.array([line.blank_before for line in lines])
    same = _counts([line.text for line in lines])
    alike = _counts([_MASK.sub("#", line.text[:_LONG]) for line in lines])
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
    seen: dict[str, int] = {}
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
    return np.array([seen[key] for key in keys])


def _named(lines: "Sequence[Line]", slug: frozenset[str]) -> npt.NDArray[np.int64]:
    """Which share of the words of the page's address each line holds."""
    if not slug:
        return np.zeros(len(lines), dtype=np.int64)
    words, most = sorted(slug), max(3, len(slug))
    lowered = [line.text[:_LOOKED_AT].lower() for line in lines]
    return np.array([255 * sum([word in text for word in words]) // most for text in lowered])
