"""Small questions to a parsed HTML page: words of an element's class, its text in lines, whether it is set aside."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

Element = Any  # lxml's element types are C classes without stubs for all that is asked here

_PARAGRAPH = 60  # characters
_NO_STORY = frozenset({"form", "footer", "nav", "aside"})
BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
SILENT = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea", "object", "head"]
)
_ASIDE_TAGS = frozenset(["aside", "nav", "footer"])
ASIDE = re.compile(
    r"related|recommend|sidebar|teaser|promo|popular|most-?(?:read|viewed)|trending|newsletter|advert|sponsor|outbrain|taboola"
    r"|(?:^|[-_ ])(?:card|cards|rail|nav|menu|footer|widget|more-?(?:on|from|stories))(?:$|[-_ ])",
    re.IGNORECASE,
)


# Control characters and places without a character, plain or as references: lxml reads them, but writes and copies none.
_UNWRITABLE = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(
    r"&#(?:0*(?:[1-8]|1[124-9]|2[0-9]|3[01]|6553[45])|x0*(?:[1-8bcef]|1[0-9a-f]|fff[ef]))(?![0-9a-f]);?", re.I
)


_ELEMENTS = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)
"""One class for every element: that of `lxml.html`, which asks Python for each element which class it is, costs a tenth."""


def parse_html(html: str) -> Element | None:
    """The page's tree; None where there is no element in it."""
    html = _REFERENCE.sub(" ", _UNWRITABLE.sub(" ", html.replace("\x00", "")))
    data = html.encode("utf-8", errors="replace")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        tree = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None
    return tree


def names(element: Element) -> str:
    """The words of an element's class and id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def called(element: Element) -> str:
    """The words by which an element is called, in its class and id or for tests and components."""
    return f"{names(element)} {element.get('data-testid') or ''} {element.get('data-component') or ''}"


_MARKED = etree.XPath("//*[@class or @id or @itemprop or @itemtype or @rel='author']")


class Marked:
    """The elements of a page that carry a class, an id or microdata, with those words; made once a page."""

    def __init__(self, tree: Element, html: str = "") -> None:
        self._html = html
        found = _MARKED(tree)
        elements: list[Element] = found if isinstance(found, list) else []
        self._marked: list[tuple[Element, str]] = []
        for element in elements:
            get = element.get
            said = (get("class"), get("id"), get("itemprop"), get("itemtype"), get("rel"))
            self._marked.append((element, " ".join(filter(None, said)).lower()))

    def mentions(self, words: re.Pattern[str]) -> bool:
        """Whether the page's source holds the words anywhere: asked before costly searches."""
        return words.search(self._html) is not None

    def like(self, *pieces: str) -> list[Element]:
        """Those whose words hold one of the pieces, in the order of the page."""
        search = re.compile("|".join(pieces)).search
        return [element for element, words in self._marked if search(words)]


_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphens and blanks of no width: a browser shows none


def squeeze(text: str | None) -> str:
    r"""A text as it is seen: one blank for each stretch of white space, without characters that have no width.

    >>> squeeze(" the  sea\u00adport\n")
    'the seaport'
    """
    if not text:
        return ""
    return " ".join((text if text.isascii() else _UNSEEN.sub("", text)).split())


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

    for event, node in walk(element, skip):
        block = node.tag in BLOCK_TAGS
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


def walk(
    element: Element, skip: frozenset[Element] = frozenset(), *, silent: frozenset[str] = SILENT
) -> Iterator[tuple[str, Element]]:
    """Start and end of each visible element below one, in order, without recursion.

    Of an element that is not seen only the end comes, for the text after it.
    """
    stack: list[tuple[str, Element]] = [("start", element)]
    while stack:
        event, node = stack.pop()
        if event == "end":
            yield event, node
            continue
        if not isinstance(node.tag, str) or node.tag in SILENT or node in skip:
            if node is not element and node.tail:
                yield "end", node
            continue
        yield event, node
        stack.append(("end", node))
        stack.extend(("start", child) for child in reversed(node))


_PICTURE_TAGS = frozenset({"figure", "figcaption"})
_PICTURE = re.compile(r"image|img|photo|picture|figure|media|caption", re.IGNORECASE)


def is_aside(
    element: Element, *, around: frozenset[Element] = frozenset(), depth: int = 12, form: re.Pattern[str] = ASIDE
) -> bool:
    """Whether an element lies in something set beside the story: a sidebar, related links, a footer.

    Args:
        element: what is asked about.
        around: the elements that hold the story; what they are called says nothing of what is in them.
        depth: how many elements above are looked at.
        form: what such elements are called.
    """
    node = element
    for _ in range(depth):
        if node is None or node in around or node.tag in ("body", "main"):
            return False
        own = names(node)
        if (node.tag in _ASIDE_TAGS or form.search(own)) and node.tag not in _PICTURE_TAGS and not _PICTURE.search(own):
            return True
        node = node.getparent()
    return False


def story_element(tree: Element) -> Element | None:
    """The smallest element that holds half of the text in the page's paragraphs; None on a page without paragraphs."""
    paragraphs = ((paragraph, len(paragraph.text_content())) for paragraph in tree.iter("p"))
    found = _smallest_half(paragraphs, _up)
    return found if found is not None else _smallest_half(_broken(tree), _whole)


def _smallest_half(
    paragraphs: Iterable[tuple[Element, int]], holders: Callable[[Element], Iterable[Element]]
) -> Element | None:
    """The smallest element that holds half of the characters of some paragraphs."""
    weights: dict[Element, int] = {}
    total = 0
    for paragraph, length in paragraphs:
        above = list(holders(paragraph))
        if length < _PARAGRAPH or any(node.tag in _NO_STORY for node in above):
            continue
        total += length
        for node in above:
            weights[node] = weights.get(node, 0) + length
    enough = [node for node, weight in weights.items() if weight >= total / 2]
    return min(enough, key=lambda node: weights[node], default=None)


def _up(element: Element) -> Iterator[Element]:
    return iter(element.iterancestors())


def _whole(element: Element) -> list[Element]:
    return [element, *element.iterancestors()]


def _broken(tree: Element) -> Iterator[tuple[Element, int]]:
    """The elements whose paragraphs are told apart by line breaks alone, each with the characters it says itself."""
    holders = dict.fromkeys(node.getparent() for node in tree.iter("br"))
    for holder in holders:
        if holder is not None and holder.tag != "body":
            yield holder, len(squeeze(holder.text)) + sum(len(squeeze(child.tail)) for child in holder)


def with_ancestors(element: Element | None) -> frozenset[Element]:
    """An element and all above it."""
    return frozenset() if element is None else frozenset((element, *element.iterancestors()))


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
