"""Drafts -> events: dated, in the order of time, with spans and the indices of the speech acts they are contents of."""

from collections.abc import Sequence
from dataclasses import replace

from standoff import edtf
from standoff.extract.dated import UNDATED, Dated
from standoff.extract.dating import Dater
from standoff.extract.draft import Draft
from standoff.extract.events.dated_nouns import dated_anew, told_once
from standoff.extract.events.days_into import days_into
from standoff.extract.events.each_day import on_each_day
from standoff.extract.events.retold import retold
from standoff.extract.events.taken_up import taken_up
from standoff.extract.repeated import is_repeated
from standoff.model import Event, PloverType, Span, Status
from standoff.parse import Token

_LASTING: frozenset[PloverType] = frozenset({"COERCE", "PROTEST", "SANCTION"})
_ANEW: frozenset[PloverType] = frozenset({"ASSAULT", "CONSULT"})  # done again where they are done for a second day
# Acts after which others follow within days: a reopening after a deal, a strike after a refusal.
_SPOKEN: frozenset[PloverType] = frozenset({"AGREE", "CONCEDE", "CONSULT", "REJECT", "REQUEST", "THREATEN"})


def finish_events(drafts: Sequence[Draft], dater: Dater) -> tuple[Event, ...]:
    """The events of a page, by place in the text; each points at its trigger and its sentence."""
    ordered = sorted(drafts, key=lambda d: (d.trigger[0].start, d.trigger[-1].end, d.content_of is not None, d.type))
    ordered, found = dated_anew(ordered, [_dated(draft, dater) for draft in ordered], dater.published)
    ordered, found = on_each_day(ordered, found)
    found = days_into(ordered, taken_up(ordered, found, dater), dater.published)
    ordered, dates = told_once(ordered, retold(ordered, found, dater))
    told = [(draft, dated) for draft, dated in zip(ordered, dates, strict=True) if not _of_nobody(draft, dated)]
    index = {id(draft): n for n, (draft, _) in enumerate(told)}
    return tuple(_event(draft, index, dater, dated) for draft, dated in told)


def _of_nobody(draft: Draft, dated: Dated) -> bool:
    """Whether it was done again and again, by nobody and on no day: `the line has been cut several times`."""
    return not draft.actors and dated.date is None and dated.rel is None and is_repeated(draft.anchor)


def _dated(draft: Draft, dater: Dater) -> Dated:
    lasts = draft.type in _LASTING and draft.status in ("happened", "ongoing")
    if lasts and (found := dater.by_count(draft.anchor, draft.trigger)) is not None:
        return found
    if draft.own_time:
        return dater.by_itself(draft.own_time) or _begun(draft, dater)
    anew = draft.type in _ANEW and draft.status == "happened"
    dated = dater.date(draft.anchor, draft.trigger, draft.status, anew=anew)
    if is_repeated(draft.anchor) and (dated.how == "published" or dated.since):
        return UNDATED
    if dated.date is None and dated.rel is None and draft.type in _SPOKEN and draft.status == "happened":
        dated = dater.shortly_before(draft.anchor) or dated
    return dated if draft.day is None else _on_day(dated, *draft.day, dater)


def _begun(draft: Draft, dater: Dater) -> Dated:
    """When what stands began, by how long it has stood."""
    begun = dater.lasting(draft.anchor) if draft.status == "ongoing" else None
    return Dated(begun, "relative", since=True) if begun is not None else UNDATED


def _status(draft: Draft, dater: Dater, dated: Dated) -> Status:
    """What is told as done is planned where its day is to come, what goes on is done where it was done again and again."""
    if draft.status == "happened" and dater.of(draft.anchor).to_come(dated.date):
        return "planned"
    return "happened" if draft.status == "ongoing" and is_repeated(draft.anchor) else draft.status


def _event(draft: Draft, index: dict[int, int], dater: Dater, dated: Dated) -> Event:
    sentence = draft.anchor.sentence
    return Event(
        start=draft.trigger[0].start,
        end=draft.trigger[-1].end,
        type=draft.type,
        mode=draft.mode,
        actors=draft.actors,
        recipients=draft.recipients,
        date=dated.date,
        date_how=dated.how,
        date_rel=dated.rel,
        status=_status(draft, dater, dated),
        negated=draft.negated,
        attributed_to=draft.attributed_to,
        object=draft.object,
        content_of=index.get(id(draft.content_of)) if draft.content_of is not None else None,
        confidence=max(0.0, min(1.0, draft.confidence)),
        rule=draft.rule,
        sentence=Span(start=sentence.start, end=sentence.end),
        place=draft.place,
        topic=draft.topic,
        outcome=draft.outcome,
    )


def _on_day(dated: Dated, day: int, month: Token, dater: Dater) -> Dated:
    """The date that a word belongs to, on another day of its month where the clause lists several."""
    last = (dater.named(month) or dated.date or "").rpartition("/")[2]
    moved = f"{last[:8]}{day:02}"
    if not edtf.is_day(last) or edtf.bounds(moved) is None:
        return dated
    return replace(dated, date=moved, how="stated")
