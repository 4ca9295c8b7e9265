"""An act told by `did so` or `followed suit` -> draft: what the sentence before tells of another side.

`Uganda said it would shut the bridge. Kenya did so on Monday` tells a closing by Kenya.
"""

from collections.abc import Sequence

from standoff.actor_ids import is_country, party_of
from standoff.extract.draft import Draft
from standoff.extract.events.coder import Coder
from standoff.extract.tense import tense_of
from standoff.lexicon.clauses import clause_words
from standoff.model import PloverType
from standoff.parse import Sentence, Token

RULE = "likewise"
_AGAIN = 0.8  # how much less sure an act is that only another one tells
_DONE: frozenset[PloverType] = frozenset({"COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
_VERBS = frozenset({"do", "follow"})
_TENSES = ("past", "past_perfect", "present_perfect")
_PARTS = ("caption", "story")


def likewise(coder: Coder, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """The acts of states that are told to be those of another state before."""
    used = {t for d in drafts for t in d.trigger}
    found: list[Draft] = []
    for sentence in sentences:
        if sentence.part not in _PARTS or not {"did", "done", "followed"} & sentence.words:
            continue
        for verb in sentence.tokens:
            if verb.lemma in _VERBS and verb not in used and _is_likewise(verb):
                draft = _again(coder, verb, (*drafts, *found))
                found += [draft] if draft is not None else []
    return found


def _is_likewise(verb: Token) -> bool:
    """Whether a verb says no more than that the same was done: `did so`, `did the same`, `followed suit`, `followed`."""
    if not verb.is_verb or tense_of(verb) not in _TENSES or verb.child("neg", "nsubjpass") is not None:
        return False
    objects = verb.childs("dobj")
    if any(o.lower not in clause_words("likewise") for o in objects):
        return False
    after = [*objects, *(c for c in verb.childs("advmod") if c.i == verb.i + 1)]
    if any(t.lower in clause_words("likewise") for t in after):
        return True
    return verb.lemma == "follow" and not verb.childs("ccomp", "xcomp", "agent") and verb.head is None


def _again(coder: Coder, verb: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The last act told before, done by the verb's subject; None where that is no other state."""
    actors = tuple(r for r in coder.roles.acting(verb.child("nsubj")) if is_country(r.id))
    here = verb.sentence
    near = [
        d
        for d in drafts
        if d.anchor.start < verb.start
        and here.index - d.anchor.sentence.index <= 1
        and d.anchor.sentence.paragraph == here.paragraph
        and d.type in _DONE
        and d.actors
    ]
    if not actors or not near:
        return None
    told = max(near, key=lambda d: d.anchor.start)
    mine, theirs = {party_of(a.id) for a in actors}, {party_of(a.id) for a in told.actors}
    if mine & theirs or not all(is_country(a.id) for a in told.actors):
        return None
    back = any(party_of(r.id) in mine for r in told.recipients)  # shut to each other
    return Draft(
        type=told.type,
        mode=told.mode,
        rule=f"{RULE} {told.rule.split()[0]}",
        trigger=(verb,),
        anchor=verb,
        actors=actors,
        recipients=told.actors if back else told.recipients,
        confidence=round(told.confidence * _AGAIN, 3),
    )
