"""What is set for a day to come, told of the event itself: `talks are due on Friday`, `a march is planned for May 3`."""

from collections.abc import Iterator

from standoff.extract.events.called_for import is_for_day
from standoff.extract.events.clause import passive, prepositions
from standoff.extract.events.match import EventNouns, Match
from standoff.extract.events.relative import antecedent
from standoff.extract.events.words import is_time
from standoff.extract.tense import tense_of
from standoff.lexicon.actions import Actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_FOR_DAY = frozenset({"at", "for", "from", "in", "on"})


def appointed(verb: Token, lexicon: Actions, nouns: EventNouns) -> Match | None:
    """The sense of an event noun for which a clause sets a time; None where it sets none, or says what is to be done then."""
    found = _set(verb, lexicon)
    if found is None or verb.child("xcomp", "ccomp") is not None:
        return None
    word, noun = found
    if word.child("xcomp", "ccomp") is not None or not any(_dated(t) for t in dict.fromkeys((verb, word))):
        return None
    for sense, before in lexicon.nouns.get(noun.lemma, ()):
        if sense.alone and nouns.fits(noun, sense, before, None):
            return Match(sense, noun, tuple(sorted({noun, word}, key=lambda t: t.i)), verb, (), "occur")
    return None


def is_set(match: Match, lexicon: Actions) -> bool:
    """Whether a match only tells that something is set for a day, or that an attack is ordered: `approved air strikes`."""
    if match.pattern == "light" and match.sense.type == "ASSAULT":
        ordering = match.verb is not None and match.verb.lemma in lexicon.words["ordering"]
        return ordering and not _has_hit(match, lexicon)
    if match.pattern == "light" and match.verb is not None and match.verb.lemma in clause_words("setting_a_day"):
        called = match.word.lemma in lexicon.classes["stoppage"]  # a threat: see `called_for`
        return not called and (is_for_day(match.word) or is_for_day(match.verb))
    return match.pattern == "occur" and any(t.lemma in lexicon.words["appointed"] for t in match.trigger)


def _has_hit(match: Match, lexicon: Actions) -> bool:
    """Whether it says what an attack that was ordered came to: `ordered a raid that killed nine`, `approved strikes, killing nine`."""
    strike = match.word
    nouns = (strike, *(t for _, t in prepositions(strike)))
    clauses = [c for noun in nouns for c in noun.childs("relcl", "acl")]
    clauses += [c for c in match.verb.childs("advcl") if c.tag == "VBG"] if match.verb is not None else []
    clauses += [strike.head] if strike.dep == "nsubj" and strike.head is not None else []
    told = (c for c in clauses if c is not match.verb and (c.tag == "VBG" or tense_of(c) == "past"))
    return any(sense.type == "ASSAULT" for c in told for sense, _ in lexicon.verbs.get(c.lemma, ()))


def _set(verb: Token, lexicon: Actions) -> tuple[Token, Token] | None:
    """The word that says it is set, and what is."""
    words = lexicon.words["appointed"]
    if verb.lemma == "be":
        told: Iterator[Token] = (c for c in verb.childs("acomp", "oprd") if c.lemma in words or c.lower in words)
        word, noun = next(told, None), verb.child("nsubj")
    else:
        word = verb if verb.lemma in words and verb.tag == "VBN" and passive(verb) else None
        noun = verb.child("nsubjpass")
    return (word, antecedent(noun, verb)) if word is not None and noun is not None else None


def _dated(token: Token) -> bool:
    """Whether a time hangs on a word."""
    if any(is_time(c) for c in token.childs("npadvmod", "advmod")):
        return True
    return any(is_time(p) for c in token.childs("prep") if c.lower in _FOR_DAY for p in c.childs("pobj"))
