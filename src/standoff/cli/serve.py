"""`standoff serve`: the record as a web page on this machine."""

from typing import Annotated

import typer

from standoff.cli.options import RecordOption, record_path


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("serve")(serve_cli)


def serve_cli(
    record: RecordOption = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 8765,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Serves the record as a web page on 127.0.0.1 until interrupted."""
    from standoff.ingest import open_linked
    from standoff.web import serve

    open_linked(record_path(record)).close()
    serve(record_path(record), port=port, open_browser=open_)
