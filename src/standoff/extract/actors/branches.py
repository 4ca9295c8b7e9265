"""Branches of unions by their number: `Local 9`, `the Mill Hands Union Local 9`, `Lodge 12`."""

from collections.abc import Sequence
from itertools import pairwise

from standoff.extract.actors.names import Name
from standoff.lexicon.actors import branch_words
from standoff.parse import Sentence, Token

_DIGITS = 5


def with_branches(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """The names of a sentence with those of branches, each by its number alone, with which pages go on: `Local 9`."""
    found = list(names)
    if sentence.words.isdisjoint(word.lower() for word in branch_words()):
        return found
    tokens = sentence.tokens
    for word, number in pairwise(tokens):
        if word.text not in branch_words() or not _is_number(number) or _counts(tokens, number):
            continue
        before = next((n for n in found if word in n.tokens), None)
        if before is not None and before.tokens[-1] is not word:
            continue
        words = [*(before.tokens if before is not None else (word,)), number]
        text = sentence.text[words[0].start - sentence.start : number.end - sentence.start]
        branch = Name(words, "org", f"NAMED:{word.text} {number.text}", text, "LAB", noun="union")
        found = sorted([*(n for n in found if n is not before), branch], key=lambda n: n.start)
    return found


def _is_number(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) <= _DIGITS


def _counts(tokens: Sequence[Token], number: Token) -> bool:
    """Whether a number counts what follows: `Local 100 residents`."""
    return number.i + 1 < len(tokens) and tokens[number.i + 1].tag == "NNS"
