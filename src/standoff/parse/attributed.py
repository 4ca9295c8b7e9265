"""Repairs of who says what: attributions behind what is said, parsed as joined to it; what is spoken of behind an aside."""

from functools import cache

from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse.tokens import Sentence, Token, make_root, move

_ASIDE = frozenset({"at", "during", "in", "on"})
_JOINED = frozenset({"advcl", "conj", "dep", "parataxis"})


@cache
def _telling() -> frozenset[str]:
    """The verbs by which somebody says that something is so."""
    said = (v for v, entries in actions().speech_verbs.items() if any(e.act == "say" for e, _ in entries))
    return frozenset((*clause_words("say"), *said))


def mend_attributed(sentence: Sentence) -> None:
    """Hangs what is said below who says it, and what is spoken of below the verb; the words stay."""
    for token in sentence.tokens:
        if token.dep in _JOINED and token.is_verb and token.lemma in _telling():
            _said_behind(token)
        elif token.lower == "of" and token.dep == "prep":
            _spoken_of(token)


def _said_behind(said: Token) -> None:
    """`Chad might pay, the minister said`, parsed as two deeds in a row: what is said hangs on who says it."""
    told = said.head
    if told is None or told.head is not None or not told.i < said.i or not told.is_verb:
        return
    if told.child("nsubj", "nsubjpass") is None or any(c.i > told.i for c in told.childs("cc")):
        return
    teller = said.child("nsubj") or _turned_round(said)
    if teller is None or said.child("mark", "ccomp", "xcomp", "advmod", "aux"):
        return
    tokens, first = said.sentence.tokens, min(said.i, teller.subtree()[0].i)
    if first < 1 or tokens[first - 1].text != "," or any(c.text == "," and c.i > said.i for c in said.children):
        return
    if said.child("dobj") not in (None, teller) and said.lemma != "tell":
        return
    teller.dep = "nsubj"
    make_root(said)
    move(told, said, "ccomp")


def _turned_round(said: Token) -> Token | None:
    """Who speaks, where the verb comes first: `..., warned its minister`."""
    teller = said.child("dobj")
    comes_next = teller is not None and said.i + 1 == teller.subtree()[0].i
    return teller if comes_next and said.tag in ("VBD", "VBZ") and said.lemma != "tell" else None


def _spoken_of(of: Token) -> None:
    """`warned in a speech of a toll`, parsed as a speech of a toll: what is warned of."""
    where = of.head
    link = where.head if where is not None and where.dep == "pobj" else None
    verb = link.head if link is not None and link.lower in _ASIDE else None
    if (
        verb is not None
        and verb.lemma in clause_words("speaking_of")
        and verb.i < of.i
        and not verb.has_child(("of",), "prep")
    ):
        move(of, verb, "prep")
