"""Two fetches of an address -> whether they tell the same. A scan of the markup, linear whatever it holds: no parser that
could hang or fall is asked here.
"""

import re
from collections.abc import Iterator

from standoff.model import PageInput

_TAG = re.compile(r"<!--|<(/?)([A-Za-z][A-Za-z0-9]*+)[^<>]*+>")
_DROPPED = frozenset({"script", "style", "nav", "aside", "footer", "noscript", "template", "form", "select", "iframe"})
_INLINE = frozenset(
    ["a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"]
)  # fmt: skip
_HEADS = frozenset({"title", "h1"})
_LONG = 80  # characters from which on a paragraph is more than furniture


def same_words(one: PageInput, other: PageInput) -> bool:
    """True where two fetches of an address differ in nothing but furniture: an advertisement, a list of what is read most."""
    if one.url != other.url:
        return False
    if (one.html, one.text) == (other.html, other.text):
        return True
    if one.html is None or other.html is None:
        return False
    told = list(paragraphs(one.html))
    return bool(told) and told == list(paragraphs(other.html))


def paragraphs(html: str) -> Iterator[str]:
    """The headings and the long paragraphs of a page, without markup.

    >>> list(paragraphs("<title>Gate</title><p>Short.<p>" + "The gate is <b>shut</b> again. " * 4))[0]
    'Gate'
    """
    words: list[str] = []
    at = 0
    within: str | None = None
    for tag in _TAG.finditer(html):
        if tag.start() < at:
            continue  # inside a comment
        if within is None:
            words.append(html[at : tag.start()])
        at = tag.end()
        if tag[2] is None:
            end = html.find("-->", at)
            at = len(html) if end < 0 else end + 3
            continue
        name = tag[2].lower()
        if within is not None:
            within = None if tag[1] and name == within else within
            continue
        if name in _INLINE:
            continue
        text = " ".join("".join(words).split())
        words = []
        if text and (len(text) >= _LONG or (tag[1] and name in _HEADS)):
            yield text
        within = name if name in _DROPPED and not tag[1] else None
    text = " ".join("".join(words).split()) + ("" if within else " ".join(html[at:].split()))
    if len(text) >= _LONG:
        yield text
