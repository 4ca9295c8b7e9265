"""Words by which a page speaks of itself: that it was corrected or updated, or that the rest is for subscribers."""

import re
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table

NoticeRole = Literal["correction", "update", "paywall"]
Where = Literal["whole", "start", "any"]
_MOST_WORDS = 120
_KEY = re.compile(r"[^\W_]+")
_BEFORE = ("", "(", "[", "•", "*", '"', "“", "—", "–")  # marks that may stick to a word
_AFTER = ("", ":", ".", ",", ";", "!", "?", "…", "...", ")", "]", ".)", "—", "–", "'s", "’s", "*", '"', "”")
_OUTER = " \t*•–—-[]()|.:!…\u200b"


class Notice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one kind of notice. `max_words`: longer lines are not taken."""

    id: str
    role: NoticeRole
    where: Where
    words: tuple[str, ...]
    max_words: int = _MOST_WORDS
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class NoticeTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`notices.toml`."""

    notice: tuple[Notice, ...]


_QUOTES = str.maketrans("’‘“”", "''\"\"")


def _plain(text: str) -> str:
    return " ".join(text.lower().translate(_QUOTES).split())


class Notices:
    """Finds the role of a notice; made once, see `notices()`."""

    def __init__(self, entries: tuple[Notice, ...]) -> None:
        self._entries = entries
        keys = {max(_KEY.findall(words), key=len) for entry in entries for words in entry.words}
        self._keys = frozenset(before + key + after for key in keys for before in _BEFORE for after in _AFTER)

    def entry(self, text: str, lowered: list[str] | None = None) -> Notice | None:
        """The entry that takes the line; None where it is no such notice. `lowered`: its words in lower case."""
        if len(text) > 1500:
            return None
        if self._keys.isdisjoint(text.lower().split() if lowered is None else lowered):
            return None
        plain = _plain(text)
        count, bare = plain.count(" ") + 1, plain.strip(_OUTER)
        return next((e for e in self._entries if count <= e.max_words and _takes(e, plain, bare)), None)

    def role(self, text: str, lowered: list[str] | None = None) -> NoticeRole | None:
        """What kind of notice the line is; None where it is none."""
        entry = self.entry(text, lowered)
        return entry.role if entry else None


def _takes(entry: Notice, plain: str, bare: str) -> bool:
    if entry.where == "whole":
        return bare in entry.words
    if entry.where == "start":
        return plain.lstrip(_OUTER).startswith(entry.words)
    for words in entry.words:  # noqa: SIM110 - twice as quick as any()
        if words in plain:
            return True
    return False


@cache
def notices() -> Notices:
    """The notices of the language, ready to ask.

    >>> notices().role("Correction: An earlier version gave a wrong name."), notices().role("The gate was shut.")
    ('correction', None)
    """
    return Notices(load_table("notices", NoticeTable).notice)
