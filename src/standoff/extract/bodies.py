"""Whom a body of people or things is made up of: the miners of `a crowd of miners`, the tanks of `a column of tanks`."""

from standoff.lexicon.actions import actions
from standoff.parse import Token

_SEVERAL = frozenset({"NNS", "NNPS"})
_SEVERAL_WORDS = frozenset({"police", "people"})


def made_of(token: Token) -> Token | None:
    """The several that a body is made up of, after its `of`; nothing for a body with a name or of a place."""
    if token.lemma not in actions().words["body_of"]:
        return None
    for prep in token.childs("prep"):
        inner = prep.child("pobj") if prep.lower == "of" else None
        if inner is not None and (inner.tag in _SEVERAL or inner.lower in _SEVERAL_WORDS):
            return inner
    return None
