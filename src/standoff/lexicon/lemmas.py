"""Lemmas by rule, with a small table for what the rules get wrong.

The parser runs without its lemmatizer and attribute ruler (half of its time saved); the extractors ask only for verbs and nouns.
"""

from functools import cache

import msgspec

from standoff.lexicon import load_table

_VOWELS = frozenset("aeiou")


class LemmaTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`lemmas.toml`: forms that the rules get wrong, by part of speech."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    silent_e: tuple[str, ...]
    no_silent_e: tuple[str, ...]
    double: tuple[str, ...]


@cache
def _table() -> tuple[LemmaTable, frozenset[str], frozenset[str], frozenset[str]]:
    table = load_table("lemmas", LemmaTable)
    return table, frozenset(table.silent_e), frozenset(table.no_silent_e), frozenset(table.double)


@cache
def lemma(word: str, tag: str) -> str:
    """The lemma of a lower-case word with its Penn tag; the word itself where it is neither verb nor common noun.

    >>> lemma("banned", "VBD"), lemma("closing", "VBG"), lemma("factories", "NNS"), lemma("withdrew", "VBD")
    ('ban', 'close', 'factory', 'withdraw')
    """
    if word.startswith("re-") and tag.startswith(("VB", "NN")):
        word = f"re{word[3:]}"  # re-imposed
    if tag.startswith("VB") or tag == "MD":
        return _verb(word)
    if tag in ("NNS", "NNPS"):
        return _noun(word)
    return word


def _verb(word: str) -> str:
    table, *_ = _table()
    if found := table.verbs.get(word):
        return found
    for prefix in ("re", "over", "with", "under", "out", "up", "un", "fore"):  # rebuilt, overthrew
        if word.startswith(prefix) and (found := table.verbs.get(word[len(prefix) :])):
            return prefix + found
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _stem(word[: -len(ending)])
    return word


def _stem(stem: str) -> str:
    """The verb whose form was `stem` + `ing` or `ed`: `clos` -> `close`, `bann` -> `ban`, `attack` -> `attack`."""
    _, silent_e, no_silent_e, double = _table()
    if stem in no_silent_e:
        return stem
    if stem in silent_e:
        return stem + "e"
    last, before = stem[-1], stem[-2]
    if last == before and last not in "lsfz" and last not in _VOWELS:
        return stem[:-1]
    if last == before == "l" and stem not in double:
        return stem[:-1] if stem[-3] in _VOWELS and len(stem) > 5 else stem
    if (
        stem.endswith(("at", "it", "ot", "ut"))
        and len(stem) > 4
        and stem.endswith(("at", "ut"))
        and before in _VOWELS
        and stem[-3] not in _VOWELS
    ):
        return stem + "e"
    if last in "cuvz" or (stem.endswith(("dg", "rg", "lg", "ng")) and last == "g" and not stem.endswith("ing")):
        return stem + "e"
    if last == "s" and before != "s":
        return stem + "e"
    if (
        stem.endswith(("ir", "ur", "or", "ar"))
        and stem[-3] not in _VOWELS
        and stem.endswith(("uir", "pir", "tir", "xir", "nor", "lor", "clar", "par", "jur", "sur"))
    ):
        return stem + "e"
    if last == "l" and before not in _VOWELS and before not in "lr":
        return stem + "e"  # settle, tackle
    if last == "d" and before in "iu" and stem[-3] not in _VOWELS:
        return stem + "e"  # decide, include
    if last == "k" and before in _VOWELS and stem[-3] not in _VOWELS:
        return stem + "e"  # strike, provoke
    return stem


def _noun(word: str) -> str:
    table, *_ = _table()
    if found := table.nouns.get(word):
        return found
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
