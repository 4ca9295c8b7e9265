"""CSV: the timeline, and with a folder all views, described by a `datapackage.json` (Frictionless)."""

import json
from pathlib import Path
from typing import BinaryIO

from standoff.export.flat import columns_of, flatten, to_csv
from standoff.export.tables import tables
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
    sink.write(to_csv(timeline(record, at=at)))


def write_csv_folder(record: Record, folder: Path, at: str | None = None) -> None:
    """A file a view, and `datapackage.json` that describes them.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for name, rows in tables(record, at).items():
        (folder / f"{name}.csv").write_bytes(to_csv(rows))
        columns = columns_of([flatten(row) for row in rows]) or ["id"]
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
