"""Comments whose author or time stands below their text, or whose time stands above their author."""

from itertools import pairwise, takewhile

from standoff.read.flat.comment_forms import (
    MOST_LINES,
    Opener,
    clean,
    closed_author,
    closing_time,
    is_beside,
    is_button,
    time_line,
)
from standoff.read.flat.comment_lines import (
    RUN,
    Comment,
    end_of_zone,
    is_name,
    is_text,
    last_of_text,
    says_something,
    when,
)
from standoff.read.flat.lines import Line

_HEAD = 6  # lines of a comment above its text


def closed_by_buttons(lines: list[Line], zone: int | None, day_first: bool | None) -> list[Comment]:
    """Comments of which each ends in a line of buttons with its time, and begins with its author's name; else none."""
    floor = zone + 1 if zone is not None else 0
    closings = [
        (line.index, closing[0])
        for line in lines[floor:]
        if line.looks.closes and (closing := closing_time(lines, line.index, day_first)) is not None
    ]
    if len(closings) < RUN:
        return []
    ends = [n for n, _ in closings]
    begins = [_name_below(lines, last + 1, end) for last, end in pairwise(ends)]
    heads = takewhile(lambda line: not is_text(line), lines[begins[0] : ends[1]])
    lead = sum(not is_beside(line) for line in heads)
    start = _above_text(lines, ends[0], lead) if zone is None else _after_roles(lines, floor, ends[0])
    begins.insert(0, _name_below(lines, start, ends[0]))
    comments: list[Comment] = []
    for first, (end, stamp) in zip(begins, closings, strict=True):
        author = closed_author(lines[first].text)
        if author is None or not first + 1 < end <= first + MOST_LINES:
            return []
        comments.append(Comment(first, end, author, when(stamp)))
    return comments


def closed_by_times(lines: list[Line], zone: int, day_first: bool | None) -> list[Comment]:
    """Comments of which each begins with a name alone and ends in a time alone; else none."""
    ends = [line.index for line in lines[zone + 1 :] if time_line(line, day_first) is not None]
    found: list[Comment] = []
    for last, end in pairwise([zone, *ends]):
        names = [n for n in range(last + 1, end - 1) if is_name(lines[n])]
        first = (names[-1] if last == zone else last + 1) if names else end
        if not first < end - 1 or first not in names or not any(map(says_something, lines[first + 1 : end])):
            break
        stamp = time_line(lines[end], day_first)
        found.append(Comment(first, end, clean(lines[first].text), when(stamp)))
    return found if len(found) >= RUN else []


def _name_below(lines: list[Line], begin: int, end: int) -> int:
    """The first line of a range that is no button, no count and no badge; its end where there is none."""
    return next((n for n in range(begin, end) if not lines[n].roles and not is_beside(lines[n])), end)


def _above_text(lines: list[Line], end: int, lead: int) -> int:
    """The line of the name above the text that ends above a line, with as many lines over the text as other comments have."""
    n = end - 1
    while n > 0 and (is_text(lines[n]) or is_button(lines[n])):
        n -= 1
    names = [k for k in range(n, max(-1, n - _HEAD), -1) if not is_beside(lines[k])]
    return names[min(lead, len(names)) - 1] if names and lead else n


def _after_roles(lines: list[Line], floor: int, stop: int) -> int:
    """The line below the last known furniture in a range that holds a comment's text below it."""
    return next((n + 1 for n in range(stop - 3, floor - 1, -1) if lines[n].roles and not is_button(lines[n])), floor)


def closed_by(lines: list[Line], zone: int, openers: list[Opener]) -> list[Comment]:
    """Comments of which each ends in the line of its author and time."""
    comments: list[Comment] = []
    begin = zone + 1
    for opener in openers:
        first = next((n for n in range(begin, opener.line) if not lines[n].roles), None)
        if first is not None:
            comments.append(Comment(first, opener.line, opener.author, when(opener.stamp)))
        begin = opener.line + 1
    return comments


def below_times(lines: list[Line], openers: list[Opener], day_first: bool | None) -> list[Comment]:
    """Comments of which each begins with its time, above its author."""
    comments: list[Comment] = []
    for n, opener in enumerate(openers):
        stop = openers[n + 1].line - 1 if n + 1 < len(openers) else len(lines)
        last = last_of_text(
            lines, opener.line, end_of_zone(lines, opener.line + 1, min(stop, opener.line + 1 + MOST_LINES))
        )
        stamp = time_line(lines[opener.line - 1], day_first)
        if last > opener.line:
            comments.append(Comment(opener.line - 1, last, opener.author, when(stamp)))
    return comments
