"""The story of an HTML page in its own lines: trafilatura chooses, the words and their elements are the page's."""

import logging
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from standoff.read.html.dom import Element, drop, squeeze
from standoff.read.html.paths import PageLine

_MARKER = re.compile(r"^[-*•]\s+|^\|\s*|\s*\|$")
_RULE = re.compile(r"[-|\s]+$")
_OUT = "data-standoff-out"
_MARKED_OUT = etree.XPath(f"//*[@{_OUT}]")
# What trafilatura throws away itself; without them it takes a fifth less time.
_STRIPPED = (
    "script", "style", "svg", "link", "meta", "noscript", "iframe", "template", "button", "input", "path", "nav", "menu", "footer",
)  # fmt: skip
_STORY = "data-standoff-story"
_MARKED_STORY = etree.XPath(f"//*[@{_STORY}]")
_LITTLE = 150  # characters outside of links; what says less beside the story is none
_SHARE = 0.3  # of what the page says that the story's element holds at least, else it may be the wrong one
_SOME = 400  # characters in paragraphs of the story's element from which they tell how much is to be found
_ALL = 0.97  # of them that trafilatura's own rules are to find; else it compares them with readability and jusText
_ENOUGH = 0.6  # of the paragraphs of the story's element that are to be found
_ENDS = 40  # characters of a paragraph's head and tail by which it is found where its middle was changed
_NEAR = 1500  # characters behind the last found in which a short line may be part of another
_MOST_LOST = 200  # lines searched for through the whole page in vain, before no more are


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the page: its text, the `index` of the line it was read from, and the element that holds it, where one does."""

    text: str
    element: Element | None = None
    line: int | None = None


def chosen_text(tree: Element, out: Sequence[Element], story: Element | None) -> list[str]:
    """The lines that trafilatura takes for the story; the tree stays whole.

    Args:
        tree: the page.
        out: elements that hold comments or captions: what lies in them is not asked for.
        story: the element that holds the story, see `dom.story_element`: short pieces far from it are left out, unless
            hardly anything is found without them.
    """
    work = _work_copy(tree, out, story)
    held = next(iter(found_by(_MARKED_STORY, work)), None)
    told = sum(len(p.text_content()) for p in held.iter("p")) if held is not None else 0
    work = _narrowed(work, held)
    text = _extracted(work, fast=True) if told > _SOME else ""
    if len(text) < _ALL * told or not text:
        text = _extracted(work, fast=False)
    if len(text) < _ENOUGH * told and len(again := _extracted(_work_copy(tree, out, None), fast=False)) > len(text):
        text = again
    lines = (squeeze(_MARKER.sub("", line.strip())) for line in text.split("\n"))
    return [line for line in lines if line and not _RULE.match(line)]


def _extracted(work: Element, *, fast: bool) -> str:
    """What trafilatura takes for the story; `fast`: by its own rules alone, not compared with what others would take."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(work, fast=fast, include_comments=False, favor_precision=True, with_metadata=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError):
        return ""  # on damaged pages it raises these
    return getattr(found, "text", None) or ""


def _work_copy(tree: Element, out: Sequence[Element], story: Element | None) -> Element:
    for element in out:
        element.set(_OUT, "")
    if story is not None:
        story.set(_STORY, "")
    work = deepcopy(tree)
    for element in (*out, *([story] if story is not None else [])):
        element.attrib.pop(_OUT, None)  # one may be named twice
        element.attrib.pop(_STORY, None)
    for element in found_by(_MARKED_OUT, work):
        drop(element)
    for box in list(_boxes(work)):
        drop(box)
    etree.strip_elements(work, *_STRIPPED, with_tail=False)
    return work


def _boxes(work: Element) -> Iterator[Element]:
    """The elements that ask to fill in a field, with what they say beside it, which is little."""
    little: dict[Element, bool] = {}  # what many fields stand in is read once
    for field in work.iter("input", "textarea"):
        if field.get("type") in _UNSEEN_FIELDS:
            continue
        box = field
        while (above := box.getparent()) is not None and above.tag not in _HOLDERS:
            if above not in little:
                little[above] = _says_little(above)
            if not little[above]:
                break
            box = above
        if box is not field:
            yield box


def _says_little(element: Element) -> bool:
    return len(element.text_content()) < _BOX and element.get(_STORY) is None


_UNSEEN_FIELDS = frozenset({"hidden", "checkbox", "radio", "button", "image", "submit"})
_HOLDERS = frozenset({"body", "main", "article", "html"})
_BOX = 250  # characters


def found_by(path: etree.XPath, tree: Element) -> list[Element]:
    """The elements that a compiled path finds."""
    found = path(tree)
    return found if isinstance(found, list) else []


def _narrowed(work: Element, story: Element | None) -> Element:
    """The page without the elements beside the story, and beside each that holds it, that say little but links."""
    if story is None or len(story.text_content()) < _SHARE * _said(work):
        return work
    node = story
    while node.tag != "body" and (parent := node.getparent()) is not None:
        for beside in list(parent):
            if beside is not node and isinstance(beside.tag, str) and _said(beside) < _LITTLE:
                drop(beside)
        node = parent
    return work


def _said(element: Element) -> int:
    """How many characters an element says outside of links."""
    return len(element.text_content()) - sum(len(a.text_content()) for a in element.iter("a"))


class Finder:
    """Finds lines of text again among a page's lines, whatever the white space between and inside them."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        self._lines = lines
        keys = ["".join(line.text.split()) for line in lines]
        self._all = "".join(keys)
        self._starts: list[int] = []
        self._whole: dict[str, list[int]] = {}
        position = 0
        for key in keys:
            self._starts.append(position)
            self._whole.setdefault(key, []).append(position)
            position += len(key)
        self._at = 0
        self._lost = 0
        self._counted = -1
        self._places = array("I")

    @property
    def position(self) -> int:
        """Where the next search begins."""
        return self._at

    def find(self, text: str, *, since: int | None = None) -> list[Paragraph]:
        """The page's own paragraphs that say the text, looked for behind the last found first; empty where none do.

        Args:
            text: what is looked for.
            since: a `position` from which to look instead.
        """
        if since is not None:
            self._at = since
        key = "".join(text.split())
        span = self._span(key) or self._span(key.replace("|", ""))
        if span is None:
            return []
        if len(key) >= _ENDS or span[0] - self._at < _NEAR:
            self._at = span[1]
        return list(self._paragraphs(*span))

    def _span(self, key: str) -> tuple[int, int] | None:
        """Where the squeezed text stands, or its head and not far behind it its tail."""
        if not key:
            return None
        if (start := self._search(key)) is not None:
            return start, start + len(key)
        if len(key) < 3 * _ENDS or (start := self._search(key[:_ENDS])) is None:
            return None
        reach = start + len(key) + len(key) // 2 + _ENDS
        end = self._all.find(key[-_ENDS:], start, reach)
        return (start, end + _ENDS) if end >= 0 else None

    def _search(self, key: str) -> int | None:
        whole = self._whole.get(key)
        if whole is not None:
            n = bisect_left(whole, self._at)
            return whole[n] if n < len(whole) else whole[-1]
        if len(key) < _ENDS:  # a word or two may stand anywhere
            found = self._all.find(key, self._at, self._at + _NEAR)
        else:
            found = self._all.find(key, self._at)
            if found < 0 and self._lost < _MOST_LOST:
                found = self._all.find(key)
                self._lost += found < 0
        return found if found >= 0 else None

    def _paragraphs(self, start: int, end: int) -> Iterator[Paragraph]:
        """The lines that a stretch of the squeezed text covers, cut to it; those of one element or table row as one."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        lines = self._lines[first : last + 1]
        if len(lines) > 1 and (whole := _common(lines)) is not None:
            yield Paragraph(" ".join(line.text for line in lines), whole, lines[0].index)
            return
        for n, line in enumerate(lines, first):
            begin, stop = start - self._starts[n], end - self._starts[n]
            after = self._starts[n + 1] if n + 1 < len(self._starts) else len(self._all)
            text = line.text if begin <= 0 and after <= end else self._cut(n, max(0, begin), stop)
            if text:
                yield Paragraph(text, line.element, line.index)

    def _cut(self, n: int, begin: int, stop: int) -> str:
        """The piece of a line from one of its characters to another, white space not counted."""
        text = self._lines[n].text
        if self._counted != n:  # the pieces of a long line are asked for one after the other
            self._counted, self._places = n, array("I", (at for at, char in enumerate(text) if char != " "))
        if begin >= min(stop, len(self._places)):
            return ""
        return text[self._places[begin] : self._places[min(stop, len(self._places)) - 1] + 1].strip()


_BROKEN = 60  # characters
_STOPS = ".?!\"”’'»"


def _common(lines: Sequence[PageLine]) -> Element | None:
    """The element that all lines stand in directly, or the table row; None for paragraphs told apart by line breaks."""
    first = lines[0].element
    if all(len(line.text) >= _BROKEN and line.text[-1] in _STOPS for line in lines[:-1]):
        return None
    if lines[-1].index - lines[0].index >= len(lines):
        return None  # something that was set apart stands between
    if all(line.element is first for line in lines):
        return first
    rows = [line.element.getparent() for line in lines if line.element.tag in ("td", "th")]
    return rows[0] if len(rows) == len(lines) and all(row is rows[0] for row in rows) else None


def find_story(chosen: Sequence[str], lines: Sequence[PageLine]) -> list[Paragraph]:
    """The story's paragraphs in the page's own words, in order, none twice; one that cannot be found again has no element."""
    finder = Finder(lines)
    kept: list[Paragraph] = []
    seen: set[tuple[int, str]] = set()
    for text in chosen:
        for paragraph in finder.find(text) or [Paragraph(text)]:
            key = (paragraph.line if paragraph.line is not None else -1, paragraph.text)
            if key in seen and paragraph.line is not None:
                continue
            seen.add(key)
            kept.append(paragraph)
    return kept


_DATA_WORDS = 60
_DATA_SHARE = 0.35  # of the words of the data's story: a page that shows fewer does not show it


def story_in_data(
    story: Sequence[Paragraph], articles: Sequence[dict[str, Any]], lines: Sequence[PageLine]
) -> list[Paragraph]:
    """The story that the page's JSON-LD holds where the one found is far shorter; empty where it is not.

    With their elements where the page shows the same words after all; else without, as they stand in the data.
    """
    body = max((_body(article) for article in articles[:3]), key=len, default="")
    words = len(body.split())
    if words < _DATA_WORDS or sum(len(p.text.split()) for p in story) >= _DATA_SHARE * words:
        return []
    texts = [text for text in map(squeeze, body.split("\n")) if text]
    finder = Finder(lines)
    shown = [paragraph for text in texts for paragraph in finder.find(text)]
    if sum(len(p.text.split()) for p in shown) >= 0.8 * words:
        return shown
    return [Paragraph(text) for text in texts]


def _body(article: dict[str, Any]) -> str:
    body = article.get("articleBody")
    return untagged(unescape(body)) if isinstance(body, str) else ""


_TAG = re.compile(r"</?(p|br|div|li|h\d)\b[^<>]{0,300}>|<[a-z/!][^<>]{0,300}>", re.IGNORECASE)


def untagged(text: str) -> str:
    """A text without the tags that some data hold, a line for each block."""
    return _TAG.sub(lambda found: "\n" if found[1] else "", text) if "<" in text else text
