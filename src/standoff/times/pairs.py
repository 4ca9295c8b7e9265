"""Expressions that go together: the two ends of a stretch, and a year that two dates share."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import msgspec

from standoff.model import Time
from standoff.times.anchor import Context
from standoff.times.calendar import make_day, shift_days
from standoff.times.grammar import Match
from standoff.times.shapes import Calendar, Clock, Deictic, Offset, Range, Shape, Within
from standoff.times.tokens import Word
from standoff.times.traits import is_day

_LINKS = frozenset(("to", "through", "until", "till", "and", "&", "or", "the", "-", "–", "—"))
_STRETCH = frozenset(("to", "through", "until", "till"))
_DASHES = frozenset("-–—")
_JOINED = frozenset(("and", "&", "or"))
_ON = frozenset(("on", "of", "the", ",", "local", "time"))
_ENDED = frozenset(("ended", "ending"))
_EASTMOST, _WESTMOST = 14, -12  # hours from Greenwich
_BESIDE = 2  # tokens between the two ends
_NEXT_ENTRIES = 3  # paragraphs
_TOLD = Deictic("D", 0, "ref")
_NOON, _NIGHT = 12, 6  # hours; from six on an hour at night is one before midnight


def with_years(words: list[Word], matches: Iterator[Match]) -> list[Match]:
    """The matches; the first of `from May 3 to June 4, 1998` takes the year of the second."""
    found = list(matches)
    for k in range(len(found) - 2, -1, -1):
        found[k] = _lent(found[k], found[k + 1], words)
    return found


def _lent(first: Match, second: Match, words: list[Word]) -> Match:
    one, two = first.shape, second.shape
    if isinstance(one, Clock) and (one.day is None or one.day == _TOLD):
        return _on_day(first, second, words)
    if isinstance(one, Deictic) and one.shift == 0 and second.start == first.end + 1 and is_day(two):
        if words[first.end].lower in _ENDED:
            return replace(first, shape=Within(two, one.unit, 1))  # `the quarter ended March 31`
        return first
    if not (isinstance(one, Calendar) and isinstance(two, Calendar)) or one.year is not None:
        return first
    if one.month is None and not (one.loose and one.day and one.weekday is None and two.day):
        return first
    between = [w.lower for w in words[first.end : second.start]]
    if one.month is None and two.month is not None and between and _LINKS.issuperset(between):
        return replace(
            first, shape=replace(one, year=two.year, month=two.month, loose=False)
        )  # `from the 12th to the 17th of May`
    if (
        one.month is None
        or two.year is None
        or two.month is None
        or not 1 <= len(between) <= _BESIDE
        or not _LINKS.issuperset(between)
    ):
        return first
    year = two.year if (one.month, one.day or 1) <= (two.month, two.day or 31) else two.year - 1
    return replace(first, shape=replace(one, year=year)) if 1 <= year <= 9998 else first


def in_part(text: str, part: str) -> str:
    """The hour that a part of the day after it makes clear: `nine o'clock last night`.

    >>> in_part("09:00", "NI"), in_part("09:00", "MO")
    ('21:00', '09:00')
    """
    hour, colon, minute = text.partition(":")
    late = part in ("AF", "EV") or (part == "NI" and hour.isdigit() and int(hour) >= _NIGHT)
    return f"{int(hour) + 12}:{minute}" if colon and late and int(hour) < _NOON else text


def _on_day(clock: Match, second: Match, words: list[Word]) -> Match:
    """`10 a.m. on Tuesday`: the time of day takes the date after it."""
    between = [w.lower for w in words[clock.end : second.start]]
    shape = clock.shape
    other = second.shape
    if isinstance(shape, Clock) and isinstance(other, Clock) and len(between) == 1 and between[0] in _LINKS:
        return replace(clock, shape=replace(shape, day=other.day))  # `from 9 a.m. to 5 p.m. on Tuesday`
    if isinstance(shape, Clock) and isinstance(other, Clock) and other.text.isalpha() and not between:
        return replace(clock, shape=replace(shape, text=in_part(shape.text, other.text), day=other.day))
    if (
        not isinstance(shape, Clock)
        or len(between) > _BESIDE
        or not _ON.issuperset(between)
        or not is_day(second.shape)
    ):
        return clock
    return replace(clock, shape=replace(shape, day=second.shape))


def halves(words: list[Word], match: Match, time: Time) -> Iterator[Time]:
    """The time of a match; `April 3-9` and `May 4 and 5` have two, the first with both ends of the stretch."""
    if not isinstance(match.shape, Range) or "halves" not in match.rule.args or "/" not in time.value:
        yield time
        return
    link = next((k for k in range(match.start + 1, match.end - 1) if words[k].lower in _LINKS), None)
    if link is None:
        yield time
        return
    apart = words[link].lower in _JOINED
    first, last = time.value.split("/", 1)
    low, _, high = (time.edtf or "").partition("/")
    for value, day, start, end in (
        (first, low, time.start, words[link - 1].end),
        (last, high, words[link + 1].start, time.end),
    ):
        yield msgspec.structs.replace(
            time,
            start=start,
            end=end,
            value=value,
            edtf=(day or None) if apart else time.edtf,
            begin_point=None if apart else first,
            end_point=None if apart else last,
        )


def with_ends(words: list[Word], found: Sequence[tuple[Match, Time]]) -> list[Time]:
    """The times; the two of `from Monday to Friday` and `between 2005 and 2010` know both ends of their stretch."""
    times = [time for _, time in found]
    for k in range(1, len(found)):
        (one, first), (two, last) = found[k - 1], found[k]
        if isinstance(one.shape, Clock) and one.shape.day is two.shape:
            times[k] = msgspec.structs.replace(last, relation=first.relation)  # `by noon on Tuesday`
            continue
        if one is two or first.begin_point or last.begin_point or not is_stretch(words, one, two):
            continue
        if first.type != last.type or first.type not in ("DATE", "TIME"):
            continue
        ends = {"begin_point": first.value, "end_point": last.value}
        times[k - 1] = msgspec.structs.replace(times[k - 1], **ends)
        times[k] = msgspec.structs.replace(times[k], **ends)
    return times


def is_stretch(words: list[Word], one: Match, two: Match) -> bool:
    """Whether the words before and between two expressions make them the ends of a stretch."""
    between = [w.lower for w in words[one.end : two.start]]
    if between[:1] == [")"]:
        between = between[1:]  # `from Monday (3 May) to Tuesday`
    if not between or len(between) > _BESIDE or between[-1] in ("a", "an"):
        return False
    before = words[one.start - 1].lower if one.start else ""
    if before == "the" and one.start > 1:
        before = words[one.start - 2].lower
    link = between[0]
    if link in _DASHES:
        return len(between) == 1 and words[one.end].glued and words[two.start].glued
    return (before == "from" and link in _STRETCH) or (before == "between" and link == "and")


def after_date(shape: Calendar, first: date) -> Calendar:
    """A partial date as the first one of its kind from a day on: `(from June 1) to Nov. 30`."""
    if shape.month is not None:
        there = (shape.month, shape.day or 31)
        return replace(shape, year=first.year + (there < (first.month, first.day)))
    if shape.weekday is not None and shape.day is None:
        day = shift_days(first, (shape.weekday - first.isoweekday()) % 7)
        return Calendar(year=day.year, month=day.month, day=day.day) if day is not None else shape
    return shape


def after_entry(shape: Shape, told: tuple[int, date] | None, context: Context) -> Shape:
    """The day that heads an entry of a list, without a year: after the entry before it, `May 12, 2014: ...`, `July 1: ...`."""
    if not isinstance(shape, Calendar) or shape.year is not None or shape.month is None:
        return shape
    if told is None or context.now is None or context.paragraph - told[0] > _NEXT_ENTRIES:
        return shape
    later = after_date(shape, told[1])
    day = make_day(later.year or 0, later.month or 0, later.day or 1)
    return later if day is not None and day <= context.now else shape


def in_universal_time(local: Clock, clock: Clock) -> Clock:
    """`10 p.m. (0200 GMT)`: the day of the second, so that the zone lies within 14 hours of Greenwich."""
    day: Shape = local.day if local.day is not None else Deictic("D", 0, "ref")
    ahead = _hours(local.text) - _hours(clock.text)
    if ahead > _EASTMOST:
        return replace(clock, day=Offset(((1.0, "D"),), 1, day))
    if ahead < _WESTMOST:
        return replace(clock, day=Offset(((1.0, "D"),), -1, day))
    return replace(clock, day=local.day)


def _hours(text: str) -> float:
    """The hours of `14:30`; noon of a part of the day, which has none."""
    hour, colon, minute = text.partition(":")
    return int(hour) + int(minute[:2]) / 60 if colon else 12
