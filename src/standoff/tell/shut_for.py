"""Since when the thing was shut, where pages tell only that it opened `after nine days`, or `nine days after` it was shut."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from standoff import edtf
from standoff.lexicon.phrases import phrase
from standoff.lexicon.state_acts import word_class
from standoff.lexicon.stems import stems
from standoff.lexicon.times import cardinal
from standoff.tell.evidence import Evidence

SURE = 0.9
"""What is left of how sure the opening is."""
_UNITS = {"day": "D", "week": "W", "month": "M"}
_SLACK = 4
"""Days by which another telling of the closure may lie before it."""


def shut_before(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The closure before each opening that says how long it lasted, where nothing else tells of one in that time."""
    closures = [e for e in evidence if e.state in ("shut", "restricted")]
    found = []
    for one in evidence:
        if one.state != "open" or not edtf.is_day(one.date):
            continue
        for since in _told(one):
            first = edtf.first_day(since)
            stretch = edtf.of_days(first - timedelta(_SLACK), edtf.first_day(one.date)) if first else None
            if stretch and not any(edtf.overlap(other.date, stretch) for other in closures):
                found.append(replace(one, state="shut", date=since, kind="change", weight=one.weight * SURE, by=()))
                break
    return found


def _told(one: Evidence) -> Iterator[str]:
    """When it was shut, as each of its sentences tells."""
    for place in one.places:
        for name in ("open_after", "days_after"):
            for told in phrase(name).finditer(place.quote):
                count = _count(told["count"]) if _is_closure(told["what"]) else None
                since = edtf.shift(one.date, f"P{count}{_UNITS[told['unit'].lower()]}", "before") if count else None
                if since is not None:
                    yield since


def _is_closure(what: str | None) -> bool:
    """What was over is a closure: not so `after two days of talks`."""
    return not what or bool(stems(what) & (word_class("close") | word_class("standstill")))


def _count(word: str) -> int | None:
    return 1 if word.lower() in ("a", "an") else cardinal(word)
