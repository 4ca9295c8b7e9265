"""Is a page English? By its script and its function words; no model, nothing to install."""

import re
from collections import Counter

from standoff.lexicon.languages import function_words

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SAMPLE = 4_000  # characters
_FEW = 25  # words below which nothing is said
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_UNKNOWN = "und"
_ENGLISH_SHARE = 0.12


def find_language(text: str) -> str | None:
    """The ISO 639 code of the language; `und` where it is none of those known and not English; None on too little text.

    >>> find_language("Les deux pays ont repris les négociations sur la zone industrielle, qui est fermée depuis avril, et les"
    ...               " responsables ne sont pas encore d'accord sur la date de la réunion.")
    'fr'
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if not letters:
        return None
    latin = len(_LATIN.findall(sample))
    if latin < 0.5 * letters:
        if letters < _FEW:
            return None
        counts = [(len(pattern.findall(sample)), -n) for n, (_, pattern) in enumerate(_SCRIPTS)]
        most, at = max(counts)
        kana = counts[0][0]
        if kana > 0.05 * letters:
            return "ja"
        return _SCRIPTS[-at][0] if most > 0.3 * letters else _UNKNOWN
    if len(words) < _FEW:
        return None
    known = function_words()
    hits: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for code in known.get(word, ()):
            hits[code] += count
    english = hits["en"]
    best = max(sorted(hits), key=lambda code: hits[code], default="en")
    if english >= _ENGLISH_SHARE * len(words) and hits[best] <= 1.15 * english:
        return "en"
    if hits[best] >= _ENGLISH_SHARE * len(words):
        return best
    return "en" if english == hits[best] and english > 0.06 * len(words) else _UNKNOWN
