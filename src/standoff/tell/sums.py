"""Lines worked out from told figures, each with the sum in words: the rate that an equivalence implies, a rate by the day,
and what a rate comes to over the days that the thing was shut.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import structs

from standoff import edtf
from standoff.tell.money import DAYS, per_day, say_amount, say_number
from standoff.tell.rows import Source, StakeRow, StateView

RATED = ("income", "output")
"""Kinds that come in while the thing works and stay away while it is shut."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which the thing was shut: the fewest and most days it can have lasted."""

    since: str
    until: str
    fewest: int
    most: int
    sources: tuple[Source, ...] = ()


def shut_spell(view: StateView, day: str | None) -> Spell | None:
    """The last spell in which the thing was shut, up to `day` where it lasts; None where it never was."""
    told = [spell for spell in view.history if spell.claimed_by is None and spell.from_]
    shut = [i for i, spell in enumerate(told) if spell.state == "shut"]
    if not shut:
        return None
    first = last = shut[-1]
    while first > 0 and told[first - 1].state == "shut":
        first -= 1
    since, to = told[first].from_ or "", told[last].to or day
    start, end = edtf.bounds(since), edtf.bounds(to)
    if start is None or end is None or end[1] < start[0]:
        return None
    return Spell(
        since=since,
        until=to or "",
        fewest=max(0, (end[0] - start[1]).days),
        most=(end[1] - start[0]).days,
        sources=told[first].sources,
    )


def computed_rows(rows: Sequence[StakeRow], *, spell: Spell | None) -> list[StakeRow]:
    """The lines that can be worked out from told ones."""
    by_id = {row.id: row for row in rows}
    found: dict[str, StakeRow] = {}
    for row in rows:
        rate = implied_rate(row, by_id.get(row.equals or ""))
        if rate is not None:
            found.setdefault(rate.id, rate)
    return [*found.values(), *_by_time(rows, spell)]


def _by_time(rows: Sequence[StakeRow], spell: Spell | None) -> list[StakeRow]:
    """What the largest rates come to by the day, and over the days shut."""
    found: list[StakeRow] = []
    for row in _leading_rates(rows):
        found.append(_by_the_day(row))
        if spell is not None and spell.most > 0 and edtf.overlap(row.as_of, _around(spell)):
            found.append(_over_the_spell(row, spell))
    return found


def implied_rate(row: StakeRow, other: StakeRow | None) -> StakeRow | None:
    """The exchange rate that a stated equivalence of two sums of money implies; the larger number over the smaller."""
    if other is None or not row.value or not other.value or row.unit == other.unit or row.value == other.value:
        return None
    if not (_is_money(row.unit) and _is_money(other.unit)):
        return None
    large, small = sorted((row, other), key=lambda r: -(r.value or 0))
    told = [say_amount(r.value, None, None, r.unit, None) for r in (large, small)]
    pages = {s.document for s in large.sources} & {s.document for s in small.sources}
    return structs.replace(
        large,
        id=f"{small.id}~rate",
        what=f"{large.unit} for 1 {small.unit}, as the page implies",
        kind="other",
        party=None,
        value=round((large.value or 0) / (small.value or 1), 4),
        low=None,
        high=None,
        per=small.unit,
        as_of=small.as_of,
        approx=True,
        claimed_by=small.claimed_by,
        computed=f"{told[0]} / {told[1]}",
        equals=None,
        sources=tuple(s for s in (*small.sources, *large.sources) if s.document in pages)[:1] or small.sources,
        differs=(),
    )


def _is_money(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isalpha() and unit.isupper()


def _leading_rates(rows: Sequence[StakeRow]) -> list[StakeRow]:
    """Of each party and kind the largest rate of money in time: what the parts of it come to is in it already."""
    best: dict[tuple[str | None, str], StakeRow] = {}
    for row in rows:
        if row.party is None and row.kind != "output":
            continue
        if row.kind not in RATED or not row.value or not _is_money(row.unit) or row.per not in DAYS or row.per == "day":
            continue
        known = best.get((row.party, row.kind))
        if known is None or (per_day(row.value, row.per) or 0) > (per_day(known.value or 0, known.per) or 0):
            best[row.party, row.kind] = row
    return list(best.values())


def _by_the_day(row: StakeRow) -> StakeRow:
    value = per_day(row.value or 0, row.per) or 0
    said = say_amount(row.value, None, None, row.unit, row.per)
    return structs.replace(
        row,
        id=f"{row.id}~day",
        value=round(value, 2),
        low=None,
        high=None,
        per="day",
        approx=True,
        computed=f"{said} / {DAYS[row.per or 'day']:.4g} days",
        equals=None,
        differs=(),
    )


def _over_the_spell(row: StakeRow, spell: Spell) -> StakeRow:
    day = per_day(row.value or 0, row.per) or 0
    same = spell.fewest == spell.most
    days = f"{spell.most}" if same else f"{spell.fewest} to {spell.most}"
    said = say_amount(row.value, None, None, row.unit, row.per)
    return structs.replace(
        row,
        id=f"{row.id}~shut",
        what=f"{row.what or row.kind} at this rate for the days shut since {spell.since}",
        kind="loss",
        value=round(day * spell.most, 2) if same else None,
        low=None if same else round(day * spell.fewest, 2),
        high=None if same else round(day * spell.most, 2),
        per=None,
        as_of=spell.until,
        approx=True,
        computed=f"{said} / {say_number(DAYS[row.per or 'day'])} days × {days} days shut",
        equals=None,
        sources=(*row.sources, *(s for s in spell.sources if s not in row.sources)),
        differs=(),
    )


def _around(spell: Spell) -> str:
    """The years that a spell touches: a rate told for one of them fits."""
    first, last = edtf.first_day(spell.since), edtf.last_day(spell.until)
    return f"{first.year if first else 1:04}/{last.year if last else 9998:04}"
