"""The headline of an HTML page: what its meta data and its `h1` agree on, without the site's name."""

import re
from itertools import islice

from standoff.read.html.dom import Element, is_aside, squeeze, text_of
from standoff.read.html.linked_data import MARKED, Linked, like, title_words

_ONE = 0.3  # share of words in common from which two titles are forms of one headline
_SHORT = 25  # characters; what a longer last piece says is no site's name
_KEYS = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "title", "headline", "hdl")  # fmt: skip
_CUT = re.compile(r"\s[|–—\-·»•:]{1,3}\s|\s?[｜：]\s?|(?<=\w):\s")
_PRINTED = re.compile(r"^print(?:er-?friendly|able)?(?: (?:version|view|page|article))?\s?[-–—:|]\s", re.IGNORECASE)
_PROSE = 100  # characters
_NEAR = 3  # elements above a paragraph, one of which holds its story's heading
_PIECE_TAGS = ("b", "strong", "font", "span", "div", "td", "p", "h2", "h3", "a")
_PIECE_WORDS = 3
_EDGE = " |–—-·»•｜：:"


def headings(tree: Element) -> list[str]:
    """The page's main headings, those of what stands beside the story left out; without an `h1`, the `h2` above the story."""
    found = (text_of(e) for e in tree.iter("h1") if not is_aside(e, depth=5))
    return [text for text in found if 2 < len(text) < 400] or _above_story(tree)


def _above_story(tree: Element) -> list[str]:
    """The last `h2` of some words above the page's first long paragraph, where both stand in one part of the page."""
    heading: Element | None = None
    for element in tree.iter("h2", "p"):
        if element.tag == "h2":
            said = text_of(element)
            heading = element if said.count(" ") >= _PIECE_WORDS and len(said) < _PROSE * 2 else None
        elif len(text_of(element)) > _PROSE and not is_aside(element, depth=5):
            near = heading is not None and heading.getparent() in (*islice(element.iterancestors(), _NEAR),)
            return [text_of(heading)] if near and heading is not None else []
    return []


def stated_titles(metas: dict[str, list[str]]) -> list[str]:
    """The titles that `meta` elements give, the surest first."""
    return [value for key in _KEYS for value in metas.get(key, ())]


def find_title(
    tree: Element, metas: dict[str, list[str]], linked: Linked, heads: list[str], sites: list[str]
) -> str | None:
    """The headline, as the article's own data or the `meta` elements give it, else as the page shows it.

    Of two forms of one headline it is the one that `meta` gives to readers elsewhere, unless that only adds to the article's
    own; where both are texts of their own, it is the article's.
    """
    whole = next((text_of(t) or squeeze(t.text) for t in tree.iter("title")), "")
    names = {_plain(site) for site in sites}
    heads = [head for head in heads if not _is_site(head, names)] or heads
    articles = [a for a in linked.articles if MARKED not in a]
    linked_titles = [t for a in articles[:1] for t in linked.strings(a.get("headline") or a.get("name"))]
    forms = {_plain(t) for t in [*heads, *linked_titles, *stated_titles(metas)]}
    own = _bare(next(iter(linked_titles), ""), sites, forms)
    shown = next((t for t in (_bare(t, sites, forms) for t in stated_titles(metas)) if t), "")
    if own and shown:
        return _of_two(own, shown, [_bare(t, sites, forms) for t in metas.get("twitter:title", [])])
    stated = own or ("" if _is_site(shown, names) else shown)
    if heads and stated and like(stated, heads) < _ONE <= like(_bare(whole, sites, forms), heads):
        stated = ""
    known = [t for t in (stated, _bare(whole, sites, forms)) if t]
    best = max(heads, key=lambda h: (like(h, known), len(h)), default="")
    if best and not stated and whole.count(" ") < _PIECE_WORDS < best.count(" "):
        return best  # the page is called by its site's name alone
    if stated and (not best or like(best, known) < _ONE or stated.casefold() in best.casefold()):
        return stated
    if best and (not known or like(best, known) >= _ONE):
        return best
    return stated or _printed_piece(tree, whole) or _bare(whole, sites, forms) or (heads[0] if heads else None)


def _printed_piece(tree: Element, whole: str) -> str | None:
    """The longest piece of a `title` at its end or its beginning that the page prints as a line, where no heading does.

    Where no mark parts the site's name from the headline it is the line that all but the name begins with.
    """
    cuts = list(_CUT.finditer(whole))
    pieces = [piece for cut in cuts for piece in (whole[: cut.start()], whole[cut.end() :])]
    wanted = {squeeze(piece) for piece in pieces if piece.count(" ") >= _PIECE_WORDS}
    body = next(tree.iter("body"), None)
    if body is None or whole.count(" ") < _PIECE_WORDS:
        return None
    most = max(map(len, wanted), default=len(whole))
    said = {squeeze(e.text_content()) for e in body.iter(*_PIECE_TAGS) if e.text and len(e.text) < most + _SHORT}
    begun = (text for text in said if len(text) < len(whole) < len(text) + _SHORT and whole.startswith(f"{text} "))
    return max(wanted & said, key=len, default=None) or max(
        (text for text in begun if text.count(" ") >= _PIECE_WORDS), key=len, default=None
    )


def shown_title(title: str | None, heads: list[str]) -> str | None:
    """The heading that shows the title on the page; None where none has its words."""
    best = max(heads, key=lambda head: like(head, [title or ""]), default=None)
    return best if best and title and like(best, [title]) >= _ONE else None


def _of_two(own: str, shown: str, others: list[str]) -> str:
    words, shown_words = set(_plain(own).split()), set(_plain(shown).split())
    if words <= shown_words or any(_plain(own) == _plain(other) for other in others):
        return own
    return shown if like(own, [shown]) >= _ONE else own


def _plain(text: str) -> str:
    return " ".join(title_words(text))


def _bare(title: str, sites: list[str], forms: set[str]) -> str:
    """A title without the site's name at its end or its beginning, and without soft hyphens.

    Args:
        title: as stated.
        sites: how the site's name is written.
        forms: the plain words of the page's other titles: what one of them lacks at the end is no part of the headline.
    """
    title = _PRINTED.sub("", squeeze(title.replace("\u00ad", ""))[:500])
    names = {_plain(site) for site in sites}
    for _ in range(3):
        cuts = list(_CUT.finditer(title))
        if not cuts:
            break
        last, first, left = title[cuts[-1].end() :], title[: cuts[0].start()], title[: cuts[-1].start()]
        short = len(last) < min(_SHORT, len(left)) and cuts[-1].group().strip() in "|｜»•"
        if _is_site(last, names) or short or (len(last) < 2 * _SHORT and _plain(left) in forms):
            title = left.rstrip(_EDGE)
        elif _is_site(first, names) and len(title) - len(first) > _SHORT:
            title = title[cuts[0].end() :].lstrip(_EDGE)
        else:
            break
    return title


_BESIDE_NAME = frozenset(
    ["the", "news", "com", "www", "online", "digital", "web", "tv", "org", "net", "co", "uk", "de"]
)


def _is_site(piece: str, names: set[str]) -> bool:
    """Whether a piece of a title is the site's name, or it with no more than `news` or `.com` beside it."""
    words = _plain(piece).split()
    if not words or len(words) > 7:
        return False
    telling = [word for word in words if word not in _BESIDE_NAME]
    return any(
        words == name.split() or (telling and telling == [w for w in name.split() if w not in _BESIDE_NAME])
        for name in names
    )
