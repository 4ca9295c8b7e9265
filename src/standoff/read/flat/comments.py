"""Readers' comments in a flattened page: where they begin and end, who wrote them and when.

Sites print a comment in four orders: author, text, time (`X wrote:` ... `Jul 06, 2013 4:43am EDT`); author, time, text;
time, author, text; or text and then author and time on one line. Which one it is shows in how the page's openers stand.
Where no head stands above them, comments show by their order, which is the same in each: a name with a time and then text,
or a name, text, and a line of buttons with the time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from standoff.lexicon.furniture import Role
from standoff.read.flat.comment_forms import (
    MOST_LINES,
    WHOLE_WORDS,
    Opener,
    clean,
    closed_author,
    closing_time,
    is_author,
    is_beside,
    is_button,
    next_time,
    opener_at,
    paired_opener,
    time_line,
    whole_opener,
)
from standoff.read.flat.lines import Line

_MANY = 8  # paragraphs
_STORY = 3  # paragraphs above comments that have no head
_HEAD = 6  # lines of a comment above its text
_RUN = 2  # comments that show an order


@dataclass(slots=True)
class Comment:
    """A comment: its lines from `first` to `last`, both included."""

    first: int
    last: int
    author: str | None
    time: str | None


def find_comments(lines: list[Line], *, day_first: bool | None = None) -> list[Comment]:
    """The comments of a page, in order; empty where none are recognised."""
    zone = _zone(lines)
    if closed := _closed_by_buttons(lines, zone, day_first):
        return closed
    if zone is None:
        zone = _above_run(lines, day_first)
    if zone is None:
        zone = _above_said(lines)
    openers = _openers(lines, zone, day_first)
    if not openers and zone is not None:
        return _closed_by_times(lines, zone, day_first)
    if not openers or (zone is None and not all(o.strong for o in openers)) or _is_live_blog(lines, openers):
        return []
    if zone is not None and _text_comes_first(lines, zone, openers):
        return _closed_by(lines, zone, openers)
    if all(_time_above(lines, o, day_first) for o in openers):
        return _below_times(lines, openers, day_first)
    _take_names_above(lines, zone, openers)
    _leave_addressees(openers)
    comments: list[Comment] = []
    for n, opener in enumerate(openers):
        stop = openers[n + 1].line if n + 1 < len(openers) else _end_of_last(lines, openers)
        if comments and opener.line <= comments[-1].last:
            continue
        comment = _comment(lines, opener, stop, day_first)
        if comment is not None:
            comments.append(comment)
    return comments if any(map(_is_text, _lines_of(lines, comments))) else []


def _lines_of(lines: list[Line], comments: list[Comment]) -> Iterator[Line]:
    """The lines of comments, what begins them included."""
    for comment in comments:
        yield from lines[comment.first : comment.last + 1]


def comment_zone(lines: list[Line], comments: list[Comment]) -> tuple[int, int] | None:
    """First line of the comments' block (its head, if there is one) and the one after its last comment, its buttons and the footer."""
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
    end = comments[-1].last + 1
    below = _BELOW if len(comments) < _RUN else _BELOW | {"furniture"}
    while end < len(lines) and lines[end].roles & below:
        end += 1
    return first, end


_BELOW: frozenset[Role] = frozenset({"action", "comments_end"})
_COUNTED_HEAD = re.compile(r"[^\W\d]{3,20}\s\(\d{1,5}\)$")  # `Talk (2)`


def _zone(lines: list[Line]) -> int | None:
    """The head of the comments: the last `Comments (2)` that has long lines before it and openers after it."""
    first = next((line.index for line in lines if line.long and line.ends), len(lines))
    heads = (line.index for line in reversed(lines) if "comments" in line.roles and "comments_end" not in line.roles)
    return next((head for head in heads if head > first), None)


def _above_run(lines: list[Line], day_first: bool | None) -> int | None:
    """The line above a run of names with times below a story, each with a text that ends as sentences or buttons do."""
    paragraphs = list(islice((line.index for line in lines if _is_paragraph(line)), _STORY))
    if len(paragraphs) < _STORY:
        return None
    found: list[Opener] = []
    for n in _near_times(lines, paragraphs[-1] + 1):
        if lines[n].words > WHOLE_WORDS or lines[n].roles:
            continue
        opener = whole_opener(lines, n, day_first) or paired_opener(lines, n, day_first)
        if opener is not None:
            found.append(opener)
    run = found[-1:]
    for before in reversed(found[:-1]):
        if not _is_body(lines, before, run[0].line):
            break
        run.insert(0, before)
    if len(run) < _RUN or len({o.author for o in run}) < _RUN:
        return None
    buttons = all(any(map(is_button, lines[o.line - 3 : o.line])) for o in run[1:])
    return run[0].line - 1 if buttons or not any(o.aged or not o.whole for o in run) else None


def _above_said(lines: list[Line]) -> int | None:
    """The line above the first of the comments that a weblog heads by `Jane Roe said...` each, without a time."""
    heads = [
        line.index
        for line in lines[1:-1]
        if line.looks.says
        and line.text.endswith(_SAYS)
        and line.words <= _SAYS_WORDS
        and _says_something(lines[line.index + 1])
    ]
    return heads[0] - 1 if len(heads) >= _RUN else None


_SAYS = (" said...", " said…", " said ...", " wrote...", " wrote…")
_SAYS_WORDS = 6


def _near_times(lines: list[Line], begin: int) -> list[int]:
    """The lines from one on, but the last, that hold a time or stand up to two lines above one."""
    places = {
        n for line in lines[begin:] if line.looks.timed for n in range(max(begin, line.index - 2), line.index + 1)
    }
    places.update([line.index for line in lines[begin:] if line.looks.stamped])
    return sorted(places - {len(lines) - 1})


def _is_body(lines: list[Line], opener: Opener, end: int) -> bool:
    """Whether lines are the text of a comment, with or without buttons below: headlines of other stories are not."""
    begin = opener.line + 1
    if not begin < end <= begin + MOST_LINES or not any(map(_says_something, lines[begin : begin + 3])):
        return False
    return (
        is_button(lines[end - 1])
        or is_beside(lines[end - 1])
        or (lines[end - 1].ends and lines[end - 1].text[-1] != ":")
    )


def _closed_by_buttons(lines: list[Line], zone: int | None, day_first: bool | None) -> list[Comment]:
    """Comments of which each ends in a line of buttons with its time, and begins with its author's name; else none."""
    floor = zone + 1 if zone is not None else 0
    closings = [
        (line.index, closing[0])
        for line in lines[floor:]
        if line.looks.closes and (closing := closing_time(lines, line.index, day_first)) is not None
    ]
    if len(closings) < _RUN:
        return []
    ends = [n for n, _ in closings]
    begins = [_name_below(lines, last + 1, end) for last, end in pairwise(ends)]
    heads = takewhile(lambda line: not _is_text(line), lines[begins[0] : ends[1]])
    lead = sum(not is_beside(line) for line in heads)
    start = _above_text(lines, ends[0], lead) if zone is None else _after_roles(lines, floor, ends[0])
    begins.insert(0, _name_below(lines, start, ends[0]))
    comments: list[Comment] = []
    for first, (end, stamp) in zip(begins, closings, strict=True):
        author = closed_author(lines[first].text)
        if author is None or not first + 1 < end <= first + MOST_LINES:
            return []
        comments.append(Comment(first, end, author, (stamp.iso or stamp.day) if stamp else None))
    return comments


def _closed_by_times(lines: list[Line], zone: int, day_first: bool | None) -> list[Comment]:
    """Comments of which each begins with a name alone and ends in a time alone; else none."""
    ends = [line.index for line in lines[zone + 1 :] if time_line(line, day_first) is not None]
    found: list[Comment] = []
    for last, end in pairwise([zone, *ends]):
        names = [n for n in range(last + 1, end - 1) if _is_name(lines[n])]
        first = (names[-1] if last == zone else last + 1) if names else end
        if not first < end - 1 or first not in names or not any(map(_says_something, lines[first + 1 : end])):
            break
        stamp = time_line(lines[end], day_first)
        found.append(Comment(first, end, clean(lines[first].text), (stamp.iso or stamp.day) if stamp else None))
    return found if len(found) >= _RUN else []


def _is_name(line: Line) -> bool:
    initial = line.text[-2:-1].isupper()  # `Jane R.`
    return not (line.roles or line.looks.timed or (line.ends and not initial)) and is_author(line.text)


def _is_text(line: Line) -> bool:
    return _says_something(line) and (line.ends or line.long)


def _name_below(lines: list[Line], begin: int, end: int) -> int:
    """The first line of a range that is no button, no count and no badge; its end where there is none."""
    return next((n for n in range(begin, end) if not lines[n].roles and not is_beside(lines[n])), end)


def _above_text(lines: list[Line], end: int, lead: int) -> int:
    """The line of the name above the text that ends above a line, with as many lines over the text as other comments have."""
    n = end - 1
    while n > 0 and (_is_text(lines[n]) or is_button(lines[n])):
        n -= 1
    names = [k for k in range(n, max(-1, n - _HEAD), -1) if not is_beside(lines[k])]
    return names[min(lead, len(names)) - 1] if names and lead else n


def _after_roles(lines: list[Line], floor: int, stop: int) -> int:
    """The line below the last known furniture in a range that holds a comment's text below it."""
    return next((n + 1 for n in range(stop - 3, floor - 1, -1) if lines[n].roles and not is_button(lines[n])), floor)


def _openers(lines: list[Line], zone: int | None, day_first: bool | None) -> list[Opener]:
    found: list[Opener] = []
    places = range(zone + 1, len(lines)) if zone is not None else [line.index for line in lines if line.looks.says]
    for n in places:
        if zone is not None and "comments_end" in lines[n].roles and found:
            break
        opener = opener_at(lines, n, zone is not None, day_first)
        if opener is None or (found and not found[-1].whole and found[-1].line == n - 1 and opener.whole):
            continue  # the time line of the opener just found
        found.append(opener)
    return found


def _is_live_blog(lines: list[Line], openers: list[Opener]) -> bool:
    """Whether names with times head entries of a story told as it happens: hardly any story above them, no buttons below."""
    if any(o.strong for o in openers):
        return False
    first = openers[0].line
    above = sum(_is_paragraph(line) for line in lines[:first])
    below = [line for line in lines[first:] if _is_paragraph(line)]
    buttons = sum("action" in line.roles for line in lines[first:])
    return len(below) > _MANY and above < 0.25 * len(below) and buttons < 0.3 * len(openers)


def _is_paragraph(line: Line) -> bool:
    return line.long and line.ends and not line.roles


def _says_something(line: Line) -> bool:
    return not line.roles and line.words >= 3 and not line.looks.timed


def _text_comes_first(lines: list[Line], zone: int, openers: list[Opener]) -> bool:
    """Whether author and time stand below each comment: text under the head, none under the last of them."""
    if not all(o.whole for o in openers) or not any(map(_says_something, lines[zone + 1 : openers[0].line])):
        return False
    below = lines[openers[-1].line + 1 : openers[-1].line + 3]
    return not any(_says_something(line) for line in below)


def _closed_by(lines: list[Line], zone: int, openers: list[Opener]) -> list[Comment]:
    comments: list[Comment] = []
    begin = zone + 1
    for opener in openers:
        first = next((n for n in range(begin, opener.line) if not lines[n].roles), None)
        if first is not None:
            comments.append(Comment(first, opener.line, opener.author, _iso(opener)))
        begin = opener.line + 1
    return comments


def _iso(opener: Opener) -> str | None:
    return (opener.stamp.iso or opener.stamp.day) if opener.stamp else None


def _time_above(lines: list[Line], opener: Opener, day_first: bool | None) -> bool:
    """Whether the line above an author's is a time that no comment's text stands above: the first one decides."""
    n = opener.line - 1
    return not opener.whole and opener.stamp is None and n > 0 and time_line(lines[n], day_first) is not None


def _below_times(lines: list[Line], openers: list[Opener], day_first: bool | None) -> list[Comment]:
    comments: list[Comment] = []
    for n, opener in enumerate(openers):
        stop = openers[n + 1].line - 1 if n + 1 < len(openers) else len(lines)
        last = _last_of_text(
            lines, opener.line, _end_of_zone(lines, opener.line + 1, min(stop, opener.line + 1 + MOST_LINES))
        )
        stamp = time_line(lines[opener.line - 1], day_first)
        if last > opener.line:
            comments.append(Comment(opener.line - 1, last, opener.author, (stamp.iso or stamp.day) if stamp else None))
    return comments


def _take_names_above(lines: list[Line], zone: int | None, openers: list[Opener]) -> None:
    """Where every time line has a name in the line above it, that is the author, and what stands beside the time a place."""
    floor = zone if zone is not None else -1
    above = [lines[o.line - 1] for o in openers if o.whole and o.stamp is not None and o.line - 1 > floor]
    if len(above) < len(openers) or not all(
        line.words <= 3 and not line.ends and not line.roles and not line.looks.timed and is_author(line.text)
        for line in above
    ):
        return
    for opener, line in zip(openers, above, strict=True):
        opener.line, opener.author, opener.whole = line.index, clean(line.text), False


def _leave_addressees(openers: list[Opener]) -> None:
    """Takes from the author of an answer the name of whom it answers: `Ann Bo`, where Bo wrote above."""
    known: set[str] = set()
    for opener in openers:
        name = opener.author or ""
        if opener.aged and name.count(" "):
            cut = next((n for n, char in enumerate(name) if char == " " and name[n + 1 :] in known), None)
            opener.author = name = name[:cut] if cut else name
        known.add(name)


def _comment(lines: list[Line], opener: Opener, stop: int, day_first: bool | None) -> Comment | None:
    """The comment that an opener begins; None where it has no text."""
    first = opener.line
    stop = _end_of_zone(lines, first + 1, min(stop, first + 1 + MOST_LINES))
    if first + 1 >= stop:
        return None
    stamp = opener.stamp or time_line(lines[first + 1], day_first)
    if stamp is None and not opener.aged:
        at = next_time(lines, first, stop - first - 1, day_first, aged=opener.strong)
        if at is not None:
            found = time_line(lines[at], day_first)
            return Comment(first, at, opener.author, found.iso or found.day if found else None)
    last = _last_of_text(lines, first, stop)
    return Comment(first, last, opener.author, (stamp.iso or stamp.day) if stamp else None)


def _end_of_last(lines: list[Line], openers: list[Opener]) -> int:
    """The line that the page's last comment ends above: its buttons, where the others have some, or the page's footer."""
    begin = openers[-1].line + 2
    if len(openers) < _RUN:
        return len(lines)
    if all(is_button(lines[opener.line - 1]) for opener in openers[1:]):
        begin = next((n for n in range(begin - 1, len(lines)) if _says_something(lines[n])), begin)
        return next((n for n in range(begin, len(lines)) if is_button(lines[n])), len(lines))
    told = [line for a, b in pairwise(openers) for line in lines[a.line + 1 : b.line] if not _is_beside_text(line)]
    sentences = bool(told) and all(line.ends for line in told)
    below = (line for line in lines[begin:] if "furniture" in line.roles or (sentences and _is_headline(line)))
    return next((line.index for line in below), len(lines))


def _is_headline(line: Line) -> bool:
    """Whether a line is no sentence, where all comments are: a headline below the last of them."""
    return not (line.ends or _is_beside_text(line))


def _is_beside_text(line: Line) -> bool:
    """Whether a line of a comment is none of its text."""
    return bool(line.roles) or line.looks.timed or is_beside(line)


def _last_of_text(lines: list[Line], first: int, stop: int) -> int:
    """The last line before `stop` that is no button and no notice."""
    last = stop - 1
    while last > first and (lines[last].roles & {"action", "comments_end", "after"} or is_beside(lines[last])):
        last -= 1
    return last


def _end_of_zone(lines: list[Line], begin: int, stop: int) -> int:
    """The first line in a range that can no longer be a comment's."""
    for n in range(begin, stop):
        if lines[n].roles & {"comments_end", "after"}:
            return n
    return stop
