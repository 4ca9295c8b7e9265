"""Lines between a flattened story's first and last that are not of it, and what credits it below."""

import re

from standoff.read.byline_forms import is_author_note
from standoff.read.flat.lines import Line
from standoff.read.flat.signed import has_name

_TAIL = 3
_SHOUTED = 6  # words
_HEADED = 4  # words
_SAID = frozenset('.!”"’')


def label_inside(lines: list[Line]) -> None:
    """Of the lines from a story's first to its last, those that are not of it."""
    for line in lines:
        if line.looks.reporting:
            line.kind = "credit"
        elif line.kind != "story" and not (line.kind == "furniture" and line.looks.dated and line.ends):
            continue
        elif (
            line.roles
            or line.looks.counter
            or line.text.isdigit()
            or line.looks.glued >= line.words
            or _shouts(line)
            or _is_link(line)
        ):
            line.kind = "furniture"
        elif not line.long and line.looks.timed:
            signed = has_name(line.text) or line.looks.byline
            posted = line.text[0] in "—–" or "(@" in line.text  # `— Jane Roe (@roe) May 3, 2016` signs a post
            shown = line.looks.dated and not posted
            line.kind = "byline" if signed else "caption" if shown else "furniture"
        elif line.looks.byline and line.words <= 8:
            line.kind = "byline"
    told = [line for line in lines if line.kind == "story"]
    for line in told[-_TAIL:] if len(told) > _TAIL else []:
        if is_author_note(line.text):
            line.kind = "furniture"


def label_tail(below: list[Line]) -> None:
    """Credits for reporting among the lines below a story."""
    for line in below[:_TAIL]:
        if line.looks.reporting:
            line.kind = "credit"


def _shouts(line: Line) -> bool:
    """A link to another story in a line of capitals, longer than heads inside stories are."""
    return line.words >= _SHOUTED and line.text.isupper() and not line.text.endswith((".", "!", ":", "”", '"'))


_DAY_AND_TIME = re.compile(
    r"(?:\b(?:19|20)\d\d|\d[./]\d\d?[./]\d\d),? (?:at )?\d\d?:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: ?[•|·] ?[\d.,]{1,9} views)?$"
)


def _is_link(line: Line) -> bool:
    """A headline with the day and time of its story behind it, or in square brackets: a link to that story."""
    bracketed = line.text[0] == "[" and line.text[-1] == "]" and line.text[:-1].rstrip()[-1:] not in _SAID
    timed = not line.ends and line.looks.numeric and _DAY_AND_TIME.search(line.text[-60:]) is not None
    return timed or (bracketed and line.words >= _HEADED)
