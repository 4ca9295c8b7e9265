"""Posts of a live page in flattened text: days as headings, and below each day lines that begin with a time of day."""

import re
from collections.abc import Sequence
from itertools import pairwise

from standoff.lexicon.calendar import DAY_HEADING
from standoff.read.flat.lines import Line

_POST = re.compile(
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s?[A-Z]{2,4}\b)?(?:\s?[-–—:|]|,)?\s+(?=[\"“‘A-Z])"
)
_HOUR = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?(?=[\s:,–—-]|$)", re.IGNORECASE
)
_FEWEST = 3  # posts
_WORDS = 5  # that most posts hold at least
_APART = 6  # lines between posts of one page


def posts(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """The lines from a live page's first heading or post to its last post; none where few lines are posts.

    A page counts as live where a post stands in the story or next to it, and most of its posts are sentences: the
    times of a programme or of a list of links head a few words each.

    Args:
        lines: all lines of the page.
        first: the number of the story's first line.
        last: the number of its last.
    """
    told = [line for line in lines if line.text[0].isdecimal() and _POST.match(line.text)]
    if len(told) < _FEWEST or 2 * sum(line.words > _WORDS and line.ends for line in told) <= len(told):
        return []
    run = _run(told, first, last)
    if len(run) < _FEWEST:
        return []
    begin = run[0].index
    heading = next((line for line in lines[max(0, begin - 2) : begin] if DAY_HEADING.fullmatch(line.text)), None)
    return list(lines[begin if heading is None else heading.index : run[-1].index + 1])


def hour_heads(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """The hours with their headlines between a story's paragraphs, `10:05 Ministry says it starts today`.

    They count where each stands right above a paragraph and they run on or back: those of a programme head no sentence.
    """
    heads: list[tuple[int, Line]] = []
    for line, below in pairwise(lines[max(0, first - 1) : last + 1]):
        clock = _HOUR.match(line.text) if line.text[0].isdecimal() and not line.ends else None
        if clock is not None and below.kind == "story" and below.ends:
            heads.append((_minutes(clock), line))
    hours = [hour for hour, _ in heads]
    ordered = hours in (sorted(hours), sorted(hours, reverse=True))
    return [line for _, line in heads] if len(set(hours)) >= _FEWEST and ordered else []


def _minutes(clock: re.Match[str]) -> int:
    """How far into the day an hour lies."""
    half = (clock["half"] or "").lower()
    hour = int(clock["hour"]) % (12 if half else 24) + (12 if half == "p" else 0)
    return 60 * hour + int(clock["minute"])


def _run(told: Sequence[Line], first: int, last: int) -> list[Line]:
    """The posts that follow each other closely, and one of which stands in the story or next to it."""
    runs: list[list[Line]] = [[]]
    for line in told:
        if runs[-1] and line.index - runs[-1][-1].index > _APART:
            runs.append([])
        runs[-1].append(line)
    beside = (run for run in runs if run[0].index <= last + _APART and run[-1].index >= first - _APART)
    return max(beside, key=len, default=[])
