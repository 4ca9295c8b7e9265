"""Printed dates and times: the stamps by which pages say when they, or the comments below them, were written.

Only full dates count here (day, month and year); dates inside the story are `standoff.times`'s.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from standoff.lexicon.calendar import SHORT_MONTHS
from standoff.lexicon.languages import month_names
from standoff.lexicon.zones import is_american_summer, minutes_of, offset_text

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_YEAR = r"(?:19|20)\d\d(?!\d{2}(?!:\d\d))"  # "20246 hours ago", "202110:41 PM": a glued age or time may follow
_DATE = re.compile(
    rf"(?<![\d_./])(?-i:(?<![A-Z]))(?:"
    rf"(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?!\d)"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s\-/,.]*(?P<m2>{_MONTH})[\s\-/,]*(?P<y2>{_YEAR})"
    rf"|(?P<a3>\d\d?)(?P<s3>[/.\-])\s?(?P<b3>\d\d?)(?P=s3)\s?(?P<y3>(?:19|20)\d\d)(?!\d{{2}})"
    rf"|(?P<y9>(?:19|20)\d\d)[\s,]+(?P<m9>{_MONTH})\s*(?P<d9>\d\d?)(?:st|nd|rd|th)?(?![\d:])"
    rf"|(?P<d7>\d\d?)(?:\.|º|er)?[\s\-]+(?:de\s|di\s)?(?P<m7>[^\W\d_]{{3,12}})\.?,?[\s\-]+(?:de\s|del\s)?(?P<y7>{_YEAR})"
    rf")"
    rf"|(?P<y6>(?:19|20)\d\d)\s?[年년]\s?(?P<m6>\d\d?)\s?[月월]\s?(?P<d6>\d\d?)\s?[日일]?"
    rf"|(?:(?<![A-Za-z])|(?-i:(?<=[a-z])(?=[A-Z])))(?P<m4>{_MONTH})\s*(?P<d4>\d\d?)(?:st|nd|rd|th)?,?\s+(?:(?P<c4>\d\d:\d\d:\d\d)\s(?P<z4>[A-Z]{{1,5}}|[+-]\d{{4}})\s)?(?P<y4>{_YEAR})",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"(?<![\w./'’\-])(?:(?P<a3>\d\d?)(?P<s3>[/.\-])\s?(?P<b3>\d\d?)(?P=s3)\s?(?P<y3>\d\d)(?![\w/]|[.\-:]\d)"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?[\s\-/]*(?P<m2>{_MONTH})[\s\-/,]*['’]?(?P<y2>\d\d)(?![\w:]|\.\d))"
    rf"|(?<![A-Za-z])(?P<m4>{_MONTH})\s*(?P<d4>\d\d?)(?:st|nd|rd|th)?,?\s+['’](?P<y4>\d\d)(?!\w)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d/.\-])(\d\d?)[/\-](\d\d?)[/\-](?:19|20)\d\d(?!\d)")
_WEEKDAY_BEFORE = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{0,3}$", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DIGIT = re.compile(r"\d")
_MAY_BE = re.compile(r"(?:19|20)\d\d(?:\d|\D+\d)|\d\D*(?:19|20)\d\d")  # a year, and the number of a day
_GLUED = r"(?-i:(?![a-z]|(?<=M)[A-Z]{2}))"  # `4:38 pm3Comments`, not `4 amounts`
_CLOCK = re.compile(
    rf"(?:(?<![\d:.])|(?<=[12][09]\d\d))(?P<h>[01]?\d|2[0-3])(?:[:.h](?P<m>[0-5]\d))(?::(?P<s>[0-5]\d))?(?:\.\d{{1,6}})?\s*(?P<half>[ap]\.?m{_GLUED}\.?)?"
    rf"|(?<![\d:.])(?P<h2>1[0-2]|0?[1-9])\s*(?P<half2>[ap]\.?m{_GLUED}\.?)"
    r"|(?<![\d:.])(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)(?=\s*(?:GMT|UTC|hrs|hours|BST|IST|KST|JST)\b)",
    re.IGNORECASE,
)
_CLOCK_SIGNS = (
    ":",
    ".",
    "am",
    "pm",
    *(f"h{n}" for n in range(6)),
    "gmt",
    "utc",
    "hrs",
    "hour",
    "bst",
    "ist",
    "kst",
    "jst",
)
_ZONE = re.compile(
    r"\s{0,3}(?:\(?(?P<name>[A-Z]{1,4}T|UTC|GMT|Z|MSK)\b(?:\s?(?P<plus>[+-]\d{1,2})(?::?(?P<plus_minutes>\d\d))?)?\)?"
    r"|(?P<offset>[+-]\d\d:?\d\d)\b|(?P<spoken>Eastern|Central|Mountain|Pacific)\b)"
)
_NEAR = 24  # characters between a date and its clock time

_ZONES = {
    "ACST": "+09:30", "AEDT": "+11:00", "AEST": "+10:00", "AKDT": "-08:00", "AKST": "-09:00", "ART": "-03:00",
    "AWST": "+08:00", "BRT": "-03:00", "BST": "+01:00", "CAT": "+02:00", "CDT": "-05:00", "CEST": "+02:00",
    "CET": "+01:00", "CST": "-06:00", "EAT": "+03:00", "EDT": "-04:00", "EEST": "+03:00", "EET": "+02:00",
    "EST": "-05:00", "GMT": "+00:00", "HKT": "+08:00", "HST": "-10:00", "ICT": "+07:00", "IST": "+05:30",
    "JST": "+09:00", "KST": "+09:00", "MDT": "-06:00", "MSK": "+03:00", "MST": "-07:00", "NZDT": "+13:00",
    "NZST": "+12:00", "PDT": "-07:00", "PHT": "+08:00", "PKT": "+05:00", "PST": "-08:00", "SAST": "+02:00",
    "SGT": "+08:00", "TRT": "+03:00", "UTC": "+00:00", "WAT": "+01:00", "WEST": "+01:00", "WET": "+00:00", "Z": "+00:00",
}  # fmt: skip
_AMERICAN = {"ET": (-5, -4), "CT": (-6, -5), "MT": (-7, -6), "PT": (-8, -7)}
_SPOKEN = {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A printed date, with its time of day and zone where they stand beside it."""

    start: int
    end: int
    day: str  # YYYY-MM-DD
    clock: str | None = None  # HH:MM[:SS]
    offset: str | None = None  # +HH:MM
    doubtful: bool = False  # day and month could be swapped

    @property
    def iso(self) -> str | None:
        """ISO 8601 to the minute, with the offset where a zone is printed; None without a time of day."""
        return iso(self.day, self.clock, self.offset)


def iso(day: str, clock: str | None, offset: str | None) -> str | None:
    """ISO 8601 of a day with its time, None without a time of day."""
    return f"{day}T{clock}{offset or ''}" if clock else None


def find_stamps(text: str, *, day_first: bool | None = None, short_years: bool = False) -> Iterator[Stamp]:
    """The full dates printed in a short text, in order.

    Args:
        text: a line; long text is slow to no purpose.
        day_first: how `06/07/2013` reads; None: unknown, read as month first and marked doubtful.
        short_years: whether `27.04.16` is a date too: only where a date is to be expected.

    >>> [stamp.day for stamp in find_stamps("3. März 2016, zuletzt am 4 mars 2016")]
    ['2016-03-03', '2016-03-04']
    """
    pattern = _DATE if _MAY_BE.search(text) else _SHORT if short_years and _DIGIT.search(text) else None
    if pattern is None:
        return
    dates = list(pattern.finditer(text))
    clocks = _clocks(text) if dates else []
    for found in dates:
        parts = _numbers(found, day_first)
        if parts is None:
            continue
        year, month, day, doubtful = parts
        if doubtful:
            month, day, doubtful = _by_weekday(text, found.start(), year, month, day)
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        clock = _clock_beside(text, clocks, found)
        start, end = found.span()
        hour = zone = None
        if pattern is _DATE and found["c4"]:
            hour, zone = found["c4"], _zone(found["z4"], 0, when)[0]
        elif clock is not None:
            hour = _hour(clock, text)
            zone, zone_end = _zone(text, clock.end(), when)
            start, end = min(start, clock.start()), max(end, zone_end)
        yield Stamp(start, end, when.isoformat(), hour, zone, doubtful)


def _clocks(text: str) -> list[re.Match[str]]:
    """The times of day in a text."""
    lowered = text.lower()
    return list(_CLOCK.finditer(text)) if any(sign in lowered for sign in _CLOCK_SIGNS) else []


def habit(texts: Iterable[str]) -> bool | None:
    """Whether a page writes the day before the month, by its dates that can be read one way only; None where none tells.

    >>> habit(["Posted 03/04/2016", "Also read: 27/04/2016"])
    True
    """
    first = second = 0
    lines = list(texts)
    if not _holds_year("\n".join(lines)):
        return None
    for text in lines:
        if not _holds_year(text):
            continue
        for found in _NUMERIC.finditer(text[:4000]):
            a, b = int(found[1]), int(found[2])
            first += a > 12 >= b
            second += b > 12 >= a
    return None if (first > 0) == (second > 0) else first > 0


def _holds_year(text: str) -> bool:
    """Whether a text holds the year of a date in numbers."""
    return "/20" in text or "-20" in text or "/19" in text or "-19" in text


def _by_weekday(text: str, start: int, year: int, month: int, day: int) -> tuple[int, int, bool]:
    """Month and day of a date that can be read two ways, by the weekday printed before it."""
    found = _WEEKDAY_BEFORE.search(text[max(0, start - 14) : start])
    if not found:
        return month, day, True
    wanted = _WEEKDAYS.index(found[1].lower())
    one, other = date(year, month, day).weekday() == wanted, date(year, day, month).weekday() == wanted
    if one == other:
        return month, day, True
    return (month, day, False) if one else (day, month, False)


def _numbers(found: re.Match[str], day_first: bool | None) -> tuple[int, int, int, bool] | None:
    """Year, month, day and whether day and month could be swapped; None where a word is no month."""
    names = found.groupdict()
    for n in "1269":
        if year := names.get(f"y{n}"):
            month = names[f"m{n}"]
            return _year(year), int(month) if n in "16" else month_number(month), int(names[f"d{n}"]), False
    if year := names.get("y4"):
        return _year(year), month_number(names["m4"]), int(names["d4"]), False
    if year := names.get("y7"):
        other = month_names().get(names["m7"].casefold())
        return (int(year), other, int(names["d7"]), False) if other else None
    number, a, b = _year(found["y3"]), int(found["a3"]), int(found["b3"])
    if found["s3"] == ".":  # 6.7.2013 is day first wherever dots are written
        return number, b, a, False
    if a > 12 or b > 12:
        return (number, b, a, False) if a > 12 else (number, a, b, False)
    if day_first is None:
        return (number, a, b, a != b) if a and b else None
    return (number, b, a, False) if day_first else (number, a, b, False)


def _year(printed: str) -> int:
    """A year; one of two digits lies between 1990 and 2089, as pages do."""
    number = int(printed)
    return number if len(printed) > 2 else number + (1900 if number >= 90 else 2000)


def month_number(name: str) -> int:
    """1 to 12, of an English name or its short form.

    >>> month_number("Sept")
    9
    """
    return SHORT_MONTHS.index(name[:3].title()) + 1


def _clock_beside(text: str, clocks: list[re.Match[str]], found: re.Match[str]) -> re.Match[str] | None:
    """The time of day nearest to a date, after it before before it, with no other sentence between."""
    for clock in clocks:
        gap = text[found.end() : clock.start()]
        if clock.start() >= found.end() and len(gap) <= _NEAR and not _BREAK.search(gap):
            return clock
    for clock in reversed(clocks):
        gap = text[clock.end() : found.start()]
        if clock.end() <= found.start() and len(gap) <= _NEAR and not _BREAK.search(gap):
            return clock
    return None


_AFTERNOON = re.compile(r"下午|午後|오후")
_BREAK = re.compile(r"(?<!\bkl)[.;]\s|updated|modified|\bread\b", re.IGNORECASE)


def _hour(clock: re.Match[str], text: str) -> str:
    hour = int(clock["h"] or clock["h2"] or clock["h3"])
    half = (clock["half"] or clock["half2"] or "").lower()
    if not half and _AFTERNOON.search(text, max(0, clock.start() - 4), clock.start()):
        half = "pm"
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    minute = clock["m"] or clock["m3"] or "00"
    return f"{hour:02}:{minute}" + (f":{clock['s']}" if clock["s"] else "")


def _zone(text: str, position: int, when: date) -> tuple[str | None, int]:
    """The offset of the zone printed at a place, and where it ends."""
    found = _ZONE.match(text, position)
    if not found:
        return None, position
    if printed := found["offset"]:
        return f"{printed[:3]}:{printed[-2:]}", found.end()
    if plus := found["plus"]:
        return offset_text(minutes_of(f"{plus[0]}{int(plus[1:]):02}:{found['plus_minutes'] or '00'}")), found.end()
    name = _SPOKEN[found["spoken"].lower()] if found["spoken"] else found["name"]
    if name in _AMERICAN:
        hours = _AMERICAN[name][is_american_summer(when)]
        return f"-{-hours:02}:00", found.end()
    return (_ZONES[name], found.end()) if name in _ZONES else (None, position)
