"""Roughly when something was done where another thing that it came before or after is told with its day."""

from standoff import edtf
from standoff.extract.clause_times import clause_time
from standoff.extract.dated import Dated
from standoff.extract.tense import clause_of, tense_of
from standoff.extract.within import Within
from standoff.parse import Token

_DAYS = "P6D"  # news tells what came of a deal, a refusal or a vote within days of it


def just_before(within: Within, anchor: Token) -> Dated | None:
    """The days up to that of the main clause: `The trains ran again on Monday after the two sides had come to terms`."""
    clause = clause_of(anchor)
    while clause.dep == "xcomp" and clause.head is not None:
        clause = clause_of(clause.head)
    main = _after(clause)
    if main is None or tense_of(clause) not in ("past", "past_perfect", "participle"):
        return None
    found = within.own(main) or clause_time(within, main, depth=1)
    if found is None or found.since or not edtf.is_day(found.date):
        return None
    day = found.date.rstrip("~") if found.date is not None else ""
    first = edtf.shift(day, _DAYS, "before")
    return Dated(f"{first}/{day}", "relative") if first is not None else None


def just_after(within: Within, anchor: Token) -> Dated | None:
    """From the time of the clause that it came after, for some days: `After the two had met on May 4, the port lifted the fee`."""
    clause = clause_of(anchor)
    if tense_of(clause) != "past":
        return None
    for below in clause.childs("advcl"):
        mark = below.child("mark")
        found = within.own(below) if mark is not None and mark.lower == "after" else None
        if found is None or found.since or found.date is None:
            continue
        first, last = found.date.partition("/")[::2]
        end = edtf.shift(last or first, _DAYS, "after") if edtf.is_day(last or first) else None
        return Dated(f"{first}/{end}" if end is not None else found.date, "relative")
    return None


def _after(clause: Token) -> Token | None:
    """The main clause of one that `after` opens."""
    head = clause.head
    if head is None:
        return None
    if clause.dep == "pcomp":
        return head.head if head.lower == "after" and head.head is not None and head.head.is_verb else None
    mark = clause.child("mark")
    return head if clause.dep == "advcl" and mark is not None and mark.lower == "after" and head.is_verb else None
