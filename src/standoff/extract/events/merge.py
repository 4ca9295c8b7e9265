"""The drafts of one sentence without those that say the same act again, or what came of it."""

from standoff.extract.draft import Draft
from standoff.extract.errand import errand
from standoff.extract.events.shared_object import shared_objects
from standoff.extract.events.told import dates_itself


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that say the same act again in the same sentence."""
    if len(drafts) < 2 and all(d.content_of is None for d in drafts):
        return drafts
    kept: list[Draft] = []
    for draft in drafts:
        if (attack := next((k for k in kept if _came_of(draft, k)), None)) is not None:
            attack.recipients += tuple(r for r in draft.recipients if r.id not in {k.id for k in attack.recipients})
            continue
        if (visit := next((k for k in kept if _met_there(draft, k)), None)) is not None:
            visit.recipients = draft.recipients or visit.recipients
            continue
        if draft.content_of is None and any(_same_act(draft, k) for k in kept if k.content_of is None):
            continue
        kept.append(draft)
    return [d for d in kept if d.content_of is None or d.content_of in kept]


def _came_of(draft: Draft, kept: Draft) -> bool:
    """Whether a participle tells the toll of an attack: `launched a raid on the camp, wounding a guard`."""
    if draft.type != "ASSAULT" or kept.type != "ASSAULT" or draft.content_of is not None or kept.content_of is not None:
        return False
    word = draft.anchor
    if word.tag != "VBG" or word.dep != "advcl" or word.head not in kept.trigger or draft.status != kept.status:
        return False
    return {a.id for a in draft.actors} == {a.id for a in kept.actors}


def _met_there(draft: Draft, kept: Draft) -> bool:
    """Whether a draft tells whom somebody went to meet in the visit that another one tells."""
    if draft.type != "CONSULT" or kept.type != "CONSULT" or draft.content_of is not None or kept.content_of is not None:
        return False
    return draft.anchor is not kept.anchor and errand(draft.anchor) is kept.anchor


def _on_the_same(draft: Draft, kept: Draft) -> bool:
    """Whether two verbs tell with one object what was done to it: `boarded and seized a tanker`."""
    if not shared_objects(kept.anchor) or kept.anchor.child("conj") is not draft.anchor:
        return False
    return draft.mode == kept.mode and {r.id for r in draft.recipients} == {r.id for r in kept.recipients}


def _same_act(draft: Draft, kept: Draft) -> bool:
    """Whether a draft says again what another one says: with its words, or below it or beside it without anything of its own."""
    if draft.type != kept.type or draft.status != kept.status:
        return False
    if draft.mode != kept.mode and draft.mode is not None and kept.mode is not None:
        return False
    if set(draft.trigger) & set(kept.trigger):
        return True
    mine, theirs = {a.id for a in draft.actors}, {a.id for a in kept.actors}
    if mine and mine != theirs:
        return False
    if draft.anchor.dep == "conj":
        return _on_the_same(draft, kept)
    if draft.anchor.dep == "acl" and dates_itself(draft.anchor):
        return False  # the fee, introduced in May, was doubled
    return not draft.recipients or {r.id for r in draft.recipients} <= {r.id for r in kept.recipients}
