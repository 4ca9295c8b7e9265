"""What is said and does nothing to anybody: plans of one's own, appeals for calm, words to the press, hope that is not given up."""

from collections.abc import Sequence

from standoff.extract.draft import Draft
from standoff.extract.events.audience import Audience
from standoff.extract.events.clause import prepositions, subject
from standoff.extract.events.said import Said
from standoff.extract.events.speech_types import HOSTILE
from standoff.model import ActorRef
from standoff.parse import Token

_SPOKEN_TO = ("to", "with")

Refs = tuple[ActorRef, ...]


def is_idle(said: Said, asked: Refs, inner: Sequence[Draft], audience: Audience) -> bool:
    """Whether what is said does nothing to anybody: plans of one's own, `did not rule out a meeting`."""
    entry = said.entry
    if entry.needs == "act" and not inner and all(r.id.startswith("NAMED:") for r in asked):
        return True
    if entry.act == "refuse" and (_refuses_nobody(said, asked, audience) or _only_missed(said, inner)):
        return True
    return entry.neg == "THREATEN" and said.reading.negated != any(d.type in HOSTILE for d in inner)


def is_bare(said: Said, inner: Sequence[Draft], audience: Audience) -> bool:
    """Whether an appeal asks for no act that is known."""
    words = audience.coder.lexicon.words
    if said.word.lemma not in words["appeals"] or any(c.lemma in words["leaving_office"] for c in said.contents):
        return False
    return all(d.type == "REQUEST" for d in inner)


def asks_a_side(said: Said, speaker: Refs, asked: Refs, audience: Audience) -> bool:
    """Whether an appeal is to a party, to the other side, or to both for what they do together."""
    if any(t.lemma in audience.coder.lexicon.words["calming"] for c in said.contents for t in c.subtree()):
        return False  # urged both to show restraint
    both = audience.both_sides(speaker, asked) and _of_deals(said, audience)
    return both or bool(audience.of_party(asked) or audience.across(speaker, asked))


def is_withheld(verb: Token, audience: Audience) -> bool:
    """Whether something is kept from somebody who acts, or kept at all: `refused to give the army a list`, `to give up the land`."""
    if verb.lemma == "give" and verb.has_child(("up", "back"), "prt"):
        thing = verb.child("dobj")
        return thing is not None and thing.lemma != "hope"
    to = verb.child("dative")
    if to is None or verb.lemma != "give" or not audience.coder.roles.somebody(to):
        return False
    refs = audience.coder.actors.of(to) or (audience.coder.roles.phrase(to),)
    return any(not audience.is_public(r) for r in refs)


def _refuses_nobody(said: Said, asked: Refs, audience: Audience) -> bool:
    """Whether it is reporters who are refused, or lorries that fail."""
    to = [
        *asked,
        *(audience.coder.roles.phrase(t) for c in said.contents for n, t in prepositions(c) if n in _SPOKEN_TO),
    ]
    if to and not said.contents[1:] and all(audience.is_public(r) for r in to):
        return True
    doer = subject(said.verb) if said.verb is not None and said.word.lemma == "fail" else None
    return doer is not None and not (audience.coder.actors.of(doer) or audience.coder.roles.somebody(doer))


def _of_deals(said: Said, audience: Audience) -> bool:
    """Whether what is asked for is an offer, a promise or an agreement."""
    verbs = audience.coder.lexicon.speech_verbs
    return any(e.act in ("offer", "agree", "promise") for c in said.contents for e, _ in verbs.get(c.lemma, ()))


def _only_missed(said: Said, inner: Sequence[Draft]) -> bool:
    """Whether somebody only did not manage to do harm: `failed to take the town`."""
    return said.word.lemma == "fail" and bool(inner) and all(d.type in HOSTILE for d in inner)
