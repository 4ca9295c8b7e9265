"""A thing that several groups block is not open when one of them lets go: the others still hold their part of it."""

from collections.abc import Sequence
from dataclasses import replace

from standoff import edtf
from standoff.record.rows import MergedEvent
from standoff.tell.evidence import Evidence
from standoff.tell.parties import Sides

_GIVING_UP = ("AGREE", "CONCEDE", "RETREAT")
_NAMED = "NAMED:"


def while_others_hold(evidence: Sequence[Evidence], events: Sequence[MergedEvent], sides: Sides) -> list[Evidence]:
    """The evidence with each opening by a declared group made a partial one where another group has not let go yet.

    Only groups without a state count, and only those that were told to have blocked something themselves.
    """
    groups = [(e, _groups(e.by, sides)) for e in evidence if e.kind == "change"]
    closings = [(e, who) for e, who in groups if who and e.tightens]
    held = {id(e) for e, who in groups if who and e.state == "open" and _others(e, who, closings, groups, events)}
    return [replace(e, state="restricted", loosens=True) if id(e) in held else e for e in evidence]


def _groups(actors: Sequence[str], sides: Sides) -> frozenset[str]:
    """The declared parties among some actors that are no states; none where a state acts with them."""
    return sides.leading(actors) if actors and all(actor.startswith(_NAMED) for actor in actors) else frozenset()


def _others(
    opening: Evidence,
    who: frozenset[str],
    closings: Sequence[tuple[Evidence, frozenset[str]]],
    groups: Sequence[tuple[Evidence, frozenset[str]]],
    events: Sequence[MergedEvent],
) -> bool:
    """Whether those who let go had shut something, as others had who have not let go since."""
    before = [(c, by) for c, by in closings if edtf.before(c.date, opening.date)]
    if not any(by & who for _, by in before):
        return False
    for closing, by in before:
        opened = any(
            e.state == "open" and (not them or by & them) and _between(e.date, closing, opening) for e, them in groups
        )
        gave_up = any(
            e.happened and e.type in _GIVING_UP and by & set(e.actors) and _between(e.date, closing, opening)
            for e in events
        )
        if not by & who and not opened and not gave_up:
            return True
    return False


def _between(date: str | None, first: Evidence, last: Evidence) -> bool:
    """Whether something was not before the one, nor after the other."""
    return date is not None and not edtf.before(date, first.date) and not edtf.before(last.date, date)
