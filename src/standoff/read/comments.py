"""Readers' comments in a flattened page: where they begin and end, who wrote them and when.

Sites print a comment in two orders: author, text, time (`X wrote:` ... `Jul 06, 2013 4:43am EDT`) or author, time, text.
Which one it is shows in what follows the author's line.
"""

import re
from dataclasses import dataclass

from standoff.read.lines import Line
from standoff.read.shapes import is_age, is_person, stamp_line
from standoff.read.stamps import Stamp, find_stamps

_WROTE = re.compile(
    r"(?P<author>\S[^:\n]{0,48}?)\s+(?:wrote|writes|says|said|commented|comments|posted|replied|replies)"
    r"(?:\s+(?:on|at)\s+(?P<when>[^\n]{6,50}?))?\s*(?P<colon>:|…|\.{3})?$"
)
_ON_WROTE = re.compile(r"On\s+(?P<when>[^\n]{8,50}?),?\s+(?P<author>\S[^\n]{0,48}?)\s+(?:wrote|said):$")
_POSTED_BY = re.compile(
    r"(?:Posted|Comment(?:ed)?|Written|Submitted)\s+by:?\s+(?P<rest>\S[^\n]{1,100})$", re.IGNORECASE
)
_NUMBERED = re.compile(r"^#?\d{1,4}[.):]?\s+")
_SEPARATOR = re.compile(r"\s*[|,•·–—@(\[\-]+\s*$|\s+(?:on|at|says?|wrote|said)\s*:?\s*$")
_AUTHOR = re.compile(r"[^\W_][\w .'’@\-]{1,38}$")
_HEAD_SPAN = 3  # lines after an author's line in which its time may stand
_AGE_WORDS = 8
_MOST_LINES = 60  # lines of one comment
_ACTION_TAIL = re.compile(
    r"[\s\-–—|•·]*(?:report as abuse|report abuse|report|reply|flag|permalink|like|share|link)\b[\s\-–—|•·\d]*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Comment:
    """A comment: its lines from `first` to `last`, both included."""

    first: int
    last: int
    author: str | None
    time: str | None


@dataclass(slots=True)
class _Opener:
    line: int
    author: str | None
    stamp: Stamp | None
    strong: bool  # the form itself says that a comment begins
    aged: bool = False  # followed by a time such as `3 hours ago`


def find_comments(lines: list[Line], *, day_first: bool | None = None) -> list[Comment]:
    """The comments of a page, in order; empty where none are recognised."""
    zone = _zone(lines)
    openers = _openers(lines, zone, day_first)
    if zone is None and (len(openers) < 1 or not all(o.strong for o in openers)):
        return []
    comments: list[Comment] = []
    for n, opener in enumerate(openers):
        stop = openers[n + 1].line if n + 1 < len(openers) else len(lines)
        if comments and opener.line <= comments[-1].last:
            continue
        comment = _comment(lines, opener, stop, day_first)
        if comment is not None:
            comments.append(comment)
    return comments


def comment_zone(lines: list[Line], comments: list[Comment]) -> tuple[int, int] | None:
    """First line of the comments' block (its head, if there is one) and the one after its last comment."""
    if not comments:
        return None
    first = comments[0].first
    for n in range(first - 1, max(-1, first - 6), -1):
        if "comments" in lines[n].roles:
            first = n
            break
    else:
        if first and _COUNTED_HEAD.match(lines[first - 1].text):
            first -= 1
    return first, comments[-1].last + 1


_COUNTED_HEAD = re.compile(r"[^\W\d]{3,20}\s\(\d{1,5}\)$")  # `Talk (2)`


def _zone(lines: list[Line]) -> int | None:
    """The head of the comments: the last `Comments (2)` that has long lines before it and openers after it."""
    first = next((line.index for line in lines if line.long and line.ends), len(lines))
    heads = (line.index for line in reversed(lines) if "comments" in line.roles and "comments_end" not in line.roles)
    return next((head for head in heads if head > first), None)


def _openers(lines: list[Line], zone: int | None, day_first: bool | None) -> list[_Opener]:
    begin = zone + 1 if zone is not None else 0
    found: list[_Opener] = []
    n = begin
    while n < len(lines):
        line = lines[n]
        if zone is not None and "comments_end" in line.roles and found:
            break
        opener = _opener(lines, n, zone is not None, day_first)
        if opener is not None:
            found.append(opener)
        n += 1
    return found


def _opener(lines: list[Line], n: int, in_zone: bool, day_first: bool | None) -> _Opener | None:
    line = lines[n]
    text = line.text
    if len(text) > 130 or (line.roles and "comments" not in line.roles and not in_zone):
        return None
    if (wrote := _WROTE.match(text)) and _is_author(wrote["author"]):
        stamp = _first(wrote["when"] or "", day_first)
        nearby = stamp is not None or _next_time(lines, n, _HEAD_SPAN, day_first) is not None
        strong = wrote["colon"] is not None and _closes(lines, n, day_first)
        if strong or (in_zone and (nearby or wrote["colon"] is not None)):
            return _Opener(n, _clean(wrote["author"]), stamp, strong)
    if found := _ON_WROTE.match(text):
        return _Opener(n, _clean(found["author"]), _first(found["when"], day_first), strong=True)
    if not in_zone:
        return None
    if posted := _POSTED_BY.match(text):
        return _split(n, posted["rest"], day_first)
    if line.looks.timed:
        return _split(n, text, day_first)
    if line.words <= 5 and not line.ends and _is_author(text) and not line.roles:
        following = lines[n + 1] if n + 1 < len(lines) else None
        if following is not None and following.words <= 12 and following.looks.timed:
            return _Opener(n, _clean(text), None, strong=False, aged=is_age(following.text))
    return None


def _split(n: int, text: str, day_first: bool | None) -> _Opener | None:
    """An opener that holds author and time on one line: `Jane, 6 July 2013 10:12`, `Jane • 3 hours ago`."""
    text = _NUMBERED.sub("", text, count=1) if not find_first_digit_is_date(text) else text
    stamp = _first(text, day_first)
    cut = stamp.start if stamp else _age_start(text)
    if cut is None:
        return _Opener(n, _clean(text), None, strong=False) if _is_author(text) else None
    author = _SEPARATOR.sub("", text[:cut].strip()).strip(" ,•|·-–—:")
    author = re.sub(r"^(?:by|from)\s+", "", author, flags=re.IGNORECASE)
    if not author or not _is_author(author):
        return None
    return _Opener(n, _clean(author), stamp, strong=False, aged=stamp is None)


def find_first_digit_is_date(text: str) -> bool:
    """Whether a line begins with its date rather than with a number before the author."""
    return bool(text) and next(iter(s.start for s in find_stamps(text[:60])), 99) == 0


def _age_start(text: str) -> int | None:
    found = re.search(
        r"(?:\b(?:an?|\d{1,3})\s*(?:sec|min|hour|hr|day|week|month|mo|year|yr)|•\s*\d)", text, re.IGNORECASE
    )
    return found.start() if found else None


def _is_author(text: str) -> bool:
    bare = text.strip()
    return bool(_AUTHOR.match(bare)) and bare.count(" ") <= 4 and (is_person(bare) or bare.count(" ") <= 3)


def _clean(author: str) -> str:
    return " ".join(author.split()).strip(" ,:•|")


def _first(text: str, day_first: bool | None) -> Stamp | None:
    return next(find_stamps(text, day_first=day_first), None) if text else None


def _time_line(line: Line, day_first: bool | None) -> Stamp | None:
    """The stamp of a line that holds a time and buttons, and nothing else."""
    if not line.looks.timed:
        return None
    text = _ACTION_TAIL.sub(" ", line.text)
    stamps = stamp_line(text, day_first=day_first)
    return stamps[0] if stamps and len(stamps) <= 2 else None


def _next_time(lines: list[Line], n: int, span: int, day_first: bool | None, *, aged: bool = False) -> int | None:
    """The next line that is a time, within so many; with `aged` also one such as `3 hours ago`."""
    for at in range(n + 1, min(len(lines), n + 1 + span)):
        if _time_line(lines[at], day_first) or (aged and lines[at].words <= _AGE_WORDS and is_age(lines[at].text)):
            return at
    return None


def _closes(lines: list[Line], n: int, day_first: bool | None) -> bool:
    """Whether a time line stands within the lines that one comment may have."""
    return _next_time(lines, n, _MOST_LINES, day_first, aged=True) is not None


def _comment(lines: list[Line], opener: _Opener, stop: int, day_first: bool | None) -> Comment | None:
    """The comment that an opener begins; None where it has no text."""
    first = opener.line
    stop = _end_of_zone(lines, first + 1, min(stop, first + 1 + _MOST_LINES))
    if first + 1 >= stop:
        return None
    if opener.stamp is not None or opener.aged:
        time_first, stamp = True, opener.stamp
    else:
        stamp = _time_line(lines[first + 1], day_first)
        time_first = stamp is not None
    if not time_first:
        at = _next_time(lines, first, stop - first - 1, day_first, aged=opener.strong)
        if at is not None:
            found = _time_line(lines[at], day_first)
            return Comment(first, at, opener.author, found.iso or found.day if found else None)
    last = stop - 1
    while last > first and ("action" in lines[last].roles or lines[last].roles & {"comments_end", "after"}):
        last -= 1
    return Comment(first, last, opener.author, (stamp.iso or stamp.day) if stamp else None)


def _end_of_zone(lines: list[Line], begin: int, stop: int) -> int:
    """The first line in a range that can no longer be a comment's."""
    for n in range(begin, stop):
        if lines[n].roles & {"comments_end", "after"}:
            return n
    return stop
