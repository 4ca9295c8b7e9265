"""Which of several times of a word is its own: days counted from one another, stretches, the same day named twice."""

from collections.abc import Sequence
from dataclasses import replace

from standoff import edtf
from standoff.extract.binding import Bound, is_dated, offset_pair
from standoff.extract.dated import Dated, dated_by
from standoff.extract.tense import tense_of
from standoff.lexicon.calendar import WEEKDAY_WORDS
from standoff.lexicon.flows import flow_words
from standoff.model import Time
from standoff.parse import Token

_AGAIN = frozenset((",", "again", "and", "in", "on"))
_SHORT = 3  # days from the day on which something still was as before to the one on which it had fallen


def counted_from(bounds: Sequence[Bound], bound: Bound, token: Token) -> Dated | None:
    """`left two days before the vote on July 21`: the day is the vote's, the deed's is counted from it."""
    for other in bounds:
        time = other.time
        if time.offset is None or time.direction is None or "T" in time.offset or time.end > bound.time.start:
            continue
        pair = offset_pair(other)
        if pair is None or pair[1] is token or pair[1].is_verb or pair[1].i > bound.token.i:
            continue
        between = bound.token.sentence.tokens[pair[1].i + 1 : bound.token.i]
        date = edtf.shift(bound.time.edtf, time.offset, time.direction)
        if date is not None and len(between) == 1 and between[0].lower in ("on", "in", "of"):
            return Dated(date, "relative")
    return None


def stretch(bounds: Sequence[Bound], bound: Bound, token: Token) -> Dated | None:
    """`from May 3 to June 9`, `between Monday and Wednesday`: from the first day to the last.

    What `fell by half from Monday to Tuesday` was less on the second day.
    """
    time = bound.time
    ends = (time.begin_point, time.end_point)
    other = next(
        (b.time for b in bounds if b is not bound and (b.time.begin_point, b.time.end_point) == ends),
        None,
    )
    if None in ends or other is None or time.type == "DURATION" or other.edtf == time.edtf:
        return None
    first, last = (time, other) if time.start < other.start else (other, time)
    whole = f"{first.edtf}/{last.edtf}"
    if not edtf.is_valid(whole) or not edtf.before(first.edtf, last.edtf):
        return None
    if token.lemma in flow_words("fall") and (edtf.length(whole) or _SHORT + 1) <= _SHORT:
        return replace(dated_by(last), since=False)
    return replace(dated_by(first), date=whole, since=False)


def two_days(bounds: Sequence[Bound], bound: Bound, token: Token, published: str | None) -> Dated | None:
    """`clashed on Wednesday and Thursday`: both days, where the second comes right after the first."""
    if not edtf.is_day(bound.time.edtf):
        return None
    for other in bounds:
        between = [t.lower for t in bound.token.sentence.within(bound.time.end, other.time.start)]
        if between not in (["and"], ["and", "on"]) or not edtf.is_day(other.time.edtf):
            continue
        first, last = bound.time.edtf, other.time.edtf
        if tense_of(token) == "past" and edtf.before(published, last):  # told on a Friday, of the last one
            first, last = (edtf.shift(d, "P7D", "before") for d in (first, last))
        if edtf.shift(first, "P1D", "after") == last:
            return replace(dated_by(bound.time), date=f"{first}/{last}", since=False)
    return None


def first_of(bounds: Sequence[Bound], bound: Bound) -> Bound:
    """`On Saturday and again on Sunday they fired`: the first of the days on which it happened."""
    for other in bounds:
        if other.time.end > bound.time.start or not is_dated(other) or other.time.begin_point is not None:
            continue
        between = [t.lower for t in bound.token.sentence.within(other.time.end, bound.time.start)]
        # `freed the crew on Monday and, a day later, the ship`
        twice = "again" in between or (bound.token.lower == "later" and other.site is bound.site)
        if twice and "and" in between and _AGAIN.issuperset(between):
            return other
    return bound


def named_beside(bounds: Sequence[Bound], bound: Bound) -> Time | None:
    """`A week earlier, on March 20, they ...`: the day named right after a reckoned one is the same day."""
    if bound.time.how == "stated":
        return None
    for other in bounds:
        named = other.time.how == "stated" or (other is not bound and other.token.lower in WEEKDAY_WORDS)
        if named and is_dated(other) and edtf.is_day(other.time.edtf):
            between = [t.lower for t in bound.token.sentence.within(bound.time.end, other.time.start)]
            if between in ([","], [",", "on"]):
                return other.time
    return None
