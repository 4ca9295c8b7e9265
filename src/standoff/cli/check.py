"""`standoff check`: whether a record is whole, what is lost, and what can be saved."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.options import RecordOption, record_path


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("check")(check_cli)


def check_cli(
    record: RecordOption = None,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Put what can be read into a new record.")
    ] = None,
) -> None:
    """Looks through a record without changing it and tells what is lost. Exit code 1 where something is."""
    from standoff.cli.output import progress
    from standoff.ingest import put_together
    from standoff.record import Record
    from standoff.record.check import check, rescue

    path = record_path(record)
    health = check(path)
    for name in health.lost:
        progress(f"{name}: cannot be read whole; read its page again")
    for said in health.complaints:
        progress(f"the file: {said}")
    progress(
        f"{path}: {health.whole} of {health.documents} pages whole" + (", nothing is lost" if health.sound else "")
    )
    if save is not None:
        count = rescue(path, save)
        with Record.open(save, write=True) as saved:
            put_together(saved)
        progress(f"{save}: {count} pages put in")
    if not health.sound:
        raise typer.Exit(1)
