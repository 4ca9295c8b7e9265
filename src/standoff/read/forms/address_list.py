"""Addresses where a page could stand: a list of them is known by its looks. Nothing is asked for here."""

import re
from hashlib import sha256

from standoff.model import Issue
from standoff.read.forms.files import writable
from standoff.read.jsonl import Unreadable

_LINE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://\S+")
_WEB = ("http://", "https://")
_MAX_ID = 120


def is_address(source: str) -> bool:
    """True for an address of the web, where a file could stand too."""
    return source.lower().startswith(_WEB)


def address_list(text: str) -> tuple[str, ...]:
    """The addresses of a text whose every line is one; none where it is another text.

    Empty lines and what follows a `#` at the beginning of a line or after white space are passed over.

    >>> address_list("# the port\\nhttps://news.example/a\\n\\nhttps://news.example/b # seen")
    ('https://news.example/a', 'https://news.example/b')
    >>> address_list("See https://news.example/a")
    ()
    """
    found: list[str] = []
    for line in text.removeprefix("\ufeff").splitlines():
        words = line.split(None, 1)
        if not words or words[0].startswith("#"):
            continue
        if not _LINE.fullmatch(words[0]) or (len(words) > 1 and not words[1].startswith("#")):
            return ()
        found.append(words[0])
    return tuple(found) if any(map(is_address, found)) else ()


def not_fetched(source: str, addresses: tuple[str, ...]) -> Unreadable:
    """Says of a source that it names addresses, which are fetched only where a person asks."""
    if addresses == (source,):
        message = f"{source} is an address, and nothing is fetched unless asked: add --fetch"
    else:
        count = f"{len(addresses):,} addresses" if len(addresses) > 1 else "an address"
        message = f"{source} lists {count}, and nothing is fetched unless asked: add --fetch"
    issue = Issue(code="not-fetched", message=writable(message))
    return Unreadable(source=writable(source), issue=issue, addresses=addresses)


def page_id(url: str) -> str:
    """The id of a page by its address: the address without its scheme; of a long one the beginning and a hash.

    >>> page_id("https://news.example/2013/08/gate?id=5")
    'news.example/2013/08/gate?id=5'
    """
    name = url.split("://", 1)[-1]
    if len(name) <= _MAX_ID:
        return name
    return f"{name[: _MAX_ID - 9]}-{sha256(name.encode()).hexdigest()[:8]}"
