"""The ledger of demands, offers, promises, threats, ultimatums and deadlines, and what became of each.

An entry is a speech act that took place, with the act it speaks of (its content); a planned act with a day is a deadline.
What answers an entry is sought among the later merged events: see `answers.py`.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import structs

from standoff import edtf
from standoff.lexicon.cues import cues
from standoff.lexicon.ledger import LedgerCue, find_cue, tells
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.stems import thing_stems
from standoff.record import Record
from standoff.record.once import Events
from standoff.record.rows import MergedEvent
from standoff.tell.answers import find_answer
from standoff.tell.asked import Asked, Known
from standoff.tell.due import gives_time, limit_of
from standoff.tell.entries import Entry, contents_of, find_entries, set_apart
from standoff.tell.implied import implied
from standoff.tell.kept import kept
from standoff.tell.parties import Sides, cite_all, find_sides, last_page, members_of, pairs_of, says_so
from standoff.tell.rows import PromiseKind, PromiseRow, StateSpell
from standoff.tell.same_act import TALKS
from standoff.tell.sittings import Pages
from standoff.tell.state import state
from standoff.tell.sure import SURE
from standoff.tell.words import clause, cut, from_trigger, stems

_AND = re.compile(r" and (\w+ed|said|told)\b")
_SAID = re.compile(r"\w+ed ")
LIMITED: tuple[PromiseKind, ...] = ("demand", "offer", "promise", "ultimatum")
ADDRESSED: tuple[PromiseKind, ...] = ("demand", "offer", "threat", "ultimatum")
NO_DEMAND: tuple[LedgerCue, ...] = ("told", "question", "forecast")
"""What somebody insists is so, asks, or thinks will be, is no demand."""
TOWARDS = 24
"""Characters after a pledge in which its first words name whom it is for."""
OWN = ("NAMED:its ", "NAMED:their ", "NAMED:his ", "NAMED:her ")


@kept
def promises(record: Record, *, at: str | None = None, says: str | None = None) -> list[PromiseRow]:
    """The ledger as known from pages up to `at`, oldest first; `overdue` as of `at`, else of the last page."""
    events = record.events(at)
    subject, day = record.subject(), at or last_page(record.documents(at))
    spells = [s for s in state(record, at=at).history if s.claimed_by is None]
    turned = [now for before, now in pairwise(spells) if now.state != before.state]
    sides, thing = find_sides(subject, events), thing_stems(subject)
    return keep_ledger(events, sides=sides, day=day, says=says, thing=thing, turned=turned, pages=record.annotation)


def keep_ledger(
    events: Sequence[MergedEvent],
    *,
    sides: Sides,
    day: str | None = None,
    says: str | None = None,
    thing: frozenset[str] = frozenset(),
    turned: Sequence[StateSpell] = (),
    pages: Pages | None = None,
) -> list[PromiseRow]:
    """The rows of the ledger that events make up; what is due is measured against `day`. `pages`: where times are looked up."""
    apart = set_apart(events)
    events = events.with_more(apart) if isinstance(events, Events) else [*events, *apart]
    contents = contents_of(events)
    entries = [
        e
        for e in find_entries(events, contents)
        if says_so(e.lead, says, sides) and not _to_own(e) and (e.lead.confidence >= SURE or _across(e, sides))
    ]
    known = Known.of(events, contents, sides=sides, day=day, thing=thing, turned=turned)
    rows = [_row(entry, known, pages) for entry in entries]
    # what has no content word, "as it threatened to do", says nothing that could be kept
    rows = [row for row in rows if _concerns(row, sides) and stems(row.what)]
    rows = joined(rows, sides)
    return sorted(
        [*rows, *implied(events, rows, sides)], key=lambda row: (edtf.sort_key(row.made or row.due), row.kind, row.id)
    )


def _to_own(entry: Entry) -> bool:
    """Somebody tells his own people what to do, or asks what is so: no demand of the dispute."""
    told = [m.where.quote[max(0, m.event.start - m.where.start) :] for m in entry.lead.members]
    return entry.kind in ("demand", "offer") and all(tells("own_people", t) or tells("aside", t) for t in told)


def _across(entry: Entry, sides: Sides) -> bool:
    """Whether a party speaks to another."""
    lead = entry.lead
    mine = {sides.of(a) for a in lead.actors if sides.leads(a)}
    return entry.speech is None or (
        bool(mine) and any(sides.leads(r) and sides.of(r) not in mine for r in lead.recipients)
    )


def _concerns(row: PromiseRow, sides: Sides) -> bool:
    """A party speaks or is spoken to, or nobody is said to speak; nobody asks or threatens only himself."""
    if row.by and row.to and row.kind in ADDRESSED and set(sides.all(row.by)) == set(sides.all(row.to)):
        return False
    if row.to and row.kind in ADDRESSED and all(actor.startswith(OWN) for actor in row.to):
        return False  # "told its members"
    if row.kind == "demand" and any(tells(cue, row.what) for cue in NO_DEMAND):
        return False
    if row.kind in ("demand", "offer") and tells("when", row.what):
        return False
    if row.kind in ("threat", "ultimatum") and tells("so_now", row.what) and not tells("ahead", row.what):
        return False  # "that the two were now at war" says what is, not what is to come
    named = (*row.by, *row.to) if row.by else ()
    return not named or not sides.parties or any(sides.leads(actor) for actor in named)


def _row(entry: Entry, known: Known, pages: Pages | None) -> PromiseRow:
    lead = entry.lead
    by = lead.actors if entry.speech is not None or entry.kind != "demand" else ()
    made = _made(entry)
    unless = _unless(entry)
    timed = entry.kind == "threat" and any(gives_time(member) for member in lead.members)
    due = _due(entry, made)
    if due is None and pages is not None and (unless or timed or entry.kind in LIMITED):
        due = _until(entry, made, pages, unless=unless)
    what = _what(entry)
    to = _persons(lead.recipients, what, lead.object, known.sides)
    to = to or _persons(_told_to(lead, known.sides), what, lead.object, known.sides)
    to = to or (_towards(entry, by, pages, known.sides) if entry.kind == "promise" and pages is not None else ())
    acts = tuple(entry.contents) or (() if entry.speech is not None else (lead,))
    talks = lead.mode == "meet" or (bool(acts) and all(act.type == "CONSULT" for act in acts))
    guests = [r for r in lead.recipients if not stems(r.removeprefix("NAMED:")) & TALKS]
    meeting = talks and (
        not guests or any(known.sides.leads(guest) for guest in guests)
    )  # who invites others seeks none
    own_ids = frozenset(e.id for e in entry.events)
    asked = Asked(entry.kind, by, to, made, due, what, acts, meeting, own_ids, unless=unless, timed=unless or timed)
    decided = find_answer(asked, known)
    own = cite_all(member.where for member in members_of(entry.events))
    return PromiseRow(
        id=lead.id,
        kind="ultimatum" if unless or timed else entry.kind,  # a threat that hangs on what is asked for
        by=tidy(by),
        to=tidy(to),
        what=what,
        made=made,
        due=due,
        outcome=decided.outcome,
        outcome_date=decided.date,
        answered_by=decided.id,
        sources=(*own, *(source for source in decided.sources if source not in own)),
    )


def _unless(entry: Entry) -> bool:
    """A threat that hangs on what the other does not do: "if they did not answer"."""
    return entry.kind == "threat" and any(
        find_cue("unless", member.where.quote, max(0, member.event.end - member.where.start))
        for member in entry.lead.members
    )


def _until(entry: Entry, made: str | None, pages: Pages, *, unless: bool) -> str | None:
    """Until when an act leaves time: `within two weeks`, `gave them until Friday`; of a threat only after its `unless`."""
    for member in entry.lead.members:
        start = None
        if unless:
            found = find_cue("unless", member.where.quote, max(0, member.event.end - member.where.start))
            if found is None:
                continue
            start = member.where.start + found.start()
        if (due := limit_of(member, pages(member.where.document.key), made, start=start)) is not None:
            return due
    return None


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
        if sides.leads(actor)
        or not actor.startswith("NAMED:")
        or not (stems(actor.removeprefix("NAMED:")) <= spoken or stems(actor.removeprefix("NAMED:")) & TALKS)
    )


def _told_to(event: MergedEvent, sides: Sides) -> tuple[str, ...]:
    """To whom something is said together: each of those who agreed."""
    return tuple(dict.fromkeys(recipient for _, recipient in pairs_of(event, sides)))


def _towards(entry: Entry, by: Sequence[str], pages: Pages, sides: Sides) -> tuple[str, ...]:
    """The other side that what is promised is done to, in its first words: `promised to draw the North into talks`."""
    mine = set(sides.all(by))
    for member in entry.lead.members:
        said, page = member.event, pages(member.where.document.key)
        near = [a for a in page.actors if said.start < a.start < min(said.end + TOWARDS, member.where.end)]
        for actor in near[:1]:
            if sides.leads(actor.id) and sides.of(actor.id) not in mine:
                return (actor.id,)
    return ()


def _made(entry: Entry) -> str | None:
    """When it was spoken: not after the pages that tell of it; without a speech act, the day of the first such page."""
    told = [d for m in entry.lead.members if (d := m.where.document.published) and edtf.bounds(d)]
    first = min(told, key=edtf.sort_key) if told else None
    lead = entry.lead
    if entry.speech is None and lead.status == "promised" and lead.date_how in ("stated", "relative"):
        spoken = edtf.bounds(lead.date)
        if spoken is not None and first is not None and not edtf.before(first, lead.date):
            return lead.date  # "promised loans on Thursday": the day of the promise
    if entry.speech is None or (first is not None and edtf.before(first, entry.speech.date)):
        return first
    return entry.speech.date


def _due(entry: Entry, made: str | None) -> str | None:
    """Until when, or on which day: the date of what is to happen, where the page gives one and it lies ahead.

    Of an appointment also a later hour of the same day.
    """
    speech = entry.speech
    if speech is not None and speech.date_how != "published" and made and edtf.before(made, speech.date):
        return speech.date
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
            return cut(_without_next(clause(event.topic)))
    for event in (*entry.contents, entry.lead):
        if event.negated and entry.speech is not None:
            event = entry.speech  # "not to give in": what is not to be done is told with the speech
            member = event.members[0]
            return cut(clause(member.where.quote[max(0, member.event.end - member.where.start) :]))
        return cut(_without_next(clause(from_trigger(event.members[0])))).rstrip(".")
    return None


def _without_next(what: str) -> str:
    """The words without a further act of the speaker: `it would reopen the line and proposed talks`."""
    for found in _AND.finditer(what):
        before = what[: found.start()]
        if lemma(found[1].lower(), "VBD") in cues().speech and (tells("ahead", before) or _SAID.match(before)):
            return before
    return what


def joined(rows: Iterable[PromiseRow], sides: Sides) -> list[PromiseRow]:
    """The rows, those put together that tell of one thing said on one day in other words."""
    found: dict[tuple[object, ...], list[PromiseRow]] = {}
    for row in sorted(rows, key=lambda r: (r.made or "~", r.id)):
        when = row.due if row.kind == "deadline" else row.made
        alike = found.setdefault((row.kind, frozenset(sides.all(row.by)), when), [])
        twin = next((i for i, other in enumerate(alike) if _twins(other, row)), None)
        if twin is None:
            alike.append(row)
            continue
        one = alike[twin]
        decided = one if one.outcome != "open" else row
        alike[twin] = structs.replace(
            one,
            to=one.to or row.to,
            due=one.due or row.due,
            outcome=decided.outcome,
            outcome_date=decided.outcome_date,
            answered_by=decided.answered_by,
            sources=(*one.sources, *(s for s in row.sources if s not in one.sources)),
        )
    return [row for alike in found.values() for row in alike]


def _twins(one: PromiseRow, other: PromiseRow) -> bool:
    """Both share a content word; what is no deadline was said on one day, and is due on one."""
    shared = bool(stems(one.what) & stems(other.what))
    if one.kind == "deadline":
        return shared or one.what == other.what
    return shared and one.due == other.due and edtf.is_day(one.made)
