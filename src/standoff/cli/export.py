"""`standoff export`: the record in a form that other tools open."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.options import AtOption, RecordOption, record_path


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("export")(export_cli)


def export_cli(
    format: Annotated[str, typer.Argument(help="jsonl or csv.")],
    record: RecordOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="A file; for csv a folder. Standard output without it.")
    ] = None,
    at: AtOption = None,
) -> None:
    """Writes the record: jsonl (lossless) or csv (the timeline, with datapackage.json where --out names a folder)."""
    import sys

    from standoff.cli.views import _day
    from standoff.export import export
    from standoff.ingest import open_linked

    with open_linked(record_path(record)) as opened:
        export(opened, format, out=out, stream=sys.stdout.buffer, at=_day("--at", at))
