"""The day of what is told as so long after something began: `Two days into the strike`, `A week after the lockout began`.

The page tells elsewhere on which day that began; without it the page's own day would be taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff import edtf
from standoff.extract.dated import Dated
from standoff.extract.draft import Draft
from standoff.extract.lasted import count_of
from standoff.extract.tense import clause_of
from standoff.lexicon.actions import actions
from standoff.lexicon.retold import retold_nouns
from standoff.lexicon.times import days_in
from standoff.model import PloverType
from standoff.parse import Token

_SHUT_OUT: frozenset[PloverType] = frozenset({"COERCE", "SANCTION"})
_MOST = 400  # days


@dataclass(frozen=True, slots=True)
class _Into:
    """The clause that is so many days into an act of some types; `about`: counted in weeks or months."""

    clause: Token
    days: int
    types: frozenset[PloverType]
    about: bool


def days_into(drafts: Sequence[Draft], dates: Sequence[Dated], published: str | None) -> list[Dated]:
    """The dates, with those of clauses that are days into an act reckoned from the day on which it began."""
    found = {each.clause: each for draft in drafts if (each := _into(draft)) is not None}
    if not found:
        return list(dates)
    return [
        (_reckoned(into, draft, drafts, dates, published) or dated)
        if (into := found.get(clause_of(draft.anchor))) is not None and draft.content_of is None
        else dated
        for draft, dated in zip(drafts, dates, strict=True)
    ]


def _into(draft: Draft) -> _Into | None:
    """What the clause of an act says of how far into another it is."""
    clause = clause_of(draft.anchor)
    for word in draft.anchor.sentence.tokens[2:]:
        noun, unit = _what_began(word), draft.anchor.sentence.tokens[word.i - 1]
        if noun is None:
            continue  # most words
        verbs = [a for a in word.ancestors() if a.is_verb]
        told = verbs[1:] if word.dep == "mark" else verbs  # `after` stands below the verb that it opens
        if not told or told[0] is not clause:
            continue
        length = days_in(unit.lower)
        types = _types(noun.lemma)
        if length is None or not types:
            continue
        number = next((n for c in unit.children if (n := count_of(c)) is not None), 1)
        days = round(number * length)
        return _Into(clause, days, types, length > 1) if 0 < days < _MOST else None
    return None


def _types(noun: str) -> frozenset[PloverType]:
    """Of which types the act is that a noun says has begun."""
    classes = actions().classes
    if noun in classes["restriction"] or noun in retold_nouns().words["lockout"]:
        return _SHUT_OUT
    return frozenset({"PROTEST"}) if noun in classes["stoppage"] else frozenset()


def _what_began(word: Token) -> Token | None:
    """The noun for what goes on behind `into`, or begins in a clause with `after`."""
    if word.lower == "into":
        return word.child("pobj")
    verb = word.head if word.lower == "after" and word.dep == "mark" else None
    began = verb is not None and verb.lemma in retold_nouns().words["began"]
    return verb.child("nsubj") if began and verb is not None else None


def _reckoned(
    into: _Into, act: Draft, drafts: Sequence[Draft], dates: Sequence[Dated], published: str | None
) -> Dated | None:
    """So many days after the first of such acts that the page dates; what leads beyond the page's own day counts from none.

    An act of somebody who acts now too, or on whom it is acted, goes before those of others.
    """
    now = {ref.id for ref in (*act.actors, *act.recipients)}
    begun = [
        (now.isdisjoint(ref.id for ref in draft.actors), dated.date)
        for draft, dated in zip(drafts, dates, strict=True)
        if draft.type in into.types and draft.status in ("happened", "ongoing") and edtf.is_day(dated.date)
        if clause_of(draft.anchor) is not into.clause and dated.date is not None and dated.how in ("stated", "relative")
    ]
    days = [edtf.shift(day, f"P{into.days}D", "after") for _, day in sorted(begun)]
    day = next((d for d in days if d is not None and not edtf.before(published, d)), None)
    return Dated(f"{day.rstrip('~')}~" if into.about else day, "relative") if day is not None else None
