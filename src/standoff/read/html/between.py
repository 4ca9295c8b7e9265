"""Short heads, days and lists between two paragraphs of an HTML page's story, which trafilatura leaves out."""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from standoff.lexicon.furniture import furniture
from standoff.lexicon.notices import notices
from standoff.read.html.dom import ASIDE, Element, is_aside, names, squeeze
from standoff.read.html.paths import PageLine
from standoff.read.html.story import Paragraph
from standoff.read.shapes import is_photo_credit
from standoff.read.stamped import is_day, stamp_line, tells_by_days

_MOST = 15  # lines between two paragraphs
_SENTENCE = 8  # words
_BOXES = 2  # elements around a day that may be set apart: its own and the one that holds its link
_LONGEST = 300  # characters of a line
_HEADS = frozenset({"h2", "h3", "h4", "h5"})
_LISTS = frozenset({"ul", "ol"})


def with_heads_and_lists(story: Sequence[Paragraph], lines: Sequence[PageLine]) -> list[Paragraph]:
    """The story with the heads and lists that stand between two of its paragraphs, in the element that holds both.

    The days of a chronology count wherever they stand, also above its first paragraph.

    Args:
        story: its paragraphs, in order.
        lines: the page's lines.
    """
    days = _days(story, lines)
    first = story[0].line if story and story[0].line is not None else 0
    found = [days[first - 1]] if first - 1 in days and not _is_stamp(first - 1, lines) else []
    found += story[:1]
    for before, after in pairwise(story):
        between = range(before.line + 1, after.line) if before.line is not None and after.line is not None else ()
        found += [days[n] for n in between if n in days] or _between(before, after, lines)
        found.append(after)
    return found


def _days(story: Sequence[Paragraph], lines: Sequence[PageLine]) -> dict[int, Paragraph]:
    """The lines that are each a day of a chronology, by number; none where they are few."""
    told = {p.line for p in story if p.line is not None}
    here = lines[max(0, min(told) - 1) : max(told)] if told else []
    days = [line for line in here if not line.apart and is_day(line.text) and _is_above(line, lines, told)]
    if not tells_by_days([line.text for line in days]):
        return {}
    return {line.index: Paragraph(line.text, line.element, line.index) for line in days if line.index not in told}


def _is_above(day: PageLine, lines: Sequence[PageLine], told: Container[int]) -> bool:
    """Whether a paragraph of the story stands right below a day, or below its headline; a link beside it is another story's."""
    above, below = lines[max(0, day.index - 1)], lines[day.index + 1]
    if is_aside(day.element, depth=_BOXES) or (above.index not in told and _is_linked(above)):
        return False
    return below.index in told or (below.index + 1 in told and not _is_linked(below) and not is_day(below.text))


def _is_linked(line: PageLine) -> bool:
    return any(True for _ in _links(line.element))


def _is_stamp(n: int, lines: Sequence[PageLine]) -> bool:
    """Whether a day above the story is the page's own: it names its year, and no sentence stands above it."""
    above = lines[n - 1].text if n else ""
    return bool(stamp_line(lines[n].text)) and not (above.endswith(".") and len(above.split()) >= _SENTENCE)


def _between(before: Paragraph, after: Paragraph, lines: Sequence[PageLine]) -> list[Paragraph]:
    if before.line is None or after.line is None or before.element is None or after.element is None:
        return []
    holder = before.element.getparent()
    if not 1 < after.line - before.line <= _MOST + 1 or holder is None or after.element.getparent() is not holder:
        return []
    return [
        Paragraph(lines[n].text, lines[n].element, n)
        for n in range(before.line + 1, after.line)
        if not lines[n].apart and _is_of_story(lines[n], holder)
    ]


def _is_of_story(line: PageLine, holder: Element) -> bool:
    """Whether a line is a head or a point of a list right in the element that holds the story, and no link."""
    element, parent = line.element, line.element.getparent()
    listed = element.tag == "li" and parent is not None and parent.tag in _LISTS and parent.getparent() is holder
    headed = element.tag in _HEADS and parent is holder
    if not (listed or headed) or len(line.text) > _LONGEST or any(ASIDE.search(names(e)) for e in (element, parent)):
        return False
    if any(True for _ in _links(parent if listed else element)):
        return False
    return not (
        furniture().roles(line.text) or stamp_line(line.text) or is_photo_credit(line.text) or notices().role(line.text)
    )


def _links(element: Element) -> Iterator[str]:
    """What links say in an element."""
    return (text for a in element.iter("a") if (text := squeeze(a.text_content())))
