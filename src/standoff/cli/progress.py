"""How far a run of `standoff read` is, on standard error: a line that renews itself on a terminal, else a line now and then."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from standoff.cli.output import progress
from standoff.hostile import visible

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from standoff.ingest import Outcome

_EVERY = 100  # pages between two plain lines


@dataclass(slots=True)
class Counts:
    """Pages by what became of them."""

    read: int = 0
    known: int = 0
    failed: int = 0

    def add(self, outcome: "Outcome") -> None:
        """Counts one page."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    @property
    def total(self) -> int:
        """All pages."""
        return self.read + self.known + self.failed

    def __str__(self) -> str:
        known = f", {self.known} already there" if self.known else ""
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{self.read} page{'' if self.read == 1 else 's'} read{known}{failed}"


@dataclass(slots=True)
class Reading:
    """Counts the pages of each source and tells them as they come."""

    several: bool  # sources: each is summed up when it ends
    bar: "Progress | None" = None
    task: "TaskID | None" = None
    source: str | None = None
    counts: Counts = field(default_factory=Counts)

    def step(self, source: str, outcome: "Outcome") -> None:
        """One page more."""
        if source != self.source:
            self.end_source()
            self.source, self.counts = source, Counts()
        self.counts.add(outcome)
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, description=visible(f"{source}: {self.counts}"))
        elif self.counts.total % _EVERY == 0:
            progress(f"{source}: {self.counts} so far")

    def end_source(self) -> None:
        """Sums up the source that ended, where it held more than one page and is not the only one."""
        if self.several and self.source is not None and self.counts.total > 1:
            progress(f"{self.source}: {self.counts}")


@contextmanager
def reading(*, several: bool) -> Iterator[Reading]:
    """Tells how far a run is while it lasts."""
    if not sys.stderr.isatty():
        told = Reading(several)
        yield told
        told.end_source()
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}", markup=False), console=console, transient=True
    ) as bar:
        told = Reading(several, bar, bar.add_task("", total=None))
        yield told
        told.end_source()
