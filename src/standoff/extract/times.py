"""Parsed -> Times: every parsed sentence tagged, resolved against the page's date or one that the text allows to infer."""

import re
from collections.abc import Iterator

import msgspec

from standoff import edtf
from standoff.capitals import CAPITALS
from standoff.extract.binding import head_of, tokens_in
from standoff.extract.day_lines import DayLines, day_lines
from standoff.extract.entries import DAY_LINE, Entry, entries_of, entry_at, without_standfirst
from standoff.extract.published import infer
from standoff.extract.tense import direction_of
from standoff.model import Issue, Meta, PartKind, Time
from standoff.parse import Parsed, Sentence
from standoff.times import Reader, find
from standoff.times.anchor import Direction

_TOWN = re.compile(
    rf"[{CAPITALS}][{CAPITALS} .'’/-]{{1,30}},\s[A-Z][A-Za-z.’' -]{{1,24}},?\s"
)  # `HUARAZ, Peru, May 20 (Wire) -`
_RULE = re.compile(r"\s?(?:\(|--|[-–—:])")
_MONTH_DAY = re.compile(r"[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?")
DATELINE = 45  # characters in which a dateline prints its day
_DAYS_OF_WIRE = 2


def find_times(parsed: Parsed, *, captured: str | None = None) -> tuple[tuple[Time, ...], Meta, tuple[Issue, ...]]:
    """The times of title, story and captions in order, the page's meta with its date, and what is doubtful about it.

    Args:
        parsed: the page.
        captured: the day it was fetched or archived, which bounds the date of a page that states none.
    """
    meta = parsed.page.meta
    issues: list[Issue] = []
    if meta.published is None:
        found = infer(parsed, captured=captured)
        issues.append(found.issue)
        if found.published is not None:
            meta = msgspec.structs.replace(meta, published=found.published, published_how="inferred")
    tense = Tenses(parsed)
    # The story's narrative runs on from paragraph to paragraph, an entry's within the entry; title and captions each
    # stand alone. What is told in an entry hangs on the day of the entry, not of the page.
    lines = day_lines(parsed)
    heads = _of_heads(parsed, meta.published, tense, lines)
    entries = entries_of(parsed, heads)
    story = Reader(published=dateline_day(parsed, meta.published) or meta.published, tense_at=tense.at)
    of_entry = {entry: Reader(published=entry.day, tense_at=tense.at) for entry in entries}
    times: list[Time] = []
    for kind, number, start, end in paragraphs(parsed):
        entry = entry_at(entries, start)
        if entry is None and (line := lines.at(start)) is not None and line.alone:
            times.extend(t for t in heads if start <= t.start < end)
            continue
        if kind == "story":
            reader = of_entry[entry] if entry is not None else story
        else:
            reader = Reader(published=entry.day if entry is not None else meta.published, tense_at=tense.at)
        told = reader.read(parsed.page.text, start, end, paragraph=number)
        times.extend(_in_year(t, entry, parsed.page.text, meta.published) for t in told)
    return tuple(times), meta, tuple(issues)


def _in_year(time: Time, entry: Entry | None, text: str, published: str | None) -> Time:
    """A day of a month in a chronology's line, in the year of the line where that is nearer than the year before: `Feb 2: ... on May 5`."""
    printed = text[time.start : time.end]
    if (
        entry is None
        or entry.how != "stated"
        or time.edtf is None
        or time.begin_point
        or not _MONTH_DAY.fullmatch(printed)
    ):
        return time
    here = f"{entry.day[:4]}{time.edtf[4:]}"
    before, after = edtf.gap(time.edtf, entry.day), edtf.gap(here, entry.day)
    sooner = edtf.is_day(here) and before is not None and after is not None and after < before
    if not sooner or time.value != time.edtf or (published is not None and edtf.before(published, here)):
        return time
    return msgspec.structs.replace(time, edtf=here, value=here)


def _of_heads(parsed: Parsed, published: str | None, tense: "Tenses", lines: DayLines) -> list[Time]:
    """The times of the story's lines that may be nothing but a day, and of the days that begin the lines of a chronology."""
    text = parsed.page.text
    reader = Reader(published=published, tense_at=tense.at)
    found: list[Time] = []
    for kind, number, start, end in paragraphs(parsed):
        line = lines.at(start) if kind == "story" else None
        if line is not None:
            of_year = Reader(published=f"{line.year}-12-31", tense_at=_behind)
            found.extend(of_year.read(text, start, line.end, paragraph=number))
        elif kind == "story" and end - start <= DAY_LINE:
            found.extend(reader.read(text, start, end, paragraph=number))
    return found


def _behind(_start: int, _end: int) -> Direction:
    """What is told of a year lies before its end."""
    return "past"


def dateline_day(parsed: Parsed, published: str | None) -> str | None:
    """The day of the dateline that opens the story, from which its `today` and `Monday` count: `VIENNA, Aug. 6 (Wire) -`.

    None where it prints none, or one that lies further from the page's day than a wire report travels.
    """
    story = next(iter(without_standfirst([s for s in parsed.sentences if s.part == "story"])), None)
    if story is None or not edtf.is_day(published):
        return None
    text = parsed.page.text
    for time in find(text, published=published, start=story.start, end=min(story.start + 2 * DATELINE, len(text))):
        if (
            not 0 < time.start - story.start < DATELINE
            or not opens_dateline(text, story.start, time.start, time.end)
            or time.how != "stated"
        ):
            return None
        days = edtf.gap(time.edtf, published)
        return time.edtf if edtf.is_day(time.edtf) and days is not None and days <= _DAYS_OF_WIRE else None
    return None


def opens_dateline(text: str, start: int, day: int, end: int) -> bool:
    """Whether the day at `day` stands in the dateline with which a story opens: `VIENNA, May 5 (Presswire) --`."""
    return text[start:day].isupper() or bool(_TOWN.fullmatch(text, start, day) and _RULE.match(text, end))


def paragraphs(parsed: Parsed) -> Iterator[tuple[PartKind, int, int, int]]:
    """Kind, number, start and end of each parsed paragraph."""
    open_: list[Sentence] = []
    for sentence in parsed.sentences:
        if open_ and open_[0].paragraph != sentence.paragraph:
            yield open_[0].part, open_[0].paragraph, open_[0].start, open_[-1].end
            open_ = []
        open_.append(sentence)
    if open_:
        yield open_[0].part, open_[0].paragraph, open_[0].start, open_[-1].end


class Tenses:
    """The direction that the verbs of a parsed page give to a stretch of its text."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed

    def at(self, start: int, end: int) -> Direction | None:
        """Behind or ahead of the page's day, by the verb that governs the words; None where no verb tells."""
        sentence = self._parsed.sentence_at(start)
        if sentence is None:
            return None
        words = tokens_in(sentence, start, end)
        if any(word.tag == "MD" for word in words):
            return None  # `on may 5`: the parser took the month for a verb
        token = head_of(words)
        return direction_of(token) if token is not None else None
