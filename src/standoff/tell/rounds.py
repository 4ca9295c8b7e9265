"""Meetings put together into rounds of talks.

A round is made of meetings (CONSULT) between the parties that lie on one day, or on days that follow each other where
both were held. What is told without a day of its own joins the one round it can mean. What the parties together agreed,
or failed to agree, on its day is its result, and shows that it was held; an accord that the page puts after talks is a
round of its own where no meeting is told. A meeting that was only proposed is a round where it was held or called off.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from standoff import edtf
from standoff.lexicon.actions import gathering
from standoff.lexicon.alike import sense_of
from standoff.lexicon.talks import read_cue
from standoff.model import Annotation
from standoff.record.once import each, once
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.parties import Sides, members_of

Pages = Callable[[str], Annotation]

HELD = ("happened", "ongoing")
AHEAD = ("planned", "promised")
NOT_A_ROUND = ("phone", "visit", "third-party")
SURE = 0.5
LEAST = 0.3
"""A meeting as doubtful as this counts where an accord of its day bears it out."""
LONGEST = 3
"""Days that a meeting's own date may span and still tell the days of a round."""
COARSE = 31
CATCH = 4
"""Days before its page within which a meeting that only the page dates is sought."""
CALLED_OFF = 7
"""Days before a round within which the words that call one off mean it."""
NEAR = 400
"""Characters around an accord in which the page may say that talks led to it."""
_AT = re.compile(r"^[^,;:]{0,60}\b(?:in|at)(?: the| a)? $")
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

    @property
    def id(self) -> str:
        """The smallest id of its meetings; of its results where no meeting is told."""
        return min(event.id for event in self.events or self.results)

    @property
    def held(self) -> bool:
        """Some meeting of it took place, or something came of it."""
        return bool(self.results) or any(took_place(event) for event in self.events)

    @property
    def days(self) -> str:
        """Its days as one date."""
        return edtf.of_days(self.first, self.last)

    def made_of(self, contents: Mapping[str, Sequence[MergedEvent]]) -> tuple[object, ...]:
        """All that its row is told from; `contents`: what speech acts speak of, by their ids."""
        spoken = tuple(tuple(contents.get(event.id, ())) for event in self.results)
        return self.first, self.last, self.fuzzy, tuple(self.events), tuple(self.results), tuple(self.off), spoken

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


@once
def took_place(event: MergedEvent) -> bool:
    """The meeting was held: told as held by a page that does not lie before it."""
    if event.status not in HELD or event.negated or event.outcome == "called_off":
        return False
    first = edtf.first_day(event.date)
    told = [m for m in event.members if m.event.status in HELD]
    return first is None or any((edtf.last_day(m.where.document.published) or date.max) >= first for m in told)


def find_rounds(events: Sequence[MergedEvent], sides: Sides, pages: Pages) -> list[Round]:
    """The rounds that events make up, oldest first."""
    types = {event.id: event.type for event in events}
    meetings = sorted(each(events, _meeting, sides, SURE), key=_order)
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
    for accord in sorted(each(events, _accord, sides), key=_order):
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


def _order(event: MergedEvent) -> tuple[object, ...]:
    return edtf.sort_key(event.date), event.id


def _meeting(event: MergedEvent, sides: Sides, sure: float) -> MergedEvent | None:
    return event if is_meeting(event, sides, sure=sure) else None


def _called_off(event: MergedEvent, sides: Sides) -> MergedEvent | None:
    return event if calls_off(event, sides) else None


def _accord(event: MergedEvent, sides: Sides) -> MergedEvent | None:
    return event if is_accord(event, sides) else None


def is_meeting(event: MergedEvent, sides: Sides, *, sure: float = SURE) -> bool:
    """A meeting that may be a round: of both parties, or of nobody else, held or planned or called off."""
    if event.type != "CONSULT" or event.confidence < sure or event.date is None:
        return False
    if event.mode in NOT_A_ROUND and not is_gathering(event, sides):
        return False
    if event.status not in (*HELD, *AHEAD, "demanded") and event.outcome != "called_off":
        return False
    if event.negated and event.outcome != "called_off":
        return False
    if event.status == "demanded" and event.content_of is None:
        return False
    if event.mode == "third-party":
        return True
    if event.status == "promised" and _spoken_then(event):
        return False
    present = _present(event, sides)
    return len(present & set(sides.parties)) > 1 or (len(present) < 2 and present <= set(sides.parties))


def _spoken_then(event: MergedEvent) -> bool:
    """What was promised lies before the pages that tell of it: the day is that of the promise."""
    last = edtf.last_day(event.date)
    told = [edtf.first_day(m.where.document.published) for m in event.members]
    return last is not None and all(day is not None and last < day for day in told)


def is_gathering(event: MergedEvent, sides: Sides) -> bool:
    """One side's ministers receive the other's, or somebody brings both together: a meeting, where most visits are none."""
    if not all(sense_of(m.event.rule) in gathering() for m in event.members):
        return False
    if event.mode == "third-party":
        return len(sides.leading(event.recipients)) != 1
    return event.mode == "visit" and len(_present(event, sides) & set(sides.parties)) > 1


def _present(event: MergedEvent, sides: Sides) -> set[str]:
    """The sides that take part; persons and bodies of no known side aside."""
    found = sides.all(event.actors + event.recipients)
    return {side for side in found if side in sides.parties or not side.startswith("NAMED:")}


def is_accord(event: MergedEvent, sides: Sides) -> bool:
    """What the parties together agreed, or failed to agree, on a day."""
    if event.type not in ("AGREE", "REJECT") or event.content_of is not None or event.status not in HELD:
        return False
    exact = event.date_how in ("stated", "relative") and (edtf.length(event.date) or COARSE) <= COARSE
    # what one side said and the other accepted elsewhere was not agreed at a table
    joint = len(event.members) < 2 or any(len(sides.leading(a.id for a in m.event.actors)) > 1 for m in event.members)
    together = (joint and len(sides.leading(event.actors)) > 1) or broke_down(event, sides)
    return exact and together and event.confidence >= SURE and event.outcome != "called_off"


def broke_down(event: MergedEvent, sides: Sides) -> bool:
    """Talks of the parties, or of nobody named, that failed."""
    present = _present(event, sides)
    alone = len(present) < 2 and present <= set(sides.parties)
    return event.type == "REJECT" and event.outcome == "failed" and (alone or len(present & set(sides.parties)) > 1)


def calls_off(event: MergedEvent, sides: Sides) -> bool:
    """Words that call off a meeting of the parties."""
    if event.type != "REJECT" or not event.happened or event.confidence < SURE:
        return False
    if event.mode != "meet" and event.outcome != "called_off":
        return False
    present = _present(event, sides)
    said = event.outcome == "called_off" or any(
        read_cue("outcome", member.where.quote) == "called_off" for member in event.members
    )
    return said and bool(present) and present <= set(sides.parties)


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
    if len(inside) == 1:
        inside[0].events.append(event)
    elif not inside and (took_place(event) or event.date_how != "published"):
        rounds.append(Round(first, last, [event], fuzzy=first != last))


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
    if accord.outcome == "failed":
        set_for = [r for r in calendar.rounds if r.first > limits[1] and _ends(accord, r) and not r.held]
        if set_for and any(_ends(event, set_for[0]) for event in off):
            set_for[0].off.append(accord)  # "talks fall through": those that were called off
            return
    after_talks = accord.outcome == "failed" or (
        accord.type == "AGREE"
        and any(follows_talks(member, pages) or at_a_table(member, pages) for member in accord.members)
    )
    near = [r for r in calendar.near(max(limits[0], FIRST) - DAY, limits[1]) if same_table(r, accord, sides)]
    same = [r for r in near if r.first <= limits[1] and limits[0] <= r.last]
    if len(same) == 1:
        same[0].results.append(accord)
        if same[0].fuzzy and limits[0] == limits[1]:
            same[0].first, same[0].last, same[0].fuzzy = *limits, False
    if same:
        return
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
    elif eve:
        calendar.add(Round(*limits, results=[accord]))


def at_a_table(member: EventMention, pages: Pages) -> bool:
    """The sentence says where, or by which ministers or heads of state, an accord was reached."""
    event, where = member.event, member.where
    if where.part != "story":
        return False
    if event.place is not None or read_cue("level", where.quote) in ("summit", "ministerial"):
        return True
    text = pages(where.document.key).text
    places = (p for p in pages(where.document.key).places if event.end <= p.start < where.end)
    return any(_AT.search(text[event.end : p.start]) for p in places)


def follows_talks(member: EventMention, pages: Pages) -> bool:
    """The page says, in or beside the sentence, that talks led to it."""
    if read_cue("talks", member.where.quote):
        return True
    text = pages(member.where.document.key).text
    return read_cue("talks", text[max(0, member.where.start - NEAR) : member.where.end + NEAR]) is not None
