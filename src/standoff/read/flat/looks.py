"""What the words and marks of lines tell, whatever stands around them: of all lines of a page at once."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import msgspec
import numpy as np

from standoff.lexicon.furniture import Role, furniture
from standoff.lexicon.notices import NoticeRole, notices
from standoff.read.byline_forms import byline_names, is_person
from standoff.read.flat.characters import Counts, count_characters
from standoff.read.flat.features import line_rows, masked
from standoff.read.flat.openings import BUTTON_BEGINS, LONGEST, TRAILS, may_close, may_glue, may_tell
from standoff.read.flat.words import (
    AGE,
    CREDIT,
    FORM,
    FURNITURE,
    NOTICE,
    OWNER,
    SIGNED,
    WORDED,
    WordCounts,
    word_counts,
)
from standoff.read.photo_credits import is_worded_credit
from standoff.read.shapes import (
    agency_places,
    is_caption,
    is_counter,
    is_dated_description,
    is_photo_credit,
    is_reporting_credit,
    may_begin_form,
    names_owner,
)
from standoff.read.stamped import forget_stamps, is_age, stamp_line

_CLOSERS = "\"”’'»)] "
_STOPS = frozenset(".!?…。！？:;")
_INNER_STOPS = [
    (mark, re.compile(rf"\{mark}[\"”’)]*\s+[\"“‘(]?[A-Z0-9]")) for mark in ".!?"
]  # one of all three looks at each character
LONG = 400  # characters; of a longer line its ends are looked at: it is a paragraph by its length alone
_HEAD, _TAIL = 260, 100  # characters of the ends
_STAMP = 110  # characters; a longer line is no stamp and no credit
_FORM = 320  # characters; a longer line is no byline and no name
_NAMED = range(2, 6)  # words of a person's name
_NOTICE = 1200  # characters; a longer line is no notice
_OWNED = 900  # characters; a longer line names no owner
_SENTENCE = 30  # characters; a shorter line holds no two sentences
_SHORT = 110  # characters; the looks of such lines are kept: menus, headlines and notices come back on a site's pages
_KEPT = 20_000  # lines
_AT_ONCE = 2_000  # lines
_NO_ROLES: frozenset[Role] = frozenset()

Seen = tuple["Looks", bytes, str]  # what the rules see of a line, and what the segmenter does (`read.flat.features`)


class Looks(msgspec.Struct, gc=False):
    """What a line's words and marks tell, whatever stands around it."""

    words: int
    function_words: int
    capitals: int
    ends: bool  # as a sentence does
    glued: int  # capitals in the middle of words: `NewsSportBusiness`
    marks: int  # bars, bullets, arrows
    inner_stops: int
    wide: int  # characters of scripts that write a word in one or two of them
    numeric: bool  # holds digits
    owned: bool  # may name whose page it is
    says: bool  # may be an author's `wrote:`
    closes: bool  # may be the buttons below a comment with their time
    stamped: bool  # may be a name that a day is glued to
    timed: bool  # a time stamp or an age, and hardly more
    credit: bool  # the credit of a picture
    caption: bool
    dated: bool  # a description that ends in a date
    byline: bool
    person: bool
    counter: bool  # `1 of 5`
    reporting: bool  # the credit of those who reported
    roles: frozenset[Role]
    notice: NoticeRole | None  # of a correction, an update note, a paywall


def looks_of(texts: Sequence[str]) -> list[Seen]:
    """What the words and marks of each line tell; none is empty, and none begins or ends with white space."""
    found = list(map(_kept.get, texts))
    missing = [n for n, seen in enumerate(found) if seen is None]
    new = list(dict.fromkeys([texts[n] for n in missing]))
    known: dict[str, Seen] = {}
    for begin in range(0, len(new), _AT_ONCE):
        some = new[begin : begin + _AT_ONCE]
        known.update(zip(some, _looks_of(some), strict=True))
    for n in missing:
        found[n] = known[texts[n]]
    if len(_kept) > _KEPT:
        _kept.clear()
    _kept.update([(text, seen) for text, seen in known.items() if len(text) <= _SHORT])
    return found  # type: ignore[return-value]  # none is missing any more


_kept: dict[str, Seen] = {}


def forget_lines() -> None:
    """Nothing is kept of the lines seen so far, but what their words tell: those come back on every page."""
    _kept.clear()
    forget_stamps()


@dataclass(frozen=True, slots=True)
class _Seen:
    """Some lines as the rules look at them, each by its number."""

    own: list[str]
    shown: list[str]  # as much of each as is looked at
    words: list[list[str]]  # of that
    sizes: list[int]  # characters
    known: WordCounts
    counted: Counts
    signed: set[int]  # the lines with an agency's name


def _seen(texts: list[str]) -> _Seen:
    shown = [text if len(text) <= LONG else f"{text[:_HEAD]} {text[-_TAIL:]}" for text in texts]
    joined = "\t".join(shown) + "\t"
    ends = np.cumsum(np.array([len(text) + 1 for text in shown], dtype=np.int64))
    starts = np.concatenate([[0], ends[:-1]])
    lowered = joined[:-1].lower().split("\t")
    if len(lowered) > len(texts):
        lowered = [text.lower() for text in shown]
    counted = count_characters(joined, starts)
    words = " ".join(lowered).split()
    edges = [0, *accumulate(counted.words)]
    return _Seen(
        own=texts,
        shown=shown,
        words=[words[a:b] for a, b in pairwise(edges)],
        sizes=[len(text) for text in texts],
        known=word_counts(words, np.array(edges[:-1])),
        counted=counted,
        signed=set(
            (np.searchsorted(starts, np.array(list(agency_places(joined)), dtype=np.int64), "right") - 1).tolist()
        ),
    )


def _looks_of(texts: list[str]) -> list[Seen]:
    seen = _seen(texts)
    columns = _columns(seen)
    looks = [Looks(*told) for told in zip(*columns, strict=True)]
    told = dict(zip(Looks.__struct_fields__, columns, strict=True))
    rows = line_rows(texts, seen.shown, told, seen.counted, seen.known.packed)
    alike = [masked(text, digits > 0) for text, digits in zip(texts, seen.counted.decimals, strict=True)]
    return list(zip(looks, rows, alike, strict=True))


def _columns(seen: _Seen) -> tuple[list[Any], ...]:
    """What lines tell, one list for each field of `Looks`: a rule is asked only of those lines that it can take."""
    counted, sizes, own = seen.counted, seen.sizes, seen.own
    decimals = [n for n, count in enumerate(counted.decimals) if count]
    digits = [n for n, count in enumerate(counted.digits) if count]
    numbered = [n for n in digits if counted.digits[n] > 1]
    formed = _formed(seen)

    def where(rule: Callable[[str], bool], lines: Iterable[int]) -> list[bool]:
        told = [False] * len(own)
        for n in lines:
            told[n] = rule(own[n])
        return told

    return (
        counted.words,
        seen.known.english(),
        counted.capitals,
        [_is_ended(text) for text in own],
        counted.glued,
        counted.bars,
        _inner_stops(seen),
        [2 * count for count in counted.wide],
        [count > 0 for count in counted.decimals],
        where(names_owner, _may_be_owned(seen)),
        [(":" in text or text.endswith(TRAILS)) and may_tell(text) for text in own],
        where(may_close, [n for n, text in enumerate(own) if text[0] in BUTTON_BEGINS and sizes[n] <= LONGEST]),
        where(may_glue, digits),
        _timed(seen, decimals, numbered),
        _credits(seen, formed),
        where(is_caption, formed),
        where(is_dated_description, numbered),
        where(lambda text: byline_names(text) is not None, _may_be_signed(seen)),
        where(is_person, [n for n, count in enumerate(counted.words) if count in _NAMED and counted.capitals[n] > 1]),
        where(is_counter, decimals),
        where(is_reporting_credit, formed),
        _roles(seen),
        _notices(seen),
    )


def _is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    if text[-1] in _STOPS:
        return True
    bare = text.rstrip(_CLOSERS)
    return bare[-1:] in _STOPS or (bare[-1:] == "," and len(bare) < len(text))


def _formed(seen: _Seen) -> list[int]:
    """The lines that may have the form of a caption or of a credit."""
    marked = [brackets or bars for brackets, bars in zip(seen.counted.brackets, seen.counted.bars, strict=True)]
    return [
        n
        for n, text in enumerate(seen.own)
        if seen.known.keys[n] & FORM or marked[n] or n in seen.signed or may_begin_form(text)
    ]


def _inner_stops(seen: _Seen) -> list[int]:
    found = [0] * len(seen.own)
    for n, stops in enumerate(seen.counted.stops):
        if stops and seen.sizes[n] > _SENTENCE:
            text = seen.shown[n]
            found[n] = sum([len(pattern.findall(text)) for mark, pattern in _INNER_STOPS if mark in text])
    return found


def _may_be_owned(seen: _Seen) -> list[int]:
    """The lines that may name whose page it is, and those of which not all is looked at."""
    keys = seen.known.keys
    return [n for n, size in enumerate(seen.sizes) if size < _OWNED and (keys[n] & OWNER or size > LONG)]


def _may_be_signed(seen: _Seen) -> list[int]:
    """The lines that may be bylines."""
    return [n for n, keys in enumerate(seen.known.keys) if keys & SIGNED and seen.sizes[n] <= _FORM]


def _timed(seen: _Seen, decimals: list[int], numbered: list[int]) -> list[bool]:
    """Whether each line is a time stamp or an age, and hardly more."""
    told = [False] * len(seen.own)
    for n in (*decimals, *(n for n, keys in enumerate(seen.known.keys) if keys & AGE)):
        told[n] = seen.sizes[n] < _STAMP and is_age(seen.own[n])
    for n in numbered:
        told[n] = told[n] or (seen.sizes[n] < _STAMP and bool(stamp_line(seen.own[n])))
    return told


def _credits(seen: _Seen, formed: list[int]) -> list[bool]:
    """Whether each line is the credit of a picture."""
    counted, told = seen.counted, [False] * len(seen.own)
    for n in formed:
        told[n] = seen.sizes[n] < _STAMP and is_photo_credit(seen.own[n])
    for n, size in enumerate(seen.sizes):
        if size >= _STAMP or told[n]:
            continue
        if seen.known.keys[n] & (WORDED | CREDIT) or counted.brackets[n] or counted.bars[n] or counted.colons[n]:
            told[n] = is_worded_credit(seen.own[n])
    return told


def _roles(seen: _Seen) -> list[frozenset[Role]]:
    known, decimals = furniture(), seen.counted.decimals
    told = [_NO_ROLES] * len(seen.own)
    for n, (text, words, keys) in enumerate(zip(seen.own, seen.words, seen.known.keys, strict=True)):
        keyed = keys & FURNITURE > 0 or known.begins(words, digits=decimals[n] > 0)
        if seen.sizes[n] <= _NOTICE and known.may_have_roles(text, known=keyed):
            told[n] = known.roles(text, words, digits=decimals[n] > 0, known=keyed)
    return told


def _notices(seen: _Seen) -> list[NoticeRole | None]:
    told: list[NoticeRole | None] = [None] * len(seen.own)
    for n, keys in enumerate(seen.known.keys):
        if keys & NOTICE and seen.sizes[n] <= _NOTICE:
            told[n] = notices().role(seen.own[n], seen.words[n])
    return told
