"""The day of another thing or the one beside it: `on the eve of the vote`, `the day after the raid`, `on the day it began`."""

from typing import Literal

from standoff import edtf
from standoff.extract.binding import is_dated, own_times
from standoff.extract.dated import UNDATED, Dated
from standoff.extract.tense import clause_of
from standoff.extract.within import Within
from standoff.model import DateRelation, Span
from standoff.parse import Token
from standoff.parse.days import names_time

_DAY = "P1D"
_ON = frozenset(("of", "on"))
_PHRASES = frozenset(("npadvmod", "prep"))


def eve_of(within: Within, anchor: Token) -> Dated | None:
    """The day before or after that of a vote, a raid, a visit; open where the page does not say when that was.

    None where the clause has no such words, or names its own day before them.
    """
    clause = clause_of(anchor)
    for phrase in clause.childs(*_PHRASES):
        if (deed := _done_that_day(phrase)) is not None:
            return within.own(deed) or _day_behind(within, deed) or within.told_again(deed) or UNDATED
        other, way = _counted_from(phrase)
        if other is None or names_time(other):
            continue
        if any(is_dated(b) and b.time.end <= phrase.start for b in own_times(clause, within.at(clause))):
            return None  # `On Friday, the day before the vote, ...`
        known = _day_behind(within, other) or within.told_again(other)
        day = edtf.shift(known.date, _DAY, way) if known is not None and edtf.is_day(known.date) else None
        if day is not None:
            return Dated(day, "relative")
        words = other.subtree()
        told = Span(start=words[0].start, end=words[-1].end)
        return Dated(rel=DateRelation(anchor=told, offset=_DAY, direction=way))
    return None


def _done_that_day(phrase: Token) -> Token | None:
    """The deed of a phrase that dates by it: `on the day it began`."""
    day = phrase.child("pobj") if phrase.dep == "prep" and phrase.lower == "on" else None
    if day is None or day.lower != "day" or not day.has_child(("the",), "det"):
        return None
    # The clause may be taken for what something is called: `called it theft on the day it began`.
    stray = phrase.head.childs("ccomp") if phrase.head is not None else []
    deeds = [*day.childs("relcl", "acl"), *(c for c in stray if c.subtree()[0].i == day.i + 1)]
    return next((c for c in deeds if c.tag == "VBD"), None)


def _counted_from(phrase: Token) -> tuple[Token | None, Literal["before", "after"]]:
    """What a phrase counts one day from, and which way."""
    day = phrase.child("pobj") if phrase.dep == "prep" else phrase
    if day is not None and day.lower == "eve":
        of = next((c for c in day.childs("prep") if c.lower == "of"), None)
        return (of.child("pobj") if of is not None else None), "before"
    if day is None or day.lower != "day" or [c.lower for c in day.childs("det", "amod", "nummod")] != ["the"]:
        return None, "before"
    tokens = day.sentence.tokens
    word = tokens[day.i + 1] if day.i + 1 < len(tokens) else None
    if word is None or word.lower not in ("after", "before") or word.dep != "prep":
        return None, "before"
    return word.child("pobj"), "after" if word.lower == "after" else "before"


def _day_behind(within: Within, noun: Token) -> Dated | None:
    """The day that stands right behind a noun: `the vote on Sunday`."""
    inside = set(noun.subtree())
    for bound in within.at(noun):
        between = noun.sentence.tokens[noun.i + 1 : bound.token.i]
        if bound.token.i > noun.i and is_dated(bound) and all(t.lower in _ON or t in inside for t in between):
            return Dated(bound.time.edtf, "relative")
    return None
