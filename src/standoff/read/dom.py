"""Small questions to a parsed HTML page: words of an element's class, its text in lines, whether it is set aside."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

Element = Any  # lxml's element types are C classes without stubs for all that is asked here

_SPACE = re.compile(r"\s+")
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav"
    " ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset("script style noscript template svg iframe button select textarea object head".split())
_ASIDE_TAGS = frozenset("aside nav footer".split())
_ASIDE = re.compile(
    r"related|recommend|sidebar|teaser|promo|popular|most-?(?:read|viewed)|trending|newsletter|advert|sponsor|outbrain|taboola"
    r"|(?:^|[-_ ])(?:card|cards|rail|nav|menu|footer|widget|more-?(?:on|from|stories))(?:$|[-_ ])",
    re.IGNORECASE,
)


def parse_html(html: str) -> Element | None:
    """The page's tree; None where there is no element in it."""
    data = html.replace("\x00", "").encode("utf-8", errors="replace")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None
    return tree


def names(element: Element) -> str:
    """The words of an element's class and id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def squeeze(text: str | None) -> str:
    """A text with one blank for each stretch of white space."""
    return _SPACE.sub(" ", text or "").strip()


def text_of(element: Element) -> str:
    """The visible text of an element on one line."""
    return squeeze(" ".join(lines_of(element)))


def lines_of(element: Element, *, skip: frozenset[Element] = frozenset()) -> list[str]:
    """The visible text of an element, a line for each block; elements in `skip` are left out."""
    lines: list[str] = []
    current: list[str] = []

    def close() -> None:
        line = squeeze("".join(current))
        if line:
            lines.append(line)
        current.clear()

    for event, node in _walk(element, skip):
        block = node.tag in _BLOCKS
        if event == "start":
            if block:
                close()
            current.append(node.text or "")
        else:
            if block:
                close()
            if node is not element:
                current.append(node.tail or "")
    close()
    return lines


def _walk(element: Element, skip: frozenset[Element]) -> Iterator[tuple[str, Element]]:
    """Start and end of each visible element below one, in order, without recursion."""
    stack: list[tuple[str, Element]] = [("start", element)]
    while stack:
        event, node = stack.pop()
        if event == "end":
            yield event, node
            continue
        if not isinstance(node.tag, str) or node.tag in _SILENT or node in skip:
            if node is not element and node.tail:
                yield "end", node
            continue
        yield event, node
        stack.append(("end", node))
        stack.extend(("start", child) for child in reversed(node))


def is_aside(element: Element, *, depth: int = 12) -> bool:
    """Whether an element lies in something set beside the story: a sidebar, related links, a footer."""
    node = element
    for _ in range(depth):
        if node is None or node.tag in ("body", "main"):
            return False
        if node.tag in _ASIDE_TAGS or _ASIDE.search(names(node)):
            return True
        node = node.getparent()
    return False


def drop(element: Element) -> None:
    """Takes an element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)
