"""Words that tell who speaks to whom, from `voices.toml`."""

from functools import cache
from typing import Literal, get_args

import msgspec

from standoff.lexicon import load_table

VoiceId = Literal["reader", "site", "self", "others", "reported"]


class Voice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one voice, in lower case."""

    id: VoiceId
    words: tuple[str, ...]
    examples: tuple[str, ...]


class VoiceTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`voices.toml`."""

    voice: tuple[Voice, ...]


@cache
def voices() -> tuple[frozenset[str], ...]:
    """The words of each voice, in the order of `VoiceId`: to the reader, of the site, of oneself, of others, reported."""
    words: dict[VoiceId, set[str]] = {own: set() for own in get_args(VoiceId)}
    for entry in load_table("voices", VoiceTable).voice:
        words[entry.id].update(entry.words)
    return tuple(frozenset(own) for own in words.values())
