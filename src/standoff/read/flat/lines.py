"""The lines of a flattened page, with what their looks tell."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from standoff.lexicon.furniture import Role, furniture
from standoff.lexicon.notices import NoticeRole, notices
from standoff.model import PartKind
from standoff.model import Role as PartRole
from standoff.read.flat.features import COUNT, DIGITS, FURNITURE, NOTICES, UPPER, line_row, word_counts
from standoff.read.shapes import (
    byline_names,
    is_age,
    is_caption,
    is_counter,
    is_dated_description,
    is_person,
    is_photo_credit,
    is_reporting_credit,
    stamp_line,
)

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_CLOSERS = "\"”’'»)] "
_STOPS = tuple(".!?…。！？:;")
_GLUED = re.compile(r"[a-z\u00df-\u00ff)][A-Z\u00c0-\u00de]")
_MARKS = re.compile(r"[|›»>•·/→←▸►]| - ")
_PLAIN_MARKS = ("|", ">", "/", " - ")  # those of ASCII
_DIGIT = re.compile(r"\d")
_INNER_STOP = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]?[A-Z0-9]")
LONG = 600  # characters of a line that are looked at; what is longer is a paragraph by its length alone


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Looks:
    """What a line's words and marks tell, whatever stands around it."""

    words: int
    function_words: int
    capitals: int
    ends: bool  # as a sentence does
    glued: int  # capitals in the middle of words: `NewsSportBusiness`
    marks: int  # bars, bullets, arrows
    inner_stops: int
    wide: int  # characters of scripts that write a word in one or two of them
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


@dataclass(slots=True, eq=False)
class Line:
    """A line without outer white space: its place, its looks, and what the rules make of it."""

    index: int
    start: int
    end: int
    text: str
    blank_before: bool
    looks: Looks
    words: int
    ends: bool
    roles: frozenset[Role]
    row: bytes  # see `read.features`
    repeats: int = 1
    kind: PartKind = "furniture"
    role: PartRole | None = None

    @property
    def long(self) -> bool:
        """As long as a paragraph."""
        return self.end - self.start >= 80


def split_lines(text: str) -> list[Line]:
    """The lines of a text that hold more than white space; lines wrapped at a width are put together."""
    spans = _join_wrapped(text, list(_spans(text)))
    lines = [_line(text, n, *span) for n, span in enumerate(spans)]
    seen: dict[str, int] = {}
    keys = [line.text.casefold() for line in lines]
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
    for line, key in zip(lines, keys, strict=True):
        line.repeats = seen[key]
    return lines


def _spans(text: str) -> "list[tuple[int, int, bool]]":
    """Start, end and whether a blank line (or the beginning) stands before, of each line that holds something."""
    spans: list[tuple[int, int, bool]] = []
    last = None
    for found in _LINE.finditer(text):
        raw = found.group()
        bare = raw.strip()
        if not bare:
            continue
        start = found.start() + raw.index(bare[0])
        end = start + len(bare)
        blank = last is None or (
            start > last + 1 and (text.count("\n", last, start) > 1 or text.count("\r", last, start) > 1)
        )
        spans.append((start, end, blank and not _only_crlf(text, last, start)))
        last = end
    return spans


def _only_crlf(text: str, last: int | None, start: int) -> bool:
    return last is not None and "\r\n" in text[last:start] and text.count("\n", last, start) < 2


_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SHORT = (
    110  # characters; the looks of such lines are kept: menus, headlines and notices come back on every page of a site
)
_STAMP = 110  # characters; a longer line is no stamp and no credit
_FORM = 320  # characters; a longer line is no byline and no name
_NOTICE = 1200  # characters; a longer line is no notice
_SENTENCE = 30  # characters; a shorter line holds no two sentences
_WIDTH = range(45, 101)
_FEWEST = 6  # lines


def _join_wrapped(text: str, spans: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Lines of a text that was wrapped at a fixed width, as paragraphs; other texts as they stand.

    A line is full where the next one's first word would not have fitted; a paragraph ends with a line that is not.
    """
    width = max((end - start for start, end, _ in spans), default=0)
    if len(spans) < _FEWEST or width not in _WIDTH:
        return spans
    full = [_is_full(text, a, b, width) for a, b in pairwise(spans)]
    small = sum(text[start].islower() for start, _, _ in spans)
    if sum(full) < 0.45 * len(full) or small < 0.25 * len(spans):
        return spans
    joined = [spans[0]]
    for (start, end, blank), goes_on in zip(spans[1:], full, strict=True):
        if goes_on:
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, blank))
    return joined


def _is_full(text: str, line: tuple[int, int, bool], following: tuple[int, int, bool], width: int) -> bool:
    """Whether a line was broken because the next word did not fit."""
    start, end, _ = line
    if following[2]:
        return False
    gap = text.find(" ", following[0], following[1])
    first = (gap if gap >= 0 else following[1]) - following[0]
    return end - start + 1 + first > width - _RAGGED


_RAGGED = 2  # characters


def _line(text: str, index: int, start: int, end: int, blank: bool) -> Line:
    own = text[start:end]
    looks, row = _short_looks(own) if end - start <= _SHORT else _looks(own)
    return Line(index, start, end, own, blank, looks, looks.words, looks.ends, looks.roles, row)


def _looks(own: str) -> tuple[Looks, bytes]:
    """What a line's words and marks tell: for the rules, and as the segmenter's numbers."""
    n = len(own)
    text = own if n <= LONG else own[:LONG]
    words, plain = text.split(), text.isascii()
    lowered = text.lower()
    low = lowered.split()
    bare = own.rstrip(_CLOSERS)
    short, form = n < _STAMP, n <= _FORM
    counts = word_counts(low)
    whole = n > LONG  # more than what was counted is asked for furniture and notices
    known = None if whole else low
    capitals = sum([word[0].isupper() for word in words])
    raw = text.encode("utf-8", "replace")
    upper, digits = len(raw) - len(raw.translate(None, UPPER)), len(raw) - len(raw.translate(None, DIGITS))
    numeric = digits > 0 or (not plain and _DIGIT.search(text) is not None)
    inner = upper > capitals or not plain  # a capital may stand inside a word
    looks = Looks(
        words=len(words),
        function_words=counts & COUNT,
        capitals=capitals,
        ends=bare[-1:] in _STOPS or (bare[-1:] == "," and len(bare) < n),
        glued=len(_GLUED.findall(text)) if inner else 0,
        marks=sum(map(text.count, _PLAIN_MARKS)) if plain else len(_MARKS.findall(text)),
        inner_stops=len(_INNER_STOP.findall(text)) if n > _SENTENCE else 0,
        wide=0 if plain else 2 * len(_WIDE.findall(text)),
        timed=short and (((numeric or _holds_age(lowered)) and is_age(own)) or (digits > 1 and bool(stamp_line(own)))),
        credit=short and is_photo_credit(own),
        caption=is_caption(own),
        dated=is_dated_description(own),
        byline=form and ("by" in lowered or "or" in lowered or "er" in lowered) and byline_names(own) is not None,
        person=form and is_person(own),
        counter=numeric and is_counter(own),
        reporting=is_reporting_credit(own),
        roles=furniture().roles(own, known, keyed=whole or bool(counts >> FURNITURE & COUNT))
        if n <= _NOTICE
        else frozenset(),
        notice=notices().role(own, known) if n <= _NOTICE and (whole or counts >> NOTICES) else None,
    )
    return looks, line_row(own, text, raw, upper, digits, counts, max(map(len, words)), looks)


def _holds_age(lowered: str) -> bool:
    """Whether a text without a digit may tell an age."""
    return "ago" in lowered or "yesterday" in lowered or "just now" in lowered


_short_looks = lru_cache(maxsize=20_000)(_looks)  # menus and share buttons come back on every page of a site
