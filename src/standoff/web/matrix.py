"""Who does what to whom: a matrix of actors and recipients, each field with its acts by kind."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.lexicon.plover import plover_types
from standoff.tell.rows import WhoRow

_MOST = 8
"""Actors and recipients that get a row or column; the table lists all."""
NOBODY = ""


@dataclass(frozen=True)
class Cell:
    """What one did to another: how often, how many of these acts are of cooperation, the most frequent types."""

    count: int
    cooperation: int
    types: tuple[tuple[str, int], ...]
    shade: int
    """From 0 to 4, by its share of the largest field."""


@dataclass(frozen=True)
class Matrix:
    """Counts by actor (rows) and recipient (columns); an empty id means that no page names a recipient."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    left_out: int
    """Acts between others than those shown."""


def make_matrix(rows: Sequence[WhoRow], first: Sequence[str]) -> Matrix:
    """The matrix of a record's acts; `first` are the parties, which lead rows and columns."""
    acting: dict[str, int] = defaultdict(int)
    receiving: dict[str, int] = defaultdict(int)
    fields: dict[tuple[str, str], list[WhoRow]] = defaultdict(list)
    for row in rows:
        recipient = row.recipient or NOBODY
        acting[row.actor] += row.count
        receiving[recipient] += row.count
        fields[row.actor, recipient].append(row)
    actors = _leading(acting, first)
    recipients = _leading({key: n for key, n in receiving.items() if key}, first)
    if NOBODY in receiving:
        recipients = (*recipients, NOBODY)
    most = max((sum(r.count for r in found) for found in fields.values()), default=1)
    cells = {(a, r): _cell(found, most) for (a, r), found in fields.items() if a in actors and r in recipients}
    shown = sum(cell.count for cell in cells.values())
    return Matrix(actors, recipients, cells, sum(row.count for row in rows) - shown)


def _leading(counts: dict[str, int], first: Sequence[str]) -> tuple[str, ...]:
    ranked = sorted(
        counts, key=lambda key: (key not in first, first.index(key) if key in first else 0, -counts[key], key)
    )
    return tuple(ranked[:_MOST])


def _cell(rows: Sequence[WhoRow], most: int) -> Cell:
    quads = {entry.id: entry.quad for entry in plover_types().values()}
    count = sum(row.count for row in rows)
    types = sorted(((str(row.type), row.count) for row in rows), key=lambda t: (-t[1], t[0]))
    return Cell(
        count=count,
        cooperation=sum(row.count for row in rows if quads.get(row.type, 0) in (1, 2)),
        types=tuple(types),
        shade=min(4, -(-4 * count // most)),
    )
