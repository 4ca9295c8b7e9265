"""The acts that a vaguer one can mean, and whether one of them stands out."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

import msgspec

from standoff import edtf
from standoff.lexicon.alike import deeds, sense_of
from standoff.link.cores import Core
from standoff.link.same import DEEDS, Likeness, Report, likeness, opposed
from standoff.link.units import SAME

MARGIN = 0.4
"""How far the best of several acts must stand out to be the one that is meant."""
ONE_COURSE = 3
"""Like acts within so many days are one course of events: a coarse report may join any of them."""
LEAVING = "leaving_deal"
"""Who leaves a deal does so once, as by a deed."""
_EVER = 10**6
STAND_OUT = 3
"""Sources, and how many times more of them, that make one of several acts the one that is meant."""


class World(Protocol):
    """The acts that a choice is made from."""

    def between(self, family: str, first: datetime.date, last: datetime.date) -> Sequence[Core]:
        """The acts of a family whose time lies within these days, those of a coarser time too."""
        ...

    def near(self, core: Core, first: datetime.date, last: datetime.date) -> Sequence[Core]:
        """Those of the family of an act that may be of its sides."""
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


def is_deed(core: Core) -> bool:
    """Something that is done, and not said."""
    return any(f.type in DEEDS or LEAVING in deeds().get(sense_of(f.rule), ()) for f in core.faces)


def shifted(day: datetime.date, days: int) -> datetime.date:
    """A day so many days later or before, within the calendar."""
    last = datetime.date.max.toordinal()
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), last))


def chosen(core: Core, best: Option, what: str, *, differ: Literal["", "day", "actor"] = "") -> Choice:
    """The choice of an option, with the reason. `what`: what joins the two beside their likeness."""
    reason = ", ".join((what, *best.like.why))
    return Choice(root=core.root, target=best.core.root, score=best.like.score, reason=reason, differ=differ)


def fits(a: Iterable[Report], b: Sequence[Report]) -> bool:
    """No two reports exclude each other."""
    return all(likeness(one, other) is not None for one in a for other in b)


def options_of(core: Core, others: Iterable[Core], world: World) -> list[Option]:
    """The acts that it can mean, the most alike first; of equals the one most told, then the later. Joined acts are one."""
    found: dict[str, Option] = {}
    here = world.home(core)
    for other in others:
        home = world.home(other)
        if home == here or other.root == core.root or opposed(core.faces[0], other.faces[0]):
            continue
        option = closest(core, other, home)
        if option and (home not in found or rank(option) < rank(found[home])):
            found[home] = option
    return sorted(found.values(), key=rank)


def rank(option: Option) -> tuple[object, ...]:
    """What options are sorted by, the one that is meant first."""
    first = option.core.first or datetime.date.min
    return -round(option.like.score, 3), -len(option.core.sources), -first.toordinal(), option.core.root


def closest(core: Core, other: Core, home: str) -> Option | None:
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
    option = None if opposed(core.faces[0], other.faces[0]) else closest(core, other, other.root)
    return option is not None and option.like.score >= least


def is_alone(options: Sequence[Option]) -> bool:
    """There is an act that can be meant, and no other is nearly as alike."""
    return len(options) == 1 or (len(options) > 1 and options[0].like.score - options[1].like.score >= MARGIN)


def stands_out(options: Sequence[Option]) -> bool:
    """One act only can be meant: no other is nearly as alike, or far more sources tell of this one."""
    if is_alone(options):
        return True
    alike = [option.core for option in _alike(options)]
    finest = finest_of(options).core
    days = [day for core in alike if (day := _nearest(core, finest))]
    if days and (max(days) - min(days)).days <= ONE_COURSE:
        return True
    told = [len(option.core.sources) for option in options[:2]]
    return told[0] >= STAND_OUT and told[0] >= STAND_OUT * told[1]


def _alike(options: Sequence[Option]) -> list[Option]:
    """The best one and those nearly as alike."""
    return [option for option in options if options[0].like.score - option.like.score < MARGIN]


def finest_of(options: Sequence[Option]) -> Option:
    """Of those nearly as alike the one whose time is told most exactly: a coarser one may be that act itself."""
    return min(_alike(options), key=lambda option: edtf.length(option.core.date) or _EVER)


def _nearest(core: Core, best: Core) -> datetime.date | None:
    """The day of an act; of one without, that of its time which is nearest to the best one: it may be that one itself."""
    if core.first is None or core.last is None or best.first is None:
        return core.first
    return min(max(core.first, best.first), core.last)
