"""The drafts of one sentence without those that say the same act again."""

from standoff.extract.draft import Draft


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that say the same act again in the same sentence."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.content_of is None and any(_same_act(draft, k) for k in kept if k.content_of is None):
            continue
        kept.append(draft)
    return [d for d in kept if d.content_of is None or d.content_of in kept]


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
