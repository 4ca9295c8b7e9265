"""What the pages say of the thing's state: acts that change it, descriptions that tell it, announcements that do not.

An act counts where it is about the thing, its people or its goods. What somebody only spoke of is an announcement.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from standoff import edtf
from standoff.lexicon.flows import BY_FLOW
from standoff.lexicon.state_acts import word_class, words_of_class
from standoff.lexicon.stems import stem, stems
from standoff.model import State
from standoff.record.once import each
from standoff.record.rows import EventMention, MergedEvent, Where
from standoff.tell.brought import is_hedged, joint, state_of_act
from standoff.tell.disputed import Thing
from standoff.tell.parties import Sides, independent
from standoff.tell.sure import SURE

Kind = Literal["change", "holds"]
_ALL_TO_ONE = re.compile(r"\b(?:[Aa]ll|[Ee]very|[Ee]ntire|[Ww]hole)\b(?: [\w’'-]+){0,4}? (?:to|for) (?:the )?(?=[A-Z])")
_LENGTH = re.compile(r"\bfor [^,;.]{0,30}?\b(hour|day|week|month)s?\b")
LONGEST_OF = {"hour": 7, "day": 60, "week": 180, "month": 730}
"""Days after which what lasted some hours, days, weeks or months is over."""
_NEXT = 2  # words after `let` in which what passes is named
JOINING = ("and", "but", "then", "before")
NEWS = 3
"""Days after which a page tells no longer what an agreement means."""
UNNAMED = 0.7
"""What is left of the confidence that some were let pass, or barred, where nobody is said to have done it; it was done as surely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The thing changed to a state, or was in it, on a date; by whose act and in whose words."""

    state: State
    date: str
    kind: Kind
    weight: float
    ids: tuple[str, ...]
    places: tuple[Where, ...]
    by: tuple[str, ...] = ()
    claimed_by: str | None = None
    partial: bool = False
    tightens: bool = False
    """An act that bars somebody or something: it fits a thing that is shut already."""
    loosens: bool = False
    """An act that lets somebody or something pass: it fits a thing that is open already, or is reopening."""
    spared: bool = False
    """It tells that something went on as before, beside what may have been cut."""
    for_one: bool = False
    """It cuts off one party of a thing that goes on to others."""
    begins: bool = False
    """The first of what passes has passed: what was about to open is open, what was shut lets some through."""
    usual: bool = False
    """It tells of a flow that it is as always on that day: somewhere, where the same page tells of a halt."""
    nothing: bool = False
    """It tells of a flow that nothing comes: what the same page tells to have begun again has not."""
    pledged: bool = False
    """It only says that something is to go on, which counts beside what was cut and nowhere else."""


def from_events(events: list[MergedEvent], thing: Thing, sides: Sides) -> list[Evidence]:
    """The changes that acts brought about; plans, promises and doubtful reports bring none."""
    contents: dict[str, list[MergedEvent]] = {}
    for event in each(events, _spoken):
        contents.setdefault(event.content_of or "", []).append(event)
    ahead: dict[str, list[MergedEvent]] = {}
    for event in each(events, _opening_ahead, thing, sides):
        for key in {m.where.document.key for m in event.members}:
            ahead.setdefault(key, []).append(event)
    changes: list[Evidence | MergedEvent] = each(events, _change, thing, sides)
    told = [
        one
        if isinstance(one, Evidence)
        else _agreed(one, [*contents.get(one.id, ()), *_told_beside(one, ahead)], thing, sides)
        for one in changes
    ]
    return [one for one in told if one is not None]


def _spoken(event: MergedEvent) -> MergedEvent | None:
    return event if event.content_of else None


def _opening_ahead(event: MergedEvent, thing: Thing, sides: Sides) -> MergedEvent | None:
    """The act where it is one that will open the thing, without a condition."""
    if event.status not in ("planned", "promised") or is_hedged(event):
        return None
    brought = state_of_act(event, thing, sides)
    return event if brought and brought[0] in ("open", "reopening") else None


def _told_beside(agreed: MergedEvent, ahead: Mapping[str, list[MergedEvent]]) -> list[MergedEvent]:
    """What a page that tells of the agreement says will open then: `agreed on a fee; exports will start again in two weeks`."""
    pages = {m.where.document.key: m.where.document.published for m in agreed.members}
    return [
        event
        for key in sorted(pages)
        if (gap := edtf.gap(agreed.date, pages[key])) is not None and 0 <= gap <= NEWS
        for event in ahead.get(key, ())
    ]


def _change(event: MergedEvent, thing: Thing, sides: Sides) -> Evidence | MergedEvent | None:
    """The change that an act brought about; an agreement itself, where what it speaks of may say so; None where it brought none."""
    better = all(_told_better(m) for m in event.members)
    if not event.happened or _sure(event) < SURE or edtf.bounds(event.date) is None or better:
        return None
    brought = state_of_act(event, thing, sides)
    if brought is None:
        return event if event.type == "AGREE" and joint(event, sides) else None
    state, sure, partial = brought
    if state in ("shut", "restricted") and any(m.event.date == event.date and passes(m) for m in event.members):
        return None
    if state == "reopening" and partial:  # agreed in principle, or on a condition: an outlook
        return None
    told = _evidence(event, state, sure, partial=partial)
    return replace(told, for_one=state == "shut" and thing.goes_on and _for_one(event, sides))


def _told_better(mention: EventMention) -> bool:
    """It is a headline, short for what the story says better, or a description beside it says how much flows."""
    return mention.where.part == "title" or mention.event.rule.endswith(f" {BY_FLOW}")


def _for_one(event: MergedEvent, sides: Sides) -> bool:
    """Reports of it name a party that is cut off, and neither all of it nor the transit."""
    if not event.recipients or not all(sides.leads(recipient) for recipient in event.recipients):
        return False
    plain = [m for m in event.members if not of_others(m.where.quote)]
    return 2 * len(plain) >= len(event.members)


def of_others(quote: str) -> bool:
    """The sentence speaks of all of it, or of the transit; `all the gas to Sweden` is what one gets."""
    words = [stem(word) for word in re.findall(r"[a-z]+", _ALL_TO_ONE.sub(" ", quote).lower())]
    return bool(frozenset(words) & (word_class("transit") | word_class("whole")))


def passes(mention: EventMention) -> bool:
    """The sentence tells that it was over soon: done several times, or undone in the same breath."""
    quote = mention.where.quote
    words = [word.strip(" ,;:.").lower() for word in quote[mention.event.end - mention.where.start :].split()]
    near = re.split(r"[;.]|, ", quote[mention.event.start - mention.where.start :])[0].lower().split()
    if words_of_class("briefly") & set(near) or _lasted(mention, " ".join(near)):
        return True
    return any(
        one in JOINING and two.endswith("ed") and stem(two) in word_class("reopen") for one, two in pairwise(words)
    )


def _lasted(mention: EventMention, words: str) -> bool:
    """It is told with how long it lasted, long enough before the page for it to be over: `shut the pass for three weeks`."""
    told = _LENGTH.search(words)
    day, printed = edtf.last_day(mention.event.date), edtf.first_day(mention.where.document.published)
    if told is None or day is None or printed is None:
        return False
    return (printed - day).days > LONGEST_OF[told[1]]


def _agreed(event: MergedEvent, contents: list[MergedEvent], thing: Thing, sides: Sides) -> Evidence | None:
    """What both sides agreed on is an act that opens the thing; agreed in principle, or on a condition, it is an outlook."""
    brought = [(c, b[0]) for c in contents if (b := state_of_act(c, thing, sides))]
    opening = any(state in ("open", "reopening") or _lets_something(c, thing) for c, state in brought)
    return _evidence(event, "reopening", 1.0) if opening and not is_hedged(event) else None


def _lets_something(event: MergedEvent, thing: Thing) -> bool:
    """Goods, people or the thing itself are to be let through: `to let grain leave the port`."""
    passing = word_class("passing_goods") | word_class("passing_people") | thing.names
    told = [m.where.quote[m.event.end - m.where.start :].split()[:_NEXT] for m in event.members]
    what = stems(" ".join((event.object or "", *(word for words in told for word in words))))
    return event.type == "RETREAT" and bool(what & passing)


def _sure(event: MergedEvent) -> float:
    """How sure it is that the act was done; that some were let pass or barred, whoever did it."""
    passage = (event.type, event.mode) in (("RETREAT", "access"), ("COERCE", "restrict"), ("SANCTION", "discontinue"))
    return event.confidence / UNNAMED if passage and not event.actors else event.confidence


def _evidence(event: MergedEvent, state: State, sure: float, *, partial: bool = False) -> Evidence:
    sources = independent(m.where for m in event.members)
    how = {"stated": 1.0, "relative": 1.0, "published": 0.7, "unknown": 0.3}[event.date_how]
    return Evidence(
        state=state,
        date=event.date or "",
        kind="change",
        weight=sure * how * _sure(event) * (1 + 0.3 * (sources - 1)),
        ids=(event.id,),
        places=tuple(m.where for m in event.members),
        by=event.actors,
        claimed_by=event.attributed_to,
        partial=partial,
        tightens=event.type in ("COERCE", "PROTEST"),
        loosens=event.type == "RETREAT" and state == "restricted",
    )


def from_plans(events: list[MergedEvent], thing: Thing, sides: Sides) -> list[tuple[MergedEvent, State]]:
    """Acts that are only planned, promised or threatened, with the state that they would bring."""
    return each(events, _plan, thing, sides)


def _plan(event: MergedEvent, thing: Thing, sides: Sides) -> tuple[MergedEvent, State] | None:
    agreed = event.happened and event.type == "AGREE"
    if (event.happened and not agreed) or event.negated or event.status in ("demanded", "denied", "hypothetical"):
        return None
    brought = state_of_act(event, thing, sides)
    return (event, brought[0]) if brought and (not agreed or brought[2]) else None
