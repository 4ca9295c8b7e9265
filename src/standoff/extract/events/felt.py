"""Feelings told by participles: `was angered by the toll` and `is opposed to it` say what their subject does, not what befalls it."""

from standoff.extract.events.clause import passive
from standoff.lexicon.actions import Actions
from standoff.parse import Sentence, Token, from_the_root


def as_felt(sentence: Sentence, lexicon: Actions) -> None:
    """Makes the participles of feelings active, so that whoever feels is their subject and the cause a phrase below them."""
    told = sentence.words
    if told.isdisjoint(lexicon.words["felt"]) and told.isdisjoint(lexicon.words["standing"]):
        return  # most sentences
    for word in from_the_root(sentence.tokens):
        _make_active(word, lexicon)


def _make_active(verb: Token, lexicon: Actions) -> None:
    if verb.tag not in ("VBN", "VBD") or verb.dep == "acl" or not verb.child("agent", "prep"):
        return
    standing = verb.lower in lexicon.words["standing"] and verb.child("agent") is None and not _is_shut(verb, lexicon)
    if not (standing or verb.lower in lexicon.words["felt"]) or not passive(verb):
        return
    for c in verb.children:
        if c.dep in _ACTIVE:
            c.relabel(_ACTIVE[c.dep])
    if verb.child("aux") is None:  # angered by the toll, Chad shut the road
        verb.retag("VBG")


def _is_shut(verb: Token, lexicon: Actions) -> bool:
    """Whether the participle tells what was done: `the gate was locked`, `crews were locked out`; not `locked in a quarrel`."""
    if not verb.has_child(_DONE, "auxpass"):
        return verb.child("prt") is not None
    patient = verb.child("nsubjpass")
    return verb.child("prt") is not None or (patient is not None and patient.lemma in lexicon.classes["shut"])


_DONE = frozenset({"been", "being", "was", "were"})
_ACTIVE = {"agent": "prep", "auxpass": "aux", "nsubjpass": "nsubj"}
