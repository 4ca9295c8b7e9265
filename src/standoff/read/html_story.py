"""The story of an HTML page in its own lines: trafilatura chooses, the words and their elements are the page's."""

import logging
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from standoff.read.dom import Element, drop, squeeze
from standoff.read.html_map import PageLine

_MARKER = re.compile(r"^[-*•]\s+|^\|\s*|\s*\|$")
_RULE = re.compile(r"[-|\s]+$")
_OUT = "data-standoff-out"
_MARKED_OUT = etree.XPath(f"//*[@{_OUT}]")
# What trafilatura throws away itself; without them it takes a fifth less time.
_STRIPPED = (
    "script", "style", "svg", "link", "meta", "noscript", "iframe", "template", "button", "input", "path", "nav", "menu", "footer",
)  # fmt: skip
_ENDS = 40  # characters of a paragraph's head and tail by which it is found where its middle was changed
_NEAR = 1500  # characters behind the last found in which a short line may be part of another
_MOST_LOST = 200  # lines searched for through the whole page in vain, before no more are


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the page: its text, the line it was read from, and the element that holds it, where one does."""

    text: str
    element: Element | None = None
    line: int | None = None


def chosen_text(tree: Element, out: Sequence[Element]) -> list[str]:
    """The lines that trafilatura takes for the story, without what lies in the elements of `out`; the tree stays whole."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    work = _work_copy(tree, out)
    try:
        found = bare_extraction(work, include_comments=False, favor_precision=True, with_metadata=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError):
        return []  # on damaged pages it raises these
    text = getattr(found, "text", None) or ""
    lines = (squeeze(_MARKER.sub("", line.strip())) for line in text.split("\n"))
    return [line for line in lines if line and not _RULE.match(line)]


def _work_copy(tree: Element, out: Sequence[Element]) -> Element:
    for element in out:
        element.set(_OUT, "")
    work = deepcopy(tree)
    for element in out:
        element.attrib.pop(_OUT, None)  # one may be named twice
    found = _MARKED_OUT(work)
    for element in found if isinstance(found, list) else ():
        drop(element)
    etree.strip_elements(work, *_STRIPPED, with_tail=False)
    return work


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
            yield Paragraph(" ".join(line.text for line in lines), whole, first)
            return
        for n, line in enumerate(lines, first):
            begin = max(0, start - self._starts[n])
            stop = end - self._starts[n]
            text = _cut(line.text, begin, stop)
            if text:
                yield Paragraph(text, line.element, n)


def _common(lines: Sequence[PageLine]) -> Element | None:
    """The element that all lines stand in directly, or the table row."""
    first = lines[0].element
    if lines[-1].index - lines[0].index >= len(lines):
        return None  # something that was set apart stands between
    if all(line.element is first for line in lines):
        return first
    rows = [line.element.getparent() for line in lines if line.element.tag in ("td", "th")]
    return rows[0] if len(rows) == len(lines) and all(row is rows[0] for row in rows) else None


def _cut(text: str, begin: int, stop: int) -> str:
    """The piece of a text from one of its characters to another, white space not counted."""
    if begin <= 0 and stop >= len(text):
        return text
    seen, first, last = 0, None, len(text)
    for n, char in enumerate(text):
        if char == " ":
            continue
        if seen == begin and first is None:
            first = n
        seen += 1
        if seen == stop:
            last = n + 1
            break
    return text[first:last].strip() if first is not None else ""


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
