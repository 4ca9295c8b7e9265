"""Verbs that captions use in the present and a parser takes for nouns, from `captions.toml`."""

from functools import cache

import msgspec

from standoff.lexicon import load_table


class CaptionVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plural or an infinitive that captions use as a verb, with the words of which one follows; none: any may."""

    word: str
    before: tuple[str, ...] = ()
    examples: tuple[str, ...]


class CaptionTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`captions.toml`."""

    verbs: tuple[CaptionVerb, ...]


@cache
def caption_verbs() -> dict[str, tuple[str, ...]]:
    """For each word that captions use as a verb the words of which one follows it; empty where any may."""
    return {entry.word: entry.before for entry in load_table("captions", CaptionTable).verbs}
