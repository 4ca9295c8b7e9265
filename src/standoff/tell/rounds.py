"""Meetings put together into rounds of talks.

A round is made of meetings (CONSULT) between the parties that lie on one day, or on days that follow each other where
both were held. What is told without a day of its own joins the one round it can mean. What the parties together agreed,
or failed to agree, on its day is its result, and shows that it was held; an accord that the page puts after talks is a
round of its own where no meeting is told. A meeting that was only proposed is a round where it was held or called off.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from standoff import edtf
from standoff.record.once import each
from standoff.record.rows import EventMention, MergedEvent, by_date
from standoff.tell.parties import Sides, members_of
from standoff.tell.sittings import (
    COARSE,
    Pages,
    at_a_table,
    begins,
    calls_off,
    follows_talks,
    is_accord,
    is_meeting,
    took_place,
)
from standoff.tell.sure import SURE

LEAST = 0.3
"""A meeting as doubtful as this counts where an accord of its day bears it out."""
LONGEST = 3
"""Days that a meeting's own date may span and still tell the days of a round."""
CATCH = 4
"""Days before its page within which a meeting that only the page dates is sought."""
GOES_ON = timedelta(days=14)
"""So long talks may last of which only the first day and what came of them are told."""
CALLED_OFF = 7
"""Days before a round within which the words that call one off mean it."""
DAY = timedelta(days=1)
FIRST = date.min + DAY
"""The first day that has one before it."""


@dataclass(slots=True)
class Round:
    """Meetings taken to be one round, the days it took, and what came of it."""

    first: date
    last: date
    events: list[MergedEvent] = field(default_factory=list)
    results: list[MergedEvent] = field(default_factory=list)
    off: list[MergedEvent] = field(default_factory=list)
    fuzzy: bool = False
    """The day is not told: it lies between first and last."""
    lasted: bool = False
    """It began on the first day and ended on the last."""

    @property
    def id(self) -> str:
        """The smallest id of its meetings; of its results where no meeting is told."""
        return min(event.id for event in self.events or self.results)

    @property
    def held(self) -> bool:
        """Some meeting of it took place, or something came of it."""
        return bool(self.results) or any(took_place(event) for event in self.events)

    @property
    def begun(self) -> bool:
        """Its pages tell only that it began, or went on again: it may have lasted for days."""
        held = [event for event in self.events if took_place(event) and event.date_how != "published"]
        return bool(held) and not self.results and not self.fuzzy and all(map(begins, held))

    @property
    def days(self) -> str:
        """Its days as one date."""
        return edtf.of_days(self.first, self.last)

    def made_of(self, contents: Mapping[str, Sequence[MergedEvent]]) -> tuple[object, ...]:
        """All that its row is told from; `contents`: what speech acts speak of, by their ids."""
        spoken = tuple(tuple(contents.get(event.id, ())) for event in self.results)
        return (
            self.first,
            self.last,
            self.fuzzy,
            self.lasted,
            tuple(self.events),
            tuple(self.results),
            tuple(self.off),
            spoken,
        )

    def members(self, *, held: bool | None = None) -> list[EventMention]:
        """The mentions of its meetings; only of those held, or not held, where asked."""
        return members_of(event for event in self.events if held is None or took_place(event) == held)

    def told(self) -> list[EventMention]:
        """Every mention that tells of it, its results included."""
        return members_of([*self.events, *self.results, *self.off])


class Calendar:
    """Rounds by the months in which they lie; those that are added go into the list that they were taken from."""

    def __init__(self, rounds: list[Round]) -> None:
        self.rounds = rounds
        self._months: dict[tuple[int, int], dict[int, Round]] = {}
        self._place: dict[int, int] = {}
        for one in rounds:
            self.note(one)

    def add(self, one: Round) -> None:
        """Adds a round."""
        self.rounds.append(one)
        self.note(one)

    def note(self, one: Round) -> None:
        """Notes the days of a round, which may have become more."""
        place = self._place.setdefault(id(one), len(self._place))
        for month in _months(one.first, one.last):
            self._months.setdefault(month, {})[place] = one

    def near(self, first: date, last: date) -> list[Round]:
        """The rounds that lie, or lay, in the months of some days, in their order."""
        found = {place: one for month in _months(first, last) for place, one in self._months.get(month, {}).items()}
        return [found[place] for place in sorted(found)]


def _months(first: date, last: date) -> list[tuple[int, int]]:
    months = range(12 * first.year + first.month, 12 * last.year + last.month + 1)
    return [divmod(month, 12) for month in months]


def find_rounds(events: Sequence[MergedEvent], sides: Sides, pages: Pages) -> list[Round]:
    """The rounds that events make up, oldest first."""
    types = {event.id: event.type for event in events}
    meetings = sorted(each(events, _meeting, sides, SURE), key=by_date)
    proposed = [e for e in meetings if not took_place(e) and types.get(e.content_of or "") == "REQUEST"]
    aside = {e.id for e in proposed}
    firm = [e for e in meetings if e.id not in aside]
    exact = [e for e in firm if e.date_how != "published" and (edtf.length(e.date) or COARSE) <= LONGEST]
    rounds, known = _joined(exact, sides), {e.id for e in exact}
    for event in firm:
        if event.id not in known and (edtf.length(event.date) or COARSE + 1) <= COARSE:
            _place(event, rounds, sides)
    off = each(events, _called_off, sides)
    _add_proposed(proposed, off, rounds)
    sure = {e.id for e in meetings}
    doubtful = [e for e in each(events, _meeting, sides, LEAST) if e.id not in sure]
    calendar = Calendar(rounds)
    for accord in sorted(each(events, _accord, sides), key=by_date):
        _add_accord(accord, calendar, off, doubtful, sides, pages)
    for one in rounds:
        if not one.held:
            one.off += [event for event in off if event not in one.off and _ends(event, one)]
    return sorted(rounds, key=lambda r: (r.first, r.last, r.id))


def made_of(events: Sequence[MergedEvent], contents: Mapping[str, Sequence[MergedEvent]], sides: Sides) -> object:
    """All that the rounds which events make up, and what came of them, are told from."""
    meetings, accords = each(events, _meeting, sides, LEAST), each(events, _accord, sides)
    wanted = {event.content_of for event in meetings if event.content_of}
    spoken = {event.id: event.type for event in events if event.id in wanted} if wanted else {}
    agreed = [tuple(contents.get(event.id, ())) for event in accords]
    return meetings, accords, each(events, _called_off, sides), spoken, agreed


def _meeting(event: MergedEvent, sides: Sides, sure: float) -> MergedEvent | None:
    return event if is_meeting(event, sides, sure=sure) else None


def _called_off(event: MergedEvent, sides: Sides) -> MergedEvent | None:
    return event if calls_off(event, sides) else None


def _accord(event: MergedEvent, sides: Sides) -> MergedEvent | None:
    return event if is_accord(event, sides) else None


def _joined(events: Iterable[MergedEvent], sides: Sides) -> list[Round]:
    """Rounds of meetings with a day of their own: the same day, or a day that follows where both were held."""
    rounds: list[Round] = []
    late: list[Round] = []  # those that end about the day or later: the events come by date
    for event in events:
        limits = edtf.bounds(event.date)
        if limits is None:
            continue
        late = [r for r in late if r.last >= max(limits[0], FIRST) - DAY]
        near = next((r for r in reversed(late) if same_table(r, event, sides)), None)
        goes_on = near is not None and near.held and took_place(event) and limits[0] - near.last == DAY
        if near is not None and (limits[0] <= near.last or goes_on):
            near.events.append(event)
            if took_place(event) or not near.held:
                near.last = max(near.last, limits[1])
        else:
            rounds.append(Round(*limits, [event]))
            late.append(rounds[-1])
    return rounds


def same_table(one: Round, event: MergedEvent, sides: Sides) -> bool:
    """The event can be of this round: of more than two parties it takes the same two or more."""
    here = sides.leading(actor for e in (*one.events, *one.results) for actor in e.actors + e.recipients)
    there = sides.leading(event.actors + event.recipients)
    return len(here) < 2 or len(there) < 2 or len(here & there) > 1


def _place(event: MergedEvent, rounds: list[Round], sides: Sides) -> None:
    """Puts a meeting without a day of its own into the one round it can mean; else it is a round with a soft date."""
    limits = edtf.bounds(event.date)
    if limits is None:
        return
    first, last = limits
    catch = timedelta(days=CATCH if event.date_how == "published" else 0)
    inside = [r for r in rounds if r.first <= last and r.last >= first - catch and same_table(r, event, sides)]
    if event.date_how == "published" and inside:
        inside = [max(inside, key=lambda r: r.last)]
    elif event.date_how == "published":
        inside = [r for r in rounds if _in_one_sentence(r, event) and same_table(r, event, sides)][-1:]
    if len(inside) == 1:
        inside[0].events.append(event)
    elif not inside and (took_place(event) or event.date_how != "published"):
        rounds.append(Round(first, last, [event], fuzzy=first != last))


def _in_one_sentence(one: Round, event: MergedEvent) -> bool:
    """The sentence that tells of a meeting tells of the round: `brought together on Saturday, they made headway`."""
    told = {(m.where.document.key, m.where.start) for m in one.members()}
    return any((m.where.document.key, m.where.start) in told for m in event.members)


def _add_proposed(proposed: Iterable[MergedEvent], off: Sequence[MergedEvent], rounds: list[Round]) -> None:
    """Adds proposed meetings that were called off: rounds that were not held. What came of others is told by itself."""
    for event in proposed:
        limits = edtf.bounds(event.date)
        if limits is None or (edtf.length(event.date) or COARSE) > LONGEST:
            continue
        if any(r.first <= limits[0] <= r.last for r in rounds):
            continue
        one = Round(*limits, [event])
        one.off = [each for each in off if _ends(each, one)]
        if one.off:
            rounds.append(one)


def _ends(event: MergedEvent, one: Round) -> bool:
    """The words that call off a meeting mean this round: it was to come within a week."""
    limits = edtf.bounds(event.date)
    return limits is not None and limits[1] <= one.last and one.first - limits[0] <= timedelta(days=CALLED_OFF)


def _add_accord(
    accord: MergedEvent,
    calendar: "Calendar",
    off: Sequence[MergedEvent],
    doubtful: Sequence[MergedEvent],
    sides: Sides,
    pages: Pages,
) -> None:
    """Adds what came of it to the round of that day, or of the day before where the page speaks of talks."""
    limits = edtf.bounds(accord.date)
    if limits is None:
        return
    if (set_for := _fell_through(accord, limits[1], calendar, off)) is not None:
        set_for.off.append(accord)
        return
    near = [r for r in calendar.near(max(limits[0], FIRST) - DAY, limits[1]) if same_table(r, accord, sides)]
    same = [r for r in near if r.first <= limits[1] and limits[0] <= r.last]
    if len(same) == 1:
        same[0].results.append(accord)
        if same[0].fuzzy and limits[0] == limits[1]:
            same[0].first, same[0].last, same[0].fuzzy = *limits, False
    if not same:
        after_talks = accord.outcome == "failed" or (
            accord.type == "AGREE"
            and any(follows_talks(member, pages) or at_a_table(member, pages) for member in accord.members)
        )
        _add_by_day(accord, limits, calendar, near, doubtful, sides, after_talks=after_talks)


def _add_by_day(
    accord: MergedEvent,
    limits: tuple[date, date],
    calendar: "Calendar",
    near: Sequence[Round],
    doubtful: Sequence[MergedEvent],
    sides: Sides,
    *,
    after_talks: bool,
) -> None:
    """Adds an accord of a day without a round: to that of the day before, to what may have been one, or as one of its own."""
    eve = after_talks and limits[1] - limits[0] < timedelta(days=LONGEST)
    before = next((r for r in near if limits[0] - r.last == DAY and not r.fuzzy), None)
    borne = [e for e in doubtful if edtf.overlap(e.date, accord.date)]
    if eve and before is not None and before.held:
        before.last = limits[1]
        before.results.append(accord)
        calendar.note(before)
    elif borne:
        span = edtf.bounds(edtf.finest([accord.date or "", *(e.date or "" for e in borne)])) or limits
        calendar.add(Round(*span, borne, results=[accord], fuzzy=span[0] != span[1]))
    elif eve and (begun := _begun_before(accord, limits, calendar, sides)) is not None:
        begun.last, begun.lasted = limits[1], True
        begun.results.append(accord)
        calendar.note(begun)
    elif eve:
        calendar.add(Round(*limits, results=[accord]))


def _fell_through(accord: MergedEvent, day: date, calendar: "Calendar", off: Sequence[MergedEvent]) -> Round | None:
    """The round set for a later day that was called off, where talks "fall through"."""
    if accord.outcome != "failed":
        return None
    first = next((r for r in calendar.rounds if r.first > day and _ends(accord, r) and not r.held), None)
    return first if first is not None and any(_ends(event, first) for event in off) else None


def _begun_before(accord: MergedEvent, limits: tuple[date, date], calendar: "Calendar", sides: Sides) -> Round | None:
    """The last round before an accord, where it is told to have begun not long before and nothing came of it yet."""
    near = [r for r in calendar.near(max(limits[0], FIRST + GOES_ON) - GOES_ON, limits[0]) if r.last < limits[0]]
    near = [r for r in near if r.held and limits[0] - r.last <= GOES_ON and same_table(r, accord, sides)]
    last = max(near, key=lambda r: r.last, default=None)
    return last if last is not None and last.begun else None
