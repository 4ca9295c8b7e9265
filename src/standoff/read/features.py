"""Lines as numbers: what the segmenter sees of a page. No feature holds a word of it.

Every number is an integer from 0 to 255, so that the same page gives the same matrix on every machine.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from standoff.lexicon.furniture import Role
from standoff.lexicon.languages import function_words
from standoff.read.shapes import (
    byline_names,
    is_caption,
    is_counter,
    is_dated_description,
    is_person,
    is_reporting_credit,
)

if TYPE_CHECKING:
    from standoff.read.lines import Line, Looks

Matrix = npt.NDArray[np.float32]

ROLES: tuple[Role, ...] = ("furniture", "after", "comments", "comments_end", "action")
_FORMS = 320  # characters; longer lines are asked for no form but that of a caption
_PUNCTUATION = re.compile(r"[^\w\s]")
_DIGITS = re.compile(r"\d")
_UPPER = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_QUOTES = frozenset("\"“”„«»‘‚'’「」")
_MASK = re.compile(r"\d+")


# Words that tell who speaks to whom: a notice to its reader, a reader of himself, a story of others.
_VOICES = (
    frozenset({"you", "your", "yours", "you’re", "you're", "you’ll", "you'll"}),
    frozenset({"we", "our", "us", "ours", "we’re", "we're"}),
    frozenset({"i", "my", "me", "i’m", "i'm", "i’ve", "i've"}),
    frozenset({"he", "she", "they", "his", "her", "their", "him", "them", "who"}),
    frozenset({"said", "says", "told", "say", "added", "was", "were", "had", "has", "been"}),
)


def _share(part: int, whole: int) -> int:
    """A share as 0 to 255."""
    return min(255, 255 * part // whole) if whole else 0


def _steps(n: int, step: int) -> int:
    """A count as 0 to 255, so much for each."""
    return min(255, n * step)


@cache
def _function_words() -> frozenset[str]:
    """Function words of every language that is listed."""
    return frozenset(function_words())


def line_row(own: str, text: str, words: Sequence[str], looks: "Looks") -> bytes:
    """The features of a line by itself: `own` its text, `text` as much of it as is looked at, split into `words`."""
    n = len(own) + looks.wide
    seen = len(text)
    first, last = own[0], own[-1]
    count = looks.words or 1
    lower = [word.lower() for word in words]
    upper = len(_UPPER.findall(text))
    digits = len(_DIGITS.findall(text))
    marks = len(_PUNCTUATION.findall(text))
    form = seen <= _FORMS and len(own) <= _FORMS
    names = byline_names(own) if form else None
    return bytes(
        (
            min(255, n),
            min(255, n // 3),
            min(255, n // 12),
            min(255, 12 * n.bit_length()),
            _steps(looks.words, 16),
            _steps(looks.words, 4),
            _share(looks.function_words, count),
            _share(sum(map(_function_words().__contains__, lower)), count),
            _share(looks.capitals, count),
            _share(upper, seen),
            _share(digits, seen),
            _share(marks, seen),
            _steps(max(map(len, words), default=0), 8),
            _steps(seen // count, 16),
            255 * looks.ends,
            255 * (last in ".。!！"),
            255 * (last in "?？"),
            255 * (last in ":："),
            255 * (last in "…" or own.endswith("...")),
            255 * (last in _QUOTES),
            255 * (last in ")]"),
            255 * first.islower(),
            255 * first.isdigit(),
            255 * (first in _QUOTES),
            255 * (first in "([-–—"),
            255 * (not first.isalnum() and first not in _QUOTES and first not in "([-–—"),
            255 * text.isupper(),
            _steps(text.count(","), 40),
            _steps(sum(c in _QUOTES for c in text), 40),
            _steps(looks.inner_stops, 50),
            _steps(looks.glued, 64),
            _steps(looks.marks, 64),
            _steps(text.count("("), 80),
            _steps(text.count(":"), 80),
            255 * looks.timed,
            255 * looks.credit,
            *(255 * (role in looks.roles) for role in ROLES),
            255 * (_YEAR.search(text) is not None) if digits else 0,
            255 * (_CLOCK.search(text) is not None) if digits else 0,
            255 * (is_caption(own) if len(own) <= 700 else False),
            255 * (is_dated_description(own)),
            255 * (names is not None),
            255 * (is_person(own) if form else False),
            255 * is_counter(own),
            255 * (is_reporting_credit(own)),
            255 * (looks.wide > 0),
            255 * (not text.isascii()),
            *(_share(3 * sum(map(words_.__contains__, lower)), count) for words_ in _VOICES),
        )
    )


_TOKEN = re.compile(r"[^\W\d_]{4,}")
_LOOKED_AT = 400  # characters of a line whose words are compared with the page's
_LONG = 80  # characters


def page_rows(lines: "Sequence[Line]", slug: frozenset[str] = frozenset()) -> npt.NDArray[np.uint8]:
    """The features of every line of a page, one row each."""
    own = np.frombuffer(b"".join([line.looks.row for line in lines]), dtype=np.uint8).reshape(len(lines), -1)
    return np.concatenate([own, _around(lines, own, slug)], axis=1)


def _rolled(values: npt.NDArray[np.int64], reach: int) -> npt.NDArray[np.int64]:
    """The sum of the values within so many lines, as 0 to 255 of the page's greatest."""
    padded = np.concatenate([[0], np.cumsum(values)])
    n = len(values)
    at = np.arange(n)
    sums = padded[np.minimum(n, at + reach + 1)] - padded[np.maximum(0, at - reach)]
    return 255 * sums // max(1, int(sums.max()))


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
    prose = np.where((own[:, 14] > 0) & (sizes >= _LONG) & ~role, sizes, 0)
    is_prose = prose > 0
    total = max(1, int(prose.sum()))
    before = np.cumsum(prose) - prose
    blank = np.array([line.blank_before for line in lines])
    same = _counts([line.text for line in lines])
    alike = _counts([_MASK.sub("#", line.text[:_LONG]) for line in lines])
    cohesion, named = _cohesion(lines, is_prose.tolist(), slug)
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
        cohesion,
        named,
        _rolled(prose, 2),
        _rolled(prose, 8),
        _rolled(prose, 25),
        _since(block) * 8,
        _since(block[::-1])[::-1] * 8,
        _since(is_prose) * 12,
        _since(is_prose[::-1])[::-1] * 12,
    ]
    return np.minimum(255, np.stack(columns, axis=1)).astype(np.uint8)


def _counts(keys: Sequence[str]) -> npt.NDArray[np.int64]:
    """How often each key occurs among all."""
    seen: dict[str, int] = {}
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
    return np.array([seen[key] for key in keys])


def _cohesion(
    lines: "Sequence[Line]", prose: Sequence[bool], slug: frozenset[str]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Which share of a line's words other paragraphs of the page hold too, and of the words of its address the line."""
    common = _function_words()
    bags = [set(_TOKEN.findall(line.text[:_LOOKED_AT].lower())) - common for line in lines]
    known: dict[str, int] = {}
    for bag, is_prose in zip(bags, prose, strict=True):
        if is_prose:
            for word in bag:
                known[word] = known.get(word, 0) + 1
    again = {word for word, count in known.items() if count > 1}
    shared, named = [], []
    for bag, is_prose in zip(bags, prose, strict=True):
        shared.append(255 * len(bag & again if is_prose else bag & known.keys()) // (len(bag) + 1))
        named.append(255 * len(bag & slug) // max(3, len(slug)) if slug else 0)
    return np.array(shared), np.array(named)
