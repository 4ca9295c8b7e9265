"""Words by which a page's furniture is known, from `furniture.toml`."""

import re
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.languages import function_words_of

Role = Literal["furniture", "after", "comments", "comments_end", "action"]
Where = Literal["whole", "start", "any"]
_DEFAULT_WORDS = 30
_MOST_WORDS = 160


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one kind of furniture. `max_words`: longer lines are not taken."""

    id: str
    role: Role
    where: Where
    words: tuple[str, ...]
    max_words: int = _DEFAULT_WORDS
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


class FurnitureTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`furniture.toml`."""

    phrase: tuple[Phrase, ...]


_OUTER = " \t.,:;!?…»«›‹|·•*–—-▸►▶→←↓↑+\u200b\ufeff"
_NUMBER = re.compile(r"\d[\d.,]*k?")


def _plain(text: str) -> str:
    """A line for comparing: lower case, one blank for white space, `#` for numbers."""
    return _NUMBER.sub("#", " ".join(text.lower().split()))


_NONE: frozenset[Role] = frozenset()
_LEAD = 4  # characters by which phrases that begin a line are looked up
_KEY = re.compile(r"[^\W_]+|©")
_BEFORE = ("", "(", "[", "“", '"', "‘", "'", "#")  # marks that may stick to a word
_AFTER = ("", ".", ",", ":", ";", "!", "?", "…", "...", ")", "|", "”", '"', "’", "'", "’s", "'s", "*")


class Furniture:
    """Finds the role of a line; made once, see `furniture()`."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self._whole: dict[str, list[Phrase]] = {}
        self._keyed: dict[str, list[tuple[str, Phrase]]] = {}  # by a word that the line must hold
        self._leading: dict[str, list[tuple[str, Phrase]]] = {}  # by the characters that the line must begin with
        common = function_words_of("en")
        for phrase in phrases:
            for words in map(_plain, phrase.words):
                if phrase.where == "whole":
                    self._whole.setdefault(words.strip(_OUTER), []).append(phrase)
                elif phrase.where == "start":
                    self._leading.setdefault(words[:_LEAD], []).append((words, phrase))
                else:
                    key = max(_KEY.findall(words), key=lambda word: (word not in common, len(word)))
                    self._keyed.setdefault(key, []).append((words, phrase))
        self._forms = {before + key + after: key for key in self._keyed for before in _BEFORE for after in _AFTER}
        self._known = frozenset(self._forms)
        self.keys = frozenset(self._keyed) - {"©"}  # words of phrases that lines hold anywhere
        tall = {key for key, own in self._keyed.items() if any(phrase.max_words > _DEFAULT_WORDS for _, phrase in own)}
        self._known_tall = frozenset(form for form, key in self._forms.items() if key in tall)  # of longer lines
        self._longest = max(map(len, self._whole), default=0) + 8
        self._plain = {words: frozenset(phrase.role for phrase in own) for words, own in self._whole.items()}

    def begins(self, lowered: list[str], *, digits: bool = True) -> bool:
        """Whether a line may begin as a phrase does, by its words in lower case; `digits`: False where it holds none."""
        return _lead(lowered, digits) in self._leading

    def may_have_roles(self, text: str, *, known: bool) -> bool:
        """Whether a line can be known furniture; `known`: whether one of its words is among `keys`, or it `begins`."""
        return known or len(text) <= self._longest or "©" in text

    def roles(
        self, text: str, lowered: list[str] | None = None, *, digits: bool = True, known: bool = True
    ) -> frozenset[Role]:
        """Every role that the line may have; empty where it is no known furniture.

        Args:
            text: the line.
            lowered: its words in lower case.
            digits: False where it holds none.
            known: False where none of its words is among `keys`, and it does not begin as a phrase.
        """
        if not text or not self.may_have_roles(text, known=known):
            return _NONE
        if not (known or digits or lowered is None or "©" in text):  # as most lines of menus
            return self._plain.get(" ".join(lowered).strip(_OUTER), _NONE)
        found = self.phrases(text, lowered, digits=digits)
        return frozenset([phrase.role for phrase in found]) if found else _NONE

    def phrases(self, text: str, lowered: list[str] | None = None, *, digits: bool = True) -> list[Phrase]:
        """The entries that take the line."""
        count = text.count(" ") + 1
        if count > _MOST_WORDS:
            return []
        words = text.lower().split() if lowered is None else lowered
        known = self._known if count <= _DEFAULT_WORDS else self._known_tall
        keys = {self._forms[word] for word in known.intersection(words)}
        if "©" in text:
            keys.add("©")
        keyed = [each for key in sorted(keys) for each in self._keyed.get(key, ()) if count <= each[1].max_words]
        leading = self._leading.get(_lead(words, digits), ())
        if not (keyed or leading) and len(text) > self._longest:
            return []
        plain = _NUMBER.sub("#", " ".join(words)) if digits else " ".join(words)
        bare = plain.strip(_OUTER)
        found = list(self._whole.get(bare, ()))
        for wanted, phrase in leading:
            if count <= phrase.max_words and (bare + " ").startswith(wanted):
                found.append(phrase)
        return found + [phrase for wanted, phrase in keyed if wanted in plain]


def _lead(words: list[str], digits: bool) -> str:
    """The first characters of a line for comparing, outer marks aside, by its words in lower case."""
    head = " ".join(words[:_LEAD]).strip(_OUTER) or " ".join(words).strip(_OUTER)
    return ((_NUMBER.sub("#", head) if digits else head) + " ")[:_LEAD]


@cache
def furniture() -> Furniture:
    """The furniture of the language, ready to ask.

    >>> sorted(furniture().roles("Related articles")), sorted(furniture().roles("The zone was closed in April."))
    (['after'], [])
    """
    return Furniture(load_table("furniture", FurnitureTable).phrase)
