"""Repairs of what is said: clauses that hang on the wrong verb, or as the wrong kind, where somebody says, tells or urges."""

from standoff.lexicon.actions import actions
from standoff.lexicon.actors import actor_nouns
from standoff.lexicon.clauses import clause_words
from standoff.parse.labels import FINITE
from standoff.parse.tokens import Token, move

_SPOKEN_OF = frozenset({"about", "of", "on"})
_WHETHER = frozenset({"if", "whether"})
_RELATIVE = frozenset({"WDT", "WP"})
_TOLD = frozenset({"VBD", "VBN"})
_HUNG = frozenset({"acl", "advcl", "ccomp", "conj", "parataxis", "relcl", "xcomp"})


def told_before(verb: Token) -> None:
    """`Nurses who voted took the deal, it was announced on Monday`: what is said before who says so is no side clause."""
    said, subject = verb.head, verb.child("nsubj", "nsubjpass")
    if (
        said is None
        or said.head is not None
        or said.i < verb.i
        or said.lemma not in clause_words("telling")
        or subject is None
    ):
        return
    teller = said.child("nsubj", "nsubjpass")
    if teller is None or teller.i < verb.i or any(c.dep == "mark" or c.tag == "WRB" for c in verb.children):
        return
    if verb.tag == "VBD" or verb.child("aux", "auxpass") is not None:
        verb.dep = "ccomp"


def behind_teller(participle: Token) -> None:
    """`Crews boarded a tug, officials said, seizing its radio`: done by those who are told of; `..., accusing them`: by who tells."""
    told, said = _told_by(participle.head) if participle.head is not None else (None, None)
    teller = said.child("nsubj") if said is not None else None
    if told is None or said is None or teller is None or participle.child("nsubj", "mark", "aux") is not None:
        return
    if told.i < teller.i < participle.i > said.i and participle.lemma in actions().telling:
        move(participle, said if participle.lemma in actions().speech_verbs else told, "advcl")


def _told_by(verb: Token) -> tuple[Token | None, Token | None]:
    """What is told and the verb by which it is, one of which is given: the one hangs on the other, either way."""
    said = verb.head if verb.dep == "ccomp" else verb.child("parataxis") or verb
    if said is None or said.lemma not in clause_words("telling"):
        return None, None
    return said.head if said.dep == "parataxis" else said.child("ccomp"), said


def said_after(verb: Token) -> None:
    """`said on Friday after talks with Chad that the pass would open`: what is said is no clause of `after`."""
    said = verb.head
    that = next((c for c in verb.childs("mark") if c.lower == "that"), None)
    if said is None or that is None or said.i > verb.i or said.lemma not in clause_words("say"):
        return
    verb.dep = "ccomp"
    for mark in verb.childs("mark"):
        if mark.i < that.i and mark.children:
            move(mark, said, "prep")


def said_of_nothing(clause: Token) -> None:
    """`told parliament during a debate on tolls that they would be cut`: a clause that lacks nothing is what is said."""
    that = next((c for c in clause.children if c.lower == "that"), None)
    own = clause.child("nsubj", "nsubjpass")
    whole = clause.child("auxpass", "dobj", "acomp", "attr") is not None
    said = next((a for a in clause.ancestors() if a.is_verb), None)
    if that is None or own is None or own is that or not whole or own.i < that.i or that.dep in ("dobj", "pobj"):
        return
    if said is None or said.lemma not in clause_words("say") or said.child("ccomp") is not None or said.i > that.i:
        return
    link = next((a for a in clause.ancestors() if a.head is said), None)
    if link is not None and link.dep == "prep" and link.lower not in _SPOKEN_OF:
        move(clause, said, "ccomp")
        that.dep = "mark"


def said_of_noun(said: Token) -> None:
    """`arrested the man they say killed a nun`: what is said of a noun hangs on who says it, and that on the noun."""
    teller = next((c for c in said.childs("nsubj") if not _is_relative(c)), None)
    if teller is None or said.tag not in FINITE or said.lemma not in clause_words("believed") or said.head is None:
        return
    tokens, first = said.sentence.tokens, teller.subtree()[0].i
    word = tokens[first - 1] if first > 1 and _is_relative(tokens[first - 1]) else None
    noun = tokens[first - 2 if word is not None else first - 1] if first else None
    verb = tokens[said.i + 1] if teller.i == said.i - 1 and said.i + 1 < len(tokens) else None
    if noun is None or verb is None or not noun.is_noun or verb.tag not in _TOLD or verb.dep not in _HUNG:
        return
    if any(c is not word for c in verb.childs("nsubj", "nsubjpass")):
        return
    link = next((t for t in (noun, *noun.ancestors()) if t.head is verb), None)
    if link is not None and verb.head is None:
        return
    if link is not None and verb.head is not None:
        move(link, verb.head, link.dep)  # after the raid that Chad says killed nine
    move(said, noun, "relcl")
    move(verb, said, "ccomp")
    if word is not None:
        move(word, verb, "nsubj")
        word.retag("WP" if word.tag == "WP" else "WDT")


def _is_relative(word: Token) -> bool:
    return word.tag in _RELATIVE or (word.lower == "that" and word.tag == "IN")


def told_apart(verb: Token) -> None:
    """`The mill sued the union in May; it says ...`: what stands before a semicolon is not what is said behind it."""
    said = verb.head
    teller = said.child("nsubj") if said is not None and said.head is None else None
    if said is None or teller is None or not verb.i < teller.i < said.i:
        return
    if any(t.text == ";" for t in verb.sentence.tokens[verb.i : teller.i]):
        verb.dep = "parataxis"


def answer_given(word: Token) -> None:
    """`said no to the offer`, `voted yes`: the answer is the verb's."""
    verb = word.sentence.tokens[word.i - 1] if word.i else None
    if verb is None or verb.lemma not in ("say", "vote") or word.head is verb or word.head is None:
        return
    if not word.children:
        move(word, verb, "intj")


def said_and_urged(verb: Token) -> None:
    """`said the fee was too high and urged Peru to drop it`, parsed as what the fee does: what the speaker does."""
    state = verb.head
    said = state.head if state is not None and state.dep == "ccomp" and state.lemma == "be" else None
    what = state.child("nsubj") if state is not None else None
    if said is None or what is None or said.tag != "VBD" or not said.child("nsubj") or verb.child("nsubj", "nsubjpass"):
        return
    thing = (what.tag in ("NN", "NNS") and what.lower not in actor_nouns()) or what.lower in ("it", "that", "this")
    if thing and verb.lemma in actions().speech_verbs:
        move(verb, said, "conj")


def asked_and_did(verb: Token) -> None:
    """`asked whether Chad would pay and recalled its envoy`, parsed as what is asked: what is done beside asking."""
    asked = verb.head
    said = asked.head if asked is not None and asked.dep == "ccomp" else None
    if asked is None or said is None or said.tag != "VBD" or not said.child("nsubj") or verb.child("nsubj"):
        return
    open_or_not = asked.has_child(_WHETHER, "mark")
    if open_or_not and asked.child("aux") is not None and verb.child("aux", "auxpass") is None:
        move(verb, said, "conj")


def bidden_before(verb: Token) -> None:
    """`Free our crew, Chad tells Niger`: what somebody is told to do stands before who tells him."""
    said = verb.head
    teller = said.child("nsubj") if said is not None else None
    if said is None or teller is None or not verb.i < teller.i or said.lemma not in clause_words("bidding"):
        return
    if verb.child("nsubj", "aux", "mark") is None and verb.child("dobj") is not None and said.child("dobj") is not None:
        verb.dep = "ccomp"
