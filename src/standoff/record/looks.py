"""What somebody saw of a record when they last looked: enough of each row to tell what has changed since."""

import msgspec

from standoff.model import PloverType, State, Status
from standoff.record.store import Record

_KEY = "look"


class SeenRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of the timeline as it stood. `told`: its sentence; `where`: id, start and end of its first source."""

    id: str
    date: str | None
    status: Status
    type: PloverType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    told: str
    documents: tuple[str, ...]
    differs: tuple[tuple[str, str], ...] = ()


class Look(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record as it stood. `day`: of its last page; `promises`: the outcome of each entry of the ledger, by id."""

    day: str | None
    rows: tuple[SeenRow, ...] = ()
    state: State | None = None
    since: str | None = None
    promises: dict[str, str] = {}


def last_look(record: Record) -> Look | None:
    """What was seen at the last look; None where nobody has looked yet."""
    kept = record.meta(_KEY)
    return msgspec.json.decode(kept, type=Look) if kept else None


def take_look(record: Record, look: Look) -> None:
    """Keeps what was seen as the last look. The record is open to be written."""
    record.set_meta(_KEY, msgspec.json.encode(look).decode(), aside=True)
