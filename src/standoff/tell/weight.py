"""How much an event weighs: what the timeline is ranked by.

    weight = kind * closeness * news * told * date * confidence

kind: how much acts of the type change a stand-off. closeness: acts between the parties, acts on the disputed thing.
news: a page that leads with it, or that tells it within days. told: independent sources. date: how fine it is, and
whether a page tells it.
"""

from collections.abc import Sequence
from math import log2

from standoff import edtf
from standoff.actor_ids import camp_of
from standoff.lexicon.alike import deeds, sense_of
from standoff.lexicon.stems import stems
from standoff.model import PloverType
from standoff.record.fields import PRECISION_WEIGHT
from standoff.record.once import once
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.evidence import passes
from standoff.tell.parties import Sides, independent
from standoff.tell.rows import TimelineRow
from standoff.tell.same_act import family_of
from standoff.tell.sure import on_thing

KIND: dict[PloverType, float] = {
    "COERCE": 1.0, "SANCTION": 1.0, "ASSAULT": 1.0, "AGREE": 1.0, "RETREAT": 0.9, "MOBILIZE": 0.9, "REJECT": 0.85,
    "CONCEDE": 0.85, "REQUEST": 0.8, "THREATEN": 0.8, "CONSULT": 0.8, "COOPERATE": 0.75, "AID": 0.75, "PROTEST": 0.7,
    "SUPPORT": 0.5, "ACCUSE": 0.45,
}  # fmt: skip
_FAMILY = {type_: family_of(type_) for type_ in KIND}
ACCORD, STRIKE = 0.9, 0.9
AGAIN = 0.7
"""What counts of an act whose like, by the same side on the same day, weighs more: one deed has often two names."""
NEWS_DAYS = 4
STANCE = 0.3
"""What counts of what somebody says that he will not do, which refuses nothing that was asked."""
BRIEF = 0.3
"""What counts of what was over at once: `the gate closed for lunch`."""
ENOUGH = 2.0
"""What a row weighs that is well founded: below it are acts without a day or a party, told once in passing."""
LEAD = 400
"""Characters of the story in which the news stands."""


@once
def weigh(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> float:
    """The weight of an event, to two decimals."""
    told = 1 + 0.45 * log2(independent(m.where for m in event.members))
    date = PRECISION_WEIGHT[edtf.precision(event.date) or "year"] if edtf.bounds(event.date) else 0.1
    if event.date_how == "published":
        date *= 0.75
    planned = 1.0 if event.happened else 0.6
    news = max(_news(member) for member in event.members)
    if takes_no_part(event, sides):
        return 0.0
    if all(passes(member) for member in event.members):
        planned *= BRIEF
    total = kind(event, sides) * closeness(event, sides, thing) * news * told * date * planned * event.confidence
    return round(10 * total, 2)


def kind(event: MergedEvent, sides: Sides) -> float:
    """How much acts of the kind change a stand-off; an accord that both sides sign is SUPPORT in PLOVER."""
    if event.type == "SUPPORT" and len(sides.leading((*event.actors, *event.recipients))) > 1 and len(event.actors) > 1:
        return ACCORD
    stance = event.type == "REJECT" and all("stance" in deeds().get(sense_of(m.event.rule), ()) for m in event.members)
    return STRIKE if event.mode == "strike" else KIND[event.type] * (STANCE if stance else 1.0)


def fresh(rows: Sequence[TimelineRow], sides: Sides) -> dict[str, float]:
    """How much of its weight counts, of each row for which a heavier one tells of the like by the same side on that day."""
    found: dict[str, float] = {}
    days: dict[str, list[TimelineRow]] = {}
    for row in rows:
        if row.date:
            days.setdefault(row.date, []).append(row)
    for day, told in days.items():
        if len(told) > 1 and edtf.is_day(day):
            before: dict[int, set[str]] = {}
            for row in sorted(told, key=lambda r: (-r.weight, r.id)):
                known, acting = before.setdefault(_FAMILY[row.type], set()), sides.all(row.actors)
                if not known.isdisjoint(acting):
                    found[row.id] = AGAIN
                known.update(acting)
    return found


def takes_no_part(event: MergedEvent, sides: Sides) -> bool:
    """Only the press is said to act, or a party acts on itself otherwise than by moving its own people."""
    if event.actors and all(actor.endswith("-MED") for actor in event.actors):
        return True
    acting, acted_on = ({(sides.of(a), camp_of(a)) for a in side} for side in (event.actors, event.recipients))
    return len(acting) == 1 and acting == acted_on and event.mode != "withdraw"


def closeness(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> float:
    """How near an event is to the dispute: who acts on whom, and what about."""
    acting, acted_on = sides.all(event.actors), sides.all(event.recipients)
    leading = {side for side in (*acting, *acted_on) if side in sides.parties}
    if not acting:
        near = 0.3 if on_thing(event, thing) else 0.2
    elif len(leading) > 1:
        near = 1.0
    elif leading & set(acting):
        near = 0.8
    else:
        near = 0.45 if leading else 0.2
    about = stems(" ".join(filter(None, (event.object, event.topic, event.place))))
    if thing and about & thing:
        near += 0.25
    return near


def _news(member: EventMention) -> float:
    """Whether a page tells it as its news: at its head, of these days."""
    where = member.where
    days = edtf.gap(where.document.published, member.event.date)
    fresh = 1.0 if days is not None and days <= NEWS_DAYS else 0.8
    if where.part == "title":
        return fresh * 0.8  # it is short for what the story says better
    return fresh * (1.0 if where.start < LEAD else 0.85)
