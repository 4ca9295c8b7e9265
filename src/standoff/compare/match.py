"""Finds the same event in the record and in event data made elsewhere, one to one, the surest first."""

import re
from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta as Is

from standoff import edtf
from standoff.actor_ids import party_of
from standoff.compare.outside import Outside, span_of
from standoff.lexicon.actors import countries
from standoff.lexicon.outside import common_words
from standoff.record import Record
from standoff.tell.parties import Sides, find_sides
from standoff.tell.rows import Source, TimelineRow
from standoff.tell.timeline import timeline

DAYS = 1
"""Days that the two may date an event apart."""
_WORD = re.compile(r"[^\W\d_]+")
_BOTH_SIDES, _ONE_SIDE, _TYPE, _SAME_DAY = 4, 2, 2, 1


class CompareRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event of the record, of the other file, or of both."""

    where: Literal["both", "record", "file"]
    date: Annotated[str | None, Is(description="as the record has it, else the file")]
    id: Annotated[str | None, Is(description="of the record's row")] = None
    summary: str | None = None
    line: Annotated[int | None, Is(description="of the file")] = None
    other: Annotated[str | None, Is(description="the file's own id")] = None
    other_date: str | None = None
    told: Annotated[str | None, Is(description="who, whom and what, as the file says it")] = None
    same: Annotated[tuple[str, ...], Is(description="what speaks for it: `day`, `type`, sides in common")] = ()
    sources: tuple[Source, ...] = ()


def compare(record: Record, rows: Sequence[Outside], *, days: int = DAYS, at: str | None = None) -> list[CompareRow]:
    """What is in both, only in the record, only in the file, by date.

    An event may be the same where the dates lie at most `days` apart, the types can mean each other and a side is in
    common; each stands against one of the other at most. Of the record, what happened within the file's time counts.
    """
    sides = find_sides(record.subject(), record.events(at))
    span = span_of(rows)
    ours = [
        row
        for row in timeline(record, at=at)
        if row.status in ("happened", "ongoing") and row.date and (span is None or edtf.overlap(row.date, span))
    ]
    taken = _pair(ours, rows, sides, days)
    theirs = {m for m, _ in taken.values()}
    found = [_here(row, *_other(rows, taken.get(n))) for n, row in enumerate(ours)]
    found += [_there(row) for m, row in enumerate(rows) if m not in theirs]
    return sorted(found, key=lambda row: (edtf.sort_key(row.date), row.where, row.line or 0, row.id or ""))


def _pair(
    ours: Sequence[TimelineRow], rows: Sequence[Outside], sides: Sides, days: int
) -> dict[int, tuple[int, tuple[str, ...]]]:
    """By the index of an event of the record, that of the same one in the file and what speaks for it."""
    pairs: list[tuple[int, int, int, tuple[str, ...]]] = []
    names: dict[str, set[str]] = {}  # files name the same few actors in every line
    for n, our in enumerate(ours):
        for m, other in enumerate(rows):
            if (found := _alike(our, other, sides, days, names)) is not None:
                pairs.append((-found[0], n, m, found[1]))
    taken: dict[int, tuple[int, tuple[str, ...]]] = {}
    theirs: set[int] = set()
    for _, n, m, same in sorted(pairs):
        if n not in taken and m not in theirs:
            taken[n] = m, same
            theirs.add(m)
    return taken


def _other(
    rows: Sequence[Outside], taken: tuple[int, tuple[str, ...]] | None
) -> tuple[Outside | None, tuple[str, ...]]:
    return (None, ()) if taken is None else (rows[taken[0]], taken[1])


def _alike(
    our: TimelineRow, other: Outside, sides: Sides, days: int, names: dict[str, set[str]]
) -> tuple[int, tuple[str, ...]] | None:
    """How surely two are the same event, and what speaks for it; None where something excludes it.

    `names` keeps the sides of each name of the file.
    """
    gap = edtf.gap(our.date, other.date)
    if gap is None or gap > days or (other.types and our.type not in other.types):
        return None
    mine = {_side(actor) for actor in (*our.actors, *our.recipients)}
    theirs: set[str] = set()
    for name in (*other.actors, *other.recipients):
        if name not in names:
            names[name] = sides_named(name, sides)
        theirs |= names[name]
    shared = sorted(mine & theirs)
    if not shared:
        return None
    same = [*(["day"] if gap == 0 else []), *(["type"] if other.types else []), *shared]
    score = (_BOTH_SIDES if len(shared) > 1 else _ONE_SIDE) + _TYPE * bool(other.types) + _SAME_DAY * (gap == 0)
    return score, tuple(same)


def sides_named(name: str, sides: Sides) -> set[str]:
    """The sides that a name of the file may stand for: a code, a party or country named in it, else its own words.

    >>> sides_named("Military Forces of South Korea (2013-2017)", Sides()), sides_named("KORGOV", Sides())
    ({'KOR'}, {'KOR'})
    """
    if name[:3] in countries() and (len(name) == 3 or (name.isupper() and len(name) % 3 == 0)):
        return {name[:3]}
    folded = f" {' '.join(_WORD.findall(name.lower()))} "
    known = {id: label.removeprefix("the ").lower() for id, label in sides.names}
    found = {_side(id) for id, label in known.items() if f" {label} " in folded}
    for country in countries().values():
        if any(f" {word.lower()} " in folded for word in (*country.names, *country.adjectives)):
            found.add(country.id)
    found = {code for code in found if not _inside(code, found, folded)}
    return found or {word for word in folded.split() if word not in common_words()}


def _inside(code: str, found: set[str], folded: str) -> bool:
    """Whether a country is only named as part of another's longer name (`Guinea` in `Equatorial Guinea`)."""
    country = countries().get(code)
    if country is None:
        return False
    own = [w.lower() for w in (*country.names, *country.adjectives) if f" {w.lower()} " in folded]
    others = [w.lower() for c in found - {code} if (o := countries().get(c)) for w in (*o.names, *o.adjectives)]
    return bool(own) and all(any(w != o and w in o and f" {o} " in folded for o in others) for w in own)


def _side(actor: str) -> str:
    return actor.removeprefix("NAMED:").lower() if actor.startswith("NAMED:") else party_of(actor)


def _here(row: TimelineRow, other: Outside | None, same: tuple[str, ...]) -> CompareRow:
    return CompareRow(
        where="record" if other is None else "both",
        date=row.date,
        id=row.id,
        summary=row.summary,
        line=other.line if other else None,
        other=other.id if other else None,
        other_date=other.date if other else None,
        told=_told(other) if other else None,
        same=same,
        sources=row.sources,
    )


def _there(row: Outside) -> CompareRow:
    return CompareRow(where="file", date=row.date, line=row.line, other=row.id, other_date=row.date, told=_told(row))


def _told(row: Outside) -> str:
    who = " and ".join(row.actors)
    whom = " and ".join(row.recipients)
    return ": ".join(part for part in (f"{who} > {whom}" if whom else who, row.type, row.told) if part)
