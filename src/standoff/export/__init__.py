"""Views -> files: one module a format."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from standoff.errors import RecordError, UsageError
from standoff.export.formats import ALSO, FORMATS, Format
from standoff.export.manifest import manifest, manifest_path
from standoff.record import Record

__all__ = ["FORMATS", "Format", "export"]


def export(record: Record, format: str, *, out: Path | None, stream: BinaryIO, at: str | None = None) -> None:
    """Writes the record in a format: to a file or a folder with its manifest beside, else to the stream without one.

    Args:
        record: the record.
        format: one of `FORMATS`, or of `ALSO`.
        out: a file, or a folder where the format is one; csv takes either, by the ending.
        stream: what is written to without `out`.
        at: as known from pages up to that day.

    Raises:
        UsageError: there is no such format, or it is a folder and none is named.
        RecordError: the file cannot be written.
    """
    form = FORMATS.get(ALSO.get(format, format))
    if form is None:
        raise UsageError(f"there is no format {format!r}", hint=f"one of: {' '.join(FORMATS)}")
    write, write_folder = form.writer(), form.folder_writer()
    if out is None:
        if write is None:
            raise UsageError(f"{format} is a folder of files", hint="name one with --out")
        write(record, stream, at)
        stream.flush()
        return
    try:
        if write_folder and (write is None or out.suffix != form.suffix):
            written = _put_folder(out, lambda folder: write_folder(record, folder, at))
        elif write:
            written = _put_file(out, lambda sink: write(record, sink, at))
        manifest_path(out).write_bytes(manifest(record, form.name, out, written, at=at))
    except OSError as e:
        raise RecordError(
            f"cannot write {e.filename or out}: {e.strerror}", hint="check that the folder exists and its rights"
        ) from e


def _put_file(out: Path, write: Callable[[BinaryIO], None]) -> list[Path]:
    """Writes under another name first: a run that is killed, or fails, leaves no half file under the name asked for."""
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("wb") as sink:
            write(sink)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return [out]


def _put_folder(out: Path, write: Callable[[Path], None]) -> list[Path]:
    """Writes the files in a folder of their own within, then puts each in its place; what else lies in `out` is let be."""
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".part-", dir=out) as made:
        write(Path(made))
        names = sorted(path.name for path in Path(made).iterdir())
        for name in names:
            (Path(made) / name).replace(out / name)
    return [out / name for name in names]
