"""Turns of phrase that tell what an act goes for, who heads a delegation and how long is given, as patterns from `phrases.toml`."""

import re
from functools import cache

import msgspec

from standoff.lexicon import load_table


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A turn of phrase. `pattern`: a regular expression without nested repeats; `exact`: capitals count."""

    id: str
    pattern: str
    exact: bool = False
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class PhraseTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`phrases.toml`."""

    phrase: tuple[Phrase, ...]


@cache
def phrase(name: str) -> re.Pattern[str]:
    """The pattern of a turn of phrase.

    >>> bool(phrase("in_part").search("opened one of the lanes")), bool(phrase("lockout").search("locked the gate"))
    (True, False)
    """
    entry = next(entry for entry in load_table("phrases", PhraseTable).phrase if entry.id == name)
    return re.compile(entry.pattern, 0 if entry.exact else re.IGNORECASE)
