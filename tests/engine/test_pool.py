"""Pages in workers: one that crashes, hangs or swells is answered with its cause, all others as without a guard."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from standoff.engine.limits import Limits
from standoff.engine.pool import annotate_guarded
from standoff.errors import EngineError, ModelMissing
from standoff.model import Annotation, Issue, PageInput
from standoff.read import Unreadable

SCRIPT = str(Path(__file__).with_name("poisoned_worker.py"))
LIMITS = Limits(cpu=3, wall=600, memory=512, start=600)  # by the clock only where that is the point
Found = tuple[PageInput | Unreadable, Annotation]


def pages(count: int) -> list[PageInput]:
    return [PageInput(id=f"p{n}", text=f"The guards closed gate {n}.") for n in range(count)]


def annotated(
    items: list[PageInput], poison: str = "", *, workers: int = 1, ahead: bool = True, limits: Limits = LIMITS
) -> Iterator[Found]:
    command = [sys.executable, "-P", SCRIPT, poison]
    return annotate_guarded(
        iter(items), subject=None, model="none", workers=workers, limits=limits, ahead=ahead, command=command
    )


def expected(item: PageInput) -> Annotation:
    return Annotation(id=item.id, text=(item.text or "").upper())


def told(found: list[Found]) -> dict[str, str]:
    """The pages that failed, with the codes of their issues."""
    return {a.id or "": a.issues[0].code for _, a in found if a.issues}


POISON = [
    ("segfault", "page-killed", "signal 11 (SIGSEGV)"),
    ("hang", "page-too-slow", "more than 3 s of CPU time"),
    ("sleep", "page-too-slow", "no answer for 2.5 s"),
    ("swell", "page-too-big", "more than 512 MiB"),
    ("grow", "page-too-big", "more than 512 MiB"),
    ("exit", "page-killed", "exit code 7"),
    ("leave", "page-killed", "exit code 0"),
    ("raise", "page-failed", "ValueError: half a character: \\ud800"),
    ("half", "page-failed", "half characters"),
    ("recursion", "page-failed", "RecursionError"),
    ("nonsense", "page-killed", "garbled"),
]


@pytest.mark.parametrize("workers", [1, 3])
def test_poison_among_200_pages(workers: int) -> None:
    items = pages(200)
    poison = [each for each in POISON if each[0] != "sleep"]  # which takes its time by the clock
    places = {f"p{7 + 17 * n}": how for n, (how, _, _) in enumerate(poison)}
    found = list(annotated(items, ",".join(f"{id}={how}" for id, how in places.items()), workers=workers))
    assert [item for item, _ in found] == items
    assert told(found) == {id: code for id, (_, code, _) in zip(places, poison, strict=True)}
    for (item, annotation), before in zip(found, items, strict=True):
        if before.id not in places:
            assert annotation == expected(before)
        else:
            assert annotation.id == item.id
            assert not annotation.text


@pytest.mark.parametrize(("how", "code", "words"), POISON)
def test_the_cause_is_told(how: str, code: str, words: str) -> None:
    limits = msgspec.structs.replace(LIMITS, wall=2.5) if how == "sleep" else LIMITS
    [(_, annotation)] = annotated(pages(1), f"p0={how}", limits=limits)
    assert annotation.issues[0].code == code
    assert words in annotation.issues[0].message


@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_killed_from_outside_costs_no_page(tmp_path: Path, workers: int) -> None:
    items = pages(40)
    poison = ",".join(f"p{n}=killed:{tmp_path / str(n)}" for n in (0, 1, 11, 39))
    found = list(annotated(items, poison, workers=workers))
    assert [annotation for _, annotation in found] == [expected(item) for item in items]
    assert len(list(tmp_path.iterdir())) == 4


def children() -> list[int]:
    """The processes that this one has started and that have not ended."""
    listed = subprocess.run(
        ["ps", "-ww", "-o", "pid=,stat=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True
    )
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if SCRIPT in line and " Z" not in line]


def test_kill_9_of_a_worker_in_between() -> None:
    items = pages(60)
    found = []
    for n, pair in enumerate(annotated(items, "p30=slow,p31=slow", workers=2)):
        found.append(pair)
        if n in (5, 30):
            for pid in children():
                os.kill(pid, signal.SIGKILL)
    assert [annotation for _, annotation in found] == [expected(item) for item in items]


def test_no_worker_outlives_its_run() -> None:
    run = annotated(pages(20), workers=2)
    next(run)
    assert children()
    run.close()  # type: ignore[attr-defined]
    assert not children()


def test_one_worker_answers_each_page_before_the_next_is_asked_for() -> None:
    asked = []

    def source() -> Iterator[PageInput]:
        for item in pages(5):
            asked.append(item.id)
            yield item

    command = [sys.executable, "-P", SCRIPT, ""]
    run = annotate_guarded(source(), subject=None, model="none", workers=1, limits=LIMITS, ahead=False, command=command)
    for n, (item, _) in enumerate(run):
        assert asked[-1] == item.id
        assert len(asked) == n + 1


def test_few_pages_are_in_flight() -> None:
    asked = 0

    def source() -> Iterator[PageInput]:
        nonlocal asked
        for item in pages(300):
            asked += 1
            yield item

    command = [sys.executable, "-P", SCRIPT, "p0=slow"]
    run = annotate_guarded(source(), subject=None, model="none", workers=2, limits=LIMITS, ahead=True, command=command)
    most = max(asked - n for n, _ in enumerate(run))
    assert most <= 8


def test_pages_larger_than_a_pipe() -> None:
    items = [PageInput(id=f"p{n}", text="gate " * (300_000 * (n % 3))) for n in range(7)]
    assert [a for _, a in annotated(items, workers=2)] == [expected(item) for item in items]


def test_what_is_no_page_starts_no_worker() -> None:
    item = Unreadable(line=3, issue=Issue(code="bad-json", message="line 3 is no JSON"))
    run = annotate_guarded(
        [item], subject=None, model="none", workers=1, limits=LIMITS, ahead=False, command=["/nowhere"]
    )
    assert list(run) == [(item, Annotation(id=None, line=3, issues=(item.issue,)))]


def test_half_characters_of_a_page_are_shown() -> None:
    [(item, annotation)] = annotated([PageInput(id="p0", text="gate\ud800")])
    assert annotation.text == "GATE\ufffd"
    assert isinstance(item, PageInput)
    assert item.text == "gate\ud800"


def test_what_a_parser_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    list(annotated(pages(2), "p0=print"))
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_does_not_start_is_told_once(capfd: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('broken')"]
    run = annotate_guarded(pages(3), subject=None, model="none", workers=2, limits=LIMITS, ahead=True, command=command)
    with pytest.raises(EngineError, match="exit code 1"):
        next(run)
    assert "broken" in capfd.readouterr().err


@pytest.mark.parametrize(("program", "words"), [("/nowhere/python", "no worker"), ("sleep", "not ready after")])
def test_a_worker_that_never_answers(program: str, words: str) -> None:
    command = [program] if program != "sleep" else [sys.executable, "-c", "import time; time.sleep(99)"]
    limits = Limits(start=0.6)
    run = annotate_guarded(pages(1), subject=None, model="none", workers=1, limits=limits, ahead=False, command=command)
    with pytest.raises(EngineError, match=words):
        next(run)


def test_the_model_is_missing() -> None:
    run = annotate_guarded(pages(3), subject=None, model="nowhere_sm", workers=1, limits=LIMITS, ahead=False)
    with pytest.raises(ModelMissing, match="nowhere_sm"):
        next(run)


PARENT = f"""
import sys, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
from standoff.engine.limits import Limits
from standoff.engine.pool import annotate_guarded
from standoff.model import PageInput
pages = (PageInput(id=f"p{{n}}", text="gate") for n in range(9))
command = [sys.executable, "-P", {SCRIPT!r}, "p1=sleep"]
for item, _ in annotate_guarded(pages, subject=None, model="", workers=1, limits=Limits(), ahead=True, command=command):
    print(item.id, flush=True)
"""


def test_a_worker_ends_with_its_engine() -> None:
    """Also where it is busy: it is killed by the system, not by the end of its line."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "p0\n"
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent.pid)], capture_output=True, text=True)
    worker = int(listed.stdout)
    parent.kill()
    parent.communicate()
    until = time.monotonic() + 60
    while Path(f"/proc/{worker}").exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not Path(f"/proc/{worker}").exists()
