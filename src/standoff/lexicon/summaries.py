"""How a summary says each kind of act, from `summaries.toml`."""

from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.lemmas import lemma


class Saying(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The phrases for a type, or a type with mode (`COERCE/restrict`), the fullest first.

    A phrase begins with its verb in the base form. `{r}` is who it is done to, `{o}` what it is done to, `{x}` the
    disputed thing, `{w}` the people moved, `{t}` what it is about, `{i}` the same as an infinitive, `{m}` a meeting; the
    first phrase whose slots can all be filled is taken. One that begins with `~` says little by itself. `without` says
    it where nobody is named as acting, from `is` on. `words`: by which pages tell what the phrases say.
    """

    id: str
    phrases: tuple[str, ...]
    without: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    examples: tuple[str, ...]


class SayingTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`summaries.toml`: the phrases, and the words that show the form of a topic or where a clause ends."""

    saying: tuple[Saying, ...]
    determiners: frozenset[str]
    clause: frozenset[str]
    finite: frozenset[str]
    meeting: frozenset[str]
    no_topic: frozenset[str]
    auxiliaries: frozenset[str]
    ahead: frozenset[str]
    prepositions: frozenset[str]
    breaks: frozenset[str]
    light: frozenset[str]
    negations: frozenset[str]
    subordinate: frozenset[str]
    hanging: frozenset[str]


@cache
def saying_table() -> SayingTable:
    """The table."""
    table: SayingTable = load_table("summaries", SayingTable)
    return table


@cache
def _by_id() -> dict[str, Saying]:
    return {entry.id: entry for entry in saying_table().saying}


@cache
def words_of(entry: str) -> frozenset[str]:
    """The words, as lemmas, by which pages tell what the phrases of an entry say."""
    return frozenset(_by_id()[entry].words)


@cache
def lemmas(word: str) -> frozenset[str]:
    """What a lower-case word may be a form of.

    >>> sorted(lemmas("asked")), sorted(lemmas("talks"))
    (['ask', 'asked'], ['talk', 'talks'])
    """
    return frozenset((word, *(lemma(word, tag) for tag in ("VBD", "VBG", "VBZ", "NNS"))))


def saying(type_: str, mode: str | None) -> Saying:
    """The phrases for a type and mode; those of the type alone where the mode has none."""
    table = _by_id()
    return table.get(f"{type_}/{mode}") or table[type_]
