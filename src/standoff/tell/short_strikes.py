"""Strikes of some days: how long one is called, for it restricts work and is over by itself."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from standoff import edtf
from standoff.lexicon.alike import deeds, sense_of
from standoff.lexicon.calendar import WEEKDAYS
from standoff.lexicon.flows import flow_words
from standoff.lexicon.numbers import numbers
from standoff.lexicon.times import time_words
from standoff.record.rows import EventMention, MergedEvent

LONGEST = 14
"""Days; what is called for longer is a strike like others, of which pages tell when it is over."""
SHIFT = "one_shift"
"""Where only one shift walks out."""
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0}
_SINCE = re.compile(r"(?:[\w-]+ ){0,2}since\b")
_EARLY = r"(?:\d{1,2}(?:[.:]\d\d)? ?a\.?m\.?|(?:six|seven|eight)(?: o['’]clock)?(?= on))"
"""An hour at which work begins: who is out until then is back on that day."""
_LAST = frozenset(("final", "last", "latest"))
_BESIDE = 40  # characters around the words for the act


def days_of(event: MergedEvent) -> int | None:
    """How many days a strike is said to last, where that is two weeks at the most: `began a strike of two days`.

    That of a date that is itself some days long is as long, that of one shift a day; None where nothing is told.
    """
    first = edtf.first_day(event.date) if edtf.is_day(event.date) else None
    told = {days for member in event.members for days in _told(member)}
    told |= {days for member in event.members if first for days in _until(member, first)}
    if told:
        return min(told)
    if any(SHIFT in deeds().get(sense_of(member.event.rule), ()) for member in event.members):
        return 1
    if any(_SINCE.match(_after(member)) for member in event.members):
        return None  # `had been going slow since the end of May`
    length = edtf.length(event.date) if "/" in (event.date or "") else None
    if length is None or edtf.A_WEEK < length <= edtf.A_THIRD:
        return None  # `late in August` is no length
    return length if 1 < length <= LONGEST else None


def _told(mention: EventMention) -> Iterable[int]:
    """By a number of days that belongs to the strike: `a five-day strike`, `a strike of two days`, `walked out for a week`."""
    after = _after(mention)
    forms = _forms()
    texts = ((forms.called, beside(mention)), (forms.lasting, beside(mention)), (forms.following, after))
    for form, text in texts:
        for found in form.finditer(text):
            between = {*(found["before"] or "").split(), *(found["between"] or "").split()}
            days = round(_count(found["many"] or "one") * _DAYS[found["unit"]])
            if 1 <= days <= LONGEST and between.isdisjoint(flow_words("not_for_days")) and not _is_one_of(found):
                yield days


def _is_one_of(found: re.Match[str]) -> bool:
    """Whether the days are those of all strikes, of which this is one: `the first of four days of strikes`."""
    before = found.string[: found.start("many")].split() if found["many"] else []
    return (
        len(before) > 1
        and before[-1] == "of"
        and ("ORD" in time_words().single.get(before[-2], {}) or before[-2] in _LAST)
    )


def _after(mention: EventMention) -> str:
    """The words behind an act, in small letters."""
    return " ".join(mention.where.quote[mention.event.end - mention.where.start :].lower().split())


def _until(mention: EventMention, first: date) -> Iterable[int]:
    """By the weekday of its last day, told within a week of its first: `started on Saturday and runs until Tuesday night`."""
    away = edtf.gap(edtf.of_days(first), mention.where.document.published)
    if away is None or away >= 7:
        return
    rest = mention.where.quote[mention.event.start - mention.where.start :].lower()
    for found in _forms().until.finditer(rest):
        days = (WEEKDAYS.index(found["day"].title()) - first.weekday()) % 7
        yield days if found["early"] or found["morning"] else days + 1


class _Forms(NamedTuple):
    """How a length is told: before the word for a strike, behind it, behind the act, by its last day."""

    called: re.Pattern[str]
    lasting: re.Pattern[str]
    following: re.Pattern[str]
    until: re.Pattern[str]


@cache
def _forms() -> _Forms:
    strike = rf"(?:{'|'.join(sorted(flow_words('walkout')))})s?"
    few = [word for word, value in numbers().small.items() if value <= LONGEST]
    length = rf"(?P<many>\d{{1,3}}|a|an|single|{'|'.join(few)})[- ](?P<unit>hour|day|week)s?\b"
    lasts = "|".join(sorted(flow_words("lasts")))
    days = "|".join(WEEKDAYS).lower()
    hours = rf"(?:at|on|from|early|late|\d[\w.:]*|[ap]\.?m\.?|o['’]clock|noon|midnight|today|yesterday|morning|afternoon|evening|night|{days}|{'|'.join(few)}) "
    return _Forms(
        re.compile(rf"(?P<before>\b\w+ )?\b{length}(?:[- ]long)?(?P<between>(?: [\w-]+){{0,2}}) {strike}\b"),
        re.compile(rf"(?P<before>){strike} (?:of|{lasts})(?P<between>(?: \w+)?) {length}"),
        re.compile(rf"\A(?P<before>)(?P<between>(?:[\w-]+ ){{0,2}}?(?:{hours})*)for {length}"),
        re.compile(
            rf"\b(?:{strike}|{lasts}|goes on|go on|out|off the job|off work) (?:until|till|through|to) "
            rf"(?P<early>{_EARLY} ?(?:on )?)?(?:late |midnight on |noon on |the same (?:hour|time) on |the end of )?"
            rf"(?P<day>{days})\b(?P<morning> morning)?"
        ),
    )


def _count(word: str) -> float:
    """The number that a word is; an article is one."""
    return float(word) if word.isdigit() else float(numbers().small.get(word, 1))


def beside(mention: EventMention) -> str:
    """The words around an act, in small letters and without signs between them."""
    start, end = mention.event.start - mention.where.start, mention.event.end - mention.where.start
    near = mention.where.quote[max(0, start - _BESIDE) : end + _BESIDE].lower()
    return " ".join(word.strip(".,;:!?()") for word in near.split())
