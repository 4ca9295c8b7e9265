"""Options that several commands share."""

import os
from pathlib import Path
from typing import Annotated

import typer

RecordOption = Annotated[
    Path | None,
    typer.Option("--record", help="The record. Without it $STANDOFF_RECORD, else ./standoff.db.", show_default=False),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="JSON, also on a terminal; it is the default where output is piped.")
]
AtOption = Annotated[str | None, typer.Option("--at", metavar="DATE", help="As known from pages up to that day.")]
SaysOption = Annotated[
    str | None, typer.Option("--says", metavar="PARTY", help="As one party claims it, by its actor id.")
]
SubjectOption = Annotated[
    Path | None,
    typer.Option(
        "--subject", metavar="FILE", help="TOML with [subject] name, aliases and [[party]] id, name, aliases, sector."
    ),
]
ModelOption = Annotated[str | None, typer.Option("--model", help="Another installed spaCy model.")]

WorkersOption = Annotated[
    int,
    typer.Option(
        "--workers", min=0, help="So many processes read the pages; 0: this one, without a guard against bad pages."
    ),
]


def record_path(given: Path | None) -> Path:
    """The record that a command works on."""
    return given or Path(os.environ.get("STANDOFF_RECORD") or "standoff.db")
