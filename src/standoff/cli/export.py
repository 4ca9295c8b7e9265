"""`standoff export`: the record in forms that other tools open."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.options import AtOption, RecordOption, record_path


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("export")(export_cli)


def export_cli(
    format: Annotated[str | None, typer.Argument(help="One of the formats; without it they are listed.")] = None,
    record: RecordOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="A file or a folder, with its manifest beside. Standard output without it."),
    ] = None,
    at: AtOption = None,
) -> None:
    """Writes the record in a form that other tools open: a memo, references, tables, a calendar, a timeline, all of it."""
    import sys

    from standoff.cli.views import _day
    from standoff.export import FORMATS, export
    from standoff.ingest import open_linked

    if format is None:
        for form in FORMATS.values():
            typer.echo(f"{form.name:12} {form.told}")
        return
    day = _day("--at", at)
    with open_linked(record_path(record)) as opened:
        export(opened, format, out=out, stream=sys.stdout.buffer, at=day)
