"""Repairs of groups in a row: `dockers and shipping companies`, where the parser takes the first for a part of the second's name."""

from standoff.lexicon.actors import actor_nouns
from standoff.parse.tokens import Sentence, Token, hand_over, move

_PLURAL = frozenset({"NNS", "NNPS"})


def mend_groups(sentence: Sentence) -> None:
    """Joins two groups of people that stand in a row; the words stay."""
    for token in sentence.tokens:
        if token.dep in ("nmod", "compound") and token.tag in _PLURAL and token.head is not None:
            _join(token, token.head)


def _join(first: Token, second: Token) -> None:
    """Makes the first group what the second was taken for, and joins the second to it."""
    joiner, above = first.child("cc"), second.head
    if joiner is None or joiner.lower != "and" or joiner.i != first.i + 1 or above is None or first.child("conj"):
        return
    if second.tag not in _PLURAL or second.i < joiner.i or not _people(first) or not _people(second):
        return
    dep = second.dep
    move(first, above, dep)
    hand_over([c for c in second.children if c.i < first.i], first)
    move(second, first, "conj")


def _people(noun: Token) -> bool:
    return noun.lower in actor_nouns() or noun.lemma in actor_nouns()
