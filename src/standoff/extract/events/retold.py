"""The day of what a page tells first in short and then again with its day.

`The council has rejected the offer. ... At a meeting on Monday it turned the offer down`: the first is of Monday too, and
not of the page's own day, which it would have for want of a better one.
"""

from collections.abc import Sequence

from standoff import edtf
from standoff.actor_ids import party_of
from standoff.extract.dated import Dated
from standoff.extract.dating import Dater
from standoff.extract.draft import Draft
from standoff.extract.tense import clause_of, tense_of
from standoff.lexicon.clauses import clause_words

_LEAD = 1  # paragraphs after the first that still tell the news in short
_TOLD_BY = 8  # paragraphs in which the news is told again at length
_RECENT = 7  # days that news lies back
_PARTED = frozenset({"CONSULT", "THREATEN", "ACCUSE", "REQUEST"})  # told many times over, on many days


def retold(drafts: Sequence[Draft], dates: Sequence[Dated], dater: Dater) -> list[Dated]:
    """The dates, with those of the lead that only the page's day gave taken from where the same act is told with its day."""
    published = dater.published
    if not edtf.is_day(published):
        return list(dates)
    first = min((d.anchor.sentence.paragraph for d in drafts if d.anchor.sentence.part == "story"), default=0)
    told = [(d, found) for d, found in zip(drafts, dates, strict=True) if _told_with_day(d, found, dater, first)]
    return [
        _day_of(d, told) or found if _in_short(d, found, first) and dater.of(d.anchor) is dater else found
        for d, found in zip(drafts, dates, strict=True)
    ]


def _in_short(draft: Draft, found: Dated, first: int) -> bool:
    """Whether the title or the lead tells an act for which it gives no day."""
    sentence = draft.anchor.sentence
    if draft.status != "happened" or draft.content_of is not None or draft.type in _PARTED or found.rel is not None:
        return False
    if found.how != "published" and found.date is not None:
        return False
    if tense_of(clause_of(draft.anchor)) == "past_perfect":
        return False
    if sentence.part == "title":
        return True
    return sentence.part == "story" and sentence.paragraph <= first + (_LEAD if found.how == "published" else 0)


def _told_with_day(draft: Draft, found: Dated, dater: Dater, first: int) -> bool:
    """Whether an act has a day of its own among the last ones before the page's."""
    sentence = draft.anchor.sentence
    if draft.status != "happened" or draft.content_of is not None or sentence.part != "story" or found.since:
        return False
    if found.how not in ("stated", "relative") or not edtf.is_day(found.date) or sentence.paragraph > first + _TOLD_BY:
        return False
    days = edtf.gap(found.date, dater.published)
    if found.date == dater.published or (days is not None and 0 < days <= _RECENT):
        return tense_of(clause_of(draft.anchor)) != "past_perfect" or _is_reported(draft)
    return False


def _is_reported(draft: Draft) -> bool:
    above = clause_of(draft.anchor).head
    return above is not None and above.lemma in clause_words("speech_verbs")


def _day_of(draft: Draft, told: Sequence[tuple[Draft, Dated]]) -> Dated | None:
    """The one day on which the same act is told further down; None where there are two."""
    same = [
        found
        for other, found in told
        if other.anchor.sentence is not draft.anchor.sentence
        and other.anchor.sentence.index > draft.anchor.sentence.index
        and _same_act(draft, other)
    ]
    days = {found.date for found in same}
    return Dated(same[0].date, "relative") if len(days) == 1 else None


def _same_act(short: Draft, full: Draft) -> bool:
    if short.type != full.type or (short.mode and full.mode and short.mode != full.mode):
        return False
    mine, theirs = {party_of(a.id) for a in short.actors}, {party_of(a.id) for a in full.actors}
    if not mine or not theirs or mine & theirs:
        return True
    return any(a.startswith("NAMED:") for a in mine) and any(a.startswith("NAMED:") for a in theirs)
