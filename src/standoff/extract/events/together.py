"""What two sides do together: `laid the cable side by side`, `tracked him in tandem with Ugandan police`, `in a joint campaign with`."""

from collections.abc import Iterator

from standoff.actor_ids import party_of
from standoff.extract.draft import Draft
from standoff.extract.events.clause import prepositions, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.refs import is_other
from standoff.extract.status import read_status
from standoff.lexicon.clauses import clause_words
from standoff.model import ActorRef
from standoff.parse import Token

_TRUST = 0.7
_WITHIN = frozenset({"during", "in", "on", "under"})
_BESIDE = frozenset({"alongside", "with"})
_TOLD = frozenset({"happened", "ongoing", "planned"})
# What a clause may tell in other words of the same work.
_GOOD = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "SUPPORT"})
_INSTEAD = frozenset({"ASSAULT", "MOBILIZE"})

Refs = tuple[ActorRef, ...]


def add_together(coder: Coder, verb: Token, drafts: list[Draft]) -> None:
    """Adds the cooperation that a clause of work tells; drills and patrols of both are nothing else."""
    if verb.lemma not in clause_words("working_verbs") or (sign := _sign(verb)) is None:
        return
    if any(d.type in _GOOD and verb in d.trigger for d in drafts):
        return
    found = _done_together(coder, verb, sign)
    if found is None:
        return
    both = {r.id for r in (*found.actors, *found.recipients)}
    drafts[:] = [d for d in drafts if not (d.type in _INSTEAD and verb in d.trigger and _on_nobody_else(d, both))]
    drafts.append(found)


def _on_nobody_else(draft: Draft, both: set[str]) -> bool:
    """Whether an act is done by those who work together, and to nobody but themselves."""
    return draft.type == "MOBILIZE" or all(r.id in both for r in draft.recipients)


def _done_together(coder: Coder, verb: Token, sign: Token) -> Draft | None:
    """What two sides do side by side; None where nobody else is named, or nothing is told to be done."""
    reading = read_status(verb)
    if reading.drop or reading.negated or reading.status not in _TOLD:
        return None
    ours = coder.roles.acting(subject(verb) or _doer_above(verb))
    theirs = _partner(coder, verb, sign, {r.id for r in ours})
    if not theirs and len({party_of(r.id) for r in ours}) > 1:
        theirs = ours
    if not ours or not theirs:
        return None
    return Draft(
        type="COOPERATE",
        rule="together clause",
        trigger=tuple(sorted({verb, sign}, key=lambda t: t.i)),
        anchor=verb,
        actors=coder.roles.spelled(ours, verb),
        recipients=coder.roles.spelled(theirs, verb),
        status=reading.status,
        confidence=_TRUST,
    )


def _doer_above(verb: Token) -> Token | None:
    """Who does what a participle says is done jointly with somebody: `Chad launched it in a mission run jointly with Niger`."""
    above = next((a for a in verb.ancestors() if a.is_verb), None) if verb.dep == "acl" else None
    return subject(above) if above is not None else None


def _partner(coder: Coder, verb: Token, sign: Token, ids: set[str]) -> Refs:
    """With whom the work is done: somebody known, or whose people they are."""
    for name, token in [*prepositions(sign), *prepositions(verb)]:
        if name in _BESIDE:
            refs = coder.actors.of(token) or coder.roles.people_of(token)
            if not refs and coder.actors.owner(token) and coder.roles.somebody(token):
                refs = (coder.roles.phrase(token),)
            if found := tuple(r for r in refs if is_other(r, ids)):
                return found
    return ()


def _sign(verb: Token) -> Token | None:
    """The word by which a clause tells that its work is shared."""
    return next(_signs(verb), None)


def _signs(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep == "advmod" and child.lower in clause_words("side_by_side"):
            yield child
        if child.dep != "prep":
            continue
        if child.lower == "alongside" or any(c.lower in ("jointly", "together") for c in child.childs("advmod")):
            yield child
        for noun in child.childs("pobj") if child.lower in _WITHIN else ():
            joint = any(c.lower == "joint" for c in noun.childs("amod"))
            if joint or noun.lower in clause_words("in_step"):
                yield noun
