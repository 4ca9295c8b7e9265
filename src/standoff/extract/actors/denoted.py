"""What a phrase denotes, and the shape of base noun phrases."""

import msgspec

from standoff.lexicon.actors import no_names
from standoff.lexicon.clauses import clause_words
from standoff.parse import Sentence, Token

MODIFIERS = frozenset({"compound", "amod", "nmod", "det", "nummod", "quantmod", "predet"})
_LEFT = MODIFIERS | {"poss", "advmod", "punct", "neg", "dep", "npadvmod", "case", "appos", "pobj"}
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that", "these", "those"})
LOCATIVE = frozenset(
    {
        "in", "at", "near", "outside", "inside", "around", "through", "across", "along", "via", "within", "into",
        "over", "above", "beneath", "beyond", "off", "toward", "towards", "throughout",
    }
)  # fmt: skip

_BREAKS = frozenset({"CC", ",", ":", ".", "IN", "``", "''"})
_ENDLESS = 400  # tokens
_CUTS = frozenset({"(", ")", ":", ";", "[", "]"})


class Denoted(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody a phrase stands for, with what the next mentions of him are recognised by.

    `noun`: the table's word that says what he is; `named`: by a name, not only described; `human`: a he or she, or
    several; `where`: a country that the sentence is only located in.
    """

    start: int
    end: int
    id: str
    name: str
    sector: str | None = None
    role: str | None = None
    person: bool = False
    plural: bool = False
    noun: str | None = None
    named: bool = False
    human: bool = False
    where: bool = False


def is_endless(sentence: Sentence) -> bool:
    """Whether a sentence is longer than any that is written: nobody is looked for in it."""
    return len(sentence.tokens) > _ENDLESS


def phrase_head(token: Token) -> Token:
    """The head of the noun phrase that a token stands in; of a possessor, its own."""
    while token.dep in MODIFIERS and token.head is not None and token.i < token.head.i and _nominal(token.head):
        token = token.head
    return token


def _nominal(token: Token) -> bool:
    return token.is_noun or token.tag in ("PRP", "PRP$", "CD", "DT", "JJ", "JJS", "WP")


def phrase_start(head: Token) -> Token:
    """The first token of the base noun phrase of a head: what stands before it and hangs on it."""
    first = head
    for child in head.children:
        if child.i < head.i and child.dep in _LEFT:
            low = child.subtree()[0] if child.children else child
            if low.i < first.i:
                first = low
    return first


def body_start(head: Token) -> int:
    """Where a phrase begins in the page, without its article, and after a bracket or a date."""
    tokens = head.sentence.tokens
    first = phrase_start(head).i
    i = first
    for n in range(first, head.i):
        if tokens[n].text in _CUTS:
            i = n + 1
        elif tokens[n].lower in no_names():
            i = n + 2 if tokens[n + 1].tag == "CD" and n + 1 < head.i else n + 1
    while i < head.i and (tokens[i].tag in ("DT", "PDT", ",", ":") or not any(c.isalnum() for c in tokens[i].text)):
        i += 1
    return tokens[i].start


def name_start(head: Token, first: Token) -> int:
    """Where the phrase of a name begins: with the office or country before it, not with what it is coordinated with."""
    tokens = head.sentence.tokens
    i, lowest = first.i, phrase_start(head).i
    while (
        i > lowest
        and tokens[i - 1].tag not in _BREAKS
        and tokens[i - 1].text not in _CUTS
        and not tokens[i - 1].is_verb
    ):
        i -= 1
    while i < first.i and (tokens[i].tag in ("DT", "PDT", "POS") or not any(c.isalnum() for c in tokens[i].text)):
        i += 1
    return tokens[i].start


def words_of(head: Token, start: int, end: int) -> str:
    """The page's words between two offsets of a token's sentence."""
    offset = head.sentence.start
    return head.sentence.text[start - offset : end - offset]


def is_definite(head: Token) -> bool:
    """Whether an article or possessive says that the phrase is known."""
    return any(c.lower in _DEFINITE for c in head.children if c.dep in ("det", "poss"))


def is_plural(head: Token) -> bool:
    """Whether a noun is in the plural, or means several."""
    return head.tag in ("NNS", "NNPS") or head.lower in clause_words("several_people")


def locative(head: Token) -> bool:
    """Whether a name only tells where: `in Lima`, `near Kabul`, `in Geneva and Vienna`."""
    while head.dep in ("conj", "appos") and head.head is not None:
        head = head.head
    prep = head.head if head.dep == "pobj" else None
    if prep is None:
        return False
    beside = prep.head.lower if prep.head is not None else ""
    return prep.lower in LOCATIVE or (prep.lower in ("of", "from") and beside in clause_words("parts_of_places"))
