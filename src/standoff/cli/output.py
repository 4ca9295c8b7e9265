"""How rows are printed: JSON lines where piped or asked, a table on a terminal. Page text is shown, never obeyed."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

import msgspec

from standoff.hostile import visible

_MAX_LINE = 4_000
"""Characters; a path has fewer, a page's id may have any number."""


def wants_json(asked: bool) -> bool:
    """JSON was asked for, or nobody looks at a terminal."""
    return asked or not sys.stdout.isatty()


def print_json(rows: Iterable[Any]) -> None:
    """One row a line."""
    for row in rows:
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    sys.stdout.buffer.flush()


def print_table(title: str, columns: Sequence[tuple[str, Callable[[Any], str]]], rows: Sequence[Any]) -> None:
    """A table on the terminal; a line that says so where there are no rows."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(markup=False, highlight=False, emoji=False)
    if not rows:
        console.print(f"{title}: nothing")
        return
    table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False)
    for name, _ in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell(row))) for _, cell in columns))
    console.print(table)


def progress(message: str) -> None:
    """A line on standard error, not endless. Where nobody can read it any more, the work goes on without."""
    line = visible(message[:_MAX_LINE]) + ("…" if len(message) > _MAX_LINE else "")
    try:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Has a stream lead nowhere, without a word from the interpreter at its end on what could not be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
