"""A mention as a report: what it says, in the form that is compared."""

import re
from functools import cache

from standoff import edtf
from standoff.actor_ids import is_bare, party_of
from standoff.lexicon.alike import deeds, kind_shared, sense_of
from standoff.lexicon.flows import flow_words
from standoff.lexicon.stems import stems
from standoff.link.doers import acting, are_courts, are_guessed, are_implied, ruling, vague
from standoff.link.same import HOLD, JOINT, RULING, THING, Report
from standoff.model import ActorRef, Annotation, DateHow, Event, PloverType
from standoff.record.poll import is_mutual, is_promise, weight
from standoff.record.rows import EventMention

FAMILY: dict[PloverType, str] = {
    "SANCTION": HOLD,
    "COERCE": HOLD,
    "RETREAT": "ease",
    "CONCEDE": "ease",
    "COOPERATE": "ease",
    "AID": "help",
    "SUPPORT": "help",
}
"""Types that two papers give the same act; every other type is a family of its own."""
BLOCKING = "obstruct"
"""The kind of protest that pages also tell as a closing."""
RULED: tuple[PloverType, ...] = ("REQUEST", "ACCUSE", "REJECT", "COERCE", "CONCEDE", "RETREAT")
"""Types that pages give what a court rules on one day."""
CUSTODY = ("arrest", "deport", "expel", "release")
ACCEPTED = "vote_for"
"""An offer that is accepted is an agreement, whoever is named."""
ACCORD = "accord"
"""An accord that is signed is the agreement itself, where both sides do it."""
LONG = 600
"""So many characters of a sentence are compared."""
NEAR = 80
"""Characters of its sentence that are looked at on either side of an act."""
_CLAUSE = re.compile(r"[;.:,](?=\s)| (?:and|but|who|which|that|when|while|after|before|because|since|as) ")
LEAD = 250
"""Characters of the story in which the news stands."""


def read_report(
    mention: EventMention,
    page: Annotation,
    thing: frozenset[str],
    resolved: str | None,
    day: str | None,
) -> Report:
    """A mention as a report; see `_dated` for `resolved` and `day`. `thing`: stems of the disputed thing's names."""
    event, document = mention.event, mention.where.document
    date, how = _dated(mention, resolved, day)
    first, last = edtf.bounds(date) or (None, None)
    trigger = stems(page.text[event.start : event.end])
    family = _shared_family(mention, trigger, date, how) or _family(mention)
    if _is_ruling(mention, page):
        family = RULING
    joint = event.type in JOINT or family == "AGREE"
    actors = acting(mention, page, event.actors, joint=joint)
    if family == RULING:
        actors = ruling(event.actors, actors)
    recipients = acting(mention, page, _told(mention, joint=joint, ruled=family == RULING), joint=joint)
    return Report(
        key=mention.key,
        document=document.key,
        start=event.start,
        group=document.copy_of or document.key,
        source=document.source,
        published=edtf.last_day(document.published),
        type=event.type,
        family=family,
        mode=_mode(mention, trigger),
        rule=event.rule,
        status=event.status,
        negated=event.negated,
        content_of=mention.content_of,
        actors=actors,
        recipients=recipients,
        vague=vague(actors | recipients, page, joint=joint) | _unsure_courts(actors, family),
        implied=are_implied(mention, joint=joint),
        guessed=are_guessed(mention),
        date=date,
        first=first,
        last=last,
        how=how,
        hangs=event.date_rel is not None and first is None,
        trigger=trigger,
        title=mention.where.part == "title",
        borrowed=_borrows_day(mention, page),
        lead=_is_lead(mention, page),
        about=_about(event, page, thing),
        weight=weight(mention),
        beside=_beside(mention, page, thing),
        context=stems(mention.where.quote[:LONG]),
    )


def _dated(mention: EventMention, resolved: str | None, day: str | None) -> tuple[str | None, DateHow]:
    """The date of a mention and how it is told.

    Args:
        mention: what the page tells.
        resolved: the date that the page gives it by another event.
        day: when the first page of its group of copies was published: what a copy tells as its news is of then.
    """
    if resolved:
        return resolved, "relative"
    event = mention.event
    copied = event.date_how == "published" and mention.where.document.copy_of and edtf.is_day(day)
    return day if copied else event.date, event.date_how


def _shared_family(mention: EventMention, trigger: frozenset[str], date: str | None, how: DateHow) -> str | None:
    """The kind that the lexicon says several senses share, by its words; a strike is called on a day."""
    told = trigger if edtf.is_day(date) and how != "published" else frozenset[str]()
    return kind_shared(mention.event.rule, stems(" ".join(_around(mention))), told)


def _about(event: Event, page: Annotation, thing: frozenset[str]) -> frozenset[str]:
    """Stems of what an act is about; those of the disputed thing's names are one."""
    spans = (event.object, event.topic, event.place)
    words = stems(" ".join(page.text[span.start : span.end] for span in spans if span is not None))
    return frozenset(THING if stem in thing else stem for stem in words)


def _told(mention: EventMention, *, joint: bool, ruled: bool = False) -> tuple[ActorRef, ...]:
    """Those whom its own sentence says an act is done to; whom only the page shows it to be tells no two acts apart or together.

    `ruled`: who stands among the words of a ruling is whom it is given, not against whom: `granted the port an injunction`.
    """
    where, event = mention.where, mention.event
    refs = tuple(r for r in event.recipients if not (ruled and event.start <= r.start < event.end))
    return refs if joint else tuple(r for r in refs if where.start <= r.start < where.end)


def _mode(mention: EventMention, trigger: frozenset[str]) -> str | None:
    """The kind of act within its type; a walkout told by its noun is a strike."""
    event = mention.event
    return "strike" if event.type == "PROTEST" and event.mode == "demo" and trigger & _walkout() else event.mode


@cache
def _walkout() -> frozenset[str]:
    return stems(" ".join(sorted(flow_words("walkout"))))


def _borrows_day(mention: EventMention, page: Annotation) -> bool:
    """A headline that prints no time, or none that is of the act."""
    where = mention.where
    printed = (time for time in page.times if where.start <= time.start < where.end)
    own = mention.event.date_how == "published" or not any(edtf.bounds(time.edtf) for time in printed)
    return where.part == "title" and own


def _family(mention: EventMention) -> str:
    """The kind of act; one side's promise is no agreement of both."""
    event = mention.event
    deed = deeds().get(sense_of(event.rule), ())
    if is_promise(mention) and ACCEPTED not in deed:
        return "promise"
    if event.type == "SUPPORT" and (is_mutual(event) or (ACCORD in deed and _signs_with(mention))):
        return "AGREE"
    return FAMILY["COERCE"] if event.mode == BLOCKING else FAMILY.get(event.type, event.type)


def _is_ruling(mention: EventMention, page: Annotation) -> bool:
    """A court orders, forbids, finds or refuses; whom it jails or frees, others say that its country does."""
    event = mention.event
    judged = event.type in RULED and event.mode not in CUSTODY and mention.content_of is None
    return judged and are_courts(event.actors, page)


def _unsure_courts(actors: frozenset[str], family: str) -> frozenset[str]:
    """Those who rule and are not named: of a country's court it is not said which."""
    return frozenset(a for a in actors if not a.startswith("NAMED:")) if family == RULING else frozenset()


def _signs_with(mention: EventMention) -> bool:
    """Who signs does so with another side, or is not named; who signs alone only backs what is signed."""
    sides = {party_of(a.id) for a in mention.event.actors if not is_bare(a.id)}
    return len(sides) != 1 or bool({party_of(a.id) for a in _told(mention, joint=False)} - sides)


def _is_lead(mention: EventMention, page: Annotation) -> bool:
    """It stands in the title or where the story begins: the page tells it as its news, not as background."""
    story = next((part.start for part in page.parts if part.kind == "story"), 0)
    return mention.where.part == "title" or mention.where.start < story + LEAD


def _beside(mention: EventMention, page: Annotation, thing: frozenset[str]) -> frozenset[str]:
    """The words of its clause, without its own, names and those for the disputed thing.

    What has a capital is a name; in a headline, what the page never writes without one.
    """
    titled, around = mention.where.part == "title", _around(mention)
    words = f"{_CLAUSE.split(around[0])[-1]} {_CLAUSE.split(around[1])[0]}".split()
    plain = (w for w in words if not w[:1].isupper() or (titled and w.lower() in page.text))
    return stems(" ".join(plain)) - stems(page.text[mention.event.start : mention.event.end]) - thing


def _around(mention: EventMention) -> tuple[str, str]:
    """What stands near an act in its sentence, before and behind it."""
    where, event = mention.where, mention.event
    start, end = event.start - where.start, event.end - where.start
    return where.quote[max(0, start - NEAR) : start], where.quote[end : end + NEAR]
