"""Readers' comments of an HTML page: by their elements, or else by the lines of the block that holds them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from standoff.lexicon.furniture import furniture
from standoff.read.dates.publication import Published
from standoff.read.dates.stamps import Stamp
from standoff.read.flat.comment_forms import posted_by
from standoff.read.flat.comments import find_comments
from standoff.read.flat.lines import split_lines
from standoff.read.html.dom import Element, Marked, lines_of, names, squeeze, text_of
from standoff.read.html.meta import read_date
from standoff.read.html.story import untagged
from standoff.read.html.updates import string_of
from standoff.read.stamped import is_age

_ONE = re.compile(
    r"(?:^|[\s])(?:(?:c|d|js|b|user|reader|single|post|article|fb|ugc)?-?_?comment(?:-?(?:item|single|entry|box|wrap|wrapper|container|node))?"
    r"|comment[-_]{1,2}item|comment-\d+|comment\d+|review-comment|post-message-wrapper|discussion-item"
    r"|(?:coral|talk-stream|vf|gig|lf|fyre|hyvor|openweb|uc|rc|news|story|site)-comment(?:-(?:article|container))?|uficomment|(?:js-)?(?:comentario|kommentar|commentaire|commento|reactie)(?:-?(?:item|single))?|spcv_list-item|fbfeedbackpost|echo-item|fyre-comment-article)(?:$|[\s])",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"(?:^|[\s])(?:comments|comments?-?_?(?:list|section|area|block|container|wrapper|thread|body|content|feed|box)|commentlist|disqus_thread|"
    r"article-?comments|reader-?comments|usercomments|discussion|conversation|responses|comment-?stream|comentarios|kommentare|commentaires|commenti|reacties|comments-[a-z]{2,12}|comments__[a-z]{2,12})(?:$|[\s])",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"author|user-?name|username|profile-?name|commenter|creator|actor-?name|(?:^|[-_ ])(?:user|name|fn|nick|nickname|poster|byline|usuario|autor|nutzer|pseudo)(?:$|[-_ ])|__name|-name",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"date|time|posted|published|stamp|livetimestamp|(?:^|[-_ ])(?:ago|meta|fecha|hora|datum|zeit)(?:$|[-_ ])",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"(?:^|[-_ ])(?:comment-?(?:body|text|content|message|copy)|body|text|content|message|post-?message|post-?content)(?:$|[-_ ])|__(?:body|text|content|message)",
    re.IGNORECASE,
)
_ACTIONS = re.compile(r"action|reply|vote|like|flag|report|share|toolbar|avatar|footer|button", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"\s*(?:\bpost author\b)?\s*(?:\b(?:wrote|says|said|commented|replied|posted))?\s*:?\s*$", re.IGNORECASE
)
_NAME_LINE = re.compile(r"[^\W_][\w .'’@\-]{1,38}(?<![.!?])$")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_NODE_TAGS = frozenset({"li", "div", "article", "section", "dd", "dl", "tr"})
_BLOCK_TAGS = frozenset({"section", "div", "ol", "ul", "aside"})
_HEADING = 80  # characters
_MOST = 2000


@dataclass(slots=True)
class HtmlComment:
    """A comment: who, when (ISO 8601) and as printed, and what, in lines."""

    author: str | None
    time: str | None
    stamp: str | None
    lines: list[str]


def take_comments(tree: Element, marked: Marked, *, day_first: bool | None) -> tuple[list[HtmlComment], list[Element]]:
    """The page's comments in order, and the elements to take out so that none gets into the story."""
    likely = marked.like(
        "comment",
        "com[me]+ntari|kommentar|commenti|reactie",
        "post-message",
        "discussion",
        "disqus",
        "conversation",
        "responses",
        "spcv",
        "echo-item",
        "coral",
        "fyre",
        "fbfeedback",
    )
    found = list(_whole(e for e in likely if e.tag in _NODE_TAGS and _is_comment(e)))
    for thread in (e for e in likely if (e.get("id") or "").startswith(("disqus", "dsq"))):
        found.extend(e for e in thread.iter("li") if "post" in (e.get("class") or "").split())
    nodes = list(dict.fromkeys(found or _around_names(likely)))[:_MOST]
    blocks = [e for e in likely if e.tag in _BLOCK_TAGS and _BLOCK.search(names(e)) and not _holds_story(e)]
    nested = _nested(nodes)
    comments = [c for node in nodes if (c := _comment(node, nested.get(node, frozenset()), day_first)) is not None]
    if not comments:
        for block in blocks:
            comments = _by_lines(lines_of(block), day_first)
            if comments:
                break
        else:
            comments, blocks = _under_heading(tree, day_first)
    else:
        blocks.extend(node for node in nodes if not _holds_story(node))
    return comments, blocks


def told_comments(articles: Sequence[dict[str, Any]], *, day_first: bool | None) -> list[HtmlComment]:
    """The comments that the page's JSON-LD holds, in order."""
    told: list[HtmlComment] = []
    for article in articles[:3]:
        held = article.get("comment") or article.get("comments")
        for item in held[:_MOST] if isinstance(held, list) else [held] if isinstance(held, dict) else ():
            if not isinstance(item, dict):
                continue
            lines = [squeeze(t) for t in untagged(string_of(item.get("text") or item.get("commentText"))).split("\n")]
            when = read_date(string_of(item.get("dateCreated") or item.get("datePublished")), day_first)
            author = squeeze(string_of(item.get("author") or item.get("creator"))) or None
            if any(lines) and (author or when):
                told.append(
                    HtmlComment(author, (when.time or when.day) if when else None, None, [t for t in lines if t])
                )
    return told


_WRITER = re.compile(r"comment-?_?(?:actor|author|user|writer)", re.IGNORECASE)
_NODE_LEVELS = 8


def _around_names(likely: Sequence[Element]) -> Iterator[Element]:
    """The largest element around each name of a comment's writer that holds no other's: a comment that nothing calls one."""
    writers = [e for e in likely if _WRITER.search(names(e)) and 0 < len(_said(e)) < 60][:_MOST]
    named = frozenset(writers)
    writers = [e for e in writers if named.isdisjoint(e.iterdescendants())]
    if len(writers) < 2:
        return
    above = Counter(node for e in writers for node in e.iterancestors())
    for writer in writers:
        node = writer
        for _ in range(_NODE_LEVELS):
            parent = node.getparent()
            if parent is None or above[parent] > 1:
                break
            node = parent
        if node is not writer:
            yield node


def _whole(found: Iterable[Element]) -> Iterator[Element]:
    """Comments without the elements that are called comments and hold but the text of one."""
    known: set[Element] = set()
    for element in found:
        if not (
            _TEXT.search(names(element)) and any(node in known for node in islice(element.iterancestors(), _LEVELS))
        ):
            known.add(element)
            yield element


_LEVELS = 2  # from a comment down to its text


def _is_comment(element: Element) -> bool:
    if "Comment" in (element.get("itemtype") or "") or element.get("itemprop") == "comment":
        return True
    return any(_ONE.search(value) for value in (element.get("class") or "", element.get("id") or "") if value)


def _holds_story(element: Element) -> bool:
    """Whether a block holds the page's headline: then its name says nothing."""
    return any(True for _ in element.iter("h1"))


def _nested(nodes: list[Element]) -> dict[Element, frozenset[Element]]:
    """The comments that stand directly inside each comment."""
    known = frozenset(nodes)
    inside: dict[Element, set[Element]] = {}
    for node in nodes:
        parent = next((e for e in node.iterancestors() if e in known), None)
        if parent is not None:
            inside.setdefault(parent, set()).add(node)
    return {node: frozenset(children) for node, children in inside.items()}


def _own(node: Element, nested: frozenset[Element]) -> Iterator[Element]:
    """The elements of a comment in order, without those of comments nested in it."""
    waiting = list(reversed(node))
    while waiting:
        element = waiting.pop()
        if element in nested or not isinstance(element.tag, str):
            continue
        yield element
        waiting.extend(reversed(element))


_TIME_TAGS = ("time", "abbr", "meta")


def _comment(node: Element, nested: frozenset[Element], day_first: bool | None) -> HtmlComment | None:
    """One comment, without those nested in it; None where it names nobody and no time."""
    author = time = stamp = None
    text: Element | None = None
    marked: set[Element] = set(nested)
    for element in _own(node, nested):
        own = f"{names(element)} {element.get('itemprop') or ''} {element.get('data-spot-im-class') or ''}"
        if time is None and (
            element.tag in _TIME_TAGS or (_TIME.search(own) and next(element.iter("time"), None) is None)
        ):
            found = _moment(element, day_first)
            if found:
                time, stamp = found.time or found.day, text_of(element)
                if element.tag == "time" or len(stamp) < 40:
                    marked.add(element)
        if author is None and (_AUTHOR.search(own) or element.tag == "cite") and 0 < len(_said(element)) < 60:
            author = _name_in(element)
            marked.add(element)
        elif text is None and _TEXT.search(own) and element.tag not in ("a", "span"):
            text = element
        elif (
            element.tag in ("ul", "div", "footer", "a", "span", "button")
            and _ACTIONS.search(own)
            and len(text_of(element)) < 80
        ):
            marked.add(element)
    lines = lines_of(text if text is not None else node, skip=frozenset(marked))
    if author is None and (signed := _signed(node, nested, day_first)) is not None:
        author, moment, line = signed
        time, stamp = time or (moment.iso or moment.day if moment else None), stamp or line
        lines = [other for other in lines if other != line]
    if author is None and len(lines) > 1 and _NAME_LINE.match(lines[0]) and lines[0].count(" ") < 4:
        author = lines.pop(0)
    if not lines or (author is None and time is None):
        return None
    return HtmlComment(author, time, stamp, lines)


def _signed(node: Element, nested: frozenset[Element], day_first: bool | None) -> tuple[str, Stamp | None, str] | None:
    """Who wrote a comment and when, with the line that says both: `Submitted by Jane Roe on 4 May 2015`."""
    for line in lines_of(node, skip=nested)[:_SIGNED]:
        if found := posted_by(line, day_first):
            return *found, line
    return None


_SIGNED = 3  # lines of a comment's head
_NAMES = re.compile(r"author|user-?name|actor-?name|nick|(?:^|[-_ ])(?:js-usr|fn)(?:$|[-_ ])", re.IGNORECASE)


def _name_in(element: Element) -> str | None:
    """The name that an element holds, without whom it answers, from where and how long ago."""
    inner = (e for e in element.iterdescendants() if isinstance(e.tag, str) and _NAMES.search(names(e)))
    said = next((text for e in inner if 0 < len(text := _said(e)) < 60), _said(element))
    if is_age(said):
        said = said.split(",")[0]
    return _NO_AUTHOR.sub("", said) or None


def _moment(element: Element, day_first: bool | None) -> Published | None:
    """The time that an element of a comment states for machines, or else prints."""
    for value in (element.get("datetime"), element.get("content"), element.get("title"), text_of(element)[:80]):
        if value and (found := read_date(value, day_first)) is not None:
            return found
    return None


def _said(element: Element) -> str:
    """An element's text, of a button too: a reader's name may be one."""
    return squeeze(element.text_content()) if len(element) < 12 else ""


def _under_heading(tree: Element, day_first: bool | None) -> tuple[list[HtmlComment], list[Element]]:
    """Comments that stand under a heading such as `Readers' comments` and are not marked otherwise, with their elements."""
    heads = (element for element in tree.iter(*_HEADINGS, *_HEADS) if _heads_comments(element))
    for heading in islice(heads, _TRIED):
        below: list[Element] = []
        for element in heading.itersiblings():
            if element.tag in _HEADINGS:
                break
            below.append(element)
        comments = _by_lines([line for element in below for line in lines_of(element)], day_first)
        if comments:
            return comments, [heading, *below]
    return [], []


_HEADS = ("p", "div", "strong", "b")  # what else may head comments
_TRIED = 10  # heads on a page: each is read with all that stands below it


def _heads_comments(element: Element) -> bool:
    """Whether an element is the head of comments: a heading, or a line of its own with `comment` in it."""
    if element.tag not in _HEADINGS and "omment" not in (element.text or ""):
        return False
    return "comments" in furniture().roles(text_of(element)[:_HEADING])


def _by_lines(block: list[str], day_first: bool | None) -> list[HtmlComment]:
    """The comments of a block's lines where its elements say nothing, by the rules for flattened pages."""
    text = (
        "A paragraph stands here so that the head of the comments is one after a story of some length, as it should be.\nComments\n"
        + "\n".join(block)
    )
    lines = split_lines(text)
    found: list[HtmlComment] = []
    for comment in find_comments(lines, day_first=day_first):
        own = [line.text for line in lines[comment.first : comment.last + 1]]
        stamp = own[-1] if comment.time and len(own) > 2 else None
        found.append(HtmlComment(comment.author, comment.time, stamp, own[1:-1] if stamp else own[1:]))
    return found
