"""Requests told by what was done on them: `at Berlin's request Turkey held the survey back`, `at the urging of Oman`."""

from collections.abc import Iterator, Sequence

from standoff.actor_ids import party_of
from standoff.extract.draft import Draft
from standoff.extract.events.clause import prepositions, subject
from standoff.extract.events.coder import Coder
from standoff.extract.status import read_status
from standoff.model import ActorRef
from standoff.parse import Sentence, Token

_TRUST = 0.7

Refs = tuple[ActorRef, ...]


def requests_met(coder: Coder, sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The requests of one side that another is said to act on, dated as the act."""
    words = coder.lexicon.words["asked_by"]
    if words.isdisjoint(sentence.words):
        return
    for noun in sentence.tokens:
        verb = _done(noun) if noun.is_noun and noun.lemma in words else None
        if verb is None or read_status(verb).status != "happened":
            continue
        owners = (noun.childs("poss"), [t for name, t in prepositions(noun) if name in ("by", "from", "of")])
        asking = next((r for tokens in owners for t in tokens if (r := coder.roles.acting(t))), ())
        asked = coder.roles.acting(subject(verb))
        if (own := noun.child("poss")) is not None and own.tag == "PRP$":
            asking = _last_other(asked, drafts, coder.roles.sides.told)
        if asking and asked and _apart(asking, asked):
            yield Draft(
                type="REQUEST",
                rule="speech.at_request",
                trigger=(noun,),
                anchor=verb,
                actors=asking,
                recipients=asked,
                confidence=_TRUST,
            )


def _apart(one: Refs, other: Refs) -> bool:
    return {party_of(a.id) for a in one}.isdisjoint(party_of(a.id) for a in other)


def _last_other(asked: Refs, drafts: Sequence[Draft], before: Sequence[Draft]) -> Refs:
    """Who else acted last: `Baghdad shut two airports; Tehran shut three posts at its request`."""
    last = (d.actors for d in (*reversed(drafts), *reversed(before)) if d.actors and d.content_of is None)
    return next((refs for refs in last if _apart(refs, asked)), ())


def _done(noun: Token) -> Token | None:
    """The verb of what is done at somebody's request."""
    prep = noun.head
    if noun.dep != "pobj" or prep is None or prep.lower != "at" or prep.head is None:
        return None
    return prep.head if prep.head.is_verb else None
