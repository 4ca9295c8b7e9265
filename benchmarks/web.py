"""How soon the page answers: after its start beside Python's own file server, with ten thousand events, while pages are read.

    python benchmarks/web.py [--events 10000]

Of the first page the time of a processor is told, so that what else the machine does counts little, in milliseconds, the
median of several: `kept` after it was asked for before, `process` as the first answer of a process, `anew` of a record that
was just opened, `page` after one more page was read into it, `accept`, `edit`, `reject`, `merge`, `undo` after a decision of
a reviewer, `kept_decision` after one whose views were kept, as the command line leaves them, `at` as of a day, `says` as one
side tells it, `says_ready` the same where the server had the time to work ahead. Beside them `ratio`: how many times as long as the `json` of Python takes to read the timeline of the same
record. `ready_ms` is what the server works out ahead after it has started; `start_of_large_s` is from the start of a server
over it to the first page. While pages are read: the slowest of a hundred answers over a record into which another process
writes.
"""

import argparse
import json
import multiprocessing
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

import msgspec

from standoff.ingest import put_together
from standoff.model import Party, PloverType, State, Subject
from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.tell.keeping import keep_views
from standoff.tell.rows import TimelineRow
from standoff.tell.timeline import timeline
from standoff.testing import PageMaker, page
from standoff.web.desk import Desk
from standoff.web.shell import answer

TYPES: tuple[PloverType, ...] = (
    "COERCE",
    "ACCUSE",
    "CONSULT",
    "AGREE",
    "ACCUSE",
    "SANCTION",
    "RETREAT",
    "PROTEST",
    "REJECT",
    "MOBILIZE",
)
DYADS = (("GEO", "ARM"), ("ARM", "GEO"), ("GEO ARM", "GEO ARM"), ("RUS", "GEO"))
SUBJECT = Subject(
    name="Vanta crossing",
    aliases=("the crossing",),
    parties=(Party(id="GEO", name="Georgia"), Party(id="ARM", name="Armenia")),
)
STATES: tuple[State, ...] = ("shut", "open", "restricted")


def pages(events: int) -> Iterator[PageMaker]:
    """Pages of ten events each, every eleventh day: no two events are one."""
    for n in range(events // 10):
        day = date(1990, 1, 1) + timedelta(days=11 * n)
        made = page(f"p{n}", day.isoformat(), publisher=f"Paper {n % 40}", title=f"Page {n}")
        for e in range(10):
            actor, recipient = DYADS[(n + e) % 4]
            when = (day - timedelta(days=e)).isoformat()
            made.event(
                TYPES[(n * 7 + e) % 10], actor, recipient, date=when, object="the crossing", verb=f"acted {n} {e}"
            )
        if n % 25 == 0:
            made.state(STATES[n // 25 % 3], object="the crossing", since=day.isoformat())
        yield made


def make_record(path: Path, events: int) -> int:
    """A record of so many mentions, put together; the number of its events comes back."""
    with Record.open(path, create=True) as record:
        record.declare(SUBJECT)
        for made in pages(events):
            record.add(made.item(), made.annotation(), made="benchmark")
        put_together(record)
        return len(record.events())


def until_answer(command: list[str], address: str) -> float:
    """Seconds from the start of a server to its first answer."""
    begin = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.perf_counter() - begin < 60:
            try:
                with urlopen(address) as told:
                    told.read()
                return time.perf_counter() - begin
            except URLError:
                time.sleep(0.01)
    finally:
        server.terminate()
        server.wait()
    raise SystemExit(f"error: {address} does not answer")


def timed(desk: Desk, path: str, clock: Callable[[], float] = time.perf_counter, **asked: str) -> float:
    """Milliseconds until a page is there."""
    begin = clock()
    answer(desk, path, asked)
    return 1000 * (clock() - begin)


def first_page(desk: Desk, **asked: str) -> float:
    """Milliseconds of a processor until the first page is there."""
    return timed(desk, "/", time.process_time, **asked)


def of_process(path: Path) -> float:
    """The same as the first answer of a process."""
    code = f"from benchmarks.web import *; print(first_page(Desk(Path({str(path)!r}))))"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=Path(__file__).parents[1]
    )
    return float(told.stdout)


def after_page(desk: Desk, path: Path, n: int) -> float:
    """The same after one more page was read into the record."""
    with Record.open(path, write=True) as record:
        made = page(f"more{n}", "2021-01-02", title=f"More {n}").event(
            "PROTEST", "GEO", "ARM", date=f"2021-01-0{n + 1}"
        )
        made.text += f"again {n}"
        record.add(made.item(), made.annotation(), made="benchmark")
        put_together(record)
    return first_page(desk)


def after_decision(desk: Desk, path: Path, kind: str, ids: Sequence[str], *, keep: bool = False) -> float:
    """The same after a decision on events. `keep`: the views are kept after it."""
    with Record.open(path, write=True) as record:
        reviewer = Reviewer(record, who="benchmark")
        match kind:
            case "edit":
                reviewer.edit(ids[0], {"date": "2001-01-02", "type": "PROTEST"})
            case "merge":
                reviewer.merge(ids)
            case "reject":
                reviewer.reject(ids[0])
            case "undo":
                reviewer.undo()
            case _:
                reviewer.accept(ids[0])
        if keep:
            keep_views(record)
    return first_page(desk)


def first_pages(path: Path) -> dict[str, float]:
    """The first page in every usual case, each the median of several."""
    ids = [row.id for row in decoded(path)]
    took: dict[str, list[float]] = {"process": [of_process(path) for _ in range(5)]}
    took["anew"] = [first_page(Desk(path)) for _ in range(5)]
    desk = Desk(path)
    first_page(desk)
    took["kept"] = [timed(desk, "/") for _ in range(101)]
    took["page"] = [after_page(desk, path, n) for n in range(5)]
    desk.changed.clear()
    begin = time.process_time()
    desk.get_ready()
    took["ready_ms"] = [1000 * (time.process_time() - begin)]
    for at, kind in enumerate(("accept", "edit", "reject", "merge", "undo")):
        places = range(300 * (at + 1), len(ids), max(301, len(ids) // 7))
        took[kind] = [after_decision(desk, path, kind, ids[n : n + 2]) for n in places][:5]
    days = [f"{year}-06-30" for year in (1994, 1999, 2004, 2009, 2014)]
    took["at"] = [first_page(desk, at=day) for day in days]
    took["says"] = [first_page(desk, says=party) for party in ("GEO", "ARM")]
    after_decision(desk, path, "accept", ids[77:78])
    desk.changed.clear()
    desk.get_ready()
    took["says_ready"] = [first_page(desk, says=party) for party in ("ARM", "GEO")]
    took["kept_decision"] = [after_decision(desk, path, "accept", [ids[n]], keep=True) for n in (11, 1011, 2011)]
    return {name: median(times) for name, times in took.items()}


def decoded(path: Path) -> list[TimelineRow]:
    """The rows of the timeline of a record."""
    with Record.open(path) as record:
        return timeline(record)


def json_reads(path: Path) -> float:
    """Milliseconds of a processor in which Python's `json` reads the timeline of a record."""
    text = json.dumps([msgspec.to_builtins(row) for row in decoded(path)])
    took = []
    for _ in range(9):
        begin = time.process_time()
        json.loads(text)
        took.append(1000 * (time.process_time() - begin))
    return median(took)


def read_more(path: Path) -> None:
    """Writes pages into a record, as `read` does, one transaction each."""
    with Record.open(path, write=True) as record:
        for n, made in enumerate(pages(6000)):
            made.text += f"again {n}"
            record.add(made.item(), made.annotation(), made="benchmark")


def during_read(path: Path) -> dict[str, float]:
    """The slowest of a hundred answers in milliseconds, of pages asked for while others are read into the record."""
    desk, took = Desk(path), []
    for asked in ("/", "/timeline", "/state"):
        answer(desk, asked, {})
    writer = multiprocessing.get_context("spawn").Process(target=read_more, args=(path,))
    writer.start()
    while writer.is_alive():
        took += [timed(desk, asked) for asked in ("/", "/timeline", "/state")]
        time.sleep(0.005)
    writer.join()
    took.sort()
    return {"asked": len(took), "p99_ms": round(took[int(len(took) * 0.99)], 1)}


def main() -> None:
    """Prints a JSON line for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=10_000)
    events = parser.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.db", Path(folder) / "large.db"
        make_record(small, 300)
        serve = [sys.executable, "-m", "standoff", "serve", "--record", str(small), "--port", "8991"]
        ours = min(until_answer(serve, "http://127.0.0.1:8991/") for _ in range(3))
        bare = [sys.executable, "-m", "http.server", "8992", "--bind", "127.0.0.1", "--directory", folder]
        peer = min(until_answer(bare, "http://127.0.0.1:8992/") for _ in range(3))
        print(
            json.dumps(
                {"start_to_answer_s": round(ours, 2), "http.server": round(peer, 2), "ratio": round(ours / peer, 1)}
            )
        )
        found = make_record(large, events)
        unit, took = json_reads(large), first_pages(large)
        print(json.dumps({"events": found, "promise_ms": 200} | {name: round(ms, 2) for name, ms in took.items()}))
        ratios = {name: round(ms / unit, 1) for name, ms in took.items()}
        print(json.dumps({"json_reads_timeline_ms": round(unit), "ratio": ratios}))
        serve[5] = str(large)
        print(json.dumps({"start_of_large_s": round(until_answer(serve, "http://127.0.0.1:8991/"), 2)}))
        print(json.dumps({"while_pages_are_read": during_read(small), "promise_p99_ms": 200}))


if __name__ == "__main__":
    main()
