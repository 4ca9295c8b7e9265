"""Lists of days with what happened on them, which stand below or inside a story and read like lists of links."""

import re
from collections.abc import Sequence

from standoff.lexicon.calendar import BULLETED, DAY_HEADING, ENTRY, ROW, SHORT_MONTHS, Day, day_of
from standoff.read.flat.lines import Line
from standoff.read.stamped import is_day, year_heading

_LEAST = 3  # entries
_BELOW = 40  # lines below the story
_APART = 2  # lines from one entry to the next
_WORDS = 2  # that an entry tells
_HALF_A_YEAR = 6  # months by which a list goes back where the next year begins
_BULLETS = frozenset("•·▪◦*")
_BEGINS = frozenset(["Ear", "ear", "Lat", "lat", "Mid", "mid", *SHORT_MONTHS])  # of an entry, digits and bullets aside
_HEAD = 40  # characters in which an entry's day ends
_MARKS = ("–", "—", ":", "|", " -")  # behind it


def chronology(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """The lines of the chronologies from a story's first line to some way below its last.

    A list counts where its days run on from entry to entry: links to other stories run back, or stand on one day.
    """
    found: list[Line] = []
    run: list[Line] = []
    for line in lines[first : last + 1 + _BELOW]:
        entry = _entry(line.text)
        if entry is None or len(line.text[entry.end() :].split()) < _WORDS:
            continue
        if run and line.index - run[-1].index > _APART:
            found += _whole(lines, run)
            run = []
        run.append(line)
    return found + _whole(lines, run)


def _entry(text: str) -> re.Match[str] | None:
    """The day with which a line begins that can be of a chronology."""
    bulleted, head = text[0] in _BULLETS, text[:_HEAD]
    begins = head[:3] in _BEGINS or head[0].isdecimal()
    if bulleted or (begins and any(mark in head for mark in _MARKS)):
        found = ENTRY.match(text) or (BULLETED.match(text) if bulleted else None)
        if found is not None:
            return found
    return ROW.match(text) if begins else None


def below_days(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """The days that are lines of their own and the sentences below them, from a story's first line to some way below its last.

    They count where the days run on, each with a sentence right below it and behind the end of another, and where the
    first stands in the story or right below it: a list of other stories, or of what is on, stands further down. Years
    on lines of their own belong to the days below them.
    """
    end = _end(lines, last)
    heads = [n for n in range(_begin(lines, first), end - 1) if is_day(lines[n].text) and lines[n + 1].ends]
    days = [_day(found, True) for n in heads if (found := DAY_HEADING.fullmatch(lines[n].text)) is not None]
    if len(heads) < _LEAST or heads[0] > last + 1 or not _runs_on(_of_years(lines, heads, days)):
        return []
    years = [n - 1 for n in heads if _year_above(lines, n) is not None]
    if not all(lines[n - 2 if n - 1 in years else n - 1].ends for n in heads[1:]):
        return []  # `Ann Lee`, then the day on which she wrote the lines above
    told = [
        m
        for n, stop in zip(heads, [*heads[1:], heads[-1] + 2], strict=True)
        for m in range(n + 1, stop)
        if lines[m].ends and not lines[m].roles
    ]
    return [lines[n] for n in sorted({*heads, *years, *told})]


def _begin(lines: Sequence[Line], first: int) -> int:
    """The story's first line, or the day right above it that stands below a year."""
    day = first > 1 and is_day(lines[first - 1].text) and _year_above(lines, first - 1) is not None
    return first - 1 if day else first


def _year_above(lines: Sequence[Line], n: int) -> int | None:
    """The year that stands on a line of its own right above a line."""
    return year_heading(lines[n - 1].text) if n else None


def _of_years(lines: Sequence[Line], places: Sequence[int], days: Sequence[Day | None]) -> list[Day]:
    """The days that stand on these lines, those that name no year with that of the heading above them."""
    found: list[Day] = []
    year = 0
    for n, day in zip(places, days, strict=True):
        year = _year_above(lines, n) or year
        if day is not None:
            found.append((day[0] or year, day[1], day[2]))
    return found


def _end(lines: Sequence[Line], last: int) -> int:
    """How far below a story its chronology may go: to the next line that begins something else, `Related stories`."""
    below = range(last + 1, min(last + 1 + _BELOW, len(lines)))
    return next((n for n in below if lines[n].roles), below.stop)


def _whole(lines: Sequence[Line], run: Sequence[Line]) -> list[Line]:
    """The lines from the first entry of a list to its last, where it is a chronology."""
    if len(run) < _LEAST:
        return []
    entries = [_entry(line.text) for line in run]
    for day_first in (True, False):
        days = [_day(entry, day_first) for entry in entries if entry is not None]
        places = [line.index for line in run]
        if all(day is not None for day in days) and _runs_on(_of_years(lines, places, days)):
            begin = run[0].index - (_year_above(lines, run[0].index) is not None)
            return list(lines[begin : run[-1].index + 1])
    return []


def _day(entry: re.Match[str], day_first: bool) -> Day | None:
    """Year, month and day of an entry, 0 where it names none."""
    told = entry.groupdict()
    if told.get("one"):
        day, month = (int(told["one"]), int(told["two"])) if day_first else (int(told["two"]), int(told["one"]))
        return (0, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    return (int(told["alone"]), 0, 0) if told.get("alone") else day_of(entry)


def _runs_on(days: Sequence[Day]) -> bool:
    """Whether each day comes after the one before it, over the ends of years."""
    year, before, told = 0, days[0], {days[0]}
    for day in days[1:]:
        if day[0] and year and day[0] < year:
            return False
        turned = bool(day[0] and day[0] > (year or before[0])) or before[1] - day[1] > _HALF_A_YEAR
        back = (day[1], day[2] or before[2]) < (before[1], before[2]) if day[1] and before[1] else False
        if back and not turned:
            return False
        year, before = day[0] or before[0] or year, day
        told.add(day)
    return len(told) >= _LEAST
