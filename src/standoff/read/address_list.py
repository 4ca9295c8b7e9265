"""A list of addresses, one a line: known by its looks. Nothing is asked for here."""

import re

_LINE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://\S+")
_WEB = ("http://", "https://")


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
