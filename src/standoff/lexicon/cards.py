"""Words that stand above links to other stories, from `cards.toml`."""

from functools import cache

import msgspec

from standoff.lexicon import load_table

_OUTER = " \t.:;|·•*–—-▸►▶→»›\u200b"


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one kind above links, in lower case. `counter`: lines that are no such words."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


class CardTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`cards.toml`."""

    label: tuple[Label, ...]


@cache
def _labels() -> tuple[frozenset[str], int]:
    """The words, and how long the longest with its marks can be."""
    words = frozenset(word for entry in load_table("cards", CardTable).label for word in entry.words)
    return words, max(map(len, words)) + 8


def is_card_label(text: str) -> bool:
    """Whether a text is nothing but words that stand above links.

    >>> is_card_label("READ MORE:"), is_card_label("More ships wait")
    (True, False)
    """
    words, longest = _labels()
    return len(text) <= longest and text.casefold().strip(_OUTER) in words
