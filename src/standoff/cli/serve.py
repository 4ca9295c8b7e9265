"""`standoff serve`: the record as a web page on this machine."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.options import RecordOption, record_path


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("serve")(serve_cli)


def put_together(path: Path) -> None:
    """Puts the pages of a record together where a run of `read` was killed before that.

    What reads pages is loaded only then: the page is to answer soon.

    Raises:
        RecordError: there is no record, or it has to be put together and cannot be written.
    """
    from standoff.record import Record

    with Record.open(path) as opened:
        linked = opened.linked
    if not linked:
        from standoff.ingest import open_linked

        open_linked(path).close()


def serve_cli(
    record: RecordOption = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 8765,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Serves the record as a web page on 127.0.0.1 until interrupted."""
    from standoff.web import serve

    put_together(record_path(record))
    serve(record_path(record), port=port, open_browser=open_)
