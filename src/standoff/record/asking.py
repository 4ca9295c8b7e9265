"""Questions to the database for many values, asked for some of them at a time."""

import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

MANY = 400
"""So many values are asked for at once."""
Values = Collection[str] | Collection[int]


def ask(db: sqlite3.Connection, sql: str, values: Values) -> Iterator[tuple[Any, ...]]:
    """The rows for some values, for which `{}` stands in the question, however many they are."""
    for some in _parts(values):
        yield from db.execute(sql.format(", ".join("?" * len(some))), some)


def change(db: sqlite3.Connection, sql: str, values: Values) -> None:
    """As `ask`, where nothing comes back."""
    for some in _parts(values):
        db.execute(sql.format(", ".join("?" * len(some))), some)


def _parts(values: Values) -> Iterator[list[Any]]:
    ordered: list[Any] = sorted(values)
    for at in range(0, len(ordered), MANY):
        yield ordered[at : at + MANY]
