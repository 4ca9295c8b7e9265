"""Repairs behind a dateline: subjects, names and heads that the parser looks for in `HANOI, May 5 (Wire) -`."""

import re

from standoff.capitals import CAPITALS
from standoff.lexicon.actions import actions
from standoff.parse.tokens import Sentence, below, move

_DATELINE = re.compile(
    rf"[{CAPITALS}][{CAPITALS}.'’ /-]{{1,40}}(?:,[^-–—:(]{{1,40}})?(?:\s?\([^()]{{2,60}}\))?\s?(?:--|-|–|—|:)\s"
)


def behind_dateline(sentence: Sentence) -> None:
    """Changes heads, labels and tags of a sentence's tokens in place, where it begins with a dateline."""
    _free_subject(sentence)
    _free_dateline(sentence)
    _people_as_name(sentence)


def _free_subject(sentence: Sentence) -> None:
    """A subject that stands in the dateline gives way to the noun phrase behind it."""
    found = _DATELINE.match(sentence.text)
    if found is None or not sentence.text[:2].isupper():
        return
    edge = sentence.start + found.end()
    for token in list(sentence.tokens):
        if token.start >= edge:
            break
        head = token.head
        if token.dep not in ("nsubj", "nsubjpass") or head is None or head.start < edge:
            continue
        behind = next((t for t in below(token) if t.start >= edge and t.tag.startswith(("NN", "PRP"))), None)
        label, token.dep = token.dep, "dep"
        if behind is not None and not any(c is not token and c.dep == label for c in head.children):
            move(behind, head, label)


def _free_dateline(sentence: Sentence) -> None:
    """`HANOI - Chinese ships turned back`, parsed as ships of both: what stands in the dateline hangs on the verb alone."""
    found = _DATELINE.match(sentence.text)
    root = sentence.root
    if found is None or root is None or not sentence.text[:2].isupper() or root.start < sentence.start + found.end():
        return
    edge = sentence.start + found.end()
    for token in list(sentence.tokens):
        if token.start >= edge:
            break
        if token.head is not None and token.head is not root and token.head.start >= edge:
            move(token, root, "dep")


def _people_as_name(sentence: Sentence) -> None:
    """`LIMA, May 5 (Wire) - Protesters opened`: the first word after a dateline is a name only by its capital."""
    found = _DATELINE.match(sentence.text)
    if found is None or not sentence.text[:2].isupper():
        return
    edge = sentence.start + found.end()
    first = next((t for t in sentence.tokens if t.start >= edge), None)
    if first is None or first.tag not in ("NNP", "NNPS") or first.dep != "nsubj" or not first.lower.endswith("s"):
        return
    if first.text.istitle() and first.lower[:-1] in actions().classes["people"] | actions().classes["workers"]:
        first.retag("NNS")
