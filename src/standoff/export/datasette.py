"""A folder for Datasette: a SQLite file with a table a view, the pages and the sentences, and the metadata that tells what they are.

datasette zone/record.db --metadata zone/metadata.json
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from standoff.export.tables import tables
from standoff.hostile import visible
from standoff.record import Record

_TOLD = {
    "timeline": "What happened and what is planned; reports of the same event are one row. Dates are EDTF.",
    "states": "Spells of the disputed thing's state.",
    "talks": "Rounds of talks.",
    "promises": "Demands, offers, promises, threats and deadlines.",
    "stakes": "What it costs or brings each side.",
    "reasons": "Why, as claimed and by whom.",
    "voices": "What people are quoted as saying.",
    "pages": "The pages that the record was made from.",
    "sentences": "The sentences behind the rows: `row` is the id of a row of `view`.",
}


def write_datasette_folder(record: Record, folder: Path, at: str | None = None) -> None:
    """Writes `record.db` and `metadata.json`.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    views = tables(record, at)
    part = folder / "record.db.part"
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as db:
        for name, rows in views.items():
            _table(db, name, [_flat(row) for row in rows], key="id")
        pages = [msgspec.to_builtins(document) for document in record.documents(at)]
        _table(db, "pages", [{k: _cell(v) for k, v in page.items()} for page in pages], key="key")
        _table(db, "sentences", [line for name, rows in views.items() for line in _sentences(name, rows)], key=None)
        db.execute("CREATE INDEX IF NOT EXISTS sentence_of_row ON sentences (row)")
        db.commit()
    part.replace(folder / "record.db")
    (folder / "metadata.json").write_text(_metadata(record, views), encoding="utf-8")


def _table(db: sqlite3.Connection, name: str, rows: Sequence[dict[str, Any]], *, key: str | None) -> None:
    columns = list(rows[0]) if rows else [key or "row"]
    typed = ", ".join(f'"{c}"{" PRIMARY KEY" if c == key else ""}' for c in columns)
    db.execute(f'CREATE TABLE "{name}" ({typed})')
    marks = ", ".join("?" for _ in columns)
    db.executemany(f'INSERT INTO "{name}" VALUES ({marks})', [tuple(row.values()) for row in rows])


def _flat(row: Any) -> dict[str, Any]:
    return {name: _cell(value) for name, value in msgspec.to_builtins(row).items() if name != "sources"}


def _cell(value: Any) -> Any:
    """Lists and records as JSON, which Datasette and SQLite take apart."""
    if isinstance(value, str):
        return visible(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple | dict) else value


def _sentences(view: str, rows: Sequence[Any]) -> Iterable[dict[str, Any]]:
    for row in rows:
        for source in row.sources:
            yield {"row": row.id, "view": view, **{k: _cell(v) for k, v in msgspec.to_builtins(source).items()}}


def _dated(rows: Sequence[Any]) -> bool:
    """Whether the table has a column to sort by: one without rows has none."""
    return bool(rows) and hasattr(rows[0], "date")


def _metadata(record: Record, views: Mapping[str, Sequence[Any]]) -> str:
    subject = record.subject()
    told = {
        "title": f"Record of {subject.name}" if subject else "Record of a stand-off",
        "description": "Made by standoff from news pages; every row leads to sentences.",
        "databases": {
            "record": {
                "tables": {
                    name: {"description": text, **({"sort": "date"} if _dated(views.get(name, ())) else {})}
                    for name, text in _TOLD.items()
                }
            }
        },
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
