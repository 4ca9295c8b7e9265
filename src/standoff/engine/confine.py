"""What a worker lets the system hold it to: memory, CPU time, no core files, no life after its engine.

The limits are the kernel's own, so that they also end code in C that never comes back to Python.
"""

import ctypes
import math
import os
import resource
import signal
import sys
import time
from pathlib import Path

_MIB = 1 << 20
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def die_with(parent: int) -> None:
    """Ends this process when its parent ends, even where it is busy; elsewhere than on Linux it ends at its next read."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it was gone before
        os._exit(0)


def no_core() -> None:
    """Writes no core file where this process crashes."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bound_memory(mebibytes: int) -> None:
    """Lets this process take so much more address space than it has now; beyond, Python raises MemoryError."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except OSError:
        return  # not Linux
    _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + mebibytes * _MIB)


def bound_cpu(seconds: float) -> None:
    """Lets this process take so many more seconds of CPU time; beyond, SIGXCPU ends it."""
    _lower(resource.RLIMIT_CPU, math.ceil(time.process_time() + seconds))


def _lower(which: int, limit: int) -> None:
    """Sets the limit that is in force; the one that cannot be raised again stays."""
    _, hard = resource.getrlimit(which)
    resource.setrlimit(which, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
