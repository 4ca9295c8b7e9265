"""What differs between two records: entries that are only in one, entries that say something else, states, outcomes.

Made to see what another version, lexicon or model changed, so entries are known again by their id, else by a sentence
that both have and the type of the act. Where an act is of another type now, a sentence that both have is enough.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from standoff.record import Record
from standoff.tell.promises import promises
from standoff.tell.rows import PromiseRow, Source, StateSpell, TimelineRow
from standoff.tell.state import state
from standoff.tell.timeline import timeline

FIELDS = ("date", "type", "mode", "actors", "recipients", "status", "object")
Change = Literal["only here", "only there", "other"]


class DiffRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A difference: an entry of one record alone, or what one says and the other says of the same entry.

    `here` is the first record, `there` the second; `fields` what differs, each with both values.
    """

    view: Literal["timeline", "state", "promises"]
    change: Change
    here: str | None
    there: str | None
    fields: tuple[tuple[str, str, str], ...] = ()
    sources: tuple[Source, ...] = ()


def diff(here: Record, there: Record) -> list[DiffRow]:
    """Differences of the timelines, then of the states, then of the ledgers, in the order of the views."""
    return [
        *_timelines(timeline(here), timeline(there)),
        *_states(state(here).history, state(there).history),
        *_ledgers(promises(here), promises(there)),
    ]


def _timelines(here: Sequence[TimelineRow], there: Sequence[TimelineRow]) -> list[DiffRow]:
    pairs = _paired(here, there)
    found = []
    for row in here:
        other = pairs.get(row.id)
        if other is None:
            found.append(DiffRow(view="timeline", change="only here", here=_say(row), there=None, sources=row.sources))
        elif fields := _fields(row, other):
            found.append(
                DiffRow(
                    view="timeline", change="other", here=_say(row), there=_say(other), fields=fields, sources=other.sources
                )
            )  # fmt: skip
    known = {other.id for other in pairs.values()}
    found += [
        DiffRow(view="timeline", change="only there", here=None, there=_say(row), sources=row.sources)
        for row in there
        if row.id not in known
    ]
    return found


def _paired(here: Sequence[TimelineRow], there: Sequence[TimelineRow]) -> dict[str, TimelineRow]:
    """The entry of the second record that each of the first is: by id, by a sentence and the type, by a sentence alone."""
    pairs: dict[str, TimelineRow] = {}
    left = {row.id: row for row in there}
    for row in here:
        if row.id in left:
            pairs[row.id] = left.pop(row.id)
    for typed in (True, False):
        places: dict[tuple[str, str, str], list[str]] = {}
        for row in left.values():
            for source in row.sources:
                places.setdefault((row.type if typed else "", source.document, source.quote), []).append(row.id)
        for row in here:
            if row.id in pairs:
                continue
            keys = ((row.type if typed else "", source.document, source.quote) for source in row.sources)
            twin = next((id for key in keys for id in places.get(key, ()) if id in left), None)
            if twin is not None:
                pairs[row.id] = left.pop(twin)
    return pairs


def _fields(here: TimelineRow, there: TimelineRow) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (name, _plain(getattr(here, name)), _plain(getattr(there, name)))
        for name in FIELDS
        if getattr(here, name) != getattr(there, name)
    )


def _plain(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _say(row: TimelineRow) -> str:
    return f"{row.date or 'no date'} {row.type} {row.summary}"


def _states(here: Sequence[StateSpell], there: Sequence[StateSpell]) -> list[DiffRow]:
    """Spells that are only in one of them, by state and beginning."""
    ours, theirs = ({(s.state, s.from_): s for s in spells} for spells in (here, there))
    found = [
        DiffRow(view="state", change="only here", here=_spell(spell), there=None, sources=spell.sources)
        for key, spell in ours.items()
        if key not in theirs
    ]
    found += [
        DiffRow(view="state", change="only there", here=None, there=_spell(spell), sources=spell.sources)
        for key, spell in theirs.items()
        if key not in ours
    ]
    return found


def _spell(spell: StateSpell) -> str:
    return f"{spell.state} from {spell.from_ or 'an unknown day'}"


def _ledgers(here: Sequence[PromiseRow], there: Sequence[PromiseRow]) -> list[DiffRow]:
    """Entries of another outcome, and those of one ledger alone; known again by id, else by a sentence and the kind."""
    places = {(row.kind, s.document, s.quote): row for row in there for s in row.sources}
    by_id = {row.id: row for row in there}
    found, known = [], set()
    for row in here:
        keys = ((row.kind, s.document, s.quote) for s in row.sources)
        other = by_id.get(row.id) or next((places[key] for key in keys if key in places), None)
        if other is None:
            found.append(
                DiffRow(view="promises", change="only here", here=_entry(row), there=None, sources=row.sources)
            )
            continue
        known.add(other.id)
        fields = tuple(
            (name, _plain(getattr(row, name)), _plain(getattr(other, name)))
            for name in ("outcome", "due", "by", "to")
            if getattr(row, name) != getattr(other, name)
        )
        if fields:
            told, now = _entry(row), _entry(other)
            found.append(
                DiffRow(view="promises", change="other", here=told, there=now, fields=fields, sources=other.sources)
            )
    found += [
        DiffRow(view="promises", change="only there", here=None, there=_entry(row), sources=row.sources)
        for row in there
        if row.id not in known
    ]
    return found


def _entry(row: PromiseRow) -> str:
    return (
        f"{row.made or 'no date'} {row.kind} of {', '.join(row.by) or 'nobody named'}: {row.what or ''} ({row.outcome})"
    )
