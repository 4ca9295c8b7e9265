"""What a clause tells of several deeds at once: `has been cut several times`, `closed it repeatedly`."""

from standoff.lexicon.clauses import clause_words
from standoff.parse import Token


def is_repeated(verb: Token) -> bool:
    """Whether a clause says that its deed was done more than once, and so not on a day of its own."""
    if verb.has_child(clause_words("again_and_again"), "advmod"):
        return True
    turns = [*verb.childs("npadvmod"), *(t for p in verb.childs("prep") if p.lower == "on" for t in p.childs("pobj"))]
    return any(
        t.tag == "NNS" and t.lemma in clause_words("turns") and t.child("amod", "nummod") is not None for t in turns
    )
