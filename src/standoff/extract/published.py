"""When a page that prints no date was published: what its own dates and tenses allow.

`A vote will be held on June 20` was written before that day; `in late May`, told as past, after May.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from standoff.extract.binding import head_of, tokens_in
from standoff.extract.outer_bounds import Upper, Weekday, latest, weekday_in, year_of
from standoff.extract.tense import direction_of
from standoff.model import Issue, PartKind
from standoff.parse import Parsed
from standoff.times.anchor import Direction
from standoff.times.calendar import last_day, make_day, shift_days
from standoff.times.grammar import Match, Matcher
from standoff.times.near import near_tense
from standoff.times.shapes import Calendar, Part, Shape
from standoff.times.tokens import Word, tokenise

_YEAR = 2000  # stands for the unknown year: a leap year
_WINDOW = 62  # days that a guess may span
_SHOWN = 60  # characters of a sentence on either side of its date
_OPENINGS = 3  # lines
_LINE = re.compile(r"[^\n]+")
_OF_HISTORY = 4  # years whose months are printed make a history, whose day is not told by its dates
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'/-]{2,40},\s{1,3}(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2})\s{0,2}(?:\([^()\n]{2,30}\)|[-–—]|\.\s/[A-Z-]{2,20}/)"
)


@dataclass(frozen=True, slots=True)
class Inferred:
    """The interval, if any, and the issue that gives the reasons."""

    published: str | None
    issue: Issue


@dataclass(frozen=True, slots=True)
class Clue:
    """A date of the text: its first and last day, whether its year is printed, and where it lies from the page's day."""

    words: str
    first: date
    last: date
    dated: bool
    direction: Direction
    part: PartKind
    paragraph: int
    sentence: str = ""

    def told(self) -> str:
        """The words with the sentence that they stand in, cut to a length that can be shown."""
        if len(self.sentence) <= len(self.words) + 4:
            return repr(self.words)
        at = max(0, self.sentence.find(self.words))
        start, end = max(0, at - _SHOWN), at + len(self.words) + _SHOWN
        shown = ("…" if start else "") + self.sentence[start:end].strip() + ("…" if end < len(self.sentence) else "")
        return f"{self.words!r} (“{shown}”)"


def infer(parsed: Parsed, *, captured: str | None = None) -> Inferred:
    """An interval in which the page was published, its year `XXXX` where nothing tells it.

    Args:
        parsed: a page that states no date.
        captured: the day it was fetched or archived: it was published no later.
    """
    upper = latest(parsed, captured)
    if (day := _dateline(parsed, upper)) is not None:
        return day
    clues = _clues(parsed)
    ahead = [c for c in clues if c.direction == "future"]
    behind = [c for c in clues if c.direction == "past"]
    history = len({c.first.year for c in clues if c.dated}) >= _OF_HISTORY
    found = None if history else _with_year(ahead, behind) or _without_year(ahead, behind)
    if found is None:
        closed = None if history or upper is None or not upper.close else _up_to(behind, upper)
        return closed or Inferred(None, Issue(code="no-date", message=_no_date(ahead, behind, upper)))
    low, high, after, before = found
    reasons = [f"it speaks of {after.told()} as past: not before {_shown_day(low, after.dated or before.dated)}"]
    reasons.append(f"and of {before.told()} as to come: not after {_shown_day(high, after.dated or before.dated)}")
    return _inferred(parsed, low, high, not (after.dated or before.dated), reasons, upper)


def _shown_day(day: date, dated: bool) -> str:
    return day.isoformat() if dated else f"{day:%m-%d}"


def _inferred(
    parsed: Parsed,
    low: date,
    high: date,
    floating: bool,
    reasons: list[str],
    upper: Upper | None,
    on: Weekday | None = None,
) -> Inferred:
    """The interval with its year, where something tells it, and no later than the bound from outside."""
    if floating and (told := year_of(parsed, low, high, upper, on)) is not None:
        year, reason = told
        first, last = make_day(year, low.month, low.day), make_day(year + high.year - low.year, high.month, high.day)
        if first is not None and last is not None:
            low, high, floating = first, last, False
            reasons.append(reason)
    elif floating:
        reasons.append("the year is not told")
    if not floating and upper is not None and low <= upper.day < high:
        high = upper.day
        reasons.append(f"not after {upper.reason}")
    text = f"XXXX-{low:%m-%d}/XXXX-{high:%m-%d}" if floating else f"{low.isoformat()}/{high.isoformat()}"
    message = f"no publication date is printed; the text allows {text}: {'; '.join(reasons)}; confirm the date, or give `published`"
    return Inferred(text, Issue(code="date-inferred", message=message))


def _up_to(behind: list[Clue], upper: Upper) -> Inferred | None:
    """From the last day told as past to the first comment, where these lie near to each other."""
    best: tuple[date, Clue] | None = None
    for clue in behind:
        low = _over(clue)
        if low is not None and not clue.dated:
            moved = [make_day(year, low.month, low.day) for year in (upper.day.year, upper.day.year - 1)]
            low = next((day for day in moved if day is not None and day <= upper.day), None)
        if low is not None and low <= upper.day and (best is None or low > best[0]):
            best = low, clue
    if best is None or (upper.day - best[0]).days > _WINDOW:
        return None
    text = f"{best[0].isoformat()}/{upper.day.isoformat()}"
    message = (
        f"no publication date is printed; the page allows {text}: it speaks of {best[1].told()} as past: not before"
        f" {best[0].isoformat()}; not after {upper.reason}; confirm the date, or give `published`"
    )
    return Inferred(text, Issue(code="date-inferred", message=message))


def _dateline(parsed: Parsed, upper: Upper | None) -> Inferred | None:
    """The day of an agency's dateline, `VIENNA, May 5 (Presswire) --`, or the one after: its copy is printed then."""
    found = next(filter(None, (_DATELINE.match(parsed.page.text, *span) for span in _openings(parsed))), None)
    if found is None:
        return None
    words = tokenise(parsed.page.text, found.start("day"), found.end("day"))
    match = next(iter(Matcher(words).matches()), None)
    bounds = _bounds(match.shape) if match is not None else None
    after = shift_days(bounds[1], 1) if bounds is not None and bounds[0] == bounds[1] else None
    if bounds is None or after is None:
        return None
    on = weekday_in(parsed.page.text[found.end() : found.endpos], bounds[0])
    return _inferred(parsed, bounds[0], after, True, [f"its dateline says {found['day']!r}"], upper, on)


def _openings(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """The first lines of a page's story, in which its dateline can stand: below the standfirst, where it has one."""
    parts = [part for part in parsed.page.parts if part.kind in ("dateline", "story")]
    lines = (
        (part.start + line.start(), part.start + line.end())
        for part in parts[:_OPENINGS]
        for line in _LINE.finditer(parsed.page.text[part.start : part.end])
    )
    return islice(lines, _OPENINGS)


def _no_date(ahead: list[Clue], behind: list[Clue], upper: Upper | None) -> str:
    told = [f"it speaks of {c.words!r} as to come" for c in ahead[:1]] + [
        f"of {c.words!r} as past" for c in behind[-1:]
    ]
    if upper is not None:
        told.append(f"it is no later than {upper.reason}")
    return (
        "no publication date is printed and the text does not bound one"
        + (f" ({'; '.join(told)})" if told else "")
        + "; give `published`, or what hangs on it stays undated"
    )


_Bounds = tuple[date, date, Clue, Clue]


def _with_year(ahead: list[Clue], behind: list[Clue]) -> _Bounds | None:
    """Bounds where a date ahead has its year, or a caption prints one."""
    # News prints the year of what is not this year's: a year counts beside a photo, or with a day to come that has one.
    lows = [c for c in behind if c.dated and (c.part == "caption" or any(a.dated for a in ahead))]
    if not lows:
        return None
    low = max(lows, key=lambda c: c.last)
    for clue in sorted(ahead, key=lambda c: c.first):
        first = clue.first
        if not clue.dated:
            moved = make_day(low.last.year, first.month, first.day)
            if moved is not None and moved <= low.last:
                moved = make_day(low.last.year + 1, first.month, first.day)
            if moved is None:
                continue
            first = moved
        high = shift_days(first, -1)
        start = _over(low)
        if high is not None and start is not None and start <= high and (high - start).days <= _WINDOW:
            return start, high, low, clue
    return None


def _over(clue: Clue) -> date | None:
    """The first day on which a date can be told as past: a month that is told so is over, a day may be today."""
    return shift_days(clue.last, 1) if clue.first != clue.last else clue.last


def _without_year(ahead: list[Clue], behind: list[Clue]) -> _Bounds | None:
    """Bounds by month and day: the past date that lies nearest before the first one to come."""
    best: _Bounds | None = None
    for clue in ahead:
        if clue.dated:
            continue
        for past in behind:
            if past.dated:
                continue
            low = _over(past)
            high = shift_days(clue.first, -1)
            if low is None or high is None or low > high or (high - low).days > _WINDOW:
                continue
            if best is None or (high - low) < (best[1] - best[0]):
                best = (low, high, past, clue)
    return best


_MAY_DATE = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d\s?[-/.]\s?\d", re.IGNORECASE)
"""What a sentence with a month has: most have none, and reading them twice would cost a tenth of the page's time."""


def _clues(parsed: Parsed) -> list[Clue]:
    """The dates of month or day precision whose verbs put them behind or ahead."""
    clues: list[Clue] = []
    for sentence in parsed.sentences:
        if not _MAY_DATE.search(sentence.text):
            continue
        words = tokenise(parsed.page.text, sentence.start, sentence.end)
        for match in Matcher(words).matches():
            bounds = _bounds(match.shape)
            if bounds is None:
                continue
            start, end = words[match.start].start, words[match.end - 1].end
            head = head_of(tokens_in(sentence, start, end))
            direction = (direction_of(head) if head is not None else None) or _near(words, match)
            if sentence.part == "caption":
                direction = "past"
            if direction == "near":
                direction = "past"
            if direction is None:
                continue
            first, last, dated = bounds
            clues.append(
                Clue(
                    parsed.page.text[start:end],
                    first,
                    last,
                    dated,
                    direction,
                    sentence.part,
                    sentence.paragraph,
                    " ".join(sentence.text.split()),
                )
            )
    return clues


def _near(words: list[Word], match: Match) -> Direction | None:
    return near_tense(words, match.start, match.end)


def _bounds(shape: Shape) -> tuple[date, date, bool] | None:
    """First and last day of a calendar date with a month, in the unknown year where none is printed."""
    mod = shape.mod if isinstance(shape, Part) else None
    inner = shape.whole if isinstance(shape, Part) else shape
    if not isinstance(inner, Calendar) or inner.month is None:
        return None
    year = inner.year if inner.year is not None else _YEAR
    if not 1 <= year <= 9998:
        return None
    end = inner.day or last_day(year, inner.month)
    if mod == "START":
        end = 10
    elif mod == "MID":
        end = 20
    first, last = make_day(year, inner.month, inner.day or 1), make_day(year, inner.month, end)
    return (first, last, inner.year is not None) if first and last else None
