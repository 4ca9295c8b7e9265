"""The words that describe the state a thing is in, and the aspects they may be about."""

from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.model import Aspect, State


class StateWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state with its words: after a copula, as a participle, before the thing's noun.

    `changes`: verbs by which the thing itself comes to be so: `the bridge opened in 2004`.
    """

    id: str
    state: State
    words: tuple[str, ...]
    participles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class StateTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`states.toml`."""

    announces: frozenset[str]
    lets: frozenset[str]
    part_time: tuple[str, ...]
    moving: tuple[str, ...]
    aspects: dict[str, Aspect]
    state: tuple[StateWords, ...]


@cache
def state_table() -> StateTable:
    """The table."""
    table: StateTable = load_table("states", StateTable)
    return table


@cache
def state_words() -> dict[str, StateWords]:
    """The entry of each word or phrase after a copula."""
    return {word: entry for entry in state_table().state for word in entry.words}


@cache
def state_participles() -> dict[str, StateWords]:
    """The entry of each participle."""
    return {word: entry for entry in state_table().state for word in entry.participles}


@cache
def state_attributes() -> dict[str, StateWords]:
    """The entry of each adjective before a thing's noun."""
    return {word: entry for entry in state_table().state for word in entry.attributes}


@cache
def state_changes() -> dict[str, StateWords]:
    """The entry of each verb by which a thing comes to be in a state."""
    return {word: entry for entry in state_table().state for word in entry.changes}
