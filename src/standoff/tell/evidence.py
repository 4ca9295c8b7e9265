"""What the pages say of the thing's state: acts that change it, descriptions that tell it, announcements that do not.

An act counts where it is about the thing, its people or its goods: a halt of the thing shuts it, barred people or goods
restrict it, reopening opens it. What somebody only spoke of is an announcement.
"""

import re
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from itertools import pairwise
from typing import Literal

from msgspec.structs import replace

from standoff import edtf
from standoff.lexicon.alike import deeds, sense_of
from standoff.lexicon.state_acts import word_class, words_of_class
from standoff.lexicon.stems import stem, stems
from standoff.model import State
from standoff.record.fields import is_promise
from standoff.record.once import each, once
from standoff.record.rows import EventMention, MergedEvent, Where
from standoff.tell.disputed import Thing, after, aspect_of
from standoff.tell.parties import Sides, independent

Kind = Literal["change", "holds"]
PEOPLE = ("-LAB", "-CVL", "-BUS")
"""Sectors whose people work or pass there."""
_LOCKOUT = re.compile(r"\block(?:s|ed|ing)?[ -]?outs?\b", re.IGNORECASE)
_ALL_TO_ONE = re.compile(r"\b(?:[Aa]ll|[Ee]very|[Ee]ntire|[Ww]hole)\b(?: [\w’'-]+){0,4}? (?:to|for) (?:the )?(?=[A-Z])")
_PART = re.compile(
    r"\b(?:partly|partially|in part|(?:one|two|some|part|half|parts) of (?:the|its|their)|hours (?:a|each|per) day"
    r"|in the (?:mornings?|daytime)|by day|at night|on weekdays|on foot|to pedestrians)\b",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(r"\b(?:to|for) ((?:[\w’'-]+ ){0,3}[\w’'-]+)")
_LENGTH = re.compile(r"\bfor [^,;.]{0,30}?\b(hour|day|week|month)s?\b")
LONGEST_OF = {"hour": 7, "day": 60, "week": 180, "month": 730}
"""Days after which what lasted some hours, days, weeks or months is over."""
Brought = tuple[State, float, bool]
JOINING = ("and", "but", "then", "before")
SURE = 0.5
UNNAMED = 0.7
"""What is left of the confidence that some were let pass where nobody is said to have let them; they passed as surely."""


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


def words_of(event: MergedEvent) -> frozenset[str]:
    """The stems of what an act is said to be about, its trigger's words with it."""
    triggers = " ".join(
        m.where.quote[max(0, m.event.start - m.where.start) : m.event.end - m.where.start] for m in event.members
    )
    return stems(" ".join(filter(None, (triggers, event.object, event.topic))))


@once
def state_of_act(event: MergedEvent, thing: Thing, sides: Sides) -> Brought | None:
    """The state an act brings about, how surely, and whether it goes only part of the way; None where it brings none.

    Each report is asked by itself, with what it says is acted on: one may tell of the thing, another of its people.
    """
    votes: dict[State, float] = {}
    best: dict[State, Brought] = {}
    for mention in event.members:
        found = _state_of_report(_as_told(event, mention), thing, sides)
        if found:
            votes[found[0]] = votes.get(found[0], 0.0) + found[1] * mention.event.confidence
            best[found[0]] = max(best.get(found[0], found), found, key=lambda b: (b[1], not b[2]))
    if not votes:
        return None
    return best[max(votes, key=lambda state: (round(votes[state], 6), state))]


def _as_told(event: MergedEvent, mention: EventMention) -> MergedEvent:
    """The event as one report tells it; who acts stays as all of them tell it."""
    span, start, quote = mention.event.object, mention.where.start, mention.where.quote
    words = (
        quote[span.start - start : span.end - start]
        if span and start <= span.start and span.end - start <= len(quote)
        else None
    )
    return replace(
        event,
        mode=mention.event.mode,
        object=words or (event.object if len(event.members) == 1 else None),
        recipients=tuple(r.id for r in mention.event.recipients),
        members=(mention,),
    )


def _state_of_report(event: MergedEvent, thing: Thing, sides: Sides) -> Brought | None:
    words = words_of(event)
    about = thing.meant(event)
    reopens = bool(words & word_class("reopen"))
    people = bool(stems(event.object) & word_class("people")) or any(
        actor.endswith(PEOPLE) or stems(actor.removeprefix("NAMED:")) & word_class("people")
        for actor in event.recipients
    )
    goods = bool(stems(event.object) & word_class("goods"))
    whole = any(after(m) & word_class("whole") for m in event.members)
    if aspect_of(event.object) == "line_of_contact":
        return None
    if (taken := _takes_part(event, thing, sides, words)) is not None:
        return taken
    partly = any(after(m) & word_class("partly") for m in event.members)
    match event.type:
        case "SANCTION":
            of_others = not _in_dispute(event, sides) and not (event.object and stems(event.object) <= thing.names)
            return None if of_others else _of_sanction(event, about, people, whole, partly)
        case "COERCE":
            if not (about or ((people or goods) and not thing.flows)) or not _in_dispute(event, sides):
                return None
            if is_lockout(event):
                return "shut", 0.9, False
            if (event.mode in ("deport", "seize") and (about or whole)) or (
                event.mode == "withhold" and about and not partly
            ):
                return "shut", 0.8, False
            closes = thing.is_it(event.object) and bool(words & word_class("close"))
            if closes and not partly and not _to_some(event) and not any(_in_part(m) for m in event.members):
                return "shut", 0.9, False
            return "restricted", 1.0 if event.mode == "restrict" else 0.6, False
        case "RETREAT" | "COOPERATE" | "CONCEDE":
            lets = event.type == "RETREAT" and event.mode == "access" and thing.lets_pass(event)
            if not about and not lets and not (reopens and _in_dispute(event, sides) and _near(event, thing)):
                return None
            struck = any(after(m) & word_class("strike") for m in event.members)  # counted by who strikes
            if struck or is_lockout(event) or (event.type == "RETREAT" and event.mode == "withdraw"):
                return None
            if reopens:
                in_part = any(_in_part(m) for m in event.members) or _to_some(event)
                return ("restricted" if in_part else "open"), 1.0, False
            if lets and thing.flows and words & word_class("flowing") and not any(_in_part(m) for m in event.members):
                return "open", 0.6, False  # `oil moves through the line`
            if lets:
                return "restricted", 0.7, False  # some pass what was shut
            return "open", 0.3, event.type != "COOPERATE"
        case "REJECT":
            return ("shut", 0.8, False) if _leaves_for_good(event, thing, sides) else None
        case "AGREE" | "SUPPORT":  # an accord that is signed is SUPPORT in PLOVER
            said = frozenset().union(*(after(m) for m in event.members))
            again = word_class("reopen") | (word_class("flowing") if thing.flows else frozenset())
            if not joint(event, sides) or not (words | said) & again:
                return None
            return "reopening", 1.0 if about or thing.in_sentence(event) else 0.8, is_hedged(event)
    return None


def _takes_part(event: MergedEvent, thing: Thing, sides: Sides, words: frozenset[str]) -> Brought | None:
    """A side suspends its part in the thing, an accord or a joint work, or takes it up again; who leaves for good ends it."""
    if event.type not in ("SANCTION", "RETREAT", "COOPERATE") or not _in_dispute(event, sides):
        return None
    if not any(after(m) & word_class("taking_part") for m in event.members) or not thing.in_sentence(event):
        return None
    if event.type == "SANCTION":
        return ("restricted" if words & word_class("for_now") else "shut"), 0.8, False
    return ("open", 0.8, False) if words & word_class("reopen") else None


def _leaves_for_good(event: MergedEvent, thing: Thing, sides: Sides) -> bool:
    """A side leaves, or declares over, the deal by which the thing runs, where the thing bears the deal's name."""
    arranged = thing.names & word_class("arrangement")
    leaves = any("leaving_deal" in deeds().get(sense_of(m.event.rule), ()) for m in event.members)
    said = frozenset[str]().union(*(after(m) for m in event.members)) | words_of(event)
    return bool(arranged and leaves and said & word_class("arrangement")) and bool(sides.leading(event.actors))


def joint(event: MergedEvent, sides: Sides) -> bool:
    """Both leading sides take part, as those who act or, in talks and agreements that the page calls so, with each other."""
    acting = {side for side in sides.all(event.actors) if side in sides.parties}
    others = {side for side in sides.all(event.recipients) if side in sides.parties}
    if len(acting) > 1 or event.type != "AGREE":
        return len(acting | others) > 1
    return len(acting | others) > 1 and not all(is_promise(m) for m in event.members)


def _in_part(mention: EventMention) -> bool:
    """Only some of it is opened: `opened one of the lanes`, `partly reopened the pass`."""
    start, end = mention.event.start - mention.where.start, mention.event.end - mention.where.start
    return bool(_PART.search(mention.where.quote[max(0, start - 12) : end + 40]))


def _to_some(event: MergedEvent) -> bool:
    """It is opened or shut to some who pass, and not to all: `closed the pass to lorries`."""
    for mention in event.members:
        rest = mention.where.quote[mention.event.end - mention.where.start :]
        clause = re.split(r"[;.]|, (?:and|but|which|who)\b", rest)[0]
        for found in _TO_WHOM.finditer(clause):
            named = frozenset(stem(word) for word in found[1].lower().split())
            if named & (word_class("people") | word_class("goods")) and not named & word_class("whole"):
                return True
    return False


def is_lockout(event: MergedEvent) -> bool:
    """Workers are locked out, or let in again."""
    return any(
        _LOCKOUT.search(m.where.quote[max(0, m.event.start - m.where.start - 60) : m.event.end - m.where.start])
        for m in event.members
    )


def is_hedged(event: MergedEvent) -> bool:
    """It is agreed in principle only, or on a condition."""
    said = frozenset[str]().union(*(after(m) for m in event.members))
    return bool((words_of(event) | said) & word_class("hedged"))


def _of_sanction(event: MergedEvent, about: bool, people: bool, whole: bool, partly: bool) -> Brought | None:
    """A halt shuts the thing, one in part restricts it; all who leave shut it too."""
    if event.mode in ("expel",):
        return ("shut", 0.8, False) if whole or about else None
    if people and event.mode in ("withdraw", "discontinue", None):
        return "shut", 1.0 if whole else 0.8, False
    if about and event.mode in ("discontinue", "withdraw", None):
        return ("restricted" if partly else "shut"), 1.0, False
    return None


def _near(event: MergedEvent, thing: Thing) -> bool:
    """A sentence names the thing, and the act is not on a line of contact, nor on something of another kind."""
    lines = any(after(m) & word_class("line") for m in event.members)
    return not lines and not thing.other_kind(event.object) and (not thing.names or thing.in_sentence(event))


def _in_dispute(event: MergedEvent, sides: Sides) -> bool:
    """A leading side acts, or nobody is named."""
    return not event.actors or any(sides.leads(actor) for actor in event.actors)


def from_events(events: list[MergedEvent], thing: Thing, sides: Sides) -> list[Evidence]:
    """The changes that acts brought about; plans, promises and doubtful reports bring none."""
    contents: dict[str, list[MergedEvent]] = {}
    for event in each(events, _spoken):
        contents.setdefault(event.content_of or "", []).append(event)
    changes: list[Evidence | MergedEvent] = each(events, _change, thing, sides)
    told = [
        one if isinstance(one, Evidence) else _agreed(one, contents.get(one.id, []), thing, sides) for one in changes
    ]
    return [one for one in told if one is not None]


def _spoken(event: MergedEvent) -> MergedEvent | None:
    return event if event.content_of else None


def _change(event: MergedEvent, thing: Thing, sides: Sides) -> Evidence | MergedEvent | None:
    """The change that an act brought about; an agreement itself, where what it speaks of may say so; None where it brought none."""
    headline = all(m.where.part == "title" for m in event.members)  # short for what the story says better
    if not event.happened or _sure(event) < SURE or edtf.bounds(event.date) is None or headline:
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
    return replace_fields(told, for_one=state == "shut" and thing.goes_on and _for_one(event, sides))


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
    if words_of_class("passing") & set(near) or _lasted(mention, " ".join(near)):
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
    opening = [b for c in contents if (b := state_of_act(c, thing, sides)) and b[0] in ("open", "reopening")]
    return _evidence(event, "reopening", 1.0) if opening and not is_hedged(event) else None


def _sure(event: MergedEvent) -> float:
    """How sure it is that the act was done; that some were let pass, whoever let them."""
    let_pass = event.type == "RETREAT" and event.mode == "access" and not event.actors
    return event.confidence / UNNAMED if let_pass else event.confidence


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
        tightens=event.type == "COERCE",
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
