"""The year of pages that print none: what they share with dated pages of the record tells it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256

import msgspec

from standoff import edtf
from standoff.actor_ids import party_of
from standoff.answers import is_failed
from standoff.engine import annotate_all
from standoff.lexicon.stems import stems
from standoff.link.reading import FAMILY
from standoff.model import Annotation, Event, PageInput, Subject
from standoff.parse import MODEL
from standoff.record import Record
from standoff.record.rows import Document

Known = Sequence[tuple[Document, Annotation]]
Read = Callable[[PageInput], Annotation | None]
"""Reads a page; None where that fails."""
HOLDING = ("SANCTION", "COERCE")
ENOUGH = 1.0
"""Points that the best year needs: one act of the same month and sides, or several vague ones."""
AHEAD = 0.3
"""How far it must stand out from the next."""
NEAR = 0.5
"""Points for a year in which a dated page of the same dispute lies within NEAR_DAYS."""
NEAR_DAYS = 120
MOST_YEARS = 8
"""So many years are tried: those in which most dated pages lie."""


def date_pages(record: Record, *, workers: int = 1, model: str = MODEL) -> None:
    """Gives pages without a year theirs and reads them again with it; those that no year fits any more are as they were.

    Each run starts from what the page gave alone, so that the order of reading does not matter. With `workers` the pages are
    read in a process of their own, as those of `read` are, with the same model: one that crashes or hangs as read in some
    year is not of that year.
    """
    documents, before = record.documents(), record.inferred()
    undated = [d for d in documents if d.key in before or d.published is None or "XXXX" in d.published]
    known = [(d, record.annotation(d.key)) for d in documents if d.key not in before and edtf.bounds(d.published)]
    makers = [f"{d.key} {record.made_of(d.key)}" for d in undated]  # a page that is read anew is dated anew
    seen = sha256("|".join(sorted([d.key for d in documents] + makers)).encode()).hexdigest()
    if not undated or record.meta("dated") == seen:
        return
    subject = None if record.subject_found else record.subject()
    with _reader(subject, workers, model) as read:
        for document in undated:
            alone = record.alone(document.key)
            tried = {}
            if alone.events:
                item = record.page_source(document.key)
                pages = {year: _read_as(item, alone.meta.published, year, read) for year in years_of(known)}
                tried = {year: page for year, page in pages.items() if page is not None}
            found = find_year(tried, known)
            if found is not None:
                record.replace_annotation(document.key, tried[found[0]], reason=found[1])
            elif document.key in before:
                record.restore(document.key)
    record.set_meta("dated", seen)


@contextmanager
def _reader(subject: Subject | None, workers: int, model: str) -> Iterator[Read]:
    """What reads pages one by one, in one process for all of them, started with the first."""
    asked: list[PageInput] = []

    def items() -> Iterator[PageInput]:
        while asked:
            yield asked.pop()

    answers = annotate_all(items(), subject=subject, model=model, workers=min(workers, 1))

    def read(item: PageInput) -> Annotation | None:
        asked.append(item)
        annotation = next(answers)[1]
        return None if is_failed(annotation) else annotation

    yield read
    next(answers, None)  # nothing more is asked: the process ends


def years_of(known: Known) -> list[int]:
    """The years to try: those of the dated pages."""
    count = Counter(day.year for d, _ in known if (day := edtf.first_day(d.published)))
    return sorted(sorted(count, key=lambda year: (-count[year], year))[:MOST_YEARS])


def find_year(tried: Mapping[int, Annotation], known: Known) -> tuple[int, str] | None:
    """The year in which the page's acts and states fit those of dated pages, and why; None where none stands out."""
    points: dict[int, float] = {}
    why: dict[int, list[str]] = {}
    for year, page in sorted(tried.items()):
        fits = _fits(page, known)
        near = [
            d.id
            for d, other in known
            if (edtf.gap(page.meta.published, d.published) or 0) <= NEAR_DAYS and _sides(page) & _sides(other)
        ]
        points[year] = sum(points for points, _ in fits) + (NEAR if near else 0.0)
        why[year] = [reason for _, reason in fits] + [f"near page {id}" for id in near[:1]]
    ranked = sorted(points, key=lambda year: (-points[year], year))
    if not ranked or points[ranked[0]] < ENOUGH or (len(ranked) > 1 and points[ranked[0]] - points[ranked[1]] < AHEAD):
        return None
    return ranked[0], "shares " + "; ".join(why[ranked[0]][:4])


def _fits(page: Annotation, known: Known) -> list[tuple[float, str]]:
    """For each act of the page, or beginning of a state, the dated page's act that it fits best."""
    found = []
    for event in page.events:
        options = [(_fit(page, event, other, act), d.id, act.date or "") for d, other in known for act in other.events]
        best = max(options, default=(0.0, "", ""))
        if best[0]:
            found.append((best[0], f"{event.type} of {best[2]} with page {best[1]}"))
    for state in page.states:
        year = edtf.first_day(page.meta.published)
        if (
            _month(state.since)
            and state.since
            and year
            and edtf.first_day(state.since)
            and str(year.year) in state.since
        ):
            told = [
                (d.id, act.date)
                for d, other in known
                for act in other.events
                if act.type in HOLDING and _month(act.date) and edtf.overlap(state.since, act.date)
            ]
            if told:
                found.append((0.4, f"{state.state} since {state.since} with page {told[0][0]}"))
    return found


def _month(date: str | None) -> bool:
    return (edtf.length(date) or 999) <= 31


def _sides(page: Annotation) -> frozenset[str]:
    """Who acts on the page, by country or organisation."""
    return frozenset(party_of(a.id) for e in page.events for a in e.actors)


def _fit(page: Annotation, event: Event, other: Annotation, act: Event) -> float:
    """Points for one act being the other, by month, kind, sides and words."""
    if FAMILY.get(event.type, event.type) != FAMILY.get(act.type, act.type):
        return 0.0
    if not _month(event.date) or not _month(act.date) or not edtf.overlap(event.date, act.date):
        return 0.0
    if event.date_how == "published" or act.date_how == "published":
        return 0.0
    sides, theirs = ({party_of(a.id) for a in (*e.actors, *e.recipients)} for e in (event, act))
    words = stems(page.text[event.start : event.end]) & stems(other.text[act.start : act.end])
    return 0.4 + 0.4 * bool(sides & theirs) + 0.4 * bool(words)


def _read_as(item: PageInput, published: str | None, year: int, read: Read) -> Annotation | None:
    """The page, read as one of a year; its date stays marked as inferred.

    A page that does not even tell the season lies between the last act that it tells as past and the end of the year.
    """
    if published is not None:
        return _dated(item, edtf.with_year(published, year), read)
    first = _dated(item, f"{year}-12-31", read)
    if first is None:
        return None
    told = [
        day
        for e in first.events
        if e.date_how == "stated" and _is_past(e) and (day := edtf.first_day(e.date)) and day.year == year
    ]  # what is told as `on Saturday` hangs on the page's own date, which nobody knows
    told += [
        day
        for s in first.states
        if s.date_how == "stated" and s.since and (day := edtf.first_day(s.since)) and day.year == year
    ]
    begin = max(told).isoformat() if told else f"{year}-01-01"
    return _dated(item, f"{begin}/{year}-12-31", read)


def _is_past(event: Event) -> bool:
    return event.date_how in ("stated", "relative") and event.status in ("happened", "ongoing") and _month(event.date)


def _dated(item: PageInput, published: str, read: Read) -> Annotation | None:
    again = read(msgspec.structs.replace(item, published=published))
    if again is None:
        return None
    meta = msgspec.structs.replace(again.meta, published=published, published_how="inferred")
    return msgspec.structs.replace(again, meta=meta)
