"""The drafts of one sentence without those that say the same act again, or what came of it."""

from standoff.extract.draft import Draft


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that say the same act again in the same sentence."""
    kept: list[Draft] = []
    for draft in drafts:
        if (attack := next((k for k in kept if _came_of(draft, k)), None)) is not None:
            attack.recipients += tuple(r for r in draft.recipients if r.id not in {k.id for k in attack.recipients})
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
        return False
    return not draft.recipients or {r.id for r in draft.recipients} <= {r.id for r in kept.recipients}
