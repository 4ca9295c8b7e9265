"""Who speaks an act of speaking: the subject, whose announcement it is, both sides where it was agreed, or nobody who is named."""

from standoff.extract.events.audience import Audience
from standoff.extract.events.clause import holder, passive, prepositions, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.said import Said
from standoff.extract.events.unanswered import spurred
from standoff.model import ActorRef

Refs = tuple[ActorRef, ...]


def speaker_of(said: Said, coder: Coder) -> Refs:
    """Who says it; nobody where a pronoun stands for a thing."""
    if said.verb is not None:
        doer, above = subject(said.verb), said.verb.head
        found = coder.roles.acting(doer)
        if doer is not None and doer.tag == "PRP" and coder.actors.kind_of_thing(doer) is not None:
            return ()  # criticised the levy, saying it threatened growers
        if not found and doer is not None and doer.tag == "PRP" and said.verb.dep == "ccomp" and above is not None:
            speaker = subject(above)
            written = doer.lower == "it" and speaker is not None and speaker.tag == "NNS"  # `It asks`, two said
            return () if written else coder.roles.acting(speaker)  # Chad said it was ready to reopen
        return found
    owner = coder.roles.acting(holder(said.word)) or coder.roles.of_noun(said.word)
    if not owner:  # the warning from Chad
        sent = [t for name, t in prepositions(said.word) if name == "from"]
        owner = next((r for t in sent if (r := coder.roles.acting(t))), ())
    moved = spurred(said.word, coder.lexicon)
    return owner or (coder.roles.acting(moved) if moved is not None else ())


def agreed_by(said: Said, coder: Coder) -> Refs:
    """Both sides of a two-sided page, where `it was agreed that` something will be done."""
    verb = said.verb
    if said.entry.act != "agree" or verb is None or not passive(verb) or not said.contents:
        return ()
    who = verb.child("nsubjpass")
    return coder.roles.sides.both_parties(verb) if who is not None and who.lower == "it" else ()


def by_nobody(said: Said, audience: Audience) -> bool:
    """Whether somebody is ordered to do something, or accused of it, without a word of who says so: `was ordered to pay`."""
    if said.verb is None or said.word is not said.verb or not passive(said.verb) or said.verb.child("agent"):
        return False
    if said.entry.act not in ("request", "accuse") or said.verb.dep in ("acl", "relcl", "amod") or not said.contents:
        return False
    asked = audience.asked(said, ())
    return bool(asked) and not any(r.id.startswith("NAMED:") for r in asked)
