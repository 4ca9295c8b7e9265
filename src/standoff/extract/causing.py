"""Acts that somebody has done: `ordered the bridge closed`, `ordered that it be closed`, `was ordered sealed by the governor`."""

from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_PARTICIPLES = frozenset({"VBN", "VBD"})
_COMPLEMENT = frozenset({"ccomp", "oprd", "xcomp"})


def ordered(verb: Token) -> Token | None:
    """The verb by which somebody has an act done that a participle tells; None where there is none."""
    above = verb.head
    if above is not None and above.lemma == "order" and verb.dep in _COMPLEMENT and _to_be_done(verb):
        return above
    if above is None or verb.tag not in _PARTICIPLES or verb.child("aux", "auxpass", "dobj", "mark"):
        return None
    if verb.dep in _COMPLEMENT:
        return above if above.lemma == "order" and above.i < verb.i else None
    if (
        verb.dep != "acl"
        or verb.child("nsubj")
        or above.dep != "dobj"
        or above.head is None
        or above.head.lemma != "order"
    ):
        return None
    bare = above.i < verb.i and all(t.tag == "RB" for t in verb.sentence.tokens[above.i + 1 : verb.i])
    return above.head if bare and verb.child("agent") is None else None


def _to_be_done(verb: Token) -> bool:
    """Whether a clause says in the passive what is to be done to something: `that the ban be lifted`, `the ban to be lifted`."""
    being = verb.child("auxpass")
    above = verb.head
    thing = verb.child("nsubjpass", "nsubj") or (above.child("dobj") if above is not None else None)
    if being is None or being.lower != "be" or thing is None or not thing.is_noun or verb.child("neg"):
        return False
    by = above.child("nsubj") if above is not None else None
    if by is not None and by.lemma in clause_words("courts"):
        return False  # what a court orders others have to do
    return all(c.lower == "to" for c in verb.childs("aux"))


def orders_done(verb: Token) -> bool:
    """Whether a verb of ordering only says by whose will an act is done that stands beside it."""
    if verb.lemma != "order":
        return False
    beside = [*verb.childs(*_COMPLEMENT), *(c for o in verb.childs("dobj") for c in o.childs("acl"))]
    return any(ordered(c) is verb for c in beside)
