"""JSON Lines -> PageInput, one line at a time; a line that is none is answered, never skipped."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from standoff.model import Issue, PageInput, Part

MAX_LINE = 64 * 1024 * 1024  # bytes


class Unreadable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line or a file that gives no page, and why. `line` counts from 1; `addresses` are those it names, not asked for."""

    id: str | None = None
    line: int | None = None
    source: str | None = None
    issue: Issue
    addresses: tuple[str, ...] = ()


class _Row(msgspec.Struct, kw_only=True):
    """A line as written: an id may be a number, unknown fields are passed over."""

    id: str | int | None = None
    html: str | None = None
    text: str | None = None
    url: str | None = None
    published: str | None = None
    plain: bool | None = None
    captured: Any = None
    title: Any = None  # what other tools write under these names has many forms: those of another form are passed over
    authors: Any = None
    publisher: Any = None
    section: Any = None
    parts: Any = None


_decoder = msgspec.json.Decoder(_Row)


def read_jsonl(stream: BinaryIO, *, source: str | None = None) -> Iterator[PageInput | Unreadable]:
    """The pages of a stream of JSON Lines, in order; memory holds one line."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE)
            message = f"line {number} has more than {MAX_LINE:,} bytes: split the page or give it as a file"
            yield Unreadable(line=number, source=source, issue=Issue(code="line-too-long", message=message))
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield parse_line(line, number, source=source)


def parse_line(line: bytes, number: int, *, source: str | None = None) -> PageInput | Unreadable:
    """The page of one line, or why there is none."""
    where = f"line {number}" + (f" of {source}" if source else "")
    try:
        row = _decoder.decode(line)
    except msgspec.ValidationError as e:
        message = f"{where}: {e}: expected an object with `id` and `html` or `text`"
        return Unreadable(id=_id_of(line), line=number, source=source, issue=Issue(code="bad-line", message=message))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as e:
        message = f"{where} is no JSON ({e}): one object a line is expected"
        return Unreadable(line=number, source=source, issue=Issue(code="bad-json", message=message))
    if row.id is None or row.id == "":
        message = f"{where} has no `id`: give every page one"
        return Unreadable(line=number, source=source, issue=Issue(code="no-id", message=message))
    parts, issues = _parts(row.parts)
    return PageInput(
        id=str(row.id),
        html=row.html,
        text=row.text,
        url=row.url,
        published=row.published,
        plain=bool(row.plain),
        captured=_string(row.captured),
        title=_string(row.title),
        authors=_strings(row.authors),
        publisher=_string(row.publisher),
        section=_string(row.section),
        parts=parts,
        issues=issues,
    )


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _strings(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for each in values if (text := _string(each)))


def _parts(value: Any) -> tuple[tuple[Part, ...], tuple[Issue, ...]]:
    """The parts that a line gives, and an issue where they are none."""
    if not value:
        return (), ()
    try:
        return msgspec.convert(value, tuple[Part, ...]), ()
    except msgspec.ValidationError as e:
        return (), (bad_parts(str(e)),)


def bad_parts(why: str) -> Issue:
    """Given parts that cannot be used."""
    return Issue(code="bad-parts", message=f"the given parts are passed over ({why}); the page is read as usual")


class _OnlyId(msgspec.Struct):
    id: str


def _id_of(line: bytes) -> str | None:
    """The id of a line whose other fields are wrong, where it has one."""
    try:
        return msgspec.json.decode(line, type=_OnlyId).id
    except (msgspec.ValidationError, msgspec.DecodeError):
        return None
