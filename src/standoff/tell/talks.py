"""The rounds of talks: when, where, at what level, led by whom, with what outcome, and the date set for the next.

Reports of one round are one row, and so is a planned round that was then held. A round is made of meetings (CONSULT)
between the parties that lie on the same day or on days that follow each other. A meeting dated only by its page joins
the round that lies just before it; one dated by its month joins the only round of that month.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from standoff import edtf
from standoff.lexicon.talks import read_cue
from standoff.record import Record
from standoff.record.rows import EventMention, MergedEvent, Where
from standoff.tell.heads import Office, Pages, find_heads, find_offices
from standoff.tell.parties import Sides, cite_all, find_sides, members_of, pairs_of, says_so
from standoff.tell.rows import Head, Level, OutcomeKind, TalksRow
from standoff.tell.words import most_told, words_at

HELD = ("happened", "ongoing")
AHEAD = ("planned", "promised")
NOT_A_ROUND = ("phone", "visit", "third-party")
SURE = 0.5
LONGEST = 7
"""Days that a meeting's own date may span and still tell the days of a round."""
COARSE = 31
CATCH = 4
"""Days before its page within which a meeting that only the page dates is sought."""
NEXT_TOLD = 7
"""Days after a round within which a page that tells of it tells the next one too."""


@dataclass(slots=True)
class Round:
    """Meetings taken to be one round, and the days it took."""

    first: date
    last: date
    events: list[MergedEvent] = field(default_factory=list)

    @property
    def held(self) -> bool:
        """Some meeting of it took place."""
        return any(took_place(event) for event in self.events)

    def members(self, *, held: bool | None = None) -> list[EventMention]:
        """The mentions of its meetings; only of those held, or not held, where asked."""
        return members_of(event for event in self.events if held is None or took_place(event) == held)


def talks(record: Record, *, at: str | None = None, says: str | None = None) -> list[TalksRow]:
    """The rounds of talks that pages up to `at` tell of, oldest first; only those a party tells of with `says`."""
    events = record.events(at)
    sides = find_sides(record.subject(), events)
    offices = find_offices(record.documents(at), record.annotation, sides)
    return tell_rounds(events, sides=sides, pages=record.annotation, offices=offices, says=says)


def tell_rounds(
    events: Sequence[MergedEvent],
    *,
    sides: Sides,
    pages: Pages,
    offices: Sequence[Office] = (),
    says: str | None = None,
) -> list[TalksRow]:
    """The rows of the rounds that events make up."""
    rounds = find_rounds([event for event in events if says_so(event, says, sides)], sides)
    rows = []
    for one in rounds:
        found = find_heads(one.members(), days=(one.first, one.last), sides=sides, pages=pages, offices=offices)
        rows.append(_row(one, rounds, find_results(one, events, sides), found, sides, pages))
    return rows


def took_place(event: MergedEvent) -> bool:
    """The meeting was held."""
    return event.status in HELD and not event.negated and event.outcome != "called_off"


def is_meeting(event: MergedEvent, sides: Sides) -> bool:
    """A meeting that may be a round: of both parties, or of nobody else, held or planned or called off."""
    if event.type != "CONSULT" or event.mode in NOT_A_ROUND or event.confidence < SURE or event.date is None:
        return False
    ahead = event.status in AHEAD and not event.negated
    if not took_place(event) and not ahead and event.outcome != "called_off":
        return False
    present = {
        side for side in sides.all(event.actors + event.recipients) if side in sides.parties or side[:6] != "NAMED:"
    }
    return present >= set(sides.parties) if len(present) > 1 else present <= set(sides.parties)


def find_rounds(events: Iterable[MergedEvent], sides: Sides) -> list[Round]:
    """Meetings grouped into rounds, oldest first."""
    meetings = sorted((e for e in events if is_meeting(e, sides)), key=lambda e: (edtf.sort_key(e.date), e.id))
    exact = [e for e in meetings if e.date_how != "published" and (edtf.length(e.date) or COARSE) <= LONGEST]
    rounds = _joined(exact)
    for event in meetings:
        if event not in exact and (edtf.length(event.date) or COARSE + 1) <= COARSE:
            _place(event, rounds)
    return sorted(rounds, key=lambda r: (r.first, r.last, r.events[0].id))


def _joined(events: Iterable[MergedEvent]) -> list[Round]:
    """Rounds of meetings with a day of their own: the same day, or a day that follows where both were held."""
    rounds: list[Round] = []
    for event in events:
        limits = edtf.bounds(event.date)
        if limits is None:
            continue
        near = rounds[-1] if rounds else None
        if near is not None and (limits[0] <= near.last or _goes_on(near, event, limits[0])):
            near.events.append(event)
            near.last = max(near.last, limits[1]) if took_place(event) or not near.held else near.last
        else:
            rounds.append(Round(*limits, [event]))
    return rounds


def _goes_on(near: Round, event: MergedEvent, first: date) -> bool:
    """A meeting held on the day after one that was held."""
    return near.held and took_place(event) and first - near.last == timedelta(days=1)


def _place(event: MergedEvent, rounds: list[Round]) -> None:
    """Puts a meeting without a day of its own into the one round it can mean; else it is a round, if it was held."""
    limits = edtf.bounds(event.date)
    if limits is None:
        return
    first, last = limits
    catch = timedelta(days=CATCH if event.date_how == "published" else 0)
    inside = [r for r in rounds if r.first <= last and r.last >= first - catch]
    if event.date_how == "published" and inside:
        inside = [max(inside, key=lambda r: r.last)]
    if len(inside) == 1:
        inside[0].events.append(event)
    elif not inside and (took_place(event) or event.date_how != "published"):
        rounds.append(Round(first, last, [event]))


def _row(
    one: Round,
    rounds: Sequence[Round],
    results: Sequence[MergedEvent],
    led: tuple[tuple[Head, ...], tuple[Where, ...]],
    sides: Sides,
    pages: Pages,
) -> TalksRow:
    kind, told = find_outcome(one, results)
    members = one.members(held=True) if one.held else one.members()
    cited = [*(member.where for member in (*one.members(), *members_of(results))), *led[1]]
    return TalksRow(
        id=min(event.id for event in one.events),
        date=one.first.isoformat()
        if one.last - one.first < timedelta(days=LONGEST)
        else edtf.of_days(one.first, one.last),
        end=one.last.isoformat() if timedelta() < one.last - one.first < timedelta(days=LONGEST) else None,
        venue=find_venue(members, pages) or find_venue(one.members(), pages),
        level=find_level(members),
        heads=led[0],
        agenda=most_told((event.topic, event.members) for event in one.events),
        outcome=told,
        outcome_kind=kind,
        next=find_next(one, rounds),
        status="happened" if one.held else "planned",
        parties=sides.parties or sides.all(actor for e in one.events for actor in e.actors + e.recipients),
        sources=cite_all(cited),
    )


def find_level(members: Iterable[EventMention]) -> Level:
    """The level that most sources tell; `other` where none does."""
    found = most_told((read_cue("level", member.where.quote), [member]) for member in members)
    levels: dict[str | None, Level] = {"summit": "summit", "ministerial": "ministerial", "working": "working"}
    return levels.get(found, "other")


def find_venue(members: Iterable[EventMention], pages: Pages) -> str | None:
    """The place that most sources give, in the page's words."""
    told = []
    for member in members:
        place = member.event.place
        if place is not None:
            told.append((words_at(pages(member.where.document.key).text, place), [member]))
    return most_told(told)


def find_results(one: Round, events: Iterable[MergedEvent], sides: Sides) -> list[MergedEvent]:
    """What the parties agreed, or refused each other, on the days of a round that was held."""
    if not one.held or one.last - one.first >= timedelta(days=LONGEST):
        return []
    days = f"{one.first.isoformat()}/{one.last.isoformat()}"
    parties = set(sides.parties)
    return [
        event
        for event in events
        if event.type == "AGREE"
        and event.happened
        and event.confidence >= SURE
        and event.date_how != "published"
        and edtf.contains(days, event.date)
        and any({a, r} <= parties for a, r in pairs_of(event, sides))
        and len(sides.all(event.actors)) > 1
    ]


def find_outcome(one: Round, results: Sequence[MergedEvent]) -> tuple[OutcomeKind, str | None]:
    """What came of a round, and the sentence that says so."""
    kinds: dict[str, OutcomeKind] = {"agreed": "agreed", "adjourned": "adjourned", "failed": "failed"}
    if not one.held:
        off = [m for m in one.members() if "called_off" in (m.event.outcome, read_cue("outcome", m.where.quote))]
        return ("called_off", off[-1].where.quote) if off else ("planned", None)
    told: list[tuple[str | None, list[EventMention]]] = []
    for member in one.members(held=True):
        told.append((kinds.get(member.event.outcome or read_cue("outcome", member.where.quote) or ""), [member]))
    for event in results:
        told.extend((read_cue("outcome", m.where.quote) or "agreed", [m]) for m in event.members)
    best = most_told(told)
    if best is None:
        return "held", None
    sentence = next(member.where.quote for value, members in told if value == best for member in members)
    return kinds.get(best, "held"), sentence


def find_next(one: Round, rounds: Sequence[Round]) -> str | None:
    """The date set for the next round, as pages tell that tell of this one within a week of it."""
    here = {
        member.where.document.key
        for member in one.members(held=True)
        if (day := edtf.first_day(member.where.document.published)) and day <= one.last + timedelta(days=NEXT_TOLD)
    }
    for later in rounds:
        if later.first <= one.last:
            continue
        for member in later.members(held=False):
            if member.where.document.key in here and member.event.date_how != "published":
                return edtf.of_days(later.first, later.first if later.held else later.last)
    return None
