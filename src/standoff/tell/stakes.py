"""What the stand-off costs and brings each party: figures with unit, rate, as-of date, who claims them, and the sources.

Mentions of one figure are one row: the same party, kind, unit, rate and amount (to one part in a hundred), told within
half a year. Where sources give other amounts for the same thing at the same time, `differs` holds all; amounts within a
tenth of each other are one row, that of the amount which most publishers tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from msgspec import structs

from standoff import edtf
from standoff.record import Record
from standoff.record.rows import QuantityMention
from standoff.tell.figures import Figure, find_figures
from standoff.tell.kept import kept
from standoff.tell.money import say_amount
from standoff.tell.parties import Sides, cite_all, find_sides, last_page
from standoff.tell.rows import Claim, StakeKind, StakeRow
from standoff.tell.sittings import Pages
from standoff.tell.state import state
from standoff.tell.sums import Spell, computed_rows, shut_spell
from standoff.tell.words import stems

KINDS: tuple[str, ...] = get_args(StakeKind)
SAME_TIME = 45
"""Days between which two amounts for one thing contradict each other."""
SAME_STAFF = 1.1
LARGE = 1000
"""So near, two numbers of a side's people are counts of the same people, and two sums are of the same loss; 123 firms and 124 are two counts."""


@kept
def stakes(record: Record, *, at: str | None = None, says: str | None = None) -> list[StakeRow]:
    """The figures that pages up to `at` tell, by party and kind, the latest last; those a party claims with `says`."""
    sides = find_sides(record.subject(), record.events(at))
    told = record.quantities(at)
    spell = shut_spell(state(record, at=at), at or last_page(record.documents(at)))
    return tell_figures(told, sides=sides, pages=record.annotation, spell=spell, says=says)


def tell_figures(
    mentions: Sequence[QuantityMention],
    *,
    sides: Sides,
    pages: Pages,
    spell: Spell | None = None,
    says: str | None = None,
) -> list[StakeRow]:
    """The rows of the figures that mentions tell, those worked out from them included."""
    figures = [f for f in find_figures(mentions, sides, pages) if f.tells and _claims(f, says, sides)]
    lines = [Line(f, f.id, f.party, f.as_of, edtf.bounds(f.as_of), stems(f.what)) for f in figures]
    row_of = {mention.key: line.id for line in lines for mention in line.figure.mentions}
    groups: dict[tuple[str | None, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault((line.figure.kind, line.figure.unit, line.figure.per, line.party), []).append(line)
    rows = [_row(line, group, row_of) for group in groups.values() for line in group]
    rows += computed_rows(rows, spell=spell)
    lesser = {line.id: main.id for group in groups.values() for line in group if (main := _main(line, group))}
    rows = [
        structs.replace(row, equals=lesser.get(row.equals or "", row.equals)) for row in rows if row.id not in lesser
    ]
    order = {party: i for i, party in enumerate(sides.parties)}
    return sorted(
        rows,
        key=lambda r: (
            order.get(r.party or "", len(order)),
            r.party or "~",
            KINDS.index(r.kind),
            r.computed is not False,
            r.unit or "",
            edtf.sort_key(r.as_of),
            r.id,
        ),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with what its row says of it, worked out once."""

    figure: Figure
    id: str
    party: str | None
    as_of: str | None
    days: tuple[date, date] | None
    words: frozenset[str]


def _row(line: Line, group: Sequence[Line], row_of: dict[str, str]) -> StakeRow:
    figure = line.figure
    rivals = [other.figure for other in group if other is not line and _differs(line, other)]
    ends = [value for f in (figure, *rivals) for value in sorted(f.amounts)]
    several = len(set(ends)) > 1
    equal = next((row_of[m.equals] for m in figure.mentions if m.equals in row_of), None)
    return StakeRow(
        id=line.id,
        party=line.party,
        what=figure.what,
        kind=figure.kind,
        value=figure.best,
        low=min(ends) if several else figure.low,
        high=max(ends) if several else figure.high,
        unit=figure.unit,
        per=figure.per,
        as_of=line.as_of,
        approx=2 * sum(m.quantity.approx for m in figure.mentions) >= len(figure.mentions),
        hedge=figure.hedge,
        claimed_by=figure.claimed_by,
        equals=equal if equal != line.id else None,
        sources=cite_all(m.where for m in figure.mentions),
        differs=tuple(_claim(f) for f in (figure, *rivals)) if rivals else (),
    )


def _differs(line: Line, rival: Line) -> bool:
    """Both are told for the same thing at the same time, and are not far apart: sources differ on it."""
    one, other = line.figure, rival.figure
    if line.party is None or not one.value or not other.value:
        return False
    low, high = sorted((abs(one.value), abs(other.value)))
    undated = line.days is None or rival.days is None
    if one.kind == "workforce":  # without a day it may be any time's
        return high <= SAME_STAFF * low and (undated or _apart(line, rival) <= timedelta(days=SAME_TIME))
    if undated:
        return False
    # how many are where changes from day to day
    time = timedelta(days=0 if one.kind == "other" else SAME_TIME)
    if high > 2 * low or _apart(line, rival) > time:
        return False
    return line.words == rival.words or bool(line.words & rival.words)


def _main(line: Line, group: Sequence[Line]) -> Line | None:
    """The figure that more publishers, or earlier pages, tell in place of one that is nearly the same: the one row of both."""
    rivals = [other for other in group if other is not line and _differs(line, other) and _close(line, other)]
    ahead = [other for other in rivals if _standing(other) > _standing(line)]
    return max(ahead, key=_standing) if ahead else None


def _close(line: Line, rival: Line) -> bool:
    low, high = sorted((abs(line.figure.value or 0), abs(rival.figure.value or 0)))
    return low >= LARGE and high <= SAME_STAFF * low


def _standing(line: Line) -> tuple[int, int, str]:
    """How many publishers tell a figure, then how early."""
    days = line.figure.days
    told = {m.where.document.source for m in line.figure.mentions}
    return len(told), -(days[0].toordinal() if days else 10**7), line.id


def _apart(line: Line, rival: Line) -> timedelta:
    """The time between two figures: from the last page that tells one to the first that tells the other."""
    ours, theirs = (one.figure.days or one.days for one in (line, rival))
    if ours is None or theirs is None:
        return timedelta.max
    return max(ours[0] - theirs[1], theirs[0] - ours[1], timedelta())


def _claim(figure: Figure) -> Claim:
    said = say_amount(figure.best, figure.low, figure.high, figure.unit, figure.per)
    return Claim(field="value", value=said, sources=cite_all(m.where for m in figure.mentions))


def _claims(figure: Figure, says: str | None, sides: Sides) -> bool:
    """The party claims the figure; always, where none is asked for."""
    claimed = figure.claimed_by
    return says is None or (claimed is not None and sides.of(claimed) == sides.of(says))
