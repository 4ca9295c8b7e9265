"""What a match says at its place: its span, hedge and relation, and the Time that is written of it."""

from dataclasses import dataclass

from standoff.model import Relation, Time, TimeType
from standoff.times.anchor import Place
from standoff.times.calendar import shift_days
from standoff.times.captures import Args, duration_text
from standoff.times.grammar import Match
from standoff.times.near import hedged, relation_of
from standoff.times.shapes import Amounts, Calendar, Clock, Duration, Offset, Recurring, Shape, Vague
from standoff.times.tokens import Word
from standoff.times.traits import is_stated, is_time
from standoff.times.write import edtf, timex_value

_PREPOSITIONS = frozenset(("in", "within"))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an expression stands, `first` its first token, and what the words before it say of it."""

    start: int
    end: int
    first: int
    relation: Relation
    hedge: str | None


def spot_of(words: list[Word], match: Match) -> Spot:
    """The span of a match: with its article and the hedge of a length, without its preposition."""
    first = match.start + _skipped(words, match)
    if match.rule.the and first and words[first - 1].lower == "the" and not _named(words, match):
        first -= 1
    start, relation, shape = words[first].start, relation_of(words, first), match.shape
    hedge = words[first - 1].means.get("HEDGE") if first else None
    if not isinstance(hedge, str) or not hedged(shape, words[first]):
        hedge = None
    elif isinstance(shape, Duration | Offset):
        start = words[first - 1].start
    return Spot(start, _last(words, match).end, first, relation, hedge)


def without_place(shape: Shape, words: list[Word], spot: Spot) -> Time | None:
    """The Time of what has no place in the calendar: a set, vague words, any weekday of its kind; None for the rest."""
    start, end = spot.start, spot.end
    if isinstance(shape, Recurring):
        return Time(start=start, end=end, type="SET", value=shape.value)
    if isinstance(shape, Vague):
        kind: TimeType = "TIME" if shape.value[10:11] == "T" else "DATE"
        return Time(start=start, end=end, type=kind, value=shape.value, relation=spot.relation)
    if isinstance(shape, Calendar) and shape == Calendar(weekday=shape.weekday) and _is_some(words, spot.first):
        value = f"XXXX-WXX-{shape.weekday}"  # `it always closes on a Thursday`
        return Time(start=start, end=end, type="DATE", value=value, relation=spot.relation)
    return None


def with_place(shape: Shape, place: Place | None, word: str, args: Args, spot: Spot) -> Time:
    """The Time of a date or a time of day. `word`: the first of the match; `args`: those of its rule."""
    value, mod, calendar = _values(place, args, spot.hedge)
    if isinstance(shape, Offset) and _is_rounded(shape.amounts) and calendar and calendar[-1] != "~":
        calendar = f"{calendar}~"
    if isinstance(shape, Offset) and word == "within" and "ahead" in args:
        # `within 30 days` is a length, by whose end it is to happen
        return Time(
            start=spot.start, end=spot.end, type="DURATION", value=duration_text(shape.amounts), mod=spot.hedge,
            edtf=calendar, how="relative", relation="by", end_point=value,
        )  # fmt: skip
    relation = spot.relation
    if relation in ("before", "after") and isinstance(shape, Clock) and shape.day is not None:
        relation = "on"  # `before dawn on Monday` is on Monday
    kind: TimeType = "TIME" if is_time(shape) or (place is not None and place.value[10:11] == "T") else "DATE"
    return Time(
        start=spot.start, end=spot.end, type=kind, value=value, mod=mod, edtf=calendar,
        how="stated" if is_stated(shape) else "relative", relation=relation,
        zone=shape.zone or None if isinstance(shape, Clock) else None,
    )  # fmt: skip


def _values(place: Place | None, args: Args, hedge: str | None) -> tuple[str, str | None, str | None]:
    """The TIMEX3 value, the mod and the EDTF of a place."""
    if place is None:
        return "XXXX-XX-XX", None, None
    value, mod, calendar = timex_value(place), place.mod, edtf(place)
    if hedge is not None and mod is None:
        mod = hedge
        calendar = f"{calendar}~" if hedge == "APPROX" and calendar and "/" not in calendar else calendar
    if "eve" in args and calendar is not None and (day := place.date) is not None:
        calendar = f"{shift_days(day, -1)}/{calendar}"  # the night before the page's day
    if place.mod in ("EARLIER", "LATER"):
        mod = "START" if place.mod == "EARLIER" else "END"
    return value, mod, calendar


def _is_rounded(amounts: Amounts) -> bool:
    """Half a year more or less is told where months are not counted: `three and a half years ago`."""
    return len(amounts) > 1 and amounts[0][1] == "Y" and amounts[1] == (6, "M")


def _is_some(words: list[Word], first: int) -> bool:
    """Whether a weekday is any one of its kind: `on a Thursday`."""
    return first > 1 and words[first - 1].lower == "a" and words[first - 2].lower == "on"


def _named(words: list[Word], match: Match) -> bool:
    """Whether a length is a name: `the Seven Years War`, `the Hundred Days`."""
    return isinstance(match.shape, Duration) and all(w.capital for w in words[match.start : match.end])


def _skipped(words: list[Word], match: Match) -> int:
    """How many words of a match stand before its expression: the preposition of `in two weeks`."""
    return 1 if match.end - match.start > 1 and words[match.start].lower in _PREPOSITIONS else 0


def _last(words: list[Word], match: Match) -> Word:
    """The last word of a match; a full stop after it is not taken into the span."""
    last = words[match.end - 1]
    return words[match.end - 2] if last.text in (".", ",") and match.end - match.start > 1 else last
