"""Reports of an act that only tell that it goes on, what it brings about or that it takes effect: they are no act of their own."""

from collections.abc import Sequence

from standoff import edtf
from standoff.lexicon.actions import marked
from standoff.lexicon.alike import sense_of
from standoff.lexicon.stems import stems
from standoff.record.rows import MergedEvent
from standoff.tell.parties import Sides

LONGEST = 400
"""Days that a strike or a ban may have gone on."""


def told_before(events: Sequence[MergedEvent], sides: Sides) -> frozenset[str]:
    """Ids of the acts that are only told to go on or to take effect, of which the record tells when they began."""
    acts = [e for e in events if e.happened and e.date]
    begun = [e for e in acts if not _only_lasts(e)]
    return frozenset(e.id for e in acts if _only_lasts(e) and any(_is_of(e, one, sides) for one in begun))


def _only_lasts(event: MergedEvent) -> bool:
    return all(sense_of(member.event.rule) in marked("goes_on") for member in event.members)


def _is_of(event: MergedEvent, one: MergedEvent, sides: Sides) -> bool:
    """An act is the one that goes on: of the same kind, by the same side where both are told, told of with the same word."""
    if (event.type, event.mode) != (one.type, one.mode):
        return False
    away = edtf.gap(one.date, event.date)
    if away is None or away > LONGEST or edtf.before(event.date, one.date):
        return False
    ours, theirs = frozenset(sides.all(event.actors)), frozenset(sides.all(one.actors))
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    return event.mode == "strike" or bool(_words_before(event) & _words(one))


def _words_before(event: MergedEvent) -> frozenset[str]:
    """The stems of what is told to go on, which stands before the words for it."""
    quotes = (m.where.quote[: m.event.end - m.where.start] for m in event.members)
    return frozenset(word for quote in quotes for word in stems(" ".join(quote.split()[-6:])))


def _words(event: MergedEvent) -> frozenset[str]:
    return frozenset(word for member in event.members for word in stems(member.where.quote))
