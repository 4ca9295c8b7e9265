"""Lines that tell when: `3 hours ago`, `Updated March 3, 2016 9:12 am GMT`, `Sept. 8`, and hardly more."""

import re
from collections.abc import Sequence
from functools import lru_cache

from standoff.lexicon.calendar import DAY_HEADING, ENTRY, ROW, YEAR_HEADING
from standoff.read.byline_forms import byline_names
from standoff.read.dates.stamps import Stamp, find_stamps

_AGE = re.compile(
    r"(?:(?<!\d)\d{1,3}|\b(?:an?|one|two|three|few))\s*(?:sec(?:ond)?|min(?:ute)?|hr|hour|day|week|wk|month|mo|year|yr)s?\.?\s+ago(?:\b|(?=\d{1,2}:\d\d\b))"
    r"|•\s*\d{1,3}\s?[smhdwy]\b|^\d{1,3}\s?(?:m|h|d|w|min|hrs?|mins)$|\byesterday$|^just now$|^(?:an?|\d{1,2}) (?:hours?|days?|years?|months?) ago\b",
    re.IGNORECASE,
)
_MADE = "published|posted|created|updated|modified|edited"
_LABEL = re.compile(
    rf"\b(?:first\s+)?(?:{_MADE}|publication\s+date|date|issued|released|last\s+updated?|last\s+modified|on|at|by|as\s+of)\b\s*(?:on|at|:)?",
    re.IGNORECASE,
)
_MADE_ON = re.compile(rf"\b(?:{_MADE})\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
AGES = ("ago", "yesterday", "just now")
"""Without one of which, in lower case, or a digit no line tells an age."""
_BARE_AGE = 8  # characters: `12 mins`
_LONGEST_DAY = 40  # characters
_LONGEST_YEAR = 10
_FEWEST_DAYS = 3
_LETTERS = re.compile(r"[^\W\d_]+")


def is_age(text: str) -> bool:
    """`3 hours ago`: a time that depends on when the page was fetched."""
    if len(text) >= 60:
        return False
    lowered = text.lower()
    told = len(text) <= _BARE_AGE or "ago" in lowered or "•" in text or "yesterday" in lowered or "just now" in lowered
    return told and _AGE.search(text) is not None


def is_made_on(text: str) -> bool:
    """`This story was last updated on March 3, 2016.`: what tells when the page was written."""
    return _MADE_ON.search(text) is not None


def is_day(text: str) -> bool:
    """`Tuesday 13 August`, `March 3, 2016:`: nothing but a day."""
    return len(text) < _LONGEST_DAY and DAY_HEADING.fullmatch(text) is not None


def year_heading(text: str) -> int | None:
    """The year that is all of a line."""
    found = YEAR_HEADING.fullmatch(text) if len(text) < _LONGEST_YEAR else None
    return int(found["year"]) if found is not None else None


def tells_by_days(lines: Sequence[str]) -> bool:
    """Whether several of these lines are days, as those that head the entries of a chronology are."""
    return sum(map(is_day, lines)) >= _FEWEST_DAYS


def is_row(text: str) -> bool:
    """`Feb 19, 2023 Guards close the crossing`, `3 June: the pass is shut`: a day, then what happened on it."""
    return (ENTRY.match(text) or ROW.match(text)) is not None


def tells_in_rows(lines: Sequence[str]) -> bool:
    """Whether several of these lines begin with their day, as those of a chronology do."""
    return sum(map(is_row, lines)) >= _FEWEST_DAYS


_STAMP_WORDS, _BYLINE_WORDS = 8, 14


def stamp_line(text: str, *, day_first: bool | None = None) -> list[Stamp]:
    """The stamps of a line that holds hardly anything else (a place, a label, a byline); else none."""
    if len(text) > 160 or not (("20" in text or "19" in text) and _YEAR.search(text)):
        return []
    return list(_stamps_alone(text, day_first))


def forget_stamps() -> None:
    """Nothing is kept of the lines asked for stamps so far."""
    _stamps_alone.cache_clear()


@lru_cache(maxsize=1024)  # the same line is asked by many rules
def _stamps_alone(text: str, day_first: bool | None) -> tuple[Stamp, ...]:
    stamps = tuple(find_stamps(text, day_first=day_first))
    if not stamps:
        return ()
    rest, last = [], 0
    for stamp in stamps:
        rest.append(text[last : stamp.start])
        last = stamp.end
    rest.append(text[last:])
    left = _WEEKDAY.sub(" ", _LABEL.sub(" ", " ".join(rest)))
    return stamps if len(_LETTERS.findall(left)) <= (_BYLINE_WORDS if byline_names(text) else _STAMP_WORDS) else ()
