"""`standoff import`: a record from an export."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.options import RecordOption, record_path
from standoff.errors import InputError


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("import")(import_cli)


def import_cli(
    file: Annotated[Path, typer.Argument(help="What `standoff export jsonl` wrote.")], record: RecordOption = None
) -> None:
    """Puts an exported record into a record, made where missing: pages, annotations, decisions; nothing is read anew."""
    from standoff.cli.output import progress
    from standoff.restore import restore

    path = record_path(record)
    try:
        lines = file.open("rb")
    except OSError as e:
        raise InputError(
            f"cannot read {file}: {e.strerror}", hint="name a file that `standoff export jsonl` wrote"
        ) from e
    with lines:
        count = restore(lines, path, name=str(file))
    progress(f"{path}: {count} pages put in")
