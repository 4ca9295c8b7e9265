"""Lines of a chronology that are or begin with a day, and the year that they leave to a heading or to the lines before."""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff import edtf
from standoff.lexicon.calendar import DAY_HEADING, ENTRY, ROW, YEAR_HEADING, Day, day_of, with_years
from standoff.parse import Parsed, Sentence

_YEAR = 10  # characters of the longest line that is a year: `- 2014 -`
_HEAD = 40  # characters in which a line's day ends
_FEWEST = 3  # lines with a day
_AHEAD = frozenset(("will", "shall"))

_Found = tuple[int, int, int, Day, bool]


@dataclass(frozen=True, slots=True)
class DayLine:
    """A paragraph that is or begins with a day: its number, where the day lies, its year; `alone` where it tells no more."""

    paragraph: int
    start: int
    end: int
    year: int
    alone: bool


@dataclass(frozen=True, slots=True)
class DayLines:
    """The days of a chronology, and the numbers of the paragraphs that are years."""

    days: tuple[DayLine, ...] = ()
    years: frozenset[int] = frozenset()

    def at(self, start: int) -> DayLine | None:
        """The day with which the paragraph begins that begins at a place of the text."""
        return next((day for day in self.days if day.start == start), None)


def story_paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences of the story's paragraphs."""
    paragraphs: list[list[Sentence]] = []
    for sentence in (s for s in sentences if s.part == "story"):
        if not paragraphs or paragraphs[-1][0].paragraph != sentence.paragraph:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return paragraphs


def day_lines(parsed: Parsed) -> DayLines:
    """The days of a chronology some of which leave out their year; none on other pages.

    The year stands on a line of its own above them (`2014`, below it `May 23`), or with a day before (`19 July 2022`,
    further down `9 August`). The days run on or back, and the last lies not after the page's.
    """
    found: list[_Found] = []
    years: set[int] = set()
    ahead: set[int] = set()
    heading = 0
    for n, paragraph in enumerate(story_paragraphs(parsed.sentences)):
        start, end = paragraph[0].start, paragraph[-1].end
        if (year := _year(parsed.page.text, start, end)) is not None:
            heading = year
            years.add(n)
        elif (told := _day(parsed.page.text, start, end)) is not None:
            stop, day = told
            found.append((n, start, stop, (day[0] or heading, *day[1:]), stop == end))
            ahead |= {n} if _is_ahead(paragraph[0]) else set()
            heading = 0
    found = found if years else _without_plans(found, ahead, parsed.page.meta.published)
    full = with_years([day for *_, day, _ in found])
    left_out = years or any(not day[0] for *_, day, _ in found)
    if full is None or not left_out or len(set(full)) < _FEWEST:
        return DayLines()
    if parsed.page.meta.published is not None and any(edtf.before(parsed.page.meta.published, _edtf(d)) for d in full):
        return DayLines()
    days = [DayLine(n, start, stop, day[0], alone) for (n, start, stop, _, alone), day in zip(found, full, strict=True)]
    heads = {day.paragraph - 1 for day in days}
    return DayLines(tuple(days), frozenset(years & heads))


def _is_ahead(sentence: Sentence) -> bool:
    """Whether a line tells what will be: `July 3: The dockers will strike again`."""
    return sentence.root is not None and any(t.lower in _AHEAD for t in sentence.root.childs("aux"))


def _without_plans(found: list[_Found], ahead: set[int], published: str | None) -> list[_Found]:
    """The days, without those of what will be that the year of the days before would set before the page's day."""
    full = with_years([day for *_, day, _ in found]) if ahead and published else None
    if full is None or published is None:
        return found
    past = {line[0] for line, day in zip(found, full, strict=True) if edtf.before(_edtf(day), published)}
    return [line for line in found if line[3][0] or line[0] not in ahead & past]


def _year(text: str, start: int, end: int) -> int | None:
    """The year that is all of a paragraph."""
    found = YEAR_HEADING.fullmatch(text, start, end) if end - start < _YEAR else None
    return int(found["year"]) if found is not None else None


def _day(text: str, start: int, end: int) -> tuple[int, Day] | None:
    """The day that a paragraph is or begins with, and where it ends."""
    alone = DAY_HEADING.fullmatch(text, start, end) if end - start < _HEAD else None
    found = alone or ENTRY.match(text, start, end) or ROW.match(text, start, end)
    day = day_of(found) if found is not None else None
    return (found.end(), day) if found is not None and day is not None else None


def _edtf(day: Day) -> str:
    return f"{day[0]}-{day[1]:02d}" + (f"-{day[2]:02d}" if day[2] else "")
