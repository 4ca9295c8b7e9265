"""Who asked something of somebody who only says yes or no, shortly before: `Moscow refused`."""

from collections.abc import Iterable, Sequence

from standoff.actor_ids import party_of
from standoff.extract.draft import Draft
from standoff.model import ActorRef
from standoff.parse import Token

_REACH = 2  # sentences between a request and a bare answer


def who_asked(answering: Sequence[ActorRef], near: Token, drafts: Iterable[Draft]) -> tuple[ActorRef, ...]:
    """The other side that made the last request before a word which those who answer were asked, or nobody says who was."""
    mine = {party_of(a.id) for a in answering}
    for draft in sorted(drafts, key=lambda d: -d.anchor.start):
        apart = near.sentence.index - draft.anchor.sentence.index
        if (
            draft.type != "REQUEST"
            or draft.content_of is not None
            or draft.anchor.start >= near.start
            or apart > _REACH
        ):
            continue
        asked = {party_of(r.id) for r in draft.recipients}
        if not asked or asked & mine:
            return tuple(a for a in draft.actors if party_of(a.id) not in mine)
    return ()
