"""Which act a vaguer one means: what a page tells as its news, without its day, in a month, or in passing.

A choice is made from the acts as their cells give them, never from what has joined them: it hangs on nothing but the acts
of the days that it can mean.
"""

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from standoff import edtf
from standoff.lexicon.alike import sense_of
from standoff.link.cores import ONE_RULING, Core, has_ground, is_one_ruling
from standoff.link.differing import differing
from standoff.link.options import (
    MARGIN,
    Choice,
    Option,
    World,
    chosen,
    finest_of,
    is_alone,
    is_deed,
    options_of,
    shifted,
    stands_out,
)
from standoff.link.units import DONE, SAME

JOINING = 2.2
"""What must speak for it where the dates are not equal."""
_ROUNDED = 0.002
"""By so much scores that rank alike may differ."""
NEWS_DAYS = 3
"""A report dated by its page may tell of an act so many days before."""
BACKGROUND = 2.4
"""What must speak for it where a page tells an act of weeks before without its date."""
OLD_NEWS_DAYS = 120
WORDS_DAYS = 30
"""How far back an undated mention of what was said reaches, and what must speak for it."""
WORDS = 2.8
BACKGROUND_DAYS = 400
"""How far back an undated mention reaches."""
NAMELESS = 1.6
"""What must speak for it where nobody is named who did it, and one such act of that day is told."""
ATTACK = 1.3
"""The same where it is an attack: `three were killed` tells what an attack of that day did."""
IN_WEEK = 1.9
"""What must speak for it that an act told of a week is the like act of a day in it."""
MET = 2.0
"""The same of what sides did together in a month."""
RETOLD = "retold."
ACCORD = 1.3
"""What must speak for it that `the accord of April`, told by the noun alone, is the one accord of April."""
A_MONTH = 31
RECENT = 0.4
"""So much less must speak for it where the page is of the days after the act."""
OWN_PAGE = 2.0
SIDES = {"same actor", "same recipient", "same sides"}
"""Reasons by which the same side does it or suffers it."""
WITHOUT_DATE = 2.5


def is_news(core: Core) -> bool:
    """It is dated by its page alone."""
    return core.day is not None and not core.known


def choose_early(core: Core, world: World) -> Choice | None:
    """What an act of some day joins: news the act of the days before, background that of months before, a day the next one."""
    if core.day is None:
        return None
    if core.known:
        return differing(core, world) or _nameless(core, world)
    near = [c for c in _days(world, core, NEWS_DAYS) if c.known]
    options = options_of(core, near, world)
    if options:
        best = options[0]
        ruled = is_one_ruling(best.one, best.other, best.like)
        if best.like.score >= (ONE_RULING if ruled else SAME if _is_near(core, best) else JOINING):
            return chosen(core, best, "dated by its page only")
    if core.lead:
        return None
    deeds = [c for c in _days(world, core, OLD_NEWS_DAYS) if c.known and is_deed(c)]
    options = options_of(core, deeds, world)
    if options and options[0].like.score >= BACKGROUND and stands_out(options):
        return chosen(core, options[0], "told as background")
    return None


class Weighed(NamedTuple):
    """What an act joins, and how alike an act of another page must be to it to make that another one."""

    choice: Choice | None
    least: float = inf


def _is_near(core: Core, best: Option) -> bool:
    """Its own page tells the act with its day, in the same words; or it is a deed of the same side on the day before."""
    shared = best.like.shared
    if set(best.core.documents) & set(core.documents):
        return best.one.joint or bool(shared & {"words", "kind"})
    day_before = best.core.last is not None and core.last is not None and core.last <= shifted(best.core.last, 1)
    deed = is_deed(core) and core.family != "ASSAULT" and "same actor" in best.like.why
    return day_before and deed and bool(shared & {"words", "kind", "like"})


def choose_late(core: Core, world: World) -> Choice | None:
    """What an act without a day joins."""
    return weigh_late(core, world).choice


def weigh_late(core: Core, world: World) -> Weighed:
    """What an act without a day joins: the one finer act that it can mean, of its own page or of the time before."""
    if core.day is not None:
        return Weighed(None)
    if core.first is not None and core.last is not None:
        length = core.last - core.first
        near = world.near(core, *edtf.bounds(edtf.roughly(core.date)) or (core.first, core.last))
        inside = [c for c in near if c.first is not None and c.last is not None and c.last - c.first < length]
        options = options_of(core, inside, world)
        enough = _enough(core, options)
        least = _least(options, min(enough, NAMELESS))
        if options and options[0].like.score >= enough and stands_out(options):
            best = finest_of(options)
            return Weighed(chosen(core, best, f"{core.date} holds {best.core.date}"), least)
        return Weighed(None, least)
    return weigh_undated(core, world)


def _enough(core: Core, options: Sequence[Option]) -> float:
    """What must speak for it that an act of a coarser time is one of a day in it."""
    length = edtf.length(core.date) or 0
    only = length <= A_MONTH and is_alone(options)
    told = only and bool(options[0].like.shared - {"like"})
    if (told or length <= edtf.A_WEEK) and not all(is_named(c) for c in (core, *(o.core for o in options[:1]))):
        return ATTACK if core.family == "ASSAULT" and length <= edtf.A_WEEK else NAMELESS
    by_noun = all(sense_of(f.rule).startswith(RETOLD) for f in core.faces)
    if length <= A_MONTH and core.family == "AGREE" and by_noun:
        return ACCORD
    if length <= edtf.A_WEEK or (only and options[0].one.type in DONE and _of_one(options[0])):
        return IN_WEEK
    return MET if length <= A_MONTH and _of_both(core, options) else JOINING


def _of_one(option: Option) -> bool:
    """One side is told to have done one kind of act: it seldom does so twice in a time that pages name by the month."""
    return {"same actor", "same type"} <= set(option.like.why)


def _of_both(core: Core, options: Sequence[Option]) -> bool:
    """Both tell what the same sides did together: they do not meet so often."""
    joint = core.family in ("CONSULT", "AGREE") and any(len(f.actors | f.recipients) > 1 for f in core.faces)
    return joint and bool(options) and "same sides" in options[0].like.why


def _least(options: Sequence[Option], enough: float) -> float:
    """How alike an act must be to be chosen, or to stand beside what is."""
    return max(enough, options[0].like.score if options else 0.0) - MARGIN - _ROUNDED


def weigh_undated(core: Core, world: World) -> Weighed:
    """What an undated act joins: a dated one of its own page, else the one like deed of the year before."""
    own = {
        c.root: c
        for d in core.documents
        for c in world.told_by(d)
        if c.family == core.family and c.happened and c.first
    }
    options = options_of(core, [own[root] for root in sorted(own)], world)
    own_page = bool(options) and options[0].like.score >= OWN_PAGE and has_ground(options[0].one, options[0].like)
    if own_page and not _is_other_news(core, options[0]):
        return Weighed(chosen(core, options[0], "the same page"))
    if not core.happened or core.published is None:
        return Weighed(None)
    deed = is_deed(core)
    before = world.near(core, shifted(core.published, -(BACKGROUND_DAYS if deed else WORDS_DAYS)), core.published)
    options = options_of(core, [c for c in before if c.happened], world)
    enough = WITHOUT_DATE if deed else WORDS
    least = _least(options, enough - RECENT)
    if options and options[0].core.last is not None and options[0].core.last >= shifted(core.published, -NEWS_DAYS):
        enough -= RECENT
    if not options or options[0].like.score < enough or not stands_out(options):
        return Weighed(None, least)
    if not deed and not options[0].like.shared & {"matter", "beside"}:
        return Weighed(None, least)  # one asks and refuses often
    if not _is_backed(options[0]) or _is_other_news(core, options[0]):
        return Weighed(None, least)
    return Weighed(chosen(core, options[0], "told without a date"), least)


def _is_other_news(core: Core, best: Option) -> bool:
    """What a page tells first is no act of its background, unless the words for it, its kind or its object are the same."""
    if not core.lead or core.published is None or best.core.last is None:
        return False
    if best.like.shared & {"words", "kind", "matter"} or set(core.documents).isdisjoint(best.core.documents):
        return False
    return best.core.last < shifted(core.published, -NEWS_DAYS)


def _is_backed(option: Option) -> bool:
    """More than sides and the kind of act speaks for it: what it is about, or whom and in which words it is told of."""
    shared, sides = option.like.shared, SIDES & set(option.like.why)
    told = "beside" in shared and bool(shared & {"words", "kind"})
    if shared & {"matter", "thing"} or told or (len(sides) > 1 and shared):
        return True
    return bool(sides) and has_ground(option.one, option.like)


def choose_hanging(core: Core, world: World) -> Choice | None:
    """What an act joins whose date hangs on another event: one of that date, else as others of its kind of date."""
    if core.first is not None and core.last is not None:
        same = [c for c in world.near(core, core.first, core.last) if c.date == core.date]
        options = options_of(core, same, world)
        if options and options[0].like.score >= SAME:
            return chosen(core, options[0], "the same day" if core.day else "the same time")
    return choose_late(core, world)


def _days(world: World, core: Core, days: int) -> list[Core]:
    if core.last is None:
        return []
    return [c for c in world.near(core, shifted(core.last, -days), core.last) if c.day is not None]


def _nameless(core: Core, world: World) -> Choice | None:
    """The one act of its day and kind, where nobody is named who did it: `the strike began on May 2`."""
    if core.day is None or is_named(core):
        return None
    same = [c for c in world.near(core, core.day, core.day) if is_named(c)]
    options = options_of(core, same, world)
    if not is_alone(options) or options[0].like.score < (ATTACK if core.family == "ASSAULT" else NAMELESS):
        return None
    return chosen(core, options[0], "told without who did it")


def is_named(core: Core) -> bool:
    """Some page tells in the same sentence who did it."""
    return any(f.actors and not f.guessed for f in core.faces)
