"""The days that matter, each with the sentences that tell of it, in the pages' own words.

    weight(day) = sum over the pages that name it, by date or by words such as "on Monday", of log2(2 + days gone by)

A page that comes back to a day a month later says more of it than one that has it in passing on the next morning. A page
that copies another is not counted. Where nobody says how many days are wanted, those stay whose weight is at least one in
twenty-five of the pages (`SHARE`); what lies before the first page is background then, unless it is asked for from a day on.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log2

from standoff import edtf
from standoff.lexicon.stems import stems, thing_stems
from standoff.model import TOLD_IN, Annotation
from standoff.record import Record
from standoff.record.mentions import where
from standoff.record.rows import Document, MergedEvent, Where
from standoff.tell.parties import cite
from standoff.tell.rows import DayRow
from standoff.tell.sure import is_sure
from standoff.tell.timeline import stands

SHARE = 0.04
"""Of the number of pages: what a day has to weigh to be told where no number of days is asked for."""
SENTENCES = 2
FEWEST, MOST = 6, 45
"""Words of a sentence that is quoted."""
NEAR = 3
"""Days between a day and a page that tells it as news."""
ALIKE = 0.6
"""Share of its words from which a sentence says what a chosen one says."""


@dataclass(slots=True)
class Told:
    """What pages tell of a day."""

    weight: float = 0.0
    pages: int = 0
    places: dict[tuple[str, int], Where] = field(default_factory=dict)
    events: dict[str, MergedEvent] = field(default_factory=dict)


def per_day(
    record: Record,
    *,
    at: str | None = None,
    top: int | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    sentences: int = SENTENCES,
) -> list[DayRow]:
    """The days that weigh most, oldest first: so many as asked for, else by the rule above."""
    low, high = edtf.first_day(date_from), edtf.last_day(date_to)
    days, pages = weigh_days(record, at=at)
    inside = {
        day: told
        for day, told in days.items()
        if (first := edtf.first_day(day)) and (low is None or first >= low) and (high is None or first <= high)
    }
    if top is None and low is None:
        first_page = min(
            (d.published for d in record.documents(at) if d.published and _plain_day(d.published)), default=""
        )
        inside = {day: told for day, told in inside.items() if day >= first_page}
    ranked = sorted(inside, key=lambda day: (-inside[day].weight, day))
    least = max(1.0, SHARE * pages)
    chosen = ranked[:top] if top is not None else [day for day in ranked if inside[day].weight >= least]
    return [_row(day, inside[day], sentences) for day in sorted(chosen)]


def weigh_days(record: Record, *, at: str | None = None) -> tuple[dict[str, Told], int]:
    """What is told of each day up to the last page's, and how many pages there are that copy no other."""
    copies = {key for key, (_, of, _) in record.copies().items() if of is not None}
    documents = [d for d in record.documents(at) if d.key not in copies]
    days: dict[str, Told] = defaultdict(Told)
    for document in documents:
        _read(document, record.corrected(document.key), days)
    thing = thing_stems(record.subject())
    for event in record.events(at):
        if edtf.is_day(event.date) and stands(event) and is_sure(event, thing) and event.date in days:
            days[event.date].events[event.id] = event
    return dict(days), len(documents)


def _read(document: Document, page: Annotation, days: dict[str, Told]) -> None:
    """Notes the days that a page names, and the sentences that it tells of them."""
    published = edtf.first_day(document.published) if edtf.is_day(document.published) else None
    seen: set[str] = set()
    for time in page.times:
        day = time.edtf
        if day is None or not _plain_day(day):
            continue
        gone = (published - first).days if published and (first := edtf.first_day(day)) else 0
        place = where(document, page, time)
        if gone < 0 or place.part not in TOLD_IN:  # what is to come has not been told
            continue
        days[day].places.setdefault((document.key, place.start), place)
        if day not in seen:
            seen.add(day)
            days[day].weight += log2(2 + gone)
            days[day].pages += 1
    for event in page.events:
        if event.date in seen and event.status == "happened":
            place = where(document, page, event, event.sentence)
            days[event.date].places.setdefault((document.key, place.start), place)


def _plain_day(value: str) -> bool:
    """A day of the calendar, told without doubt."""
    return edtf.is_day(value) and value[-1] not in "~?%"


def _row(day: str, told: Told, sentences: int) -> DayRow:
    events = sorted(told.events.values(), key=lambda e: (-len(e.members), e.id))
    return DayRow(
        date=day,
        weight=round(told.weight, 2),
        pages=told.pages,
        events=tuple(event.id for event in events),
        sources=tuple(cite(place) for place in choose(day, list(told.places.values()), sentences)),
    )


def choose(day: str, places: Sequence[Where], count: int) -> list[Where]:
    """The sentences that say most of what the others say of a day, each in other words than those before it.

    A sentence is worth the mean number of pages that use its content words in what they tell of that day. One of a
    page from those days counts a little more: what is told later is told in short.
    """
    words = {n: stems(place.quote) for n, place in enumerate(places)}
    pages: dict[str, set[str]] = defaultdict(set)
    for n, place in enumerate(places):
        for word in words[n]:
            pages[word].add(place.document.key)
    worth = {n: _worth(place, words[n], pages, day) for n, place in enumerate(places)}
    chosen: list[int] = []
    for n in sorted(worth, key=lambda n: (-worth[n], places[n].document.published or "~", places[n].document.id, n)):
        if len(chosen) < count and not any(_alike(words[n], words[other]) for other in chosen):
            chosen.append(n)
    return [places[n] for n in chosen]


def _worth(place: Where, words: frozenset[str], pages: Mapping[str, set[str]], day: str) -> float:
    length = len(place.quote.split())
    if not words or place.part != "story" or not FEWEST <= length <= MOST:
        return 0.0
    common = sum(sorted(len(pages[word]) for word in words)) / len(words)
    away = edtf.gap(place.document.published, day)
    return common * (1.2 if away is not None and away <= NEAR else 1.0)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * min(len(one), len(other))
