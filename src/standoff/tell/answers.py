"""What became of a demand, promise, threat or deadline: sought among later events, by closed rules.

- A demand, offer or ultimatum is `refused` by a REJECT of the one who was asked, `answered` by their promise of the same
  act, `kept` by the act itself.
- An offer of talks, or a demand for them, is `refused` by a REJECT within three weeks, `answered` by talks or by the
  agreement to meet within that time, `kept` by talks on the day that was asked for, `broken` where these are called off.
- An offer or an ultimatum is also `answered` by an accord of the two within three weeks that is not only about talks; a
  demand that somebody settle is `kept` by the accord that he comes to.
- A promise, or a threat, is `kept` by the act itself, done by the one who spoke; a promise is `broken` by the opposite
  act, done by them to the same thing.
- What two sides agreed on is also `kept` where their members accept it.
- A deadline is `kept` by the act on that day, that of the end of a strike by the work that begins again, `broken` where it
  is called off, and one for talks is `answered` by talks of the same parties within three weeks of it; a threat "unless ..."
  is `answered` where the other side gives way.
- Else it is `overdue` where a day was set that has passed, and `open` where not.

Two acts are the same where their types are of one family and their words mean one act (`same_act.py`). The earliest such
event decides, and stands in `answered_by`; what was to open the thing, or a threat to shut it, is also
kept by the spell of the thing's state in which it is so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from standoff import edtf
from standoff.lexicon.ledger import asking, tells
from standoff.model import PloverType
from standoff.record.poll import is_promise
from standoff.record.rows import MergedEvent
from standoff.tell.asked import Asked, Known
from standoff.tell.parties import Sides, cite_all
from standoff.tell.rounds import CALLED_OFF
from standoff.tell.rows import Answer, Source, StateSpell
from standoff.tell.same_act import CLOSING, OPENING, OPPOSITES, STRIKING, act_words, family_of, same_act, same_talks
from standoff.tell.sittings import took_place
from standoff.tell.sure import SURE
from standoff.tell.words import clause, stems

WINDOW = timedelta(days=200)
"""An event later than this answers nothing."""
SOON = timedelta(days=10)
"""A refusal that names no thing refuses what was asked so many days before it."""
AT_ONCE = timedelta(days=2)
"""A refusal that names neither thing nor anybody refuses what was asked so many days before it."""
MEETING = timedelta(days=21)
"""Talks later than this do not answer the wish to meet."""

LONG = 32
"""Days: what was asked within a month may be refused in it."""
TYPES: tuple[PloverType, ...] = get_args(PloverType)
_TALKS_OR_NONE: frozenset[PloverType] = frozenset({"CONSULT", "REJECT"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of an entry, and the event or the spell of the thing's state that decided it."""

    outcome: Answer
    id: str | None = None
    date: str | None = None
    sources: tuple[Source, ...] = ()


def find_answer(asked: Asked, known: Known) -> Decision:
    """The outcome of an entry, as known on a day."""
    for event in _later(asked, known, _telling(asked)):
        if event.confidence < SURE and (asked.kind != "promise" or event.actors):
            continue
        if event.id not in asked.own and (outcome := _decides(event, asked, known)) is not None:
            return Decision(outcome, event.id, event.date, cite_all(member.where for member in event.members))
    if (spell := _turn(asked, known)) is not None:
        return Decision("kept", spell.id, spell.from_, spell.sources)
    if asked.kind == "deadline" and asked.meeting and (met := _met_after(asked, known)) is not None:
        return Decision("answered", met.id, met.date, cite_all(member.where for member in met.members))
    past = asked.due is not None and known.day is not None and edtf.before(asked.due, known.day)
    return Decision("overdue" if past else "open")


def _turn(asked: Asked, known: Known) -> StateSpell | None:
    """The spell with which the thing came to be as an entry has it, open or shut."""
    closes = asked.closes
    wanted = "open" if asked.opens or asked.ends else "shut" if closes else None
    for spell in known.turned if wanted is not None else ():
        if spell.state != wanted or (asked.ends and not edtf.overlap(asked.due, spell.from_)):
            continue
        after = edtf.before(asked.made, spell.from_) or (closes and edtf.overlap(asked.made, spell.from_))
        if after and (edtf.gap(asked.made, spell.from_) or 0) <= WINDOW.days:
            return spell
    return None


def _telling(asked: Asked) -> frozenset[PloverType]:
    """The types of events that can decide an entry: most events of the time are of others, and need no closer look."""
    families = set(asked.families)
    types: set[PloverType] = (
        {"AGREE", "REJECT"} if asked.kind == "deadline" else {"AGREE", "REJECT", "CONCEDE", "CONSULT"}
    )
    if asked.kind in ("promise", "threat"):
        types = {"AGREE", "CONCEDE", "RETREAT", "REQUEST"} if asked.unless else {"AGREE"} if asked.timed else set()
        types |= {"AGREE"} if asked.mutual else set()
        families |= {OPPOSITES[f] for f in families if f in OPPOSITES}
    return frozenset((*types, *(t for t in TYPES if family_of(t) in families)))


def _met_after(asked: Asked, known: Known) -> MergedEvent | None:
    """Talks of the same parties soon after the day that was set for some: no page says that day's were not held."""
    due = edtf.bounds(asked.due)
    if due is None or due[1] == date.max:
        return None
    for _, _, event in known.between(due[1] + timedelta(days=1), _later_by(due[1], MEETING), _TALKS_OR_NONE):
        together = len(known.sides.leading(event.actors + event.recipients)) > 1
        ended = event.type == "REJECT" and event.outcome in ("failed", "adjourned")
        held = (event.type == "CONSULT" and took_place(event)) or (ended and event.happened)
        if held and together and event.outcome != "called_off" and _shares_side(event.actors, asked.by, known.sides):
            return event
    return None


def _later_by(day: date, time: timedelta) -> date:
    """A day so much later, within the calendar."""
    return day + min(time, date.max - day)


def _later(asked: Asked, known: Known, types: frozenset[PloverType]) -> Iterator[MergedEvent]:
    """The events of some types that follow an entry, at most a window later; of a deadline those of its day, or that call it off."""
    made, due = edtf.bounds(asked.made), edtf.bounds(asked.due)
    if asked.kind == "deadline":
        if due is None:
            return
        start = made[0] if made and made[0] <= due[0] else due[0]
        for _, last, event in known.between(start, due[1], types):
            if last >= due[0] or event.outcome == "called_off" or event.type == "REJECT":
                yield event
        return
    if made is None or date.min in made or date.max in made:
        return
    window = MEETING if asked.meeting and asked.kind not in ("promise", "threat") else WINDOW
    for first, last, event in known.between(made[0], _later_by(made[1], window), types):
        # a coarse date that begins with the entry's own may as well lie before it
        if first > made[0] or (made[1] <= last and last - made[1] <= timedelta(days=7)):
            yield event


def _decides(event: MergedEvent, asked: Asked, known: Known) -> Answer | None:
    if asked.kind == "deadline":
        return _meets(event, asked, known)
    told = _fulfils(event, asked, known) if asked.kind in ("promise", "threat") else _answers(event, asked, known)
    return told or _settles(event, asked, known)


def _settles(event: MergedEvent, asked: Asked, known: Known) -> Answer | None:
    """What an accord makes of an offer or an ultimatum between those who come to it, and of a demand to come to one."""
    if event.type != "AGREE" or not (asked.pressing or asked.settling):
        return None
    if not event.happened or all(is_promise(m) for m in event.members):
        return None
    agreed = known.contents.get(event.id, ())
    if asked.meeting or (agreed and all(content.type == "CONSULT" for content in agreed)):
        return None
    there = known.sides.leading(event.actors + event.recipients)
    if asked.settling:
        named = {side for side, name in known.sides.names if stems(name) & asked.words}
        fits = len(there) > 1 and there & known.sides.leading(asked.to) and (not named or named & there)
        return "kept" if fits and edtf.before(asked.made, event.date) else None
    soon = (edtf.gap(asked.made, event.date) or 0) <= MEETING.days
    sides = known.sides.leading(asked.by), known.sides.leading(asked.to)
    return "answered" if asked.pressing and soon and all(side and side & there for side in sides) else None


def _meets(event: MergedEvent, asked: Asked, known: Known) -> Answer | None:
    """What an event on its day makes of a deadline."""
    together = event.type in ("AGREE", "REJECT") and len(known.sides.leading(event.actors)) > 1
    if (
        together
        and asked.meeting
        and event.date_how != "published"
        and _shares_side(event.actors, asked.by, known.sides)
    ):
        # what both agreed on that day, or failed to agree, shows that they met
        met = event.status == "happened" and edtf.is_day(event.date) and edtf.overlap(event.date, asked.due)
        return "kept" if met else None
    if event.content_of is not None or family_of(event.type) not in asked.families:
        return None
    if not _shares_side(event.actors, asked.by, known.sides):
        return None
    if event.outcome == "called_off" or (event.negated and event.status in ("happened", "planned")):
        return "broken"
    held = took_place(event) if event.type == "CONSULT" else event.happened
    return "kept" if held and event.date_how != "published" else None


def _fulfils(event: MergedEvent, asked: Asked, known: Known) -> Answer | None:
    """What an act of the one who spoke makes of a promise or a threat; of a threat "unless ..." also an act of the other."""
    if asked.unless and _gave_way(event, asked, known):
        return "answered"
    if not event.happened or not _shares_side(event.actors, asked.by, known.sides):
        return None
    if not edtf.before(asked.made, event.date):
        return None
    if asked.mutual and event.type == "AGREE" and _is_assent(event):
        return "kept"
    if not _same_thing(event, asked, known) and not _opens_it(event, asked, known):
        return None
    if event.type == "CONSULT" and not (took_place(event) and (edtf.gap(asked.made, event.date) or 0) <= MEETING.days):
        return None
    family = family_of(event.type)
    if family in asked.families:
        return "kept"
    if asked.kind == "promise" and family in {OPPOSITES.get(f) for f in asked.families}:
        return "broken"
    return None


def _is_assent(event: MergedEvent) -> bool:
    """Those in whose name something was agreed accept it: members ratify a contract."""
    quotes = ((m.where.quote, max(0, m.event.start - m.where.start)) for m in event.members)
    return all(tells("answers", quote[start:].lower()) for quote, start in quotes)


def _opens_it(event: MergedEvent, asked: Asked, known: Known) -> bool:
    """The thing was to be opened, and is passed again: `exports are to resume`, and the oil flows."""
    return asked.opens and (event.type, event.mode) == ("RETREAT", "access") and bool(act_words(event) & known.thing)


def _gave_way(event: MergedEvent, asked: Asked, known: Known) -> bool:
    """The other side answers what was threatened with: it agrees, yields or offers talks within three weeks."""
    yields = event.type in ("AGREE", "CONCEDE", "RETREAT") or (event.type == "REQUEST" and event.mode == "meet")
    others = tuple(o for actor in asked.by for o in known.sides.others(actor))
    soon = edtf.before(asked.made, event.date) and (edtf.gap(asked.made, event.date) or 0) <= MEETING.days
    return yields and event.happened and soon and _shares_side(event.actors, others, known.sides, strict=True)


def _answers(event: MergedEvent, asked: Asked, known: Known) -> Answer | None:
    """What an act of the one who was asked makes of a demand or offer."""
    if not event.happened:
        return None
    wanted = asked.to
    if all(actor.startswith("NAMED:") and not known.sides.leads(actor) for actor in wanted):
        wanted += tuple(o for actor in asked.by for o in known.sides.others(actor))
    done = not event.actors and family_of(event.type) in asked.families  # the thing was done, no page says by whom
    if not (done or _shares_side(event.actors, wanted, known.sides, strict=True)):
        return None
    alone = not _shares_side(event.actors, asked.by, known.sides, strict=True)
    if event.type == "REJECT" and not alone and not asked.meeting:
        return None  # what both failed at together refuses nobody
    if asked.meeting:
        return _answers_wish(event, asked, known)
    soon = (edtf.is_day(asked.made) and (edtf.gap(asked.made, event.date) or 0) <= SOON.days) or (
        edtf.overlap(asked.made, event.date) and (edtf.length(asked.made) or LONG) < LONG
    )
    if event.type == "REJECT":
        return (
            "refused"
            if _turned_to(event, asked, known.sides) and _same_thing(event, asked, known, loose=soon)
            else None
        )
    if event.type in ("AGREE", "CONCEDE"):
        agreed = [c for c in known.contents.get(event.id, ()) if c.status in ("promised", "planned")]
        if any(family_of(c.type) in asked.families and _same_thing(c, asked, known) for c in agreed):
            return "answered"
        return "answered" if not agreed and event.topic and _same_thing(event, asked, known) else None
    fits = family_of(event.type) in asked.families and _same_thing(event, asked, known)
    return "kept" if fits and edtf.before(asked.made, event.date) else None


def _answers_wish(event: MergedEvent, asked: Asked, known: Known) -> Answer | None:
    """What an act of the one who was asked makes of an offer of talks or a demand for them."""
    day, made = edtf.first_day(event.date), edtf.last_day(asked.made)
    if day is None or made is None or day - made > MEETING:
        return None
    if event.outcome == "called_off" and asked.due is not None:
        return "broken" if (edtf.gap(event.date, asked.due) or 0) <= CALLED_OFF else None
    if event.type == "REJECT" and not _shares_side(event.actors, asked.by, known.sides, strict=True):
        about = _turned_to(event, asked, known.sides) and (
            event.mode in (None, "meet") or _same_thing(event, asked, known)
        )
        return "refused" if about else None
    if (
        event.type == "CONSULT"
        and took_place(event)
        and _shares_side(event.actors + event.recipients, asked.by, known.sides, strict=True)
    ):
        due = edtf.bounds(asked.due)
        if due is not None and due[0] >= made:
            return "kept" if edtf.overlap(event.date, asked.due) else None
        return (
            "answered" if edtf.before(asked.made, event.date) and same_talks(event, asked.words - known.thing) else None
        )
    together = event.type in ("AGREE", "REJECT") and len(known.sides.leading(event.actors)) > 1
    if together and asked.due is not None and edtf.is_day(event.date) and edtf.overlap(event.date, asked.due):
        return "kept"  # they met on the day that was asked for
    if event.type == "AGREE":
        agreed = known.contents.get(event.id, ())
        if not agreed and not together and day - made <= SOON:
            return "answered" if not event.topic or stems(event.topic) & asked.words else None  # "the South accepted"
        meetings = [c for c in agreed if c.type == "CONSULT"]
        return "answered" if any(asked.due is None or edtf.overlap(c.date, asked.due) for c in meetings) else None
    return None


def _turned_to(event: MergedEvent, asked: Asked, sides: Sides) -> bool:
    """The event is turned to those who asked, or to nobody named."""
    return not event.recipients or _shares_side(event.recipients, asked.by, sides)


def _same_thing(event: MergedEvent, asked: Asked, known: Known, *, loose: bool = False) -> bool:
    """The event is what was spoken of.

    A refusal that names no thing refuses what was asked of the one who refuses just before (`loose`); one that names it
    needs no more than that in common.
    """
    if event.type == "CONSULT":
        return same_talks(event, asked.words - known.thing)
    if event.type == "REJECT":
        told = (stems(event.object) | stems(clause(event.topic or ""))) - asking()
        at_once = not event.recipients and (edtf.gap(asked.made, event.date) or 0) <= AT_ONCE.days
        named = at_once or _shares_side(event.recipients, asked.by, known.sides, strict=True)
        return bool(told & asked.words) if told else loose and named
    if event.type == "PROTEST" and event.mode == "strike" and asked.words & STRIKING:
        return True
    thing = known.thing
    if asked.words & (OPENING | CLOSING):  # what opens or closes it is more than an act on the same thing
        thing |= frozenset(word for content in asked.contents for word in stems(content.object))
    if event.id not in known.words:
        known.words[event.id] = act_words(event)
    return same_act(known.words[event.id], asked.words, thing)


def _shares_side(actors: Iterable[str], others: Iterable[str], sides: Sides, *, strict: bool = False) -> bool:
    """The two have a side in common; where one is not told it may be anybody, unless `strict`."""
    mine, theirs = sides.all(actors), sides.all(others)
    if not mine or not theirs:
        return not strict
    return any(side in theirs for side in mine)
