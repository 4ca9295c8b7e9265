"""What an HTML page says of itself in its head, its JSON-LD and its byline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import msgspec

from standoff.lexicon.publishers import publisher_of
from standoff.read.dom import Element, Marked, is_aside, names, squeeze, text_of
from standoff.read.publication import Published, author_names
from standoff.read.stamps import date_in_address, find_stamps

_ARTICLE = re.compile(r"Article|BlogPosting|Report|NewsArticle|LiveBlogPosting")
_MAX_LD = 600_000
_BYLINE = re.compile(
    r"(?:^|[-_ ])(?:byline|author|authors|article-author|byline-?name|author-?name|writer|reporter)s?(?:$|[-_ ])",
    re.IGNORECASE,
)
_BYLINE_TAGS = frozenset({"a", "span", "p", "div", "address", "li", "h4"})
_DATED = re.compile(r"publi|date|time|posted|stamp", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """Title, authors, publisher, publication, address and language as an HTML page states them."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: Published = field(default_factory=Published)
    url: str | None = None
    language: str | None = None


def find_head(tree: Element, marked: Marked, *, url: str | None, day_first: bool | None) -> Head:
    """Everything the page states of itself; the date's last resort (htmldate) is the caller's."""
    metas = _metas(tree)
    articles = list(_articles(tree))
    address = url or _canonical(tree, metas)
    return Head(
        title=_title(tree, metas, articles),
        authors=_authors(marked, metas, articles),
        publisher=_publisher(metas, articles, address),
        published=_published(tree, metas, articles, address, day_first),
        url=address,
        language=_language(tree),
    )


def _metas(tree: Element) -> dict[str, list[str]]:
    """The contents of `meta` elements by their property, name or itemprop, lower case."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = squeeze(meta.get("content"))
        if not content:
            continue
        for attribute in ("property", "name", "itemprop"):
            if key := meta.get(attribute):
                found.setdefault(key.strip().lower(), []).append(content)
    return found


def _articles(tree: Element) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article, the first of the page first."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MAX_LD:
            continue
        try:
            data = msgspec.json.decode(re.sub(r"[\x00-\x1f]", " ", script.text).encode("utf-8", errors="replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
        yield from _objects(data)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < 300:
        seen += 1
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            kinds = item.get("@type")
            if _ARTICLE.search(" ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")):
                yield item
            waiting.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(item.get(key), (dict, list))
            )


def _strings(value: Any, key: str = "name") -> Iterator[str]:
    """The strings of a JSON-LD value: itself, those of a list, or of an object's `key`."""
    if isinstance(value, str):
        yield squeeze(unescape(value))
    elif isinstance(value, list):
        for item in value[:30]:
            yield from _strings(item, key)
    elif isinstance(value, dict):
        yield from _strings(value.get(key), key)


def _canonical(tree: Element, metas: dict[str, list[str]]) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    return next((u for u in metas.get("og:url", ()) if u.startswith("http")), None)


_WORDS = re.compile(r"\w+")


def _title(tree: Element, metas: dict[str, list[str]], articles: list[dict[str, Any]]) -> str | None:
    """The headline: the `h1` that the page's other titles share most words with, else one of those."""
    stated = [t for a in articles[:2] for t in _strings(a.get("headline"))]
    stated += metas.get("og:title", []) + metas.get("twitter:title", []) + metas.get("title", [])
    whole = next((text_of(t) or squeeze(t.text) for t in tree.iter("title")), "")
    heads = [h for h in (text_of(e) for e in tree.iter("h1") if not is_aside(e, depth=5)) if 2 < len(h) < 400]
    if heads:
        wanted = [set(_WORDS.findall(t.casefold())) for t in [*stated, whole] if t]
        best = max(heads, key=lambda h: (_likeness(h, wanted), len(h)))
        if _likeness(best, wanted) >= 0.4 or not wanted:
            return best
    title = next((t for t in stated if t), whole)
    return _without_site(title, metas) or (heads[0] if heads else None)


def _likeness(text: str, wanted: list[set[str]]) -> float:
    own = set(_WORDS.findall(text.casefold()))
    return max((len(own & words) / max(1, len(own | words)) for words in wanted), default=0.0)


def _without_site(title: str, metas: dict[str, list[str]]) -> str | None:
    """A title without the site's name at its end."""
    site = next(iter(metas.get("og:site_name", ())), "")
    pieces = re.split(r"\s+[|–—\-·»]\s+", title)
    if len(pieces) > 1 and (
        pieces[-1].casefold() == site.casefold() or len(pieces[-1]) < 25 < len(title) - len(pieces[-1])
    ):
        title = title[: title.rindex(pieces[-1])].rstrip(" |–—-·»")
    return title or None


def _authors(marked: Marked, metas: dict[str, list[str]], articles: list[dict[str, Any]]) -> tuple[str, ...]:
    for article in articles[:2]:
        found = _persons(_strings(article.get("author")))
        if found:
            return found
    for key in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "byline"):
        if found := _persons(v for v in metas.get(key, ()) if "://" not in v and "/" not in v):
            return found
    return _persons(visible_bylines(marked))


def _persons(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for value in values if 2 < len(value) < 200 for name in author_names(value)))


def visible_bylines(marked: Marked) -> Iterator[str]:
    """The lines that the page itself prints as its byline, each once, parts of another left out."""
    said: list[str] = []
    for element in marked.like("author", "byline", "writer", "reporter"):
        if element.tag not in _BYLINE_TAGS:
            continue
        if element.get("rel") == "author" or element.get("itemprop") == "author" or _BYLINE.search(names(element)):
            text = text_of(element)
            if 3 < len(text) < 160 and not is_aside(element, depth=6) and not any(text in other for other in said):
                said.append(text)
                yield text


def _publisher(metas: dict[str, list[str]], articles: list[dict[str, Any]], url: str | None) -> str | None:
    if entry := publisher_of(url):
        return entry.names[0]
    stated = [n for a in articles[:2] for n in _strings(a.get("publisher"))]
    stated += metas.get("og:site_name", []) + metas.get("application-name", []) + metas.get("dc.publisher", [])
    return next((name for name in stated if 1 < len(name) < 80 and "://" not in name), None)


_DATE_KEYS = (
    "article:published_time", "datepublished", "og:published_time", "og:article:published_time", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.created",
    "dc.date", "date.issued", "article.published", "published_at", "cxenseparse:recs:publishtime", "date", "originalpublicationdate",
)  # fmt: skip
_ISO = re.compile(
    r"\s*(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)


def _published(
    tree: Element, metas: dict[str, list[str]], articles: list[dict[str, Any]], url: str | None, day_first: bool | None
) -> Published:
    """The stated date: JSON-LD, then `meta`, then elements that are marked as dates, then the address."""
    stated = [d for a in articles for d in _strings(a.get("datePublished"))]
    stated += [d for key in _DATE_KEYS for d in metas.get(key, ())]
    for value in stated:
        if found := read_date(value, day_first):
            return found
    for element in tree.iter("time"):
        if is_aside(element, depth=8) or "modif" in names(element) or element.get("itemprop") == "dateModified":
            continue
        if found := read_date(element.get("datetime") or "", day_first) or read_date(text_of(element), day_first):
            return found
    for element in tree.iter("span", "p", "div", "abbr", "li", "em"):
        own = f"{names(element)} {element.get('itemprop') or ''}"
        if _DATED.search(own) and not is_aside(element, depth=8):
            text = text_of(element)
            if (
                len(text) < 120
                and not re.match(r"updated|last|modified", text, re.IGNORECASE)
                and (found := read_date(text, day_first))
            ):
                return found
    address = date_in_address(url) if url else None
    return Published(address, "stated") if address and len(address) == 10 else Published()


def read_date(value: str, day_first: bool | None) -> Published | None:
    """A date as meta data and marked elements write it; None where it is none."""
    value = value[:200]
    if found := _ISO.match(value):
        stamp = next(find_stamps(found["day"]), None)
        if stamp is None:
            return None
        zone = found["zone"]
        offset = "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}" if zone else ""
        time = f"{stamp.day}T{found['clock']}{offset}" if found["clock"] else None
        return Published(stamp.day, "stated", time)
    stamp = next(find_stamps(value, day_first=day_first), None)
    return Published(stamp.day, "stated", stamp.iso) if stamp else None


def _language(tree: Element) -> str | None:
    found = re.match(r"[a-zA-Z]{2}", tree.get("lang") or "")
    return found.group().lower() if found else None
