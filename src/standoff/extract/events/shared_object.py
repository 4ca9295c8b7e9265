"""What two verbs act on together, said once behind the second one: `detained and later released the bishop`, `passed, and he signed, a ban`."""

from standoff.parse import Token

_OWN = ("ccomp", "dative", "dobj", "oprd", "prep", "prt", "xcomp")
_JOINING = frozenset({"and", "but", "or"})


def shared_objects(verb: Token) -> list[Token]:
    """The objects of the verb joined to one that has none of its own and stands right before the word that joins them."""
    joined = verb.child("conj")
    if joined is None or not joined.is_verb or joined.tag != verb.tag or any(c.i > verb.i for c in verb.childs(*_OWN)):
        return []
    if joined.child("auxpass") is not None or verb.child("auxpass") is not None:
        return []
    if joined.child("nsubj", "nsubjpass") is not None and not _set_apart(joined):
        return []
    behind = verb.sentence.tokens[verb.i + 1].lower if joined.i > verb.i else ""
    if behind not in _JOINING and behind != ",":
        return []
    return joined.childs("dobj") or shared_objects(joined)


def _set_apart(verb: Token) -> bool:
    """Whether a comma parts a verb from its object, which then is also that of the verb before: `passed, and he signed, a ban`."""
    thing = verb.child("dobj")
    first = thing.subtree()[0].i if thing is not None else 0
    return first - 2 == verb.i and verb.sentence.tokens[first - 1].text == ","
