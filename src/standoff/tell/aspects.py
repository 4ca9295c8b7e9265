"""What is known of the thing's aspects: people in, people out, goods, work, payments, line of contact, each as a series.

A value comes from a description ("861 South Koreans were still there") or from an act ("barred managers from entering",
"restored the hotline"). It holds from its first day until another value is told of the same aspect by the same claimant;
what one side claims also until the aspect is told to be otherwise by nobody's claim, a count until the next one. What has no
day is left out: nothing could end it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from standoff import edtf
from standoff.lexicon.state_acts import word_class
from standoff.lexicon.stems import stems
from standoff.model import Aspect
from standoff.record.once import each, once
from standoff.record.rows import MergedEvent, StateMentionRow, Where
from standoff.tell.brought import is_levy, is_recall, words_of
from standoff.tell.disputed import Thing
from standoff.tell.parties import Sides, cite_all
from standoff.tell.rows import AspectRow
from standoff.tell.sure import SURE

_STATES = frozenset(("open", "restricted", "shut", "reopening"))
_WORD_ASPECTS: tuple[tuple[str, Aspect], ...] = (
    ("line", "line_of_contact"),
    ("payments", "payments"),
    ("passing_goods", "goods"),
    ("passing_people", "people_in"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of an aspect from a day on, as one sentence or act tells it."""

    aspect: Aspect
    value: str
    since: str | None
    claimed_by: str | None
    places: tuple[Where, ...]

    @property
    def series(self) -> tuple[str, bool, str | None]:
        """Values that follow one another: of one aspect, states apart from counts, by one claimant."""
        return self.aspect, self.value in _STATES, self.claimed_by


def tell_aspects(
    descriptions: Sequence[StateMentionRow],
    events: Sequence[MergedEvent],
    thing: Thing,
    sides: Sides,
    *,
    opened: Sequence[str] = (),
    says: str | None = None,
) -> tuple[AspectRow, ...]:
    """The series of all aspects, by aspect and day; with `says` only what that party claims or did.

    `opened`: the days from which the thing was open again; what was shut, restricted or counted before is so no longer.
    """
    found = [*_described(descriptions, thing, sides, says), *_done(events, thing, sides, says)]
    readings = sorted((r for r in found if edtf.bounds(r.since)), key=lambda r: (edtf.sort_key(r.since), r.value))
    series: dict[tuple[str, bool, str | None], list[Reading]] = {}
    for reading in readings:
        series.setdefault(reading.series, []).append(reading)
    rows = [row for found in series.values() for row in _closed(found, readings, opened)]
    return tuple(sorted(rows, key=lambda r: (r.aspect, edtf.sort_key(r.from_), r.value, r.claimed_by or "")))


def _described(
    descriptions: Sequence[StateMentionRow], thing: Thing, sides: Sides, says: str | None
) -> Iterable[Reading]:
    for row in descriptions:
        told = row.state
        if told.aspect == "line_of_contact" and thing.flows:
            continue  # a pipeline is a line too
        claimed = told.attributed_to.id if told.attributed_to else None
        if told.aspect is None or told.confidence < SURE:
            continue
        if says is not None and (claimed is None or sides.of(claimed) != sides.of(says)):
            continue
        value = told.value or (told.state if told.state != "unknown" else row.words)
        yield Reading(told.aspect, value, told.since or told.date, claimed, (row.where,))


def _done(events: Sequence[MergedEvent], thing: Thing, sides: Sides, says: str | None) -> Iterable[Reading]:
    """What acts that happened did to an aspect; the acts of the sides alone, and only on the thing or its lines."""
    for readings in each(events, _readings, thing, sides, says):
        yield from readings


def _readings(event: MergedEvent, thing: Thing, sides: Sides, says: str | None) -> tuple[Reading, ...] | None:
    """What an act did to aspects; None where it did nothing to any."""
    if says is not None and sides.of(says) not in sides.all(event.actors):
        return None
    return _read(event, thing, sides) or None


@once
def _read(event: MergedEvent, thing: Thing, sides: Sides) -> tuple[Reading, ...]:
    """What an act did to aspects, one or several: who bars managers and lorries shuts people and goods out."""
    if not event.happened or event.confidence < SURE or edtf.bounds(event.date) is None:
        return ()
    if event.actors and not any(sides.leads(actor) for actor in event.actors):
        return ()
    value = _brought(event)
    if value is None:
        return ()
    meant = thing.meant(event) or thing.in_sentence(event)
    touched = (aspect for aspect in _touched(event) if meant or aspect == "line_of_contact")
    places = tuple(member.where for member in event.members)
    return tuple(Reading(aspect, value, event.date, None, places) for aspect in touched)


def _touched(event: MergedEvent) -> tuple[Aspect, ...]:
    """The aspects that an act is on, by the words for what is acted on and for those it is done to."""
    if event.type == "SANCTION" and event.mode == "withdraw":
        return () if is_recall(event) else ("work",)
    said = words_of(event) | stems(" ".join(event.recipients).replace("NAMED:", ""))
    who_or_what = said - word_class("entry")  # `entry` alone tells of people, `entry of lorries` does not
    found = tuple(aspect for name, aspect in _WORD_ASPECTS if who_or_what & word_class(name))
    return found or (("people_in",) if said & word_class("entry") else ())


def _brought(event: MergedEvent) -> str | None:
    """Open or shut, by the type of the act."""
    if event.type in ("COERCE", "SANCTION"):
        return "shut" if not is_levy(event) else None
    if (event.type == "RETREAT" and event.mode == "access") or (
        event.type == "COOPERATE" and words_of(event) & word_class("reopen")
    ):
        return "open" if not is_levy(event) else None
    return None


def _closed(series: Iterable[Reading], readings: Sequence[Reading], opened: Sequence[str]) -> Iterable[AspectRow]:
    """The rows of a series: the same value told again is one row, and the next value ends the one before.

    `readings`: those of all series in order, of which some end a value of this one. Of two values told for one day the last stands.
    """
    merged: list[list[Reading]] = []
    for reading in series:
        if merged and merged[-1][0].value == reading.value:
            merged[-1].append(reading)
        else:
            merged.append([reading])
    for n, group in enumerate(merged):
        first, since = group[0], _begun(group)
        following = merged[n + 1][0].since if n + 1 < len(merged) else None
        if following is not None and edtf.sort_key(following) <= edtf.sort_key(group[-1].since):
            continue
        ends = [following] if following else [r.since for r in readings if _ends(r, first, group[-1])]
        past = opened if first.value not in ("open", "reopening") else ()
        later = [day for day in (*ends, *past) if day and edtf.sort_key(day) > edtf.sort_key(group[-1].since)]
        yield AspectRow(
            aspect=first.aspect,
            value=first.value,
            from_=since,
            to=min(later, key=edtf.sort_key, default=None),
            claimed_by=first.claimed_by,
            sources=cite_all(place for reading in group for place in reading.places),
        )


def _begun(group: Sequence[Reading]) -> str | None:
    """When a value began: the finest of the dates told that may be the first one."""
    first = group[0].since
    return min((r.since for r in group if edtf.overlap(r.since, first)), key=lambda day: edtf.length(day) or 0)


def _ends(reading: Reading, first: Reading, last: Reading) -> bool:
    """A value of another series ends one: what is so ends what somebody claims, a later count an earlier one."""
    if reading.aspect != first.aspect or edtf.overlap(reading.since, last.since) or reading.value == first.value:
        return False
    counts = first.value not in _STATES
    return counts == (reading.value not in _STATES) and (counts or reading.claimed_by is None)
