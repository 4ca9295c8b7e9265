"""Readers' comments in a flattened page: where they begin and end, who wrote them and when.

Sites print a comment in four orders: author, text, time (`X wrote:` ... `Jul 06, 2013 4:43am EDT`); author, time, text;
time, author, text; or text and then author and time on one line. Which one it is shows in how the page's openers stand.
Where no head stands above them, comments show by their order, which is the same in each: a name with a time and then text,
or a name, text, and a line of buttons with the time.
"""

from itertools import pairwise

from standoff.read.flat.comment_forms import (
    MOST_LINES,
    Opener,
    clean,
    is_author,
    is_beside,
    is_button,
    next_time,
    opener_at,
    time_line,
)
from standoff.read.flat.comment_lines import (
    RUN,
    Comment,
    end_of_zone,
    is_paragraph,
    is_text,
    last_of_text,
    lines_of,
    says_something,
    when,
)
from standoff.read.flat.comment_orders import below_times, closed_by, closed_by_buttons, closed_by_times
from standoff.read.flat.comment_places import above_run, above_said, comments_head
from standoff.read.flat.lines import Line

_MANY = 8  # paragraphs


def find_comments(lines: list[Line], *, day_first: bool | None = None) -> list[Comment]:
    """The comments of a page, in order; empty where none are recognised."""
    zone = comments_head(lines)
    if closed := closed_by_buttons(lines, zone, day_first):
        return closed
    if zone is None:
        zone = above_run(lines, day_first)
    if zone is None:
        zone = above_said(lines)
    openers = _openers(lines, zone, day_first)
    if not openers and zone is not None:
        return closed_by_times(lines, zone, day_first)
    if not openers or (zone is None and not all(o.strong for o in openers)) or _is_live_blog(lines, openers):
        return []
    if zone is not None and _text_comes_first(lines, zone, openers):
        return closed_by(lines, zone, openers)
    if all(_time_above(lines, o, day_first) for o in openers):
        return below_times(lines, openers, day_first)
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
    return comments if any(map(is_text, lines_of(lines, comments))) else []


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
    above = sum(is_paragraph(line) for line in lines[:first])
    below = [line for line in lines[first:] if is_paragraph(line)]
    buttons = sum("action" in line.roles for line in lines[first:])
    return len(below) > _MANY and above < 0.25 * len(below) and buttons < 0.3 * len(openers)


def _text_comes_first(lines: list[Line], zone: int, openers: list[Opener]) -> bool:
    """Whether author and time stand below each comment: text under the head, none under the last of them."""
    if not all(o.whole for o in openers) or not any(map(says_something, lines[zone + 1 : openers[0].line])):
        return False
    below = lines[openers[-1].line + 1 : openers[-1].line + 3]
    return not any(says_something(line) for line in below)


def _time_above(lines: list[Line], opener: Opener, day_first: bool | None) -> bool:
    """Whether the line above an author's is a time that no comment's text stands above: the first one decides."""
    n = opener.line - 1
    return not opener.whole and opener.stamp is None and n > 0 and time_line(lines[n], day_first) is not None


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
    stop = end_of_zone(lines, first + 1, min(stop, first + 1 + MOST_LINES))
    if first + 1 >= stop:
        return None
    stamp = opener.stamp or time_line(lines[first + 1], day_first)
    if stamp is None and not opener.aged:
        at = next_time(lines, first, stop - first - 1, day_first, aged=opener.strong)
        if at is not None:
            found = time_line(lines[at], day_first)
            return Comment(first, at, opener.author, when(found))
    last = last_of_text(lines, first, stop)
    return Comment(first, last, opener.author, when(stamp))


def _end_of_last(lines: list[Line], openers: list[Opener]) -> int:
    """The line that the page's last comment ends above: its buttons, where the others have some, or the page's footer."""
    begin = openers[-1].line + 2
    if len(openers) < RUN:
        return len(lines)
    if all(is_button(lines[opener.line - 1]) for opener in openers[1:]):
        begin = next((n for n in range(begin - 1, len(lines)) if says_something(lines[n])), begin)
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
