"""Requests told by the silence that met them: `earlier proposals to Oslo to open the strait had gone unanswered`."""

from standoff.lexicon.actions import Actions
from standoff.parse import SUBJECTS, Token


def silence(noun: Token, lexicon: Actions) -> Token | None:
    """The verb that says that what a noun asks was not answered; None where none does."""
    verb = noun.head
    if verb is None or noun.dep not in SUBJECTS or not verb.is_verb:
        return None
    if verb.lemma in lexicon.words["leaves_unanswered"]:
        return verb if noun.dep == "nsubjpass" else None
    told = [t for c in verb.childs("acomp", "oprd", "dobj", "attr", "prep", "advmod", "xcomp") for t in c.subtree()]
    words = {t.lower for t in told}
    if not words.isdisjoint(lexicon.words["unanswered"]):
        return verb
    replies = [t for t in told if t.lemma in lexicon.words["reply"]]
    return verb if any(c.lower == "no" for t in replies for c in t.childs("det")) else None
