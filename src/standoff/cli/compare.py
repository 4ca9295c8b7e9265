"""`standoff compare`: the record against event data made elsewhere."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from standoff.cli.options import AtOption, JsonOption, RecordOption, record_path

_COLUMNS: list[tuple[str, Callable[[Any], str]]] = [
    ("in", lambda row: row.where),
    ("date", lambda row: row.date or ""),
    ("line", lambda row: str(row.line or "")),
    ("", lambda row: "\n".join(part for part in (row.summary, row.told) if part)),
]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("compare")(compare_cli)


def compare_cli(
    file: Annotated[
        Path, typer.Argument(help="GDELT 2.0 events, an ACLED export, or a CSV with date, actor1, actor2, type.")
    ],
    record: RecordOption = None,
    json: JsonOption = False,
    at: AtOption = None,
    days: Annotated[int, typer.Option("--days", min=0, help="So many days may the two date an event apart.")] = 1,
) -> None:
    """What the record and other event data have in common, and what only one of them has."""
    from standoff.cli.output import print_json, print_table, progress, wants_json
    from standoff.cli.views import _day
    from standoff.compare import compare, read_outside
    from standoff.ingest import open_linked

    day = _day("--at", at)
    with open_linked(record_path(record)) as opened:
        rows = compare(opened, read_outside(file), days=days, at=day)
    if wants_json(json):
        print_json(rows)
    else:
        print_table(f"record and {file.name}", _COLUMNS, rows)
    counts = Counter(row.where for row in rows)
    progress(f"in both {counts['both']}, only in the record {counts['record']}, only in {file.name} {counts['file']}")
