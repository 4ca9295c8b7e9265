"""What a phrase calls wrong: `a provocative incursion`, `an act of piracy`."""

from collections.abc import Sequence

from standoff.extract.events.clause import prepositions
from standoff.extract.events.coder import Coder
from standoff.parse import Token


def any_wrong(nouns: Sequence[Token], coder: Coder) -> bool:
    """Whether one of the phrases says that a deed is wrong: by an adjective, or by a noun that is no mere attack."""
    qualities = coder.lexicon.words["wrong_qualities"]
    for noun in nouns:
        named = [noun, *(t for name, t in prepositions(noun) if name == "of")]
        if any(m.lower in qualities for m in noun.childs("amod")):
            return True
        if any(t.lemma in qualities and t.lemma in coder.lexicon.words["wrong_deeds"] for t in named):
            return True
    return False
