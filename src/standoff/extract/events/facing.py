"""Against whom one of two states acts where the sentence does not say: who recalls an ambassador faces the other one.

A page about two states names the other once and then tells `Algiers recalled its ambassador` and `Damascus called it piracy`.
"""

from collections.abc import Callable, Sequence

from standoff.actor_ids import coded, is_country, party_of, sector_of
from standoff.extract.draft import Draft
from standoff.extract.events.refs import as_another
from standoff.lexicon.actions import actions
from standoff.lexicon.lemmas import lemma
from standoff.model import ActorRef, PloverType

_DONE = ("happened", "ongoing", "planned")
# Who acts for a state: itself, its government, forces and firms; not its people.
_OFFICIAL = frozenset({None, "BUS", "COP", "GOV", "LEG", "MIL"})
# What a state does to the other one by these modes; `None` where the mode says nothing.
_MODES: dict[PloverType, frozenset[str | None]] = {
    "ACCUSE": frozenset({None, "allege", "disapprove"}),
    "COERCE": frozenset({"restrict", "seize"}),
    "MOBILIZE": frozenset({"troops", "weapons"}),
    "REJECT": frozenset({None, "change", "meet", "yield"}),
    "REQUEST": frozenset({None, "change", "meet", "yield"}),
    "RETREAT": frozenset({None, "withdraw"}),
    "SANCTION": frozenset({None, "discontinue", "withdraw"}),
    "THREATEN": frozenset({None, "relations", "restrict", "violence"}),
}
_TAKEN: frozenset[PloverType] = frozenset({"ASSAULT", "COERCE", "RETREAT"})

Refs = tuple[ActorRef, ...]


class Facing:
    """The two states of a page; `mention` finds where one is named; `declared`: they are the subject's parties."""

    def __init__(self, states: Sequence[str], mention: Callable[[str, Draft], Refs], *, declared: bool = False) -> None:
        self._states = tuple(states)
        self._mention = mention
        known = actions().classes
        self._armed = known["arms"] if declared else known["materiel"] | known["vessel"]

    def fill(self, draft: Draft) -> None:
        """Gives an act of one state that is done to nobody, or to boats and crews of nobody, the other as its recipient."""
        if draft.content_of is not None or draft.status not in _DONE:
            return
        other = self._other(draft)
        if other is None:
            self._place(draft)
            return
        if not draft.recipients or _lodged(draft):
            if draft.mode in _MODES.get(draft.type, ()) and not _at_home(draft):
                draft.recipients = self._mention(other, draft)
        elif draft.type in _TAKEN and all(_is_crew(r.id) for r in draft.recipients):
            draft.recipients = tuple(as_another(r, other) for r in draft.recipients)

    def _place(self, draft: Draft) -> None:
        """Gives boats, guns or aircraft of nobody that are used against one of the two states to the other one."""
        hit = {party_of(r.id) for r in draft.recipients if is_country(r.id)}
        if (
            draft.type not in _TAKEN
            or len(hit) != 1
            or not draft.actors
            or not all(self._is_armed(a.id) for a in draft.actors)
        ):
            return
        if hit.issubset(self._states):
            own = next(s for s in self._states if s not in hit)
            draft.actors = tuple(as_another(a, coded(own, "MIL")) for a in draft.actors)

    def _is_armed(self, actor: str) -> bool:
        """Whether somebody is only a word for guns, warships or warplanes, between declared parties for soldiers too."""
        last = actor.removeprefix("NAMED:").split()[-1]
        return actor.startswith("NAMED:") and last.islower() and not self._armed.isdisjoint((last, _singular(last)))

    def _other(self, draft: Draft) -> str | None:
        """The state that an act of the other one's officials faces."""
        mine = {party_of(a.id) for a in draft.actors}
        if len(mine) != 1 or not all(is_country(a.id) and sector_of(a.id) in _OFFICIAL for a in draft.actors):
            return None
        return next((s for s in self._states if s not in mine), None) if mine.issubset(self._states) else None


def _at_home(draft: Draft) -> bool:
    """Whether troops are sent against a state's own people: `deployed the army as protesters took to the streets`."""
    own = actions().words["at_home"]
    return draft.type == "MOBILIZE" and any(t.lemma in own for t in draft.anchor.sentence.tokens)


def _lodged(draft: Draft) -> bool:
    """Whether a complaint is told with the body that gets it: `lodged a grievance with the League`."""
    told = draft.type == "ACCUSE" and any(t.is_noun for t in draft.trigger)
    return told and all(r.id.startswith("IGO-") for r in draft.recipients)


def _is_crew(actor: str) -> bool:
    """Whether somebody is only a word for boats, aircraft or those on board: `two trawlers`, `the sailors`."""
    last = actor.removeprefix("NAMED:").split()[-1]
    if not actor.startswith("NAMED:") or not last.islower():
        return False
    lexicon = actions()
    return any(
        w in lexicon.words["aboard"] or w in lexicon.words["crews"] or w in lexicon.classes["vessel"]
        for w in (last, last.removesuffix("s"))
    )


def _singular(word: str) -> str:
    return lemma(word, "NNS")
