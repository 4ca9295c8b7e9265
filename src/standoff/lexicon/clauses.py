"""Words by which a clause is read: whether its act was done, is hoped for or to come, from `clauses.toml`."""

from functools import cache

from standoff.lexicon import load_table
from standoff.lexicon.state_acts import WordClassTable


@cache
def clause_words(*names: str) -> frozenset[str]:
    """The words of a class, or of several, as lemmas or as written."""
    listed = {entry.id: entry.words for entry in load_table("clauses", WordClassTable).words}
    return frozenset(word for name in names for word in listed[name])
