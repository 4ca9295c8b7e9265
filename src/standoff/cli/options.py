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

LexiconOption = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        metavar="DIR",
        help="A folder of your own lexicon entries. Without it $STANDOFF_LEXICON, else a standoff-lexicon beside the record.",
    ),
]


def own_lexicon(given: Path | None, *, beside: Path | None) -> None:
    """Puts a user's own lexicon entries to use: those given, else those of the environment, else those beside a record.

    Raises:
        LexiconError: there is no such folder, or a file in it has the name of no table.
    """
    from standoff.lexicon.overlay import BESIDE, overlay_folder, use_overlay

    folder = given or overlay_folder()
    if folder is None and beside is not None and (near := beside.parent / BESIDE).is_dir():
        folder = near
    if folder is not None:
        use_overlay(folder)


def record_path(given: Path | None) -> Path:
    """The record that a command works on."""
    return given or Path(os.environ.get("STANDOFF_RECORD") or "standoff.db")
