"""Words for rounds of talks: what came of them, at what level they were, who led them."""

import re
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table

Field = Literal["agenda", "begun", "outcome", "level", "head", "talks"]


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

    ends: tuple[str, ...]
    cue: tuple[TalksCue, ...]


@cache
def talks_cues(field: Field) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The values of a field with their patterns, in the order in which they are tried."""
    cues = sorted((c for c in load_table("talks", TalksTable).cue if c.field == field), key=lambda c: (c.rank, c.id))
    return tuple((c.value, re.compile(c.pattern)) for c in cues)


def read_agenda(sentence: str) -> str | None:
    """What a sentence says that talks are about, in its own words; None where it says nothing.

    >>> read_agenda("Talks in Linz on Monday on unpaid bills broke up."), read_agenda("The talks ended on Monday.")
    ('unpaid bills', None)
    """
    low = sentence.lower().replace("’", "'")
    if len(low) != len(sentence):
        return None
    for _, pattern in talks_cues("agenda"):
        found = pattern.search(low)
        if found is None:
            continue
        words = sentence[found.start("what") : found.end("what")].split(" ")
        asked = words[0].lower() in ("how", "whether", "what", "who", "when", "where")
        end = next((n for n, w in enumerate(words) if n and not asked and w.lower().strip(",") in _ends()), len(words))
        told = " ".join(words[:end]).split(",")[0].strip(" –—-")
        if len(told) > 2 and (told.lower() not in _ends()):
            return told
    return None


@cache
def _ends() -> frozenset[str]:
    return frozenset(load_table("talks", TalksTable).ends)


def read_cue(field: Field, sentence: str) -> str | None:
    """What a sentence says of a field of the round it tells of; None where it says nothing.

    >>> read_cue("outcome", "The talks ended without an agreement."), read_cue("level", "The summit opened.")
    ('adjourned', 'summit')
    """
    low = sentence.lower().replace("’", "'")
    return next((value for value, pattern in talks_cues(field) if pattern.search(low)), None)
