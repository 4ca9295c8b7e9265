"""Stretches between quotation marks, in every style, balanced or not."""

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”", "「": "」", "『": "』", "‹": "›"}
_DOUBLE = "''"
_MARK = re.compile("[" + "".join(_PAIRS) + "\"'`‘]")  # what an opening mark begins with
_LONGEST = 3000  # characters: an opening mark that finds no end in these was none
_LONGEST_JOINED = 20_000
_LONGEST_SINGLE = 800
_TRIES = 20  # single marks looked at: most are apostrophes
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks: `start`, `end` without them. `closed`: an end mark was found."""

    start: int
    end: int
    closed: bool


def find_marked(text: str, start: int, end: int) -> list[Marked]:
    """The outer quotations of a stretch of text, in order; a quotation that no mark ends goes to the end of its paragraph."""
    found: list[Marked] = []
    i = start
    while mark := _MARK.search(text, i, end):
        i = mark.start()
        width = _opens(text, i, start, end)
        if not width:
            i += 1
            continue
        inner = i + width
        stop, after = _closing(text, i, inner, end)
        closed = stop is not None
        last = stop if stop is not None else _paragraph_end(text, inner, end)
        left, right = _trim(text, inner, last)
        if left < right and right - left <= _LONGEST and (closed or _worth(text, left, right)):
            found.append(Marked(left, right, closed))
            i = max(after, inner)
        else:
            i = inner
    return _joined(text, found)


def _joined(text: str, found: list[Marked]) -> list[Marked]:
    """Quotations over several paragraphs made one: each paragraph but the last leaves the mark open, and the next opens anew."""
    joined: list[Marked] = []
    for mark in found:
        last = joined[-1] if joined else None
        if last is not None and not last.closed and mark.end - last.start <= _LONGEST_JOINED:
            between = text[last.end : mark.start]
            if "\n" in between and not between.strip(" \n\r\t\u00a0“\"„«'‘"):
                joined[-1] = Marked(last.start, mark.end, mark.closed)
                continue
        joined.append(mark)
    return joined


def _opens(text: str, i: int, start: int, end: int) -> int:
    """How many characters of an opening mark stand at `i`; 0 for none."""
    mark = text[i]
    if mark in _PAIRS:
        return 1
    fresh = i == start or text[i - 1].isspace() or text[i - 1] in "([{—–-/…:,"
    if mark == '"':
        return 1 if fresh and i + 1 < end and not text[i + 1].isspace() and text[i + 1] not in _PAIRS else 0
    if text.startswith(("''", "``"), i):
        return 2 if fresh and i + 2 < end and not text[i + 2].isspace() else 0
    if mark in "‘'" and fresh and i + 1 < end and text[i + 1].isalpha():
        return 1 if _single(text, i, end) is not None else 0
    return 0


def _single(text: str, i: int, end: int) -> int | None:
    """The end of a quotation in single marks that begins at `i`: a mark with a word or a stop before it and none after it."""
    mark = text[i]
    shut = "’" if mark == "‘" else "'"
    limit = min(_paragraph_end(text, i, end), i + _LONGEST_SINGLE)
    at = text.find(shut, i + 2, limit)
    for _ in range(_TRIES):
        if at == -1:
            break
        ends = at + 1 >= end or not text[at + 1].isalnum()
        plural = text[at - 1] in "sS" and at + 1 < end and text[at + 1] == " " and text.find(shut, at + 1, limit) != -1
        if ends and not text[at - 1].isspace() and not plural:
            return at
        at = text.find(shut, at + 1, limit)
    return None


def _closing(text: str, i: int, inner: int, end: int) -> tuple[int | None, int]:
    """Where the quotation that opens at `i` ends, and where to go on."""
    mark = text[i]
    limit = min(_paragraph_end(text, inner, end), inner + _LONGEST)
    if mark in "‘'" and not text.startswith(_DOUBLE, i):
        at = _single(text, i, end)
        return at, (at or inner) + 1
    if text.startswith(("''", "``"), i):
        at = text.find(_DOUBLE, inner, limit)
        return (at, at + 2) if at != -1 else (None, limit)
    if mark == '"':
        return _closing_straight(text, inner, limit)
    shut = _PAIRS[mark]
    depth = 1
    for at in range(inner, limit):
        char = text[at]
        if char == mark and _shuts(text, at, limit):
            return at, at + 1  # an opening mark typed for an end mark
        if char == mark:
            depth += 1
            if depth > _DEEPEST:
                return None, inner
        elif char in shut or (char == '"' and mark == "“"):
            depth -= 1
            if depth == 0 or char == '"':
                return at, at + 1
    if depth > 1:  # an end mark is missing inside: the first one ends it
        at = min((p for p in (text.find(c, inner, limit) for c in shut) if p != -1), default=-1)
        if at != -1:
            return at, at + 1
    return None, limit


def _shuts(text: str, at: int, limit: int) -> bool:
    """Whether a mark stands where only an end mark can: after a stop or a word, with no word after it."""
    return not text[at - 1].isspace() and (at + 1 >= limit or text[at + 1].isspace()) and text[at - 1] not in "([—–"


def _closing_straight(text: str, inner: int, limit: int) -> tuple[int | None, int]:
    """The next straight mark, unless a curly one that no curly one opened stands before it."""
    depth = 0
    for at in range(inner, limit):
        char = text[at]
        if char == '"':
            return at, at + 1
        if char == "“":
            depth += 1
        elif char == "”":
            depth -= 1
            if depth < 0:
                return at, at + 1
    return None, limit


def _paragraph_end(text: str, i: int, end: int) -> int:
    """The end of the line that holds `i`, or where a quotation from there would be too long."""
    limit = min(end, i + _LONGEST + 2)
    at = text.find("\n", i, limit)
    return limit if at == -1 else at


def _worth(text: str, left: int, right: int) -> bool:
    """Whether a stretch without an end mark is long enough to be speech."""
    return text.count(" ", left, right) >= 3


def _trim(text: str, left: int, right: int) -> tuple[int, int]:
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return left, right
