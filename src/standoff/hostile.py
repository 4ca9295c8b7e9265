"""Page text is hostile: what it may contain that a terminal, a spreadsheet or a browser would obey."""

import re
from html import escape
from urllib.parse import urlsplit

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def visible(text: str) -> str:
    """The text with control characters, bidi overrides and zero-width characters made visible, and those that XML has no room for.

    >>> visible("red \\x1b[31m alert")
    'red ⟨1b⟩[31m alert'
    """
    return _OBEYED.sub(lambda found: f"⟨{ord(found[0]):02x}⟩", text)


def inert_html(text: str) -> str:
    """The text for a place between tags or in a quoted attribute: visible, and no markup.

    >>> inert_html("<b>\\x1b")
    '&lt;b&gt;⟨1b⟩'
    """
    return escape(visible(text))


def inert_cell(text: str) -> str:
    """The text as a spreadsheet's cell that no spreadsheet takes for a formula; numbers stay as they are.

    >>> inert_cell("=1+1"), inert_cell("-5.2")
    ("'=1+1", '-5.2')
    """
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def web_link(url: str | None) -> str | None:
    """The address, if it is one of the web; None for `javascript:`, `data:`, `//host` and other schemes.

    >>> web_link("https://example.org/a"), web_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
