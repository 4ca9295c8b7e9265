"""What talks ended with -> draft: `The talks ended on Monday with an agreement to reopen the bridge` tells both."""

from collections.abc import Iterator, Sequence

from standoff.actor_ids import party_of
from standoff.extract.draft import Draft
from standoff.extract.events.clause import prepositions
from standoff.extract.events.coder import Coder
from standoff.lexicon.senses import Speech
from standoff.model import Span
from standoff.parse import Token

RULE = "ended_with"
_WITH = frozenset({"in", "with"})
_ACTS = frozenset({"agree", "promise"})
_BY_END = 0.9  # how much less sure it is than an agreement of which a verb tells


def ended_with(coder: Coder, drafts: Sequence[Draft]) -> list[Draft]:
    """The agreements and promises with which talks are said to have ended; none where the sentence tells one anyway."""
    agreed = {d.anchor.sentence.index for d in drafts if d.type == "AGREE"}
    found: list[Draft] = []
    for talks in drafts:
        if talks.type != "CONSULT" or talks.status != "happened" or talks.negated or talks.content_of is not None:
            continue
        verb = next((t for t in talks.trigger if t.is_verb), None)
        if verb is None or verb.sentence.index in agreed or verb.lemma not in coder.lexicon.words["ending"]:
            continue
        found += [_draft(talks, verb, noun, entry) for noun, entry in list(_nouns(coder, verb))[:1]]
    return found


def without_result(drafts: Sequence[Draft]) -> list[Draft]:
    """The acts without the refusals of both sides that are the outcome of their talks: `met on Friday and did not agree`."""
    met = [d for d in drafts if d.type == "CONSULT" and d.status == "happened" and not d.negated]
    gone = {id(d) for d in drafts if d.type == "REJECT" and any(_is_outcome(d, talks) for talks in met)}
    return [d for d in drafts if id(d) not in gone and id(d.content_of) not in gone] if gone else list(drafts)


def _is_outcome(refusal: Draft, talks: Draft) -> bool:
    """Whether both sides that met are said, in the same breath, to have agreed on nothing."""
    joined = refusal.anchor.dep == "conj" and refusal.anchor.head is talks.anchor
    sides = {party_of(r.id) for r in refusal.actors}
    return joined and talks.content_of is None and len(sides) > 1 and sides == {party_of(r.id) for r in talks.actors}


def _nouns(coder: Coder, verb: Token) -> Iterator[tuple[Token, Speech]]:
    """What a verb says that it ended with, of the nouns that tell an agreement or a promise."""
    for name, noun in prepositions(verb):
        if name not in _WITH or any(c.lower in ("no", "any", "little") for c in noun.children):
            continue
        for entry, before in coder.lexicon.speech_nouns.get(noun.lemma, ()):
            if entry.act in _ACTS and not before:
                yield noun, entry
                break


def _draft(talks: Draft, verb: Token, noun: Token, entry: Speech) -> Draft:
    words = noun.subtree()
    return Draft(
        type="AGREE",
        rule=f"{RULE} speech.{entry.id}",
        trigger=tuple(sorted((verb, noun), key=lambda t: t.i)),
        anchor=verb,
        actors=talks.actors,
        recipients=talks.recipients,
        attributed_to=talks.attributed_to,
        topic=Span(start=words[0].start, end=words[-1].end),
        confidence=round(talks.confidence * _BY_END, 3),
    )
