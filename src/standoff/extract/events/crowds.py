"""A road shut by people without office is a protest: `the hauliers' blockade`, `fishermen barred the harbour`."""

from collections.abc import Sequence

from standoff.actor_ids import is_country, sector_of
from standoff.extract.draft import Draft
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import peoples
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.senses import Sense, marked
from standoff.model import ActorRef, PloverType

OBSTRUCTING: tuple[PloverType, str] = ("PROTEST", "obstruct")
_SECTORS = ("-CVL", "-LAB")
_SHUT_BY = 0.9  # how much less sure it is that a blockade is that of the people the page tells of


def kind_by(sense: Sense, actors: Sequence[ActorRef]) -> tuple[PloverType, str | None]:
    """The type and mode of an act by who does it."""
    if "crowd" in sense.marks and actors and all(without_office(ref.id) for ref in actors):
        return OBSTRUCTING
    return sense.type, sense.mode


def of_the_crowd(drafts: Sequence[Draft]) -> None:
    """Blockades that nobody is said to make are protests on a page where only people without office shut anything.

    Protesters whom the page names, as those who are driven off or arrested, are such people too.
    """
    shut = [d for d in drafts if d.content_of is None and (_is_crowds(d) or (d.type, d.mode) == OBSTRUCTING)]
    if not shut:
        return  # most pages
    if any(d.type != "PROTEST" and d.actors for d in shut) or any(_is_states_opening(d) for d in drafts):
        return
    if not any(d.type == "PROTEST" for d in shut) and not any(
        _is_protester(r.id) for d in drafts for r in d.recipients
    ):
        return
    for draft in shut:
        if not draft.actors and draft.type != "PROTEST":
            draft.type, draft.mode = OBSTRUCTING
            draft.confidence = round(draft.confidence * _SHUT_BY, 3)


def _is_states_opening(draft: Draft) -> bool:
    """Whether a state opens what it may have shut before: `Egypt opened the gate, which has been sealed since June`."""
    by_state = any(is_country(r.id) and sector_of(r.id) in (None, "GOV") for r in draft.actors)
    return by_state and (draft.type, draft.mode) == ("RETREAT", "access")


def _is_crowds(draft: Draft) -> bool:
    """Whether the sense of an act is one that makes it a protest where a crowd does it."""
    return not marked("crowd").isdisjoint(draft.rule.split())


def _is_protester(actor: str) -> bool:
    """Whether somebody is named by his protest: `NAMED:demonstrators`."""
    return lemma(actor.removeprefix("NAMED:").split()[-1].lower(), "NNS") in actions().classes["protesters"]


def of_people(actor: str) -> bool:
    """Whether an id of a side is the name of a people: `NAMED:Donbas Russians`."""
    return actor.startswith("NAMED:") and actor.split()[-1].removeprefix("NAMED:").lower() in peoples()


def without_office(actor: str) -> bool:
    """Whether an id is that of people by their trade or place: `NAMED:hauliers`, `FRA-LAB`; not of a state or a firm."""
    if actor.startswith("NAMED:"):
        last = actor.split()[-1].removeprefix("NAMED:")
        return of_people(actor) or (last.islower() and last.endswith("s") and last not in actions().words["no_crowd"])
    return actor.endswith(_SECTORS)
