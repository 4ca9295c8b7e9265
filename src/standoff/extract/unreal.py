"""Clauses that tell no act because of what stands above them: what is wished, asked about, prevented or denied."""

from standoff.extract.tense import tense_of
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token
from standoff.parse.days import names_time

_UNTIL = frozenset(("until", "till"))
_INVERTED = frozenset(("should", "had", "were"))


def until_it_did(verb: Token) -> bool:
    """Whether something went on until this was done on a day that is told: `sailed until Lagos shut the port on Monday`."""
    above = verb.head
    if not any(c.dep == "mark" and c.lower in _UNTIL for c in verb.children):
        return False
    if above is None or tense_of(above) != "past" or tense_of(verb) != "past":
        return False
    times = [*verb.childs("npadvmod"), *(o for p in verb.childs("prep") if p.lower == "on" for o in p.childs("pobj"))]
    return any(names_time(t) for t in times)


def wished(verb: Token) -> bool:
    """Whether the clause is what somebody hopes, fears or suggests, or a condition by word order: `should Rome refuse`."""
    head = verb.head
    if head is not None and verb.dep == "ccomp" and head.is_verb:
        if head.lemma in clause_words("hope"):
            return True
        if head.lemma in clause_words("propose") and verb.tag in ("VB", "VBP") and verb.child("aux") is None:
            return True
    if _INVERTED.isdisjoint(verb.sentence.words):
        return False
    inverted = [c for c in verb.childs("aux", "auxpass") if c.lower in _INVERTED and c.i < verb.i]
    subjects = verb.childs("nsubj", "nsubjpass")
    return any(c.i < subject.i for c in inverted for subject in subjects)


def if_he_were(verb: Token) -> bool:
    """Whether somebody only imagines what he would do if he himself did or were something else: `if I were to meet him, I would`."""
    who = verb.child("nsubj")
    for clause in verb.childs("advcl"):
        if not clause.has_child(clause_words("if"), "mark"):
            continue
        own = clause.child("nsubj")
        if own is None or who is None or own.lower != who.lower or own.tag != "PRP":
            continue
        if clause.lower == "were" or clause.has_child(("were",), "aux"):
            return True
    return False


def prevented(verb: Token) -> bool:
    """Whether somebody is kept from what a gerund tells: `a bid to stop its pilots striking`, `barred them from striking`."""
    head = verb.head
    if verb.tag != "VBG" or head is None:
        return False
    if verb.dep == "pcomp":
        return head.lower == "from" and head.head is not None and head.head.lemma in clause_words("preventing")
    if verb.dep in ("ccomp", "xcomp"):
        return verb.child("nsubj") is not None and head.lemma in clause_words("preventing")
    whom = head if head.is_noun else head.child("dobj")
    if verb.dep not in ("acl", "advcl") or whom is None or whom.dep != "dobj" or whom.i > verb.i or whom.head is None:
        return False
    apart = any(t.text == "," for t in verb.sentence.tokens[whom.i : verb.i])
    return not apart and whom.head.lemma in clause_words("preventing")


def asked_about(verb: Token) -> bool:
    """Whether a clause is only what is open: `it is not clear when the crossing will open`, `asked, "Will it open?"`."""
    head = verb.head
    if head is None or verb.dep not in ("ccomp", "advcl", "csubj", "xcomp"):
        return False
    if verb.dep == "ccomp" and ends_in_question(verb):
        return True
    asks = verb.has_child(("when", "how", "why", "whether"), "advmod", "mark")
    asks = asks or verb.has_child(("what", "who"), "dobj", "nsubj", "nsubjpass")
    unsure = actions().words["unsure"]
    return asks and (head.lemma in unsure or head.has_child(unsure, "acomp", "attr"))


def ends_in_question(clause: Token) -> bool:
    """Whether a question mark stands at the end of a clause."""
    if "?" not in clause.sentence.text:
        return False
    last = clause.subtree()[-1].i
    return any(t.text == "?" for t in clause.sentence.tokens[last : last + 2])


def disowned(verb: Token) -> bool:
    """Whether the clause is what a denial or a rejected accusation is about."""
    below = verb
    for n, above in enumerate(verb.ancestors()):
        if n > 3:
            return False
        if above.is_verb and below.dep in ("ccomp", "xcomp") and above.lemma == "deny":
            return True
        if above.is_noun and below.dep in ("acl", "ccomp", "relcl", "prep"):
            if above.lemma in clause_words("charges"):
                return True
            if below.dep in ("acl", "ccomp") and any(
                d.lower in ("no", "little", "any") for d in above.childs("det", "amod")
            ):
                return True
        below = above
    return False
