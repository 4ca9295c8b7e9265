"""Who wrote an HTML page: as its data and `meta` elements state, and as it prints below its headline."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from standoff.read.authors import inverted, stated_authors
from standoff.read.dates.publication import author_names
from standoff.read.html.dom import Element, Marked, is_aside, lines_of, names, squeeze, text_of, with_ancestors
from standoff.read.html.linked_data import MARKED, Linked, like

_BYLINE = re.compile(
    r"(?:^|[-_ ])(?:byline|author|authors|article-author|byline-?name|author-?name|writer|reporter|contributor)s?(?:$|[-_ ])",
    re.IGNORECASE,
)
_BYLINE_TAGS = frozenset({"a", "span", "p", "div", "address", "li", "h4", "h5", "h6", "cite", "strong", "b"})
_VOICES = re.compile(r"comment|reply|respon|disqus", re.IGNORECASE)
_AUTHOR_KEYS = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "citation_author", "dc.creator",
    "dcterms.creator", "dc.contributor", "cxenseparse:author", "byl", "byline", "article.author", "author_name", "authors",
    "articleauthor", "rnews:author", "bt:author", "mediator_author",
)  # fmt: skip
_BY_TAGS = (
    "p",
    "span",
    "div",
    "td",
    "em",
    "i",
    "b",
    "strong",
    "font",
    "small",
    "li",
    "a",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
)
_BY_WORD = re.compile(r"\s*(?:(?:written|posted|submitted|published)\s+)?(?:by|por|von|par|di)\b", re.IGNORECASE)
_BY_REACH = 60  # elements below the headline in which a byline may stand
_BY_LONGEST = 160
_FIRST_PARAGRAPH = 160  # characters; below such a line no byline is looked for


def find_authors(
    tree: Element,
    marked: Marked,
    metas: dict[str, list[str]],
    linked: Linked,
    *,
    title: str | None,
    voices: frozenset[Element],
) -> tuple[str, ...]:
    """Who wrote it: as stated, or as the line below the headline that begins with `By` says."""
    return _authors(marked, metas, linked) or _persons(printed_bylines(tree, title, voices))


def _authors(marked: Marked, metas: dict[str, list[str]], linked: Linked) -> tuple[str, ...]:
    """Who wrote it, as the first place states it that names anybody: the article's data, `meta`, or the printed byline."""
    stated: tuple[str, ...] = ()
    for article in linked.articles[:2]:
        if MARKED not in article and (stated := stated_authors(_author_values(article, linked))):
            break
    given: tuple[str, ...] = ()
    for key in _AUTHOR_KEYS:
        if found := stated_authors(
            inverted(v) if key.startswith(("citation", "dc")) else v for v in metas.get(key, ())
        ):
            given = given or found
            if any(" " in name for name in found):
                given = found
                break
    if stated and not _is_house(stated, metas, linked):
        return stated
    if given and not _is_house(given, metas, linked):
        return given
    for article in linked.articles:
        if MARKED in article and (found := _persons(_author_values(article, linked))):
            return found
    printed = _persons(visible_bylines(marked))
    return printed or stated or given


def _persons(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for line in lines for name in author_names(line)))


def _author_values(article: dict[str, object], linked: Linked) -> Iterator[str]:
    values = article.get("author") or article.get("creator")
    for value in values if isinstance(values, list) else [values]:
        if isinstance(value, dict):
            value = linked.resolve(value)
            if not value.get("name") and (value.get("givenName") or value.get("familyName")):
                yield squeeze(f"{value.get('givenName') or ''} {value.get('familyName') or ''}")
                continue
        yield from linked.strings(value)


def _is_house(authors: tuple[str, ...], metas: dict[str, list[str]], linked: Linked) -> bool:
    """Whether the only author stated is the site or the publisher itself."""
    houses = [
        *metas.get("og:site_name", ()),
        *(n for a in linked.articles[:1] for n in linked.strings(a.get("publisher"))),
    ]
    return len(authors) == 1 and authors[0].casefold() in {house.casefold() for house in houses}


def visible_bylines(marked: Marked) -> Iterator[str]:
    """The lines that the page itself prints as its byline, each once, parts of another and those of teasers left out."""
    said: list[str] = []
    place: Element | None = None
    for element in marked.like("author", "byline", "writer", "reporter", "contributor"):
        if element.tag not in _BYLINE_TAGS:
            continue
        if element.get("rel") == "author" or element.get("itemprop") == "author" or _BYLINE.search(names(element)):
            text = text_of(element)
            if (
                not 3 < len(text) < 160
                or is_aside(element, around=_own_footer(element), depth=6)
                or any(text in other for other in said)
            ):
                continue
            if _is_voice(element) or (place is not None and not _beside(element, place)):
                continue
            place = element if place is None else place
            said.append(text)
            yield text


def _own_footer(element: Element) -> frozenset[Element]:
    """The footer that an element stands in and all above it, where it is that of the article with the page's headline."""
    footer = next((node for node in islice(element.iterancestors(), _FOOTED) if node.tag == "footer"), None)
    article = footer.getparent() if footer is not None else None
    headed = article is not None and article.tag == "article" and next(article.iter("h1"), None) is not None
    return with_ancestors(footer) if headed else frozenset()


_FOOTED = 5  # elements from a byline up to the footer


def printed_bylines(tree: Element, title: str | None, voices: frozenset[Element]) -> Iterator[str]:
    """The first line below the headline that begins with `By`, whatever its element is called: asked where nothing else tells."""
    body = next(tree.iter("body"), None)
    if body is None or not title:
        return
    left = 0
    for element in body.iter(*_BY_TAGS, "h1"):
        said = squeeze(element.text)
        if 10 < len(said) < 300 and like(said, [title]) >= 0.5:
            left = _BY_REACH
        elif left:
            left -= 1
            if element.tag == "p" and len(said) > _FIRST_PARAGRAPH:
                return
            if _BY_WORD.match(said) and (line := _by_line(element)) and not is_aside(element, depth=6):
                if voices.isdisjoint((element, *element.iterancestors())):
                    yield line
                return


def _by_line(element: Element) -> str | None:
    """The element's line that begins with `By`, where its length is a byline's."""
    lines = lines_of(element)[:1]
    return lines[0] if lines and len(lines[0]) < _BY_LONGEST else None


def _is_voice(element: Element) -> bool:
    """Whether an element names the author of a comment."""
    node = element
    for _ in range(7):
        if node is None:
            return False
        if _VOICES.search(names(node)) and node.tag not in ("body", "html", "main", "article"):
            return True
        node = node.getparent()
    return False


def _beside(element: Element, first: Element) -> bool:
    """Whether a second byline stands in the same small part of the page as the first."""
    above, node = first, element
    for _ in range(4):
        above = above.getparent() if above.getparent() is not None else above
    for _ in range(5):
        if node is above:
            return above.tag != "body" and len(text_of(above)) < 1500
        node = node.getparent()
        if node is None:
            return False
    return False
