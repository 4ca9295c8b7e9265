"""What is said to stay as it is until the other side gives way: `said the border would remain shut until the fine was paid`."""

from standoff.extract.events.clause import passive
from standoff.extract.events.coder import Coder
from standoff.extract.events.standing import brought_by
from standoff.extract.events.words import is_time
from standoff.lexicon.clauses import clause_words
from standoff.model import ActorRef
from standoff.parse import Token

_UNTIL = frozenset({"before", "till", "unless", "until"})
_WITHOUT = frozenset({"pending", "till", "until", "without"})
_AHEAD = frozenset({"VB", "VBP", "VBZ"})
_STATES = frozenset({"acomp", "advcl", "oprd"})


def holds_out(clause: Token, coder: Coder) -> bool:
    """Whether a clause says that a thing stays shut, or that nothing passes, until somebody has done something."""
    if clause.tag not in _AHEAD:
        return False
    stays = clause.lemma in clause_words("staying") and clause.child("neg") is None
    state = next((c for c in clause.children if c.dep in _STATES and c.i > clause.i), None) if stays else None
    if not _until(clause) and not (state is not None and _until(state)):
        return False
    if state is not None:
        kept = clause.child("nsubj", "nsubjpass")
        return kept is not None and brought_by(coder, state, kept) is not None
    return _none_passes(clause)


def stays_so(clause: Token, coder: Coder, speaker: tuple[ActorRef, ...]) -> bool:
    """Whether a clause says of a ban or a levy that it stays as it is, and not until when: `the toll would remain in place`."""
    kept = clause.child("nsubj")
    if clause.lemma not in clause_words("staying") or clause.child("neg") is not None or kept is None:
        return False
    if any(c.dep in _STATES and c.i > clause.i for c in clause.children) or not _WITHOUT.isdisjoint(
        c.lower for c in clause.childs("prep")
    ):
        return False
    named = [t for p in clause.childs("prep") for t in p.childs("pobj") if p.lower == "in"]
    in_place = all(t.lower in clause_words("in_place") for t in named)
    kinds = ("@restriction", *sorted(coder.lexicon.words["levied"]))
    disputed = coder.actors.thing(kept) is not None and bool(coder.roles.sides.other_side(speaker, kept))
    return in_place and (disputed or coder.matcher.classes.any_of([kept], kinds))


def stays_until(clause: Token) -> bool:
    """Whether a clause says of its speaker that he will go on until another gives way: `they would stay until he withdraws it`."""
    going_on = clause.lemma in clause_words("staying") or clause.lemma in clause_words("carrying_on")
    return going_on and clause.tag == "VB" and clause.child("neg") is None and _until(clause)


def _until(clause: Token) -> bool:
    """Whether something another has to do says until when: a clause, or a noun that is no time (`until a settlement`)."""
    for part in clause.childs("advcl"):
        if part.has_child(_UNTIL, "mark", "advmod") and part.child("nsubj", "nsubjpass"):
            return True
    for prep in clause.childs("prep"):
        noun = prep.child("pobj")
        if prep.lower in _WITHOUT and noun is not None and noun.is_noun and not is_time(noun):
            return noun.lemma not in clause_words("notice")
    return False


def _none_passes(clause: Token) -> bool:
    """Whether nobody or nothing is to pass: `no ship would pass`, `lorries would not be let through`."""
    words = clause_words("letting") if passive(clause) else clause_words("passing")
    who = clause.child("nsubj", "nsubjpass")
    if clause.lemma not in words or who is None or who.tag == "PRP":
        return False
    return clause.child("neg") is not None or who.has_child(("no",), "det")
