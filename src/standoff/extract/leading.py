"""The verb of a sentence that the story goes by: past who says so and past the place at its head; and the count of its days."""

from standoff.extract.news import QUOTE_MARKS, content_of
from standoff.extract.tense import tense_of
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.times import time_words
from standoff.parse import Token


def behind_place(root: Token | None) -> Token | None:
    """The verb of `PORT VALE: Thousands had left by Sunday`, where the parser took the place for the head."""
    if root is None or root.is_verb or not root.text.isupper():
        return root
    return next((c for c in root.childs("acl") if c.is_verb and c.tag in ("VBD", "VBN")), root)


def nth_day_told(clause: Token) -> int | None:
    """`The strike began on May 1. On the tenth day the owners gave in.`: the day in the count that began before."""
    for preposition in clause.childs("prep"):
        day = preposition.child("pobj")
        if preposition.lower == "on" and day is not None and day.lower == "day":
            orders = (time_words().single.get(c.lower, {}).get("ORD") for c in day.children)
            return next((int(n) for n in orders if isinstance(n, float)), None)
    return None


def had_done(root: Token) -> bool:
    """True for a deed that lay behind already: `had closed`, not `had said`."""
    return tense_of(root) == "past_perfect" and root.lemma not in clause_words("speech_verbs")


def deed_of(root: Token) -> Token:
    """What `..., officials said` tells, if it is not quoted; else the verb itself."""
    content = content_of(root) if not root.sentence.text.startswith(QUOTE_MARKS) else None
    return content if content is not None and tense_of(content) in ("past", "past_perfect") else root
