"""Against whom one side of a labour dispute acts where the sentence does not say: a strike is one against the employer.

News names the other side once. A page that tells `The crews walked out on Monday` and `They turned the offer down` leaves to
its readers whose crews and whose offer those are; where it has one union and one employer, that is known.
"""

from collections.abc import Callable, Collection, Sequence

from standoff.extract.draft import Draft
from standoff.lexicon.actions import actions
from standoff.lexicon.retold import retold_nouns
from standoff.model import ActorRef, PloverType

_DONE = ("happened", "ongoing", "planned", "threatened")
# What workers do against or with their employer, and what an employer does to a union.
_OF_WORKERS: frozenset[PloverType] = frozenset({"AGREE", "CONCEDE", "PROTEST", "REJECT", "RETREAT", "THREATEN"})
_OF_EMPLOYER: frozenset[PloverType] = frozenset({"AGREE", "CONCEDE", "REJECT", "THREATEN"})

Mention = Callable[[str], tuple[ActorRef, ...]]


def answer(draft: Draft, unions: Collection[str], employer: str | None, mention: Mention) -> None:
    """Gives what nobody is said to do to a union, or to offer it, its employer, and the other way round."""
    if draft.actors or not draft.recipients or draft.status not in _DONE or employer is None or len(unions) != 1:
        return
    offered = draft.type == "REQUEST" and not actions().classes["offered"].isdisjoint(t.lemma for t in draft.trigger)
    if not offered and draft.type not in ("REJECT", "SANCTION"):
        return
    ids = {r.id for r in draft.recipients}
    if ids.issubset(unions):
        draft.actors = mention(employer)
    elif ids == {employer} and draft.type == "REJECT":
        draft.actors = mention(next(iter(unions)))


def oppose(draft: Draft, unions: Collection[str], employer: str | None, mention: Mention) -> None:
    """Gives an act of one side alone, which says of nobody whom it is done to, the other side as its recipient."""
    if draft.recipients or not draft.actors or draft.status not in _DONE or employer is None:
        return
    ids = {a.id for a in draft.actors}
    if ids.issubset(unions) and draft.type in _OF_WORKERS:
        draft.recipients = mention(employer)
    elif ids == {employer} and (draft.type in _OF_EMPLOYER or draft.whose == "offering") and len(unions) == 1:
        draft.recipients = mention(next(iter(unions)))


def seat(
    draft: Draft, told: Sequence[Draft], unions: Collection[str], employer: str | None, mention: Mention
) -> tuple[ActorRef, ...]:
    """With whom one side alone sits at the table: a union with the employer, that one with the one union it deals with there."""
    at_table = draft.type == "CONSULT" and draft.rule.split()[0] in retold_nouns().words["at_table"]
    ids = {a.id for a in draft.actors}
    if not at_table or draft.recipients or not ids or draft.status not in _DONE or draft.negated or employer is None:
        return ()
    if ids.issubset(unions):
        return mention(employer)
    if ids != {employer}:
        return ()
    sides = [{a.id for a in (*d.actors, *d.recipients)} for d in told if d.type in ("AGREE", "CONSULT")]
    others = {u for found in sides if employer in found for u in found.intersection(unions)} or set(unions)
    return mention(others.pop()) if len(others) == 1 else ()
