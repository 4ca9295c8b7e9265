"""What the words and marks of lines tell, whatever stands around them: of all lines of a page at once."""

import re
from collections.abc import Sequence

import msgspec
import numpy as np

from standoff.lexicon.furniture import Role, furniture
from standoff.lexicon.notices import NoticeRole, notices
from standoff.read.flat.characters import Counts, count_characters
from standoff.read.flat.features import COUNT, COUNTS, CREDIT, FURNITURE, NOTICE, line_rows, masked, word_counts
from standoff.read.flat.openings import may_close, may_glue, may_say
from standoff.read.photo_credits import is_worded_credit, may_word_credit
from standoff.read.shapes import (
    byline_names,
    form_hints,
    is_age,
    is_caption,
    is_counter,
    is_dated_description,
    is_person,
    is_photo_credit,
    is_reporting_credit,
    may_begin_form,
    names_owner,
    stamp_line,
)

_CLOSERS = "\"”’'»)] "
_STOPS = tuple(".!?…。！？:;")
_INNER_STOP = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]?[A-Z0-9]")
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
    """Nothing is kept of the lines seen so far: what is read next is read as if for the first time."""
    _kept.clear()


def _looks_of(texts: list[str]) -> list[Seen]:
    shown = [text if len(text) <= LONG else f"{text[:_HEAD]} {text[-_TAIL:]}" for text in texts]
    joined = "\t".join(shown) + "\t"
    ends = np.cumsum(np.array([len(text) + 1 for text in shown], dtype=np.int64))
    starts = np.concatenate([[0], ends[:-1]])
    counted = count_characters(joined, starts)
    hints = np.array(list(form_hints(joined)), dtype=np.int64)
    hinted = set(np.searchsorted(starts, hints, "right").tolist())
    lowered = [text.lower() for text in shown]
    words = [text.split() for text in lowered]
    packed = [word_counts(own) for own in words]
    looks = [
        _looks(n, own, shown[n], lowered[n], words[n], packed[n], counted, hinted=n + 1 in hinted)
        for n, own in enumerate(texts)
    ]
    rows = line_rows(list(zip(texts, shown, looks, strict=True)), counted, [counts & COUNTS for counts in packed])
    alike = [masked(text, digits > 0) for text, digits in zip(texts, counted.digits, strict=True)]
    return list(zip(looks, rows, alike, strict=True))


def _looks(
    n: int, own: str, shown: str, lowered: str, low: list[str], packed: int, counted: Counts, *, hinted: bool
) -> Looks:
    """What a line's words and marks tell.

    Args:
        n: its number among the counted lines.
        own: the line.
        shown: as much of it as is looked at.
        lowered: that in lower case.
        low: the words of that.
        packed: what `word_counts` gives for them.
        counted: the characters of the lines.
        hinted: whether it holds what captions and credits do.
    """
    size, words, digits = len(own), counted.words[n], counted.digits[n]
    numeric = counted.decimals[n] > 0
    short, bare = size < _STAMP, own.rstrip(_CLOSERS)
    marked = counted.brackets[n] > 0 or counted.bars[n] > 0 or counted.colons[n] > 0
    worded = short and (packed & CREDIT > 0 or marked or may_word_credit(lowered))
    formed = hinted or counted.brackets[n] > 0 or may_begin_form(own)
    return Looks(
        words=words,
        function_words=packed & COUNT,
        capitals=counted.capitals[n],
        ends=bare[-1:] in _STOPS or (bare[-1:] == "," and len(bare) < size),
        glued=counted.glued[n],
        marks=counted.bars[n],
        inner_stops=len(_INNER_STOP.findall(shown)) if size > _SENTENCE and counted.stops[n] else 0,
        wide=2 * counted.wide[n],
        numeric=numeric,
        owned=size < _OWNED and names_owner(own),
        says=may_say(own),
        closes=may_close(own),
        stamped=digits > 0 and may_glue(own),
        timed=short and (((numeric or _holds_age(lowered)) and is_age(own)) or (digits > 1 and bool(stamp_line(own)))),
        credit=short and ((formed and is_photo_credit(own)) or (worded and is_worded_credit(own))),
        caption=formed and is_caption(own),
        dated=digits > 1 and is_dated_description(own),
        byline=size <= _FORM and _may_sign(lowered) and byline_names(own) is not None,
        person=words in _NAMED and is_person(own),
        counter=numeric and is_counter(own),
        reporting=formed and is_reporting_credit(own),
        roles=furniture().roles(own, low, digits=numeric, known=packed & FURNITURE > 0)
        if size <= _NOTICE
        else _NO_ROLES,
        notice=notices().role(own, low) if packed & NOTICE and size <= _NOTICE else None,
    )


def _holds_age(lowered: str) -> bool:
    """Whether a text without a digit may tell an age."""
    return "ago" in lowered or "yesterday" in lowered or "just now" in lowered


def _may_sign(lowered: str) -> bool:
    """Whether a text may be a byline."""
    return "by" in lowered or "author" in lowered or "reporter" in lowered
