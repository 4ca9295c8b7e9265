"""How the state of the disputed thing is said, by the head of its name, from `state_words.toml`."""

import re
from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.model import State

_ENDS = re.compile(r"\s(?:of|at|in|on|through|to|from|between|with|for|over|against|by)\s")


class StateWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words for the states of things whose name has one of these heads; what each is for stands above the table."""

    id: str
    heads: frozenset[str]
    thing: str
    between: str
    short: dict[State, str]
    now: dict[State, str]
    since: dict[State, str]
    never: str
    turned: dict[State, str]
    ahead: dict[State, str]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class StateWordTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`state_words.toml`."""

    words: tuple[StateWords, ...]


@cache
def state_words(name: str | None) -> StateWords:
    """The words for the states of a thing of this name; without one those of any thing.

    >>> state_words("Alder mill strike").since["shut"], state_words("Vanta crossing").since["shut"]
    ('has been on', 'has been shut')
    """
    table: StateWordTable = load_table("state_words", StateWordTable)
    words = table.words
    head = (_ENDS.split(name or "")[0].lower().split() or [""])[-1]
    heads = (head, head.removesuffix("s"))
    return next((found for found in words if any(one in found.heads for one in heads)), words[0])
