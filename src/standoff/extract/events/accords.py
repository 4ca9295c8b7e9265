"""What is signed in a dispute is what its sides agreed on: SUPPORT to PLOVER, which knows treaties of friendship, is AGREE there."""

from collections.abc import Sequence

from standoff.extract.draft import Draft
from standoff.extract.events.sides import of_side
from standoff.lexicon.alike import deeds, sense_of
from standoff.model import PloverType

_DISPUTED: frozenset[PloverType] = frozenset(
    {"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "RETREAT", "SANCTION", "THREATEN"}
)


def settle(drafts: Sequence[Draft]) -> None:
    """Turns the signing of an accord into an agreement, on a page that tells elsewhere how its signers fell out."""
    quarrels = [d for d in drafts if d.type in _DISPUTED]
    for draft in drafts:
        if draft.type == "SUPPORT" and "accord" in deeds().get(sense_of(draft.rule), ()):
            sentence = draft.anchor.sentence
            if any(q.anchor.sentence is not sentence and _between(draft, q) for q in quarrels):
                draft.type = "AGREE"


def _between(accord: Draft, quarrel: Draft) -> bool:
    """Whether a quarrel is one of those who signed; of an accord that nobody is said to sign any is."""
    signers = (*accord.actors, *accord.recipients)
    if not signers:
        return True
    return any(of_side(r, s.id) or of_side(s, r.id) for r in (*quarrel.actors, *quarrel.recipients) for s in signers)
