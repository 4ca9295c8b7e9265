"""The rows of views as they were last worked out: who asks next reads them, and not every page again.

They hold for as long as nothing that they are told from has changed - pages, links, the subject, decisions, the code -,
which one short name stands for. Rows of another name are never shown.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec
import zstandard

from standoff.lexicon.overlay import overlay_hash
from standoff.record.made import files
from standoff.record.packed import Bundle, pack_events, unpack_events
from standoff.record.rows import MergedEvent

if TYPE_CHECKING:
    from standoff.record.store import Record

_FROM, _MERGED = "told_from", "merged_from"
_EVENTS = "merged events"
_TELLERS = ("edtf.py", "lexicon", "model.py", "record", "tell")
"""The modules and packages that decide what a view tells of a record."""
PART = 2_000
"""Rows that are kept together."""
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


def take_events(record: "Record") -> list[MergedEvent] | None:
    """The merged events as they are kept, before people decided on them; None where they would have to be merged anew."""
    bundles = _read(record, _EVENTS, Bundle, (_MERGED, merged_from(record)))
    if not bundles:
        return None
    documents = {document.key: document for document in record.documents()}
    try:
        with uncollected():
            return [event for bundle in bundles for event in unpack_events(bundle, documents)]
    except KeyError:  # another process put pages in meanwhile: the documents at hand are of before
        return None


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


def put(
    record: "Record", views: Mapping[str, object], events: Sequence[MergedEvent], *, names: tuple[str, str]
) -> None:
    """Keeps views, and the events as the machine merged them, in place of those that were kept.

    Args:
        record: it is open to be written.
        views: the rows of each view, by its name.
        events: the merged events, before people decided on them; they are written where others are kept.
        names: what the views were told from, and what the events were merged from.

    Raises:
        RecordError: it cannot be written.
    """
    pack = zstandard.ZstdCompressor(level=3).compress
    with record.transaction(decides=True) as db:
        same = record.meta(_MERGED) == names[1]  # nothing but decisions came
        db.execute("DELETE FROM view WHERE name != ?" if same else "DELETE FROM view", (_EVENTS,) if same else ())
        for name, view in views.items():
            rows = [(name, part, pack(_encode(rows))) for part, rows in enumerate(_parts(view))]
            db.executemany("INSERT INTO view VALUES (?, ?, ?)", rows)
        bundles = (pack_events(events[at : at + PART]) for at in range(0, 0 if same else len(events), PART))
        rows = [(_EVENTS, part, pack(_encode(bundle))) for part, bundle in enumerate(bundles)]
        db.executemany("INSERT INTO view VALUES (?, ?, ?)", rows)
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", zip((_FROM, _MERGED), names, strict=True))


def _parts(view: object) -> Iterable[object]:
    """A list in pieces, one at least; anything else as it is."""
    if not isinstance(view, list):
        return [view]
    return [view[at : at + PART] for at in range(0, max(1, len(view)), PART)]
