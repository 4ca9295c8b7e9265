"""Text -> Times: the expressions found by rule, each resolved against the anchor that fits it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

from standoff.lexicon.times import time_words
from standoff.model import Relation, Time, TimeType
from standoff.times.anchor import Context, Direction, Place, read_published
from standoff.times.calendar import shift
from standoff.times.captures import duration_text
from standoff.times.grammar import Match, Matcher
from standoff.times.resolve import resolve
from standoff.times.shapes import (
    Calendar,
    Clock,
    Deictic,
    Duration,
    Near,
    Offset,
    Part,
    Range,
    Recurring,
    Shape,
    Vague,
    Within,
)
from standoff.times.tokens import Word, tokenise
from standoff.times.write import edtf, timex_value

TenseAt = Callable[[int, int], Direction | None]
_RELATIONS: dict[str, Relation] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "before": "before",
    "after": "after",
    "following": "after",
    "by": "by",
}
_HEDGES = frozenset(("the", "about", "around", "roughly", "nearly", "almost", "at", "least", "in", "on", "as"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "its", "their", "his", "her", "s"))
_LINKS = frozenset(("to", "through", "until", "till", "and", "or", "the", "-", "–", "—"))
_STOPS = frozenset((".", "!", "?", ";"))
_ASIDE = 2  # years that a bare year may lead on without standing first in its sentence
_BESIDE = 2  # tokens between a date and the time of day that goes with it
_DAYS_OF_STRETCH = 31
_REACH = 12  # tokens to both sides in which a tense word counts


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

    def read(self, text: str, start: int, end: int, *, paragraph: int | None = None) -> list[Time]:
        """The times of one stretch. `paragraph`: its number, where the lines of the text do not tell."""
        if paragraph is not None:
            self._context.paragraph = paragraph
        words = tokenise(text, start, end)
        times: list[Time] = []
        self._beside = None
        position = start
        for match in _with_years(words, Matcher(words).matches()):
            self._context.paragraph += text.count("\n", position, words[match.start].start)
            position = words[match.start].start
            self._context.direction = self._direction(words, match)
            if (time := self._time(words, match)) is not None:
                times.append(time)
        self._context.paragraph += text.count("\n", position, end)
        return times

    def _direction(self, words: list[Word], match: Match) -> Direction | None:
        relation = _relation(words, match.start)
        if relation == "since":
            return "past"
        found = self._tense_at(words[match.start].start, words[match.end - 1].end) if self._tense_at else None
        found = found or near_tense(words, match.start, match.end)
        if found == "past" and relation == "until" and isinstance(match.shape, Calendar) and match.shape.day:
            return "near"  # `was put off until Oct. 9`
        return found

    def _time(self, words: list[Word], match: Match) -> Time | None:
        first = match.start
        if match.rule.the and first and words[first - 1].lower == "the":
            first -= 1
        start, end = words[first].start, _last(words, match).end
        relation = _relation(words, first)
        shape = match.shape
        hedge: str | None = None
        if first and isinstance(means := words[first - 1].means.get("HEDGE"), str) and _hedged(shape, words[first]):
            hedge = means
            if isinstance(shape, Duration | Offset) and words[first - 1].lower != "about":
                start = words[first - 1].start
        if match.rule.id == "in-so-long" and isinstance(shape, Offset) and not self._ahead():
            shape = Duration(shape.amounts)
        if isinstance(shape, Duration):
            return self._duration(shape, words, match, start, end, hedge)
        if isinstance(shape, Recurring):
            return Time(start=start, end=end, type="SET", value=shape.value)
        if isinstance(shape, Vague):
            return Time(start=start, end=end, type="DATE", value=shape.value, relation=relation)
        if (
            isinstance(shape, Clock)
            and shape.day is None
            and self._beside is not None
            and match.start - self._beside[0] <= _BESIDE
        ):
            shape = Clock(shape.text, shape.zone, self._beside[1])  # `tomorrow at 8 a.m.`
        elif not isinstance(shape, Clock) and not _loose(shape):
            self._beside = (match.end, shape)
        place = self._resolve(shape)
        if place is None and isinstance(shape, Calendar) and shape.era:
            return None
        if place is None:
            value, mod, calendar = "XXXX-XX-XX", None, None
        else:
            if not _loose(shape) and self._carries(shape, place, words, match.start):
                self._context.move(place, printed=_prints_year(shape), leads=_leads(words, match.start))
            value, mod, calendar = timex_value(place), place.mod, edtf(place)
            if hedge is not None and mod is None:
                mod = hedge
                calendar = f"{calendar}~" if hedge == "APPROX" and calendar and "/" not in calendar else calendar
            if place.mod in ("EARLIER", "LATER"):
                mod = "START" if place.mod == "EARLIER" else "END"
        kind: TimeType = "TIME" if isinstance(shape, Clock) else "DATE"
        return Time(
            start=start, end=end, type=kind, value=value, mod=mod, edtf=calendar,
            how="stated" if _stated(shape) else "relative", relation=relation,
        )  # fmt: skip

    def _carries(self, shape: Shape, place: Place, words: list[Word], at: int) -> bool:
        """Whether the narrative goes on from here: a bare year inside a sentence is mostly an aside."""
        ref = self._context.ref
        if place.unit == "Y" and at and words[at - 1].lower in _ARTICLES and self._context.now is not None:
            return False  # `the 1953 contract` names a thing
        if place.unit != "Y" or ref is None or ref.year is None or place.year is None:
            return True
        if at and words[at - 1].text in "-–—":
            return False  # the end of `1861-1863`
        if 0 <= place.year - ref.year <= _ASIDE:
            return True
        return _leads(words, at)

    def _ahead(self) -> bool:
        """Whether `in three days` can mean a day to come: not in a history, nor in the past tense."""
        return self._context.now is not None and self._context.direction != "past"

    def _duration(
        self, shape: Duration, words: list[Word], match: Match, start: int, end: int, hedge: str | None
    ) -> Time:
        value = duration_text(shape.amounts)
        following = words[match.end].lower if match.end < len(words) else ""
        direction: Literal["before", "after"] | None
        direction = "after" if following in ("after", "following") else "before" if following == "before" else None
        exact = all(count is not None for count, _ in shape.amounts)
        return Time(
            start=start, end=end, type="DURATION", value=value, mod=hedge,
            edtf=self._stretch(shape, words[match.start].lower) if exact else None,
            offset=value if direction and exact else None, direction=direction if exact else None,
        )  # fmt: skip

    def _stretch(self, shape: Duration, word: str) -> str | None:
        """The days of `the past week`, up to the page's; None for longer ones, which date nothing."""
        context = self._context
        if word not in ("past", "last") or context.now is None or context.floating or context.history:
            return None
        count, unit = shape.amounts[0]
        first = shift(context.now, -(count or 0), unit)
        if unit == "H" and count is not None:
            first = shift(context.now, -max(1, round(count / 24)), "D")
        if first is None or not 0 < (context.now - first).days <= _DAYS_OF_STRETCH:
            return None
        return f"{first.isoformat()}/{context.now.isoformat()}"

    def _resolve(self, shape: Shape) -> Place | None:
        """The place; where the page's day is an interval, what both its ends agree on, else from one to the other."""
        context = self._context
        published = context.published
        place = resolve(shape, context)
        if published is None or published.first == published.last or place is None:
            return place
        early = resolve(shape, replace(context, now=published.first))
        if early is None or early.value == place.value:
            return place
        if isinstance(shape, Clock):
            return Place(f"XXXX-XX-XXT{shape.text}", "H")
        return replace(early, value=f"{early.value}/{place.value}", end=place)


def _with_years(words: list[Word], matches: Iterator[Match]) -> Iterator[Match]:
    """The matches; the first of `from May 3 to June 4, 1998` takes the year of the second."""
    before: Match | None = None
    for match in matches:
        if before is not None:
            yield _lent(before, match, words)
        before = match
    if before is not None:
        yield before


def _lent(first: Match, second: Match, words: list[Word]) -> Match:
    one, two = first.shape, second.shape
    if not (isinstance(one, Calendar) and isinstance(two, Calendar)) or one.month is None or one.year is not None:
        return first
    between = [w.lower for w in words[first.end : second.start]]
    if two.year is None or two.month is None or not 1 <= len(between) <= _BESIDE or not _LINKS.issuperset(between):
        return first
    year = two.year if (one.month, one.day or 1) <= (two.month, two.day or 31) else two.year - 1
    return replace(first, shape=replace(one, year=year)) if 1 <= year <= 9998 else first


def near_tense(words: list[Word], start: int, end: int) -> Direction | None:
    """What the tense words of the sentence say: the nearest one before the expression, else the nearest after it."""
    cues = time_words().cues
    for step, stop in (
        (range(start - 1, max(-1, start - 1 - _REACH), -1), start),
        (range(end, min(len(words), end + _REACH)), end),
    ):
        for k in step:
            word = words[k]
            if word.lower in _STOPS and not (
                k + 1 < len(words) and words[k + 1].lower[:1].islower() and words[k + 1].start == stop
            ):
                break
            cue = cues.get(word.lower) or ("past" if _past_form(words, k) else None)
            if cue == "future" or (cue == "past" and _to_come(words, k)):
                return "future"
            if cue == "past":
                return "past"
    return None


def _past_form(words: list[Word], k: int) -> bool:
    """A word in `-ed`, unless it is the end of a compound: `state-imposed`."""
    lower = words[k].lower
    return len(lower) > 4 and lower.endswith("ed") and not (k and words[k - 1].lower == "-")


def _leads(words: list[Word], at: int) -> bool:
    """Whether a token stands at the beginning of its sentence: `In 1945, ...`."""
    return any(k < 0 or words[k].lower in _STOPS for k in range(at - 1, at - 4, -1))


def _to_come(words: list[Word], k: int) -> bool:
    """Whether the participle at `k` is one of the future: `will be held`, `to be opened`."""
    before = [w.lower for w in words[max(0, k - 3) : k]]
    return bool({"will", "to", "be", "would", "shall", "may"}.intersection(before))


def _last(words: list[Word], match: Match) -> Word:
    """The last word of a match; a full stop after it is not taken into the span."""
    last = words[match.end - 1]
    return words[match.end - 2] if last.text in (".", ",") and match.end - match.start > 1 else last


def _relation(words: list[Word], first: int) -> Relation:
    """By the preposition before the expression."""
    k = first - 1
    while k >= 0 and words[k].lower in _HEDGES and first - k <= 3:
        k -= 1
    return _RELATIONS.get(words[k].lower, "on") if k >= 0 else "on"


def _hedged(shape: Shape, first: Word) -> bool:
    """What `about` and `more than` before it can blur: lengths, offsets, dates; not `over the weekend`."""
    if first.lower in ("the", "this", "past", "last", "next"):
        return False
    return isinstance(shape, Duration | Offset) or (isinstance(shape, Calendar) and shape.weekday is None)


def _loose(shape: Shape) -> bool:
    """Shapes that do not carry the narrative on: decades, centuries."""
    return isinstance(shape, Calendar) and (shape.decade is not None or shape.century is not None)


def _prints_year(shape: Shape) -> bool:
    match shape:
        case Calendar():
            return shape.year is not None
        case Range():
            return _prints_year(shape.first) or _prints_year(shape.last)
        case Part() | Within():
            return _prints_year(shape.whole)
        case Clock():
            return shape.day is not None and _prints_year(shape.day)
        case _:
            return False


def _stated(shape: Shape) -> bool:
    """Whether the words name the calendar: a month, a year, a feast; not `today`, `Saturday`, `last month`."""
    match shape:
        case Calendar():
            return shape.weekday is None or shape.month is not None
        case Range():
            return _stated(shape.first)
        case Part():
            return _stated(shape.whole)
        case Within():
            return shape.what is not None or _stated(shape.whole)
        case Clock():
            return shape.day is not None and _stated(shape.day)
        case Near():
            return shape.what.month is not None
        case Deictic() | Offset():
            return False
        case _:
            return True
