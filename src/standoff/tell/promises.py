"""The ledger of demands, offers, promises, threats, ultimatums and deadlines, and what became of each.

An entry is a speech act that took place, with the act it speaks of (its content); a planned act with a day is a deadline.
What answers an entry is sought among the later merged events: see `answers.py`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from standoff import edtf
from standoff.model import PloverType, Status
from standoff.record import Record
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.answers import Asked, Contents, Known, find_answer
from standoff.tell.parties import Sides, cite_all, find_sides, members_of, pairs_of, says_so
from standoff.tell.rows import PromiseKind, PromiseRow
from standoff.tell.words import clause, cut, stems

SURE = 0.5
AHEAD: tuple[Status, ...] = ("planned", "promised", "threatened", "demanded")
BY_STATUS: dict[Status, PromiseKind] = {"promised": "promise", "threatened": "threat", "demanded": "demand"}
BY_TYPE: dict[PloverType, PromiseKind] = {"REQUEST": "demand", "THREATEN": "threat"}
PLEDGES: tuple[PloverType, ...] = ("AGREE", "CONCEDE")
ADDRESSED: tuple[PromiseKind, ...] = ("demand", "offer", "threat", "ultimatum")
PLEDGE_RULES = ("promise", "say_will")
OFFER_RULES = ("offer", "propos", "invit", "suggest")


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


def promises(record: Record, *, at: str | None = None, says: str | None = None) -> list[PromiseRow]:
    """The ledger as known from pages up to `at`, oldest first; `overdue` as of `at`, else of the last page."""
    events = record.events(at)
    day = at or _last_page(record.documents(at))
    return keep_ledger(events, sides=find_sides(record.subject(), events), day=day, says=says)


def _last_page(documents: Iterable[object]) -> str | None:
    days = [day for d in documents if (day := edtf.last_day(getattr(d, "published", None)))]
    return max(days).isoformat() if days else None


def keep_ledger(
    events: Sequence[MergedEvent], *, sides: Sides, day: str | None = None, says: str | None = None
) -> list[PromiseRow]:
    """The rows of the ledger that events make up; what is due is measured against `day`."""
    events = [*events, *set_apart(events)]
    contents = contents_of(events)
    entries = [e for e in find_entries(events, contents) if says_so(e.lead, says, sides)]
    known = Known.of(events, contents, sides=sides, day=day)
    rows = [_row(entry, known) for entry in entries]
    # what has no content word, "as it threatened to do", says nothing that could be kept
    rows = [row for row in rows if _concerns(row, sides) and stems(row.what)]
    return sorted(joined(rows, sides), key=lambda row: (edtf.sort_key(row.made or row.due), row.kind, row.id))


def _concerns(row: PromiseRow, sides: Sides) -> bool:
    """A party speaks or is spoken to, or nobody is said to speak; nobody asks or threatens only himself."""
    if row.by and row.to and row.kind in ADDRESSED and set(sides.all(row.by)) == set(sides.all(row.to)):
        return False
    named = (*row.by, *row.to) if row.by else ()
    return not named or not sides.parties or any(sides.leads(actor) for actor in named)


def set_apart(events: Iterable[MergedEvent]) -> list[MergedEvent]:
    """Of events that happened: what pages told of them before, as planned, promised, threatened or demanded.

    Each stands under the key of its first mention; the event itself then answers it.
    """
    events = list(events)
    merged_as = {member.key: event.id for event in events for member in event.members}
    found = []
    for event in events:
        ahead = [m for m in event.members if m.event.status in AHEAD and not m.event.negated]
        if event.status in AHEAD or not ahead:
            continue
        first = ahead[0]
        speech = next((merged_as.get(m.content_of) for m in ahead if m.content_of), None)
        found.append(
            structs.replace(
                event,
                id=first.key,
                type=first.event.type,
                mode=first.event.mode,
                actors=tuple(dict.fromkeys(actor.id for m in ahead for actor in m.event.actors)),
                recipients=tuple(dict.fromkeys(actor.id for m in ahead for actor in m.event.recipients)),
                status=first.event.status,
                date=edtf.finest([m.event.date for m in ahead if m.event.date]),
                date_how=first.event.date_how,
                content_of=speech if speech != event.id else None,
                outcome=first.event.outcome,
                members=tuple(ahead),
                differs=(),
            )
        )
    return found


def contents_of(events: Iterable[MergedEvent]) -> dict[str, list[MergedEvent]]:
    """What each speech act speaks of, by its id; what is doubtful is left out."""
    contents: dict[str, list[MergedEvent]] = {}
    for event in events:
        if event.content_of is not None and event.confidence >= SURE:
            contents.setdefault(event.content_of, []).append(event)
    return contents


def find_entries(events: Sequence[MergedEvent], contents: Contents) -> list[Entry]:
    """Speech acts with their contents, then acts told only as promised, threatened, demanded or set for a day."""
    sure = [e for e in events if e.confidence >= SURE]
    entries = [
        Entry(kind, event, list(contents.get(event.id, ())))
        for event in sure
        if event.happened and (kind := _kind(event, contents.get(event.id, ()))) is not None
    ]
    known = {event.id for event in events}
    for event in sure:
        # what a speech act speaks of stands with it, or is no entry: what they failed to agree on is not promised
        if event.content_of not in known and not event.negated and (alone := _kind_alone(event)) is not None:
            entries.append(Entry(alone, None, [event]))
    return _ultimatums(entries)


def _kind(event: MergedEvent, contents: Sequence[MergedEvent]) -> PromiseKind | None:
    """What a speech act puts into the ledger."""
    if event.type == "REQUEST":
        return "offer" if event.mode == "meet" or _offers(event) else "demand"
    if event.type == "THREATEN":
        return "threat"
    if event.type == "REJECT" and _pledges(event) and any(c.status == "promised" for c in contents):
        return "promise"
    if event.type not in PLEDGES:
        return None
    ahead = [c for c in contents if c.status in ("promised", "planned")]
    if ahead and all(c.type == "CONSULT" and edtf.is_day(c.date) for c in ahead):
        return "deadline"
    return "promise" if ahead or (event.topic is not None and len(event.actors) == 1 and _pledges(event)) else None


def _kind_alone(event: MergedEvent) -> PromiseKind | None:
    """What an act that is told without its speech act puts into the ledger."""
    if event.status == "planned" and edtf.is_day(event.date) and event.date_how != "published":
        return "deadline"
    return BY_STATUS.get(event.status)


def _pledges(event: MergedEvent) -> bool:
    """The words that made it are a pledge: promised, vowed, said it would."""
    return all(any(word in member.event.rule for word in PLEDGE_RULES) for member in event.members)


def _offers(event: MergedEvent) -> bool:
    """The words that made it a request offer or propose."""
    return any(word in member.event.rule.lower() for member in event.members for word in OFFER_RULES)


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


def _row(entry: Entry, known: Known) -> PromiseRow:
    lead = entry.lead
    by = lead.actors if entry.speech is not None or entry.kind != "demand" else ()
    made = _made(entry)
    due = _due(entry, made)
    what = _what(entry)
    to = _persons(lead.recipients, what, lead.object, known.sides) or _told_to(lead, known.sides)
    acts = tuple(entry.contents) or (() if entry.speech is not None else (lead,))
    meeting = lead.mode == "meet" or (bool(acts) and all(act.type == "CONSULT" for act in acts))
    asked = Asked(entry.kind, by, to, made, due, what, acts, meeting, frozenset(e.id for e in entry.events))
    outcome, decided = find_answer(asked, known)
    own = cite_all(member.where for member in members_of(entry.events))
    then = cite_all(member.where for member in decided.members) if decided is not None else ()
    return PromiseRow(
        id=lead.id,
        kind=entry.kind,
        by=tidy(by),
        to=tidy(to),
        what=what,
        made=made,
        due=due,
        outcome=outcome,
        outcome_date=decided.date if decided is not None else None,
        answered_by=decided.id if decided is not None else None,
        sources=(*own, *(source for source in then if source not in own)),
    )


def tidy(actors: Iterable[str]) -> tuple[str, ...]:
    """The actors, a government left out beside its own country."""
    found = tuple(dict.fromkeys(actors))
    return tuple(a for a in found if not (a.endswith("-GOV") and a.removesuffix("-GOV") in found))


def _persons(actors: Iterable[str], what: str | None, thing: str | None, sides: Sides) -> tuple[str, ...]:
    """The actors without those that are but the thing spoken of."""
    spoken = stems(what) | stems(thing)
    return tuple(
        actor
        for actor in actors
        if sides.leads(actor) or not actor.startswith("NAMED:") or not stems(actor.removeprefix("NAMED:")) <= spoken
    )


def _told_to(event: MergedEvent, sides: Sides) -> tuple[str, ...]:
    """To whom something is said together: each of those who agreed."""
    return tuple(dict.fromkeys(recipient for _, recipient in pairs_of(event, sides)))


def _made(entry: Entry) -> str | None:
    """When it was spoken; of an act told without its speech act, the day of the first page that tells it."""
    if entry.speech is not None:
        return entry.speech.date
    told = [d for m in entry.lead.members if (d := m.where.document.published) and edtf.bounds(d)]
    return min(told, key=edtf.sort_key) if told else None


def _due(entry: Entry, made: str | None) -> str | None:
    """Until when, or on which day: the date of what is to happen, where the page gives one and it lies ahead.

    Of an appointment also a later hour of the same day.
    """
    for content in entry.contents:
        if not content.date or content.date_how == "published" or edtf.before(content.date, made):
            continue
        ahead = made is None or edtf.before(made, content.date)
        if ahead or entry.kind == "deadline":
            return content.date
    return None


def _what(entry: Entry) -> str | None:
    """What it is about, in the page's words: the topic told of the content or of the speech act, else the act's clause."""
    for event in entry.events:
        if event.topic:
            return cut(clause(event.topic))
    for event in (*entry.contents, entry.lead):
        for member in event.members:
            return cut(clause(_from_trigger(member)))
    return None


def _from_trigger(member: EventMention) -> str:
    """The sentence from the word for the act on: of a long trigger, which begins with a verb of saying, the last word."""
    sentence, start = member.where.quote, member.event.start - member.where.start
    if not 0 <= start < len(sentence):
        return sentence
    trigger = sentence[start : member.event.end - member.where.start]
    if " be " in trigger or " been " in trigger:  # a passive: what is to be done stands before it
        return sentence
    if trigger.count(" ") > 2:
        start += trigger.rstrip().rfind(" ") + 1
    return sentence[start:]


def joined(rows: Iterable[PromiseRow], sides: Sides) -> list[PromiseRow]:
    """The rows, those put together that tell of one thing said on one day in other words."""
    found: list[PromiseRow] = []
    for row in sorted(rows, key=lambda r: (r.made or "~", r.id)):
        twin = next((i for i, other in enumerate(found) if _twins(other, row, sides)), None)
        if twin is None:
            found.append(row)
            continue
        one = found[twin]
        decided = one if one.outcome != "open" else row
        found[twin] = structs.replace(
            one,
            to=one.to or row.to,
            due=one.due or row.due,
            outcome=decided.outcome,
            outcome_date=decided.outcome_date,
            answered_by=decided.answered_by,
            sources=(*one.sources, *(s for s in row.sources if s not in one.sources)),
        )
    return found


def _twins(one: PromiseRow, other: PromiseRow, sides: Sides) -> bool:
    """Both are of one kind and day, by the same sides, and share a content word; deadlines are of the same day due."""
    if one.kind != other.kind or set(sides.all(one.by)) != set(sides.all(other.by)):
        return False
    if one.kind == "deadline":
        return one.due == other.due and (one.what == other.what or bool(stems(one.what) & stems(other.what)))
    same_day = one.made == other.made and edtf.is_day(one.made)
    return same_day and one.due == other.due and bool(stems(one.what) & stems(other.what))
