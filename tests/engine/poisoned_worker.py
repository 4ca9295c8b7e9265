"""A worker that crashes on the pages of its list, for the tests: `poisoned_worker.py LIST FD`, LIST as `id=how,id=how`.

What a page holds has no part in it: the list is the command's. Other pages get a short answer without a parser.
"""

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

from standoff.engine.worker import serve
from standoff.model import Annotation, Meta, PageInput, Subject

LIST = dict(entry.split("=", 1) for entry in sys.argv[1].split(",") if entry)
KEPT: list[bytearray] = []


def poisoned(item: PageInput, *, subject: Subject | None, model: str) -> Annotation:
    how, _, where = LIST.get(item.id, "").partition(":")
    match how:
        case "segfault":
            ctypes.string_at(0)
        case "hang":
            while True:
                pass
        case "sleep":
            time.sleep(1_000)
        case "swell":
            KEPT.append(bytearray(8 << 30))
        case "grow":
            while True:
                KEPT.append(bytearray(64 << 20))
        case "exit":
            os._exit(7)
        case "leave":
            sys.exit(0)
        case "raise":
            raise ValueError("half a character: \ud800")
        case "half":
            return Annotation(id=item.id, text="half a character: \ud800")
        case "nonsense":
            os.write(int(sys.argv[2]), (5).to_bytes(8, "big") + b"hello")
        case "recursion":
            return poisoned(item, subject=subject, model=model)
        case "print":
            print("words of a page " * 10_000, file=sys.stderr, flush=True)
        case "killed" if not Path(where).exists():  # somebody kills the worker, once
            Path(where).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        case "slow":
            time.sleep(0.2)
    return Annotation(id=item.id, text=(item.text or "").upper(), meta=Meta(url=item.url))


if __name__ == "__main__":
    serve(int(sys.argv[2]), annotate=poisoned, load=len)
