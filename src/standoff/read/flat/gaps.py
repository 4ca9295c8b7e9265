"""Paragraphs of a story that stand between what interrupts it: links, notices, buttons below each of them."""

from collections.abc import Sequence

from standoff.lexicon.furniture import Role
from standoff.read.flat.features import calls_reader
from standoff.read.flat.lines import Line

_REACH = 3  # lines
_FUNCTION_WORDS = 0.2  # share
_ENDS = frozenset(".?!")
_CLOSERS = "\"”’'») "
_BLOCKS: frozenset[Role] = frozenset({"after", "comments", "comments_end"})


def with_gaps_filled(story: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The story with the paragraphs that stand within a few lines of it, up to a head of links or comments."""
    inside = {line.index for line in story}
    found: list[Line] = []
    left = 0  # lines that may still stand between
    for line in lines:
        if line.index in inside:
            found.append(line)
            left = _REACH
        elif not left:
            continue
        elif _is_paragraph(line):
            found.append(line)
            left = _REACH
        else:
            left = 0 if line.roles and line.roles & _BLOCKS else left - 1
    return found


def _is_paragraph(line: Line) -> bool:
    """Whether a line can be nothing but a paragraph: a sentence of some length, to nobody, without any other mark."""
    looks = line.looks
    if not (line.long and line.ends) or line.roles or looks.glued or looks.marks or looks.timed:
        return False
    marked = looks.caption or looks.credit or looks.dated or looks.byline or looks.reporting or looks.notice
    if marked or line.text.rstrip(_CLOSERS)[-1:] not in _ENDS:
        return False
    return looks.function_words >= _FUNCTION_WORDS * line.words and not calls_reader(line.row)
