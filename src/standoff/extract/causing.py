"""Acts that somebody has done: `ordered the bridge closed`, `was ordered sealed by the governor`."""

from standoff.parse import Token

_PARTICIPLES = frozenset({"VBN", "VBD"})
_COMPLEMENT = frozenset({"ccomp", "oprd", "xcomp"})


def ordered(verb: Token) -> Token | None:
    """The verb by which somebody has an act done that a participle tells; None where there is none."""
    if verb.tag not in _PARTICIPLES or verb.child("aux", "auxpass", "dobj", "mark"):
        return None
    above = verb.head
    if above is None:
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


def orders_done(verb: Token) -> bool:
    """Whether a verb of ordering only says by whose will an act is done that stands beside it."""
    if verb.lemma != "order":
        return False
    beside = [*verb.childs(*_COMPLEMENT), *(c for o in verb.childs("dobj") for c in o.childs("acl"))]
    return any(ordered(c) is verb for c in beside)
