"""Time as a fetch needs it: to wait and to give up. Nothing that goes into a record comes from here."""

import time
from dataclasses import dataclass, field
from typing import Protocol


class Clock(Protocol):
    """Seconds that only grow, and a way to wait."""

    def now(self) -> float:
        """Seconds since some beginning."""

    def sleep(self, seconds: float) -> None:
        """Comes back after that time."""


class SystemClock:
    """The machine's own, which no change of date moves."""

    def now(self) -> float:
        """Seconds since some beginning."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Comes back after that time."""
        time.sleep(seconds)


@dataclass(slots=True)
class Pace:
    """When each host may be asked again."""

    clock: Clock
    _next: dict[str, float] = field(default_factory=dict)

    def ready_at(self, host: str) -> float:
        """The time from which a host may be asked."""
        return self._next.get(host, 0.0)

    def wait(self, host: str, delay: float) -> None:
        """Comes back once the host may be asked, and counts the question that follows."""
        left = self.ready_at(host) - self.clock.now()
        if left > 0:
            self.clock.sleep(left)
        self._next[host] = self.clock.now() + delay
