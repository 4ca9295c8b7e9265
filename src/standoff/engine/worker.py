"""A worker: a process that annotates the pages it is sent, one after the other, until its line ends.

    python -P -m standoff.engine.worker FD

It keeps nothing between pages and writes nothing but answers: ending it at any moment loses the page in hand alone.
"""

import gc
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import NoReturn

from standoff.engine import confine
from standoff.engine.frames import Job, Ready, Reply, Setup, pack, receive
from standoff.engine.local import Annotate, answer, page_reader, unwritable
from standoff.errors import ModelMissing
from standoff.parse import load_parser

OUT_OF_MEMORY = 77
"""The exit code of a worker that was refused memory."""


def serve(fd: int, *, annotate: Annotate | None = None, load: Callable[[str], object] | None = None) -> NoReturn:
    """Answers pages over the socket `fd` until it ends, then ends the process.

    Args:
        fd: the worker's end of the line.
        annotate: what answers a page; tests give one that crashes.
        load: what makes it ready.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the engine's to answer
    with socket.socket(fileno=fd) as line:
        setup = receive(line, Setup)
        if setup is None:
            os._exit(0)
        confine.die_with(setup.parent)
        confine.no_core()
        annotate = annotate or page_reader()  # what cannot be imported is told once, not for each page
        if not _ready(line, setup.model, load or load_parser):
            os._exit(0)
        confine.bound_memory(setup.limits.memory)
        while (job := _next(line, setup)) is not None:
            line.sendall(_reply(job, setup, annotate))
    os._exit(0)


def _ready(line: socket.socket, model: str, load: Callable[[str], object]) -> bool:
    """Loads the model and says so; from there on nothing that a parser prints gets out."""
    try:
        load(model)
    except ModelMissing as e:
        line.sendall(pack(Ready(missing=str(e), hint=e.hint)))
        return False
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    gc.collect()
    gc.freeze()  # the lexicons and the model stay: the collector need not look at them again for each page
    line.sendall(pack(Ready()))
    return True


def _next(line: socket.socket, setup: Setup) -> Job | None:
    """The next page. What it takes to receive it is not counted, neither against the page before nor against its own."""
    confine.bound_cpu(setup.limits.cpu)
    job = receive(line, Job)
    confine.bound_cpu(setup.limits.cpu)
    return job


def _reply(job: Job, setup: Setup, annotate: Annotate) -> bytes:
    """The answer to a page, as a frame."""
    try:
        given = answer(job.item, subject=setup.subject, model=setup.model, annotate=annotate)
        return pack(Reply(number=job.number, annotation=given))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # what the parsers hold may be half made: the engine starts a fresh worker
    except UnicodeEncodeError:
        return pack(Reply(number=job.number, annotation=unwritable(job.item)))


if __name__ == "__main__":
    serve(int(sys.argv[1]))
