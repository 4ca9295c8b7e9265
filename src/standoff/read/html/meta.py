"""What an HTML page says of itself in its head and its JSON-LD."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree

from standoff.lexicon.publishers import day_first as reads_day_first
from standoff.lexicon.publishers import host_of, publisher_of, real_address
from standoff.read.dates.publication import Published
from standoff.read.html.bylines import find_authors
from standoff.read.html.dates import find_modified, find_published, read_moment
from standoff.read.html.dom import Element, Marked, is_aside, squeeze, text_of
from standoff.read.html.linked_data import Linked, read_linked
from standoff.read.html.story import found_by
from standoff.read.html.title import find_title, headings, shown_title, stated_titles

_SECTION_KEYS = (
    "article:section",
    "parsely-section",
    "og:section",
    "og:article:section",
    "section",
    "article.section",
    "cxenseparse:section",
    "bt:section",
)
_TAG_KEYS = (
    "article:tag",
    "news_keywords",
    "parsely-tags",
    "sailthru.tags",
    "keywords",
    "og:article:tag",
    "dc.subject",
    "citation_keywords",
)
_PUBLISHER_KEYS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "citation_journal_title",
                   "article:publisher", "publisher", "application-name", "apple-mobile-web-app-title", "copyright")  # fmt: skip
_MAX_TAGS = 40


@dataclass(slots=True)
class Head:
    """Title, authors, publisher, publication, address and language as an HTML page states them."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: Published = field(default_factory=Published)
    url: str | None = None
    language: str | None = None
    modified: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    canonical: str | None = None
    heading: str | None = None
    descriptions: tuple[str, ...] = ()
    linked: Linked = field(default_factory=Linked)


def find_head(
    tree: Element,
    marked: Marked,
    *,
    url: str | None,
    day_first: bool | None,
    captured: str | None = None,
    voices: frozenset[Element] = frozenset(),
) -> Head:
    """Everything the page states of itself.

    `title` is the headline as the page's data give it; `heading` is the form of it that the page shows, if it shows one.

    Args:
        tree: the page.
        marked: its elements with a class, an id or microdata.
        url: the address that it was read from.
        day_first: how `06/07/2013` reads there; None: by the language that the page declares.
        captured: the day it was fetched or archived: it was published no later.
        voices: elements that hold comments: the times and names in them are not the page's.
    """
    metas, heads = _metas(tree), headings(tree)
    canonical, linked = _linked(tree, metas, heads, url)
    address = real_address(url) or canonical
    if day_first is None:
        day_first = reads_day_first(address, language=_tag(tree, metas))
    head = _stated(tree, metas, linked, address)
    head.url, head.canonical = url or canonical, canonical
    head.title = title = find_title(tree, metas, linked, heads, _site_names(metas, head.publisher, address))
    head.heading = shown_title(title, heads)
    head.authors = find_authors(tree, marked, metas, linked, title=title, voices=voices)
    head.published = find_published(
        tree, marked, metas, linked, headline=title, url=head.url, day_first=day_first, captured=captured, voices=voices
    )
    head.modified = find_modified(metas, linked, day_first=day_first)
    return head


def _stated(tree: Element, metas: dict[str, list[str]], linked: Linked, address: str | None) -> Head:
    """What the data of a page say of it without more: publisher, section, keywords, language, descriptions."""
    return Head(
        publisher=_publisher(metas, linked, address),
        section=_section(metas, linked) or _category(tree),
        tags=_tags(metas, linked),
        language=_language(tree, metas),
        descriptions=tuple(metas.get("og:description", []) + metas.get("description", [])),
        linked=linked,
    )


def _linked(tree: Element, metas: dict[str, list[str]], heads: list[str], url: str | None) -> tuple[str | None, Linked]:
    """The address that the page calls its own, and the JSON-LD and microdata that are of it."""
    canonical = _canonical(tree, metas, url)
    linked = read_linked(tree, titles=[*heads, *stated_titles(metas)], address=canonical or real_address(url))
    return canonical or _linked_address(linked), linked


def _metas(tree: Element) -> dict[str, list[str]]:
    """The contents of `meta` elements by their property, name or itemprop, lower case."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = squeeze(meta.get("content") or meta.get("value"))
        if not content:
            continue
        for attribute in ("property", "name", "itemprop"):
            key = meta.get(attribute)
            if key and (attribute != "itemprop" or _of_page(meta)):
                found.setdefault(key.strip().lower(), []).append(content)
    return found


def _of_page(meta: Element) -> bool:
    """Whether a `meta` with microdata speaks of the page: it stands in its head, not in a teaser."""
    return any(node.tag == "head" for node in meta.iterancestors())


def _canonical(tree: Element, metas: dict[str, list[str]], url: str | None) -> str | None:
    """The address that the page calls its own: of an AMP or print view that of the page itself."""
    base = real_address(url) or ""
    stated = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    stated += metas.get("og:url", []) + metas.get("parsely-link", [])
    for value in stated:
        try:
            address = urljoin(base, value.strip())
        except ValueError:
            continue
        if re.match(r"https?://[^/\s]+\.[^/\s]", address) and (_is_page(address) or not _is_page(base)):
            return str(address)
    return None


def _is_page(address: str) -> bool:
    """Whether an address leads to a page rather than to a site's front."""
    return re.match(r"https?://[^/]+/?(?:index\.\w+)?$", address) is None and "://" in address


def _linked_address(linked: Linked) -> str | None:
    for article in linked.articles[:1]:
        for key in ("url", "mainEntityOfPage"):
            for part in ("url", "@id"):
                for value in linked.strings(article.get(key), part):
                    if value.startswith("http") and _is_page(value):
                        return value.partition("#")[0]
    return None


def _site_names(metas: dict[str, list[str]], publisher: str | None, url: str | None) -> list[str]:
    """How titles may write the site's name."""
    host = host_of(url) or ""
    stem = max(host.split(".")[:-1], key=len, default="")
    found = [*metas.get("og:site_name", []), *metas.get("application-name", []), publisher or "", host, stem]
    if entry := publisher_of(url):
        found += entry.names
    return [name for name in dict.fromkeys(found) if name]


def _publisher(metas: dict[str, list[str]], linked: Linked, url: str | None) -> str | None:
    if entry := publisher_of(url):
        return entry.names[0]
    stated = [n for a in linked.articles[:2] for n in linked.strings(a.get("publisher"))]
    for key in _PUBLISHER_KEYS:
        stated += [_COPYRIGHT_MARK.sub("", value) for value in metas.get(key, ())]
    return next((name for name in stated if 1 < len(name) < 80 and "://" not in name and not name.isdigit()), None)


_COPYRIGHT_MARK = re.compile(r"^(?:copyright|©|\(c\)|[\s\d,–-])+|[,.]?\s{0,2}all rights reserved\.?$", re.IGNORECASE)


def _section(metas: dict[str, list[str]], linked: Linked) -> str | None:
    """The paper's section, by its own data."""
    stated = [s for a in linked.articles[:2] for s in linked.strings(a.get("articleSection"))]
    stated += [value for key in _SECTION_KEYS for value in metas.get(key, ())]
    return next((s for s in stated if 1 < len(s) < 60 and "://" not in s and not s.isdigit()), None)


_CATEGORY = etree.XPath("//a[contains(concat(' ', @rel, ' '), ' category ')]")


def _category(tree: Element) -> str | None:
    """The section that a page's own link marks as its category, as blogs do."""
    found = (text_of(link) for link in found_by(_CATEGORY, tree)[:5] if not is_aside(link, depth=6))
    return next((said for said in found if 1 < len(said) < 60), None)


def _tags(metas: dict[str, list[str]], linked: Linked) -> tuple[str, ...]:
    """The page's own keywords: those of the first place that states some."""
    places = [[t for a in linked.articles[:2] for t in linked.strings(a.get("keywords"))]]
    places += [metas.get(key, []) for key in _TAG_KEYS]
    for values in places:
        pieces = (squeeze(p) for value in values for p in re.split(r"[,;|、]", value[:2000]))
        found = tuple(
            dict.fromkeys(p for p in pieces if 1 < len(p) < 60 and "://" not in p and not re.match(r"\w+:\S", p))
        )
        if found:
            return found[:_MAX_TAGS]
    return ()


def read_date(value: str, day_first: bool | None) -> Published | None:
    """A date as meta data and marked elements write it; None where it is none."""
    moment = read_moment(value, day_first)
    return Published(moment.day, "stated", moment.iso) if moment else None


def _tag(tree: Element, metas: dict[str, list[str]]) -> str | None:
    """The language and country that the page declares: `en-GB`."""
    stated = [
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        *metas.get("og:locale", []),
    ]
    return max(stated, key=len, default=None) or None


def _language(tree: Element, metas: dict[str, list[str]]) -> str | None:
    found = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", _tag(tree, metas) or "")
    return found.group().lower() if found else None
