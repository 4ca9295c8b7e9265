"""What the pages say of the thing's state: acts that change it, descriptions that tell it, announcements that do not.

An act counts where it is about the thing, its people or its goods: a halt of the thing shuts it, barred people or goods
restrict it, reopening opens it. What somebody only spoke of is an announcement.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from msgspec.structs import replace

from standoff import edtf
from standoff.lexicon.actors import thing_kinds
from standoff.lexicon.state_acts import word_class, words_of_class
from standoff.lexicon.stems import stem, stems
from standoff.model import Aspect, State
from standoff.record.fields import is_promise
from standoff.record.rows import EventMention, MergedEvent, StateMentionRow, Where
from standoff.tell.parties import Sides, independent

Kind = Literal["change", "holds"]
PEOPLE = ("-LAB", "-CVL", "-BUS")
"""Sectors whose people work or pass there."""
_LOCKOUT = re.compile(r"\block(?:s|ed|ing)?[ -]?outs?\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:partly|partially|in part|(?:one|two|some|part|half|parts) of (?:the|its|their))\b", re.IGNORECASE
)
_SOME_OTHER = frozenset(("a", "an", "another", "one"))
_LENGTH = re.compile(r"\bfor [^,;.]{0,30}?\b(hour|day|week|month)s?\b")
LONGEST_OF = {"hour": 7, "day": 60, "week": 180, "month": 730}
"""Days after which what lasted some hours, days, weeks or months is over."""
Brought = tuple[State, float, bool]
JOINING = ("and", "but", "then", "before")
SURE = 0.5


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


class Thing:
    """Says whether words are about the disputed thing, its people, its goods."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names

    @property
    def flows(self) -> bool:
        """The thing is itself a flow of goods: gas, water, grain."""
        return bool(self.names & word_class("goods"))

    def named(self, words: str | None) -> bool:
        """The words name the thing."""
        return bool(stems(words) & self.names)

    def is_it(self, words: str | None) -> bool:
        """The words are the thing itself: their last word is one of its names, not only a word beside it."""
        return stem((words or "").lower().split()[-1:][0]) in self.names if words and words.split() else False

    def meant(self, event: MergedEvent) -> bool:
        """The act is on the thing: its object names it, or is such a thing in a sentence that does."""
        if self.named(event.object) or self.named(event.topic):
            return True
        if self.flows and event.object is None and any(_after(m) & word_class("goods") for m in event.members):
            return True
        if self.names and not self.in_sentence(event):
            return False
        if event.object is None:  # `stopped work at the zone`: what is acted on stands in the sentence
            return bool(self.names) and not event.recipients
        return _is_thing(event.object) and not _aspect_of(event.object)

    def in_sentence(self, event: MergedEvent) -> bool:
        """A sentence that tells of the event names the thing."""
        return any(self.named(m.where.quote) for m in event.members)


def _is_thing(words: str | None) -> bool:
    return any(
        word.lower().rstrip("s") in thing_kinds() or word.lower() in thing_kinds() for word in (words or "").split()
    )


def _aspect_of(words: str | None) -> Aspect | None:
    """The aspect that the last word of a phrase speaks of: `hotline` is the line of contact."""
    last = (words or "").lower().split()[-1:]
    for word in last:
        kind = thing_kinds().get(word) or thing_kinds().get(word.rstrip("s"))
        if kind and kind.aspect:
            return kind.aspect
        if stem(word) in word_class("line"):
            return "line_of_contact"
    return None


def words_of(event: MergedEvent) -> frozenset[str]:
    """The stems of what an act is said to be about, its trigger's words with it."""
    triggers = " ".join(
        m.where.quote[max(0, m.event.start - m.where.start) : m.event.end - m.where.start] for m in event.members
    )
    return stems(" ".join(filter(None, (triggers, event.object, event.topic))))


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
    whole = any(_after(m) & word_class("whole") for m in event.members)
    if _aspect_of(event.object) == "line_of_contact":
        return None
    partly = any(_after(m) & word_class("partly") for m in event.members)
    match event.type:
        case "SANCTION":
            return _of_sanction(event, about, people, whole, partly)
        case "COERCE":
            if not (about or people or goods) or not _in_dispute(event, sides):
                return None
            if is_lockout(event):
                return "shut", 0.9, False
            if (event.mode in ("deport", "seize") and (about or whole)) or (
                event.mode == "withhold" and about and not partly
            ):
                return "shut", 0.8, False
            if thing.is_it(event.object) and words & word_class("close") and not partly:
                return "shut", 0.9, False
            return "restricted", 1.0 if event.mode == "restrict" else 0.6, False
        case "RETREAT" | "COOPERATE" | "CONCEDE":
            if not about and not (reopens and _in_dispute(event, sides) and _near(event, thing)):
                return None
            struck = any(_after(m) & word_class("strike") for m in event.members)  # counted by who strikes
            if struck or is_lockout(event) or (event.type == "RETREAT" and event.mode == "withdraw"):
                return None
            if reopens:
                return ("restricted" if any(_in_part(m) for m in event.members) else "open"), 1.0, False
            return "open", 0.3, event.type != "COOPERATE"
        case "AGREE" | "SUPPORT":  # an accord that is signed is SUPPORT in PLOVER
            said = frozenset().union(*(_after(m) for m in event.members))
            if not joint(event, sides) or not (words | said) & word_class("reopen"):
                return None
            return "reopening", 1.0 if about or thing.in_sentence(event) else 0.8, is_hedged(event)
    return None


def joint(event: MergedEvent, sides: Sides) -> bool:
    """Both leading sides take part, as those who act or, in talks and agreements that the page calls so, with each other."""
    acting = {side for side in sides.all(event.actors) if side in sides.parties}
    others = {side for side in sides.all(event.recipients) if side in sides.parties}
    if len(acting) > 1 or event.type != "AGREE":
        return len(acting | others) > 1
    return len(acting | others) > 1 and not all(is_promise(m) for m in event.members)


def _after(mention: EventMention) -> frozenset[str]:
    """The stems of the words from an event's trigger on to the end of its clause, common words among them."""
    rest = mention.where.quote[mention.event.start - mention.where.start :]
    words = re.split(r"[^\w’'-]+", re.split(r"[;.]|, (?:and|but|which|who)\b", rest)[0].lower())
    return frozenset(stem(word) for word in words if word)


def _in_part(mention: EventMention) -> bool:
    """Only some of it is opened: `opened one of the lanes`, `partly reopened the pass`."""
    start, end = mention.event.start - mention.where.start, mention.event.end - mention.where.start
    return bool(_PART.search(mention.where.quote[max(0, start - 12) : end + 40]))


def is_lockout(event: MergedEvent) -> bool:
    """Workers are locked out, or let in again."""
    return any(
        _LOCKOUT.search(m.where.quote[max(0, m.event.start - m.where.start - 60) : m.event.end - m.where.start])
        for m in event.members
    )


def is_hedged(event: MergedEvent) -> bool:
    """It is agreed in principle only, or on a condition."""
    said = frozenset[str]().union(*(_after(m) for m in event.members))
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
    """A sentence names the thing, and the act is not on a line of contact."""
    lines = any(_after(m) & word_class("line") for m in event.members)
    return not lines and (not thing.names or thing.in_sentence(event))


def _in_dispute(event: MergedEvent, sides: Sides) -> bool:
    """A leading side acts, or nobody is named."""
    return not event.actors or any(sides.leads(actor) for actor in event.actors)


def from_events(events: list[MergedEvent], thing: Thing, sides: Sides) -> list[Evidence]:
    """The changes that acts brought about; plans, promises and doubtful reports bring none."""
    contents: dict[str, list[MergedEvent]] = {}
    for event in events:
        if event.content_of:
            contents.setdefault(event.content_of, []).append(event)
    found = []
    for event in events:
        headline = all(m.where.part == "title" for m in event.members)  # short for what the story says better
        if not event.happened or event.confidence < SURE or edtf.bounds(event.date) is None or headline:
            continue
        brought = state_of_act(event, thing, sides) or _agreed(event, contents.get(event.id, []), thing, sides)
        if (
            brought
            and brought[0] in ("shut", "restricted")
            and any(m.event.date == event.date and _passes(m) for m in event.members)
        ):
            continue
        if brought and not (
            brought[0] == "reopening" and brought[2]
        ):  # agreed in principle, or on a condition: an outlook
            state, sure, partial = brought
            found.append(_evidence(event, state, sure, partial=partial))
    return found


def _passes(mention: EventMention) -> bool:
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


def _agreed(event: MergedEvent, contents: list[MergedEvent], thing: Thing, sides: Sides) -> Brought | None:
    """Both sides agreed on an act that opens the thing."""
    if event.type != "AGREE" or not joint(event, sides):
        return None
    opening = [b for c in contents if (b := state_of_act(c, thing, sides)) and b[0] in ("open", "reopening")]
    return ("reopening", 1.0, is_hedged(event)) if opening else None


def _evidence(event: MergedEvent, state: State, sure: float, *, partial: bool = False) -> Evidence:
    sources = independent(m.where for m in event.members)
    how = {"stated": 1.0, "relative": 1.0, "published": 0.7, "unknown": 0.3}[event.date_how]
    return Evidence(
        state=state,
        date=event.date or "",
        kind="change",
        weight=sure * how * event.confidence * (1 + 0.3 * (sources - 1)),
        ids=(event.id,),
        places=tuple(m.where for m in event.members),
        by=event.actors,
        claimed_by=event.attributed_to,
        partial=partial,
        tightens=event.type == "COERCE",
    )


def from_descriptions(rows: list[StateMentionRow], thing: Thing, about: frozenset[str]) -> list[Evidence]:
    """What descriptions tell: the state on a day, and since when. `about`: keys of the pages that are about the thing."""
    found = []
    for row in rows:
        state = row.state
        if state.confidence < SURE or not describes(row, thing, about):
            continue
        weight = state.confidence * (0.5 if row.where.part in ("title", "caption") else 0.7)
        if state.since and edtf.bounds(state.since):
            found.append(_described(row, thing, state.since, "change", weight))
        if state.date and edtf.bounds(state.date):
            found.append(_described(row, thing, state.date, "holds", weight))
    return found


def _described(row: StateMentionRow, thing: Thing, date: str, kind: Kind, weight: float) -> Evidence:
    told = row.state
    passing = told.aspect in ("people_in", "people_out") or (told.aspect == "goods" and not thing.flows)
    barred = passing and told.state == "shut" and not thing.is_it(row.object)
    return Evidence(
        state="restricted" if barred else told.state,
        date=date,
        kind=kind,
        weight=weight,
        ids=(row.key,),
        places=(row.where,),
        claimed_by=told.attributed_to.id if told.attributed_to else None,
        tightens=barred,
    )


def describes(row: StateMentionRow, thing: Thing, about: frozenset[str]) -> bool:
    """The description is of the thing itself, of its premises on a page about it, or of people or goods that pass."""
    if row.state.state == "unknown" or row.state.aspect in ("line_of_contact", "payments"):
        return False
    if not row.object:
        return row.state.aspect is not None
    if thing.named(row.object) or (_is_thing(row.object) and (not thing.names or thing.named(row.where.quote))):
        return True
    if _SOME_OTHER & set(row.object.lower().split()[:1]):  # `one paper mill has been idle since Friday`
        return False
    return row.where.document.key in about and bool(stems(row.object) & word_class("premises"))


def from_plans(events: list[MergedEvent], thing: Thing, sides: Sides) -> list[tuple[MergedEvent, State]]:
    """Acts that are only planned, promised or threatened, with the state that they would bring."""
    found = []
    for event in events:
        agreed = event.happened and event.type == "AGREE"
        if (event.happened and not agreed) or event.negated or event.status in ("demanded", "denied", "hypothetical"):
            continue
        brought = state_of_act(event, thing, sides)
        if brought and (not agreed or brought[2]):
            found.append((event, brought[0]))
    return found
