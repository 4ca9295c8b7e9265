"""Which mentions tell of the same event, in layers: the units of a text, the acts of a cell, then what vaguer ones mean.

A day stated by a page is never given up: reports of different days stay apart. A report dated only by its page joins an
act of the days before; a coarse one (`in April`, `the closure`) joins the one act that it can mean, or stays alone. The
order of reading does not matter: all goes by score and key.
"""

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from standoff import edtf
from standoff.link.choose import Choice, choose_early, choose_late, fits
from standoff.link.cores import Core, face_of
from standoff.link.same import Report
from standoff.link.units import Unit, units_of

_EVER = 10**6
Merges = dict[str, tuple[str, str]]


class Acts:
    """The acts of a record by kind, time and page: what choices are made from."""

    def __init__(self, cores: Iterable[Core]) -> None:
        self.by_root: dict[str, Core] = {}
        self._homes: dict[str, str] = {}
        self._dated: dict[str, list[tuple[datetime.date, datetime.date, str]]] = defaultdict(list)
        self._told: dict[str, list[str]] = defaultdict(list)
        self.add(cores)

    def add(self, cores: Iterable[Core]) -> None:
        """Adds acts."""
        for core in sorted(cores, key=lambda c: c.root):
            self.by_root[core.root] = core
            if core.first and core.last:
                self._dated[core.family].append((core.first, core.last, core.root))
            for document in core.documents:
                self._told[document].append(core.root)
        for dated in self._dated.values():
            dated.sort()

    def between(self, family: str, first: datetime.date, last: datetime.date) -> list[Core]:
        """The acts of a family whose time lies within these days."""
        dated = self._dated.get(family, [])
        low = bisect_left(dated, (first,))
        high = bisect_right(dated, (last, datetime.date.max))
        return [self.by_root[root] for _, end, root in dated[low:high] if end <= last]

    def told_by(self, document: str) -> list[Core]:
        """The acts that a page tells."""
        return [self.by_root[root] for root in self._told.get(document, [])]

    def home(self, core: Core) -> str:
        """The root of the act that an act has joined."""
        return self._homes.get(core.root, core.root)

    def settle(self, homes: Mapping[str, str]) -> None:
        """From now on these acts have joined others."""
        self._homes.update(homes)


def accepted(choices: Iterable[Choice], cores: Mapping[str, Core]) -> list[Choice]:
    """Of the acts that chose one target those that can stand together with it: the finer first, then the surer."""

    def rank(choice: Choice) -> tuple[object, ...]:
        length = edtf.length(cores[choice.root].date) or _EVER
        return not choice.differ, length, -round(choice.score, 3), choice.root

    found: list[Choice] = []
    there: dict[object, Report] = {}
    for choice in sorted(choices, key=rank):
        core, target = cores[choice.root], cores[choice.target]
        there = there or {face_of(f): f for f in target.faces}
        if choice.differ == "actor":
            found.append(choice)  # what joins either is held against its own actors alone
        elif fits(core.faces, list(there.values())):
            found.append(choice)
            there.update((face_of(f), f) for f in core.faces)
    return found


class Joined:
    """The acts of cells and what has joined what."""

    def __init__(self, acts: Acts) -> None:
        self.acts = acts
        self.choices: dict[str, Choice] = {}
        """Those that were kept, by the root of the act that chose."""

    def with_more(self, cores: Iterable[Core]) -> "Joined":
        """These acts with further ones, which have joined none yet."""
        joined = Joined(Acts([*self.acts.by_root.values(), *cores]))
        joined.choices.update(self.choices)
        joined.acts.settle({root: joined.home(root) for root in joined.choices})
        return joined

    def home(self, root: str) -> str:
        """The root of the act that stands for all that joined it."""
        while root in self.choices:
            root = self.choices[root].target
        return root

    def take(self, choices: Iterable[Choice]) -> None:
        """Keeps the choices by which no reports come together that exclude each other."""
        by_target: dict[str, list[Choice]] = defaultdict(list)
        for choice in choices:
            by_target[choice.target].append(choice)
        for target in sorted(by_target):
            self.choices.update((c.root, c) for c in accepted(by_target[target], self.acts.by_root))
        self.acts.settle({root: self.home(root) for root in self.choices})

    def groups(self) -> dict[str, list[Core]]:
        """All acts by their home."""
        found: dict[str, list[Core]] = defaultdict(list)
        for root in sorted(self.acts.by_root):
            found[self.home(root)].append(self.acts.by_root[root])
        return found


def join(cores: Iterable[Core]) -> Joined:
    """The acts of all cells, and what vaguer ones mean."""
    joined = Joined(Acts(cores))
    everything = [joined.acts.by_root[root] for root in sorted(joined.acts.by_root)]
    joined.take([choice for core in everything if (choice := choose_early(core, joined.acts))])
    joined.take([choice for core in everything if (choice := choose_late(core, joined.acts))])
    return joined


def merges_of(groups: Iterable[Sequence[tuple[Core, str | None]]]) -> Merges:
    """Of each report that is not alone with its event: the smallest key of those that tell of it, and why it is there.

    Each group holds the acts of one event, each with the reason for which it joined the others.
    """
    found: Merges = {}
    for group in groups:
        reasons: dict[str, str] = {}
        for core, reason in group:
            reasons.update(zip(core.members, core.reasons, strict=True))
            if reason is not None:
                reasons[core.root] = reason
        if len(reasons) > 1:
            canonical = min(reasons)
            found.update((key, (canonical, reasons[key])) for key in sorted(reasons))
    return found


def cells_of(reports: Iterable[Report]) -> dict[str, list[Unit]]:
    """The units of all texts by cell."""
    texts: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        texts[report.group].append(report)
    cells: dict[str, list[Unit]] = defaultdict(list)
    for group in sorted(texts):
        for unit in units_of(texts[group]):
            cells[unit.cell].append(unit)
    return cells
