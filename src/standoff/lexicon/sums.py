"""Words around a number that tell whether it is money and whether it counts people, from `sums.toml`."""

from functools import cache

from standoff.lexicon import load_table
from standoff.lexicon.state_acts import WordClassTable


@cache
def sum_words(name: str) -> frozenset[str]:
    """The words of a class, as they are written."""
    table = load_table("sums", WordClassTable)
    return frozenset(next(entry for entry in table.words if entry.id == name).words)
