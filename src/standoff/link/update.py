"""Puts new and changed texts to the acts of a record, and works out anew only what they concern.

The result is what putting everything together at once gives: an act hangs on the units of its cell, a choice on the acts
that it can mean, an event on its acts and choices. What is concerned is found in that order; what was left as it was is
not looked at.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from math import inf

import msgspec

from standoff.link.choose import BACKGROUND_DAYS, OLD_NEWS_DAYS, WORDS_DAYS, Weighed, choose_early, is_named, weigh_late
from standoff.link.cores import Core, cores_of, looks_like
from standoff.link.differing import APART
from standoff.link.memory import Kept, Memory
from standoff.link.merge import Acts, accepted
from standoff.link.options import MARGIN, Choice, World, may_mean
from standoff.link.same import Report, apart
from standoff.link.units import SAME, Unit, units_of
from standoff.record.asking import parts

CELLS = 2_000
"""So many cells are worked out at a time."""
Choose = Callable[[Core, World], Weighed]


class Remembered:
    """The acts that linking remembers, asked for one by one."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._cores: dict[str, Core] = {}
        self._homes: dict[str, str] = {}
        self._between: dict[tuple[str, datetime.date, datetime.date], dict[str, str]] = {}
        self.settled = False
        """Acts of a day have joined others: from then on those are one."""

    def get(self, roots: Iterable[str]) -> list[Core]:
        """Acts by their roots, in that order; those that are no more are left out."""
        asked = list(roots)
        self._cores.update((c.root, c) for c in self._memory.cores([r for r in asked if r not in self._cores]))
        return [self._cores[root] for root in asked if root in self._cores]

    def between(self, family: str, first: datetime.date, last: datetime.date) -> Sequence[Core]:
        """The acts of a family whose time lies within these days."""
        return self.get(self._within(family, first, last))

    def near(self, core: Core, first: datetime.date, last: datetime.date) -> Sequence[Core]:
        """Those of the family of an act that may be of its sides."""
        sides = core.sides
        return self.get(r for r, theirs in self._within(core.family, first, last).items() if not apart(theirs, sides))

    def _within(self, family: str, first: datetime.date, last: datetime.date) -> dict[str, str]:
        asked = family, first, last
        if asked not in self._between:
            self._between[asked] = self._memory.between(*asked)
        return self._between[asked]

    def told_by(self, document: str) -> Sequence[Core]:
        """The acts that a page tells."""
        return self.get(self._memory.told_by([document]))

    def home(self, core: Core) -> str:
        """The root of the act that an act has joined."""
        if not self.settled:
            return core.root
        if core.root not in self._homes:
            self._homes[core.root] = self._memory.home(core.root, early=True)
        return self._homes[core.root]


class Update:
    """One run over what has changed. `concerned`: the acts whose event may have changed; `left`: reports that changed place."""

    def __init__(self, memory: Memory, *, fresh: bool) -> None:
        self.memory = memory
        self.fresh = fresh
        self.concerned: set[str] = set()
        self.left: set[str] = set()
        self._before: list[Core] = []
        self._after: list[Core] = []
        self._alike: dict[str, tuple[str, ...]] = {}
        """Acts that changed, but not to those that look at them, each with the pages that it gained and lost."""
        self._overtaken: dict[str, Kept] = {}
        """What acts had chosen that have a day only now: they choose among those with a day, and earlier."""
        self._world: Remembered | Acts = Remembered(memory)

    def take(self, groups: Collection[str], texts: Iterable[Sequence[Report]]) -> None:
        """Puts these texts in place of what these groups of copies told."""
        self._cells(self._texts(groups, texts))
        self._choices()

    def _texts(self, groups: Collection[str], texts: Iterable[Sequence[Report]]) -> set[str]:
        """Remembers these texts; the cells that tell something else now come back."""
        units: list[Unit] = []
        loose: list[Report] = []
        for text in texts:
            units += units_of([r for r in text if r.content_of is None and not r.hangs])
            loose += [r for r in text if r.content_of is not None or r.hangs]
        before = {u.reports[0].key: u for u in self.memory.units_of_groups(groups)}
        after = {u.reports[0].key: u for u in units}
        changed = {id for id in before.keys() | after.keys() if before.get(id) != after.get(id)}
        self.left |= {r.key for r in self.memory.loose_of_groups(groups)}
        self.memory.replace_texts(groups, units, loose)
        return {side[id].cell for side in (before, after) for id in changed if id in side}

    def _cells(self, cells: Collection[str]) -> None:
        for some in parts(sorted(cells), CELLS):
            told = self.memory.units_of_cells(some)
            before = {c.root: c for c in self.memory.cores_of_cells(some)}
            after = {c.root: c for cell in sorted(told) for c in cores_of(cell, told[cell])}
            self._before += [before[root] for root in sorted(before) if after.get(root) != before[root]]
            self._after += [after[root] for root in sorted(after) if after[root] != before.get(root)]
        now = {c.root: c for c in self._after}
        self._alike = {
            c.root: tuple(sorted(set(c.documents) ^ set(now[c.root].documents)))
            for c in self._before
            if c.root in now and looks_like(c, now[c.root])
        }
        self.memory.replace_cores([c.root for c in self._before], self._after)
        self.left |= {key for core in self._before for key in core.members}

    def _choices(self) -> None:
        changed = [*self._before, *self._after]
        if self.fresh:
            self._world = Acts(self._after)
        chosen = self.memory.choices({c.root for c in self._after if c.day is not None})
        self._overtaken = {root: kept for root, kept in chosen.items() if not kept.early}
        self.memory.replace_choices(self._overtaken, ())
        moved = self._choose(
            self._early_concerned(changed), lambda core, world: Weighed(choose_early(core, world)), early=True
        )
        if isinstance(self._world, Remembered):
            self._world.settled = True
            changed += self._world.get(sorted(moved))
        else:
            self._world.settle({root: self.memory.home(root) for root in sorted(moved)})
        self._choose(self._late_concerned(changed, moved), weigh_late, early=False)

    def _early_concerned(self, changed: Sequence[Core]) -> set[str]:
        found = {c.root for c in changed if c.day is not None}
        if isinstance(self._world, Remembered):
            for core in changed:
                if core.day is None:
                    continue
                if not core.known:  # an act of its day that nobody is named to have done may be it
                    same = self._world.get(self.memory.early_near(core, core.day, 0, 0))
                    found.update(c.root for c in same if c.known and not is_named(c))
                    continue
                beside = [c for c in self._told_beside(core, self._world) if c.day is not None]
                found.update(c.root for c in beside)
                if core.root not in self._alike or any(c.known and _near(c, core) for c in beside):
                    near = self.memory.early_near(core, core.day, 2 * APART, OLD_NEWS_DAYS)
                    found.update(c.root for c in self._world.get(near) if c.known or may_mean(c, core))
        return found

    def _late_concerned(self, changed: Sequence[Core], moved: Collection[str]) -> set[str]:
        found = {c.root for c in changed if c.day is None}
        if isinstance(self._world, Remembered):
            for core in changed:
                if core.first is None or core.last is None:
                    continue
                if core.root in self._alike and core.root not in moved:
                    found.update(c.root for c in self._told_beside(core, self._world) if c.day is None)
                else:
                    found.update(c.root for c in self._swayed(core, core.first, core.last, self._world))
        return found

    def _told_beside(self, core: Core, world: Remembered) -> list[Core]:
        """The acts of its family that those pages tell which it gained or lost, while it looks as before: they see that."""
        told = world.get(self.memory.told_by(self._alike.get(core.root, ())))
        return [c for c in told if c.family == core.family and c.root != core.root]

    def _swayed(self, core: Core, first: datetime.date, last: datetime.date, world: Remembered) -> Iterator[Core]:
        """Those acts without a day for whose choice one counts: as much alike as what they chose from, or of its page."""
        own = set(self.memory.told_by(core.documents))
        near = {*self.memory.late_near(core, first, last, deeds=BACKGROUND_DAYS, words=WORDS_DAYS), *own}
        least = self.memory.least(near)
        enough = {r: min(least.get(r, 0.0), SAME - MARGIN if r in own else inf) for r in sorted(near)}
        for other in world.get(root for root in enough if enough[root] < inf):
            like = other.family == core.family and other.day is None
            if like and may_mean(other, core, enough[other.root]):
                yield other

    def _choose(self, concerned: Collection[str], choose: Choose, *, early: bool) -> set[str]:
        """Lets acts choose anew; those whose home may be another now come back."""
        roots = {c.root for c in self._before} | set(concerned)
        before = {root: kept for root, kept in self.memory.choices(roots).items() if kept.early == early}
        world = self._world
        cores = (
            world.get(sorted(concerned))
            if isinstance(world, Remembered)
            else [world.by_root[r] for r in sorted(concerned) if r in world.by_root]
        )
        weighed = {c.root: choose(c, world) for c in cores}
        after = {root: each.choice for root, each in weighed.items() if each.choice}
        if not early:
            self.memory.replace_least(roots, {c.root: weighed[c.root].least for c in cores if c.day is None})
        changed = {c.root for c in (*self._before, *self._after)}
        reshaped = changed - self._alike.keys()
        same = {root for root, k in before.items() if root not in reshaped and after.get(root) == k.choice}
        gone = {root: kept for root, kept in before.items() if root not in same}
        come = [after[root] for root in sorted(after.keys() - same)]
        self.memory.replace_choices(gone, [Kept(choice=choice, early=early, kept=False) for choice in come])
        if not early:
            gone |= self._overtaken
        targets = {k.choice.target for k in gone.values()}
        moved = self._accept({*targets, *(c.target for c in come), *reshaped}, gone, early=early)
        self.concerned |= moved | targets | {c.root for c in self._after}
        return moved

    def _accept(self, targets: Collection[str], before: dict[str, Kept], *, early: bool) -> set[str]:
        """Works out anew which choices of these targets stand; the acts whose home that changes come back."""
        chosen = {root: k for root, k in self.memory.choices(targets=targets).items() if k.early == early}
        by_target: dict[str, list[Choice]] = defaultdict(list)
        for root in sorted(chosen):
            by_target[chosen[root].choice.target].append(chosen[root].choice)
        there = {c.root: c for c in self._get({*by_target, *chosen})}
        stand: set[str] = set()
        for target in sorted(by_target):
            if target in there:
                stand |= {c.root for c in accepted(by_target[target], there)}
        other = sorted(root for root, k in chosen.items() if k.kept != (root in stand))
        self.memory.replace_choices(
            other, [msgspec.structs.replace(chosen[root], kept=root in stand) for root in other]
        )
        moved = set()
        for root in {*before, *chosen}:
            old = before[root] if root in before else chosen.get(root)
            was = old.choice.target if old is not None and old.kept else None
            now = chosen[root].choice.target if root in stand else None
            if was != now:
                moved.add(root)
        return moved | set(self.memory.choices(targets=moved)) if early else moved

    def groups(self) -> Iterator[list[tuple[Core, str | None]]]:
        """The acts of every event that is concerned, each with the reason for which it joined the others."""
        for home in sorted({self.memory.home(root) for root in sorted(self.concerned)}):
            joined = self.memory.joined(home)
            known = self._world.by_root if isinstance(self._world, Acts) else {}
            cores = [known[root] for root in joined if root in known]
            cores += self.memory.cores([root for root in joined if root not in known])
            yield [(core, joined[core.root]) for core in sorted(cores, key=lambda core: core.root)]

    def _get(self, roots: Collection[str]) -> list[Core]:
        if isinstance(self._world, Remembered):
            return self._world.get(sorted(roots))
        return [self._world.by_root[root] for root in sorted(roots) if root in self._world.by_root]


def _near(one: Core, other: Core) -> bool:
    """Their days are so near that sources may differ on them."""
    return one.first is not None and other.first is not None and abs((one.first - other.first).days) <= APART
