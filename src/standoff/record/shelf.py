"""The rows of views as they were last worked out: who asks next reads them, and not every page again.

They hold for as long as nothing that they are told from has changed - pages, links, the subject, decisions, the code -,
which one short name stands for. Rows of another name are never shown.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib import resources
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec
import zstandard

from standoff.lexicon.overlay import overlay_hash
from standoff.model import Issue
from standoff.record.given import write_given
from standoff.record.made import files
from standoff.record.mentions import thing_names
from standoff.record.packed import Bundle, pack_events, unpack_events
from standoff.record.rows import Document, MergedEvent

if TYPE_CHECKING:
    from standoff.record.store import Record

_FROM, _MERGED, EVENTS_OF = "told_from", "merged_from", "events_of"
_EVENTS, _DOCUMENTS, _ISSUES = "merged events", "documents", "issues"
_READ = (_EVENTS, _DOCUMENTS, _ISSUES)
"""What hangs on no decision."""
_TELLERS = ("edtf.py", "lexicon", "model.py", "record", "tell")
"""The modules and packages that decide what a view tells of a record."""
PART = 2_000
"""Rows that are kept together."""
T = TypeVar("T")
_encode = msgspec.msgpack.Encoder().encode


def told_from(record: "Record") -> str:
    """What views are told from now, in one short name."""
    return record.kept("told from", lambda: _told_from(record))


def _told_from(record: "Record") -> str:
    decided = "|".join(decision.id for decision in record.decisions())
    return sha256(f"{merged_from(record)}|{decided}".encode()).hexdigest()[:16]


def merged_from(record: "Record") -> str:
    """What events are merged from before people decide on them, in one short name."""
    return sha256(f"{record.meta('told') or 0}|{code_hash()}".encode()).hexdigest()[:16]


def events_of(record: "Record") -> str:
    """What events are merged by beside the pages, in one short name."""
    thing = "|".join(sorted(thing_names(record.subject())))
    return sha256(f"{code_hash()}|{thing}".encode()).hexdigest()[:16]


@cache
def code_hash() -> str:
    """A hash of the code and the lexicons that views are told by, a user's own entries included."""
    found = sha256(overlay_hash().encode())
    root = resources.files("standoff")
    for name in _TELLERS:
        for path, data in files(root / name, name):
            found.update(path.encode() + b"\0" + data)
    return found.hexdigest()


def is_kept(record: "Record") -> bool:
    """True where the views that are kept are those of the record as it stands."""
    return record.view_parts("", _FROM)[0] == told_from(record)


def take(record: "Record", name: str, form: Any) -> Any:
    """A view as it is kept, in the form that it has; None where it would have to be told anew."""
    found = _read(record, name, form, (_FROM, told_from(record)))
    if not found:
        return None
    return [row for rows in found for row in rows] if isinstance(found[0], list) else found[0]


def count(record: "Record", name: str) -> int | None:
    """How many rows a view has that is kept as a list, without reading them; None where it would have to be told anew."""
    found = _read(record, name, list[msgspec.Raw], (_FROM, told_from(record)))
    return sum(map(len, found)) if found else None


def take_events(record: "Record") -> list[MergedEvent] | None:
    """The merged events as they are kept, before people decided on them; None where they would have to be merged anew."""
    return _take_events(record, (_MERGED, merged_from(record)))


def take_older_events(record: "Record") -> list[MergedEvent] | None:
    """The merged events as they were last kept, whatever pages have changed since; None where they were merged otherwise."""
    return _take_events(record, (EVENTS_OF, events_of(record)))


def _take_events(record: "Record", wanted: tuple[str, str]) -> list[MergedEvent] | None:
    bundles = _read(record, _EVENTS, Bundle, wanted)
    if not bundles:
        return None
    documents = {document.key: document for document in record.documents()}
    try:
        with uncollected():
            return [event for bundle in bundles for event in unpack_events(bundle, documents)]
    except KeyError:  # another process put pages in meanwhile: the documents at hand are of before
        return None


def take_documents(record: "Record") -> list[Document] | None:
    """The documents by date, as they are kept; None where they would have to be put in order anew."""
    found = _read(record, _DOCUMENTS, list[Document], (_MERGED, merged_from(record)))
    return [document for part in found for document in part] if found else None


def take_issues(record: "Record") -> dict[str, tuple[Issue, ...]] | None:
    """What was noted when pages were read, as it is kept; None where their heads would have to be read."""
    found = _read(record, _ISSUES, dict[str, tuple[Issue, ...]], (_MERGED, merged_from(record)))
    return found[0] if found else None


def take_as_it_was(record: "Record", name: str, form: type[T]) -> T | None:
    """What is kept under a name, whatever has changed since; None where nothing is that can be read."""
    told, _ = record.view_parts(name, _FROM)
    found = _read(record, name, form, (_FROM, told)) if told else None
    return cast(T, found[0]) if found else None


def _read(record: "Record", name: str, form: Any, wanted: tuple[str, str]) -> list[Any] | None:
    """The parts of what is kept under a name; None where it is told from something else than is wanted, or cannot be read."""
    told, parts = record.view_parts(name, wanted[0])
    if told != wanted[1]:
        return None
    unpack = zstandard.ZstdDecompressor().decompress
    try:
        with uncollected():
            return [msgspec.msgpack.decode(unpack(part), type=form) for part in parts]
    except (zstandard.ZstdError, msgspec.DecodeError):
        return None


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside nothing is looked for that could be thrown away: where much is made that stays, that would take most of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def put(into: "Record", views: Mapping[str, object], record: "Record", *, names: tuple[str, str]) -> None:
    """Keeps views in place of those that were kept, and what hangs on no decision where that is of before.

    Args:
        into: it is open to be written.
        views: the rows of each view, by its name.
        record: what they were told from, for the documents, and the events as the machine merged them.
        names: what the views were told from, and what the events were merged from.

    Raises:
        RecordError: it cannot be written.
    """
    pack = zstandard.ZstdCompressor(level=3).compress
    same = into.meta(_MERGED) == names[1]  # nothing but decisions came
    with into.transaction(decides=True) as db:
        kept = _READ if same else ()
        db.execute(f"DELETE FROM view WHERE name NOT IN ({', '.join('?' * len(kept))})", kept)
        told = chain(_of_views(views), () if same else _of_pages(record))
        db.executemany(
            "INSERT INTO view VALUES (?, ?, ?)", _numbered((name, pack(_encode(part))) for name, part in told)
        )
        now = {_FROM: names[0], _MERGED: names[1]}
        unchanged = merged_from(into) == names[1]  # else somebody has changed pages meanwhile
        if unchanged:
            write_given(db, record.unwritten)
        if unchanged and not same:
            now[EVENTS_OF] = events_of(record)
            db.execute("DELETE FROM stale")
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(now.items()))


def _of_views(views: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The rows of views, in parts."""
    for name, view in views.items():
        yield from ((name, part) for part in _parts(view))


def _of_pages(record: "Record") -> Iterator[tuple[str, object]]:
    """What hangs on no decision, in parts."""
    yield from ((_EVENTS, pack_events(part)) for part in _parts(record.merged()) if part)
    yield from ((_DOCUMENTS, part) for part in _parts(record.documents()))
    yield _ISSUES, record.issues()


def _numbered(rows: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, int, bytes]]:
    """The parts of each name, which follow one another, with their numbers."""
    for name, parts in groupby(rows, key=itemgetter(0)):
        yield from ((name, n, packed) for n, (_, packed) in enumerate(parts))


def _parts(view: object) -> Iterable[Any]:
    """A list in pieces, one at least; anything else as it is."""
    if not isinstance(view, list):
        return [view]
    return [view[at : at + PART] for at in range(0, max(1, len(view)), PART)]
