"""What one page may cost before its worker is ended."""

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The limits on one page. CPU time counts rather than the clock, since machines are busy with other things too.

    The system holds a worker to them, so that code in C that never comes back is ended as well. Memory is held on Linux.
    """

    cpu: float = 30.0
    """Seconds of CPU time; counted in whole seconds, rounded up."""
    wall: float = 300.0
    """Seconds by the clock without an answer: ends what waits for something and takes no CPU time."""
    memory: int = 2048
    """MiB of address space beyond what a worker has when it is ready."""
    start: float = 120.0
    """Seconds by the clock until a worker is ready."""


DEFAULT = Limits()
