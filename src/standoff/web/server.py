"""Serves a record on this machine."""

import os
import socket
import threading
from contextlib import suppress
from pathlib import Path

from standoff.errors import StandoffError, UsageError
from standoff.record import Record
from standoff.web.app import make_app
from standoff.web.desk import Desk
from standoff.web.shell import answer


def serve(path: Path, *, port: int, open_browser: bool = False) -> None:
    """Serves the record on 127.0.0.1 until interrupted; its address is printed on standard error.

    Raises:
        RecordError: there is no record at `path`.
        UsageError: the port is taken.
    """
    import sys
    import webbrowser

    import uvicorn

    with Record.open(path):
        pass  # a missing or damaged record is told before the server starts
    listener = _listen(port)
    number = listener.getsockname()[1]
    address = f"http://127.0.0.1:{number}/"
    sys.stderr.write(f"{path} is served at {address} (Ctrl-C ends it)\n")
    if open_browser and not os.environ.get("STANDOFF_NO_BROWSER"):
        webbrowser.open(address)
    app = make_app(path, hosts=frozenset({f"127.0.0.1:{number}", f"localhost:{number}"}))
    threading.Thread(target=_warm, args=(app.state.desk,), daemon=True).start()
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        h11_max_incomplete_event_size=64 * 1024,
        limit_concurrency=500,
        timeout_keep_alive=10,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    """A socket of this machine that takes in who asks as soon as the address is told, who then waits for a moment."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(512)
    except OSError as e:
        listener.close()
        raise UsageError(
            f"port {port} on 127.0.0.1: {e.strerror}", hint="choose another with --port, or 0 for a free one"
        ) from e
    return listener


def _warm(desk: Desk) -> None:
    """Has the first page at hand before it is asked for, and what a decision changes; again where the record becomes another.

    What is wrong with the record is told to who asks.
    """
    with suppress(StandoffError):
        answer(desk, "/", {})
    while desk.changed.wait():
        desk.changed.clear()
        with suppress(StandoffError):
            desk.get_ready()
