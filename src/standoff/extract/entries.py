"""The entries of a live blog or of a chronology, or the stories of a page of several: where each lies and of which day it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from standoff import edtf
from standoff.extract.day_lines import DayLine, day_lines, story_paragraphs
from standoff.model import DateHow, Part, Time
from standoff.parse import Parsed, Sentence

DAY_LINE = 40
"""Characters of the longest line that may be nothing but a day: `Wednesday, 17 September 2014:`."""
_MONTH = 31  # days
_FEWEST = 3  # days that stand alone on a line, for them to head entries


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the text that is of a day of its own, its headline included.

    `day`: EDTF, of a chronology also days or a month; `how`: whether it was posted then or is told of that day.
    """

    start: int
    end: int
    day: str
    how: DateHow = "published"


def entries_of(parsed: Parsed, times: Sequence[Time]) -> tuple[Entry, ...]:
    """The entries of a page that tell their own day, in order; empty on most pages. `times`: those of its short lines."""
    return posts_of(parsed.page.parts) or _below_days(parsed, times)


def posts_of(parts: Sequence[Part]) -> tuple[Entry, ...]:
    """The entries that the page's parts mark."""
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


def _below_days(parsed: Parsed, times: Sequence[Time]) -> tuple[Entry, ...]:
    """What stands below days that are lines of their own: `Sept. 8`, then what happened on it; the last as long as the longest before.

    Where a chronology leaves out years, also what stands on the line behind its day.
    """
    paragraphs = story_paragraphs(parsed.sentences)
    lines = day_lines(parsed)
    alone = {n: (n, n + 1, day) for n, told in enumerate(paragraphs) if (day := _alone(told, times)) is not None}
    begun = {
        line.paragraph: (line.paragraph, line.paragraph, day)
        for line in lines.days
        if not line.alone and (day := _begun(line, times)) is not None
    }
    days = sorted((alone | begun).values())
    if len({day for *_, day in days}) < _FEWEST or not _in_order([day for *_, day in days]):
        return ()
    if days[-1][1] == len(paragraphs):
        return ()  # each day stands below what was written on it: letters, news in brief
    stops = sorted({n for n, *_ in days} | lines.years)
    ends = [next(stop for stop in stops if stop > n) for n, *_ in days[:-1]]
    longest = max(end - first for (_, first, _), end in zip(days, ends, strict=False))
    found = []
    for (_, first, day), end in zip(days, [*ends, min(days[-1][1] + longest, len(paragraphs))], strict=True):
        if told := [s for paragraph in paragraphs[first:end] for s in paragraph]:
            found.append(Entry(told[0].start, told[-1].end, day, how="stated"))
    return tuple(found)


def _in_order(days: Sequence[str]) -> bool:
    """Whether no day lies before one above it, or none after it: a month may stand among its days."""
    return not any(edtf.before(b, a) for a, b in pairwise(days)) or not any(
        edtf.before(a, b) for a, b in pairwise(days)
    )


def _begun(line: DayLine, times: Sequence[Time]) -> str | None:
    """The day or days with which a line begins."""
    days = [t.edtf for t in times if t.type == "DATE" and line.start <= t.start < line.end and t.edtf is not None]
    if not days:
        return None
    day = f"{days[0]}/{days[-1]}" if all(map(edtf.is_day, days)) and days[0] < days[-1] else days[0]
    return day if (edtf.length(day) or _MONTH + 1) <= _MONTH else None


def _alone(paragraph: Sequence[Sentence], times: Sequence[Time]) -> str | None:
    """The day, days or month that are all of a paragraph."""
    here = paragraph[0]
    if len(paragraph) > 1 or here.end - here.start > DAY_LINE:
        return None
    told = [t for t in times if here.start <= t.start and t.end <= here.end]
    days = [t for t in told if t.type == "DATE" and (edtf.length(t.edtf) or _MONTH + 1) <= _MONTH]
    words = [w for w in here.tokens if w.text.isalnum() and not any(t.start <= w.start < t.end for t in told)]
    return days[0].edtf if days and not words else None


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
