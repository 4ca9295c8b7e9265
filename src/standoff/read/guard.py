"""Limits on what is read, checked before any parser sees it: size, depth, number of attributes, binary data."""

import re

from standoff.model import Issue

MAX_CHARS = 5 * 1024 * 1024
MAX_DEPTH = 250
MAX_TAGS = 200_000
MAX_TAG_CHARS = 100_000
_HEAD = 4096


def cut(text: str, max_chars: int = MAX_CHARS) -> tuple[str, tuple[Issue, ...]]:
    """The text up to the cap, and an issue that names the cap where something was left out."""
    if len(text) <= max_chars:
        return text, ()
    message = f"the page has {len(text):,} characters and was cut at {max_chars:,}: what stands after is not read"
    return text[:max_chars], (Issue(code="cut", message=message),)


_MAGIC = (
    ("%PDF-", "a PDF"), ("\x89PNG", "a PNG picture"), ("\ufffdPNG", "a PNG picture"), ("GIF8", "a GIF picture"),
    ("\xff\xd8\xff", "a JPEG picture"), ("PK\x03\x04", "a ZIP archive"), ("\x1f\x8b", "gzip data"),
    ("\x1f\ufffd", "gzip data"), ("\x7fELF", "a program"), ("{\\rtf", "RTF"), ("\xd0\xcf\x11\xe0", "an old Office file"),
    ("SQLite format 3\x00", "a database"),
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def text_trouble(text: str) -> Issue | None:
    """Why a text is none: empty, or binary data under a page's name; None where it can be read."""
    if not text.strip("\x00\ufeff \t\r\n\x0b\x0c"):
        return Issue(code="empty-page", message="the page is empty: nothing to read")
    head = text[:_HEAD]
    bare = head.lstrip("\ufeff \t\r\n")
    for magic, name in _MAGIC:
        if bare.startswith(magic):
            return Issue(code="not-text", message=f"the page is {name}, not text or HTML: convert it first")
    if len(_CONTROL.findall(head)) > max(8, 0.05 * len(head)):
        return Issue(code="not-text", message="the page is binary data, not text or HTML: give it as text or HTML")
    return None


_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:]*)")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option thead tbody tfoot".split())


def markup_trouble(html: str) -> Issue | None:
    """Why a page's markup is refused: nested too deeply, too many tags or one tag too long; None where it may be parsed.

    A linear scan; parsers in C take minutes on such pages and cannot be stopped.
    """
    depth = deepest = tags = 0
    open_names: dict[str, int] = {}
    for found in _TAG.finditer(html):
        tags += 1
        name = found["name"].lower()
        if name in _VOID:
            continue
        if not found["end"]:
            depth += 1
            open_names[name] = open_names.get(name, 0) + 1
            deepest = max(deepest, depth)
        elif open_names.get(name, 0):
            open_names[name] -= 1
            depth -= 1
    if tags > MAX_TAGS:
        return Issue(code="too-many-tags", message=f"the page has {tags:,} tags, more than the limit of {MAX_TAGS:,}: not read")
    if deepest > MAX_DEPTH:
        message = f"the page's tags are nested {deepest:,} deep, more than the limit of {MAX_DEPTH}: not read"
        return Issue(code="too-deep", message=message)
    if longest := _longest_tag(html):
        message = f"a tag of the page has {longest:,} characters, more than the limit of {MAX_TAG_CHARS:,}: not read"
        return Issue(code="tag-too-long", message=message)
    return None


def _longest_tag(html: str) -> int:
    """The length of the first tag beyond the limit, 0 where none is."""
    position = 0
    while (start := html.find("<", position)) >= 0:
        end = html.find(">", start)
        end = len(html) if end < 0 else end
        if end - start > MAX_TAG_CHARS:
            following = html.find("<", start + 1, end)
            if following < 0 or end - following > MAX_TAG_CHARS:
                return end - start
        position = start + 1 if end - start > MAX_TAG_CHARS else end
    return 0
