"""Views -> files: one module a format."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from standoff.errors import RecordError, UsageError
from standoff.export.csv import write_csv, write_csv_folder
from standoff.export.jsonl import write_jsonl
from standoff.record import Record

__all__ = ["FORMATS", "export"]

Writer = Callable[[Record, BinaryIO, str | None], None]

FORMATS: dict[str, Writer] = {"csv": write_csv, "jsonl": write_jsonl}
_FOLDERS = {"csv": write_csv_folder}


def export(record: Record, format: str, *, out: Path | None, stream: BinaryIO, at: str | None = None) -> None:
    """Writes the record in a format: to a file, for csv to a folder, else to the stream.

    Raises:
        UsageError: there is no such format.
        RecordError: the file cannot be written.
    """
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}", hint=f"one of: {' '.join(FORMATS)}")
    if out is None:
        FORMATS[format](record, stream, at)
        stream.flush()
        return
    try:
        if format in _FOLDERS and out.suffix != f".{format}":
            _FOLDERS[format](record, out, at)
        else:
            part = out.with_name(
                out.name + ".part"
            )  # a run that is killed leaves no half file under the name asked for
            with part.open("wb") as sink:
                FORMATS[format](record, sink, at)
            part.replace(out)
    except OSError as e:
        raise RecordError(
            f"cannot write {out}: {e.strerror}", hint="check that the folder exists and its rights"
        ) from e
