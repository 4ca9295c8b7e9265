"""Whether an act is the one that was spoken of: the same thing done, not only something done to the same thing."""

from collections.abc import Iterable

from standoff.lexicon.flows import flow_words
from standoff.lexicon.state_acts import word_class
from standoff.model import PloverType
from standoff.record.rows import MergedEvent
from standoff.tell.words import clause, from_trigger, stems

FAMILIES: tuple[frozenset[PloverType], ...] = (
    frozenset({"RETREAT", "CONCEDE", "COOPERATE"}),
    frozenset({"CONSULT"}),
    frozenset({"AID"}),
    frozenset({"AGREE", "SUPPORT"}),
    frozenset({"COERCE", "SANCTION"}),
    frozenset({"ASSAULT", "MOBILIZE"}),
    frozenset({"PROTEST"}),
    frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN"}),
)
OPPOSITES: dict[int, int] = {0: 4, 4: 0}
"""Giving access and taking it away, by family."""
OPENING = word_class("reopen") | stems("open opening")
TALKS = stems(
    "talks meeting meet dialogue rounds negotiations hold held working-level high-level lower-level official formal"
    " offer offered new first more another engage accept agree"
)
TABLE = stems("talks negotiations dialogue rounds")
STRIKING = stems(" ".join(flow_words("walkout")))
CLOSING = stems("close closing closure shut shutdown halt suspend suspension stop")


def family_of(type_: PloverType) -> int:
    """The family of a type: acts that may be the same thing under two names."""
    return next(i for i, family in enumerate(FAMILIES) if type_ in family)


def act_words(event: MergedEvent) -> frozenset[str]:
    """The content words of what was done, to what, about what: its trigger, object and topic."""
    said = (from_trigger(member) for member in event.members[:3])
    triggers = (text[: max(0, m.event.end - m.event.start)] for text, m in zip(said, event.members, strict=False))
    told = _stems_of([event.object, clause(event.topic or ""), *triggers])
    return told or stems(clause(from_trigger(event.members[0])))


def spoken_words(what: str | None, contents: Iterable[MergedEvent]) -> frozenset[str]:
    """The content words of what was spoken of."""
    return _stems_of([what, *(c.object for c in contents), *(clause(c.topic) for c in contents if c.topic)])


def _stems_of(texts: Iterable[str | None]) -> frozenset[str]:
    return frozenset(word for text in texts for word in stems(text))


def same_act(done: frozenset[str], spoken: frozenset[str], thing: frozenset[str]) -> bool:
    """The words of an act and of what was spoken of mean one act.

    Both open it, or both close it; else they share a content word that is not a name of the disputed thing, which all acts of
    a stand-off are about.

    >>> thing = stems("the gate")
    >>> same_act(stems("open the gate"), stems("reopen the gate"), thing)
    True
    >>> same_act(stems("let owners through the gate"), stems("reopen the gate"), thing)
    False
    """
    for words in (OPENING, CLOSING):
        if spoken & words and done & words and ((done & spoken) - words or (done & thing and spoken & thing)):
            return True
    return bool((done & spoken) - thing - OPENING - CLOSING)


def same_talks(event: MergedEvent, spoken: frozenset[str]) -> bool:
    """Talks that were held may be those spoken of: what they were to be about, if it was told, is in the pages' words."""
    about = spoken - TALKS
    return not about or any(stems(member.where.quote) & about for member in event.members)
