"""One act that sources date or ascribe otherwise."""

import datetime

from standoff.link.cores import Core
from standoff.link.options import Choice, Option, World, chosen, fits, rank, shifted
from standoff.link.same import THING, Likeness, Report, but_for_actors, likeness, same_matter

ONCE = ("SANCTION", "RETREAT", "COOPERATE", "AGREE")
"""Acts that are seldom done again on the next day."""
AGAIN = (*ONCE, "COERCE", "MOBILIZE", "ASSAULT", "AID", "CONSULT")
"""Acts of which sources may differ on the day."""
APART = 3
"""Days by which sources may differ."""
BY_ONE = ("COERCE", "ASSAULT", "RETREAT")
"""Acts on an object that one side does: on the same day another hardly does the same to it."""
Pairs = list[tuple[Likeness, Report, Report]]


def differing(core: Core, world: World) -> Choice | None:
    """The act that sources date or ascribe otherwise, where each of the two is the other's best."""
    best = _beside(core, world)
    if best is None or best.core.root > core.root:  # of the two the one with the greater root joins
        return None
    back = _beside(best.core, world)
    if back is None or back.core.root != core.root:
        return None
    if best.core.day == core.day:
        return chosen(core, best, "told of another actor", differ="actor")
    days = abs((best.core.first or core.first or datetime.date.min) - (core.first or datetime.date.min)).days
    return chosen(core, best, "dated a day apart" if days == 1 else f"dated {days} days apart", differ="day")


def _beside(core: Core, world: World) -> Option | None:
    """The known act that is most alike but for its day, or of one day but for its actor."""
    if core.day is None:
        return None
    found = []
    for other in world.between(core.family, shifted(core.day, -APART), shifted(core.day, APART)):
        if other.root == core.root or not other.known or other.day is None:
            continue
        if set(other.documents) & set(core.documents):
            continue  # a page that tells both means two
        pairs = _other_actor(core, other) if other.day == core.day else _other_day(core, other)
        found += [Option(core=other, home=other.root, like=like, one=a, other=b) for like, a, b in pairs]
    return min(found, key=rank, default=None)


def _other_day(core: Core, other: Core) -> Pairs:
    """The reports that tell the same of the same object in the same words, of a day that is not the same.

    What may be done again on the next day is one act only where nobody told of it before the later day.
    """
    if core.day is None or other.day is None:
        return []
    early, late = sorted((core, other), key=lambda c: (c.first or datetime.date.min, c.root))
    after = early.published is not None and late.day is not None and early.published >= late.day
    near = abs((core.day - other.day).days) == 1
    found: Pairs = []
    for a in core.faces:
        for b in other.faces:
            once = near and (a.type in ONCE or a.mode == "strike" or "ongoing" in (a.status, b.status))
            if not (once or (after and a.type in AGAIN)) or not _same_doer(a, b):
                continue
            like = likeness(a, b)
            if like and _tells_same(a, b, like) and (near or len((a.about & b.about) - {THING}) > 1):
                found.append((like, a, b))
    return found if found and fits(core.faces, other.faces) else []


def _tells_same(a: Report, b: Report, like: Likeness) -> bool:
    """They tell the same in the same words; a strike, and what is done to the disputed thing, also in like ones."""
    alike = bool(like.shared & {"words", "kind", "like"})
    if (
        a.mode == "strike"
        or "ongoing" in (a.status, b.status)
        or (a.type in ONCE and like.shared & {"thing", "matter"})
    ):
        return alike
    return "words" in like.shared and same_matter(a, b, like)


def _same_doer(a: Report, b: Report) -> bool:
    alike = (a.type, a.mode) == (b.type, b.mode) and a.group != b.group
    return alike and bool(a.actors) and a.actors == b.actors and a.happened and b.happened


def _other_actor(core: Core, other: Core) -> Pairs:
    """The reports that tell the same of the same object in the same words, but not who did it."""
    pairs = [(a, b) for a in core.faces for b in other.faces if a.type in BY_ONE and b.type == a.type]
    return [(like, a, b) for a, b in pairs if a.group != b.group and (like := but_for_actors(a, b))]
