"""The clauses, infinitives and gerunds that a verb of saying speaks of: `said it would`, `wants the toll lifted`, `accused it of beating`."""

from standoff.extract.events.clause import objects, prepositions
from standoff.extract.status import has_to
from standoff.extract.unreal import ends_in_question
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.senses import Speech
from standoff.parse import Token

_WHETHER = frozenset({"if", "whether"})
_OUGHT = frozenset({"must", "ought", "should"})


def is_content(clause: Token, verb: Token, entry: Speech) -> bool:
    """Whether a clause that complements a verb is what the entry speaks of."""
    lemma = verb.lemma
    if entry.inf_own and clause.child("nsubj") is None and verb.child("dobj", "nsubjpass") is None:
        return False
    if entry.act in ("say", "refuse") and infinitive(clause) and verb.child("dobj") is not None:
        return False
    if entry.act == "request" and infinitive(clause) and clause.child("neg") and verb.child("dobj") is None:
        return False  # asked not to give his name
    if entry.act == "request" and clause.is_noun:
        _as_subjunctive(clause)
    to_do = infinitive(clause) or _is_bare(clause, verb)
    if to_do and "inf" in entry.forms and lemma not in entry.not_inf:
        return True
    if to_do and "whether" in entry.forms:
        return clause.has_child(("whether",), "mark")
    if "done" in entry.forms and clause.tag in ("VBN", "VBD") and clause.child("aux", "auxpass", "mark") is None:
        if clause.child("nsubj", "nsubjpass") is None:
            return False
        clause.retag("VBN")  # `wants the toll lifted`
        return True
    if clause.tag == "VBG" and "gerund" in entry.forms and clause.child("nsubj", "mark") is None:
        return True
    if not to_do and "that" in entry.forms and lemma not in entry.no_that and clause.is_verb:
        will = has_will(clause)
        if entry.act == "concur":
            return not will
        if entry.act == "request" and _is_question(clause):
            return False  # asked why the road was shut
        if entry.act == "agree" and verb.tag in ("VBD", "VBN") and clause.has_child(("should",), "aux"):
            return True  # agreed that the road should reopen
        if lemma in entry.that_asking and not _asks(clause):
            return False
        offered = entry.act == "offer" and clause.tag in ("VB", "VBP")
        return (
            entry.act in ("say", "request", "accuse") or will or offered or (entry.act == "agree" and _is_open(clause))
        )
    return clause.tag == "VBG" and "prep" in entry.forms and entry.act == "accuse"


def _is_bare(clause: Token, verb: Token) -> bool:
    """Whether a clause is an infinitive without `to`: `told it to pay and leave`, or a bidding: `Free the crew, Chad tells Niger`."""
    if clause.tag != "VB" or clause.child("aux") is not None:
        return False
    return clause.dep == "conj" or (clause.dep == "ccomp" and clause.i < verb.i and clause.child("dobj") is not None)


def seen_done(clause: Token) -> Token:
    """What somebody wants to see done: `wants to see the toll lifted`; else the clause itself."""
    done = clause.child("ccomp") if clause.lemma == "see" and infinitive(clause) else None
    if done is None or done.tag not in ("VBN", "VBD") or done.child("nsubj", "nsubjpass") is None:
        return clause
    done.retag("VBN")
    return done


def infinitives(verb: Token) -> list[Token]:
    """The infinitives that hang on a verb as its purpose, or on its object: `sent an envoy to reopen the talks`."""
    found = [
        c
        for c in verb.childs("advcl", "acl")
        if infinitive(c) and c.i > verb.i and verb.lemma not in clause_words("striving")
    ]
    for o in [*objects(verb), *(t for name, t in prepositions(verb) if name in ("on", "to"))]:
        found += [c for c in o.childs("acl", "relcl") if infinitive(c)]
    return found


def further_gerunds(verb: Token, found: list[Token], prep: tuple[str, ...]) -> list[Token]:
    """The gerunds after a repeated preposition: `accused it of stopping lorries and of beating drivers`."""
    joined = [c for p in verb.childs("prep") if p.lower in prep for c in p.childs("conj") if c.lower in prep]
    below = [p for v in found if v.is_verb for p in v.childs("prep") if p.lower in prep]
    return [t for p in (*joined, *below) for t in p.childs("pcomp") if t.tag == "VBG"]


def has_will(clause: Token) -> bool:
    """Whether the clause speaks of what is to come."""
    return any(
        c.lower in ("will", "would", "'ll", "wo", "'d", "could", "may", "might", "shall") for c in clause.childs("aux")
    )


def infinitive(token: Token) -> bool:
    """Whether the verb is an infinitive with `to`."""
    return token.is_verb and has_to(token)


def _is_open(clause: Token) -> bool:
    """Whether a clause leaves open who, which or how many: `agreed who is to inspect the stations`."""
    first = clause.subtree()[0]
    return first.tag in ("WP", "WDT", "WRB")


def _is_question(clause: Token) -> bool:
    """Whether a clause asks who, why or whether: `asked how the talks were going`, `asked, "Could it?"`."""
    first = clause.subtree()[0]
    return ends_in_question(clause) or first.lower in _WHETHER or _is_open(clause)


def _asks(clause: Token) -> bool:
    """Whether a clause says what is to be, not what is: `insisted that Chad pay`, `that it must pay`."""
    words = {c.lower for c in clause.childs("aux", "auxpass")}
    if words & _OUGHT:
        return True
    if clause.tag == "VBN" and words == {"be"}:
        return True  # that the mine be handed back
    return clause.tag in ("VB", "VBP") and clause.lemma not in ("be", "have") and not words - {"be"}


def _as_subjunctive(noun: Token) -> None:
    """Tags the bare verb of a demand as one where the parser takes it for a noun: `demanded that the government resign`."""
    doer = noun.child("compound")
    if noun.tag == "NN" and noun.child("nsubj") and noun.child("det", "poss", "amod") is None:
        noun.retag("VB")  # demanded Togo hand over the pilots
    if noun.tag == "NN" and noun.child("mark") and doer is not None and noun.child("dobj", "nsubj") is None:
        noun.retag("VB")
        doer.relabel("nsubj")


def turn_of(clause: Token) -> tuple[Token, Token] | None:
    """Whose turn it is said to be, and to do what."""
    if clause.lemma != "be":
        return None
    for time in clause.childs("attr"):
        deed = next((c for c in time.childs("relcl", "acl", "xcomp") if infinitive(c)), None)
        if time.lower == "time" and deed is not None and (doer := deed.child("nsubj")) is not None:
            return doer, deed
    deed = clause.child("xcomp")
    up = next((c for c in clause.children if c.lower == "up"), None)
    to = [t for t in up.childs("prep") if t.lower == "to"] if up is not None else []
    doer = to[0].child("pobj") if to else None
    return (doer, deed) if doer is not None and deed is not None else None


def is_view(clause: Token, who: Token | None) -> bool:
    """Whether a clause only says how something would be: `it would not be right to punish them`."""
    if clause.lemma != "be" or who is None or who.lower != "it":
        return False
    said = clause.child("acomp", "attr")
    return (
        said is not None
        and (clause.child("xcomp", "ccomp", "advcl") or said.child("xcomp", "ccomp", "advcl")) is not None
    )
