"""Which act a vaguer one means: what a page tells as its news, without its day, in a month, or in passing.

A choice is made from the acts as their cells give them, never from what has joined them: it hangs on nothing but the acts
of the days that it can mean.
"""

import datetime
from collections.abc import Iterable, Sequence
from math import inf
from typing import Literal, NamedTuple, Protocol

import msgspec

from standoff.link.cores import Core, has_ground
from standoff.link.same import THING, Likeness, Report, but_for_actors, likeness, opposed, same_matter
from standoff.link.units import SAME

JOINING = 2.2
"""What must speak for it where the dates are not equal."""
MARGIN = 0.4
"""How far the best of several acts must stand out to be the one that is meant."""
_ROUNDED = 0.002
"""By so much scores that rank alike may differ."""
ONE_COURSE = 3
"""Like acts within so many days are one course of events: a coarse report may join any of them."""
NEWS_DAYS = 3
"""A report dated by its page may tell of an act so many days before."""
BACKGROUND = 2.4
"""What must speak for it where a page tells an act of weeks before without its date."""
OLD_NEWS_DAYS = 120
DEEDS = ("SANCTION", "COERCE", "RETREAT", "MOBILIZE", "ASSAULT", "COOPERATE", "AID", "PROTEST")
"""Words are spoken again and again; only deeds are recognised after weeks."""
WORDS_DAYS = 30
"""How far back an undated mention of what was said reaches, and what must speak for it."""
WORDS = 2.8
ONCE = ("SANCTION", "RETREAT", "COOPERATE", "AGREE")
"""Acts that are seldom done again on the next day."""
AGAIN = (*ONCE, "COERCE", "MOBILIZE", "ASSAULT", "AID", "CONSULT")
"""Acts of which sources may differ on the day."""
APART = 3
"""Days by which sources may differ."""
BY_ONE = ("COERCE", "ASSAULT", "RETREAT")
"""Acts on an object that one side does: on the same day another hardly does the same to it."""
BACKGROUND_DAYS = 400
"""How far back an undated mention reaches."""
NAMELESS = 1.6
"""What must speak for it where nobody is named who did it, and one such act of that day is told."""
OWN_PAGE = 2.0
WITHOUT_DATE = 2.5
STAND_OUT = 3
"""Sources, and how many times more of them, that make one of several acts the one that is meant."""


class World(Protocol):
    """The acts that a choice is made from."""

    def between(self, family: str, first: datetime.date, last: datetime.date) -> Sequence[Core]:
        """The acts of a family whose time lies within these days, those of a coarser time too."""
        ...

    def told_by(self, document: str) -> Sequence[Core]:
        """The acts that a page tells."""
        ...

    def home(self, core: Core) -> str:
        """The root of the act that an act has joined already; its own where it joined none."""
        ...


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """The act that an act joins. `differ`: what sources differ on."""

    root: str
    target: str
    score: float
    reason: str
    differ: Literal["", "day", "actor"] = ""


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """An act that can be meant, and the reports by which it is most like the other."""

    core: Core
    home: str
    like: Likeness
    one: Report
    other: Report


def is_news(core: Core) -> bool:
    """It is dated by its page alone."""
    return core.day is not None and not core.known


def choose_early(core: Core, world: World) -> Choice | None:
    """What an act of some day joins: news the act of the days before, background that of months before, a day the next one."""
    if core.day is None:
        return None
    if core.known:
        return _differing(core, world) or _nameless(core, world)
    near = [c for c in _days(world, core, NEWS_DAYS) if c.known]
    options = _options(core, near, world)
    if options:
        best = options[0]
        own_page = set(best.core.documents) & set(core.documents) and best.one.joint
        if best.like.score >= (SAME if own_page else JOINING):
            return _choice(core, best, "dated by its page only")
    if core.lead:
        return None
    deeds = [c for c in _days(world, core, OLD_NEWS_DAYS) if c.known and is_deed(c)]
    options = _options(core, deeds, world)
    if options and options[0].like.score >= BACKGROUND and _stands_out(options):
        return _choice(core, options[0], "told as background")
    return None


class Weighed(NamedTuple):
    """What an act joins, and how alike an act of another page must be to it to make that another one."""

    choice: Choice | None
    least: float = inf


def choose_late(core: Core, world: World) -> Choice | None:
    """What an act without a day joins."""
    return weigh_late(core, world).choice


def weigh_late(core: Core, world: World) -> Weighed:
    """What an act without a day joins: the one finer act that it can mean, of its own page or of the time before."""
    if core.day is not None:
        return Weighed(None)
    if core.first is not None and core.last is not None:
        length = core.last - core.first
        near = world.between(core.family, core.first, core.last)
        inside = [c for c in near if c.first is not None and c.last is not None and c.last - c.first < length]
        options = _options(core, inside, world)
        least = _least(options, JOINING)
        if options and options[0].like.score >= JOINING and _stands_out(options):
            return Weighed(_choice(core, options[0], f"{core.date} holds {options[0].core.date}"), least)
        return Weighed(None, least)
    return weigh_undated(core, world)


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
    options = _options(core, [own[root] for root in sorted(own)], world)
    if options and options[0].like.score >= OWN_PAGE and has_ground(options[0].one, options[0].like):
        return Weighed(_choice(core, options[0], "the same page"))
    if not core.happened or core.published is None:
        return Weighed(None)
    deed = is_deed(core)
    before = world.between(
        core.family, shifted(core.published, -(BACKGROUND_DAYS if deed else WORDS_DAYS)), core.published
    )
    options = _options(core, [c for c in before if c.happened], world)
    enough = WITHOUT_DATE if deed else WORDS
    least = _least(options, enough)
    if not options or options[0].like.score < enough or not _stands_out(options):
        return Weighed(None, least)
    if not deed and not options[0].like.shared & {"matter", "beside"}:
        return Weighed(None, least)  # one asks and refuses often
    return Weighed(_choice(core, options[0], "told without a date"), least)


def is_deed(core: Core) -> bool:
    """Something that is done, and not said."""
    return any(f.type in DEEDS for f in core.faces)


def choose_hanging(core: Core, world: World) -> Choice | None:
    """What an act joins whose date hangs on another event: one of that date, else as others of its kind of date."""
    if core.first is not None and core.last is not None:
        same = [c for c in world.between(core.family, core.first, core.last) if c.date == core.date]
        options = _options(core, same, world)
        if options and options[0].like.score >= SAME:
            return _choice(core, options[0], "the same day" if core.day else "the same time")
    return choose_late(core, world)


def _days(world: World, core: Core, days: int) -> list[Core]:
    if core.last is None:
        return []
    return [c for c in world.between(core.family, shifted(core.last, -days), core.last) if c.day is not None]


def shifted(day: datetime.date, days: int) -> datetime.date:
    """A day so many days later or before, within the calendar."""
    last = datetime.date.max.toordinal()
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), last))


def _choice(core: Core, best: Option, what: str, *, differ: Literal["", "day", "actor"] = "") -> Choice:
    reason = ", ".join((what, *best.like.why))
    return Choice(root=core.root, target=best.core.root, score=best.like.score, reason=reason, differ=differ)


def fits(a: Iterable[Report], b: Sequence[Report]) -> bool:
    """No two reports exclude each other."""
    return all(likeness(one, other) is not None for one in a for other in b)


def _options(core: Core, others: Iterable[Core], world: World) -> list[Option]:
    """The acts that it can mean, the most alike first; of equals the one most told, then the later. Joined acts are one."""
    found: dict[str, Option] = {}
    here = world.home(core)
    for other in others:
        home = world.home(other)
        if home == here or other.root == core.root or opposed(core.faces[0], other.faces[0]):
            continue
        option = _closest(core, other, home)
        if option and (home not in found or _rank(option) < _rank(found[home])):
            found[home] = option
    return sorted(found.values(), key=_rank)


def _rank(option: Option) -> tuple[object, ...]:
    first = option.core.first or datetime.date.min
    return -round(option.like.score, 3), -len(option.core.sources), -first.toordinal(), option.core.root


def _closest(core: Core, other: Core, home: str) -> Option | None:
    """The reports by which two acts are most alike; None where some exclude each other."""
    best: Option | None = None
    for one in core.faces:
        for their in other.faces:
            like = likeness(one, their)
            if like is None:
                return None
            if best is None or like.score > best.like.score:
                best = Option(core=other, home=home, like=like, one=one, other=their)
    return best


def may_mean(core: Core, other: Core, least: float = SAME - MARGIN) -> bool:
    """An act speaks for or against what another means: it is alike enough to be chosen, or to stand beside what is."""
    option = None if opposed(core.faces[0], other.faces[0]) else _closest(core, other, other.root)
    return option is not None and option.like.score >= least


def _stands_out(options: Sequence[Option]) -> bool:
    """One act only can be meant: no other is nearly as alike, or far more sources tell of this one."""
    if len(options) == 1 or options[0].like.score - options[1].like.score >= MARGIN:
        return True
    alike = [o.core for o in options if options[0].like.score - o.like.score < MARGIN]
    days = [day for core in alike if (day := _nearest(core, options[0].core))]
    if days and (max(days) - min(days)).days <= ONE_COURSE:
        return True
    told = [len(option.core.sources) for option in options[:2]]
    return told[0] >= STAND_OUT and told[0] >= STAND_OUT * told[1]


def _nameless(core: Core, world: World) -> Choice | None:
    """The one act of its day and kind, where nobody is named who did it: `the strike began on May 2`."""
    if core.day is None or any(f.actors for f in core.faces):
        return None
    same = [c for c in world.between(core.family, core.day, core.day) if c.known and any(f.actors for f in c.faces)]
    options = _options(core, same, world)
    if len(options) != 1 or options[0].like.score < NAMELESS:
        return None
    return _choice(core, options[0], "told without who did it")


def _nearest(core: Core, best: Core) -> datetime.date | None:
    """The day of an act; of one without, that of its time which is nearest to the best one: it may be that one itself."""
    if core.first is None or core.last is None or best.first is None:
        return core.first
    return min(max(core.first, best.first), core.last)


def _differing(core: Core, world: World) -> Choice | None:
    """The act that sources date or ascribe otherwise, where each of the two is the other's best."""
    best = _beside(core, world)
    if best is None or best.core.root > core.root:  # of the two the one with the greater root joins
        return None
    back = _beside(best.core, world)
    if back is None or back.core.root != core.root:
        return None
    if best.core.day == core.day:
        return _choice(core, best, "told of another actor", differ="actor")
    days = abs((best.core.first or core.first or datetime.date.min) - (core.first or datetime.date.min)).days
    return _choice(core, best, "dated a day apart" if days == 1 else f"dated {days} days apart", differ="day")


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
    return min(found, key=_rank, default=None)


Pairs = list[tuple[Likeness, Report, Report]]


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
            once = near and a.type in ONCE
            if not (once or (after and a.type in AGAIN)) or not _same_doer(a, b):
                continue
            like = likeness(a, b)
            told = like is not None and "words" in like.shared and same_matter(a, b, like)
            if like and told and (near or len((a.about & b.about) - {THING}) > 1):
                found.append((like, a, b))
    return found if found and fits(core.faces, other.faces) else []


def _same_doer(a: Report, b: Report) -> bool:
    alike = (a.type, a.mode) == (b.type, b.mode) and a.group != b.group
    return alike and bool(a.actors) and a.actors == b.actors and a.happened and b.happened


def _other_actor(core: Core, other: Core) -> Pairs:
    """The reports that tell the same of the same object in the same words, but not who did it."""
    pairs = [(a, b) for a in core.faces for b in other.faces if a.type in BY_ONE and b.type == a.type]
    return [(like, a, b) for a, b in pairs if a.group != b.group and (like := but_for_actors(a, b))]
