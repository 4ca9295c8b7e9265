"""How many words of each class a line holds: function words, those that tell who speaks to whom, those of furniture.

The counts of one line stand packed in one number.
"""

from collections.abc import Iterable
from functools import cache

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
COUNTS = (1 << (_BITS * CLASSES)) - 1  # what the features take of a packed count: 63 bits
FURNITURE, NOTICE, CREDIT = (COUNT << (_BITS * (CLASSES + n)) for n in range(3))  # words by which those are looked up
_KEYS = FURNITURE | NOTICE | CREDIT
_OWNERS = ("", "'s", "’s")
_MARKS = "()[].,:;!?…|\"“”‘’'•*—–#"  # that may stick to such a word


@cache
def _packed() -> dict[str, int]:
    """For each word that is counted, a one in the place of each count that it adds to."""
    found: dict[str, int] = {}
    keys = [
        [key + end for key in sorted(own) for end in _OWNERS]
        for own in (furniture().keys, notices().keys, credit_keys())
    ]
    classes = (function_words_of("en"), function_words(), *voices(), *keys)
    for place, words in enumerate(classes):
        for word in sorted(words):
            found[word] = found.get(word, 0) + (1 << (_BITS * place))
    return found


def word_counts(words: Iterable[str]) -> int:
    """Among words in lower case: English function words, those of any language, of each voice, `_BITS` for each.

    Above these `COUNTS` how many are words of `FURNITURE`, of a `NOTICE` and of a `CREDIT`, marks aside.
    """
    get = _packed().get
    marked = [word.strip(_MARKS) for word in words if not word.isalpha()]
    return sum(filter(None, map(get, words))) + (sum(filter(None, map(get, marked))) & _KEYS)


def class_counts(packed: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
    """For each class the count of each line, from their `COUNTS`."""
    return [(packed >> (_BITS * place)) & COUNT for place in range(CLASSES)]
