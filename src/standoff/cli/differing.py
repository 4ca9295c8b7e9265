"""`standoff diff`: what differs between two records."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.options import JsonOption

CHANGED = 5


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("diff")(diff_cli)


def diff_cli(
    here: Annotated[Path, typer.Argument(metavar="RECORD", help="A record.")],
    there: Annotated[Path, typer.Argument(metavar="RECORD", help="Another one of the same pages.")],
    json: JsonOption = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit code 5 where they differ.")] = False,
) -> None:
    """What two records of the same pages say otherwise: entries, states, outcomes; to see what an upgrade changed."""
    from standoff.cli.output import print_json, wants_json
    from standoff.cli.tables import print_view
    from standoff.ingest import open_linked
    from standoff.tell.diff import diff

    with open_linked(here) as one, open_linked(there) as two:
        rows = diff(one, two)
    if wants_json(json):
        print_json(rows)
    else:
        print_view("diff", rows)
    if rows and exit_code:
        raise typer.Exit(CHANGED)
