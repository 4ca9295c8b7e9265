"""Paragraphs of a story that stand between what interrupts it: links, notices, buttons below each of them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from standoff.lexicon.furniture import Role
from standoff.read.byline_forms import is_author_note
from standoff.read.flat.features import calls_reader, tells
from standoff.read.flat.lines import Line, heads_points

_REACH = 3  # lines
_BETWEEN = 15  # lines from one paragraph of a story to the next
_HEAD_WORDS = 8
_LEADING = 4  # words
_ITEMS = 15  # lines
_ITEM_WORDS = 12
_FUNCTION_WORDS = 0.2  # share
_LEAST_FUNCTION_WORDS = 0.15  # share
_SENTENCE = 12  # words
_SENTENCE_WORDS = 6
_ENDS = frozenset(".?!")
_REMARK = 5  # words
_QUOTES = "\"“'‘«„"
_CLOSERS = "\"”’'») "
_INDEX = attrgetter("index")
_BLOCKS: frozenset[Role] = frozenset({"after", "comments", "comments_end"})


def with_gaps_filled(story: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The story with the paragraphs that stand within a few lines of it, up to a head of links or comments.

    Between two of its paragraphs these lines may be more, and below a box paragraphs that follow each other count as
    well: sentences of other stories stand below a headline each.
    """
    inside = {line.index for line in story}
    stops = _stops(lines)
    reaches = {a.index: b.index - a.index for a, b in pairwise(story) if b.index - a.index <= _BETWEEN}
    found: list[Line] = []
    left = near = 0  # lines that may still stand between
    below = False  # whether only what is known stands between the story and the line
    for n, line in enumerate(lines):
        if line.index in inside:
            found.append(line)
            left, near, below = max(_REACH, reaches.get(line.index, 0)), _BETWEEN, True
        elif not (near or below or (found and found[-1].index == line.index - 1)):
            continue
        elif (found and found[-1].index == line.index - 1 and _is_remark(line)) or (below and _is_sentence(line)):
            found.append(line)
        elif near and _is_paragraph(line) and (left or _goes_on(lines, n, inside) or _is_resumed(lines, n, inside)):
            found.append(line)
            left, near = max(_REACH, left - 1), _BETWEEN
        else:
            below = below and _is_known(line)
            left, near = 0 if line.text in stops else max(0, left - (not line.roles)), max(0, near - 1)
    return found


def _is_known(line: Line) -> bool:
    """Whether a line is a button, a notice or of a picture: what stands between paragraphs and heads no links."""
    return bool(line.roles and line.roles.isdisjoint(_BLOCKS)) or line.looks.caption or line.looks.credit


def _is_sentence(line: Line) -> bool:
    """Whether a line is one sentence or more, to nobody, with nothing about it that is known of other lines."""
    looks = line.looks
    marked = looks.dated or looks.reporting or looks.notice or line.text[0].islower() or is_author_note(line.text)
    if marked or not _is_plain(line) or line.words < _SENTENCE_WORDS or calls_reader(line.row):
        return False
    return line.text.rstrip(_CLOSERS)[-1:] == "." and looks.function_words >= _LEAST_FUNCTION_WORDS * line.words


def _is_resumed(lines: Sequence[Line], n: int, inside: set[int]) -> bool:
    """Whether the story goes on right below a quotation, or below a head that stands between them."""
    below = lines[n + 1 : n + 3]
    quoted = lines[n].text[0] in _QUOTES and tells(lines[n].row)
    near = next((other for other in below if other.index in inside), None)
    return quoted and near is not None and all(_is_plain(other) for other in below[: below.index(near)])


def _goes_on(lines: Sequence[Line], n: int, inside: set[int]) -> bool:
    """Whether a paragraph stands directly above or below another that is not yet of the story."""
    line = lines[n]
    beside = (
        other for other in (*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2]) if abs(other.index - line.index) == 1
    )
    return any(other.index not in inside and (_is_paragraph(other) or _is_remark(other)) for other in beside)


def _is_remark(line: Line) -> bool:
    """Whether a line is a short sentence with a quotation and who said it, and nothing else: `"We will wait," he said.`"""
    return line.text[0] in _QUOTES and line.text[-1] == "." and tells(line.row) and _is_plain(line) and _is_told(line)


def _is_told(line: Line) -> bool:
    """Whether something stands outside of a line's quotation."""
    return line.words >= _REMARK and line.text.rstrip(".")[-1:] not in _CLOSERS


def _stops(lines: Sequence[Line]) -> set[str]:
    """The heads of blocks that end a story: those that the page has once, as what stands between paragraphs comes again."""
    heads = Counter([line.text for line in lines if line.roles and line.roles & _BLOCKS])
    return {text for text, count in heads.items() if count == 1}


def with_heads_and_lists(story: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The story with the short lines between its paragraphs: one that stands alone there, and those that a colon leads to."""
    found: list[Line] = list(story[:1])
    seen: Counter[str] = Counter()
    for before, after in pairwise(story):
        if 1 < after.index - before.index <= _ITEMS + 1:
            begin, end = (bisect_left(lines, n, key=_INDEX) for n in (before.index + 1, after.index))
            between = lines[begin:end]
            seen = seen or Counter([line.text for line in lines])
            own = between[1:] if between and heads_points(between[0]) else between
            plain = bool(own) and all(_is_plain(line) and seen[line.text] == 1 for line in own)
            if plain and (_is_head(before, between, after) or _is_list(before, between)):
                found += between
        found.append(after)
    return found


def _is_head(before: Line, between: Sequence[Line], after: Line) -> bool:
    """Whether one short line stands between two paragraphs."""
    single = len(between) == 1 and between[0].words <= _HEAD_WORDS and not between[0].looks.person
    spoken = single and between[0].ends and not between[0].text.endswith("?")  # a remark, not a head
    return single and not spoken and before.long and before.ends and after.long and after.ends


def _is_list(before: Line, between: Sequence[Line]) -> bool:
    """Whether short lines stand below a sentence that ends in a colon."""
    if between[0].text.endswith(":") or heads_points(between[0]):
        before, between = between[0], between[1:]
    led = (before.text.endswith(":") and before.words >= _LEADING) or heads_points(before)
    short = all(line.words <= _ITEM_WORDS and not line.text.endswith(":") for line in between)
    return led and 1 < len(between) <= _ITEMS and short


def _is_plain(line: Line) -> bool:
    """Whether a line is nothing that is known to stand around stories."""
    looks = line.looks
    known = looks.timed or looks.credit or looks.caption or looks.byline or looks.counter or looks.glued or looks.marks
    return not (line.roles or known or line.text[0].isdigit())


def _is_paragraph(line: Line) -> bool:
    """Whether a line can be nothing but a paragraph: a sentence of some length, to nobody, without any other mark."""
    looks = line.looks
    if (
        not (line.ends and (line.long or line.words >= _SENTENCE))
        or line.roles
        or looks.glued
        or looks.marks
        or looks.timed
    ):
        return False
    marked = looks.caption or looks.credit or looks.dated or looks.byline or looks.reporting or looks.notice
    if marked or line.text.rstrip(_CLOSERS)[-1:] not in _ENDS:
        return False
    return looks.function_words >= _FUNCTION_WORDS * line.words and not calls_reader(line.row)
