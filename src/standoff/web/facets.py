"""The timeline by facets: party, type, status, source, state, words and days, all in the address."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args
from urllib.parse import urlencode

from standoff import edtf
from standoff.actor_ids import party_of
from standoff.lexicon.calendar import MONTHS
from standoff.model import PloverType, State, Status
from standoff.tell.rows import TimelineRow
from standoff.tell.who import plain
from standoff.web.contexts import Told
from standoff.web.words import party as say_party

PER_PAGE = 150
_MOST = 30
"""Values of a facet that are listed."""
KEPT = ("at", "says", "party", "actor", "recipient", "type", "status", "source", "state", "from", "to", "q", "doubtful")


@dataclass(frozen=True)
class Option:
    """A value of a facet and how many entries have it, the other facets applied."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A facet with its values."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Month:
    """Entries of one month, or of none."""

    name: str
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True)
class Listing:
    """What the timeline shows: one page of the entries that were asked for."""

    rows: Sequence[TimelineRow]
    """All entries that were asked for."""
    months: Sequence[Month]
    facets: Sequence[Facet]
    chosen: dict[str, str]
    total: int
    page: int
    pages: int
    before: str | None
    after: str | None
    doubtful: bool


Test = Callable[[TimelineRow], bool]


def list_entries(told: Told) -> Listing:
    """The timeline as asked for in the address.

    Raises:
        UsageError: a facet has a value that it cannot have.
    """
    ask = told.ask
    rows = told.doubtful if ask.get("doubtful") else told.timeline
    tests = _tests(told)
    found = [row for row in rows if all(test(row) for test in tests.values())]
    size = PER_PAGE if told.folder is None else max(1, len(found))
    pages = max(1, -(-len(found) // size))
    number = ask.get("page") or "1"
    page = min(pages, max(1, int(number[:6]))) if number.isdecimal() else 1
    chosen = {name: value for name in KEPT if (value := ask.get(name))}
    return Listing(
        rows=found,
        months=_months(found[(page - 1) * size : page * size]),
        facets=[_facet(told, rows, tests, *each) for each in _FACETS],
        chosen=chosen,
        total=len(rows),
        page=page,
        pages=pages,
        before=_address(chosen, page - 1) if page > 1 else None,
        after=_address(chosen, page + 1) if page < pages else None,
        doubtful=bool(ask.get("doubtful")),
    )


def _address(chosen: Mapping[str, str], page: int) -> str:
    return "/timeline?" + urlencode({**chosen, "page": page})


def _values(name: str, told: Told) -> Callable[[TimelineRow], Sequence[str]]:
    """The values of a facet that an entry has."""
    counted = told.frame.counted
    if name == "party":
        return lambda row: list(dict.fromkeys(party_of(actor) for actor in (*row.actors, *row.recipients)))
    if name in ("actor", "recipient"):
        return lambda row: _acting(row, name)
    if name == "source":
        return lambda row: list(dict.fromkeys(counted.get(s.page, s.page) for s in row.sources))
    if name == "state":
        spells = [s for s in told.state.history if s.claimed_by is None]
        limits = [(s.state, _begin(s.from_), _begin(s.to) or date.max) for s in spells]
        return lambda row: _states(row, limits)
    return lambda row: [getattr(row, name)]


def _acting(row: TimelineRow, name: str) -> list[str]:
    """Actors or recipients, a government standing for its country; of a joint act both are both, as in the matrix."""
    actors, recipients = (tuple(dict.fromkeys(plain(id) for id in ids)) for ids in (row.actors, row.recipients))
    if not recipients and len(actors) > 1:
        recipients = actors
    if name == "actor":
        return list(actors)
    return list(recipients) or ["nobody"]


def _begin(day: str | None) -> date | None:
    return edtf.first_day(day)


def _states(row: TimelineRow, limits: Sequence[tuple[str, date | None, date]]) -> list[str]:
    """The state that held on the first day of an entry."""
    first = edtf.first_day(row.date)
    if first is None:
        return []
    held = [state for state, begin, end in limits if (begin or date.min) <= first < end]
    return held[-1:] or ["unknown"]


_FACETS: tuple[tuple[str, str], ...] = (
    ("party", "party"), ("actor", "who"), ("recipient", "to whom"), ("type", "type"), ("status", "status"), ("state", "state of the thing"), ("source", "source"),
)  # fmt: skip


def _tests(told: Told) -> dict[str, Test]:
    """A test for each facet that was asked for."""
    ask = told.ask
    tests: dict[str, Test] = {}
    known = {"type": get_args(PloverType), "status": get_args(Status), "state": get_args(State)}
    for name, _ in _FACETS:
        value = ask.one_of(name, known[name]) if name in known else ask.get(name)
        if value is not None:
            tests[name] = _has(_values(name, told), value)
    low, high = edtf.first_day(ask.day("from")), edtf.last_day(ask.day("to"))
    if low is not None or high is not None:
        tests["days"] = lambda row: _inside(row.date, low, high)
    if words := (ask.get("q") or "").casefold().split():
        tests["q"] = lambda row: says(row, words)
    return tests


def _has(values: Callable[[TimelineRow], Sequence[str]], value: str) -> Test:
    return lambda row: value in values(row)


def _inside(day: str | None, low: date | None, high: date | None) -> bool:
    limits = edtf.bounds(day)
    return limits is not None and (low is None or limits[1] >= low) and (high is None or limits[0] <= high)


def says(row: TimelineRow, words: Sequence[str]) -> bool:
    """Whether an entry has the words in its summary or its sentences."""
    text = " ".join((row.summary, *(source.quote for source in row.sources))).casefold()
    return all(word in text for word in words)


def _facet(told: Told, rows: Sequence[TimelineRow], tests: Mapping[str, Test], name: str, label: str) -> Facet:
    """The values of a facet, counted where all other facets hold."""
    others = [test for key, test in tests.items() if key != name]
    values = _values(name, told)
    counts: Counter[str] = Counter()
    for row in rows:
        if all(test(row) for test in others):
            counts.update(values(row))
    chosen = told.ask.get(name)
    listed = sorted(counts, key=lambda value: (-counts[value], value))[:_MOST]
    if chosen is not None and chosen not in listed:
        listed.append(chosen)
    names = told.frame.names
    return Facet(
        name,
        label,
        tuple(
            Option(
                value,
                say_party(value, names) if name in ("party", "actor", "recipient") else value,
                counts[value],
                value == chosen,
            )
            for value in listed
        ),
    )


def _months(rows: Sequence[TimelineRow]) -> list[Month]:
    """Entries under the month in which they begin, as they come."""
    found: list[tuple[str, list[TimelineRow]]] = []
    for row in rows:
        first = edtf.first_day(row.date)
        name = "No date" if first is None else f"{MONTHS[first.month - 1]} {first.year}"
        if (edtf.length(row.date) or 0) > 200 and first is not None:
            name = f"{first.year}, no month told"
        if not found or found[-1][0] != name:
            found.append((name, []))
        found[-1][1].append(row)
    return [Month(name, tuple(group)) for name, group in found]
