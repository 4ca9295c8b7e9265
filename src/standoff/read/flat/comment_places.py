"""Where the comments of a flattened page begin, and where they end."""

import re
from itertools import islice

from standoff.lexicon.furniture import Role
from standoff.read.flat.comment_forms import (
    MOST_LINES,
    WHOLE_WORDS,
    Opener,
    is_beside,
    is_button,
    paired_opener,
    whole_opener,
)
from standoff.read.flat.comment_lines import RUN, Comment, is_paragraph, says_something
from standoff.read.flat.lines import Line

_STORY = 3  # paragraphs above comments that have no head
_BELOW: frozenset[Role] = frozenset({"action", "comments_end"})
_COUNTED_HEAD = re.compile(r"[^\W\d]{3,20}\s\(\d{1,5}\)$")  # `Talk (2)`
_SAYS = (" said...", " said…", " said ...", " wrote...", " wrote…")
_SAYS_WORDS = 6


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
    below = _BELOW if len(comments) < RUN else _BELOW | {"furniture"}
    while end < len(lines) and lines[end].roles & below:
        end += 1
    return first, end


def comments_head(lines: list[Line]) -> int | None:
    """The head of the comments: the last `Comments (2)` that has long lines before it and openers after it."""
    first = next((line.index for line in lines if line.long and line.ends), len(lines))
    heads = (line.index for line in reversed(lines) if "comments" in line.roles and "comments_end" not in line.roles)
    return next((head for head in heads if head > first), None)


def above_run(lines: list[Line], day_first: bool | None) -> int | None:
    """The line above a run of names with times below a story, each with a text that ends as sentences or buttons do."""
    paragraphs = list(islice((line.index for line in lines if is_paragraph(line)), _STORY))
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
    if len(run) < RUN or len({o.author for o in run}) < RUN:
        return None
    buttons = all(any(map(is_button, lines[o.line - 3 : o.line])) for o in run[1:])
    return run[0].line - 1 if buttons or not any(o.aged or not o.whole for o in run) else None


def above_said(lines: list[Line]) -> int | None:
    """The line above the first of the comments that a weblog heads by `Jane Roe said...` each, without a time."""
    heads = [
        line.index
        for line in lines[1:-1]
        if line.looks.says
        and line.text.endswith(_SAYS)
        and line.words <= _SAYS_WORDS
        and says_something(lines[line.index + 1])
    ]
    return heads[0] - 1 if len(heads) >= RUN else None


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
    if not begin < end <= begin + MOST_LINES or not any(map(says_something, lines[begin : begin + 3])):
        return False
    return (
        is_button(lines[end - 1])
        or is_beside(lines[end - 1])
        or (lines[end - 1].ends and lines[end - 1].text[-1] != ":")
    )
