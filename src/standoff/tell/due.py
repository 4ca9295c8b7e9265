"""Until when something is asked, offered or promised, where the date of the act itself does not tell: `within two weeks`, `until Friday`."""

import re

from standoff import edtf
from standoff.lexicon.phrases import phrase
from standoff.model import Annotation, Time
from standoff.record.rows import EventMention

_HOURS = re.compile(r"PT(\d{2,3})H")
_BACK = 80  # characters before a time in which the words for a limit stand


def limit_of(member: EventMention, page: Annotation, made: str | None, *, start: int | None = None) -> str | None:
    """The day until which a mention leaves time, told after `start`, else after its trigger; counted from when it was spoken."""
    where = member.where
    first = member.event.start if start is None else start
    for time in page.times:
        if first <= time.start < where.end and (found := _limit(time, page.text, where.start, made)) is not None:
            return found
    return None


def _limit(time: Time, text: str, start: int, made: str | None) -> str | None:
    before = text[max(start, time.start - _BACK) : time.start].lower()
    if time.type == "DATE":
        return (
            time.edtf if time.edtf and phrase("limit_by").search(before) and not edtf.before(time.edtf, made) else None
        )
    if time.type != "DURATION" or not edtf.is_day(made) or text.startswith(" of ", time.end):
        return None
    own = text[time.start : time.end].lower()
    given = phrase("gave_time").search(before) and phrase("limit_to_do").search(text[time.end : time.end + _BACK])
    if not (phrase("limit_within").search(before) or own.startswith("within") or given):
        return None
    hours = _HOURS.fullmatch(time.value)
    length = f"P{int(hours[1]) // 24}D" if hours else time.value
    shifted = edtf.shift(made, length, "after") if made else None
    return shifted.rstrip("~") if shifted else None


def gives_time(member: EventMention) -> bool:
    """Whether a mention says that somebody is given time: `gave them until Friday`, `gave them a week to leave`."""
    quote = member.where.quote
    return phrase("gives_time").search(quote[max(0, member.event.start - member.where.start) :]) is not None
