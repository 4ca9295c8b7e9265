"""The entries of the ledger before they are answered: speech acts that took place, each with what it speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from standoff import edtf
from standoff.lexicon.ledger import is_offering, is_pledging, is_vowing, tells
from standoff.model import PloverType, Status
from standoff.record.once import each, once
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.asked import Contents
from standoff.tell.rows import PromiseKind
from standoff.tell.sure import SURE

APPEAL = 0.4
"""What is as doubtful as this is asked, where one side asks the other: an appeal that names no act that is known."""
AHEAD: tuple[Status, ...] = ("planned", "promised", "threatened", "demanded")
BY_STATUS: dict[Status, PromiseKind] = {"promised": "promise", "threatened": "threat", "demanded": "demand"}
PLEDGES: tuple[PloverType, ...] = ("AGREE", "CONCEDE")
SPEECH: tuple[PloverType, ...] = ("REQUEST", "THREATEN", "REJECT", *PLEDGES)
"""Types of acts by which somebody asks for, threatens or pledges something."""


@dataclass(slots=True)
class Entry:
    """An entry of the ledger before it is answered: a speech act, if one is told, and its contents."""

    kind: PromiseKind
    speech: MergedEvent | None
    contents: list[MergedEvent] = field(default_factory=list)
    more: list[MergedEvent] = field(default_factory=list)

    @property
    def events(self) -> list[MergedEvent]:
        """The speech act first, then what it speaks of."""
        first = [self.speech] if self.speech is not None else []
        return [*first, *self.contents, *self.more]

    @property
    def lead(self) -> MergedEvent:
        """The event that names the entry."""
        return self.events[0]


def set_apart(events: Iterable[MergedEvent]) -> list[MergedEvent]:
    """Of merged events: what pages told of them before they happened, and what one page pledged while others report.

    Each stands under the key of its first mention; the event itself may then answer it.
    """
    apart = each(events, _apart)
    merged_as = {member.key: event.id for event in events for member in event.members} if apart else {}
    found = []
    for event, foretold, pledges in apart:
        for ahead in foretold:
            speech = next((merged_as.get(m.content_of) for m in ahead if m.content_of), None)
            found.append(part_of(event, ahead, content_of=speech if speech != event.id else None))
        if pledges:
            found.append(part_of(event, pledges, content_of=event.content_of))
    return found


def _apart(event: MergedEvent) -> tuple[MergedEvent, list[list[EventMention]], list[EventMention]] | None:
    """What is set apart of an event: what was told before it happened, and what one page pledged."""
    foretold, pledges = (
        _foretold(event),
        [m for m in event.members if event.type == "REJECT" and is_vowing(m.event.rule)],
    )
    pledges = pledges if len(pledges) < len(event.members) else []
    return (event, foretold, pledges) if foretold or pledges else None


def _foretold(event: MergedEvent) -> list[list[EventMention]]:
    """Of an event that happened: the mentions that lie before it, those of one status and date together."""
    if event.status in AHEAD:
        return []
    groups: dict[tuple[str, str | None], list[EventMention]] = {}
    for member in event.members:
        if member.event.status in AHEAD and not member.event.negated:
            groups.setdefault((member.event.status, member.event.date), []).append(member)
    return [groups[key] for key in sorted(groups, key=lambda key: (key[0], key[1] or ""))]


def part_of(event: MergedEvent, members: Sequence[EventMention], *, content_of: str | None) -> MergedEvent:
    """A merged event as only some of its mentions tell it."""
    first = members[0].event
    return structs.replace(
        event,
        id=members[0].key,
        type=first.type,
        mode=first.mode,
        actors=tuple(dict.fromkeys(actor.id for m in members for actor in m.event.actors)),
        recipients=tuple(dict.fromkeys(actor.id for m in members for actor in m.event.recipients)),
        status=first.status,
        date=edtf.finest([m.event.date for m in members if m.event.date]),
        date_how=first.date_how,
        content_of=content_of,
        outcome=first.outcome,
        topic=None,
        members=tuple(members),
        differs=(),
    )


def contents_of(events: Iterable[MergedEvent]) -> dict[str, list[MergedEvent]]:
    """What each speech act speaks of, by its id and by the keys of its mentions; what is doubtful is left out."""
    contents: dict[str, list[MergedEvent]] = {}
    for event in each(events, _surely_spoken):
        if event.content_of is not None:
            keys = (event.content_of, *(member.content_of for member in event.members if member.content_of))
            for key in dict.fromkeys(keys):
                contents.setdefault(key, []).append(event)
    return contents


def _surely_spoken(event: MergedEvent) -> MergedEvent | None:
    return event if event.content_of is not None and event.confidence >= SURE else None


def find_entries(events: Sequence[MergedEvent], contents: Contents) -> list[Entry]:
    """Speech acts with their contents, then acts told only as promised, threatened, demanded or set for a day."""
    entries = [
        Entry(kind, event, list(contents.get(event.id, ())))
        for event in each(events, _speech)
        if (kind := _kind(event, tuple(contents.get(event.id, ())))) is not None
    ]
    known = {event.id for event in events}
    for event, alone in each(events, _alone):
        # what a speech act speaks of stands with it, or is no entry: what they failed to agree on is not promised
        if event.content_of not in known:
            entries.append(Entry(alone, None, [event]))
    return _ultimatums(entries)


def _speech(event: MergedEvent) -> MergedEvent | None:
    """An act of a type that can put something into the ledger."""
    least = APPEAL if event.type == "REQUEST" and event.recipients and event.actors else SURE
    speaks = event.type in SPEECH and event.happened and event.confidence >= least
    return event if speaks else None


def _alone(event: MergedEvent) -> tuple[MergedEvent, PromiseKind] | None:
    """What may be told without its speech act, and what it puts into the ledger."""
    kind = _kind_alone(event) if event.confidence >= SURE and not event.negated else None
    return (event, kind) if kind is not None else None


@once
def _kind(event: MergedEvent, contents: tuple[MergedEvent, ...]) -> PromiseKind | None:
    """What a speech act puts into the ledger."""
    if event.type == "REQUEST":
        return "demand" if _orders(event) or not (event.mode == "meet" or _offers(event)) else "offer"
    if event.type == "THREATEN":
        return "threat"
    if event.type == "REJECT" and _vows(event) and any(c.status == "promised" for c in contents):
        return "promise"
    if event.type == "CONCEDE" and any(is_offering(member.event.rule) for member in event.members):
        return "offer"  # `raised its offer to 7 per cent`
    if event.type not in PLEDGES or any(tells("answers", _trigger(member)) for member in event.members):
        return None  # who accepts an offer answers it
    ahead = [c for c in contents if c.status in ("promised", "planned")]
    if ahead and all(c.type == "CONSULT" and edtf.is_day(c.date) for c in ahead):
        return "deadline"
    return "promise" if ahead or (event.topic is not None and len(event.actors) == 1 and _pledges(event)) else None


def _kind_alone(event: MergedEvent) -> PromiseKind | None:
    """What an act that is told without its speech act puts into the ledger."""
    if event.status == "planned":
        told = [d for m in event.members if (d := edtf.first_day(m.where.document.published))]
        ahead = not told or (edtf.last_day(event.date) or min(told)) >= min(told)
        kind: PromiseKind = "threat" if event.type == "THREATEN" else "deadline"  # `will shut it on Friday unless ...`
        return kind if ahead and edtf.is_day(event.date) and event.date_how != "published" else None
    return BY_STATUS.get(event.status)


def _pledges(event: MergedEvent) -> bool:
    """The words that made it are a pledge."""
    return all(is_pledge(member) for member in event.members)


def _vows(event: MergedEvent) -> bool:
    """The words that made it are those of a promise: who only says that he will not, refuses."""
    return all(is_vowing(member.event.rule) for member in event.members)


def is_pledge(member: EventMention) -> bool:
    """The words that made it are a pledge: promised, vowed, said it would."""
    return is_pledging(member.event.rule)


def _offers(event: MergedEvent) -> bool:
    """The words that made it a request offer or propose."""
    offered = any(is_offering(member.event.rule) for member in event.members)
    return offered or any(tells("offers", _trigger(member)) for member in event.members)


def _trigger(member: EventMention) -> str:
    """The sentence from the words for the act on."""
    return member.where.quote[max(0, member.event.start - member.where.start) :].lower()


def _orders(event: MergedEvent) -> bool:
    """The words that made it a request order something."""
    return any(tells("orders", _trigger(member)) for member in event.members)


def _ultimatums(entries: list[Entry]) -> list[Entry]:
    """The entries with each demand that is made in one sentence with a threat by the same actors joined to it."""
    threats = {s: e for e in entries if e.kind == "threat" for s in _sentences(e)}
    gone: set[str] = set()
    for entry in entries:
        if entry.kind != "demand":
            continue
        threat = next((threats[s] for s in _sentences(entry) if s in threats), None)
        if threat is not None and threat.lead.id not in gone and set(threat.lead.actors) == set(entry.lead.actors):
            entry.kind = "ultimatum"
            entry.more.extend(threat.events)
            gone.add(threat.lead.id)
    return [entry for entry in entries if entry.kind != "threat" or entry.lead.id not in gone]


def _sentences(entry: Entry) -> list[tuple[str, int]]:
    """The sentences of the event that names an entry."""
    return [(member.where.document.key, member.where.start) for member in entry.lead.members]
