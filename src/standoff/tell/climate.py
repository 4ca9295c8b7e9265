"""How warm the parties are to each other, week by week and in each direction.

For an actor, a recipient and a week w, over the merged events that happened (never what was only planned, threatened or
promised; the threat itself is an event; nor that an act goes on, of which another event says when it began), each once:

    S(w) = d * S(w-1) + sum of p * g        g: the event's PLOVER score, -10 to 10
    N(w) = d * N(w-1) + sum of p            p: the share of the event's date that lies in the week
    score(w) = S(w) / (N(w) + 1)

`d` halves an event's share every four weeks. The 1 is a prior event of score 0, so that one event does not reach its full
score and silence lets the score return to 0. A date of a month or a year is spread over its weeks by days; what lies in
weeks before the first page is left out. The band is
`score` plus and minus SPREAD / sqrt(1 + M(w)), where M decays like N and counts p for each independent source.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from math import sqrt
from statistics import pstdev

from standoff import edtf
from standoff.lexicon.plover import plover_score, plover_types
from standoff.lexicon.stems import stems, thing_stems
from standoff.model import PloverType
from standoff.record import Record
from standoff.record.once import Before, each, once
from standoff.record.rows import MergedEvent
from standoff.tell.kept import kept
from standoff.tell.lasting import told_before
from standoff.tell.parties import Sides, find_sides, independent, last_page, pairs_of, says_so
from standoff.tell.rows import ClimateRow
from standoff.tell.sure import SURE

HALF_LIFE = 4
DECAY = 0.5 ** (1 / HALF_LIFE)
PRIOR = 1.0
SPREAD = pstdev(entry.score for entry in plover_types().values())
"""The standard deviation of the PLOVER scores of the sixteen types."""
FAINT = 0.05
"""A week without events whose score is nearer to 0 is left out."""
WEEK, YEAR = 7, 364
"""Days; a year is 52 whole weeks."""
LONGEST = 400
"""Days; an event dated more coarsely says nothing of any week."""
ON_THE_THING: tuple[PloverType, ...] = ("COERCE", "SANCTION", "RETREAT", "CONCEDE", "REJECT", "REQUEST", "THREATEN")
"""Acts that are on the thing where only their sentence names it."""


@dataclass(slots=True)
class Week:
    """What a week adds to a directed pair."""

    score: float = 0.0
    share: float = 0.0
    sources: float = 0.0
    events: list[str] = field(default_factory=list)


@kept
def climate(record: Record, *, at: str | None = None, says: str | None = None) -> list[ClimateRow]:
    """A row for each week and directed pair of the parties, by pair and week, as known from pages up to `at`."""
    events = record.events(at)
    documents = record.documents(at)
    last = edtf.last_day(at or last_page(documents))
    told = [day for d in documents if edtf.is_day(d.published) and (day := edtf.first_day(d.published))]
    first, subject = min(told, default=None), record.subject()
    sides, thing = find_sides(subject, events), thing_stems(subject)
    before = record.kept(("read", "climate", at, says), Before)
    again = told_before(events, {event.id for event in events if event.confidence >= SURE}, sides)
    return measure(events, sides=sides, thing=thing, first=first, last=last, says=says, before=before, again=again)


def measure(
    events: Iterable[MergedEvent],
    *,
    sides: Sides,
    thing: frozenset[str] = frozenset(),
    first: date | None = None,
    last: date | None = None,
    says: str | None = None,
    before: Before | None = None,
    again: AbstractSet[str] = frozenset(),
) -> list[ClimateRow]:
    """The rows that events make up, to the week of `last`; what is dated coarsely counts from the week of `first` on.

    `before`: the rows of before; a pair for which the same counts has its own. `again`: ids of what only goes on.
    """
    pairs: dict[tuple[str, str], list[Counted]] = {}
    for whole in each(events, _count, sides, thing, first):
        counted = whole if last is None or whole.until <= last else _cut(whole, first, last)
        if counted is not None and whole.id not in again and says_so(whole.event, says, sides):
            for pair in counted.pairs:
                pairs.setdefault(pair, []).append(counted)
    before = before or Before()
    made = partial(_curve, before=before)
    rows = (before.same(pair, (pairs[pair], last), partial(made, pair, pairs[pair], last)) for pair in sorted(pairs))
    return [row for found in rows for row in found]


@dataclass(frozen=True, slots=True)
class Counted:
    """What an event counts for: the directed pairs, the weeks with their shares, its score and independent sources."""

    id: str
    pairs: tuple[tuple[str, str], ...]
    shares: Sequence[tuple[date, float]]
    score: float
    sources: int
    until: date
    """The last day of its date."""
    event: MergedEvent = field(compare=False)


def _count(event: MergedEvent, sides: Sides, thing: frozenset[str], first: date | None) -> Counted | None:
    """What an event counts for, whatever day is asked for; None where it counts for nothing."""
    if not event.happened or event.confidence < SURE:
        return None
    limits, shares = edtf.bounds(event.date), _shares(event, first, None)
    pairs = directed(event, sides, thing) if shares else ()
    if not pairs or limits is None:
        return None
    sources = independent(member.where for member in event.members)
    return Counted(event.id, pairs, shares, plover_score(event.type, event.mode), sources, limits[1], event)


def _cut(counted: Counted, first: date | None, last: date) -> Counted | None:
    """What an event counts for up to a day within its date; None where that is nothing."""
    shares = _shares(counted.event, first, last)
    return replace(counted, shares=shares) if shares else None


def _shares(event: MergedEvent, first: date | None, last: date | None) -> Sequence[tuple[date, float]]:
    """The weeks of an event with their shares; of background, which is told by month or year, those from `first` on."""
    shares = spread(event, last)
    if first is None or (edtf.length(event.date) or 0) <= WEEK:
        return shares
    return [(monday, share) for monday, share in shares if monday + timedelta(days=WEEK) > first]


@once
def directed(event: MergedEvent, sides: Sides, thing: frozenset[str] = frozenset()) -> tuple[tuple[str, str], ...]:
    """The directed pairs of leading sides that an event counts for.

    An act on the disputed thing that names nobody is turned to the other party, where there are two.
    """
    found = tuple(p for p in pairs_of(event, sides) if p[0] in sides.parties and p[1] in sides.parties)
    if found or sides.all(r for r in event.recipients if not _own(r, event, sides)) or len(sides.parties) != 2:
        return found
    told = any(stems(member.where.quote) & thing for member in event.members)
    if not event.object and (not told or event.type not in ON_THE_THING):
        return ()
    return tuple((a, other) for a in sides.all(event.actors) if a in sides.parties for other in sides.others(a))


def _own(recipient: str, event: MergedEvent, sides: Sides) -> bool:
    """The recipient stands on the side of an actor: who withdraws his workers acts on the other."""
    return sides.of(recipient) in sides.all(event.actors)


@once
def spread(event: MergedEvent, last: date | None) -> list[tuple[date, float]]:
    """The weeks of an event, by their Mondays, with the share of its date that lies in each.

    What a page tells lies before it: a month is cut at the day of the first page that tells of the event.
    """
    limits = edtf.bounds(event.date)
    length = edtf.length(event.date) or LONGEST + 1
    if limits is None or length > LONGEST or (event.date_how == "published" and length > WEEK):
        return []  # a page without a day of its own dates nothing
    told = [day for m in event.members if (day := edtf.last_day(m.where.document.published))]
    end = min([limits[1], *([min(told)] if told else []), *([last] if last else [])])
    start = limits[0]
    if end < start:
        return []
    days = (end - start).days + 1
    found: list[tuple[date, float]] = []
    monday = start - timedelta(days=start.weekday())
    while monday <= end:
        inside = (min(end, monday + timedelta(days=6)) - max(start, monday)).days + 1
        found.append((monday, inside / days))
        monday += timedelta(days=7)
    return found


Level = tuple[float, float, float]
"""What is left of all weeks before: score, share, sources."""
Added = tuple[date, float, float, int, str]
"""What an event adds to a week: the Monday, its share, its score, its sources, its id."""


def _curve(pair: tuple[str, str], events: Sequence[Counted], last: date | None, before: Before) -> list[ClimateRow]:
    """The weeks of a directed pair, from its first event on, year by year: what nothing was added to since is as it was."""
    years: dict[int, list[Added]] = {}
    for counted in events:
        for monday, share in counted.shares:
            year = years.setdefault(monday.toordinal() // YEAR, [])
            year.append((monday, share, counted.score, counted.sources, counted.id))
    monday = min(monday for monday, *_ in years[min(years)])
    end = max(monday for monday, *_ in years[max(years)])
    if last is not None:
        end = max(end, last - timedelta(days=last.weekday()))
    found: list[ClimateRow] = []
    level: Level = (0.0, 0.0, 0.0)
    while monday <= end:
        n = monday.toordinal() // YEAR
        added, until = years.get(n, []), min(end, _last_monday(monday, n))
        told_from = level, added, monday, until
        rows, level = before.same((pair, n), told_from, partial(_year, pair, level, added, monday, until))
        found += rows
        monday = until + timedelta(days=7)
    return found


def _last_monday(monday: date, n: int) -> date:
    """The last Monday of a stretch of weeks: each has the same number of days."""
    left = (n + 1) * YEAR - 1 - monday.toordinal()
    return monday + timedelta(days=left - left % 7)


def _year(
    pair: tuple[str, str], level: Level, added: Sequence[Added], monday: date, until: date
) -> tuple[list[ClimateRow], Level]:
    """The rows of some weeks, after what was left of those before, and what is left then."""
    weeks: dict[date, Week] = {}
    for day, part, value, told, id in added:
        if (week := weeks.get(day)) is None:
            week = weeks[day] = Week()
        week.score += part * value
        week.share += part
        week.sources += part * told
        week.events.append(id)
    rows, empty = [], Week()
    score, share, sources = level
    while monday <= until:
        week = weeks.get(monday, empty)
        score, share = DECAY * score + week.score, DECAY * share + week.share
        sources = DECAY * sources + week.sources
        value = score / (share + PRIOR)
        half = SPREAD / sqrt(1 + sources)
        if week.events or abs(value) >= FAINT:
            rows.append(
                ClimateRow(
                    week=name_week(monday),
                    actor=pair[0],
                    recipient=pair[1],
                    score=round(value, 3),
                    events=tuple(sorted(week.events)),
                    low=round(max(-10.0, value - half), 3),
                    high=round(min(10.0, value + half), 3),
                )
            )
        monday += timedelta(days=7)
    return rows, (score, share, sources)


def name_week(monday: date) -> str:
    """The ISO week of a day.

    >>> name_week(date(2013, 7, 6))
    '2013-W27'
    """
    year, week, _ = monday.isocalendar()
    return f"{year:04}-W{week:02}"
