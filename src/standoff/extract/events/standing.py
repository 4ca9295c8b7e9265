"""What still stands -> draft: `The gate has stayed shut since 2 June` tells the closing of 2 June, if it says since when."""

from collections.abc import Iterator, Sequence

from standoff.extract.draft import Draft
from standoff.extract.events.clause import subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.match import Match
from standoff.extract.events.objects import thing_of
from standoff.extract.events.relative import antecedent
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.senses import Sense
from standoff.parse import Sentence, Token

RULE = "standing"
_BY_STATE = 0.75  # how much less sure an act is that only its outcome tells
_STATES = frozenset({"acomp", "advcl", "oprd"})
_DONE = frozenset({"COERCE", "SANCTION"})


def standing(coder: Coder, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """The acts whose outcome stands, each to be dated by its own words or left out."""
    used = {t for d in drafts for t in d.trigger}
    return [
        draft
        for sentence in sentences
        for verb, state in _stays(sentence)
        if verb not in used and state not in used and (draft := _draft(coder, verb, state)) is not None
    ]


def _stays(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """The verbs that say that something stays as it is, each with the word that says how."""
    staying = clause_words("staying")
    if staying.isdisjoint(sentence.lemmas):
        return  # most sentences
    for verb in sentence.tokens:
        if verb.lemma not in staying or not verb.is_verb or verb.child("neg") is not None:
            continue
        if verb.dep in ("aux", "auxpass") and verb.head is not None:
            yield verb, verb.head
        else:
            yield from ((verb, c) for c in verb.children if c.dep in _STATES and c.i > verb.i)


def _draft(coder: Coder, verb: Token, state: Token) -> Draft | None:
    """The act that brought the state about; None of a state that is nobody's doing."""
    clause = state if verb.dep in ("aux", "auxpass") else verb
    kept = clause.child("nsubj", "nsubjpass") or verb.child("nsubj", "nsubjpass") or subject(clause)
    if kept is None:
        return None
    kept = antecedent(kept, clause)
    sense = brought_by(coder, state, kept)
    if sense is None:
        return None
    match = Match(sense, state, (verb, state), None, (kept,), "stands")
    return Draft(
        type=sense.type,
        mode=sense.mode,
        rule=f"{RULE} {sense.id}",
        trigger=tuple(sorted((verb, state), key=lambda t: t.i)),
        anchor=clause,
        status="ongoing",
        object=thing_of(match, coder.actors),
        own_time=(state, verb),
        confidence=round(sense.prior * _BY_STATE, 3),
    )


def brought_by(coder: Coder, state: Token, kept: Token) -> Sense | None:
    """The sense by which somebody brings something of this kind into the state."""
    for sense, rest in coder.lexicon.verbs.get(lemma(state.lower, "VBN"), ()):
        if rest or sense.type not in _DONE or not sense.object or sense.object == ("@any",):
            continue
        if sense.no_object and coder.matcher.classes.is_one_of(kept, sense.no_object):
            continue
        wanted = sense.only.get(lemma(state.lower, "VBN")) or sense.object
        if coder.matcher.classes.is_one_of(kept, wanted) and coder.matcher.classes.told_around(sense, state):
            return sense
    return None
