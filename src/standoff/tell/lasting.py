"""Reports of an act that only tell that it goes on, what it brings about or that it takes effect: they are no act of their own."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from standoff import edtf
from standoff.lexicon.alike import sense_of
from standoff.lexicon.senses import marked
from standoff.lexicon.stems import stems
from standoff.model import PloverType
from standoff.record.rows import MergedEvent
from standoff.tell.parties import Sides

LONGEST = 400
"""Days that a strike or a ban may have gone on."""
FELT = 14
"""Days after an act in which a page may tell, without its day, that what it halted stands still."""
HALTING: tuple[PloverType, ...] = ("COERCE", "PROTEST", "SANCTION")
HALTS: tuple[str | None, ...] = ("discontinue", "obstruct", "restrict", "strike", "withdraw", "withhold", None)
"""Types and modes of the acts that bring something to a halt."""


def told_before(events: Sequence[MergedEvent], told: AbstractSet[str], sides: Sides) -> frozenset[str]:
    """Ids of the acts that are only told to go on or to take effect, of which an entry, one of `told`, says when they began.

    So are those of what stands still where an entry says by whose act it does.
    """
    acts = [e for e in events if e.happened and e.date]
    begun = [e for e in acts if e.id in told and not _only_lasts(e)]
    over = [e for e in acts if _ends_strike(e)]
    halts = [e for e in begun if _halts(e)]
    return frozenset(
        e.id
        for e in acts
        if _only_stands(e)
        or (e.type in HALTING and _stands_still(e) and any(_brought_on(e, one) for one in halts))
        or (
            _only_lasts(e)
            and any(_is_of(e, one, sides) and not any(_between(one, end, e, sides) for end in over) for one in begun)
        )
    )


def _only_stands(event: MergedEvent) -> bool:
    """Nobody does it to anybody, and it is only told to go on: a state of things, as in `has been at a standstill for a month`."""
    told = all(member.event.status == "ongoing" for member in event.members)
    return told and not event.actors and not event.recipients and event.date_how == "relative"


def _stands_still(event: MergedEvent) -> bool:
    """It tells that something is at a halt, and not by whom: `The mine has been idle for a week`."""
    if not event.actors and all(member.event.status == "ongoing" for member in event.members):
        return True
    still = all(sense_of(member.event.rule) in marked("stands_still") for member in event.members)
    return still and len(event.actors) != 1  # `trade between Niger and Chad stopped`


def _halts(event: MergedEvent) -> bool:
    """Somebody brings something to a halt on a day."""
    halting = event.type in HALTING and event.mode in HALTS
    return halting and bool(event.actors) and edtf.is_day(event.date) and not _stands_still(event)


def _brought_on(event: MergedEvent, one: MergedEvent) -> bool:
    """What came to a halt did so by an act: on the day of that or the next, or it is told without its own day soon after."""
    exact = (
        edtf.is_day(event.date) and event.date_how in ("stated", "relative") and not (event.date or "").endswith("~")
    )
    away = edtf.gap(one.date, event.date)
    if away is None or away > (1 if exact else FELT) or edtf.before(event.date, one.date):
        return False
    if exact and not away:
        return True
    pages = {m.where.document.key for m in event.members} & {m.where.document.key for m in one.members}
    return bool(pages) or bool(_words_before(event) & _words(one))


def _only_lasts(event: MergedEvent) -> bool:
    """Whether it is only told to go on; of a strike, whether only headlines tell of it: `Teachers strike: day five`."""
    if event.mode == "strike" and all(m.where.part == "title" and m.event.date_how != "stated" for m in event.members):
        return True
    return all(sense_of(member.event.rule) in marked("goes_on") for member in event.members)


def _is_of(event: MergedEvent, one: MergedEvent, sides: Sides) -> bool:
    """An act is the one that goes on: of the same kind, by the same side where both are told, told of with the same word."""
    if (event.type, event.mode) != (one.type, one.mode):
        return False
    away = edtf.gap(one.date, event.date)
    if away is None or away > LONGEST or edtf.before(event.date, one.date):
        return False
    if not _may_be_same(event.actors, one.actors, sides) or not _may_be_same(event.recipients, one.recipients, sides):
        return False
    return event.mode == "strike" or bool(_words_before(event) & _words(one))


def _ends_strike(event: MergedEvent) -> bool:
    senses = marked("ends_strike") | marked("back_at_work")
    return any(sense_of(member.event.rule) in senses for member in event.members)


def _between(one: MergedEvent, end: MergedEvent, event: MergedEvent, sides: Sides) -> bool:
    """A strike was over before it is told of again: what is told then is another one."""
    if event.mode != "strike" or not _may_be_same(one.actors, end.actors, sides):
        return False
    return edtf.before(one.date, end.date) and edtf.before(end.date, event.date)


def _may_be_same(ours: Sequence[str], theirs: Sequence[str], sides: Sides) -> bool:
    """A side of the one is a side of the other, or nobody is told."""
    return not (ours and theirs) or not frozenset(sides.all(ours)).isdisjoint(sides.all(theirs))


def _words_before(event: MergedEvent) -> frozenset[str]:
    """The stems of what is told to go on, which stands before the words for it."""
    quotes = (m.where.quote[: m.event.end - m.where.start] for m in event.members)
    return frozenset(word for quote in quotes for word in stems(" ".join(quote.split()[-6:])))


def _words(event: MergedEvent) -> frozenset[str]:
    return frozenset(word for member in event.members for word in stems(member.where.quote))
