"""The engine's end of a worker: starts the process, passes frames to and fro without waiting, ends it."""

import os
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path

import standoff
from standoff.engine.frames import HEAD, MAX_FRAME, length_of
from standoff.errors import EngineError

COMMAND = (sys.executable, "-P", "-m", "standoff.engine.worker")
"""-P: nothing is imported from the folder that the user happens to be in, which may be full of somebody's data."""
_CHUNK = 1 << 20  # bytes
_LAST = 2.0  # seconds a process may take to end after it let go of its line


class Child:
    """One worker process. Nothing here waits but `end`.

    It is a new program rather than a fork, since a fork of a process with threads may hang; and it is in a process group
    of its own, so that Ctrl-C on the terminal reaches the engine alone, which then ends it.
    """

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        """Starts the process.

        Raises:
            EngineError: the system refuses to.
        """
        self.line, theirs = socket.socketpair()
        with theirs:
            try:
                self._process = subprocess.Popen(  # noqa: S603  our own program; nothing of a page is in its arguments
                    [*command, str(theirs.fileno())],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    pass_fds=(theirs.fileno(),),
                    process_group=0,
                    env=_environment(),
                )
            except OSError as e:
                self.line.close()
                raise EngineError(
                    f"no worker process can be started: {e.strerror}", hint="--workers 0 reads without one"
                ) from e
        self.line.setblocking(False)
        self.pid = self._process.pid
        self.broken = False
        self._out: deque[memoryview] = deque()
        self._in = bytearray()

    def send(self, frame: bytes) -> None:
        """Takes a frame to pass on."""
        self._out.append(memoryview(frame))
        self.flush()

    def flush(self) -> bool:
        """Passes on what the line takes now; whether something is left."""
        while self._out and not self.broken:
            try:
                sent = self.line.send(self._out[0])
            except BlockingIOError:
                return True
            except (BrokenPipeError, ConnectionResetError):
                return False  # reading will tell that it is gone
            self._out[0] = self._out[0][sent:]
            if not self._out[0]:
                self._out.popleft()
        return False

    def receive(self) -> tuple[list[bytes], bool]:
        """The bodies of the frames that came, and whether the line has ended."""
        ended = False
        while not ended:
            try:
                data = self.line.recv(_CHUNK)
            except BlockingIOError:
                break
            except ConnectionResetError:
                data = b""
            ended = not data
            self._in += data
        return list(self._frames()), ended or self.broken

    def _frames(self) -> "deque[bytes]":
        """The whole frames of what has come so far."""
        found: deque[bytes] = deque()
        start = 0
        while len(self._in) >= start + HEAD:
            length = length_of(self._in[start : start + HEAD])
            if length > MAX_FRAME:
                self.broken = True
                break
            if len(self._in) < start + HEAD + length:
                break
            found.append(bytes(self._in[start + HEAD : start + HEAD + length]))
            start += HEAD + length
        del self._in[:start]
        return found

    def end(self, *, kill: bool) -> int:
        """Ends the process, if it has not ended; its exit code, or less than zero: the signal that ended it."""
        if kill:
            self._process.kill()
        self.line.close()
        try:
            return self._process.wait(_LAST)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()


def _environment() -> dict[str, str]:
    """The engine's own environment, with its modules and one thread: more make workers slower, and memory unsure."""
    root = str(Path(standoff.__file__).parents[1])
    path = [place for place in sys.path if place]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path if root in path else [*path, root]),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
