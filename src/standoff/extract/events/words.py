"""What single words are: times, measures, words for people."""

from functools import cache

from standoff.extract.bodies import made_of
from standoff.lexicon.actions import actions
from standoff.parse import Sentence, Token
from standoff.parse.days import names_time

_PEOPLE_ENDINGS = ("er", "or", "ist", "ian", "eer", "man", "woman", "ee", "guard")


is_time = names_time
"""Whether a word names a time: a weekday, a month, `week`; the parser's repairs ask the same."""


def only_dates(token: Token) -> bool:
    """Whether a noun is a time and no act of the same name: `in March`, but not `the march`."""
    return is_time(token) and token.text != "march"


def may_date(sentence: Sentence) -> bool:
    """Whether a number, or a word for a time, stands in a sentence."""
    times = _times()
    told = not times.isdisjoint(sentence.lemmas) or not times.isdisjoint(sentence.words)
    return told or "CD" in [t.tag for t in sentence.tokens]


@cache
def _times() -> frozenset[str]:
    """The words for times, also with the point of what is cut short: `Nov.`."""
    times = actions().words["time"]
    return times.union(f"{word}." for word in times)


def has_time(token: Token) -> bool:
    """Whether a time word or a year stands below a token."""
    return any(is_time(t) or (t.tag == "CD" and len(t.text) == 4) for t in token.subtree())


def is_measure(token: Token) -> bool:
    """Whether a word only measures the noun after `of`: `dozens of soldiers`, `a round of talks`, `a column of tanks`."""
    return token.tag == "CD" or token.lemma in actions().words["measure"] or made_of(token) is not None


def measured(word: Token) -> list[Token]:
    """The nouns that a word measures: `soldiers` of `dozens of soldiers`, `nurses` of `three out of four nurses`, `nine in ten nurses`."""
    number = word.tag == "CD"
    links = [*word.childs("prep"), *(inner for outer in word.childs("prep") for inner in outer.childs("prep"))]
    of = ("of", "in") if number else ("of",)  # froze $30 billion in assets
    found = [noun for link in links if link.lower in of for noun in link.childs("pobj")]
    return [*found, *(c for c in word.childs("appos") if number and c.tag == "NNS")]


def counts_people(number: Token) -> bool:
    """Whether a number stands for people by the clause that says who they are: `the 400 who stopped work`."""
    clauses = number.childs("relcl") if number.tag == "CD" else []
    return any(clause.has_child(("who",), "nsubj", "nsubjpass") for clause in clauses)


def person_by_form(token: Token) -> bool:
    """Whether a noun looks like a word for people: `hauliers`, `lecturers`, `pianists`."""
    lemma = token.lemma
    return (
        token.tag in ("NN", "NNS")
        and len(lemma) > 5
        and lemma.endswith(_PEOPLE_ENDINGS)
        and not lemma.endswith(("meter", "metre", "paper", "power"))
        and lemma not in actions().words["no_person"]
    )
