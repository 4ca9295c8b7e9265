"""The year of pages that print none: what they share with dated pages of the record tells it."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from standoff import edtf
from standoff.lexicon.stems import stems
from standoff.link.same import FAMILY
from standoff.model import Annotation, Event, Subject
from standoff.record import Record
from standoff.record.fields import party
from standoff.record.rows import Document

ENOUGH = 1.0
"""Points that the best year needs: one act of the same month and sides, or several vague ones."""


def date_pages(record: Record) -> int:
    """Gives pages with an unknown year theirs and reads them again with it; how many were dated."""
    documents = record.documents()
    undated = [d for d in documents if d.published and "XXXX" in d.published]
    if not undated:
        return 0
    known = [(d, record.annotation(d.key)) for d in documents if edtf.bounds(d.published)]
    subject = None if record.subject_found else record.subject()
    done = 0
    for document in undated:
        found = find_year(record.annotation(document.key), known)
        if found is not None and document.published:
            published = edtf.with_year(document.published, found[0])
            _read_again(record, document, published, found[1], subject)
            done += 1
    return done


def find_year(page: Annotation, known: Sequence[tuple[Document, Annotation]]) -> tuple[int, str] | None:
    """The year in which the page's acts and appointments fit those of dated pages, and why; None where none stands out."""
    points: dict[int, float] = defaultdict(float)
    why: dict[int, list[str]] = defaultdict(list)
    told = {_acts_key(e): e for e in page.events if e.date and "XXXX" in e.date}
    for event in (told[key] for key in sorted(told)):
        years: dict[int, tuple[float, str]] = {}
        for document, other in known:
            for act in other.events:
                fit = _fit(page, event, other, act)
                if fit and (day := edtf.first_day(act.date)) and fit > years.get(day.year, (0.0, ""))[0]:
                    years[day.year] = (fit, f"{event.type} of {act.date} on page {document.id}")
        for year, (fit, reason) in years.items():
            points[year] += fit
            why[year].append(reason)
    for document, _ in known:
        day = edtf.first_day(document.published)
        if day and (year_holds := edtf.bounds(edtf.with_year(page.meta.published or "", day.year))):
            distance = min(abs((year_holds[0] - day).days), abs((year_holds[1] - day).days))
            points[day.year] += 0.3 * (distance <= 120) / len(known)
    best = sorted(points, key=lambda year: (-points[year], year))
    if not best or points[best[0]] < ENOUGH or (len(best) > 1 and points[best[0]] - points[best[1]] < 0.3):
        return None
    return best[0], "the year of " + "; ".join(sorted(set(why[best[0]]))[:3])


def _acts_key(event: Event) -> tuple[str, str, int]:
    return event.type, event.date or "", event.start


def _fit(page: Annotation, event: Event, other: Annotation, act: Event) -> float:
    """Points for one act of an unknown year being an act of a known one."""
    if FAMILY.get(event.type, event.type) != FAMILY.get(act.type, act.type) or edtf.bounds(act.date) is None:
        return 0.0
    day = edtf.first_day(act.date)
    if day is None or edtf.precision(act.date) == "year":
        return 0.0
    mine = edtf.with_year(event.date or "", day.year)
    if not edtf.overlap(mine, act.date):
        return 0.0
    sides, theirs = ({party(a.id) for a in (*e.actors, *e.recipients)} for e in (event, act))
    words = stems(page.text[event.start : event.end]) & stems(other.text[act.start : act.end])
    return 0.4 + 0.4 * bool(sides & theirs) + 0.4 * bool(words)


def _read_again(record: Record, document: Document, published: str, reason: str, subject: Subject | None) -> None:
    from standoff.annotate import annotate_page  # takes seconds to load, and most records need it never

    item = msgspec.structs.replace(record.page_source(document.key), published=published)
    again = annotate_page(item, subject=subject)
    meta = msgspec.structs.replace(again.meta, published=published, published_how="inferred")
    record.replace_annotation(document.key, msgspec.structs.replace(again, meta=meta), reason=reason)
