"""Text -> Times: the expressions found by rule, each resolved against the anchor that fits it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

from standoff.model import Time
from standoff.times.anchor import Context, Direction, Place, read_published
from standoff.times.calendar import shift
from standoff.times.captures import duration_text, offset_text
from standoff.times.grammar import Match, Matcher
from standoff.times.near import (
    attributed,
    counted,
    gives_reason,
    is_alone,
    is_label,
    is_limit,
    is_title,
    label_direction,
    leads,
    names_thing,
    near_tense,
    on_its_day,
    relation_of,
    willed,
)
from standoff.times.pairs import after_date, after_entry, halves, in_universal_time, is_stretch, with_ends, with_years
from standoff.times.resolve import resolve
from standoff.times.shapes import Calendar, Clock, Duration, Offset, Part, Range, Shape
from standoff.times.tokens import Word, tokenise
from standoff.times.told import Spot, spot_of, with_place, without_place
from standoff.times.traits import counts_on, is_day, is_loose, is_stated, prints_year

TenseAt = Callable[[int, int], Direction | None]
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "its", "their", "his", "her", "s"))
_ASIDE = 2  # years that a bare year may lead on without standing first in its sentence
_ASIDE_LONG_AGO = 20  # the same before the year 1000
_FULL_YEAR = 1000
_LAST_YEAR = 9999
_BESIDE = 2  # tokens between a date and the time of day that goes with it
_DAYS_OF_STRETCH = 31
_UNIVERSAL = frozenset(("GMT", "UTC"))


def find(text: str, *, published: str | None = None, start: int = 0, end: int | None = None) -> list[Time]:
    """The temporal expressions of a plain text, in order, as TIMEX3; offsets count in `text`.

    `published`: the page's day or interval in EDTF, its year perhaps `XXXX`. Without it the text is read as a history,
    in which each date hangs on the ones before.

    >>> [(t.value, t.relation) for t in find("Shut since April.", published="2013-08-07")]
    [('2013-04', 'since')]
    """
    reader = Reader(published=published)
    return reader.read(text, start, len(text) if end is None else end)


class Reader:
    """Reads stretches of a page in order and keeps the narrative's date between them."""

    def __init__(self, *, published: str | None = None, tense_at: TenseAt | None = None) -> None:
        day = read_published(published)
        self._context = Context(published=day, now=day.last if day else None)
        self._tense_at = tense_at
        self._beside: tuple[int, Shape] | None = None  # the date before, and the token after it
        self._clock: tuple[int, Clock] | None = None  # the time of day before, and the token after it
        self._entry: tuple[int, date] | None = None  # the paragraph of the last entry of a list, and its day
        self._before: tuple[Match, Place] | None = None  # the match before, and where it lies

    def read(self, text: str, start: int, end: int, *, paragraph: int | None = None) -> list[Time]:
        """The times of one stretch. `paragraph`: its number, where the lines of the text do not tell."""
        if paragraph is not None:
            self._context.paragraph = paragraph
        words = tokenise(text, start, end)
        found: list[tuple[Match, Time]] = []
        self._beside = self._before = self._clock = None
        position = start
        for match in with_years(words, Matcher(words).matches()):
            self._context.paragraph += text.count("\n", position, words[match.start].start)
            position = words[match.start].start
            if self._clock is None or self._clock[1].day is not match.shape:  # `until noon on Friday` lies one way
                self._context.direction = self._direction(words, match)
            if (time := self._time(words, match)) is not None:
                found.extend((match, half) for half in halves(words, match, time))
        self._context.paragraph += text.count("\n", position, end)
        return with_ends(words, found)

    def _direction(self, words: list[Word], match: Match) -> Direction | None:
        relation = relation_of(words, match.start)
        if relation == "since" or "past" in match.rule.args:
            return "past"
        alone = self._context.paragraph > 0 and is_alone(words, match.start, match.end)
        if alone or is_label(words, match.start, match.end):
            return label_direction(words, match.end)  # `Oct. 14: The minister flies in`
        found = self._tense_at(words[match.start].start, words[match.end - 1].end) if self._tense_at else None
        found = found or near_tense(words, match.start, match.end)
        if found is None and relation in ("until", "by"):
            return "future"  # `runs until Friday`
        if found == "past" and relation == "until" and isinstance(match.shape, Calendar) and match.shape.day:
            return "near"  # `was put off until Oct. 9`
        if found == "past" and isinstance(match.shape, Calendar) and match.shape.month and match.shape.day:
            return "near" if willed(words, match.start) else found  # `voted to end it on July 1`
        return found

    def _time(self, words: list[Word], match: Match) -> Time | None:
        spot = spot_of(words, match)
        shape = match.shape
        if (
            "ahead" in match.rule.args
            and isinstance(shape, Offset)
            and (not self._ahead() or self._counted(shape, words, match))
        ):
            shape = Duration(shape.amounts)
        if isinstance(shape, Duration):
            return self._duration(shape, words, match, spot)
        if is_title(words, match.start, match.end, shape) or self._is_comment(words, match):
            return None
        if (found := without_place(shape, words, spot)) is not None:
            return found
        shape, place = self._placed(shape, words, match)
        if place is None and isinstance(shape, Calendar) and shape.era:
            return None
        self._before = (match, place) if place is not None else None
        if place is not None:
            self._go_on(shape, place, words, match)
        return with_place(shape, place, words[match.start].lower, match.rule.args, spot)

    def _placed(self, shape: Shape, words: list[Word], match: Match) -> tuple[Shape, Place | None]:
        """The shape, with the day beside it or the entry before it, and its place."""
        shape = self._on_its_day(shape, match)
        shape = on_its_day(shape, words, match.start, match.end)
        label = is_label(words, match.start, match.end)
        shape = (
            after_entry(shape, self._entry, self._context) if label and self._context.direction != "future" else shape
        )
        place = self._resolve(self._after_first(shape, words, match))
        if label and place is not None and place.date is not None:
            self._entry = (self._context.paragraph, place.date)
        return shape, place

    def _go_on(self, shape: Shape, place: Place, words: list[Word], match: Match) -> None:
        """Moves the narrative to a place, where it carries it on."""
        context = self._context
        if is_loose(shape) or place.unit == "Y":
            context.reach(place)
        if is_loose(shape):
            return
        if self._carries(shape, place, words, match):
            context.named = None
            on = context.history and counts_on(shape)  # `Four years later he was freed. On May 10 ...`
            first = leads(words, match.start) or (on and context.leads)
            context.move(place, printed=prints_year(shape) or on, leads=first)
        elif place.year is not None and is_stated(shape):
            context.named = (context.paragraph, place)

    def _is_comment(self, words: list[Word], match: Match) -> bool:
        """Whether a weekday only says what day of the week another date was: `the next day, a Tuesday, ...`."""
        if match.shape != Calendar(weekday=getattr(match.shape, "weekday", None)) or self._before is None:
            return False
        between = [w.lower for w in words[self._before[0].end : match.start]]
        return between in ([",", "a"], ["-", "a"], ["(", "a"]) and self._before[1].unit == "D"

    def _on_its_day(self, shape: Shape, match: Match) -> Shape:
        """A time of day with the date beside it: `tomorrow at 8 a.m.`, `8 a.m. (2300 GMT)`."""
        if not isinstance(shape, Clock):
            if not is_loose(shape):
                self._beside = (match.end, shape)
            return shape
        told, self._clock = self._clock, (match.end, shape)
        if told is not None and shape.day is None and match.start - told[0] <= _BESIDE and shape.zone in _UNIVERSAL:
            return in_universal_time(told[1], shape)
        if shape.day is None and self._beside is not None and match.start - self._beside[0] <= _BESIDE:
            return Clock(shape.text, shape.zone, self._beside[1])
        return shape

    def _after_first(self, shape: Shape, words: list[Word], match: Match) -> Shape:
        """The second end of `from June 1 to Nov. 30` and `from Monday to Friday` lies after the first."""
        before = self._before
        self._before = None
        if not isinstance(shape, Calendar) or before is None or shape.year is not None:
            return shape
        one, place = before
        if (
            place.date is None
            or place.floating
            or (self._context.history and shape.month is not None)
            or not is_stretch(words, one, match)
        ):
            return shape
        return after_date(shape, place.date)

    def _carries(self, shape: Shape, place: Place, words: list[Word], match: Match) -> bool:
        """Whether the narrative goes on from here: a bare year inside a sentence is mostly an aside."""
        ref, at = self._context.ref, match.start
        if place.unit in ("DE", "CE"):
            return False  # `nearly three decades earlier`
        if self._clock is not None and self._clock[1].day is shape:
            return False  # `11 p.m. on Monday`: the hour stands
        if place.unit == "Y" and at and words[at - 1].lower in _ARTICLES and self._context.now is not None:
            return False  # `the 1953 contract` names a thing
        if ref is not None and ref.year is not None and place.year is not None and prints_year(shape):
            if place.year < ref.year and names_thing(words, at, match.end):
                return False  # `the leader of the August 1792 rising`
            if place.year != ref.year and is_limit(words, at):
                return False  # `which lasted until May 1951`
        if self._context.now is not None and ref is not None and is_day(shape) and attributed(words, match.start):
            return False  # `officials said on Sunday`
        if self._context.now is not None and is_day(shape) and gives_reason(words, at):
            return False  # `sailed home because the price had fallen on Monday`
        if self._context.now is not None and "aside" in match.rule.args:
            return False  # `from 12 million a year earlier`
        if self._context.now is not None and not is_stated(shape) and relation_of(words, at) == "since":
            return False  # `had been shut since Thursday`
        if self._context.now is not None and not isinstance(shape, Calendar | Part | Range):
            return True
        if place.unit != "Y" or ref is None or ref.year is None or place.year is None:
            return True
        if at and words[at - 1].text in "-–—":
            return False  # the end of `1861-1863`
        if self._context.direction == "future" and not leads(words, at):
            return False  # `was planned for 1931`
        if 0 <= place.year - ref.year <= (_ASIDE if place.year > _FULL_YEAR else _ASIDE_LONG_AGO):
            return True
        return leads(words, at)

    def _counted(self, shape: Offset, words: list[Word], match: Match) -> bool:
        """`the first talks in six years`; but `will hold their first talks in two weeks`."""
        long = any(unit in ("Y", "DE", "CE") for _, unit in shape.amounts)
        return (long or self._context.direction != "future") and counted(words, match.start)

    def _ahead(self) -> bool:
        """Whether `in three days` can mean a day to come: not in a history, nor in the past tense."""
        return self._context.now is not None and self._context.direction != "past"

    def _duration(self, shape: Duration, words: list[Word], match: Match, spot: Spot) -> Time:
        value = duration_text(shape.amounts)
        at = match.end + 3 * ([w.lower for w in words[match.end : match.end + 3]] == ["to", "the", "day"])
        following = words[at].lower if at < len(words) else ""
        direction: Literal["before", "after"] | None
        direction = "after" if following in ("after", "following") else "before" if following == "before" else None
        exact = all(count is not None for count, _ in shape.amounts)
        stretch = self._stretch(shape, words[match.start].lower) if exact else None
        return Time(
            start=spot.start, end=spot.end, type="DURATION", value=value, mod=spot.hedge,
            edtf="/".join(stretch[:2]) if stretch and not stretch[2] else None,
            offset=offset_text(shape.amounts) if direction and exact else None, direction=direction if exact else None,
            begin_point=stretch[0] if stretch else None, end_point=stretch[1] if stretch else None,
        )  # fmt: skip

    def _stretch(self, shape: Duration, word: str) -> tuple[str, str, bool] | None:
        """First and last day of `the past week`, up to the page's, and whether it is too long to date anything."""
        context = self._context
        if word not in ("past", "last") or context.now is None or context.floating or context.history:
            return None
        count, unit = shape.amounts[0]
        first = shift(context.now, -(count or 0), unit)
        if unit == "H" and count is not None:
            first = shift(context.now, -max(1, round(count / 24)), "D")
        if first is None or first >= context.now:
            return None
        return first.isoformat(), context.now.isoformat(), (context.now - first).days > _DAYS_OF_STRETCH

    def _resolve(self, shape: Shape) -> Place | None:
        """The place; where the page's day is an interval, what both its ends agree on, else from one to the other."""
        context = self._context
        published = context.published
        place = resolve(shape, context)
        if place is not None and any(abs(p.year or 0) > _LAST_YEAR for p in (place, place.end or place)):
            return None  # TIMEX3 has four digits for a year
        if published is None or published.first == published.last or place is None:
            return place
        early = resolve(shape, replace(context, now=published.first))
        if early is None or early.value == place.value:
            return place
        if isinstance(shape, Clock):
            return Place(f"XXXX-XX-XXT{shape.text}", "H")
        first, last = early.value.partition("/")[0], place.value.rpartition("/")[2]
        return replace(early, value=f"{first}/{last}", end=place)
