"""The state of the thing: what is, in spells with their dates; its aspects; and apart from them what is announced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from msgspec.structs import replace as changed

from standoff import edtf
from standoff.lexicon.stems import names_any, thing_stems
from standoff.model import Annotation
from standoff.record import Record
from standoff.record.mentions import mention_key
from standoff.record.once import Before, each
from standoff.record.rows import Document, EventMention, MergedEvent, StateMentionRow
from standoff.tell.aspects import tell_aspects
from standoff.tell.before import open_before, without_history
from standoff.tell.brought import joint
from standoff.tell.conditions import FLOW, flow_of, from_descriptions
from standoff.tell.directions import by_direction
from standoff.tell.disputed import Thing, carries_on, speaks_of_transit, thing_of
from standoff.tell.evidence import Evidence, from_events, from_plans
from standoff.tell.kept import kept
from standoff.tell.naming import say_date
from standoff.tell.others_hold import while_others_hold
from standoff.tell.overruled import as_decided
from standoff.tell.parties import Sides, cite_all, find_sides
from standoff.tell.rows import Outlook, StateSpell, StateView
from standoff.tell.shut_for import shut_before
from standoff.tell.spells import Spell, find_spells
from standoff.tell.strikes import from_strikes
from standoff.tell.summary import summarise
from standoff.tell.sure import SURE
from standoff.tell.words import cut
from standoff.tell.workers import find_workers, names_of

LIKELY_OPEN = 0.8
"""Weight of an opening on which both sides agreed and that later pages show to have come about."""
HEAD = 1500
"""Characters of a page's text in which it names what it is about."""
ENOUGH_SOURCES = 12
"""A spell lists so many sentences, the ones that opened it first."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a record knows on a day, and whose thing it is."""

    events: list[MergedEvent]
    descriptions: list[StateMentionRow]
    sides: Sides
    thing: Thing
    names: frozenset[str]
    about: frozenset[str]
    """Keys of the pages that name the thing where they begin."""


@kept
def state(record: Record, *, at: str | None = None, says: str | None = None) -> StateView:
    """What is open, restricted or shut since when, as known on a day, as one side claims it if asked."""
    known = read_known(record, at)
    subject = record.subject()
    spells = record.kept(("course", at, says), lambda: find_course(record, known, at, says))
    history = _history(spells, known, at, says)
    return StateView(
        subject=subject.name if subject else None,
        history=history,
        aspects=tell_aspects(
            known.descriptions,
            known.events,
            known.thing,
            known.sides,
            opened=[spell.from_ for spell in history if spell.state == "open" and spell.from_],
            says=says,
        ),
        outlook=_outlook(known, spells, says),
    )


def find_course(record: Record, known: Known, at: str | None, says: str | None) -> list[Spell]:
    """The spells that the evidence speaks for, and what was before them; as people decided, where no side is asked for."""
    evidence = [
        *from_strikes(
            known.events,
            known.descriptions,
            record.kept(("read", "workers", known.sides), partial(find_workers, record, known.sides)),
            known.sides,
            names_of(record),
        ),
        *from_events(known.events, known.thing, known.sides),
        *from_descriptions(known.descriptions, known.thing, known.about),
    ]
    if says is not None:
        wanted = known.sides.of(says)
        evidence = [e for e in evidence if wanted in known.sides.all((e.claimed_by,) if e.claimed_by else e.by)]
    if at is not None:
        evidence = [e for e in evidence if edtf.began_by(e.date, at)]
    lasting = {row.key for row in known.descriptions if not row.state.rule.startswith(FLOW)}
    evidence = by_direction([_refined(e, known) for e in without_history(evidence, lasting)])
    evidence = while_others_hold(evidence, known.events, known.sides)
    evidence += _came_about(record, known, evidence, at)
    evidence += shut_before(evidence)
    before = record.kept(("read", "spells", at, says), Before)
    spells = before.same("spells", evidence, partial(find_spells, evidence))
    spells = open_before(record, known.events, known.about, known.thing, known.sides, spells, at, says)
    return as_decided(record, spells, at) if says is None else list(spells)


def read_known(record: Record, at: str | None) -> Known:
    """Events and descriptions known on a day, with the parties and the thing."""
    events, subject = record.events(at), record.subject()
    names = thing_stems(subject)
    thing, about = about_thing(record, at)
    told = [row for row in record.states(at) if not row.state.rule.startswith(FLOW) or flow_of(row, thing, about)]
    return Known(events, told, find_sides(subject, events), thing, names, about)


def about_thing(record: Record, at: str | None) -> tuple[Thing, frozenset[str]]:
    """The thing as the pages known on a day tell of it, and the keys of those that are about it."""
    return record.kept(("read", "thing", at), lambda: _thing(record, at))


def _thing(record: Record, at: str | None) -> tuple[Thing, frozenset[str]]:
    subject, thing = record.subject(), thing_of(record.subject())
    told = record.of_pages("about", partial(_about, thing), About, sorted(thing.names), thing.flows)
    found = {d.key: told[d.key] for d in record.documents(at) if told[d.key][0]}
    if thing.flows and not thing.goes_on:
        thing = thing_of(subject, goes_on=carries_on([transit for _, transit in found.values()]))
    return thing, frozenset(found)


About = tuple[bool, bool]
"""A page names the thing where it begins; a flow that it names goes on to others."""


def _about(thing: Thing, document: Document, page: Annotation) -> About:
    named = names_any(f"{document.title} {page.text[:HEAD]}", thing.names)
    return named, named and thing.flows and speaks_of_transit(page.text)


def _refined(evidence: Evidence, known: Known) -> Evidence:
    """A change told coarsely gets the day on which its side announced it, as about: `shut in 2016`, announced on 10 February."""
    if evidence.kind != "change" or (edtf.length(evidence.date) or 0) <= 40 or not evidence.by:
        return evidence
    by_id = {event.id: event for event in known.events}
    acting = set(known.sides.all(evidence.by))
    for event, brought in from_plans(known.events, known.thing, known.sides):
        speech = by_id.get(event.content_of or "")
        if speech is None or brought != evidence.state or not acting & set(known.sides.all(speech.actors)):
            continue
        if edtf.is_day(speech.date) and edtf.contains(evidence.date, speech.date):
            return replace(evidence, date=f"{speech.date}~")
    return evidence


def _came_about(record: Record, known: Known, evidence: Sequence[Evidence], at: str | None) -> list[Evidence]:
    """Openings for a day that both sides agreed on, where later evidence shows the thing open or shut again."""
    found = []
    for event, day in _agreed_openings(record, known, evidence):
        ahead = at is not None and not edtf.began_by(day, at)
        if not ahead and any(_shows_open(e, day) for e in evidence):
            found.append(
                Evidence(
                    state="open",
                    date=f"{day}?" if edtf.is_day(day) else day,
                    kind="change",
                    weight=LIKELY_OPEN * event.confidence,
                    ids=(event.id,),
                    places=tuple(m.where for m in event.members),
                    by=event.actors,
                )
            )
    return found


def _shows_open(evidence: Evidence, day: str) -> bool:
    """It tells the thing open after a day, or shut anew, which it must have been open for."""
    if evidence.state == "open":
        return not edtf.before(evidence.date, day)
    return evidence.state == "shut" and evidence.kind == "change" and edtf.before(day, evidence.date)


def _agreed_openings(record: Record, known: Known, evidence: Sequence[Evidence]) -> list[tuple[MergedEvent, str]]:
    """Openings that both sides set a day for, and the day: as a plan of its own, or in the sentence that tells of the agreement."""
    agreed = {e.ids[0] for e in evidence if e.state == "reopening" and e.kind == "change" and not e.partial}
    found = []
    for event, brought in from_plans(known.events, known.thing, known.sides):
        own = event.content_of is None and joint(event, known.sides)
        if (
            brought == "open"
            and (own or event.content_of in agreed)
            and event.date
            and (edtf.length(event.date) or 99) <= 7
        ):
            found.append((event, event.date))
    for event in known.events:
        if event.id in agreed:
            days = [day for m in event.members for day in _days_ahead(record, m)]
            if days:
                found.append((event, min(days, key=edtf.sort_key)))
    return found


def _days_ahead(record: Record, mention: EventMention) -> list[str]:
    """Days, or weeks, that a sentence names after the act it tells of and after the page's own day, which a dateline prints."""
    where = mention.where
    date = max(filter(None, (mention.event.date, where.document.published)), key=edtf.sort_key, default=None)
    inside = [t for t in record.annotation(where.document.key).times if where.start <= t.start and t.end <= where.end]
    return [t.edtf for t in inside if t.edtf and edtf.before(date, t.edtf) and (edtf.length(t.edtf) or 99) <= 7]


def _history(spells: Sequence[Spell], known: Known, at: str | None, says: str | None) -> tuple[StateSpell, ...]:
    steps = each(known.events, _step, known.sides, known.thing, at)
    rows = spell_rows(spells, says)
    return tuple(
        _with_sub(row, spell, following, steps, known)
        for row, spell, following in zip_longest(rows, spells, spells[1:])
    )


def spell_rows(spells: Sequence[Spell], says: str | None) -> list[StateSpell]:
    """The spells as rows, each with its sentences."""
    return [_row(spell, following, says) for spell, following in zip_longest(spells, spells[1:])]


def _row(spell: Spell, following: Spell | None, says: str | None) -> StateSpell:
    places = cite_all(w for e in spell.evidence[:ENOUGH_SOURCES] for w in e.places)
    claims = {e.claimed_by for e in spell.evidence}
    return StateSpell(
        id=mention_key("p", spell.state, spell.start, *spell.evidence[0].ids),
        from_=spell.start,
        to=following.start if following else None,
        state=spell.state,
        claimed_by=says or (next(iter(claims)) if len(claims) == 1 else None),
        sources=places[:ENOUGH_SOURCES],
    )


def _with_sub(
    row: StateSpell, spell: Spell, following: Spell | None, steps: Sequence[tuple[str, MergedEvent]], known: Known
) -> StateSpell:
    """The spell with what goes on within it: the last talks between the sides, the last access in part."""
    if spell.state not in ("shut", "restricted"):
        return row
    latest: dict[str, MergedEvent] = {}
    for kind, event in steps:
        day = edtf.sort_key(event.date)[0]
        if spell.day < day and (following is None or day < following.day):
            latest[kind] = event
    if not latest:
        return row
    told = [f"{say_date(event.date)}: {summarise(event, known.sides, known.names)}" for event in latest.values()]
    places = cite_all(m.where for event in latest.values() for m in event.members)
    return changed(row, sub=cut("; ".join(told)), sources=(*row.sources, *(p for p in places if p not in row.sources)))


def _step(event: MergedEvent, sides: Sides, thing: Thing, at: str | None) -> tuple[str, MergedEvent] | None:
    """An act that goes on within a spell, and what it is: talks between the sides, access in part."""
    if not event.happened or event.confidence < 0.6 or not edtf.is_day(event.date):
        return None
    if at is not None and not edtf.began_by(event.date, at):
        return None
    if event.type == "CONSULT" and event.mode != "visit" and joint(event, sides):
        return "talks", event
    if event.type == "RETREAT" and event.mode == "access" and thing.meant(event):
        return "access", event
    return None


def _outlook(known: Known, spells: Sequence[Spell], says: str | None) -> tuple[Outlook, ...]:
    """States announced since the present spell began and not there yet, the latest announcement of each side."""
    by_id = {event.id: event for event in known.events}
    now = spells[-1] if spells else None
    latest: dict[tuple[str, tuple[str, ...]], Outlook] = {}
    passed = each(known.events, _passed, known.thing)
    for event, brought in from_plans(known.events, known.thing, known.sides):
        speech = by_id.get(event.content_of or "", event)
        announced = speech.date if speech is not event else None
        if speech is event and event.members[0].where.document.published:
            announced = event.members[0].where.document.published
        if now and (brought == now.state or _overtaken(announced, event.date, now)):
            continue
        if brought in ("open", "reopening") and any(edtf.before(announced, day) for day in passed):
            continue
        by = known.sides.all(speech.actors or event.actors)
        if says is not None and known.sides.of(says) not in by:
            continue
        row = Outlook(
            state=brought,
            announced=announced,
            by=by,
            for_=event.date if event.date != announced else None,
            sources=cite_all([m.where for m in speech.members] + [m.where for m in event.members]),
        )
        kept = latest.get((brought, by))
        if kept is None or edtf.sort_key(kept.announced)[0] <= edtf.sort_key(announced)[0]:
            latest[brought, by] = row
    kept_rows = [row for row in latest.values() if not any(_same_outlook(row, other) for other in latest.values())]
    return tuple(sorted(kept_rows, key=lambda r: (edtf.sort_key(r.announced), r.state, r.by)))


def _passed(event: MergedEvent, thing: Thing) -> str | None:
    """The day on which something passed the thing, or began to flow through it again."""
    through = event.happened and event.confidence >= SURE and (event.type, event.mode) == ("RETREAT", "access")
    return event.date if through and (thing.meant(event) or thing.in_sentence(event)) else None


def _same_outlook(row: Outlook, other: Outlook) -> bool:
    """Another row says the same and more: by whom, or that it is to be open and not only reopening."""
    if row is other or row.announced != other.announced:
        return False
    if not row.by and other.by:
        return row.state == other.state
    return row.by == other.by and (row.state, other.state) == ("reopening", "open")


def _overtaken(announced: str | None, planned_for: str | None, now: Spell) -> bool:
    """What was announced before the present spell began is settled by it, unless its day lies ahead."""
    first = edtf.bounds(announced)
    if first is None:
        return True
    ahead = edtf.bounds(planned_for)
    return first[1] < now.day and (ahead is None or ahead[1] < now.day)
