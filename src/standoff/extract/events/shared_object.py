"""What two verbs act on together, said once behind the second one: `detained and later released the bishop`."""

from standoff.parse import Token

_OWN = ("ccomp", "dative", "dobj", "oprd", "prep", "prt", "xcomp")
_JOINING = frozenset({"and", "but", "or"})


def shared_objects(verb: Token) -> list[Token]:
    """The objects of the verb joined to one that has none of its own and stands right before the word that joins them."""
    joined = verb.child("conj")
    if joined is None or not joined.is_verb or joined.tag != verb.tag or verb.child(*_OWN) is not None:
        return []
    if joined.child("nsubj", "nsubjpass", "auxpass") is not None or verb.child("auxpass") is not None:
        return []
    behind = verb.sentence.tokens[verb.i + 1].lower if joined.i > verb.i else ""
    if behind not in _JOINING and behind != ",":
        return []
    return joined.childs("dobj") or shared_objects(joined)
