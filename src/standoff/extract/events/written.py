"""To whom a text goes that asks, threatens or blames: `a note to the embassy urging it`, `in a letter to the mayor, demanded`."""

from collections.abc import Iterator

from standoff.extract.events.clause import prepositions
from standoff.lexicon.actions import actions
from standoff.parse import Token

_BY = frozenset({"by", "in", "through", "via", "with"})


def written_to(verb: Token) -> Iterator[Token]:
    """Who gets the text that a word of speaking stands in: below it, beside it, or around it."""
    above = verb.head
    if verb.tag == "VBG" and verb.dep == "acl" and above is not None and _is_text(above):
        yield from _to(above)
        if above.dep == "dobj" and above.head is not None:
            yield from _to(above.head)
    elif verb.tag in ("VB", "VBG") and verb.dep == "advcl" and above is not None and above.is_verb:
        texts = [o for o in above.childs("dobj") if _is_text(o)]
        for token in (*texts, above) if texts or above.lemma == "write" else ():
            yield from _to(token)
    for name, text in prepositions(verb):
        if name in _BY and _is_text(text):
            yield from _to(text)


def _is_text(noun: Token) -> bool:
    return noun.lemma in actions().words["writings"]


def _to(token: Token) -> Iterator[Token]:
    """Whom something is given or goes to."""
    for dative in token.childs("dative"):
        if dative.is_noun:
            yield dative
    yield from (t for name, t in prepositions(token) if name == "to")
