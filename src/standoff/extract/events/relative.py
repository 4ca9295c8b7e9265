"""What the words of a relative clause stand for: its noun, the last of several, the attack that it tells the toll of.

And the pronoun of a clause that stands before the one with the name.
"""

from standoff.extract.events.words import is_time
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import grounds
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DEEP = 4  # phrases between a noun and its relative clause
_AHEAD = frozenset({"he", "it", "she", "they"})
_ADVERBS = frozenset({"how", "when", "where", "why"})


def gap_filled(verb: Token) -> bool:
    """Whether a relative clause has its relative word elsewhere than for object: as subject, after a preposition, as a time."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.lower in RELATIVE or verb.child("ccomp", "xcomp") is not None:
        return True
    if verb.head is not None and is_time(verb.head):
        return True
    if any(_stands_below(prep) for prep in verb.childs("prep")):
        return True
    return stranded(verb) is not None or verb.has_child(_ADVERBS, "advmod")


def _stands_below(prep: Token) -> bool:
    """Whether a relative word stands after a preposition: `under which the port reopened`, `under whose eyes they met`."""
    noun = prep.child("pobj")
    return noun is not None and any(t.lower in RELATIVE for t in (noun, *noun.childs("poss", "prep")))


def stranded(verb: Token) -> Token | None:
    """The preposition of a relative clause that governs nothing: `the boat they fired on`."""
    if verb.dep not in ("acl", "relcl") or verb.head is None:
        return None
    doer = verb.child("nsubj")
    if doer is None or doer.lower in RELATIVE:
        return None
    return next((c for c in verb.childs("prep") if c.i > verb.i and not c.children), None)


def said_of(verb: Token) -> Token | None:
    """The noun of which somebody says what a clause without a subject tells: `the man they say killed a nun`."""
    said = verb.head
    active = verb.tag in ("VBD", "VBN") and verb.child("auxpass") is None
    if verb.dep != "ccomp" or not active or said is None or said.dep != "relcl":
        return None
    return said.head if said.lemma in clause_words("believed") and said.child("nsubj") is not None else None


def antecedent(token: Token, verb: Token) -> Token:
    """What a relative word stands for; the token itself otherwise."""
    if token.lower in RELATIVE and token.tag in ("WDT", "WP", "WP$", "IN", "DT"):
        if (singled_out := _singled_out(verb)) is not None:
            return singled_out
        clause: Token | None = verb
        while clause is not None and clause.dep in ("conj", "xcomp", "ccomp"):
            clause = clause.head
        if clause is not None and clause.dep in ("relcl", "acl") and clause.head is not None:
            noun = clause.head
            further = (
                _named(noun, token) or _attack(noun, clause) or _measured(noun, token) or _further_back(noun, clause)
            )
            return further or _nearest_joined(noun, token, clause)
    return token


def _named(name: Token, word: Token) -> Token | None:
    """The place to pass whose name stands before the clause: the crossing of `its main crossing, Busia, which it shut`."""
    if name.tag[:3] != "NNP" or word.dep not in ("dobj", "nsubjpass"):
        return None
    kind = name.head if name.dep == "appos" else _whose(name)
    return kind if kind is not None and kind.lemma in actions().classes["shut"] else None


def _whose(noun: Token) -> Token | None:
    """The noun that another stands below with `of`: the crossing of `the crossing of Busia`."""
    of = noun.head if noun.dep == "pobj" else None
    return of.head if of is not None and of.lower == "of" and of.head is not None and of.head.is_noun else None


def _measured(head: Token, word: Token) -> Token | None:
    """What a measure before the clause is of: the duty of `a duty of 40 percent, which it lifted`."""
    if word.lower != "which" or head.child("nummod", "quantmod") is None:
        return None
    return _whose(head)


def _further_back(head: Token, clause: Token) -> Token | None:
    """The deal, offer or strike before the nouns that say what it is on: `the accord on wages for nurses, which was signed`."""
    classes = actions().classes
    wanted = _told_of(clause.lemma)
    if not wanted or clause.child("dobj") is not None or any(head.lemma in classes[name] for name in wanted):
        return None
    noun: Token | None = head
    for _ in range(_DEEP):
        if noun is None or noun.dep not in ("conj", "pobj") or noun.head is None:
            return None
        noun = noun.head if noun.dep == "conj" else noun.head.head
        if noun is not None and noun.is_noun and any(noun.lemma in classes[name] for name in wanted):
            return noun
    return None


def _told_of(verb: str) -> tuple[str, ...]:
    """The classes of nouns that the verb of a relative clause speaks of."""
    if verb in clause_words("sealing"):
        return ("agreement",)
    if verb in clause_words("taking_or_not"):
        return ("agreement", "offered")
    return ("meeting", "stoppage") if verb in clause_words("running") else ()


def _attack(head: Token, clause: Token) -> Token | None:
    """The attack on something that a clause tells the toll of: `a raid on a village that killed nine`."""
    prep = head.head if head.dep == "pobj" else None
    noun = prep.head if prep is not None and prep.lower in ("against", "at", "in", "near", "on") else None
    if noun is None or not noun.is_noun or head.tag.startswith("NNP"):
        return None
    lexicon = actions()
    strikes = any(sense.type == "ASSAULT" for sense, _ in lexicon.nouns.get(noun.lemma, ()))
    somewhere = head.lemma in grounds() or head.lemma in lexicon.classes["shut"]
    if not (strikes and somewhere):
        return None
    hurts = any(sense.type == "ASSAULT" for sense, _ in lexicon.verbs.get(clause.lemma, ()))
    return noun if hurts else None


def _nearest_joined(head: Token, word: Token, clause: Token) -> Token:
    """Of coordinated nouns the last one before a relative clause in the singular: `the army and the bloc, which has threatened`."""
    last = head
    while (joined := next((c for c in last.childs("conj") if c.is_noun and c.i < word.i), None)) is not None:
        last = joined
    finite = clause.childs("aux")[:1] or [clause]
    return last if finite[0].tag == "VBZ" else head


def _singled_out(verb: Token) -> Token | None:
    """Whom a cleft sentence singles out, parsed as a complement: `it was Kenya that closed the road`."""
    be = verb.head
    if verb.dep != "ccomp" or be is None or be.lemma != "be":
        return None
    it = be.child("nsubj")
    return be.child("attr") if it is not None and it.lower == "it" else None


def among_those(verb: Token) -> Token | None:
    """Whom a clause counts among those to whom something was done: `among those arrested by police were two editors`."""
    those = verb.head
    prep = those.head if those is not None and those.lower == "those" else None
    be = prep.head if prep is not None and prep.lower == "among" else None
    return be.child("nsubj", "attr") if be is not None and be.lemma == "be" else None


def named_ahead(pronoun: Token) -> Token | None:
    """Whom a pronoun stands for whose name comes behind it: `before he recalled the envoy, the king phoned Chad`."""
    clause = pronoun.head
    main = clause.head if clause is not None and clause.dep == "advcl" else None
    if clause is None or main is None or not main.is_verb or pronoun.lower not in _AHEAD or clause.i > main.i:
        return None
    name = main.child("nsubj", "nsubjpass")
    if name is None or not name.is_noun or name.i < pronoun.i:
        return None
    several = name.tag in ("NNS", "NNPS") or name.child("conj") is not None
    return name if several == (pronoun.lower == "they") else None
