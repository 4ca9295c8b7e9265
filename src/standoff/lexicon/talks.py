"""Words for rounds of talks: what came of them, at what level they were, who led them."""

import re
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table

Field = Literal["outcome", "level", "head", "talks"]


class TalksCue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell a field of a round. `rank`: of several that fit, the lowest wins."""

    id: str
    field: Field
    value: str
    rank: int
    pattern: str
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class TalksTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`talks.toml`."""

    cue: tuple[TalksCue, ...]


@cache
def talks_cues(field: Field) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The values of a field with their patterns, in the order in which they are tried."""
    cues = sorted((c for c in load_table("talks", TalksTable).cue if c.field == field), key=lambda c: (c.rank, c.id))
    return tuple((c.value, re.compile(c.pattern)) for c in cues)


def read_cue(field: Field, sentence: str) -> str | None:
    """What a sentence says of a field of the round it tells of; None where it says nothing.

    >>> read_cue("outcome", "The talks ended without an agreement."), read_cue("level", "The summit opened.")
    ('adjourned', 'summit')
    """
    low = sentence.lower().replace("’", "'")
    return next((value for value, pattern in talks_cues(field) if pattern.search(low)), None)
