"""The entries of a live blog, or the stories of a page of several: where each lies and of which day it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff import edtf
from standoff.model import Part
from standoff.parse import Parsed, Sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the text that is of a day of its own, its headline included."""

    start: int
    end: int
    day: str


def entries_of(parts: Sequence[Part]) -> tuple[Entry, ...]:
    """The entries of a page that tell their own day, in order; empty on most pages."""
    found: list[Entry] = []
    title: Part | None = None
    for part in parts:
        if part.role == "entry" and part.kind == "title":
            title = part
        elif part.role == "entry" and part.kind == "story":
            day = (part.time or "")[:10]
            if edtf.is_day(day):
                found.append(Entry(title.start if title is not None else part.start, part.end, day))
            title = None
    return tuple(found)


def entry_at(entries: Sequence[Entry], position: int) -> Entry | None:
    """The entry that a place of the text lies in."""
    return next((entry for entry in entries if entry.start <= position < entry.end), None)


def told_in(parsed: Parsed, entry: Entry | None, entries: Sequence[Entry]) -> tuple[list[Sentence], int]:
    """The sentences of an entry, or of the story outside of all entries, and where its first paragraph begins."""
    story = [s for s in parsed.sentences if s.part == "story"]
    if entry is not None:
        told = [s for s in story if entry.start <= s.start < entry.end]
    else:
        told = [s for s in story if not entries or entry_at(entries, s.start) is None] or story
    above = [p for p in parsed.page.parts if p.role == "standfirst"]
    return told, next((s.start for s in told if not any(p.start <= s.start < p.end for p in above)), 0)


def without_standfirst(story: list[Sentence]) -> list[Sentence]:
    """The story's sentences without a first line that is a second headline: it ends in no full stop."""
    story = [s for s in story if any(map(str.isalpha, s.text))]  # a row of bars is no lead
    if len(story) > 1 and story[0].paragraph != story[1].paragraph and story[0].text.rstrip()[-1:].isalnum():
        return story[1:]
    return story
