"""What somebody denies having given way in: a refusal, with the concession as its content."""

from standoff.extract.draft import Draft
from standoff.extract.events.clause import subject
from standoff.extract.events.roles import Roles
from standoff.extract.events.said import Said
from standoff.model import PloverType
from standoff.parse import Token

_WAYS: frozenset[PloverType] = frozenset({"AGREE", "CONCEDE", "RETREAT"})


def denying(verb: Token) -> Token | None:
    """The verb of denial that a clause is the complement of: `denied that it had made a concession`."""
    above = verb.head
    return above if above is not None and verb.dep in ("ccomp", "xcomp") and above.lemma == "deny" else None


def denier(said: Said) -> Token | None:
    """The verb by which words that somebody is said to have given are denied."""
    return denying(said.verb) if said.verb is not None and said.reading.status == "denied" else None


def refusal_of(draft: Draft, verb: Token, roles: Roles) -> Draft | None:
    """The refusal that the denial of a concession is, whose content the concession becomes; None of anything else."""
    above = denying(verb) if draft.status == "denied" and draft.type in _WAYS else None
    speaker = roles.acting(subject(above)) if above is not None else ()
    if above is None or not speaker:
        return None
    draft.content_of = Draft(
        type="REJECT",
        mode="yield",
        rule=f"denied {draft.rule}",
        trigger=(above,),
        anchor=above,
        actors=speaker,
        recipients=tuple(r for r in draft.recipients if r.id not in {a.id for a in speaker}),
        object=draft.object,
        confidence=draft.confidence,
    )
    return draft.content_of
