"""Cards of other stories between the paragraphs of one: a headline with a word above it, an age, a sentence or two."""

import re
from collections import Counter
from collections.abc import Sequence

from standoff.lexicon.cards import is_card_label
from standoff.read.flat.lines import Line

_HEAD = range(3, 27)  # words
_LED_HEAD = 4  # words behind a label and a colon
_SECTION_WORDS = 3
_SECTIONS = 2  # cards at most that one section's name stands on: words that come again more often head no card
_KICKER_WORDS = 4
_KICKED = 6  # words of the headline below a kicker
_SUBHEAD_WORDS = 5
_PARAGRAPH = 80  # characters
_BLURB = 420  # characters
_FEW_STAMPS = 3
_POSTS = 4  # paragraphs for each stamp, from which on stamps head no posts of a live blog
_STAMP_WORDS = 8
_LENGTH_WORDS = 3  # `Duration 1:30`, `12 comments`
_SHARED = 3  # words
_SHARE = 0.4  # of the headline's words
_WORD = re.compile(r"\w{4,}|[A-Z]\w+|\d{2,}")
_STEM = 6  # characters of a word that are compared

Block = tuple[list[Line], Line | None]


def card_lines(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """The lines of a story, from its first to its last, that are of cards: headlines, and blurbs that tell of them."""
    inside = lines[first : last + 1]
    blocks = _blocks(inside)
    stamps = sum(any(_is_stamp(line) for line in block) for block, _ in blocks)
    paragraphs = sum(line.kind == "story" and _is_paragraph(line) for line in inside)
    stamped = stamps < _FEW_STAMPS or _POSTS * stamps <= paragraphs
    sections = _sections(lines, first, last)
    found: list[Line] = []
    for block, below in blocks:
        heads = _heads(block, sections, stamped=stamped)
        found += heads
        if heads and below is not None and _tells_of(heads[-1], below):
            found.append(below)
    return [line for line in found if line.kind == "story"]


def _blocks(inside: Sequence[Line]) -> list[Block]:
    """The runs of lines between paragraphs, each with the paragraph below it."""
    found: list[Block] = []
    block: list[Line] = []
    for line in inside:
        if not _is_paragraph(line):
            block.append(line)
        elif block:
            found.append((block, line))
            block = []
    return [*found, (block, None)] if block else found


def _is_paragraph(line: Line) -> bool:
    return line.ends and line.end - line.start >= _PARAGRAPH and not (line.roles or line.looks.timed)


def _sections(lines: Sequence[Line], first: int, last: int) -> set[str]:
    """Short lines inside a story that the page also has outside of it, in capitals or not: names of sections."""
    seen = Counter([line.text for line in lines[first : last + 1] if line.words <= _SECTION_WORDS])
    beside = (*lines[:first], *lines[last + 1 :]) if seen else ()
    outside = {line.text.casefold() for line in beside if line.words <= _SECTION_WORDS}
    return {text for text, count in seen.items() if count <= _SECTIONS and text.casefold() in outside}


def _heads(block: Sequence[Line], sections: set[str], *, stamped: bool) -> list[Line]:
    """The headlines of other stories in a run of lines: those under a word for links, and those above an age or a day.

    Before each the word that it stands under.
    """
    found: list[Line] = []
    label: Line | None = None
    for n, line in enumerate(block):
        below = block[n + 1] if n + 1 < len(block) else None
        if _is_label(line, sections) or (_is_kicker(line) and below is block[-1] and _is_kicked(below)):
            label = line
        elif found and found[-1] is block[n - 1] and _is_blurb(line, below):
            found.append(line)
        elif not _is_head(line):
            label = label if _is_stamp(line) or (line.looks.numeric and line.words <= _LENGTH_WORDS) else None
        elif label is not None and not (found and line.words <= _SUBHEAD_WORDS):
            found += [line] if label in found else [label, line]
        elif _is_led(line) or (stamped and below is not None and _is_stamp(below)):
            found.append(line)
    return found


def _is_blurb(line: Line, below: Line | None) -> bool:
    """Whether a line right below a headline is a sentence with a day or an age below it."""
    return line.ends and below is not None and _is_stamp(below)


def _is_label(line: Line, sections: set[str]) -> bool:
    """Whether a line is a word above links: `Read more`, a section's name."""
    if line.ends and not line.text.endswith(":"):
        return False
    return "after" in line.roles or is_card_label(line.text) or (not line.roles and line.text in sections)


def _is_kicker(line: Line) -> bool:
    """Whether a line is a few words in capitals, as stand above headlines."""
    plain = not (line.ends or line.roles or line.looks.numeric) and line.text[0].isalpha()
    return plain and line.words <= _KICKER_WORDS and line.text.isupper()


def _is_kicked(line: Line) -> bool:
    """Whether a line is long enough for a headline below a kicker, and holds no sentence: letters have a kicker too."""
    return line.words >= _KICKED and not line.looks.inner_stops


def _is_led(line: Line) -> bool:
    """Whether a headline stands behind a word for links: `From the archive: ...`."""
    label, colon, rest = line.text.partition(":")
    return bool(colon) and rest.count(" ") >= _LED_HEAD and is_card_label(label)


def _is_head(line: Line) -> bool:
    looks = line.looks
    known = looks.timed or looks.byline or looks.credit or looks.caption or line.roles
    shaped = line.words in _HEAD and (not line.ends or line.text.endswith("?"))
    return shaped and not known and line.kind in ("story", "furniture")


def _is_stamp(line: Line) -> bool:
    """Whether a line tells an age or a day, and signs neither a story nor a post: `— Jane Roe (@roe) May 3, 2016`."""
    signed = line.kind in ("title", "byline") or line.looks.byline or line.text[0] in "—–"
    return line.looks.timed and line.words <= _STAMP_WORDS and not signed


def _tells_of(head: Line, below: Line) -> bool:
    """Whether the paragraph below a card's headline is of the card: it says again what the headline says."""
    if below.end - below.start > _BLURB:
        return False
    words, told = ({word[:_STEM].casefold() for word in _WORD.findall(line.text)} for line in (head, below))
    shared = len(words & told)
    return shared >= _SHARED and shared >= _SHARE * len(words)
