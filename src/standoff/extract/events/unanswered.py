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
    return verb if any(t.has_child(("no",), "det") for t in replies) else None


def met_by(noun: Token, lexicon: Actions) -> Token | None:
    """The act that the silence led to: what went unanswered had been asked by then."""
    moved = spurred(noun, lexicon)
    act = moved.head if moved is not None else None
    return (act.child("xcomp") or act) if act is not None else None


def spurred(noun: Token, lexicon: Actions) -> Token | None:
    """Whom the silence moved to act, who then had asked: `met with silence, which led the port to say ...`."""
    verb = silence(noun, lexicon)
    if verb is None:
        return None
    for clause in verb.childs("advcl", "conj"):
        moved = clause.child("dobj") or next(
            (c for d in clause.childs("ccomp", "xcomp") for c in d.childs("nsubj")), None
        )
        if clause.lemma in lexicon.words["spurs"] and moved is not None:
            return moved
    return None
