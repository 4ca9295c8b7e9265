"""Which act told by a noun a pronoun stands for: `Talks were broken off. They had begun in May`, `The strike ... It ended on Friday`."""

from collections.abc import Iterator, Sequence
from functools import cache

from standoff.extract.actors.signs import pleonastic
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import SUBJECTS, Sentence, Token, from_the_root

_ACTS = ("agreement", "meeting", "offered", "stoppage")
_NUMBERS = {"it": ("NN", "NNP"), "they": ("NNS", "NNPS"), "them": ("NNS", "NNPS")}
_ACTED_ON = frozenset({"dobj", "nsubjpass"})
_TOLD = _ACTED_ON | {"nsubj", "pobj"}
_BACK = 2  # sentences


def act_meant(pronoun: Token, sentences: Sequence[Sentence]) -> Token | None:
    """The noun of talks, a stoppage, an offer or an accord that was the subject of a clause in a sentence shortly before."""
    tags = _NUMBERS.get(pronoun.lower)
    if tags is None or pronoun.tag != "PRP" or pleonastic(pronoun):
        return None
    if pronoun.head is not None and not pronoun.head.is_verb:
        return None
    if pronoun.dep in _ACTED_ON and pronoun.head is not None and pronoun.head.lemma in clause_words("undoing"):
        return _measure_before(pronoun, sentences)
    meant = next((t for t in _subjects_before(pronoun, sentences) if t.tag in tags and t.lemma in _acts()), None)
    return meant or (_stoppage_before(pronoun, sentences) if pronoun.dep in _ACTED_ON else None)


def _stoppage_before(pronoun: Token, sentences: Sequence[Sentence]) -> Token | None:
    """The stoppage or blockade told of last before what is called, backed or taken up again: `the first strike in years. Leaders called it`."""
    here = pronoun.sentence
    for sentence in reversed(sentences[max(0, here.index - 1) : here.index + 1]):
        last = pronoun.i if sentence is here else len(sentence.tokens)
        if sentence.part == here.part:
            found = (t for t in reversed(sentence.tokens[:last]) if t.tag in _NUMBERS[pronoun.lower])
            noun = next((t for t in found if t.dep in _TOLD | {"attr"} and t.lemma in _stoppages()), None)
            if noun is not None:
                return noun
    return None


def _measure_before(pronoun: Token, sentences: Sequence[Sentence]) -> Token | None:
    """The ban, fee or other measure told of last before what is lifted or dropped: `said the fee was wrong and had to drop it`."""
    here = pronoun.sentence
    for sentence in reversed(sentences[max(0, here.index - _BACK) : here.index + 1]):
        if sentence.part != here.part:
            return None
        last = pronoun.i if sentence is here else len(sentence.tokens)
        found = (t for t in reversed(sentence.tokens[:last]) if t.is_noun and t.dep in _TOLD)
        measure = next((t for t in found if t.lemma in _measures()), None)
        if measure is not None:
            return measure
    return None


def _subjects_before(pronoun: Token, sentences: Sequence[Sentence]) -> Iterator[Token]:
    """The subjects of the sentences before a pronoun, the nearest first, of each its main clause's first."""
    here = pronoun.sentence
    first = max(0, here.index - _BACK)
    for sentence in reversed(sentences[first : here.index]):
        if sentence.part != here.part:
            return
        found = [t for t in sentence.tokens if t.dep in SUBJECTS and t.is_noun]
        yield from from_the_root(found)


@cache
def _measures() -> frozenset[str]:
    return actions().classes["restriction"] | clause_words("charges_due")


@cache
def _stoppages() -> frozenset[str]:
    return actions().classes["stoppage"] | actions().classes["blockade"]


@cache
def _acts() -> frozenset[str]:
    classes = actions().classes
    return frozenset(word for name in _ACTS for word in classes[name])
