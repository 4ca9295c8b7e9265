"""A comment of a flattened page as a run of lines, and what single lines can be in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from standoff.read.dates.stamps import Stamp
from standoff.read.flat.comment_forms import is_author, is_beside
from standoff.read.flat.lines import Line

RUN = 2
"""Comments that show an order."""


@dataclass(slots=True)
class Comment:
    """A comment: its lines from `first` to `last`, both included."""

    first: int
    last: int
    author: str | None
    time: str | None


def lines_of(lines: list[Line], comments: list[Comment]) -> Iterator[Line]:
    """The lines of comments, what begins them included."""
    for comment in comments:
        yield from lines[comment.first : comment.last + 1]


def when(stamp: Stamp | None) -> str | None:
    """The time of a comment, else its day."""
    return (stamp.iso or stamp.day) if stamp else None


def is_paragraph(line: Line) -> bool:
    """As long as a paragraph of a story, and no known furniture."""
    return line.long and line.ends and not line.roles


def says_something(line: Line) -> bool:
    """Some words that are neither a time nor known furniture."""
    return not line.roles and line.words >= 3 and not line.looks.timed


def is_text(line: Line) -> bool:
    """A line of what a comment says: a sentence, or long."""
    return says_something(line) and (line.ends or line.long)


def is_name(line: Line) -> bool:
    """An author's name alone."""
    initial = line.text[-2:-1].isupper()  # `Jane R.`
    return not (line.roles or line.looks.timed or (line.ends and not initial)) and is_author(line.text)


def last_of_text(lines: list[Line], first: int, stop: int) -> int:
    """The last line before `stop` that is no button and no notice."""
    last = stop - 1
    while last > first and (lines[last].roles & {"action", "comments_end", "after"} or is_beside(lines[last])):
        last -= 1
    return last


def end_of_zone(lines: list[Line], begin: int, stop: int) -> int:
    """The first line in a range that can no longer be a comment's."""
    for n in range(begin, stop):
        if lines[n].roles & {"comments_end", "after"}:
            return n
    return stop
