"""Whose minister or president it is that a page names without his country: the state whose turn it is, of those at odds."""

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.at_odds import at_odds
from standoff.extract.actors.denoted import phrase_head
from standoff.extract.actors.names import Name, Names
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_STATES = ("country", "capital", "adjective", "people", "seat")
_AGAINST = frozenset({"about", "against", "at", "from", "of", "on", "to", "upon", "with"})
_STEPS = 6


def acted_on(head: Token, names: Names, *, owned: bool = True) -> frozenset[str]:
    """The states that somebody's own clause acts on, and whose he is not: Chad, of `Minister Adu accused Chad of theft`.

    `owned`: also those whose thing it acts on, which may be their own minister: `the minister opened Chad's border`.
    """
    verb = head.head
    if verb is None or not verb.is_verb or head.dep != "nsubj" or verb.lemma in clause_words("standing_up_for"):
        return frozenset()
    told = (n for n in names.by_sentence[head.sentence.index] if n.kind in _STATES and n.start > head.end)
    return frozenset(party_of(n.id) for n in told if is_country(n.id) and _is_object(n, verb, owned=owned))


def judging(head: Token, names: Names) -> frozenset[str]:
    """The states that praise or blame what somebody did, who is not theirs: Chad, of `Chad condemned the army's killing of growers`."""
    deed = head.head if head.dep == "poss" else None
    verb = next((a for a in deed.ancestors() if a.is_verb), None) if deed is not None else None
    if deed is None or verb is None or verb.lemma not in actions().words["fact_verbs"] or deed in verb.childs("nsubj"):
        return frozenset()
    doers = [*verb.childs("nsubj"), *(t for by in verb.childs("agent") for t in by.childs("pobj"))]
    return frozenset(state for t in doers for state in _states_in(t, names))


def speaks_for(head: Token, names: Names) -> str | None:
    """The state of whose will somebody tells: Chad, of `Chad will not open the gate, Minister Adu said`."""
    verb = head.head
    if verb is None or head.dep != "nsubj" or verb.lemma not in clause_words("telling"):
        return None
    for content in verb.childs("ccomp"):
        doer = content.child("nsubj")
        willed = content.has_child(("will", "would", "wo"), "aux")
        name = names.at(doer) if doer is not None and willed else None
        if name is not None and name.kind in ("country", "capital") and is_country(name.id):
            return party_of(name.id)
    return None


def state_of(head: Token, names: Names) -> str | None:
    """The state of an official of whom only the office is known; None where the page leaves it open.

    It is the other one than his clause acts on, or than he is met or called by; else the one that the sentence before has as
    its subject, unless he answers it.
    """
    verb = head.head
    if verb is None or not verb.is_verb:
        return None
    states = _two_states(names, head.sentence.index)
    if head.dep in ("dobj", "nsubjpass"):
        doer = verb.child("nsubj") if verb.lemma in clause_words("between_leaders") else None
        return _other(states, frozenset(_states_in(doer, names))) if doer is not None else None
    if head.dep != "nsubj":
        return None
    against = acted_on(head, names)
    if against:
        return _other(states, against)
    before = spoke_before(head, names)
    if before is not None and verb.lemma in clause_words("rebutting"):
        return _other(states, frozenset({before}))
    return before if before in states else None


def _other(states: frozenset[str], one: frozenset[str]) -> str | None:
    """The other of two sides."""
    rest = states - one
    return next(iter(rest)) if len(rest) == 1 else None


def _two_states(names: Names, before: int) -> frozenset[str]:
    """The two states that a page is about; none where one is not named before a sentence."""
    told = [n for found in names.by_sentence for n in found if n.kind in _STATES and is_country(n.id)]
    states = at_odds(n.id for n in told if n.tokens[0] not in names.datelines)
    known = {party_of(n.id) for n in told if n.tokens[0].sentence.index < before}
    return states if known.issuperset(states) else frozenset()


def _states_in(token: Token, names: Names) -> list[str]:
    """The states named by a phrase or that say whose it is."""
    name = names.at(token)
    found = [name] if name is not None else []
    found += [n for c in token.children if c.i < token.i and (n := names.at(c)) is not None]
    return [party_of(n.id) for n in found if n.kind in _STATES and is_country(n.id)]


def _is_object(name: Name, verb: Token, *, owned: bool) -> bool:
    """Whether a name stands among what a verb acts on: not in a clause below it, nor where it only says where."""
    token = phrase_head(name.tokens[-1])
    if token.dep == "poss" and token.head is not None:
        if not owned:
            return False
        token = token.head
    for _ in range(_STEPS):
        above = token.head
        if above is None:
            return False
        if token.dep == "prep" and token.lower not in _AGAINST:
            return False
        if above is verb or (above.is_verb and _led_to(verb, above)):
            return token.dep in ("dobj", "prep", "dative", "ccomp", "xcomp") and not token.is_verb
        if above.is_verb:
            return False
        token = above
    return False


def _led_to(verb: Token, other: Token) -> bool:
    """Whether who does the one is to do the other: `is considering expelling`, `decided to try to close`, not `asked Chad to close`."""
    while other.dep == "xcomp" and other.head is not None and other.child("nsubj") is None:
        other = other.head
        if other.child("dobj") is not None:
            return False
        if other is verb:
            return True
    return False


def spoke_before(head: Token, names: Names) -> str | None:
    """The state that is the subject of the sentence before, in the same paragraph."""
    sentence = head.sentence
    if not sentence.index:
        return None
    for name in names.by_sentence[sentence.index - 1]:
        first = name.tokens[0].sentence
        if first.paragraph != sentence.paragraph or first.part != sentence.part or name.kind not in _STATES:
            continue
        subject = phrase_head(name.tokens[-1])
        subject = subject.head if subject.dep == "poss" and subject.head is not None else subject
        if subject.dep == "nsubj" and subject.head is not None and subject.head.head is None and is_country(name.id):
            return party_of(name.id)
    return None
