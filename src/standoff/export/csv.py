"""CSV: the timeline, and with a folder all views, described by a `datapackage.json` (Frictionless)."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from standoff.export.tables import tables
from standoff.hostile import inert_cell
from standoff.record import Record
from standoff.tell.timeline import timeline

_TYPES = {
    "weight": "number",
    "confidence": "number",
    "goldstein": "number",
    "cameo_goldstein": "number",
    "quad": "integer",
    "value": "number",
    "low": "number",
    "high": "number",
    "pages": "integer",
}


def write_csv(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """The timeline, one event a line; its sentences stand in the last columns."""
    _write(sink, timeline(record, at=at))


def write_csv_folder(record: Record, folder: Path, at: str | None = None) -> None:
    """A file a view, and `datapackage.json` that describes them.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for name, rows in tables(record, at).items():
        with (folder / f"{name}.csv").open("wb") as sink:
            columns = _write(sink, rows)
        fields = [{"name": column, "type": _TYPES.get(column, "string")} for column in columns]
        resources.append(
            {
                "name": name,
                "path": f"{name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": fields},
            }
        )
    subject = record.subject()
    package = {"name": "standoff-record", "title": subject.name if subject else "stand-off", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _write(sink: BinaryIO, rows: Sequence[Any]) -> list[str]:
    """Writes the rows; the names of the columns come back."""
    flat = [_flat(row) for row in rows]
    columns = list(flat[0]) if flat else ["id"]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat)
    sink.write(text.getvalue().encode("utf-8"))
    return columns


def _flat(row: Any) -> dict[str, str]:
    """A row with its lists joined; sources as the number of pages, the first page and its sentence."""
    cells: dict[str, str] = {}
    for name, value in msgspec.to_builtins(row).items():
        if name == "sources":
            cells["pages"] = str(len({source["document"] for source in value}))
            first = value[0] if value else {}
            cells["document"] = inert_cell(first.get("document") or "")
            cells["url"] = inert_cell(first.get("url") or "")
            cells["quote"] = inert_cell(first.get("quote") or "")
        else:
            cells[name] = inert_cell(_cell(value))
    return cells


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_cell(item)}" for key, item in value.items() if key != "sources")
    return _joined(value)


def _joined(values: Iterable[Any]) -> str:
    return " | ".join(_cell(value) for value in values)
