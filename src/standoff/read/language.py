"""The language of a text: by function words or script where these leave no doubt, else by py3langid's model of bytes.

On 45 languages' sentences of a dozen words (`tests/read/sentences.py`) and on stories of unseen news pages the model names
the language of every one. Pages that are plainly English do not wait for it to load.
"""

import re
from collections import Counter
from functools import cache
from typing import Protocol

from standoff.lexicon.languages import function_words

_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SAMPLE = 4_000  # characters
_PIECE = 160  # characters of its beginning, middle and end, in which English mostly tells by its function words
_LEAST_PIECE = 100  # the same where the model is asked: it takes its time over each character
_PART = 250  # the same where they left a doubt
_CLEARLY = 0.3
_HARDLY = 0.15
_FEW = 10  # words below which nothing is said
_FEW_LETTERS = 20  # of scripts that write no spaces
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_OWN_LETTERS = tuple(
    (code, re.compile(f"[{letters}]"))
    for code, letters in (
        ("ja", "\u3040-\u30ff"),
        ("ko", "\uac00-\ud7af"),
        ("el", "\u0370-\u03ff"),
        ("th", "\u0e00-\u0e7f"),
    )
)
_OWN_SHARE = 0.15  # of the characters
_WITHOUT_KIN = frozenset(["de", "fr", "it", "pl", "tr"])  # a text in a language near to another is left to the model
_CLEARLY_OTHER = 0.18  # of the words
_HARDLY_OTHER = 0.4  # of that
_ENOUGH = 25  # words on which function words alone may decide
_ENGLISH_SHARE = 0.25  # of a text's words, from which it is plainly English
_SURE = 0.9
_NO_DOUBT = 0.99
_SAME = {"nb": "no", "nn": "no"}


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def find_language(text: str) -> str | None:
    """The ISO 639 code of a text's language; None on less than about ten words.

    >>> find_language("Les deux pays ont repris les négociations sur la zone industrielle, qui est fermée depuis avril.")
    'fr'
    """
    sample = text[:_SAMPLE]
    return _by_pieces(sample) or _by_sample(sample)


def _by_pieces(text: str) -> str | None:
    """The language of a text by a fourth of it, where there is no doubt; else None."""
    if len(text) < 4 * _PIECE:
        return None
    sample = _pieces(text, _PIECE)
    words = _words(sample)
    if len(words) < _ENOUGH:
        return _by_script(sample)
    hits = _function_words(words)
    english, other = _shares(hits, words)
    if english >= _CLEARLY and other < _CLEARLY * english:
        return "en"
    if english > _HARDLY:
        return None
    if plain := _by_script(sample) or _clearly_other(hits, words):
        return plain
    code, sure = _identified(_pieces(text, _LEAST_PIECE))
    return code if sure >= _NO_DOUBT else None


def _words(sample: str) -> list[str]:
    """The words of a text in lower case, without numbers."""
    return [word for word in _WORD.findall(sample.lower()) if word.isalpha()]


def _by_script(sample: str) -> str | None:
    """The language of a text mostly in letters that no other language writes; None where others do."""
    for code, letters in _OWN_LETTERS:
        if len(letters.findall(sample)) > _OWN_SHARE * len(sample):
            return code
    return None


def _clearly_other(hits: Counter[str], words: list[str]) -> str | None:
    """The language whose function words are frequent where those of every other are not; None for those with near kin."""
    (code, most), *others = [*hits.most_common(2), ("", 0)][:2]
    if code in _WITHOUT_KIN and most >= _CLEARLY_OTHER * len(words) and others[0][1] <= _HARDLY_OTHER * most:
        return code
    return None


def _pieces(text: str, size: int) -> str:
    """The beginning, the middle and the end of a text."""
    middle = len(text) // 2
    return " ".join((text[:size], text[middle : middle + size], text[-size:]))


def _by_sample(sample: str) -> str | None:
    sample = _pieces(sample, _PART) if len(sample) > 3 * _PART else sample
    words = _words(sample)
    if len(words) < _FEW and len(_UNSPACED.findall(sample)) < _FEW_LETTERS:
        return None
    english, other = _shares(_function_words(words), words)
    if len(words) >= _ENOUGH and english >= _ENGLISH_SHARE and other < 0.8 * english:
        return "en"
    code, sure = _identified(sample)
    if code != "en" and sure < _SURE and english >= other and _is_latin(sample, words):
        return "en"  # names of another language in an English text
    return code


def identify(text: str) -> str:
    """The most likely language of a text of any length, English or not."""
    return _identified(text)[0]


def _identified(text: str) -> tuple[str, float]:
    code, sure = _identifier().classify(text)
    return _SAME.get(code, code), sure


def _function_words(words: list[str]) -> Counter[str]:
    """How many of some words are function words of each language."""
    known = _telling()
    return Counter([code for word in words if word in known for code in known[word]])


@cache
def _telling() -> dict[str, tuple[str, ...]]:
    """The languages of each function word but single letters."""
    return {word: codes for word, codes in function_words().items() if len(word) > 1}


def _shares(hits: Counter[str], words: list[str]) -> tuple[float, float]:
    """The share of English function words among all, and that of the next language."""
    other = max((count for code, count in hits.items() if code != "en"), default=0)
    return hits["en"] / max(1, len(words)), other / max(1, len(words))


def _is_latin(sample: str, words: list[str]) -> bool:
    return len(_LATIN.findall(sample)) > 0.8 * sum(map(len, words))


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # takes a second to load: asked only where needed

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
