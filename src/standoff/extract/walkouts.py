"""Strikes that are over, as pages tell it: `the strike ended on Thursday`, `a deal ended the fitters' strike`."""

from collections.abc import Iterator

from standoff.extract.described import Found, holds
from standoff.extract.events.clause import passive
from standoff.lexicon.flows import flow_words
from standoff.parse import Sentence, Token

_BE = frozenset({"be"})


def find_walkouts(sentence: Sentence) -> Iterator[Found]:
    """The words that tell of a strike that is over, by the clause's verb."""
    for verb in sentence.tokens:
        if not verb.is_verb or verb.dep in ("aux", "auxpass"):
            continue
        strike = _ended(verb)
        if strike is not None and _is_strike(strike) and holds(verb):
            yield Found("strike.over", "open", (verb,), _when(verb), None, "work", 0.7, change=True)


def _when(verb: Token) -> Token:
    """The verb that has the day: of `voted for the contract, ending the strike` the vote."""
    above = verb.head
    return above if verb.tag == "VBG" and verb.dep == "advcl" and above is not None and above.is_verb else verb


def _ended(verb: Token) -> Token | None:
    """What the verb says is over."""
    subject, acted = verb.child("nsubj", "nsubjpass") or _before_relative(verb), verb.child("dobj")
    off = verb.has_child(("off",), "prt")
    if verb.lemma in _BE and verb.has_child(("over",), "advmod", "acomp", "prep", "prt"):
        return subject
    if verb.lemma in flow_words("lift") or (verb.lemma == "call" and off):
        return subject if passive(verb) else acted
    if verb.lemma in flow_words("end"):
        return subject if acted is None or passive(verb) else acted
    return None


def _before_relative(verb: Token) -> Token | None:
    """The subject before a relative clause, where the verb is taken for a part of that: `the strike they held at the port ended`."""
    if verb.tag != "VBD" or verb.dep != "acl":
        return None
    clause = next((a for a in verb.ancestors() if a.is_verb and a.dep == "relcl"), None)
    return clause.head if clause is not None else None


def _is_strike(noun: Token) -> bool:
    return noun.lemma in flow_words("walkout") or noun.lower.removesuffix("s") in flow_words("walkout")
