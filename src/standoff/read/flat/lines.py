"""The lines of a flattened page, with what their looks tell."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

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
    spans, texts = _spans(text)
    joined = _join_wrapped(text, spans, max(map(len, texts), default=0))
    if joined is spans:
        return _lines(spans, texts, _named(texts, address))
    texts = [text[start:end] for start, end, _ in joined]
    return _lines(joined, texts, _named([own.replace("\n", " ") for own in texts], address))


def _spans(text: str) -> tuple[list[tuple[int, int, bool]], list[str]]:
    """The lines that hold something: start, end and whether a blank one (or the beginning) stands before; and their texts."""
    spans: list[tuple[int, int, bool]] = []
    texts: list[str] = []
    last = None
    after = -1
    broken = any(mark in text for mark in _BREAKS)  # most texts hold none: quicker than to look for all at once
    for raw in (_BREAK.sub("\n", text) if broken else text).split("\n"):
        begin = after + 1
        after = begin + len(raw)
        bare = raw.strip()
        if not bare:
            continue
        texts.append(bare)
        start = begin + (raw.index(bare[0]) if len(bare) < len(raw) else 0)
        end = start + len(bare)
        if last is not None and start == last + 1:  # as most lines do: nothing to look at
            spans.append((start, end, False))
        else:
            gap = "" if last is None else text[last:start]
            blank = last is None or gap.count("\n") > 1 or gap.count("\r") > 1
            spans.append((start, end, blank and not ("\r\n" in gap and gap.count("\n") < 2)))
        last = end
    return spans, texts


_WIDTH = range(45, 101)
_FEWEST = 6  # lines


def _join_wrapped(text: str, spans: list[tuple[int, int, bool]], width: int) -> list[tuple[int, int, bool]]:
    """Lines of a text that was wrapped at a fixed width, as paragraphs; other texts as they stand.

    A line is full where the next one's first word would not have fitted; a paragraph ends with a line that is not.

    Args:
        text: the page's.
        spans: start and end of each line, and whether a blank one stands before.
        width: the longest line's.
    """
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


def _lines(spans: list[tuple[int, int, bool]], texts: list[str], named: list[int]) -> list[Line]:
    return [
        Line(n, start, end, own, blank, looks, looks.words, looks.ends, looks.roles, row, alike, share)
        for n, ((start, end, blank), own, (looks, row, alike), share) in enumerate(
            zip(spans, texts, looks_of(texts), named, strict=True)
        )
    ]


def _named(texts: Sequence[str], address: frozenset[str]) -> list[int]:
    """Which share of the words of the page's address each line holds; none is broken."""
    held = [0] * len(texts)
    if not address or not texts:
        return held
    page = "\n".join([text[:_LOOKED_AT] for text in texts]).replace("İ", "i")
    small = page.encode("utf-8", "surrogatepass").lower()  # the words are of ASCII: bytes are searched sooner
    starts = list(accumulate([len(line) + 1 for line in small.split(b"\n")], initial=0))
    for word in address:
        piece = word.encode()
        at = small.find(piece)
        while at >= 0:
            n = bisect_right(starts, at) - 1
            held[n] += 1
            at = small.find(piece, starts[n + 1])
    most = max(_FEWEST_NAMED, len(address))
    return [255 * some // most for some in held]
