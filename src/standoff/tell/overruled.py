"""The spells of the state as people decided: what somebody set right, let stand or rejected holds over the course of the evidence."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from standoff import edtf
from standoff.model import State
from standoff.record import Record
from standoff.record.decisions import Value
from standoff.record.rulings import SpellPin
from standoff.record.shown import is_value
from standoff.tell.evidence import Evidence
from standoff.tell.spells import Spell

BEFORE = ".."
"""Begins the date of a spell that was there before the first page."""


def as_decided(record: Record, spells: Sequence[Spell], at: str | None) -> list[Spell]:
    """The spells with what people decided on them, the latest decision counting; those that begin after the day are left out."""
    found = list(spells)
    known = {document.key for document in record.documents(at)}
    pins = [pin for pin in record.ruled().spells if any(place.document.key in known for place in pin.places)]
    for pin in pins:
        found = _take(found, pin, {name for key in pin.keys for name in (key, record.canonical(key))})
    return [spell for spell in found if edtf.began_by(spell.start, at)] if pins else found


def _take(spells: list[Spell], pin: SpellPin, ids: Collection[str]) -> list[Spell]:
    n = _meant(spells, pin, ids)
    values = pin.decision.values
    if pin.decision.action == "reject":
        return spells if n is None else _joined([*spells[:n], *spells[n + 1 :]])
    if n is not None:
        spell, rest = spells[n], [*spells[:n], *spells[n + 1 :]]
    else:  # its sentences are not read to bring such a spell any more
        shown = {name: value for name, value in pin.decision.before.items() if is_value("spell", name, value)}
        values = {**{name: value for name, value in shown.items() if value is not None}, **values}
        if not values.get("from") or not values.get("state"):
            return spells
        spell, rest = _anew(pin, values), list(spells)
    return _joined(_placed(rest, spell, values, pin.decision.id))


def _meant(spells: Sequence[Spell], pin: SpellPin, ids: Collection[str]) -> int | None:
    """Which spell rests on the same mentions: one of the state that was shown, or chosen, before any other."""
    shown, chosen = pin.decision.before.get("state"), pin.decision.values.get("state")
    first = str(pin.decision.before.get("from") or "").startswith(BEFORE)
    found = []
    for n, spell in enumerate(spells):
        shared = sum(bool(set(each.ids) & set(ids)) for each in spell.evidence)
        if shared and spell.start.startswith(BEFORE) == first:
            found.append((spell.state == shown, spell.state == chosen, shared, -n))
    return -max(found)[-1] if found else None


def _anew(pin: SpellPin, values: Mapping[str, Value]) -> Spell:
    """A spell that stands on the decision alone."""
    state, start = cast(State, values["state"]), cast(str, values["from"])
    told = Evidence(
        state=state, date=start, kind="holds", weight=1.0, ids=pin.keys or (pin.decision.id,), places=pin.places
    )
    limits = edtf.bounds(start)
    assert limits is not None  # nobody can write another date
    return Spell(state, start, limits[0], (told,))


def _placed(others: Sequence[Spell], spell: Spell, values: Mapping[str, Value], decision: str) -> list[Spell]:
    """The others with a spell as it was set right among them: those that it covers are gone, its neighbours make room."""
    start = cast(str, values.get("from") or spell.start)
    day = (edtf.first_day(start) if "from" in values else None) or spell.day
    state = cast(State, values.get("state") or spell.state)
    spell = replace(spell, state=state, start=start, day=day, decided=(*spell.decided, decision))
    others = [_earlier(s, day) for s in others]
    before, after = [s for s in others if s.day < day], [s for s in others if s.day > day]
    if "to" in values:
        after = _from_its_end(after, spell, cast(str | None, values["to"]))
    return [*before, spell, *after]


def _earlier(spell: Spell, day: date) -> Spell:
    """What was there before the first page was there before a day on which something else began, too."""
    if not spell.start.startswith(BEFORE) or spell.day < day or day == date.min:
        return spell
    eve = day - timedelta(days=1)
    return replace(spell, start=f"{BEFORE}/{eve.isoformat()}?", day=eve)


def _from_its_end(after: Sequence[Spell], spell: Spell, to: str | None) -> list[Spell]:
    """What follows a spell that ends on a day: the spell of that day, or the next one, begins on it; where there is none nobody knows."""
    end = edtf.first_day(to)
    if to is None or end is None:
        return []
    over, rest = [s for s in after if s.day <= end], [s for s in after if s.day > end]
    following = over[-1] if over else rest.pop(0) if rest else replace(spell, state="unknown")
    return [replace(following, start=to, day=end), *rest]


def _joined(spells: Sequence[Spell]) -> list[Spell]:
    """The spells, neighbours of one state as one."""
    found: list[Spell] = []
    for spell in spells:
        if found and found[-1].state == spell.state:
            last = found[-1]
            evidence = (*last.evidence, *(e for e in spell.evidence if e not in last.evidence))
            found[-1] = replace(last, evidence=evidence, decided=(*last.decided, *spell.decided))
        else:
            found.append(spell)
    return found
