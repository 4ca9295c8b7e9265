"""How many words of each class lines hold: function words, those that tell who speaks to whom, those of furniture.

The counts of a line stand packed in one number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat

import numpy as np
import numpy.typing as npt

from standoff.lexicon.credits import credit_keys
from standoff.lexicon.furniture import furniture
from standoff.lexicon.languages import function_words, function_words_of
from standoff.lexicon.notices import notices
from standoff.lexicon.voices import voices

_BITS = 9  # of a packed count: as much of a line as is looked at holds no 512 words
COUNT = (1 << _BITS) - 1
CLASSES = 7  # of words that the features count: function words of English, of any language, of each voice
FURNITURE, NOTICE, CREDIT = 1, 2, 4  # words by which those are looked up
_OWNERS = ("", "'s", "’s")
_MARKS = "()[].,:;!?…|\"“”‘’'•*—–#"  # that may stick to such a word

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """For each of some lines how many of its words are of each class, packed, and which of its words are looked up."""

    packed: Ints
    keys: list[int]  # `FURNITURE`, `NOTICE`, `CREDIT` added where a line holds a word of theirs, marks aside

    def english(self) -> list[int]:
        """The English function words of each line."""
        counts: list[int] = (self.packed & COUNT).tolist()
        return counts


@cache
def _counted() -> tuple[dict[str, int], Ints, Ints]:
    """The number of each word that is counted; for each number, 0 being none, what it adds to each count and its keys."""
    keys = [
        (key + end for key in sorted(own) for end in _OWNERS)
        for own in (furniture().keys, notices().keys, credit_keys())
    ]
    adds: dict[str, int] = {}
    for place, words in enumerate((function_words_of("en"), function_words(), *voices())):
        for word in sorted(words):
            adds[word] = adds.get(word, 0) + (1 << (_BITS * place))
    marks: dict[str, int] = {}
    for mark, own in zip((FURNITURE, NOTICE, CREDIT), keys, strict=True):
        for word in own:
            marks[word] = marks.get(word, 0) | mark
    kinds: dict[tuple[int, int], int] = {(0, 0): 0}
    numbers = {}
    for word in dict.fromkeys((*adds, *marks)):
        numbers[word] = kinds.setdefault((adds.get(word, 0), marks.get(word, 0)), len(kinds))
    return numbers, np.array([add for add, _ in kinds]), np.array([mark for _, mark in kinds])


def word_counts(words: Sequence[str], starts: Ints) -> WordCounts:
    """The counts of lines whose words, in lower case, follow each other.

    Args:
        words: those of all lines.
        starts: where those of each line begin; none is without words.
    """
    numbers, adds, marks = _counted()
    found = np.array(list(map(numbers.get, words, repeat(0))))
    keys = marks[found]
    for n, word in enumerate(words):
        if not word.isalpha() and (number := numbers.get(word.strip(_MARKS))):
            keys[n] |= marks[number]
    return WordCounts(np.add.reduceat(adds[found], starts), np.bitwise_or.reduceat(keys, starts).tolist())


def class_counts(packed: Ints) -> list[Ints]:
    """For each class the count of each line."""
    return [(packed >> (_BITS * place)) & COUNT for place in range(CLASSES)]
