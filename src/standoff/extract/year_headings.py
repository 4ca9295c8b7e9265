"""Years on lines of their own, as in a chronology: `2014`, below it `May 23` and what happened on that day."""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.lexicon.calendar import DAY_HEADING, ENTRY, YEAR_HEADING
from standoff.parse import Sentence

_LONGEST = 10  # characters: `- 2014 -`
_HEAD = 40  # characters in which a line's day ends


@dataclass(frozen=True, slots=True)
class YearHeading:
    """A year, and the stretch of the text up to the next one."""

    start: int
    end: int
    year: int


def year_headings(paragraphs: Sequence[Sequence[Sentence]]) -> tuple[YearHeading, ...]:
    """The years that head the days below them, in order.

    Each stands right above a day that names none, and they run on or back: a year alone may also head a table.
    """
    lines = [paragraph[0].text.strip() for paragraph in paragraphs]
    found = [
        (paragraph[0].start, int(year["year"]))
        for paragraph, line, below in zip(paragraphs, lines, lines[1:], strict=False)
        if len(line) < _LONGEST and (year := YEAR_HEADING.fullmatch(line)) is not None and _is_of_no_year(below)
    ]
    years = [year for _, year in found]
    if len(set(years)) < len(years) or years not in (sorted(years), sorted(years, reverse=True)):
        return ()
    ends = [*(start for start, _ in found[1:]), paragraphs[-1][-1].end + 1] if found else []
    return tuple(YearHeading(start, end, year) for (start, year), end in zip(found, ends, strict=True))


def heading_over(headings: Sequence[YearHeading], position: int) -> YearHeading | None:
    """The year that a place of the text stands below."""
    return next((heading for heading in headings if heading.start < position < heading.end), None)


def day_end(text: str, start: int, end: int) -> int | None:
    """Where the day ends that a paragraph is or begins with, where it names no year; None where it does neither."""
    alone = DAY_HEADING.fullmatch(text, start, end) if end - start < _HEAD else None
    found = alone or ENTRY.match(text, start, end)
    if found is None or any(found.groupdict().get(part) for part in ("year", "then_year", "alone", "one")):
        return None
    return found.end()


def _is_of_no_year(line: str) -> bool:
    return day_end(line, 0, len(line)) is not None
