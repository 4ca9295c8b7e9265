"""How rows are printed: JSON lines where piped or asked, a table on a terminal. Page text is shown, never obeyed."""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")


def clean(text: str) -> str:
    """The text with control characters and bidi overrides made visible, so that a terminal shows and does not obey them.

    >>> clean("red \\x1b[31m alert")
    'red ⟨1b⟩[31m alert'
    """
    return _CONTROL.sub(lambda found: f"⟨{ord(found[0]):02x}⟩", text)


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
        table.add_row(*(Text(clean(cell(row))) for _, cell in columns))
    console.print(table)


def progress(message: str) -> None:
    """A line on standard error."""
    sys.stderr.write(clean(message) + "\n")
    sys.stderr.flush()
