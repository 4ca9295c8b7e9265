"""The day that midnight opens: what is to begin then begins the day after it was announced."""

from collections.abc import Callable, Iterable

from standoff import edtf
from standoff.extract.binding import Bound
from standoff.extract.dated import Dated
from standoff.extract.tense import clause_of, tense_of
from standoff.parse import Token

_TO_COME = frozenset(("future", "infinitive", "modal", "present"))
_BESIDE = 2  # tokens between the hour and its day
_ENDS_DAY = "T24:00"


def opened_by_midnight(
    token: Token, bound: Bound, beside: Iterable[Bound], own: Callable[[Token], Dated | None]
) -> Dated | None:
    """`said on Tuesday that they will stop work from midnight`: on Wednesday. None of a midnight whose day is named, or that is over.

    `own`: the time that a word has by itself.
    """
    time, beside = bound.time, tuple(beside)
    if not time.value.endswith(_ENDS_DAY) or not edtf.is_day(time.edtf):
        return None
    if (begun := _between(bound, beside)) is not None:
        return begun
    if any(b.time.type == "DATE" and b.time.edtf == time.edtf and _near(b, bound) for b in beside):
        return None  # `at midnight on Friday`
    clause = clause_of(token)
    if tense_of(clause) not in _TO_COME:
        return None
    opened = edtf.shift(time.edtf, "P1D", "after")  # the day of `are to stop at midnight` is that of both verbs
    said = (found for verb in clause.ancestors() if verb.is_verb and (found := own(verb)) is not None)
    day = next((s.date for s in said if edtf.is_day(s.date) and not s.since and s.date != opened), time.edtf)
    shifted = edtf.shift(day, "P1D", "after") if day else None
    return Dated(shifted, "relative") if shifted else None


def _between(bound: Bound, beside: Iterable[Bound]) -> Dated | None:
    """`at midnight between Monday and Tuesday, June 15`: the day that begins then."""
    tokens = bound.token.sentence.tokens
    behind = next((t for t in tokens if t.start >= bound.time.end), None)
    if behind is None or behind.lower != "between":
        return None
    days = sorted(
        (b.time for b in beside if b.time.start > behind.start and edtf.is_day(b.time.edtf)), key=lambda t: t.start
    )
    following = days[0].edtf and edtf.shift(days[0].edtf, "P1D", "after") if days else None
    return Dated(following, "stated" if len(days) > 1 else "relative") if following else None


def _near(other: Bound, bound: Bound) -> bool:
    return other is not bound and abs(other.token.i - bound.token.i) <= _BESIDE
