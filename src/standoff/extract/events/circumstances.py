"""Meetings and visits that only say where or when a clause was done: `At a meeting with Chad, Niger offered water`."""

from collections.abc import Collection

from standoff.extract.events.clause import prepositions
from standoff.extract.status import read_status
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_WHERE = frozenset({"after", "at", "during", "following", "in", "on"})
HELD_IN = frozenset({"at", "during", "in"})
_SPEAKING = frozenset({"speak", "talk"})
_WITH = frozenset({"with", "to"})


def set_off(noun: Token, visits: Collection[str]) -> Token | None:
    """The verb of the clause before whose subject, or between commas, the noun says with whom or where it was done."""
    prep = noun.head
    if prep is None or noun.dep != "pobj" or prep.lower not in _WHERE or noun.lemma not in visits:
        return None
    if (agreed := _held(prep, noun)) is not None:
        return agreed
    if not any(name in _WITH and not _press(t) for name, t in prepositions(noun)):
        return None
    verb = prep.head
    if verb is not None and verb.is_noun and verb.dep == "nsubj":  # Niger's premier, on a visit to Chad, said
        verb = verb.head
    doer = verb.child("nsubj") if verb is not None and verb.is_verb else None
    if verb is None or doer is None or not (prep.i < doer.i or _between_commas(prep, noun)):
        return None
    reading = read_status(verb)
    return None if reading.drop or reading.status == "planned" else verb


def spoken_to(verb: Token) -> bool:
    """Whether a participle only says where the words of its clause were spoken: `Speaking to Radio Four, he said`."""
    above = verb.head
    if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in _SPEAKING or above is None:
        return False
    return above.lemma in clause_words("speech_verbs") and not verb.has_child(("with",), "prep")


def _held(prep: Token, noun: Token) -> Token | None:
    """The verb of what somebody agreed on or said in a call or meeting: `A and B agreed in a call that`, `agreed in talks with`."""
    verb = prep.head
    doer = verb.child("nsubj") if verb is not None else None
    if verb is None or doer is None or prep.lower not in HELD_IN:
        return None
    if doer.child("conj") is None and not any(name == "with" and not _press(t) for name, t in prepositions(noun)):
        return None
    if verb.lemma not in clause_words("speech_verbs", "settling") or noun.child("poss") is not None:
        return None
    reading = read_status(verb)
    return verb if reading.status == "happened" and not reading.drop and not reading.negated else None


def _between_commas(prep: Token, noun: Token) -> bool:
    """Whether a phrase stands between commas."""
    tokens, end = noun.sentence.tokens, noun.subtree()[-1].i + 1
    return prep.i > 0 and tokens[prep.i - 1].text == "," and end < len(tokens) and tokens[end].text == ","


def _press(token: Token) -> bool:
    """Whether it is reporters who are met."""
    return token.lemma in clause_words("press")
