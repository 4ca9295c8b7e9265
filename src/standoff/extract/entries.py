"""The entries of a live blog or of a chronology, or the stories of a page of several: where each lies and of which day it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff import edtf
from standoff.extract.year_headings import YearHeading, day_end, heading_over, year_headings
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


def story_paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences of the story's paragraphs."""
    paragraphs: list[list[Sentence]] = []
    for sentence in (s for s in sentences if s.part == "story"):
        if not paragraphs or paragraphs[-1][0].paragraph != sentence.paragraph:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return paragraphs


def _below_days(parsed: Parsed, times: Sequence[Time]) -> tuple[Entry, ...]:
    """What stands below days that are lines of their own: `Sept. 8`, then what happened on it; the last as long as the longest before.

    Below a year that is a line of its own, also what stands on the line behind its day.
    """
    paragraphs = story_paragraphs(parsed.sentences)
    years = year_headings(paragraphs)
    alone = [(n, n + 1, day) for n, told in enumerate(paragraphs) if (day := _alone(told, times)) is not None]
    begun = [
        (n, n, day) for n, told in enumerate(paragraphs) if (day := _begun(parsed, told, times, years)) is not None
    ]
    days = sorted({first: (n, first, day) for n, first, day in (*begun, *alone)}.values())
    told_on = [edtf.sort_key(day) for *_, day in days]
    if len(set(told_on)) < _FEWEST or told_on not in (sorted(told_on), sorted(told_on, reverse=True)):
        return ()
    if days[-1][1] == len(paragraphs):
        return ()  # each day stands below what was written on it: letters, news in brief
    stops = sorted({n for n, *_ in days} | {n for n, told in enumerate(paragraphs) if _heads_year(told, years)})
    ends = [next(stop for stop in stops if stop > n) for n, *_ in days[:-1]]
    longest = max(end - first for (_, first, _), end in zip(days, ends, strict=False))
    found = []
    for (_, first, day), end in zip(days, [*ends, min(days[-1][1] + longest, len(paragraphs))], strict=True):
        if told := [s for paragraph in paragraphs[first:end] for s in paragraph]:
            found.append(Entry(told[0].start, told[-1].end, day, how="stated"))
    return tuple(found)


def _heads_year(paragraph: Sequence[Sentence], years: Sequence[YearHeading]) -> bool:
    return any(year.start == paragraph[0].start for year in years)


def _begun(
    parsed: Parsed, paragraph: Sequence[Sentence], times: Sequence[Time], years: Sequence[YearHeading]
) -> str | None:
    """The day that a paragraph below a year begins with."""
    start, end = paragraph[0].start, paragraph[-1].end
    stop = day_end(parsed.page.text, start, end) if heading_over(years, start) is not None else None
    if stop is None or stop == end:
        return None
    days = [t for t in times if t.type == "DATE" and start <= t.start < stop]
    return days[0].edtf if days and (edtf.length(days[0].edtf) or _MONTH + 1) <= _MONTH else None


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
