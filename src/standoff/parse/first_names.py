"""What begins a sentence with its capital: a name taken for a noun, `Eskom cut the supply`, or people for a name, `Longshoremen left`."""

from typing import Any

from standoff.lexicon.actions import actions
from standoff.lexicon.actors import actor_nouns
from standoff.lexicon.lemmas import lemma
from standoff.parse.days import names_time
from standoff.parse.labels import FINITE, SUBJECTS
from standoff.parse.tokens import Sentence, Token, move

_LEFT = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
# Endings of nouns that are rare enough to be unknown, and no names.
_NOUNS = (
    "age", "dom", "er", "folk", "hood", "ing", "ism", "ist", "ity", "man", "men", "ment", "ness", "or", "ship", "tion",
    "ure",
)  # fmt: skip
_LONG_ENOUGH = 3
_PEOPLE = ("people", "protesters", "workers")


def known_words(strings: Any) -> frozenset[str]:
    """The words in small letters that a model knew before it read anything, by which a name is told from a noun."""
    return frozenset(word for word in strings if word.isalpha() and word.islower())


def mend_first_name(sentence: Sentence, known: frozenset[str]) -> None:
    """Tags the first word as a name where no word of the language is spelled so and a verb follows; the words stay."""
    if len(sentence.tokens) < _LONG_ENOUGH or sentence.part == "title":
        return
    first, second = sentence.tokens[0], sentence.tokens[1]
    if first.tag in ("NNP", "NNPS") and second.tag in FINITE and _are_people(first):
        first.retag("NNS")
    if first.tag not in ("NN", "NNS") or not first.text[:1].isupper() or len(first.text) < _LONG_ENOUGH:
        return
    if second.tag not in FINITE and second.tag not in ("VBN", "VBD"):
        return
    if first.dep not in ("nsubj", "nsubjpass", "npadvmod") or any(c.dep in _LEFT for c in first.children):
        return
    if first.lower in known or first.lower.endswith(_NOUNS) or _is_plural(first) or names_time(first):
        return
    first.retag("NNP")
    verb = first.head
    if first.dep == "npadvmod" and verb is second and verb.child("nsubj", "nsubjpass") is None:
        first.dep = "nsubj"
        if verb.tag == "VBN":
            verb.retag("VBD")


def mend_first_pair(sentence: Sentence) -> None:
    """Parts two names that begin a sentence, of which the parser made one: `Lumo and Vexi Media met`."""
    if len(sentence.tokens) < _LONG_ENOUGH:
        return
    first, joint = sentence.tokens[0], sentence.tokens[1]
    last, other = first.head, first.child("conj")
    if joint.lower not in ("and", "&") or first.dep != "nmod" or last is None or other is None or last.head is None:
        return
    names = sentence.tokens[joint.i + 1 : last.i + 1]
    if (
        last.dep not in SUBJECTS
        or other.i > last.i
        or last.tag == "NNS"
        or not all(t.text[:1].isupper() for t in names)
    ):
        return
    dep, above = last.dep, last.head
    for name in (first, *names):
        if name.tag in ("NN", "JJ"):
            name.retag("NNP")
    move(other, last, "compound")
    move(first, above, dep)
    move(last, first, "conj")


def _are_people(word: Token) -> bool:
    """Whether a word is the plural of a noun for somebody."""
    one = lemma(word.lower, "NNS")
    return one != word.lower and (one in actor_nouns() or any(one in actions().classes[name] for name in _PEOPLE))


def _is_plural(noun: Token) -> bool:
    return noun.tag == "NNS" and noun.lower.endswith("s")
