"""Workers behind a guard: each page is annotated in a child process; one that crashes, hangs or swells is replaced.

The page that it held is answered with the cause, and the others go on: nothing missing, nothing doubled. A page is only
blamed where it is sure to be the cause: it ran out of time, or its worker had read nothing before it, or a second worker
ended on it as well. So a worker that somebody killed, or that an earlier page had damaged, costs no page.
"""

import os
import select
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from standoff.answers import failed
from standoff.engine.child import COMMAND, Child
from standoff.engine.frames import Job, Ready, Reply, Setup, pack, unpack
from standoff.engine.limits import Limits
from standoff.engine.local import refused
from standoff.engine.worker import OUT_OF_MEMORY
from standoff.errors import EngineError, ModelMissing
from standoff.model import Annotation, Issue, PageInput, Subject
from standoff.read.guard import without_surrogates
from standoff.read.jsonl import Unreadable

_TICK = 0.5  # seconds
_AHEAD = 4  # pages a worker that may be in flight
_QUEUE = 2  # pages that a worker has: one in hand, one to go on with while the caller is busy
_MOST = 64 * 1024 * 1024  # characters in flight, beside the page that is due
_FALSE_STARTS = 3
_FROM_OUTSIDE = frozenset({signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT})


@dataclass(slots=True)
class _Ticket:
    """An item on its way."""

    number: int
    item: PageInput | Unreadable
    annotation: Annotation | None = None
    deaths: int = 0

    @property
    def size(self) -> int:
        """Its length in characters."""
        return 0 if isinstance(self.item, Unreadable) else len(self.item.html or "") + len(self.item.text or "")


@dataclass(slots=True)
class _Slot:
    """A worker's place: the process that fills it now, and the pages that it has."""

    child: Child | None = None
    queue: deque[_Ticket] = field(default_factory=deque)
    ready: bool = False
    answered: int = 0
    waited: float = 0.0
    """Seconds that the engine has waited for its next word: not those in which the engine itself was stopped or busy."""
    overdue: bool = False
    garbled: bool = False


def annotate_guarded(
    items: Iterable[PageInput | Unreadable],
    *,
    subject: Subject | None,
    model: str,
    workers: int,
    limits: Limits,
    ahead: bool,
    command: Sequence[str] = COMMAND,
) -> Iterator[tuple[PageInput | Unreadable, Annotation]]:
    """Every item with its annotation, in order, each page read in one of `workers` processes.

    Memory does not grow with the input: a few pages a worker are in flight. Processes start with the first page.

    Raises:
        ModelMissing: the parser's model is not installed.
        EngineError: no worker can be started.
    """
    setup = Setup(model=model, subject=subject, limits=limits, parent=os.getpid())
    pool = _Pool(setup, workers, command)
    most = _AHEAD * workers if ahead or workers > 1 else 1
    order: deque[_Ticket] = deque()
    source = enumerate(items)
    more = True
    try:
        while more or order:
            while more and len(order) < most and (not order or sum(t.size for t in order) < _MOST):
                more = (found := next(source, None)) is not None
                if found is not None:
                    order.append(_Ticket(*found))
                    pool.take(order[-1])
            if not order:
                break
            if order[0].annotation is None:
                pool.step()
            else:
                pool.pump(0)
                done = order.popleft()
                assert done.annotation is not None
                yield done.item, done.annotation
    finally:
        pool.close()


class _Pool:
    """The slots and what waits for them."""

    def __init__(self, setup: Setup, workers: int, command: Sequence[str]) -> None:
        self._setup = setup
        self._command = command
        self._slots = [_Slot() for _ in range(workers)]
        self._waiting: deque[_Ticket] = deque()
        self._false_starts = 0

    def take(self, ticket: _Ticket) -> None:
        """Has an item answered: a page by a worker, what is no page at once."""
        if isinstance(ticket.item, Unreadable):
            ticket.annotation = refused(ticket.item)
        else:
            self._waiting.append(ticket)
            self._hand_out()

    def _hand_out(self) -> None:
        """Gives waiting pages to workers: first to those that have none, those not yet started after the others."""
        while self._waiting:
            slot = min(self._slots, key=lambda slot: (len(slot.queue), slot.child is None))
            if len(slot.queue) >= _QUEUE:
                return
            slot.queue.append(self._waiting.popleft())
            if slot.child is None:
                self._start(slot)
            else:
                slot.child.send(_job(slot.queue[-1]))

    def _start(self, slot: _Slot) -> None:
        """Fills a slot with a new process, which gets the pages that the slot has."""
        slot.child = Child(self._command)
        slot.ready, slot.answered, slot.waited, slot.overdue, slot.garbled = False, 0, 0.0, False, False
        slot.child.send(pack(self._setup))
        for ticket in slot.queue:
            slot.child.send(_job(ticket))

    def step(self) -> None:
        """Waits a moment for the workers, takes their answers, and replaces those that are gone or out of time."""
        before = time.monotonic()
        self.pump(_TICK)
        passed = min(time.monotonic() - before, _TICK)
        for slot in self._slots:
            if slot.child is None or not (slot.queue or not slot.ready):
                continue
            slot.waited += passed
            limit = self._setup.limits.wall if slot.ready else self._setup.limits.start
            if slot.waited > limit:
                slot.overdue = True
                self._bury(slot, slot.child, kill=True)

    def pump(self, seconds: float) -> None:
        """Passes on what can be, waiting so long at most for the first of the workers."""
        poll = select.poll()
        known: dict[int, tuple[_Slot, Child]] = {}
        for slot in self._slots:
            if slot.child is not None:
                left = slot.child.flush()
                known[slot.child.line.fileno()] = slot, slot.child
                poll.register(slot.child.line, select.POLLIN | (select.POLLOUT if left else 0))
        for fd, happened in poll.poll(seconds * 1000) if known else ():
            slot, child = known[fd]
            if happened & ~select.POLLOUT:
                self._hear(slot, child)
            else:
                child.flush()
        self._hand_out()

    def _hear(self, slot: _Slot, child: Child) -> None:
        """Takes what a worker says; where it is gone, or talks nonsense, it is replaced."""
        frames, ended = child.receive()
        slot.waited = 0.0 if frames else slot.waited
        for frame in frames:
            if not self._understood(slot, frame):
                slot.garbled = True
                self._bury(slot, child, kill=True)
                return
        if ended:
            slot.garbled = child.broken
            self._bury(slot, child, kill=child.broken)

    def _understood(self, slot: _Slot, frame: bytes) -> bool:
        """Takes one frame; False where it is none that is due."""
        try:
            if not slot.ready:
                self._greeted(slot, unpack(frame, Ready))
                return True
            reply = unpack(frame, Reply)
        except msgspec.MsgspecError:
            return False
        if not slot.queue or slot.queue[0].number != reply.number:
            return False
        slot.queue.popleft().annotation = reply.annotation
        slot.answered += 1
        return True

    def _greeted(self, slot: _Slot, ready: Ready) -> None:
        if ready.missing is not None:
            raise ModelMissing(ready.missing, hint=ready.hint)
        slot.ready = True
        self._false_starts = 0

    def _bury(self, slot: _Slot, child: Child, *, kill: bool) -> None:
        """Ends what is left of a worker, settles the page that it held, and starts another where pages are left."""
        code = child.end(kill=kill)
        slot.child = None
        if not slot.ready:
            self._false_start(slot, code)
        elif slot.queue:
            ticket = slot.queue[0]
            if _is_sure(slot, ticket, code):
                slot.queue.popleft()
                ticket.annotation = failed(ticket.item.id, _cause(slot, ticket, code, self._setup.limits))
            else:
                ticket.deaths += 1
        if slot.queue:
            self._start(slot)

    def _false_start(self, slot: _Slot, code: int) -> None:
        """A worker ended before it was ready: one that somebody killed is started again, a few times.

        Raises:
            EngineError: it will not start.
        """
        self._false_starts += 1
        if slot.overdue:
            raise EngineError(
                f"a worker process was not ready after {self._setup.limits.start:g} s",
                hint="--workers 0 reads without one",
            )
        if code >= 0 or -code not in _FROM_OUTSIDE or self._false_starts >= _FALSE_STARTS:
            raise EngineError(
                f"no worker process starts: it ended with {_ending(code)}", hint="--workers 0 reads without one"
            )

    def close(self) -> None:
        """Ends all workers: they hold nothing that could be lost."""
        for slot in self._slots:
            if slot.child is not None:
                slot.child.end(kill=True)
                slot.child = None


def _job(ticket: _Ticket) -> bytes:
    """The frame for a page; half characters, which no frame can hold, are shown as \ufffd and said."""
    item = ticket.item
    assert isinstance(item, PageInput)
    try:
        return pack(Job(number=ticket.number, item=item))
    except UnicodeEncodeError:
        return pack(Job(number=ticket.number, item=_whole(item)))


def _whole(item: PageInput) -> PageInput:
    """The page without half characters."""
    changed = {}
    found: dict[str, Issue] = {}
    for name in item.__struct_fields__:
        value = getattr(item, name)
        if isinstance(value, str):
            changed[name], issues = without_surrogates(value)
            found |= {issue.code: issue for issue in issues}
    return msgspec.structs.replace(item, **changed, issues=(*item.issues, *found.values()))


def _is_sure(slot: _Slot, ticket: _Ticket, code: int) -> bool:
    """Whether the page is what ended its worker."""
    if slot.overdue or code == -signal.SIGXCPU or ticket.deaths:
        return True
    return not slot.answered and (slot.garbled or -code not in _FROM_OUTSIDE)


def _cause(slot: _Slot, ticket: _Ticket, code: int, limits: Limits) -> Issue:
    """Why a page was given up."""
    name = f"page {ticket.item.id!r}"
    if slot.overdue:
        return Issue(code="page-too-slow", message=f"{name} gave no answer for {limits.wall:g} s, the limit: not read")
    if code == -signal.SIGXCPU:
        message = f"{name} took more than {limits.cpu:g} s of CPU time, the limit: not read"
        return Issue(code="page-too-slow", message=message)
    if code == OUT_OF_MEMORY:
        message = f"{name} needed more than {limits.memory:,} MiB of memory, the limit: not read"
        return Issue(code="page-too-big", message=message)
    how = "got a garbled answer from its worker" if slot.garbled else f"ended its worker with {_ending(code)}"
    message = f"{name} {how}: not read; please report it with the page"
    return Issue(code="page-killed", message=message)


def _ending(code: int) -> str:
    """An exit code in words."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {-code} ({signal.Signals(-code).name})"
    except ValueError:
        return f"signal {-code}"
