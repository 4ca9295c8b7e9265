"""Nouns in -ing that the parser took for verbs: `Fighting flared again`, `was burnt down by Malian shelling`."""

from standoff.lexicon.actions import actions
from standoff.parse.tokens import Sentence, Token, move

_CONCERNING = frozenset({"about", "against", "to"})
_NOUN_LABELS = frozenset({"conj", "dobj", "nsubj", "nsubjpass", "pobj"})
_CLAUSE_LABELS = frozenset({"acl", "advcl", "pcomp", "prep", "xcomp"})
_BEFORE_NOUNS = frozenset({"amid", "despite", "of", "under"})  # hours of shelling
_ARGUMENTS = ("aux", "ccomp", "dative", "dobj", "nsubj", "prt", "xcomp")


def mend_gerunds(sentence: Sentence) -> None:
    """Makes nouns for an act of what the parser took for verbs that lack all arguments; the words stay."""
    for token in sentence.tokens:
        if token.tag == "VBG" and token.i + 1 < len(sentence.tokens) and token.lower in actions().nouns:
            _as_noun(token)
        if token.tag == "VBG" and token.dep in ("acl", "advcl"):
            _with_subject(token)


def _with_subject(gerund: Token) -> None:
    """`objected to Chad opening the valve`, parsed as an objection to Chad, who opens it: as one to what Chad does."""
    who = gerund.sentence.tokens[gerund.i - 1] if gerund.i else None
    prep = who.head if who is not None and who.dep == "pobj" and who.tag in ("NNP", "NNPS", "PRP") else None
    verb = prep.head if prep is not None else None
    if who is None or prep is None or verb is None or prep.lower not in _CONCERNING:
        return
    if gerund.head not in (verb, who) or not verb.is_verb or verb.lemma not in actions().speech_verbs:
        return
    move(gerund, prep, "pcomp")
    move(who, gerund, "nsubj")


def _as_noun(gerund: Token) -> None:
    if gerund.child(*_ARGUMENTS) is not None:
        return
    if gerund.dep in _NOUN_LABELS:
        joined = gerund.dep == "conj" and gerund.head is not None and not gerund.head.is_noun
        if not joined and gerund.child("advmod", "advcl") is None:
            gerund.retag("NN")
        return
    above = gerund.head
    if gerund.dep == "pcomp" and above is not None and above.lower in _BEFORE_NOUNS:
        gerund.retag("NN")
        gerund.dep = "pobj"
        return
    before = gerund.sentence.tokens[gerund.i - 1] if gerund.i else None
    prep = before.head if before is not None and before.dep == "pobj" else None
    whose = before is not None and before.tag in ("JJ", "NNP") and before.i - 1 == (prep.i if prep is not None else -1)
    if before is None or prep is None or not whose or gerund.dep not in _CLAUSE_LABELS:
        return
    gerund.retag("NN")
    move(gerund, prep, "pobj")
    move(before, gerund, "amod" if before.tag == "JJ" else "compound")
