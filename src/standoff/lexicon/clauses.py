"""Words by which a clause is read: whether its act was done, is hoped for or to come, from `clauses.toml`."""

from functools import cache

from standoff.lexicon import load_table
from standoff.lexicon.state_acts import WordClassTable


@cache
def clause_words(name: str) -> frozenset[str]:
    """The words of a class, as lemmas or as written."""
    table = load_table("clauses", WordClassTable)
    return frozenset(next(entry for entry in table.words if entry.id == name).words)
