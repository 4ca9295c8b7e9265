"""A flow that has several ends: cut off to one and not to another, it is restricted."""

from collections.abc import Sequence
from dataclasses import replace

from standoff import edtf
from standoff.tell.evidence import Evidence, of_others

NEAR = 1
"""Days between what is told of one end and of the other."""
FUTILE = 0.3
"""What counts of a beginning after which the same pages say that nothing comes."""


def by_direction(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence with each halt made a restriction where a page tells that another end was spared on that day.

    `stopped the gas to the one, deliveries to the other were not touched`: what is spared is then no evidence of its own.
    So too where transit is part of the thing, and a party alone is said to be cut off.
    """
    spared = [e for e in evidence if e.spared or e.usual]
    nothing = [e for e in evidence if e.nothing]
    cut = [e for e in evidence if e.state in ("shut", "restricted") and any(_beside(e, s) for s in spared)]
    whole = {e.date for e in evidence if e.state == "shut" and e.kind == "change" and not e.for_one and _of_all(e)}
    first = min((e.date for e in evidence if e.for_one), key=edtf.sort_key, default=None)  # a second cut leaves nobody
    first = None if first in whole else first  # on that day, others tell, nothing went through
    halted = [e for e in evidence if e.state == "shut" and (e in cut or (e.for_one and e.date == first))]
    days = [e.date for e in halted if e.kind == "change"]
    found = []
    for each in evidence:
        if (each.spared or each.usual) and (each.pledged or any(_beside(e, each) for e in cut)):
            continue
        if each.state == "open" and each.kind == "change" and _is_futile(each, nothing):
            each = replace(each, weight=each.weight * FUTILE)
        in_part = each.state == "shut" and (each in halted or (each.kind == "change" and each.date in days))
        found.append(replace(each, state="restricted") if in_part else each)
    return found


def _is_futile(begun: Evidence, nothing: Sequence[Evidence]) -> bool:
    """Every page that tells of it says that nothing came on that day."""
    pages = {place.document.key for place in begun.places}
    none = {p.document.key for e in nothing if (edtf.gap(e.date, begun.date) or 0) <= NEAR for p in e.places}
    return bool(pages) and pages <= none


def _of_all(evidence: Evidence) -> bool:
    return any(of_others(place.quote) for place in evidence.places)


def _beside(halt: Evidence, spared: Evidence) -> bool:
    """Both are told on one page, of about one day."""
    pages = {place.document.key for place in spared.places}
    away = edtf.gap(halt.date, spared.date)
    return any(p.document.key in pages for p in halt.places) and away is not None and abs(away) <= NEAR
