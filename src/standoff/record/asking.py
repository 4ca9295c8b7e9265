"""Questions to the database for many values, asked for some of them at a time."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

MANY = 400
"""So many values are asked for at once."""
PAGES = 2_000
"""So many pages are held at once where all are read."""
Values = Collection[str] | Collection[int]
T = TypeVar("T")


def ask(db: sqlite3.Connection, sql: str, values: Values) -> Iterator[tuple[Any, ...]]:
    """The rows for some values, for which `{}` stands in the question, however many they are."""
    for some in _parts(values):
        yield from db.execute(sql.format(", ".join("?" * len(some))), some)


def change(db: sqlite3.Connection, sql: str, values: Values) -> None:
    """As `ask`, where nothing comes back."""
    for some in _parts(values):
        db.execute(sql.format(", ".join("?" * len(some))), some)


def parts(ordered: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """What stands in a row, some of it at a time."""
    for at in range(0, len(ordered), most):
        yield ordered[at : at + most]


def _parts(values: Values) -> Iterator[Sequence[Any]]:
    ordered: list[Any] = sorted(values)
    return parts(ordered, MANY)
