"""Feelings told by participles: `was angered by the toll` and `is opposed to it` say what their subject does, not what befalls it."""

from standoff.extract.events.clause import passive
from standoff.lexicon.actions import Actions
from standoff.parse import Token


def as_felt(verb: Token, lexicon: Actions) -> None:
    """Makes the participle of a feeling active, so that whoever feels is its subject and the cause a phrase below it."""
    if verb.tag not in ("VBN", "VBD") or verb.dep == "acl" or not verb.child("agent", "prep"):
        return
    standing = verb.lower in lexicon.words["standing"] and verb.child("agent") is None
    if not (standing or verb.lower in lexicon.words["felt"]) or not passive(verb):
        return
    for c in verb.children:
        if c.dep in _ACTIVE:
            c.dep = _ACTIVE[c.dep]
    if verb.child("aux") is None:  # angered by the toll, Chad shut the road
        verb.retag("VBG")


_ACTIVE = {"agent": "prep", "auxpass": "aux", "nsubjpass": "nsubj"}
