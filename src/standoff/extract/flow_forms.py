"""What the words of a clause are where it tells of a flow: what flows, what is counted, all of it, a part, nothing."""

from itertools import pairwise

from standoff.extract.events.clause import passive
from standoff.extract.events.relative import antecedent
from standoff.lexicon.flows import flow_words
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.states import state_table
from standoff.parse import Token

_APART = frozenset({"conj", "ccomp", "advcl", "relcl", "parataxis", "acl"})


def subject_of(verb: Token) -> Token | None:
    """The subject; of `oil began to flow` the one of the verb above."""
    found = verb.child("nsubj", "nsubjpass")
    if found is not None:
        return antecedent(found, verb)
    above = verb.head
    if verb.dep == "xcomp" and above is not None and above.lemma in flow_words("begin"):
        return above.child("nsubj")
    return None


def phrasal(verb: Token) -> str:
    """The verb's lemma, with the particle that makes it another verb: `take off`."""
    off = next((c.lower for c in verb.childs("prt") if f"{verb.lemma} {c.lower}" in flow_words("move")), None)
    return f"{verb.lemma} {off}" if off else verb.lemma


def core(noun: Token) -> Token:
    """The noun that is counted: of `half of the flights` the flights."""
    if common_lemma(noun) in flow_words("portion") or noun.tag == "CD":
        return next((o for p in noun.childs("prep") if p.lower == "of" for o in p.childs("pobj")), noun)
    return noun


def says_no(subject: Token | None) -> bool:
    """`nothing`, `no train`, `not a box`."""
    if subject is None:
        return False
    if subject.lower in ("nothing", "none"):
        return True
    before = subject.sentence.tokens[max(0, subject.i - 4) : subject.i]
    mine = {t.i for t in subject.subtree()}
    return any(t.lower == "no" and t.i in mine for t in before) or any(
        t.lower == "not" and u.lower in ("a", "one", "an") for t, u in pairwise(before)
    )


def can_move(noun: Token) -> bool:
    """What can move, or through which something moves; `nothing` of some sort is no such thing."""
    words = {common_lemma(t) for t in _own(noun)} | {noun.lower}
    if noun.lower == "nothing":
        return not noun.childs("prep", "relcl", "acl")
    return bool(words & (flow_words("carriers", "flow")) or common_lemma(noun) in state_table().aspects)


def _own(noun: Token) -> list[Token]:
    """The words of a noun's phrase without the clauses that hang on it: `no reason to open the tap` is of a reason."""
    apart = {t.i for c in noun.subtree() if c.dep in ("relcl", "acl") for t in c.subtree()}
    return [t for t in noun.subtree() if t.i not in apart]


def none_of_it(subject: Token) -> bool:
    """`none of it`."""
    ends = [o for p in subject.childs("prep") if p.lower == "of" for o in p.childs("pobj")]
    return subject.lower == "none" and any(o.lower == "it" for o in ends)


def common_lemma(token: Token) -> str:
    """The lemma; of a noun that is taken for a name, as one that begins a sentence may be, that of its common twin."""
    return lemma(token.lower, "NNS") if token.tag in ("NNP", "NNPS") else token.lemma


def is_flow(noun: Token | None) -> bool:
    """Whether a noun is what flows: gas, deliveries, traffic."""
    return noun is not None and (common_lemma(noun) in flow_words("flow") or noun.lower in flow_words("flow"))


def is_price(verb: Token, subject: Token | None) -> bool:
    """Whether a good's price is told, not how much of it comes: `Wheat fell 6%`, `gas rose to its highest since May`."""
    if subject is None or common_lemma(subject) not in flow_words("commodities") or has_end(subject):
        return False
    if verb.lemma not in flow_words("fall"):
        return False
    return any(
        t.lower in ("%", "percent") or common_lemma(t) in flow_words("market")
        for t in own_clause(verb)
        if not t.is_verb
    )


def patient_of(verb: Token, subject: Token | None) -> Token | None:
    """What the verb is done to; of one that nobody is said to do, its subject."""
    if (acted := verb.child("dobj")) is not None:
        return acted
    if passive(verb):
        return subject if verb.dep != "acl" else verb.head
    gerund = next((c for c in verb.childs("xcomp") if c.tag == "VBG"), None)
    if gerund is not None and verb.lemma in flow_words("resume", "stop"):
        return gerund.child("dobj") or (gerund if is_flow(gerund) else None)
    return subject


def own_clause(verb: Token) -> list[Token]:
    """The words of the verb's own clause, without those that hang on another verb."""
    found, waiting = [], [verb]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting.extend(c for c in token.children if not (c.is_verb and c.dep in _APART))
    return sorted(found, key=lambda t: t.i)


def strayed(acted: Token) -> list[Token]:
    """The words by how much it is cut, where the parser hangs them on a clause beside: `cut the gas it sends over the line by half`."""
    beside = [v for v in acted.childs("relcl", "acl") if v.lemma not in flow_words("cut", "fall")]
    return [t for v in beside for p in v.childs("prep") if p.lower == "by" for t in p.subtree()]


def has_word(rest: list[Token], name: str) -> bool:
    """Whether a word of a class stands among others."""
    words = flow_words(name)
    return any(t.lower in words or common_lemma(t) in words for t in rest)


def in_part(rest: list[Token]) -> bool:
    """`at a third`, `by 20 percent`, `three of nine routes`, `three routes out of nine`."""
    words, fractions = flow_words("part"), flow_words("ordinals")
    if any((t.lower in words or t.lemma in words) and not (t.lemma in fractions and t.dep == "amod") for t in rest):
        return True
    numbers = [t for t in rest if t.tag == "CD"]
    return any(
        0 < two.i - one.i <= 5 and any(t.lower == "of" and one.i < t.i < two.i for t in rest)
        for one, two in pairwise(numbers)
    )


def after(rest: list[Token], verb: Token) -> list[Token]:
    """The words behind a verb."""
    return [t for t in rest if t.i > verb.i]


def has_end(word: Token) -> bool:
    """It is told where it goes: `deliveries to the coast`."""
    below = [word, *word.childs("dobj")]
    return any(p.lower in ("to", "for") and p.child("pobj") for w in below for p in w.childs("prep", "dative"))
