"""The posts of a live blog, the days of a chronology, the stories of a page of several: each with its own printed day."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from standoff.read.dates.stamps import Stamp
from standoff.read.flat.lines import Line
from standoff.read.stamped import stamp_line

_FEWEST = 3  # entries
_HEAD = 3  # lines above the story in which its first entry's day stands
_BELOW = 3  # lines below a day or its headline in which its story begins
_TITLE_WORDS = range(3, 21)
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARED = 0.3  # of a headline's words
_APART = 10  # days between stories that stand on one page, each with its headline


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the stories of a page: the numbers of its first and last line and of its headline's, and its time."""

    first: int
    last: int
    time: str
    title: int | None


def find_entries(
    lines: Sequence[Line], first: int, last: int, day_first: bool | None, rows: Collection[Line] = ()
) -> list[Entry]:
    """The entries between a story's first line and its last; none where their days do not follow each other in order.

    Headlines with days between paragraphs may also be links to other stories: they head entries only where most of
    them share words with the paragraph below, and where their days are near each other. `rows`: those of chronologies,
    of which a sentence that begins with its day heads nothing below it.
    """
    stamped = [
        (line.index, stamp)
        for line in lines[max(0, first - _HEAD) : last + 1]
        if not (line.ends and line in rows) and line.looks.timed and line.looks.numeric and (stamp := next(iter(stamp_line(line.text, day_first=day_first)), None))
    ]  # fmt: skip
    heads = [(_title(lines, at), at, stamp) for at, stamp in stamped if _told(lines, at) is not None]
    times = [(stamp.day, stamp.clock or "") for _, _, stamp in heads]
    if len(heads) < _FEWEST or len(set(times)) < len(times) or times not in (sorted(times), sorted(times)[::-1]):
        return []
    titles = [
        (lines[title], lines[_told(lines, at) or at])
        for title, at, _ in heads
        if title is not None and lines[title].kind != "title"  # the page's own
    ]
    told = sum(_tells_of(*pair) or _is_signed(lines, *pair) for pair in titles)
    if 2 * told < len(titles) or (titles and _scattered([day for day, _ in times])):
        return []
    begins = [at if title is None else min(title, at) for title, at, _ in heads]
    ends = [*(begin - 1 for begin in begins[1:]), last]
    return [
        Entry(begin, end, _time(stamp), title)
        for begin, end, (title, _, stamp) in zip(begins, ends, heads, strict=True)
    ]


def _told(lines: Sequence[Line], at: int) -> int | None:
    """The number of the paragraph that a day stands above, with nothing but a headline between them."""
    for n in range(at + 1, min(at + 1 + _BELOW, len(lines))):
        if lines[n].kind == "story" and lines[n].ends:
            return n
        if not (_is_title(lines[n]) or lines[n].looks.byline):
            return None
    return None


def _title(lines: Sequence[Line], at: int) -> int | None:
    """The number of the headline right below a day or right above it."""
    if at + 1 < len(lines) and _is_title(lines[at + 1]):
        return at + 1
    return at - 1 if at and _is_title(lines[at - 1]) else None


def _is_title(line: Line) -> bool:
    looks = line.looks
    plain = not (line.ends or line.roles or looks.timed or looks.byline or looks.credit or looks.marks or looks.glued)
    return plain and line.words in _TITLE_WORDS and line.kind in ("story", "furniture", "title")


def _tells_of(title: Line, below: Line) -> bool:
    """Whether a headline shares words with the paragraph below it."""
    words, told = (set(_WORD.findall(line.text.casefold())) for line in (title, below))
    return len(words & told) >= _SHARED * len(words)


def _is_signed(lines: Sequence[Line], title: Line, below: Line) -> bool:
    """Whether a byline stands between a headline and the paragraph below it: a link's has none."""
    return any(line.looks.byline for line in lines[title.index + 1 : below.index])


def _scattered(days: Sequence[str]) -> bool:
    """Whether weeks lie between days that follow each other."""
    return any(abs((date.fromisoformat(b) - date.fromisoformat(a)).days) > _APART for a, b in pairwise(days))


def _time(stamp: Stamp) -> str:
    return stamp.iso or stamp.day
