"""A record from the lines of `standoff export jsonl`: equal to the one that they were written from."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from standoff.errors import InputError
from standoff.export.jsonl import FORM
from standoff.ingest import put_together
from standoff.model import Annotation, Issue, PageInput, Span, Subject
from standoff.record import Record
from standoff.record.contributed import Contribution, keep
from standoff.record.decisions import Decision

T = TypeVar("T")


class _Kind(msgspec.Struct):
    kind: str


class _Head(msgspec.Struct):
    form: int
    subject: Subject | None
    found: bool
    model: str | None = None


class _Document(msgspec.Struct):
    key: str
    made: str
    addresses: list[tuple[str, str]]
    page: PageInput
    annotation: Annotation
    alone: Annotation | None


class _Failure(msgspec.Struct):
    id: str
    issue: Issue


class _Decided(msgspec.Struct):
    decision: Decision


class _Contributed(msgspec.Struct):
    contribution: Contribution


def restore(lines: BinaryIO, path: Path, *, name: str = "the lines") -> int:
    """Puts exported lines into the record at `path`, made where missing, and links it; how many documents they held.

    What is in the record already stays; a subject that was declared in the lines is declared here, unless one is.

    Raises:
        InputError: a line is none of an export; what stood before it has been put in.
        RecordError: the record cannot be opened or written.
    """
    count = 0
    with Record.open(path, create=True) as record:
        for number, kind, line in _kinds(lines, name):
            match kind:
                case "record":
                    _put_head(record, _decoded(line, _Head, number, name), name)
                case "document":
                    told = _decoded(line, _Document, number, name)
                    _check_spans(told, f"{name}, line {number}")
                    _put_document(record, told)
                    count += 1
                case "failure":
                    failed = _decoded(line, _Failure, number, name)
                    record.fail(failed.id, failed.issue)
                case "decision":
                    record.decide([_decoded(line, _Decided, number, name).decision])
                case "contribution":
                    keep(record, [_decoded(line, _Contributed, number, name).contribution])
                case "event":
                    pass  # follows from the documents
                case _:
                    raise InputError(f"{name}, line {number}: no export has a line of kind {kind!r}", hint=_HINT)
        put_together(record)
    return count


_HINT = "give a file that `standoff export jsonl` wrote"


def _kinds(lines: Iterable[bytes], name: str) -> Iterator[tuple[int, str, bytes]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            kind = _decoded(line, _Kind, number, name).kind
            if number == 1 and kind != "record":
                raise InputError(f"{name}, line 1: an export begins with a line of kind 'record'", hint=_HINT)
            yield number, kind, line


def _decoded(line: bytes, kind: type[T], number: int, name: str) -> T:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as e:
        raise InputError(f"{name}, line {number}: {e}", hint=_HINT) from e


def _put_head(record: Record, head: _Head, name: str) -> None:
    if head.form > FORM:
        raise InputError(f"{name} was exported by a newer version of standoff", hint="install that version")
    if head.subject is not None and not head.found and record.subject_found:
        record.declare(head.subject)
    if head.model and record.meta("model") is None:
        record.set_meta("model", head.model)


def _check_spans(told: _Document, place: str) -> None:
    """Every value leads to a span, also where somebody has edited the lines."""
    for page in (told.annotation, told.alone):
        for span in _spans(page):
            if page is not None and not 0 <= span.start <= span.end <= len(page.text):
                raise InputError(f"{place}: {span.start} to {span.end} is not inside the page's text", hint=_HINT)


def _spans(value: object) -> Iterator[Span]:
    """Every span in an annotation, however deep."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each)


def _put_document(record: Record, told: _Document) -> None:
    key = record.add(told.page, told.alone or told.annotation, made=told.made)
    with record.transaction() as db:
        for id, url in told.addresses:
            db.execute("INSERT OR IGNORE INTO address VALUES (?, ?, ?)", (key, id, url))
