"""Rows as flat columns: CSV, the table of a view that has no page of its own, a notebook's tables."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from standoff.hostile import inert_cell, web_link


def columns_of(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The names of all fields, in the order in which they come."""
    return list(dict.fromkeys(name for row in rows for name in row))


def to_csv(rows: Iterable[Any]) -> bytes:
    """The rows as CSV: lists joined, sources as the number of pages, the first page, its address and sentence.

    No cell is one that a spreadsheet takes for a formula.
    """
    flat = [flatten(row) for row in rows]
    sink = io.StringIO()
    writer = csv.DictWriter(sink, columns_of(flat) or ["id"], lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows({name: inert_cell(value) for name, value in row.items()} for row in flat)
    return sink.getvalue().encode()


def flatten(row: Any) -> dict[str, str]:
    """A row with a word for each field."""
    cells: dict[str, str] = {}
    for name, value in msgspec.to_builtins(row).items():
        if name == "sources":
            first = value[0] if value else {}
            cells["pages"] = str(len({source.get("key") or source.get("document") for source in value}))
            cells["document"] = say(first.get("document"))
            cells["url"] = say(web_link(first.get("url")))
            cells["quote"] = say(first.get("quote"))
        else:
            cells[name] = say(value)
    return cells


def say(value: Any) -> str:
    """A value as one cell has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {say(item)}" for key, item in value.items() if key != "sources")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " | ".join(say(item) for item in value)
    return str(value)
