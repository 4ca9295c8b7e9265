"""What a page says of itself in structured form: JSON-LD, microdata, RDFa -> article objects, the page's own first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import msgspec

from standoff.read.html.dom import Element, is_aside, squeeze, text_of

Thing = dict[str, Any]

_ARTICLE = re.compile(r"Article|BlogPosting|Report\b|SocialMediaPosting")
_PAGE = re.compile(r"WebPage|VideoObject|MediaObject|CreativeWork|ItemPage|Episode")
_MAX_LD = 600_000  # characters of one script
_MAX_OBJECTS = 1000
_BELOW = ("@graph", "mainEntity", "mainEntityOfPage", "@set", "@list")
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORDS = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
MARKED = "@marked"  # key of an article that is marked up in the page's elements, not stated as data
_SAME = 0.5  # share of words in common from which two titles are of one article


@dataclass(slots=True)
class Linked:
    """The structured objects of a page: those of its article, those of the page around it, and all by their `@id`."""

    articles: list[Thing] = field(default_factory=list)
    pages: list[Thing] = field(default_factory=list)
    by_id: dict[str, Thing] = field(default_factory=dict)

    def strings(self, value: Any, key: str = "name") -> Iterator[str]:
        """The strings of a value: itself, those of a list, or of an object's `key`, references followed."""
        waiting, seen = [value], 0
        while waiting and seen < 60:
            item = waiting.pop(0)
            seen += 1
            if isinstance(item, str):
                if text := squeeze(unescape(item)):
                    yield text
            elif isinstance(item, (int, float)) and not isinstance(item, bool):
                yield str(item)
            elif isinstance(item, list):
                waiting[:0] = item[:30]
            elif isinstance(item, dict):
                inner = self.resolve(item).get(key, item.get("@value"))
                if inner is not item:
                    waiting.insert(0, inner)

    def resolve(self, item: Thing) -> Thing:
        """The object that a bare reference `{"@id": ...}` stands for."""
        name = item.get("@id")
        if isinstance(name, str) and name in self.by_id and len(self.by_id[name]) > len(item):
            return self.by_id[name]
        return item


def read_linked(tree: Element, *, titles: list[str], address: str | None) -> Linked:
    """The structured objects of a page, articles that are not the page's own left out.

    Args:
        tree: the page.
        titles: what the page calls itself elsewhere (`h1`, `og:title`), by which its own article is told from teasers.
        address: the page's own address.
    """
    found = Linked()
    articles: list[Thing] = []
    for item in _objects(tree):
        if isinstance(name := item.get("@id"), str) and len(item) > len(found.by_id.get(name, {})):
            found.by_id[name] = item
        kinds = _kinds(item)
        if _ARTICLE.search(kinds):
            articles.append(item)
        elif _PAGE.search(kinds):
            found.pages.append(item)
    articles += _microdata(tree)
    found.articles = _own(articles, titles, address, found)
    return found


def _objects(tree: Element) -> Iterator[Thing]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > _MAX_LD:
            continue
        waiting, seen = [*decode_ld(script.text)], 0
        while waiting and seen < _MAX_OBJECTS:
            seen += 1
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting[:0] = item[:_MAX_OBJECTS]
            elif isinstance(item, dict):
                yield item
                waiting.extend(item[key] for key in _BELOW if isinstance(item.get(key), (dict, list)))


_CONTROL = re.compile(r"[\x00-\x1f\u2028\u2029]")
_WRAPPED = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?://\s*)?(?:-->|\]\]>|/\*\]\]>\*/)\s*$")
_TRAILING = re.compile(r",\s{0,200}(?=[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_GLUED = re.compile(r"\}\s{0,200}(?=\{)")
_SALVAGED = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|dateCreated|uploadDate)"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,400})"'
)
_SALVAGED_AUTHOR = re.compile(
    r'"author"\s{0,9}:\s{0,9}\[?\s{0,9}(?:\{[^{}]{0,400}?"name"\s{0,9}:\s{0,9})?"([^"{}]{2,80})"'
)


def decode_ld(text: str) -> Iterator[Any]:
    """The values of a JSON-LD script, also of one that is not quite JSON; what is beyond repair gives its plain fields."""
    text = _CONTROL.sub(" ", text).strip().rstrip(";")
    if (value := _json(text)) is not None:
        yield value
        return
    mended = _WRAPPED.sub("", _WRAPPED.sub("", text)).strip().rstrip(";")
    if "&quot;" in mended and mended.count('"') < 4:
        mended = unescape(mended)
    mended = _BAD_ESCAPE.sub("", _TRAILING.sub("", mended))
    if (value := _json(mended)) is not None or (value := _json("[" + _GLUED.sub("},", mended) + "]")) is not None:
        yield value
    elif _ARTICLE.search(mended[:4000]):
        yield _salvaged(mended)


def _json(text: str) -> Any:
    try:
        return msgspec.json.decode(text.encode("utf-8", errors="replace"))
    except (msgspec.DecodeError, RecursionError):
        return None


def _salvaged(text: str) -> Thing:
    """The plain fields of an article whose JSON is broken, each as it stands first."""
    article: Thing = {"@type": "NewsArticle"}
    for found in _SALVAGED.finditer(text):
        article.setdefault(found[1], found[2].replace('\\"', '"').replace("\\/", "/"))
    if author := _SALVAGED_AUTHOR.search(text):
        article["author"] = author[1]
    return article


def _kinds(item: Thing) -> str:
    kinds = item.get("@type")
    return " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")


def _own(articles: list[Thing], titles: list[str], address: str | None, linked: Linked) -> list[Thing]:
    """The articles that are this page's: by address, else by headline; else the first, which is what pages put first."""
    if len(articles) < 2:
        return articles
    here = _path(address)
    if here:
        own = [a for a in articles if here in {_path(u) for u in _addresses(a, linked)}]
        if own:
            rest = [
                a for a in articles if a not in own and like(_headline(a, linked), [_headline(own[0], linked)]) > _SAME
            ]
            return own + rest
    ranked = [(like(_headline(a, linked), titles), a) for a in articles]
    own = [a for score, a in ranked if score >= _SAME]
    return own or articles[:1]


def _headline(article: Thing, linked: Linked) -> str:
    return next(linked.strings(article.get("headline") or article.get("name")), "")


def _addresses(article: Thing, linked: Linked) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = article.get(key)
        yield from linked.strings(value, "@id")
        yield from linked.strings(value, "url")


def _path(address: str | None) -> str | None:
    """An address without scheme, `www.`, query and closing slash; None for a site's root."""
    if not address or "://" not in address:
        return None
    bare = re.split(r"[?#]", address.split("://", 1)[1].removeprefix("www."), maxsplit=1)[0].rstrip("/")
    return bare if "/" in bare else None


def title_words(text: str) -> list[str]:
    """The words of a title for comparing; single characters of scripts that write no spaces."""
    return _WORDS.findall(text.casefold())


def like(text: str, others: list[str]) -> float:
    """How many words a title has in common with the most alike of others, 0 to 1."""
    own = set(title_words(text))
    best = 0.0
    for other in others:
        words = set(title_words(other))
        if own and words:
            best = max(best, len(own & words) / len(own | words))
    return best


_SCOPE = re.compile(
    r"schema\.org/(?:\w*Article|BlogPosting|Report)\b|(?:^|\s)(?:schema:)?(?:NewsArticle|BlogPosting)\b"
)
_PROPERTIES = frozenset(
    ["headline", "datePublished", "dateModified", "dateCreated", "author", "publisher", "articleSection", "keywords", "creator"]
)  # fmt: skip
_DUBLIN = {"dc:date": "datePublished", "dcterms:date": "datePublished", "dcterms:issued": "datePublished", "dc:creator": "author",
           "dcterms:creator": "author", "dcterms:modified": "dateModified", "dc:title": "headline", "dcterms:created": "datePublished"}  # fmt: skip
_MARKED = "//body//*[@itemprop or @property]"


def _microdata(tree: Element) -> list[Thing]:
    """Articles that are marked up in the page's own elements, by microdata or RDFa."""
    scopes: dict[Element, Thing] = {}
    order: list[Element] = []
    for element in tree.xpath(_MARKED)[:2000]:
        for name in (element.get("itemprop") or element.get("property") or "").split():
            key = _DUBLIN.get(name.lower()) or name.removeprefix("schema:").rpartition("/")[2]
            if key not in _PROPERTIES:
                continue
            scope = _scope_of(element)
            if scope is None or is_aside(element, depth=8):
                continue
            value = _value(element)
            if not value:
                continue
            if scope not in scopes:
                scopes[scope] = {"@type": "NewsArticle", MARKED: True}
                order.append(scope)
            if key in ("author", "creator"):
                scopes[scope].setdefault("author", []).append(value)
            else:
                scopes[scope].setdefault(key, value)
    return [scopes[scope] for scope in order]


def _scope_of(element: Element) -> Element | None:
    """The article element that a marked element speaks of; the page itself where none is marked; None: something else's."""
    inside = False
    for node in element.iterancestors():
        kind = f"{node.get('itemtype') or ''} {node.get('typeof') or ''}"
        if not kind.strip() or "WebPage" in kind:
            continue
        if _SCOPE.search(kind):
            return node
        if inside or _NOT_OURS.search(kind):
            return None
        inside = True  # an author inside a Person inside an article
    return None if inside else element.getroottree().getroot()


_NOT_OURS = re.compile(r"Comment|Image|Video|ItemList|ListItem|Review|Product|Event")


def _value(element: Element) -> str | Thing:
    """What a marked element says: its machine value, its name inside, or its text."""
    if stated := element.get("content") or element.get("datetime"):
        return squeeze(stated)
    if (kind := element.get("itemtype") or element.get("typeof")) is not None:
        for inner in element.iter():
            if "name" in (inner.get("itemprop") or inner.get("property") or "").replace("schema:", "").split():
                return {"@type": kind.rpartition("/")[2], "name": squeeze(inner.get("content")) or text_of(inner)}
    text = text_of(element)
    return text if len(text) < 400 else ""
