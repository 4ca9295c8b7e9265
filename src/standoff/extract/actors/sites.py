"""Names that stand for the disputed thing alone: `Sarp` on a page that speaks of the Sarp crossing, or of the gate at Sarp."""

from collections.abc import Iterator

from standoff.extract.actors.names import Name, Names
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import thing_kinds
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.lemmas import lemma
from standoff.model import Subject
from standoff.parse import Parsed, Token

_AT = frozenset({"at", "of"})
_PASSED = "crossing"  # the kind of what is shut to traffic
_UNTOLD = frozenset({"proper", "place"})  # kinds of names of which nothing is known, or no more than where they are


def mark_sites(parsed: Parsed, names: Names, subject: Subject | None) -> None:
    """Makes the names of gates, crossings, ports and the like things, each with the noun of its kind."""
    declared = _declared(subject)
    called = _called(parsed, names)
    for name in (n for found in names.by_sentence for n in found):
        if name.kind == "thing":
            name.noun = name.noun or _kind_of(name) or called.get(name.text) or declared
        elif name.kind in _UNTOLD and name.text in called:
            name.kind, name.noun = "thing", called[name.text]


def _declared(subject: Subject | None) -> str | None:
    """The kind of the subject, by the first of its names that ends with one: `Sarp border crossing`."""
    names = (subject.name, *subject.aliases) if subject is not None else ()
    last = (word.lower() for name in names for word in name.split()[-1:])
    return next((kind for word in last for kind in (word, lemma(word, "NNS")) if kind in thing_kinds()), None)


def _kind_of(name: Name) -> str | None:
    """The kind that the last word of a name tells."""
    last = name.tokens[-1]
    return next((noun for noun in (last.lemma.lower(), last.lower) if noun in thing_kinds()), None)


def _called(parsed: Parsed, names: Names) -> dict[str, str]:
    """The kinds of the names that the page itself gives a kind and that nobody of that name speaks under."""
    called: dict[str, str] = {}
    kinds = {lemma: kind.id for lemma, kind in thing_kinds().items() if kind.named}
    speaking_of = (s for s in parsed.sentences if not kinds.keys().isdisjoint(s.lemmas))
    for noun in (t for sentence in speaking_of for t in sentence.tokens if t.lemma in kinds):
        for words in _named(noun):
            name = names.at(words[-1])
            if name is None or name.kind == "proper":
                called.setdefault(" ".join(t.text for t in words), kinds[noun.lemma])
    opened = [s for s in parsed.sentences if not s.lemmas.isdisjoint(clause_words("opening"))]
    for name in (n for sentence in opened for t in sentence.tokens if (n := _shut_to_traffic(t, names))):
        called.setdefault(name.text, _PASSED)
    if opened and _is_of_border(parsed):
        for name in (n for sentence in opened for t in sentence.tokens for n in _shut_by_state(t, names)):
            called.setdefault(name.text, _PASSED)
    if called:
        for text in {n.text for found in names.by_sentence for n in found if n.text in called and _speaks(n)}:
            del called[text]
    return called


def _shut_to_traffic(to: Token, names: Names) -> Name | None:
    """The name of what is opened or shut `to all traffic`, `to lorries`: a crossing, whatever it is called."""
    verb, passing = to.head, to.child("pobj") if to.lower == "to" else None
    if verb is None or passing is None or verb.lemma not in clause_words("opening"):
        return None
    classes = actions().classes
    if passing.lemma not in classes["access"] and passing.lemma not in classes["vehicle"]:
        return None
    name = next((names.at(t) for t in verb.childs("dobj", "nsubjpass")), None)
    return name if name is not None and _may_be_post(name) else None


def _may_be_post(name: Name) -> bool:
    """Whether a name may be that of a post or of a town with one: no country, capital or territory."""
    return name.kind in _UNTOLD and name.text.lower() not in clause_words("territories")


def _is_of_border(parsed: Parsed) -> bool:
    """Whether a page speaks of a border or its crossings."""
    words = clause_words("borders")
    return any(not words.isdisjoint(sentence.lemmas) for sentence in parsed.sentences)


def _shut_by_state(verb: Token, names: Names) -> Iterator[Name]:
    """The names of places, listed or not, that a state opens or shuts: `It had closed Aflao and Kpoglo`."""
    if not verb.is_verb or verb.lemma not in clause_words("opening"):
        return
    for thing in verb.childs("dobj", "nsubjpass"):
        for one in (thing, *thing.childs("conj"), *(c for t in thing.childs("conj") for c in t.childs("conj"))):
            name = names.at(one)
            if name is not None and _may_be_post(name) and one.child("poss", "det", "amod") is None:
                yield name


def _named(noun: Token) -> Iterator[list[Token]]:
    """The words that may name what a noun stands for: `the Sarp crossing`, `the gate at Sarp`."""
    tokens = noun.sentence.tokens
    start = noun.i
    while start and _is_capital(tokens[start - 1]):
        start -= 1
    if start < noun.i:
        yield tokens[start : noun.i]
    for name in noun.childs("appos"):  # the posts, Sarp and Lander
        for one in (name, *name.childs("conj")):
            if _is_capital(one) and all(_is_capital(c) for c in one.childs("compound")):
                yield [*(c for c in one.childs("compound") if c.i < one.i), one]
    for prep in noun.childs("prep"):
        for name in prep.childs("pobj") if prep.lower in _AT else ():
            if _is_capital(name):
                yield [*(c for c in name.childs("compound") if c.i < name.i), name]


def _is_capital(token: Token) -> bool:
    """Whether a word is written as a name, whatever the parser took it for."""
    return token.text[0].isupper() and not token.is_verb and token.i > 0 and token.tag not in ("IN", "DT", "PRP$")


def _speaks(name: Name) -> bool:
    """Whether the name is that of somebody who says something."""
    last = name.tokens[-1]
    return last.dep == "nsubj" and last.head is not None and last.head.lemma in actions().speech_verbs
