"""The state an act brings about: a halt of the thing shuts it, barred people or goods restrict it, reopening opens it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from standoff.actor_ids import is_bare, is_private
from standoff.lexicon.alike import deeds, sense_of
from standoff.lexicon.numbers import numbers
from standoff.lexicon.phrases import phrase
from standoff.lexicon.senses import marked
from standoff.lexicon.state_acts import word_class, words_of_class
from standoff.lexicon.stems import stem, stems
from standoff.lexicon.times import days_in
from standoff.model import ActorRef, Span, State
from standoff.record.once import once
from standoff.record.poll import is_promise
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.by_paper import state_by_paper
from standoff.tell.disputed import Brought, Thing, after, aspect_of, next_words, words_before
from standoff.tell.parties import Sides

_STEPS = ("from", "to")
EXACTER = 2.0
"""How much more a report counts that tells for whom, or which part, is opened: others may leave it out."""


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
    if is_recall(event):
        return None
    votes: dict[State, float] = {}
    best: dict[State, Brought] = {}
    done = [m for m in event.members if m.event.status in ("happened", "ongoing")]
    for mention in done or event.members:
        found = _state_of_report(_as_told(event, mention), thing, sides)
        if found:
            exact = EXACTER if found[0] == "restricted" and event.type in ("COOPERATE", "RETREAT") else 1.0
            votes[found[0]] = votes.get(found[0], 0.0) + exact * found[1] * mention.event.confidence
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
        type=mention.event.type,
        mode=mention.event.mode,
        object=words or (event.object if len(event.members) == 1 else None),
        recipients=tuple(r.id for r in mention.event.recipients),
        members=(mention,),
    )


def _state_of_report(event: MergedEvent, thing: Thing, sides: Sides) -> Brought | None:
    """The state that an act as one report tells it brings about; None where it moves nothing."""
    words = words_of(event)
    if thing.by_paper and _in_dispute(event, sides) and (brought := state_by_paper(event, thing)) is not None:
        return brought
    if is_levy(event):
        return None
    about = thing.meant(event)
    people = _of_people(event)
    goods = bool(stems(event.object) & word_class("passing_goods"))
    whole = any(after(m) & word_class("whole") for m in event.members)
    if aspect_of(event.object) == "line_of_contact":
        return None
    if (taken := _takes_part(event, thing, sides, words)) is not None:
        return taken
    partly = any(after(m) & word_class("partly") or _by_some(m) or _some_of_them(m) for m in event.members)
    match event.type:
        case "SANCTION":
            of_others = not _in_dispute(event, sides) and not (event.object and stems(event.object) <= thing.names)
            in_part = any(_by_some(m) or _in_part(m) or _done_by_some(m) for m in event.members)
            return None if of_others else _of_sanction(event, about, people, whole, partly, in_part)
        case "COERCE":
            of_others = not _in_dispute(event, sides) and not _is_shut_by_some(event, thing, words)
            if of_others or not (about or ((people or goods) and not thing.flows)):
                return None
            return _of_coercion(event, thing, words, about=about, whole=whole, partly=partly)
        case "PROTEST":  # who occupies the bridge keeps others off it; how many of them, others tell better
            obstructs = event.mode == "obstruct" and about and thing.passes and event.actors
            return ("restricted", 0.4 if whole else 0.3, False) if obstructs and _in_dispute(event, sides) else None
        case "RETREAT" | "COOPERATE" | "CONCEDE":
            return _of_retreat(event, thing, sides, words, about=about)
        case "REJECT":
            return ("shut", 0.8, False) if _leaves_for_good(event, thing, sides) else None
        case "AGREE" | "SUPPORT":  # an accord that is signed is SUPPORT in PLOVER
            said = frozenset().union(*(after(m) for m in event.members))
            again = word_class("reopen") | (word_class("flowing") if thing.flows else frozenset())
            if not joint(event, sides) or not (words | said) & again:
                return None
            return "reopening", 1.0 if about or thing.in_sentence(event) else 0.8, is_hedged(event)
    return None


def _of_people(event: MergedEvent) -> bool:
    """Whether an act is done to people who pass or work there."""
    passing = word_class("passing_people")
    whom = (is_private(actor) or stems(actor.removeprefix("NAMED:")) & passing for actor in event.recipients)
    return bool(stems(event.object) & passing) or any(whom)


def is_levy(event: MergedEvent) -> bool:
    """What is imposed, raised, cut or lifted is a duty or a toll: who pays it passes."""
    levy = word_class("levy")
    if event.object is not None:
        return bool(stems(event.object) & levy)
    said = (
        stems(m.where.quote[max(0, m.event.start - m.where.start) : m.event.end - m.where.start]) for m in event.members
    )
    beside = [next_words(m) | words_before(m) | words for m, words in zip(event.members, said, strict=True)]
    return bool(beside) and all(w & levy for w in beside)


def is_recall(event: MergedEvent) -> bool:
    """Envoys are called home or sent back, not those who work at the thing."""
    return event.type in ("SANCTION", "RETREAT", "SUPPORT") and bool(words_of(event) & word_class("diplomats"))


def _of_coercion(
    event: MergedEvent, thing: Thing, words: frozenset[str], *, about: bool, whole: bool, partly: bool
) -> Brought | None:
    """What it brings about to shut, restrict or withhold the thing, or to keep people or goods from it."""
    if thing.by_paper and (event.mode in ("seize", "arrest") or not about):
        return None  # a ship is held, a port elsewhere is shut
    if is_lockout(event):
        return "shut", 0.9, False
    if (event.mode in ("deport", "seize") and (about or whole)) or (event.mode == "withhold" and about and not partly):
        return "shut", 0.8, False
    closes = thing.is_it(event.object) and bool(words & word_class("close"))
    if closes and not partly and not _to_some(event) and not any(_in_part(m) for m in event.members):
        return "shut", 0.9, False
    return "restricted", 1.0 if event.mode == "restrict" else 0.6, False


def _of_retreat(
    event: MergedEvent, thing: Thing, sides: Sides, words: frozenset[str], *, about: bool
) -> Brought | None:
    """What it brings about to open the thing, to let pass what was kept from it, or to give way."""
    lets = event.type == "RETREAT" and event.mode == "access" and thing.lets_pass(event)
    reopens = bool(words & word_class("reopen")) or _ends_closure(event) or _is_pulled_open(event)
    if event.type == "RETREAT" and _of_deal(event, thing, "back_in_deal"):
        return ("open", 0.8, False) if sides.leading(event.actors) else None
    if not about and not lets and not (reopens and _in_dispute(event, sides) and _near(event, thing)):
        return None
    if event.object is None and not thing.passes and all(map(_clears_road, event.members)):
        return None
    struck = any(after(m) & word_class("strike") for m in event.members)  # counted by who strikes
    struck = struck or (
        event.mode == "access" and all(stems(m.where.quote) & word_class("strike") for m in event.members)
    )
    if struck or is_lockout(event) or (event.type == "RETREAT" and event.mode == "withdraw"):
        return None
    if thing.flows and words & word_class("begun") and not reopens:
        return "reopening", 0.6, False  # `gas began to flow`: begun, and not yet all of it there
    if reopens and thing.flows and words & word_class("announced"):
        return None  # `announced the resumption of exports`: whether oil flows is told by who sees it
    if reopens:
        in_part = any(_in_part(m) for m in event.members) or _to_some(event)
        return ("restricted" if in_part else "open"), 1.0, False
    if lets and thing.flows and words & word_class("flowing") and not any(_in_part(m) for m in event.members):
        return "open", 0.6, False  # `oil moves through the line`
    if lets:
        return "restricted", 0.7, False  # some pass what was shut
    return "open", 0.3, event.type != "COOPERATE"


def _clears_road(mention: EventMention) -> bool:
    """What is lifted bars a road: `Roadblock lifted at the mine`."""
    return bool((words_before(mention) | next_words(mention)) & word_class("road_bars"))


def _ends_closure(event: MergedEvent) -> bool:
    """What is given up is a closure: `ended the blockade`."""
    return event.type == "RETREAT" and bool(stems(event.object) & word_class("close"))


def _is_pulled_open(event: MergedEvent) -> bool:
    """A gate is pulled back or unlocked."""
    return any(sense_of(m.event.rule) in marked("opens_gate") for m in event.members)


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
    return _of_deal(event, thing, "leaving_deal") and bool(sides.leading(event.actors))


def _of_deal(event: MergedEvent, thing: Thing, deed: str) -> bool:
    """A deed is done to the deal by which the thing runs, where the thing bears the deal's name."""
    arranged = thing.names & word_class("arrangement")
    done = any(deed in deeds().get(sense_of(m.event.rule), ()) for m in event.members)
    said = frozenset[str]().union(*(after(m) for m in event.members)) | words_of(event)
    return bool(arranged and done and said & word_class("arrangement"))


def joint(event: MergedEvent, sides: Sides) -> bool:
    """Both leading sides take part, as those who act or, in talks and agreements that the page calls so, with each other."""
    acting = {side for side in sides.all(event.actors) if side in sides.parties}
    others = {side for side in sides.all(event.recipients) if side in sides.parties}
    if len(acting) > 1 or event.type != "AGREE":
        return len(acting | others) > 1
    return len(acting | others) > 1 and not all(is_promise(m) for m in event.members)


def _by_some(mention: EventMention) -> bool:
    """It is cut by a part, or to one: `by 40 percent`, `to a third`, `to 180,000 barrels a day from 300,000`."""
    rest = mention.where.quote[mention.event.start - mention.where.start :]
    words = re.findall(r"[\w’'-]+(?:[.,]\d+)*|%", phrase("sentence_ends").split(rest)[0].lower())
    steps = [n for n, word in enumerate(words) if word in ("by", "to")]
    if any(words_of_class("shares") & set(words[n + 1 : n + 5]) for n in steps):
        return True
    counted = [
        any(word[:1].isdigit() for word in words[n + 1 : n + 3]) for n, word in enumerate(words) if word in _STEPS
    ]
    return sum(counted) > 1


def _some_of_them(mention: EventMention) -> bool:
    """A number of them is told, and not that it is all: `cancelled more than 1,000 flights`, `two more crew were dismissed`."""
    words = _with_words_before(mention, mention.event.object or next(iter(mention.event.recipients), None))
    some = _is_counted(words) or not words_of_class("many_of_them").isdisjoint(words)
    return some and words_of_class("whole").isdisjoint(words)


def _done_by_some(mention: EventMention) -> bool:
    """A number of those who do it is told, and not that they are all there are: `nine mills stopped work`, not `the two mills`."""
    words = _with_words_before(mention, next(iter(mention.event.actors), None))
    return _is_counted(words) and words_of_class("whole").isdisjoint(words) and "the" not in words


def _with_words_before(mention: EventMention, span: Span | ActorRef | None) -> list[str]:
    """The words of a stretch of a mention's sentence, in small letters, with the two before; none of one that stands elsewhere."""
    start, quote = mention.where.start, mention.where.quote
    if span is None or not start <= span.start < start + len(quote):
        return []
    before = quote[: span.start - start].lower().split()[-2:]
    return [*before, *quote[span.start - start : span.end - start].lower().split(), ""]


def _is_counted(words: Sequence[str]) -> bool:
    """Whether a number stands among words, and not one of days."""
    return any(
        (one[:1].isdigit() or one in numbers().small) and days_in(two.removesuffix("s")) is None
        for one, two in pairwise(words)
    )


def _in_part(mention: EventMention) -> bool:
    """Only some of it is opened: `opened one of the lanes`, `partly reopened the pass`."""
    start, end = mention.event.start - mention.where.start, mention.event.end - mention.where.start
    return bool(phrase("in_part").search(mention.where.quote[max(0, start - 12) : end + 40]))


def _to_some(event: MergedEvent) -> bool:
    """It is opened or shut to some who pass, and not to all: `closed the pass to lorries`, `opened it to them`."""
    for mention in event.members:
        rest = mention.where.quote[mention.event.end - mention.where.start :]
        if phrase("for_some_only").search(re.split(r"[;.](?:\s|$)", rest)[0]):
            return True
        clause = phrase("second_act").split(rest)[0]
        for begun in phrase("to_whom").finditer(clause):
            found = phrase("to_whom").match(rest, begun.start()) or begun  # `to goods and passengers` is to all
            named = frozenset(stem(word) for word in found[1].lower().split())
            people, goods = named & word_class("passing_people"), named & word_class("passing_goods")
            some = bool(people) != bool(goods) or found[1].startswith("them")
            if some and not named & word_class("whole"):
                return True
    return False


def is_lockout(event: MergedEvent) -> bool:
    """Workers are locked out, or let in again."""
    return any(
        phrase("lockout").search(
            m.where.quote[max(0, m.event.start - m.where.start - 60) : m.event.end - m.where.start]
        )
        for m in event.members
    )


def is_hedged(event: MergedEvent) -> bool:
    """It is agreed in principle only, or on a condition."""
    said = frozenset[str]().union(*(after(m) for m in event.members))
    return bool((words_of(event) | said) & word_class("hedged"))


def _of_sanction(
    event: MergedEvent, about: bool, people: bool, whole: bool, partly: bool, in_part: bool
) -> Brought | None:
    """A halt shuts the thing, one in part or at some hours restricts it; all who leave shut it too."""
    if event.mode in ("expel",):
        return ("shut", 0.8, False) if (whole or about) and not partly else None
    if (people or about) and in_part and event.mode in ("discontinue", None):
        return "restricted", 0.8, False
    if people and not (partly and about) and event.mode in ("withdraw", "discontinue", None):
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


def _is_shut_by_some(event: MergedEvent, thing: Thing, words: frozenset[str]) -> bool:
    """The thing itself is shut by people of whom it is not said whose they are: `soldiers on both sides shut the gate`."""
    return all(map(is_bare, event.actors)) and thing.is_it(event.object) and bool(words & word_class("close"))
