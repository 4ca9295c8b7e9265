"""Which acts are meetings of the parties, were held or called off, and which tell what came of them."""

import re
from collections.abc import Callable
from datetime import date

from standoff import edtf
from standoff.lexicon.alike import sense_of
from standoff.lexicon.senses import gathering, marked
from standoff.lexicon.talks import read_cue
from standoff.model import Annotation
from standoff.record.once import once
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.parties import Sides
from standoff.tell.sure import SURE

Pages = Callable[[str], Annotation]

HELD = ("happened", "ongoing")
AHEAD = ("planned", "promised")
NOT_A_ROUND = ("phone", "visit", "third-party")
COARSE = 31
"""Days that the date of what came of talks may span."""
NEAR = 400
"""Characters around an accord in which the page may say that talks led to it."""
_AT = re.compile(r"^[^,;:]{0,60}\b(?:in|at)(?: the| a)? $")


@once
def took_place(event: MergedEvent) -> bool:
    """The meeting was held: told as held by a page that does not lie before it."""
    if event.status not in HELD or event.negated or event.outcome == "called_off":
        return False
    first = edtf.first_day(event.date)
    told = [m for m in event.members if m.event.status in HELD]
    return first is None or any((edtf.last_day(m.where.document.published) or date.max) >= first for m in told)


def is_meeting(event: MergedEvent, sides: Sides, *, sure: float = SURE) -> bool:
    """A meeting that may be a round: of both parties, or of nobody else, held or planned or called off."""
    if event.type != "CONSULT" or event.confidence < sure or event.date is None:
        return False
    if event.mode in NOT_A_ROUND and not is_gathering(event, sides):
        return False
    if event.status not in (*HELD, *AHEAD, "demanded") and event.outcome != "called_off":
        return False
    if (event.negated and event.outcome != "called_off") or by_letter(event):
        return False
    if event.status == "demanded" and event.content_of is None:
        return False
    if event.mode == "third-party":
        return True
    if event.status == "promised" and _spoken_then(event):
        return False
    present = present_at(event, sides)
    return len(present & set(sides.parties)) > 1 or (len(present) < 2 and present <= set(sides.parties))


def by_letter(event: MergedEvent) -> bool:
    """What passed between the sides was written: a note handed over, letters exchanged."""
    return bool(event.members) and all(sense_of(m.event.rule) in marked("written") for m in event.members)


def begins(event: MergedEvent) -> bool:
    """Every report with a day of its own tells that the talks began then, or went on again."""
    told = [m for m in event.members if m.event.date_how != "published"]
    triggers = (m.where.quote[max(0, m.event.start - m.where.start) : m.event.end - m.where.start] for m in told)
    return bool(told) and all(read_cue("begun", words) for words in triggers)


def _spoken_then(event: MergedEvent) -> bool:
    """What was promised lies before the pages that tell of it: the day is that of the promise."""
    last = edtf.last_day(event.date)
    told = [edtf.first_day(m.where.document.published) for m in event.members]
    return last is not None and all(day is not None and last < day for day in told)


def is_gathering(event: MergedEvent, sides: Sides) -> bool:
    """One side's ministers receive the other's, or somebody brings both together: a meeting, where most visits are none."""
    told = [m.event for m in event.members if m.event.mode in NOT_A_ROUND]  # others tell a meeting as such
    if not all(sense_of(one.rule) in gathering() for one in told):
        return False
    if event.mode == "third-party":
        return len(sides.leading(event.recipients)) != 1
    return event.mode == "visit" and len(present_at(event, sides) & set(sides.parties)) > 1


def present_at(event: MergedEvent, sides: Sides) -> set[str]:
    """The sides that take part; persons and bodies of no known side aside."""
    found = sides.all(event.actors + event.recipients)
    return {side for side in found if side in sides.parties or not side.startswith("NAMED:")}


def is_accord(event: MergedEvent, sides: Sides) -> bool:
    """What the parties together agreed, or failed to agree, on a day."""
    if event.type not in ("AGREE", "REJECT") or event.content_of is not None or event.status not in HELD:
        return False
    exact = event.date_how in ("stated", "relative") and (edtf.length(event.date) or COARSE) <= COARSE
    # what one side said and the other accepted elsewhere was not agreed at a table
    joint = len(event.members) < 2 or any(len(sides.leading(a.id for a in m.event.actors)) > 1 for m in event.members)
    together = (joint and len(sides.leading(event.actors)) > 1) or broke_down(event, sides)
    return exact and together and event.confidence >= SURE and event.outcome != "called_off"


def broke_down(event: MergedEvent, sides: Sides) -> bool:
    """Talks of the parties, or of nobody named, that failed."""
    present = present_at(event, sides)
    alone = len(present) < 2 and present <= set(sides.parties)
    return event.type == "REJECT" and event.outcome == "failed" and (alone or len(present & set(sides.parties)) > 1)


def calls_off(event: MergedEvent, sides: Sides) -> bool:
    """Words that call off a meeting of the parties."""
    if event.type != "REJECT" or not event.happened or event.confidence < SURE:
        return False
    if event.mode != "meet" and event.outcome != "called_off":
        return False
    present = present_at(event, sides)
    said = event.outcome == "called_off" or any(
        read_cue("outcome", member.where.quote) == "called_off" for member in event.members
    )
    return said and bool(present) and present <= set(sides.parties)


def at_a_table(member: EventMention, pages: Pages) -> bool:
    """The sentence says where, or by which ministers or heads of state, an accord was reached."""
    event, where = member.event, member.where
    if where.part != "story":
        return False
    if event.place is not None or read_cue("level", where.quote) in ("summit", "ministerial"):
        return True
    text = pages(where.document.key).text
    places = (p for p in pages(where.document.key).places if event.end <= p.start < where.end)
    return any(_AT.search(text[event.end : p.start]) for p in places)


def follows_talks(member: EventMention, pages: Pages) -> bool:
    """The page says, in or beside the sentence, that talks led to it."""
    if read_cue("talks", member.where.quote):
        return True
    text = pages(member.where.document.key).text
    return read_cue("talks", text[max(0, member.where.start - NEAR) : member.where.end + NEAR]) is not None
