"""Pages into a record: reads what is new, keeps what failed as an issue, links at the end."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from standoff.answers import is_failed
from standoff.engine import annotate_all
from standoff.model import Annotation, Issue, PageInput, Subject
from standoff.parse import MODEL
from standoff.read import Unreadable
from standoff.record import Record
from standoff.record.contributed import put_in
from standoff.record.shelf import is_kept

_TOLD = frozenset(
    {
        "not-english",
        "no-story",
        "cut",
        "cut-off",
        "encoding-guessed",
        "encoding-broken",
        "record-cut",
        "record-damaged",
        "record-length",
        "digest-mismatch",
        "checksum-mismatch",
        "date-inferred",
        "no-date",
        "bad-date",
        "date-refused",
        "other-calendar",
        "bad-parts",
    }
)
"""Issues of a page that was read all the same and of which a person should know at once."""


Outcome = Literal["read", "known", "failed"]
Found = PageInput | Unreadable
Watch = Callable[[str, Outcome], None]
"""Is told of every page: the source that it came from, as it was given, and what became of it."""


@dataclass(frozen=True)
class ReadReport:
    """What a run of `read` did: pages read anew, pages already there, and those that failed with their reasons."""

    read: int
    known: int
    failed: tuple[tuple[str | None, Issue], ...]


def read_pages(
    items: Iterable[Found],
    path: Path,
    *,
    subject: Subject | None = None,
    model: str = MODEL,
    workers: int = 1,
    say: Callable[[str], None] = lambda _: None,
) -> ReadReport:
    """Reads pages into the record at `path`, made where missing. A page that is there already is not read again.

    Pages are read in `workers` child processes, so that one that crashes or hangs fails alone; 0: in this process.

    Raises:
        RecordError: the record cannot be opened or written.
        ModelMissing: the parser's model is not installed.
        EngineError: no worker can be started.
    """
    return read_found((("", item) for item in items), path, subject=subject, model=model, workers=workers, say=say)


def read_found(
    found: Iterable[tuple[str, Found]],
    path: Path,
    *,
    subject: Subject | None = None,
    model: str = MODEL,
    workers: int = 1,
    say: Callable[[str], None] = lambda _: None,
    watch: Watch = lambda _source, _outcome: None,
) -> ReadReport:
    """As `read_pages`, with the source of each page beside it, which `watch` is told.

    Raises:
        RecordError: the record cannot be opened or written.
        ModelMissing: the parser's model is not installed.
        EngineError: no worker can be started.
    """
    with Record.open(path, create=True) as record:
        made = _prepared(record, subject, model)
        declared = None if record.subject_found else record.subject()
        new = _NewPages(record, made, watch)
        items = new.among(found)
        count, failures = 0, []
        for item, annotation in annotate_all(items, subject=declared, model=model, workers=workers, ahead=True):
            if is_failed(annotation):
                failures.append((item.id, annotation.issues[0]))
            count += _taken_in(record, item, annotation, made=made, say=say)
            watch(new.under_way.popleft(), "failed" if is_failed(annotation) else "read")
        put_in(record)  # what others found on pages that were read anew
        put_together(record, workers=workers, model=model)
    return ReadReport(read=count, known=new.known, failed=tuple(failures))


@dataclass
class _NewPages:
    """Those of the pages found that a record does not hold; `under_way`: their sources, in the order in which they come back."""

    record: Record
    made: str
    watch: Watch
    known: int = 0
    under_way: deque[str] = field(default_factory=deque)

    def among(self, found: Iterable[tuple[str, Found]]) -> Iterator[Found]:
        """The pages to read."""
        for source, item in found:
            if isinstance(item, PageInput) and self.record.has(item, self.made):
                self.known += 1
                self.watch(source, "known")
            else:
                self.under_way.append(source)
                yield item
                _get_ready()  # a worker is starting, or has the page in hand


@cache
def _get_ready() -> None:
    """Loads what puts pages together, which takes as long as some pages."""
    import standoff.link
    import standoff.tell.keeping  # noqa: F401
    from standoff.lexicon.senses import senses

    senses()


def _prepared(record: Record, subject: Subject | None, model: str) -> str:
    """Writes down what the pages are to be read with; what annotations made so are known by."""
    if subject is not None and (record.subject_found or record.subject() != subject):
        record.declare(subject)
    if record.meta("model") != model:
        record.set_meta("model", model)
    return record.made(model)


def _taken_in(record: Record, item: Found, annotation: Annotation, *, made: str, say: Callable[[str], None]) -> bool:
    """Writes what a page gave into the record, and tells what a person should know at once; True where it has a text."""
    if is_failed(annotation):
        issue = annotation.issues[0]
        record.fail(item.id, issue)
        named = isinstance(item, PageInput) and item.id not in issue.message
        say(f"{item.id}: {issue.code}: {issue.message}" if named else f"{issue.code}: {issue.message}")
    if not isinstance(item, PageInput) or not annotation.text:
        return False
    record.add(item, annotation, made=made)
    for issue in annotation.issues:
        if issue.code in _TOLD:
            say(f"{item.id}: {issue.code}: {issue.message}")
    return True


def put_together(record: Record, *, workers: int = 1, model: str | None = None) -> None:
    """Puts what is new in a record together with what was there, then works out what views tell and keeps it.

    Raises:
        RecordError: it cannot be written.
    """
    from standoff.link import is_linked, link
    from standoff.tell.keeping import keep_views

    if is_linked(record) and is_kept(record) and record.meta("keeping") is None:
        return  # a run that found nothing new
    record.set_meta("keeping", "1", aside=True)  # until that is done the record is shown as it was
    try:
        link(record, workers=workers, model=model)
        keep_views(record)
    finally:  # where a view cannot be told the pages are put together all the same
        if record.meta("keeping") is not None:
            record.set_meta("keeping", None, aside=True)


def open_linked(path: Path) -> Record:
    """The record at a path to read. Where a run of `read` was killed before its pages were put together, that is done first.

    Raises:
        RecordError: there is no record, or it has to be put together and cannot be written.
    """
    record = Record.open(path)
    if not record.linked:
        record.close()
        with Record.open(path, write=True) as writable:
            put_together(writable)
        record = Record.open(path)
    return record
