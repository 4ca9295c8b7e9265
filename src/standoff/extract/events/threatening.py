"""Whether what somebody warns of, or weighs, is done to somebody: an act against him, bad consequences, what he will have to pay."""

from collections.abc import Sequence

from msgspec.structs import replace

from standoff.extract.draft import Draft
from standoff.extract.events.clause import subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.complements import has_will
from standoff.extract.events.conditions import own_condition
from standoff.extract.events.said import Said
from standoff.extract.events.speech_types import OWN_TYPE, against_others
from standoff.lexicon.actions import Actions
from standoff.model import ActorRef
from standoff.parse import Token

_LEVIED = frozenset({"against", "for", "on"})


def hurts(said: Said, inner: Sequence[Draft], speaker: Sequence[ActorRef], coder: Coder) -> bool:
    """Whether what is spoken of is an act against somebody, or bad consequences."""
    if bystanders(speaker, coder.lexicon.words["bystanders"]):
        return False  # forecasters warned that the storm could close the ports
    if any(against_others(d) for d in inner):
        return True
    doer = subject(said.verb) if said.verb is not None else None
    words = coder.lexicon.words
    for c in said.contents:
        if doer is not None and c.is_verb and (own_condition(c, doer) or _to_others(c, doer, inner, speaker, coder)):
            return True  # warned that they would be back unless he pays
        mods = {m.lower for m in c.children}
        if c.lemma in words["threat_noun"] or (c.lemma in words["grave_noun"] and not mods.isdisjoint(words["grave"])):
            return True
        if c.lemma in words["levied"] and any(t.lower in _LEVIED for t in c.subtree()):
            return True
    return False


def foretold(clause: Token, lexicon: Actions) -> bool:
    """Whether a clause says what is to come upon others: `the consequences will be felt`, `our answer would be painful`."""
    who, words = clause.child("nsubj", "nsubjpass"), lexicon.words
    if who is None:
        return False
    told = {t.lower for c in clause.childs("acomp", "attr", "advmod", "oprd") for t in c.subtree()}
    return who.lemma in words["threat_noun"] or (who.lemma in words["reply"] and not told.isdisjoint(words["grave"]))


def vows_harm(contents: Sequence[Token], lexicon: Actions) -> bool:
    """Whether what is promised is harm: `promised that the raid would not be left without an answer`."""
    for clause in (c for c in contents if c.is_verb):
        text = " ".join([t.lower for t in clause.subtree()])
        phrases = (p for name in ("impatience", "impatience_with") for p in lexicon.words[name])
        if foretold(clause, lexicon) or any(p in text for p in phrases):
            return True
    return False


def as_threat(said: Said) -> Said:
    """What is said, as a threat."""
    return replace(said, entry=replace(said.entry, act="threaten", neg=None))


def bystanders(speaker: Sequence[ActorRef], words: frozenset[str]) -> bool:
    """Whether those who speak only watch: analysts, forecasters."""
    lasts = [r.id.split()[-1].removeprefix("NAMED:").lower() for r in speaker if r.id.startswith("NAMED:")]
    return bool(lasts) and len(lasts) == len(speaker) and all(w in words or w.removesuffix("s") in words for w in lasts)


def _to_others(clause: Token, doer: Token, inner: Sequence[Draft], speaker: Sequence[ActorRef], coder: Coder) -> bool:
    """Whether somebody warns of what he himself will or may do to another side, whatever it is: `that it would review ties with Chad`."""
    who = clause.child("nsubj")
    if who is None or not (who.lower in ("it", "they", "we") or who.lemma == doer.lemma) or not has_will(clause):
        return False
    if clause.child("neg") is not None or clause.lemma in ("be", "have") or any(d.type in OWN_TYPE for d in inner):
        return False
    mine = {r.id for r in speaker}
    return any(r.id not in mine and not r.id.startswith("NAMED:") for r in coder.roles.inside(clause))
