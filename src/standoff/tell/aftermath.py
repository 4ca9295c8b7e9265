"""What came of a round by what the days after it tell: talks broken off, an accord."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import structs

from standoff import edtf
from standoff.lexicon.talks import read_cue
from standoff.record.once import each, once
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.asked import Contents
from standoff.tell.parties import Sides, cite_all
from standoff.tell.rounds import Round, same_table
from standoff.tell.rows import OutcomeKind, TalksRow
from standoff.tell.same_act import TABLE
from standoff.tell.sittings import is_accord, present_at
from standoff.tell.words import cut, stems

SOON = timedelta(days=21)
"""What comes later than this, or after another round, came of something else."""
_BEFORE, _AFTER = 80, 60
"""Characters around what is done in which the talks stand that it is done to."""


def endings(events: Sequence[MergedEvent], sides: Sides) -> list[MergedEvent]:
    """The acts that break off talks of the parties, and their accords, by date."""
    return sorted(each(events, _ending, sides), key=lambda e: (edtf.sort_key(e.date), e.id))


def _ending(event: MergedEvent, sides: Sides) -> MergedEvent | None:
    if edtf.bounds(event.date) is None:
        return None
    return event if breaks_off(event, sides) or is_accord(event, sides) else None


@once
def breaks_off(event: MergedEvent, sides: Sides) -> bool:
    """A party, or nobody who is named, halts talks."""
    if not event.happened or event.content_of is not None:
        return False
    present = present_at(event, sides)
    if not present <= set(sides.parties) or event.outcome == "called_off":
        return False
    halted = event.type == "SANCTION" and event.mode == "discontinue"
    return halted and all(map(_is_done_to_talks, event.members))


def _is_done_to_talks(member: EventMention) -> bool:
    """Talks stand beside the act, as what is suspended or broken off, and nothing else is acted on."""
    if member.event.object is not None:
        return False
    at = member.event.start - member.where.start
    return bool(stems(member.where.quote[max(0, at - _BEFORE) : at + _AFTER]) & TABLE)


def with_aftermath(
    rows: Iterable[tuple[Round, TalksRow]], ends: Sequence[MergedEvent], contents: Contents, sides: Sides
) -> list[TalksRow]:
    """The rows; of a round of which nothing is told what the days after it tell, as long as no other round follows."""
    found = list(rows)
    held = [one.first for one, row in found if one.held]
    told = []
    for one, row in found:
        if one.held and row.outcome_kind == "held":
            until = min((day for day in held if day > one.last), default=date.max)
            end = next((e for e in ends if _follows(e, one, until, sides)), None)
            kind = None if end is None else _kind(end, contents)
            if end is not None and kind is not None:
                where = [member.where for member in end.members]
                sources = [source for source in cite_all(where) if source not in row.sources]
                same_day = end.date in (row.end, row.date)
                until_then = not same_day and one.begun and edtf.is_day(end.date) and edtf.is_day(row.date)
                row = structs.replace(
                    row,
                    end=end.date if until_then else row.end,
                    outcome_date=None if same_day or until_then else end.date,
                    outcome_kind=kind,
                    outcome=cut(min(where, key=lambda w: w.part != "story").quote, 400),
                    sources=(*row.sources, *sources),
                )
        told.append(row)
    return told


def _follows(end: MergedEvent, one: Round, until: date, sides: Sides) -> bool:
    limits = edtf.bounds(end.date)
    if limits is None or not one.last <= limits[0] < until or limits[0] - one.last > SOON:
        return False
    return limits[1] - limits[0] <= SOON and same_table(one, end, sides)


def _kind(end: MergedEvent, contents: Contents) -> OutcomeKind | None:
    agreed = contents.get(end.id, ())
    if end.type == "AGREE":
        return None if agreed and all(c.type == "CONSULT" for c in agreed) else "agreed"
    if end.type == "REJECT":
        return None
    adjourned = any(read_cue("outcome", member.where.quote) == "adjourned" for member in end.members)
    return "adjourned" if adjourned else "failed"
