"""What is signed in a dispute is what its sides agreed on: SUPPORT to PLOVER, which knows treaties of friendship, is AGREE there."""

from collections.abc import Sequence

from standoff.actor_ids import party_of
from standoff.extract.draft import Draft
from standoff.lexicon.alike import sense_of
from standoff.lexicon.senses import marked
from standoff.model import PloverType

_DISPUTED: frozenset[PloverType] = frozenset(
    {"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "RETREAT", "SANCTION", "THREATEN"}
)


def settle(drafts: Sequence[Draft]) -> None:
    """Turns the signing of an accord into an agreement, on a page that tells elsewhere how its signers fell out."""
    quarrels = [d for d in drafts if d.type in _DISPUTED]
    for draft in drafts:
        if draft.type == "SUPPORT" and sense_of(draft.rule) in marked("signs"):
            sentence = draft.anchor.sentence
            if any(q.anchor.sentence is not sentence and _between(draft, q) for q in quarrels):
                draft.type = "AGREE"


def _between(accord: Draft, quarrel: Draft) -> bool:
    """Whether a quarrel is one between those who signed; of an accord that nobody is said to sign any is."""
    signers = {party_of(r.id) for r in (*accord.actors, *accord.recipients)}
    acting, acted_on = ({party_of(r.id) for r in refs} for refs in (quarrel.actors, quarrel.recipients))
    if len(signers) < 2:
        return signers <= acting | acted_on
    if quarrel.type == "PROTEST" and all(s.startswith("NAMED:") for s in signers):
        return True  # a firm and the elders of those who protest: no state signs a treaty
    return bool(acting & signers) and (not acted_on or bool((acted_on - acting) & signers))
