"""Repairs `side by side` and `shoulder to shoulder`, parsed as what is done to a side: they say how it is done."""

from standoff.parse.tokens import Token, hand_over, move

_PAIRS = {"arm": "in", "hand": "in", "shoulder": "to", "side": "by"}


def abreast(token: Token) -> None:
    """`patrol the sea side by side with Chad`: the sea is patrolled, with Chad."""
    tokens = token.sentence.tokens
    if _PAIRS.get(token.lower) is None or token.i + 2 >= len(tokens):
        return
    between, again = tokens[token.i + 1], tokens[token.i + 2]
    if between.lower != _PAIRS[token.lower] or again.lower != token.lower:
        return
    verb = next((a for a in token.ancestors() if a.is_verb), None)
    if verb is None or token.dep not in ("dobj", "npadvmod", "advmod", "pobj", "dep", "nsubj") or token.i < verb.i:
        return
    if token.dep == "dobj":
        _real_object(token, verb)
    for prep in again.childs("prep"):
        move(prep, verb, "prep")
    move(between, token, "prep")
    move(again, between, "pobj")
    move(token, verb, "advmod")


def _real_object(side: Token, verb: Token) -> None:
    """Makes the noun right before the pair what the verb acts on."""
    before = [c for c in side.children if c.i < side.i]
    nouns = [c for c in before if c.is_noun]
    if nouns:
        thing = nouns[-1]
        move(thing, verb, "dobj")
        hand_over([c for c in before if c is not thing], thing)
