"""Whom an act is done to that is told beside another one: `denounced Togo and recalled its envoy`."""

from standoff.actor_ids import party_of
from standoff.extract.draft import Draft
from standoff.lexicon.plover import plover_types
from standoff.model import ActorRef
from standoff.parse import Token

# Acts that may lack a recipient of their own where the one beside them has it.
_SHARED = frozenset({"ACCUSE", "AGREE", "CONSULT", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"})


def share(drafts: list[Draft]) -> None:
    """Gives an act without a recipient that of the act of the same side which it is joined to, friendly or hostile as it is."""
    for draft in drafts:
        if draft.recipients or draft.type not in _SHARED or draft.content_of is not None or not draft.actors:
            continue
        draft.recipients = next((r for other in drafts if (r := _of(draft, other))), ())


def _of(draft: Draft, other: Draft) -> tuple[ActorRef, ...]:
    """The recipients of another act of the same side, where one of the two is joined to the other."""
    if other is draft or not other.recipients or other.content_of is not None or not other.actors:
        return ()
    mine, theirs = {a.id for a in draft.actors}, {a.id for a in other.actors}
    if mine != theirs or _hostile(draft) != _hostile(other) or not _joined(draft, other):
        return ()
    own = {party_of(i) for i in mine}
    return tuple(r for r in other.recipients if not r.id.startswith("NAMED:") and party_of(r.id) not in own)


def _hostile(draft: Draft) -> bool:
    return plover_types()[draft.type].quad > 2


def _joined(draft: Draft, other: Draft) -> bool:
    """Whether a word of one act is joined to a word of the one before it, or is a participle below it."""
    words: set[Token] = set(other.trigger)
    if any(_by_means(t) in words for t in draft.trigger):
        return True
    return any(
        t.head in words
        and t.head.i < t.i
        and (t.dep == "conj" or (t.dep == "advcl" and t.tag == "VBG" and t.child("mark") is None))
        for t in draft.trigger
    )


def _by_means(word: Token) -> Token | None:
    """What is done by a gerund after `by`: `showed its anger by recalling its envoy`."""
    prep = word.head
    return prep.head if word.dep == "pcomp" and prep is not None and prep.lower == "by" else None
