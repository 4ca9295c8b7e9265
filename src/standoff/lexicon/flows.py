"""Words by which a page tells how much flows or runs, from `flows.toml`."""

from functools import cache

from standoff.lexicon import load_table
from standoff.lexicon.state_acts import WordClassTable

BY_FLOW = "flow"
"""How the rules end by which how much flows tells an act: beside it stands the description that says it."""


@cache
def flow_words(*names: str) -> frozenset[str]:
    """The lemmas of a class, or of several."""
    listed = {entry.id: entry.words for entry in load_table("flows", WordClassTable).words}
    return frozenset(word for name in names for word in listed[name])
