"""To whom an act of speaking is done: who is asked, blamed, refused or warned, told there or known from the page."""

from standoff.actor_ids import is_country, party_of
from standoff.extract.draft import Draft
from standoff.extract.events.audience import Audience
from standoff.extract.events.clause import passive
from standoff.extract.events.said import Said
from standoff.extract.events.who_asked import who_asked
from standoff.model import ActorRef, PloverType

_DONE_TO: tuple[PloverType, ...] = ("COERCE", "RETREAT", "SANCTION")

Refs = tuple[ActorRef, ...]


def recipients_of(
    said: Said, type_: PloverType, speaker: Refs, asked: Refs, first: Draft | None, audience: Audience
) -> tuple[Refs, float]:
    """Whom an act of speaking is for, and how sure that is."""
    mine = {a.id for a in speaker}
    if type_ == "REJECT" and first is not None and len(mine) > 1 and mine == {r.id for r in first.recipients}:
        return speaker, 1.0  # failed to strike a bargain
    against = type_ == "REJECT" and first is not None and first.anchor.dep == "pcomp"  # objected to Chad opening it
    blamed = first.actors if first is not None and (type_ == "ACCUSE" or against) else ()
    recipients = asked or tuple(r for r in blamed if r.id not in mine)
    freed = type_ == "REQUEST" and first is not None and first.mode == "release"  # who is held is asked nothing
    if first is not None and not recipients and not freed:
        recipients = tuple(r for r in first.recipients if r.id not in mine)
    if not recipients and first is not None and first.type == "REQUEST":  # agreed to the hauliers' demands
        recipients = tuple(r for r in first.actors if r.id not in mine)
    if not recipients and type_ in ("REJECT", "THREATEN"):
        clauses = (c for c in (*said.contents, said.verb) if c is not None and c.is_verb)
        awaited = audience.coder.parties.addressed.awaited
        warned = type_ == "THREATEN"
        recipients = next((r for c in clauses if (r := awaited(c, speaker, warned=warned))), ())
    if not recipients and type_ == "REJECT":  # rejected a truce proposed by Chad
        makers = (c.child("agent") for n in said.contents for c in n.childs("acl") if c.tag == "VBN")
        found = (audience.coder.roles.acting(by.child("pobj")) for by in makers if by is not None)
        recipients = next((f for refs in found if (f := tuple(r for r in refs if r.id not in mine))), ())
    if not recipients and first is None:
        if audience.wanted(said):
            return (), 0.85
        recipients = audience.spoken_of(said, speaker)
    if not recipients and said.entry.bare:
        if said.entry.act == "refuse":
            return (), 1.0  # of whoever asked, which the page tells
        recipients = who_asked(speaker, said.word, audience.coder.roles.sides.told)
    put_to_other = said.entry.act in ("request", "offer") or said.entry.bare or is_wronged(said, speaker, audience)
    if not recipients and put_to_other:
        other = audience.coder.roles.sides.other_side(speaker, said.word)
        return other, 1.0 if first or not other else 0.85
    return recipients, 1.0


def means_nothing(said: Said, speaker: Refs, first: Draft | None, audience: Audience) -> bool:
    """Whether words for nobody, of nothing that is known, are no event."""
    refused = said.word.lemma == "refuse" and bool(said.contents)
    if first is not None or refused or said.entry.act in ("agree", "threaten") or said.entry.to_nobody:
        return False
    return not is_wronged(said, speaker, audience)


def is_wronged(said: Said, speaker: Refs, audience: Audience) -> bool:
    """Whether a state, or a side, complains of what was done, or wants it done, without a word of who: `that buoys were laid`."""
    if said.entry.act not in ("accuse", "request") or not speaker or not audience.official(speaker):
        return False
    if said.entry.needs == "wrong":
        return True
    return any((passive(c) or "done" in said.entry.forms) and c.tag == "VBN" for c in said.contents if c.is_verb)


def does_to_third(first: Draft | None, speaker: Refs) -> bool:
    """Whether what several agree on is done to another state: `Chad and Mali agreed to end their ban on Ghanaian fish`."""
    if first is None or first.type not in _DONE_TO:
        return False
    others = [r for r in first.recipients if r.id not in {a.id for a in speaker}]
    return bool(others) and all(is_country(party_of(r.id)) for r in others)


def is_own(asked: Refs, speaker: Refs) -> bool:
    """Whether those who are told to do something are the speaker's own people."""
    own = {party_of(r.id) for r in speaker}
    return all(r.id.startswith("NAMED:") or party_of(r.id) in own for r in asked)
