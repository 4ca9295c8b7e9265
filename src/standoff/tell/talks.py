"""The rounds of talks: when, where, at what level, led by whom, with what outcome, and the date set for the next."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from msgspec import structs

from standoff import edtf
from standoff.lexicon.talks import read_agenda, read_cue
from standoff.record import Record
from standoff.record.once import Before, Events
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.aftermath import endings, with_aftermath
from standoff.tell.asked import Contents
from standoff.tell.entries import contents_of
from standoff.tell.heads import IN_OFFICE, Office, find_heads, find_offices, near
from standoff.tell.kept import kept
from standoff.tell.parties import Sides, cite_all, find_sides, members_of, says_so
from standoff.tell.rounds import Round, find_rounds, made_of
from standoff.tell.rows import Level, OutcomeKind, TalksRow
from standoff.tell.sittings import AHEAD, Pages
from standoff.tell.venues import find_venue
from standoff.tell.words import clause, cut, most_told

NEXT_TOLD = timedelta(days=7)
"""A page that tells of a round within a week of it tells the next one too."""
ASIDE = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?) (?:after|since)|after (?=(?:an?|the|their|its|earlier|previous|last) )|following|since)\b"
)
LEAD = re.compile(r"(?:After|Since|When|Following|Although|While)\b[^,]{3,160},\s")
KINDS: Mapping[str, OutcomeKind] = {"agreed": "agreed", "adjourned": "adjourned", "failed": "failed"}
LEVELS: Mapping[str | None, Level] = {"summit": "summit", "ministerial": "ministerial", "working": "working"}


@kept
def talks(record: Record, *, at: str | None = None, says: str | None = None) -> list[TalksRow]:
    """The rounds of talks that pages up to `at` tell of, oldest first; only those a party tells of with `says`."""
    events = record.events(at)
    sides = find_sides(record.subject(), events)
    told = record.of_pages("offices", partial(find_offices, sides=sides), list[Office], sides)
    offices = [office for document in record.documents(at) for office in told[document.key]]
    before = record.kept(("read", "talks", sides), lambda: Before(10_000))
    return tell_rounds(events, sides=sides, pages=record.annotation, offices=offices, says=says, before=before)


def tell_rounds(
    events: Sequence[MergedEvent],
    *,
    sides: Sides,
    pages: Pages,
    offices: Sequence[Office] = (),
    says: str | None = None,
    before: Before | None = None,
) -> list[TalksRow]:
    """The rows of the rounds that events make up. `before`: those of before, from the same pages; a round as it was has its own."""
    said = events if says is None else Events((event for event in events if says_so(event, says, sides)), {})
    contents, before = contents_of(events), before or Before()
    ends = endings(said, sides)
    told_from = made_of(said, contents, sides), offices, ends
    return before.same(("rows", says), told_from, partial(_rows, said, contents, offices, sides, pages, before))


def _rows(
    said: Sequence[MergedEvent],
    contents: Contents,
    offices: Sequence[Office],
    sides: Sides,
    pages: Pages,
    before: Before,
) -> list[TalksRow]:
    rounds = find_rounds(said, sides, pages)
    ahead, rows = told_ahead(rounds), list[tuple[Round, TalksRow]]()
    for one in rounds:
        days = (one.first, one.last)
        held = [office for office in offices if near(office.days, days, IN_OFFICE)]
        row = before.same(one.id, (one.made_of(contents), held), partial(_row, one, contents, held, sides, pages))
        later = find_next(one, ahead)
        rows.append((one, row if later is None else structs.replace(row, next=later)))
    return with_aftermath(rows, endings(said, sides), contents, sides)


def _row(one: Round, contents: Contents, offices: Sequence[Office], sides: Sides, pages: Pages) -> TalksRow:
    """The row of a round, without the date set for the next."""
    days = (one.first, one.last)
    led = find_heads(one.told(), days=days, sides=sides, pages=pages, offices=offices, whole=one.held or bool(one.off))
    kind, told = find_outcome(one, contents)
    members = one.members(held=True) if one.held else one.members()
    venue, places = find_venue(members, pages)
    if venue is None:
        venue, places = find_venue(one.told(), pages)
    if venue is None:
        venue, places = find_venue(members_of(one.results), pages, near=True)
    agenda = find_agenda(one)
    soft = one.fuzzy or (one.last - one.first > timedelta(days=6) and not one.lasted)
    return TalksRow(
        id=one.id,
        date=one.days if soft else one.first.isoformat(),
        end=None if soft or one.first == one.last else one.last.isoformat(),
        venue=venue,
        level=find_level(one.told()),
        heads=led[0],
        agenda=cut(clause(agenda)) if agenda else None,
        outcome=told,
        outcome_kind=kind,
        next=None,
        status="happened" if one.held else "planned",
        parties=_present(one, sides),
        sources=cite_all([*(member.where for member in one.told()), *places, *led[1]]),
    )


def _present(one: Round, sides: Sides) -> tuple[str, ...]:
    """The parties that took part; all, where the pages do not tell two."""
    told = sides.leading(actor for e in (*one.events, *one.results) for actor in e.actors + e.recipients)
    return tuple(party for party in sides.parties if party in told) if len(told) > 1 else sides.parties


def find_agenda(one: Round) -> str | None:
    """What a round was about, in the page's words: as told of the meeting, else in a sentence that tells of the round."""
    topic = most_told((event.topic, event.members) for event in one.events)
    if topic is not None:
        return topic
    return most_told(
        (read_agenda(member.where.quote), [member]) for member in one.told() if member.where.part == "story"
    )


def find_level(members: Iterable[EventMention]) -> Level:
    """The level that most sources tell; `other` where none does."""
    return LEVELS.get(most_told((read_cue("level", m.where.quote), [m]) for m in members), "other")


def find_outcome(one: Round, contents: Contents) -> tuple[OutcomeKind, str | None]:
    """What came of a round, and the sentence that says so."""
    if not one.held:
        off = sorted(
            (m for event in one.off for m in event.members),
            key=lambda m: read_cue("outcome", own_clause(m)) == "called_off",
        )
        off += [m for m in one.members() if "called_off" in (m.event.outcome, read_cue("outcome", own_clause(m)))]
        return ("called_off", cut(off[-1].where.quote, 400)) if off else ("planned", None)
    told: list[tuple[str | None, list[EventMention]]] = []
    for member in one.members(held=True):
        told.append((KINDS.get(member.event.outcome or read_cue("outcome", own_clause(member)) or ""), [member]))
    for event in one.results:
        told.extend((_result(event, member, contents), [member]) for member in event.members)
    best = most_told(told)
    if best is None:
        return "held", None
    saying = [member.where for value, members in told if value == best for member in members]
    sentence = min(saying, key=lambda w: w.part != "story").quote  # a headline only where the story does not say so
    return KINDS[best], cut(sentence, 400)


def _result(event: MergedEvent, member: EventMention, contents: Contents) -> str | None:
    """The outcome that an accord, or the lack of one, means; who agreed only to meet again reached no deal."""
    agreed = contents.get(event.id, ())
    if event.type == "AGREE" and agreed and all(c.type == "CONSULT" for c in agreed):
        return "adjourned"
    said = KINDS.get(member.event.outcome or read_cue("outcome", member.where.quote) or "")
    if event.type == "REJECT" or event.negated:
        return said if said in ("adjourned", "failed") else "adjourned"
    return said or "agreed"


def own_clause(member: EventMention) -> str:
    """The part of the sentence that speaks of the meeting itself, not of what came before or after it.

    "They met on Monday, a month after talks broke down": what broke down is not this round.
    """
    sentence, at = member.where.quote, member.event.end - member.where.start
    cuts = list(ASIDE.finditer(sentence))
    end = next((found.start() for found in cuts if found.start() >= at), len(sentence))
    start = max((found.end() for found in cuts if found.end() <= member.event.start - member.where.start), default=0)
    lead = LEAD.match(sentence)
    return sentence[lead.end() if lead and lead.end() <= at else start : end]


def heralds(one: Round) -> frozenset[str]:
    """The pages that tell of a round before it is held, with a day of their own for it."""
    return frozenset(
        member.where.document.key
        for member in one.members()
        if member.event.status in AHEAD and member.event.date_how != "published"
    )


def told_ahead(rounds: Sequence[Round]) -> dict[str, list[tuple[int, Round]]]:
    """By the key of a page the rounds that it tells of before they are held, each with its place among all."""
    found: dict[str, list[tuple[int, Round]]] = {}
    for place, one in enumerate(rounds):
        for page in sorted(heralds(one)):
            found.setdefault(page, []).append((place, one))
    return found


def find_next(one: Round, ahead: Mapping[str, Sequence[tuple[int, Round]]]) -> str | None:
    """The date set for the next round, as pages tell that tell of this one within a week of it."""
    if not one.held:
        return None
    here = {
        member.where.document.key
        for member in one.told()
        if (day := edtf.first_day(member.where.document.published)) and day - one.last <= NEXT_TOLD
    }
    told = {place: later for page in here for place, later in ahead.get(page, ()) if later.first > one.last}
    if not told:
        return None
    later = told[min(told)]
    return later.days if later.fuzzy else later.first.isoformat()
