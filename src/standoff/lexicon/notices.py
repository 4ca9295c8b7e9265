"""Words by which a page speaks of itself: that it was corrected or updated, or that the rest is for subscribers."""

import re
from functools import cache
from operator import itemgetter
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


_QUOTES = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))


def _plain(text: str) -> str:
    for quote, plain in _QUOTES:  # quicker than to translate
        text = text.replace(quote, plain)
    return " ".join(text.lower().split())


class Notices:
    """Finds the role of a notice; made once, see `notices()`."""

    def __init__(self, entries: tuple[Notice, ...]) -> None:
        self._keyed: dict[str, list[tuple[int, Notice, str]]] = {}  # by a word that the line must hold
        for place, entry in enumerate(entries):
            for words in entry.words:
                key = max(_KEY.findall(words), key=len)
                self._keyed.setdefault(key, []).append((place, entry, words))
        self._forms = {before + key + after: key for key in self._keyed for before in _BEFORE for after in _AFTER}
        self._known = frozenset(self._forms)
        self.keys = frozenset(self._keyed)  # words without one of which no line is a notice

    def entry(self, text: str, lowered: list[str] | None = None) -> Notice | None:
        """The entry that takes the line; None where it is no such notice. `lowered`: its words in lower case."""
        if len(text) > 1500:
            return None
        low = text.lower().split() if lowered is None else lowered
        keys = sorted({self._forms[word] for word in self._known.intersection(low)})
        if not keys:
            return None
        count = text.count(" ") + 1
        possible = [each for key in keys for each in self._keyed[key] if count <= each[1].max_words]
        if not possible:
            return None
        plain = _plain(text)
        bare = plain.strip(_OUTER)
        found = [(place, entry) for place, entry, words in possible if _takes(entry, words, plain, bare)]
        return min(found, key=itemgetter(0))[1] if found else None

    def role(self, text: str, lowered: list[str] | None = None) -> NoticeRole | None:
        """What kind of notice the line is; None where it is none."""
        entry = self.entry(text, lowered)
        return entry.role if entry else None


def _takes(entry: Notice, words: str, plain: str, bare: str) -> bool:
    if entry.where == "whole":
        return bare == words
    if entry.where == "start":
        return plain.lstrip(_OUTER).startswith(words)
    return words in plain


@cache
def notices() -> Notices:
    """The notices of the language, ready to ask.

    >>> notices().role("Correction: An earlier version gave a wrong name."), notices().role("The gate was shut.")
    ('correction', None)
    """
    return Notices(load_table("notices", NoticeTable).notice)
