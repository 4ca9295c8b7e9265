"""Where the paragraphs of a page stand in its HTML: an XPath for each element, and the way back from a span of text."""

from dataclasses import dataclass

from lxml import etree

from standoff.model import Block, Page, Span
from standoff.read.html.dom import BLOCK_TAGS, SILENT, Element, parse_html, squeeze, text_of

_UNREAD = SILENT | {"nav", "menu"}  # menus are many elements and never part of a story


@dataclass(frozen=True, slots=True, eq=False)
class PageLine:
    """A line of the page as it is seen, the element that holds it, and whether it lies in what was set apart."""

    index: int
    text: str
    element: Element
    apart: bool = False


def page_lines(tree: Element, apart: frozenset[Element] = frozenset()) -> list[PageLine]:
    """The visible text of a page, a line for each block, in order, with the innermost block that holds each line.

    Args:
        tree: the page.
        apart: elements that hold comments or captions; their lines are marked.
    """
    lines: list[PageLine] = []
    current: list[str] = []
    holders: list[Element] = [tree]
    inside: Element | None = None

    def close() -> None:
        if current:
            text = squeeze("".join(current))
            if text:
                lines.append(PageLine(len(lines), text, holders[-1], inside is not None))
            current.clear()

    # As `dom.walk`, written out: this loop sees every element of every page.
    waiting: list[tuple[Element, bool]] = [(tree, False)]
    while waiting:
        node, ends = waiting.pop()
        tag = node.tag
        if not ends and isinstance(tag, str) and tag not in _UNREAD:
            if inside is None and node in apart:
                close()
                inside = node
            if tag in BLOCK_TAGS:
                close()
                holders.append(node)
            if node.text:
                current.append(node.text)
            waiting.append((node, True))
            waiting.extend([(child, False) for child in reversed(node)])
            continue
        if ends and tag in BLOCK_TAGS:
            close()
            holders.pop()
        if node is inside:
            close()
            inside = None
        if node is not tree and node.tail:
            current.append(node.tail)
    close()
    return lines


class Paths:
    """The XPath of any element of one tree; what it learns of a parent's children it keeps, so that all cost linear time.

    `getpath` of lxml counts a paragraph's elder sisters anew for each, and writes names that XPath does not take
    (`fb:comments`) as they stand.
    """

    def __init__(self) -> None:
        self._steps: dict[Element, dict[Element, str]] = {}
        self._known: dict[Element, str] = {}

    def of(self, element: Element) -> str:
        """The path from the root: `/html/body/div[2]/p[3]`."""
        above = []
        node = element
        while node is not None and node not in self._known:
            above.append(node)
            node = node.getparent()
        path = self._known[node] if node is not None else ""
        for node in reversed(above):
            path = f"{path}/{self._step(node)}"
            self._known[node] = path
        return path

    def _step(self, element: Element) -> str:
        parent = element.getparent()
        if parent is None:
            return str(element.tag) if _plain(element.tag) else "*"
        steps = self._steps.get(parent)
        if steps is None:
            steps = self._steps[parent] = _steps(parent)
        return steps[element]


def _plain(tag: object) -> bool:
    return isinstance(tag, str) and tag.isascii() and tag.replace("-", "").replace("_", "").isalnum()


def _steps(parent: Element) -> dict[Element, str]:
    counts: dict[str, int] = {}
    steps = {}
    for n, child in enumerate((c for c in parent if isinstance(c.tag, str)), 1):
        if _plain(child.tag) and not child.tag[0].isdigit():
            counts[child.tag] = counts.get(child.tag, 0) + 1
            steps[child] = f"{child.tag}[{counts[child.tag]}]"
        else:
            steps[child] = f"*[{n}]"
    return steps


def element_at(tree: Element, path: str) -> Element | None:
    """The element of a parsed page that a block's path leads to; None where it leads nowhere."""
    try:
        found = tree.getroottree().xpath(path)
    except etree.XPathError:
        return None
    return found[0] if isinstance(found, list) and found and hasattr(found[0], "tag") else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a page's text stands in its HTML: the element's path, and the stretch in the element's text.

    `start` and `end` count in `text_of` the element, its visible text with white space squeezed.
    """

    path: str
    start: int
    end: int


def locate(page: Page, span: Span, html: str) -> tuple[Place, ...]:
    """Where a span of the page's text stands in its HTML, one place for each paragraph that it touches.

    Args:
        page: the page as read.
        span: what is looked for; words between paragraphs stand nowhere.
        html: the very input that the page was read from.
    """
    tree = parse_html(html)
    if tree is None:
        return ()
    found = (
        _place(page, block, span, tree) for block in page.blocks if block.start < span.end and span.start < block.end
    )
    return tuple(place for place in found if place is not None)


def _place(page: Page, block: Block, span: Span, tree: Element) -> Place | None:
    element = element_at(tree, block.path)
    if element is None:
        return None
    at = text_of(element).find(page.text[block.start : block.end])
    if at < 0:
        return None
    start, end = max(span.start, block.start), min(span.end, block.end)
    return Place(block.path, at + start - block.start, at + end - block.start)
