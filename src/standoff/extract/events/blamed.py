"""What a phrase or clause calls wrong: `an illegal raid`, `an act of piracy`, `had broken the treaty`."""

from collections.abc import Collection, Sequence

from standoff.extract.events.clause import objects, prepositions
from standoff.extract.events.coder import Coder
from standoff.lexicon.actions import Actions
from standoff.parse import Token

_ACTS = frozenset({"act", "acts", "case", "form"})


def any_wrong(nouns: Sequence[Token], coder: Coder) -> bool:
    """Whether one of the phrases says that a deed is wrong: by an adjective, or by a noun that is no mere attack."""
    qualities = coder.lexicon.words["wrong_qualities"]
    for noun in nouns:
        named = [noun, *(t for name, t in prepositions(noun) if name == "of")]
        if noun.has_child(qualities, "amod"):
            return True
        if any(t.lemma in qualities and t.lemma in coder.lexicon.words["wrong_deeds"] for t in named):
            return True
    return False


def amounts_to_wrong(clause: Token, lexicon: Actions) -> bool:
    """Whether a clause says that its subject is or does wrong, or amounts to a wrong: `constituted a breach of the treaty`."""
    qualities = lexicon.words["wrong_qualities"]
    if clause.lemma in lexicon.words["wrong"]:
        return bool(objects(clause))
    if clause.lemma == "be":
        return _called(clause, qualities)
    named = [*objects(clause), *(t for name, t in prepositions(clause) if name == "to")]
    return any(t.lemma in qualities for t in named)


def is_wrong(clause: Token, lexicon: Actions) -> bool:
    """Whether a clause says that something wrong was done."""
    words = lexicon.words
    if clause.lemma in words["wrong"] or _called(clause, words["wrong_qualities"]):
        return True
    if broken(clause, lexicon):
        return True
    return clause.lemma == "be" and any(
        c.lower in words["wrong_adjectives"] for c in clause.childs("acomp", "attr", "prep", "xcomp")
    )


def judged(clause: Token, lexicon: Actions) -> Token | None:
    """The deed of which a clause says that it is wrong: `it was intolerable that Chad closed the road`."""
    it = clause.child("nsubj")
    if it is None or it.lower != "it" or not _called(clause, lexicon.words["wrong_qualities"]):
        return None
    told = [c for above in (clause, *clause.childs("acomp", "attr")) for c in above.childs("ccomp")]
    return next((c for c in told if c.has_child(("that",), "mark")), None)


def told_of(pronoun: Token, said: Token) -> Token | None:
    """What a pronoun stands for that opens what is said of something: `"This is piracy," he said of the Russian boarding`."""
    if pronoun.lower not in ("it", "that", "this"):
        return None
    return next((t for name, t in prepositions(said) if name in ("about", "of")), None)


def broken(clause: Token, lexicon: Actions) -> bool:
    """Whether a phrase of the clause says so: `in bad faith`, `had not lived up to`."""
    text = " ".join(t.lower for t in clause.subtree())
    return any(phrase in text for phrase in lexicon.words["wrong_phrases"])


def _called(clause: Token, qualities: Collection[str]) -> bool:
    """Whether a copula says that its subject is one of these, or an act of it."""
    said = [t for c in clause.childs("acomp", "attr") for t in (c, *c.childs("conj"))]
    said += [t for c in said if c.lower in _ACTS for name, t in prepositions(c) if name == "of"]
    return clause.lemma == "be" and any(t.lower in qualities for t in said)
