"""Until when something is asked, offered or promised, where the date of the act itself does not tell: `within two weeks`, `until Friday`."""

import re

from standoff import edtf
from standoff.model import Annotation, Time
from standoff.record.rows import EventMention

_BY = re.compile(
    r"\b(?:by|before|until|till|deadline (?:of|for|on)|expir(?:es|ed|ing|e) (?:on|at)|runs? out (?:on|at)|(?:no|not) later than)\s+(?:the\s+)?$"
)
_WITHIN = re.compile(r"\b(?:within|in)(?: the(?: next| coming)?)?\s+$")
_GAVE = re.compile(r"\b(?:gave|gives?|given|giving|allow(?:s|ed)?|grant(?:s|ed)?)\b[^,;.]{1,60}$")
_TO_DO = re.compile(r"\s(?:to|in which to|notice)\b")
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
        return time.edtf if time.edtf and _BY.search(before) and not edtf.before(time.edtf, made) else None
    if time.type != "DURATION" or not edtf.is_day(made) or text.startswith(" of ", time.end):
        return None
    own = text[time.start : time.end].lower()
    given = _GAVE.search(before) and _TO_DO.match(text, time.end)
    if not (_WITHIN.search(before) or own.startswith("within") or given):
        return None
    hours = _HOURS.fullmatch(time.value)
    length = f"P{int(hours[1]) // 24}D" if hours else time.value
    shifted = edtf.shift(made, length, "after") if made else None
    return shifted.rstrip("~") if shifted else None


def gives_time(member: EventMention) -> bool:
    """Whether a mention says that somebody is given time: `gave them until Friday`, `gave them a week to leave`."""
    quote = member.where.quote
    return _GIVES.match(quote, max(0, member.event.start - member.where.start)) is not None


_GIVES = re.compile(
    r"g(?:ave|ive[sn]?|iving) (?:[\w'’.-]+ ){0,10}?(?:until|till|an?|one|two|three|four|five|six|seven|ten|\d+|(?:twenty|forty|seventy)-?\w*) ",
    re.IGNORECASE,
)
