"""The lines of a flattened page, with what their looks tell."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from standoff.lexicon.furniture import Role, furniture
from standoff.model import PartKind
from standoff.model import Role as PartRole
from standoff.read.flat.looks import Looks, looks_of

_POINTS = "key-points"  # of `furniture.toml`
_FURNITURE: frozenset[Role] = frozenset({"furniture"})
_BREAKS = "\r\u2028\u2029\x0b\x0c\x85"  # what ends a line beside its feed
_BREAK = re.compile(f"[{_BREAKS}]")
_LOOKED_AT = 400  # characters of a line in which the address's words are looked for
_FEWEST_NAMED = 3  # words of an address


class Line(msgspec.Struct, eq=False, gc=False):  # some hundred a page: a dataclass takes five times as long to make
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
    row: bytes  # see `read.flat.features`
    alike: str  # what it shares with lines that differ in numbers alone
    named: int  # the share of the words of the page's address that it holds, 255 for all
    kind: PartKind = "furniture"
    role: PartRole | None = None

    @property
    def long(self) -> bool:
        """As long as a paragraph."""
        return self.end - self.start >= 80


def heads_points(line: Line) -> bool:
    """Whether a line heads the points of the story itself: `Key points:`."""
    return line.roles == _FURNITURE and any(entry.id == _POINTS for entry in furniture().phrases(line.text))


def past_pictures(lines: Iterable[Line]) -> list[Line]:
    """The lines without what tells of pictures or is known to stand around stories; those that tell when stay."""
    return [line for line in lines if line.looks.timed or not (line.looks.caption or line.looks.credit or line.roles)]


def split_lines(text: str, address: frozenset[str] = frozenset()) -> list[Line]:
    """The lines of a text that hold more than white space; lines wrapped at a width are put together.

    Args:
        text: the page's.
        address: the words of its address.
    """
    spans = _join_wrapped(text, _spans(text))
    return _lines(text, spans, _named(text, spans, address))


def _spans(text: str) -> "list[tuple[int, int, bool]]":
    """Start, end and whether a blank line (or the beginning) stands before, of each line that holds something."""
    spans: list[tuple[int, int, bool]] = []
    last = None
    after = -1
    broken = any(mark in text for mark in _BREAKS)  # most texts hold none: quicker than to look for all at once
    for raw in (_BREAK.sub("\n", text) if broken else text).split("\n"):
        begin = after + 1
        after = begin + len(raw)
        bare = raw.strip()
        if not bare:
            continue
        start = begin + (raw.index(bare[0]) if len(bare) < len(raw) else 0)
        end = start + len(bare)
        if last is not None and start == last + 1:  # as most lines do: nothing to look at
            spans.append((start, end, False))
        else:
            gap = "" if last is None else text[last:start]
            blank = last is None or gap.count("\n") > 1 or gap.count("\r") > 1
            spans.append((start, end, blank and not ("\r\n" in gap and gap.count("\n") < 2)))
        last = end
    return spans


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


def _lines(text: str, spans: list[tuple[int, int, bool]], named: list[int]) -> list[Line]:
    texts = [text[start:end] for start, end, _ in spans]
    return [
        Line(n, start, end, own, blank, looks, looks.words, looks.ends, looks.roles, row, alike, share)
        for n, ((start, end, blank), own, (looks, row, alike), share) in enumerate(
            zip(spans, texts, looks_of(texts), named, strict=True)
        )
    ]


def _named(text: str, spans: list[tuple[int, int, bool]], address: frozenset[str]) -> list[int]:
    """Which share of the words of the page's address each line holds."""
    held = [0] * len(spans)
    if not address or not spans:
        return held
    page = text.replace("İ", "i").lower()  # the one letter that gets longer
    starts = [start for start, _, _ in spans] + [len(text)]
    for word in address:
        at = page.find(word, starts[0])
        while at >= 0:
            n = bisect_right(starts, at) - 1
            held[n] += at + len(word) <= starts[n] + _LOOKED_AT
            at = page.find(word, starts[n + 1])
    most = max(_FEWEST_NAMED, len(address))
    return [255 * some // most for some in held]
