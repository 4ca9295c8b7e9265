"""Who works at the disputed thing, and how pages call them."""

from collections import Counter
from functools import partial

from standoff.model import Annotation
from standoff.record import Record
from standoff.record.rows import Document
from standoff.tell.parties import Sides


def find_workers(record: Record, sides: Sides) -> frozenset[str]:
    """The parties who work there: those declared as labour, else those that most pages know as such."""
    subject = record.subject()
    declared = frozenset(p.id for p in subject.parties if p.sector == "LAB") if subject else frozenset[str]()
    if declared:
        return declared
    known: Counter[str] = Counter()
    for counts in record.of_pages("labour", partial(_labour, sides), dict[str, int], sides).values():
        known.update(counts)
    return frozenset(side for side, count in known.items() if count > 0)


def _labour(sides: Sides, _: Document, page: Annotation) -> dict[str, int]:
    """The parties that a page names: 1 for who works there, -1 for others."""
    labour = {side for a in page.actors if a.sector == "LAB" for side in sides.parties if a.id == side}
    others = {a.id for a in page.actors if a.id in sides.parties} - labour
    return dict.fromkeys(sorted(labour), 1) | dict.fromkeys(sorted(others), -1)


def names_of(record: Record) -> dict[str, tuple[str, ...]]:
    """The names by which pages call each declared or found party."""
    subject = record.subject()
    parties = subject.parties if subject else ()
    return {p.id: tuple(name.removeprefix("the ") for name in (p.name, *p.aliases)) for p in parties}
