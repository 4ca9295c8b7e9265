"""Parquet, for analysis: the timeline, or a folder with every view; lists stay lists, sources stay rows within a row."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from standoff.errors import UsageError
from standoff.export.flat import say
from standoff.export.tables import tables
from standoff.record import Record
from standoff.tell.timeline import timeline

if TYPE_CHECKING:
    import pyarrow as pa


def write_parquet(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes the timeline.

    Raises:
        UsageError: the extra `parquet` is not installed.
    """
    _write(timeline(record, at=at), sink)


def write_parquet_folder(record: Record, folder: Path, at: str | None = None) -> None:
    """Writes a file a view.

    Raises:
        UsageError: the extra `parquet` is not installed.
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables(record, at).items():
        with (folder / f"{name}.parquet").open("wb") as sink:
            _write(rows, sink)


def arrow_table(rows: Sequence[Any]) -> "pa.Table":
    """The rows of a view as an Arrow table.

    Raises:
        UsageError: the extra `parquet` is not installed.
    """
    try:
        import pyarrow
    except ImportError as e:
        raise UsageError("Parquet needs pyarrow", hint="pip install 'standoff[parquet]'") from e
    built = [msgspec.to_builtins(row) for row in rows]
    mixed = _mixed(built)
    return pyarrow.Table.from_pylist([_of_one_type(row, mixed) for row in built])


def _mixed(rows: Sequence[dict[str, Any]]) -> frozenset[str]:
    """The columns that hold words in some rows and something else in others, for which Arrow has no type."""
    words = {name for row in rows for name, value in row.items() if isinstance(value, str)}
    others = {name for row in rows for name, value in row.items() if not isinstance(value, str | None)}
    return frozenset(words & others)


def _of_one_type(row: dict[str, Any], mixed: frozenset[str]) -> dict[str, Any]:
    return {name: say(value) if name in mixed and value is not None else value for name, value in row.items()}


def _write(rows: Sequence[Any], sink: BinaryIO) -> None:
    table = arrow_table(rows)
    from pyarrow import parquet

    parquet.write_table(table, sink)
