"""Parts of putting events together: the cells of texts, the acts that choices are made from, which choices can stand.

A day stated by a page is never given up: reports of different days stay apart. A report dated only by its page joins an
act of the days before; a coarse one (`in April`, `the closure`) joins the one act that it can mean, or stays alone. The
order of reading does not matter: all goes by score and key.
"""

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from standoff import edtf
from standoff.link.cores import Core, face_of
from standoff.link.options import Choice, fits
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

    def near(self, core: Core, first: datetime.date, last: datetime.date) -> list[Core]:
        """Those of the family of an act; `options_of` leaves out those of other sides."""
        return self.between(core.family, first, last)

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
