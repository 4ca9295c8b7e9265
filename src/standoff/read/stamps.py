"""Printed dates and times: the stamps by which pages say when they, or the comments below them, were written.

Only full dates count here (day, month and year); dates inside the story are `standoff.times`'s.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.lexicon.calendar import SHORT_MONTHS

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d(?!\d{2})"  # "20246 hours ago": a glued age may follow
_DATE = re.compile(
    rf"(?<![\w./])(?:"
    rf"(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?!\d)"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s\-/,]*(?P<m2>{_MONTH})[\s\-/,]*(?P<y2>{_YEAR})"
    rf"|(?P<a3>\d\d?)(?P<s3>[/.\-])(?P<b3>\d\d?)(?P=s3)(?P<y3>(?:19|20)\d\d)(?!\d{{2}})"
    rf")"
    rf"|(?<![A-Za-z])(?P<m4>{_MONTH})\s*(?P<d4>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y4>{_YEAR})",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<h>[01]?\d|2[0-3])(?:[:.h](?P<m>[0-5]\d))(?::(?P<s>[0-5]\d))?(?:\.\d{1,6})?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|(?<![\d:.])(?P<h2>1[0-2]|0?[1-9])\s*(?P<half2>[ap]\.?m\b\.?)"
    r"|(?<![\d:.])(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)(?=\s*(?:GMT|UTC|hrs|hours|BST|IST|KST|JST)\b)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s*(?:\(?(?P<name>[A-Z]{1,4}T|UTC|GMT|Z)\b(?P<plus>[+-]\d{1,2})?\)?|(?P<offset>[+-]\d\d:?\d\d)\b)")
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
        return f"{self.day}T{self.clock}{self.offset or ''}" if self.clock else None


def find_stamps(text: str, *, day_first: bool | None = None) -> Iterator[Stamp]:
    """The full dates printed in a short text, in order.

    Args:
        text: a line; long text is slow to no purpose.
        day_first: how `06/07/2013` reads; None: unknown, read as month first and marked doubtful.
    """
    clocks = list(_CLOCK.finditer(text))
    for found in _DATE.finditer(text):
        parts = _numbers(found, day_first)
        if parts is None:
            continue
        year, month, day, doubtful = parts
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        clock = _clock_beside(text, clocks, found)
        start, end = found.span()
        hour = zone = None
        if clock is not None:
            hour = _hour(clock)
            zone, zone_end = _zone(text, clock.end(), when)
            start, end = min(start, clock.start()), max(end, zone_end)
        yield Stamp(start, end, when.isoformat(), hour, zone, doubtful)


def _numbers(found: re.Match[str], day_first: bool | None) -> tuple[int, int, int, bool] | None:
    """Year, month, day and whether day and month could be swapped."""
    if found["y1"]:
        return int(found["y1"]), int(found["m1"]), int(found["d1"]), False
    if found["y2"]:
        return int(found["y2"]), month_number(found["m2"]), int(found["d2"]), False
    if found["y4"]:
        return int(found["y4"]), month_number(found["m4"]), int(found["d4"]), False
    year, a, b = int(found["y3"]), int(found["a3"]), int(found["b3"])
    if found["s3"] == ".":  # 6.7.2013 is day first wherever dots are written
        return year, b, a, False
    if a > 12 or b > 12:
        return (year, b, a, False) if a > 12 else (year, a, b, False)
    if day_first is None:
        return year, a, b, a != b
    return (year, b, a, False) if day_first else (year, a, b, False)


def month_number(name: str) -> int:
    """1 to 12, of an English name or its short form."""
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


_BREAK = re.compile(r"[.;]\s|updated|modified|\bread\b", re.IGNORECASE)


def _hour(clock: re.Match[str]) -> str:
    hour = int(clock["h"] or clock["h2"] or clock["h3"])
    half = (clock["half"] or clock["half2"] or "").lower()
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
        return f"{plus[0]}{int(plus[1:]):02}:00", found.end()
    name = found["name"]
    if name in _AMERICAN:
        hours = _AMERICAN[name][_american_summer(when)]
        return f"-{-hours:02}:00", found.end()
    return (_ZONES[name], found.end()) if name in _ZONES else (None, position)


def _american_summer(when: date) -> bool:
    """Whether American clocks stand on summer time: second Sunday of March to first Sunday of November."""
    march, november = date(when.year, 3, 8), date(when.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return begins <= when < ends


_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19[89]|20[0-4])\d)[/\-_.]?(?P<m>0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:[/\-_.]?(?P<d>0[1-9]|[12]\d|3[01]))(?!\d)",
    re.IGNORECASE,
)
_IN_ADDRESS_LOOSE = re.compile(r"/(?P<y>(?:19[89]|20[0-4])\d)/(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])/")
_IN_IDENTIFIER = re.compile(
    r"(?<!\d)(?P<y>(?:19[89]|20[0-4])\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\d{3,9}(?!\d)"
)
_MONTH_IN_ADDRESS = re.compile(r"/(?P<y>(?:19[89]|20[0-4])\d)[/\-](?P<m>0[1-9]|1[0-2])/")


def date_in_address(url: str) -> str | None:
    """The day, or else the month, that an address names, as EDTF.

    >>> date_in_address("https://example.org/world/2013/jul/06/talks"), date_in_address("https://example.org/2013/07/talks")
    ('2013-07-06', '2013-07')
    """
    path = url.split("://", 1)[-1].split("#")[0][:2000]
    query = path
    path = path.split("?")[0]
    for pattern, text in ((_IN_ADDRESS, path), (_IN_ADDRESS_LOOSE, path), (_IN_IDENTIFIER, query)):
        for found in pattern.finditer(text):
            month = int(found["m"]) if found["m"].isdigit() else month_number(found["m"])
            try:
                return date(int(found["y"]), month, int(found["d"])).isoformat()
            except ValueError:
                continue
    month_only = _MONTH_IN_ADDRESS.search(path)
    return f"{month_only['y']}-{month_only['m']}" if month_only else None
