"""Limits on what is read, checked before any parser sees it: size, depth, number of attributes, binary data."""

import re

from standoff.model import Issue

MAX_CHARS = 5 * 1024 * 1024
MAX_DEPTH = 250
MAX_TAGS = 50_000
MAX_LINES = 20_000
MAX_TAG_CHARS = 1_000_000
MAX_ATTRIBUTES = 5_000  # of one tag; parsers compare each with each
_HEAD = 4096


def cut(text: str, max_chars: int = MAX_CHARS) -> tuple[str, tuple[Issue, ...]]:
    """The text up to the cap, and an issue that names the cap where something was left out."""
    if len(text) <= max_chars:
        return text, ()
    message = f"the page has {len(text):,} characters and was cut at {max_chars:,}: what stands after is not read"
    return text[:max_chars], (Issue(code="cut", message=message),)


def cut_lines(text: str, max_lines: int = MAX_LINES) -> tuple[str, tuple[Issue, ...]]:
    """The text up to the cap on its lines, blank ones aside, and an issue that names the cap where something was left out."""
    if text.count("\n") + text.count("\r") <= max_lines:
        return text, ()
    for n, found in enumerate(_BREAK.finditer(text), 1):
        if n == max_lines and found.end() < len(text):
            message = f"the page has more than {max_lines:,} lines and was cut there: what stands after is not read"
            return text[: found.start()], (Issue(code="cut", message=message),)
    return text, ()


def cut_tags(html: str, max_tags: int = MAX_TAGS) -> tuple[str, tuple[Issue, ...]]:
    """The markup up to the cap on its tags, and an issue that names the cap where something was left out."""
    if html.count("<") <= max_tags:
        return html, ()
    for n, found in enumerate(_TAG.finditer(html), 1):
        if n > max_tags:
            message = f"the page has more than {max_tags:,} tags and was cut there: what stands after is not read"
            return html[: found.start()], (Issue(code="cut", message=message),)
    return html, ()


_BREAK = re.compile(r"[\r\n]\s*")


_MAGIC = (
    ("%PDF-", "a PDF"), ("\x89PNG", "a PNG picture"), ("\ufffdPNG", "a PNG picture"), ("GIF8", "a GIF picture"),
    ("\xff\xd8\xff", "a JPEG picture"), ("PK\x03\x04", "a ZIP archive"), ("\x1f\x8b", "gzip data"),
    ("\x1f\ufffd", "gzip data"), ("\x7fELF", "a program"), ("{\\rtf", "RTF"), ("\xd0\xcf\x11\xe0", "an old Office file"),
    ("SQLite format 3\x00", "a database"),
)  # fmt: skip
_CONTROL = bytes((*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)))


_SURROGATE = re.compile(r"[\ud800-\udfff]")


def without_surrogates(text: str) -> tuple[str, tuple[Issue, ...]]:
    """The text with half characters, which cannot be written as UTF-8, shown as \ufffd; as long as before."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text, count = _SURROGATE.subn("\ufffd", text)
    else:
        return text, ()
    message = f"{count} places of the page are half characters (surrogates) and show as \ufffd"
    return text, (Issue(code="encoding-broken", message=message),)


def text_trouble(text: str) -> Issue | None:
    """Why a text is none: empty, or binary data under a page's name; None where it can be read."""
    if not text.strip("\x00\ufeff \t\r\n\x0b\x0c"):
        return Issue(code="empty-page", message="the page is empty: nothing to read")
    head = text[:_HEAD]
    bare = head.lstrip("\ufeff \t\r\n")
    for magic, name in _MAGIC:
        if bare.startswith(magic):
            return Issue(code="not-text", message=f"the page is {name}, not text or HTML: convert it first")
    written = head.encode(errors="surrogatepass")
    binary = len(written) - len(written.translate(None, _CONTROL)) + head.count("\ufffd")
    if binary > max(8, 0.05 * len(head)):
        return Issue(code="not-text", message="the page is binary data, not text or HTML: give it as text or HTML")
    return None


_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9:-]*))")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "tr",
        "th",
        "dt",
        "dd",
        "option",
        "thead",
        "tbody",
        "tfoot",
        "path",
        "use",
        "circle",
        "rect",
        "polygon",
        "line",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "del",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
    ]
)
_RAW = frozenset({"script", "style", "textarea", "title"})


def markup_trouble(html: str) -> Issue | None:
    """Why a page's markup is refused: nested too deeply, too many tags, one tag too long; None where it may be parsed.

    A linear scan; parsers in C take minutes on such pages and cannot be stopped.
    """
    tags, deepest = _count(html)
    if tags > MAX_TAGS:
        message = f"the page has more than {MAX_TAGS:,} tags, the limit: not read"
        return Issue(code="too-many-tags", message=message)
    if deepest > MAX_DEPTH:
        message = f"the page's tags are nested more than {MAX_DEPTH} deep, the limit: not read"
        return Issue(code="too-deep", message=message)
    if found := _long_tag(html):
        length, attributes = found
        message = (
            f"a tag of the page has {length:,} characters and {attributes:,} attributes; the limits are"
            f" {MAX_TAG_CHARS:,} and {MAX_ATTRIBUTES:,}: not read"
        )
        return Issue(code="tag-too-long", message=message)
    return None


def _count(html: str) -> tuple[int, int]:
    """How many tags there are and how deeply they are nested; counting ends once a limit is passed."""
    stack: list[str] = []
    tags = deepest = position = 0
    missing: set[str] = set()  # closing marks that do not occur any more
    for found in _TAG.finditer(html):
        if found.start() < position:
            continue
        closes, name = found.groups()
        name = name and name.lower()
        if name is None or (name in _RAW and not closes):
            position = _skip(html, found.end(), f"</{name}" if name else "-->", missing)
            continue
        tags += 1
        if name in _VOID:
            continue
        if closes:
            if stack and stack[-1] == name:
                stack.pop()
            else:
                _close(stack, name)
            continue
        stack.append(name)
        if len(stack) > deepest:
            deepest = len(stack)
            if deepest > MAX_DEPTH:
                break
        if tags > MAX_TAGS:
            break
    return tags, deepest


def _skip(html: str, position: int, mark: str, missing: set[str]) -> int:
    """The place after a closing mark, in small letters or capitals; the same place where it does not occur any more."""
    if mark in missing:
        return position
    at = position
    while (at := html.find(mark[:2], at)) >= 0:
        if html[at : at + len(mark)].lower() == mark:
            return at + len(mark)
        at += 1
    missing.add(mark)
    return position


def _close(stack: list[str], name: str) -> None:
    """Takes a closed element, and what was left open in it, off the stack; an inline one closes no block."""
    for n in range(len(stack) - 1, -1, -1):
        if stack[n] == name:
            del stack[n:]
            return
        if name in _INLINE and stack[n] not in _INLINE:
            return


_OPEN_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*')|=)*+""")
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*"|'[^']*')""")
_LONG_TAG = 1_000  # characters; a shorter one need not be looked at


def _long_tag(html: str) -> tuple[int, int] | None:
    """Length and number of attributes of the first tag beyond a limit. A `>` in a quoted value ends no tag."""
    for found in _OPEN_TAG.finditer(html):
        length = found.end() - found.start()
        if length > _LONG_TAG:
            attributes = len(_QUOTED.sub(" ", found[0]).split()) - 1
            if length > MAX_TAG_CHARS or attributes > MAX_ATTRIBUTES:
                return length, attributes
    return None
