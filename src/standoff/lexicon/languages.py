"""Frequent function words by language, from `languages.toml`."""

from functools import cache

import msgspec

from standoff.lexicon import load_table


class Language(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A language by its ISO 639-1 code."""

    id: str
    words: tuple[str, ...]
    months: tuple[str, ...] = ()  # twelve, each with its further forms after `|`


class LanguageTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`languages.toml`."""

    language: tuple[Language, ...]


@cache
def function_words() -> dict[str, tuple[str, ...]]:
    """For each word, the languages that it is a frequent function word of."""
    found: dict[str, list[str]] = {}
    for entry in load_table("languages", LanguageTable).language:
        for word in entry.words:
            found.setdefault(word, []).append(entry.id)
    return {word: tuple(ids) for word, ids in found.items()}


@cache
def function_words_of(code: str) -> frozenset[str]:
    """The frequent function words of a language; empty for one that is not listed."""
    table = load_table("languages", LanguageTable).language
    return frozenset(word for entry in table if entry.id == code for word in entry.words)


@cache
def month_names() -> dict[str, int]:
    """The months of other languages than English, by their names and short forms, lower case."""
    found: dict[str, int] = {}
    for entry in load_table("languages", LanguageTable).language:
        for number, forms in enumerate(entry.months, 1):
            for form in forms.split("|"):
                found.setdefault(form, number)
    return found
