"""Guards against work that takes more than linear time; how fast something is stands in `benchmarks/`.

Counted is the CPU time of this process, of three trials the best where the first is slow, since others may use the processor.
"""

import time
from collections.abc import Callable

TRIALS = 3
TIMES = 4
ROOM = 3  # times what linear work would take
SHORT = 0.05  # seconds; what takes less says nothing of how it grows


def ends_within(seconds: float, work: Callable[[], object]) -> bool:
    """Whether something made to be slow is done in so much CPU time."""
    return any(_seconds(work) < seconds for _ in range(TRIALS))


def is_linear(work: Callable[[int], object], size: int) -> bool:
    """Whether work on four times as much takes no more than a few times as long."""
    small = max(SHORT, _seconds(lambda: work(size)))
    return ends_within(TIMES * ROOM * small, lambda: work(TIMES * size))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
