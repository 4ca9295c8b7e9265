"""Reads event data made elsewhere: GDELT 2.0 events, ACLED exports, or any CSV that names date, actors and type."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from standoff import edtf
from standoff.errors import InputError
from standoff.lexicon.cameo import cameo_codes
from standoff.lexicon.outside import outside_types
from standoff.lexicon.plover import plover_types
from standoff.model import PloverType
from standoff.times import find as find_times

_GDELT = 61
"""Columns of a GDELT 2.0 event, which has no header."""
_NAMES: dict[str, tuple[str, ...]] = {
    "date": ("event_date", "date", "sqldate", "day", "start_date"),
    "actor": ("actor1", "actor", "actor1name", "source", "source_name", "actors"),
    "recipient": ("actor2", "recipient", "actor2name", "target", "target_name", "recipients"),
    "type": ("event_type", "type", "eventcode", "code", "cameo_code", "event_code"),
    "subtype": ("sub_event_type",),
    "told": ("notes", "summary", "description", "text", "sourceurl"),
    "id": ("event_id_cnty", "id", "globaleventid", "event_id"),
}
"""By what is needed, the headers that have it, in lower case; the first that is there counts."""


class Outside(msgspec.Struct, frozen=True, kw_only=True):
    """An event of another source: its line, what it says, and the PLOVER types that tell of the same (none: any)."""

    line: int
    id: str
    date: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    type: str
    told: str
    types: tuple[PloverType, ...] = ()


def read_outside(path: Path) -> list[Outside]:
    """The events of a file, by line.

    Raises:
        InputError: it cannot be read, has no header with a date and an actor, or holds no event.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        raise InputError(f"cannot read {path}: {e}", hint="give a CSV file in UTF-8") from e
    first = text.partition("\n")[0]
    try:
        if first.count("\t") == _GDELT - 1:
            found = list(_gdelt(text))
        else:
            parted = ";" if first.count(";") > first.count(",") else "\t" if "\t" in first else ","
            found = list(_named(path, text, parted))
    except csv.Error as e:
        raise InputError(f"{path} is no table: {e}", hint="a quotation mark may be left open") from e
    if not found:
        raise InputError(f"{path} holds no events", hint="a header names date, actor1, actor2 and event_type")
    return found


def _gdelt(text: str) -> Iterator[Outside]:
    """GDELT 2.0 events: SQLDATE, month and year, names of both actors, the code, the address."""
    for line, row in enumerate(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        if len(row) == _GDELT:
            yield Outside(
                line=line,
                id=row[0],
                date=_compact(row[1] or row[2] or row[3]),
                actors=_split(row[6] or row[7]),
                recipients=_split(row[16] or row[17]),
                type=row[26],
                told=row[60],
                types=types_of(row[26]),
            )


def _named(path: Path, text: str, delimiter: str) -> Iterator[Outside]:
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    header = [name.strip().lower() for name in next(rows, [])]
    place = {
        need: next((header.index(name) for name in names if name in header), None) for need, names in _NAMES.items()
    }
    for need in ("date", "actor"):
        if place[need] is None:
            wanted = ", ".join(_NAMES[need][:3])
            raise InputError(f"{path}: no column tells the {need}", hint=f"its header has none of: {wanted}")
    for row in rows:
        cells = {need: row[at].strip() if at is not None and at < len(row) else "" for need, at in place.items()}
        if cells["date"] or cells["actor"]:
            kind = cells["subtype"] if types_of(cells["subtype"]) else cells["type"]
            yield Outside(
                line=rows.line_num,
                id=cells["id"],
                date=_day(cells["date"]),
                actors=_split(cells["actor"]),
                recipients=_split(cells["recipient"]),
                type=kind or cells["type"],
                told=cells["told"],
                types=types_of(kind),
            )


def types_of(name: str) -> tuple[PloverType, ...]:
    """The PLOVER types that an event type, CAMEO code or PLOVER type may be told as; none where any may.

    >>> types_of("Protests"), types_of("057"), types_of("coerce"), types_of("Strategic developments")
    (('PROTEST',), ('SUPPORT',), ('COERCE',), ())
    """
    if name in outside_types():
        return outside_types()[name]
    if name.upper() in plover_types():
        return (plover_types()[name.upper()].id,)
    known = cameo_codes()
    code = next((known[name[:n]] for n in (4, 3) if name[:n] in known and known[name[:n]].type), None)
    return (code.type,) if code is not None and code.type else ()


def _day(told: str) -> str | None:
    """A date as EDTF: as it stands, without its hyphens, or in words."""
    if edtf.bounds(told) is not None:
        return told
    if told.isdigit():
        return _compact(told)
    return next((time.edtf for time in find_times(told) if edtf.bounds(time.edtf)), None)


def _compact(told: str) -> str | None:
    """`20130408`, `201304` or `2013` as EDTF."""
    parts = [part for part in (told[:4], told[4:6], told[6:8]) if part and part != "00"]
    date = "-".join(parts)
    return date if edtf.bounds(date) is not None else None


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for part in names.replace("|", ";").split(";") if (name := part.strip()))


def span_of(rows: Sequence[Outside]) -> str | None:
    """The stretch of time that the dated rows cover, as EDTF."""
    limits = [limit for row in rows if (limit := edtf.bounds(row.date))]
    return edtf.of_days(min(a for a, _ in limits), max(b for _, b in limits)) if limits else None
