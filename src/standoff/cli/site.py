"""`standoff site`: the record's pages as a folder that can be mailed or hosted."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.options import RecordOption, record_path
from standoff.cli.serve import put_together


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("site")(site_cli)


def site_cli(
    folder: Annotated[
        Path, typer.Argument(help="A folder, made where missing; one written so before is written anew.")
    ],
    record: RecordOption = None,
    with_pages: Annotated[
        bool, typer.Option("--with-pages", help="The pages that were read go with it whole, not only their sentences.")
    ] = False,
) -> None:
    """Writes the record's pages into a folder that can be mailed or hosted: sentences, hashes and links, no scripts.

    Readers' comments and their names are never part of it.
    """
    from standoff.cli.output import progress
    from standoff.web.folder import write_site

    put_together(record_path(record))
    written = write_site(record_path(record), folder, whole=with_pages)
    progress(f"{written} files in {folder}: open {folder / 'index.html'}")
