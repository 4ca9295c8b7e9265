"""The entries of a live blog as the page's JSON-LD tells them, and what they have in common with those it shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape
from itertools import pairwise
from typing import Any

from standoff.read.dates.publication import Published
from standoff.read.dates.stamps import find_stamps
from standoff.read.html.dom import Element, squeeze
from standoff.read.html.meta import read_date
from standoff.read.html.paths import PageLine
from standoff.read.html.story import Finder, Paragraph, untagged

_MOST_ENTRIES = 500
_KEY = 60  # characters by which two entries are the same


@dataclass(slots=True)
class Entry:
    """One entry: its headline and byline, when and by whom it was written, its paragraphs, and its element."""

    title: Paragraph | None = None
    byline: Paragraph | None = None
    author: str | None = None
    time: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    element: Element | None = None
    clock: str | None = None  # the time of day that it prints, where it prints no day

    def told_by(self) -> list[str]:
        """The words that it is known by: those of its headline and those it begins with."""
        first = [p.text for p in (self.title, *self.paragraphs[:1]) if p is not None]
        return [key_of(text) for text in first]


def key_of(text: str) -> str:
    """The beginning of a text for comparing, without white space and case."""
    return "".join(text.casefold().split())[:_KEY]


def told_entries(articles: Sequence[dict[str, Any]], day_first: bool | None) -> Iterator[Entry]:
    """The updates that JSON-LD tells of a live blog, without elements."""
    for article in articles[:4]:
        updates = article.get("liveBlogUpdate")
        for update in (
            updates[:_MOST_ENTRIES] if isinstance(updates, list) else [updates] if isinstance(updates, dict) else ()
        ):
            if not isinstance(update, dict):
                continue
            when = read_date(string_of(update.get("datePublished")) or string_of(update.get("dateCreated")), day_first)
            body = update.get("articleBody") or update.get("text") or update.get("description")
            title = squeeze(string_of(update.get("headline")) or string_of(update.get("name")))
            texts = [squeeze(t) for t in re.split(r"\n+", untagged(string_of(body)))]
            yield Entry(
                title=Paragraph(title) if title else None,
                author=squeeze(string_of(update.get("author"))) or None,
                time=(when.time or when.day) if when else None,
                paragraphs=[Paragraph(t) for t in texts if t],
            )


def string_of(value: Any) -> str:
    """The string that a value of JSON-LD is or names."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
    return unescape(value) if isinstance(value, str) else ""


def with_places(told: Sequence[Entry], lines: Sequence[PageLine]) -> list[Entry]:
    """The updates of the data with their places in the page, where they stand there too."""
    entries = [entry for entry in told if entry.paragraphs]
    if len(entries) < 2:
        return []
    finder = Finder([line for line in lines if not line.apart])
    for entry in entries:
        if entry.title is not None:
            entry.title = next(iter(finder.find(entry.title.text)), entry.title)
        entry.paragraphs = [found for p in entry.paragraphs for found in (finder.find(p.text) or [p])]
    return entries


def dated(entries: Sequence[Entry], published: Published) -> None:
    """Gives entries that print a time of day alone the page's day, from the earliest on; past midnight the next one."""
    if not published.day or len(published.day) != 10:
        return
    told = [entry for entry in entries if entry.clock and not entry.time]
    stamps = [next(find_stamps(f"{published.day} {entry.clock}"), None) for entry in told]
    clocks = [(entry, stamp.clock[:5]) for entry, stamp in zip(told, stamps, strict=True) if stamp and stamp.clock]
    steps = [
        int(other[:2]) * 60 + int(other[3:]) - int(one[:2]) * 60 - int(one[3:])
        for (_, one), (_, other) in pairwise(clocks)
    ]
    if sum(-_HALF_DAY < step < 0 for step in steps) > sum(0 < step < _HALF_DAY for step in steps):
        clocks.reverse()  # the newest stands first
    started = published.time or ""
    day, last = date.fromisoformat(published.day), started[11:16]
    offset = started[16:] if started[16:17] in ("+", "-", "Z") else started[19:]
    for entry, clock in clocks:
        if last and int(clock[:2]) + _MIDNIGHT < int(last[:2]):
            day += timedelta(days=1)
        entry.time, last = f"{day}T{clock}{offset}", clock


_HALF_DAY = 720  # minutes
_MIDNIGHT = 6  # hours by which a time of day falls where a new day begins


def complete(entries: Sequence[Entry], told: Sequence[Entry]) -> None:
    """Gives entries without a time or an author those that the data tell of the same words."""
    known = {key: entry for entry in reversed(told) for key in entry.told_by()}
    for entry in entries:
        same = next((known[key] for key in entry.told_by() if key in known), None)
        if same is not None:
            entry.time = same.time or entry.time
            entry.author = entry.author or same.author
