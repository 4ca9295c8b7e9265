"""How many words of each class lines hold: function words, those that tell who speaks to whom, those of furniture.

The counts of a line stand packed in one number. What a word adds is looked up once and kept for the pages to come.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from standoff.lexicon.credits import credit_keys
from standoff.lexicon.furniture import furniture
from standoff.lexicon.languages import function_words, function_words_of
from standoff.lexicon.notices import notices
from standoff.lexicon.voices import voices
from standoff.read.photo_credits import WORDING
from standoff.read.shapes import FORM_HINTS, OF_OWNERS, SMALL_AGENCIES, places
from standoff.read.stamped import AGES

_BITS = 9  # of a packed count: as much of a line as is looked at holds no 512 words
COUNT = (1 << _BITS) - 1
CLASSES = 7  # of words that the features count: function words of English, of any language, of each voice
FURNITURE, NOTICE, CREDIT = 1, 2, 4  # words by which those are looked up
FORM, OWNER, AGE, WORDED, SIGNED = 8, 16, 32, 64, 128  # words in which something stands that rules ask for
_SIGNS = ("by", "author", "reporter")
_OWNERS = ("", "'s", "’s")
_MARKS = "()[].,:;!?…|\"“”‘’'•*—–#"  # that may stick to such a word
_KEPT = 100_000  # words

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """For each of some lines how many of its words are of each class, packed, and which of its words are looked up."""

    packed: Ints
    keys: list[int]  # `FURNITURE` to `SIGNED` added where a line holds a word of theirs, marks aside

    def english(self) -> list[int]:
        """The English function words of each line."""
        counts: list[int] = (self.packed & COUNT).tolist()
        return counts


class _Vocabulary:
    """What each word met so far adds to the counts and keys of its line, by a number that words of one kind share."""

    def __init__(self) -> None:
        self._adds: dict[str, int] = {}
        for place, words in enumerate((function_words_of("en"), function_words(), *voices())):
            for word in words:
                self._adds[word] = self._adds.get(word, 0) + (1 << (_BITS * place))
        self._keys: dict[str, int] = {}
        for mark, words in zip(
            (FURNITURE, NOTICE, CREDIT), (furniture().keys, notices().keys, credit_keys()), strict=True
        ):
            for word in (key + end for key in words for end in _OWNERS):
                self._keys[word] = self._keys.get(word, 0) | mark
        held = (
            (FORM, (*FORM_HINTS, *SMALL_AGENCIES)),
            (OWNER, OF_OWNERS),
            (AGE, AGES),
            (WORDED, WORDING),
            (SIGNED, _SIGNS),
        )
        self._pieces = [(mark, _in_word(piece)) for mark, pieces in held for piece in pieces]
        self._kinds: dict[tuple[int, int], int] = {}
        self.adds, self.keys = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        self._numbers: dict[str, int] = {}

    def numbers(self, words: Sequence[str]) -> bytes:
        """The number of each word, by which its place in `adds` and `keys` is told; there are a few dozen."""
        look_up = itemgetter("", *words)  # at once: many times as quick as one by one
        try:
            found = look_up(self._numbers)
        except KeyError:
            if len(self._numbers) > _KEPT:
                self._numbers.clear()
            self._meet({"", *words}.difference(self._numbers))
            found = look_up(self._numbers)
        return bytes(found[1:])

    def _meet(self, words: Iterable[str]) -> None:
        told = self._told(words)
        for word in words:
            keys = told.get(word, 0) | self._keys.get(word, 0)
            if not word.isalpha():
                keys |= self._keys.get(word.strip(_MARKS), 0)
            self._numbers[word] = self._kinds.setdefault((self._adds.get(word, 0), keys), len(self._kinds))
        if len(self._kinds) > len(self.adds):
            self.adds, self.keys = np.array(list(self._kinds), dtype=np.int64).T.copy()

    def _told(self, words: Iterable[str]) -> dict[str, int]:
        """The keys of those words that hold a piece that rules ask for."""
        text, found = "\n" + "\n".join(words) + "\n", dict[str, int]()
        for mark, piece in self._pieces:
            for at in places(text, piece):
                if piece in SMALL_AGENCIES and (text[at - 1].isalnum() or text[at + len(piece)].isalnum()):
                    continue  # in `department`
                begin = text.rfind("\n", 0, at + 1) + 1
                word = text[begin : text.find("\n", begin)]
                found[word] = found.get(word, 0) | mark
        return found


def _in_word(piece: str) -> str:
    """A piece of text as words hold it that stand in lines of their own; of several words the longest one."""
    *before, longest = sorted(piece.lower().split(" "), key=len)
    return longest if any(before) else piece.lower().replace(" ", "\n")


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


def word_counts(words: Sequence[str], starts: Ints) -> WordCounts:
    """The counts of lines whose words, in lower case, follow each other.

    Args:
        words: those of all lines.
        starts: where those of each line begin; none is without words.
    """
    known = _vocabulary()
    found = np.frombuffer(known.numbers(words), dtype=np.uint8)
    keys: list[int] = np.bitwise_or.reduceat(known.keys.take(found), starts).tolist()
    return WordCounts(np.add.reduceat(known.adds.take(found), starts), keys)


def class_counts(packed: Ints) -> Ints:
    """The count of each line, a row for each class."""
    return (packed >> _PLACES) & COUNT


_PLACES = _BITS * np.arange(CLASSES)[:, None]
