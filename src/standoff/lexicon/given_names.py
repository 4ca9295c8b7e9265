"""Whether `he` or `she` can stand for somebody, by given names and by words for men and women."""

from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table

Pronoun = Literal["he", "she"]


class GivenNames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Given names and nouns, in lower case."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    examples: tuple[str, ...]


class GivenNameTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`given_names.toml`."""

    he: GivenNames
    she: GivenNames


def load_given_names() -> GivenNameTable:
    """The table as it stands in the file."""
    table: GivenNameTable = load_table("given_names", GivenNameTable)
    return table


@cache
def _given() -> dict[str, Pronoun]:
    table = load_given_names()
    return _taking(table.he.names, table.she.names)


@cache
def _nouns() -> dict[str, Pronoun]:
    table = load_given_names()
    return _taking(table.he.words, table.she.words)


def _taking(he: tuple[str, ...], she: tuple[str, ...]) -> dict[str, Pronoun]:
    found: dict[str, Pronoun] = dict.fromkeys(he, "he")
    found.update(dict.fromkeys(she, "she"))
    return found


def pronoun_of_name(word: str) -> Pronoun | None:
    """The pronoun that a given name takes; None where that is not known.

    >>> pronoun_of_name("Tom"), pronoun_of_name("Ana"), pronoun_of_name("Kim")
    ('he', 'she', None)
    """
    return _given().get(word.lower())


def pronoun_of_noun(word: str) -> Pronoun | None:
    """The pronoun that a title or a noun for somebody takes.

    >>> pronoun_of_noun("Mrs."), pronoun_of_noun("spokesman"), pronoun_of_noun("driver")
    ('she', 'he', None)
    """
    return _nouns().get(word.lower().rstrip("."))
