"""What the guard costs: the same pages read in this process, by one guarded worker and by two.

    python -m benchmarks.engine [--soak PAGES]

Each way runs in a process of its own, in turn, three rounds. Of CPU time, the engine's and its workers', the least counts,
without what loading takes; of time by the clock the least, with it. Promise: one guarded worker takes at most 5 % more CPU
time than none. `--soak` reads so many small pages and tells how memory grows: at most 20 MB in 10,000 pages.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.texts import unique_texts
from standoff.engine import annotate_all
from standoff.model import PageInput

ROUNDS = 3
MOST = 1.05
SLOPE = 20  # MB in 10,000 pages


def _spent() -> float:
    """CPU seconds of this process and of its children, those that run too."""
    ticks = os.sysconf("SC_CLK_TCK")
    total = time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    for pid in _children():
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        total += (int(fields[11]) + int(fields[12])) / ticks
    return total


def _children() -> list[int]:
    return [int(pid) for pid in Path("/proc/self/task").joinpath(str(os.getpid()), "children").read_text().split()]


def _run(workers: int) -> None:
    """Reads all texts; prints CPU seconds after the first pages, and seconds by the clock."""
    pages = [PageInput(id=f"p{n}", text=text, plain=True) for n, text in enumerate(unique_texts())]
    warm = [PageInput(id=f"w{n}", text="The guards closed the gate.", plain=True) for n in range(8 * max(1, workers))]
    begun = time.perf_counter()
    cpu = 0.0
    for n, _ in enumerate(annotate_all([*warm, *pages], workers=workers, ahead=True)):
        if n == len(warm) - 1:
            cpu = _spent()
        if n == len(warm) + len(pages) - 1:
            cpu = _spent() - cpu
    print(json.dumps({"cpu": cpu, "wall": time.perf_counter() - begun, "pages": len(pages)}))


def _memory(pid: int) -> float:
    """MB of a process, those that it shares with others left out."""
    size, shared = (int(n) for n in Path(f"/proc/{pid}/statm").read_text().split()[1:3])
    return (size - shared) * resource.getpagesize() / 1e6


def _soak(count: int) -> None:
    """Reads small pages, each with names of its own; tells how the engine, its worker and their file handles grow."""

    def pages() -> Iterator[PageInput]:
        for n in range(count):
            name = "".join(chr(97 + (n // 26**k) % 26) for k in range(4)).title()
            yield PageInput(
                id=f"p{n}", text=f"{name} shut its gate {n} on Monday. The ministry met {name}'s union.", plain=True
            )

    told: list[tuple[int, float, float, int]] = []
    for n, _ in enumerate(annotate_all(pages(), ahead=True)):
        if n % (count // 10) == 0:
            handles = len(list(Path("/proc/self/fd").iterdir()))
            told.append((n, _memory(os.getpid()), sum(_memory(pid) for pid in _children()), handles))
            print(f"{n:8} pages   engine {told[-1][1]:6.1f} MB   worker {told[-1][2]:6.1f} MB   {handles} file handles")
    (first, *a, _), (last, *b, _) = told[2], told[-1]
    slope = (sum(b) - sum(a)) / (last - first) * 10_000
    print(f"{slope:.1f} MB in 10,000 pages  (promise: at most {SLOPE})")


def _figures(workers: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.engine", "--run", str(workers)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Prints pages per CPU second and by the clock, and what the guard costs."""
    rounds = [{workers: _figures(workers) for workers in (0, 1, 2)} for _ in range(ROUNDS)]
    least = {w: (min(r[w]["cpu"] for r in rounds), min(r[w]["wall"] for r in rounds)) for w in (0, 1, 2)}
    count = rounds[0][0]["pages"]
    print(f"{count:.0f} texts, {ROUNDS} rounds in turn")
    for workers, (cpu, wall) in least.items():
        name = "in this process" if not workers else f"{workers} guarded worker{'s' * (workers > 1)}"
        print(f"{name:20} {cpu:7.2f} CPU-s  {count / cpu:7.1f} texts/CPU-s  {wall:7.2f} s  {count / wall:7.1f} texts/s")
    print(f"ratio of CPU time, 1 worker to none  {least[1][0] / least[0][0]:5.2f}  (promise: at most {MOST})")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--run", workers]:
            _run(int(workers))
        case ["--soak", count]:
            _soak(int(count))
        case _:
            main()
