"""Whether a participle tells what was done to somebody: parsed as active, below `have` or `find`, before a clause, or joined."""

from standoff.parse import Token

# Where a passive without a subject of its own takes the one above.
_DOING = (("have", "VBN"), ("get", "VBN"), ("get", "VBD"))
_SHARING = frozenset({"advcl", "pcomp", "xcomp"})


def was_done(verb: Token) -> bool:
    """Whether a participle with a form of `be` was parsed as active: `the foremen were locked out`."""
    if verb.tag != "VBN" or verb.child("dobj") is not None or verb.child("prt") is None:
        return False
    return any(c.lemma == "be" for c in verb.childs("aux"))


def had_done(verb: Token) -> bool:
    """Whether a participle tells what is done to something of somebody's: `had its power cut off`, `got its demands met`."""
    above = verb.head
    if verb.dep != "ccomp" or above is None or (above.lemma, verb.tag) not in _DOING:
        return False
    own = verb.child("nsubj")
    return own is not None and own.child("poss") is not None and verb.child("aux", "mark", "dobj") is None


def undergone(verb: Token) -> bool:
    """Whether somebody finds or sees something done to him: `found themselves turned away by the guards`."""
    above = verb.head
    if above is None or verb.dep not in ("ccomp", "oprd", "xcomp"):
        return False
    return above.lemma in ("find", "see") or had_done(verb)


def fronted(verb: Token) -> bool:
    """Whether a bare participle before its main clause tells what was done to the subject of that clause."""
    if verb.head is None or verb.i > verb.head.i or not verb.head.is_verb:
        return False
    return verb.child("mark", "advmod", "aux", "auxpass") is None


def shares(verb: Token) -> bool:
    """Whether a passive takes over its subject: joined to another verb, or below one and done by somebody."""
    return verb.child("auxpass") is not None and (
        verb.dep == "conj" or (verb.dep in _SHARING and verb.child("agent") is not None)
    )
