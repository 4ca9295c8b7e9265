"""The fields of a merged event, by vote of the evidence; what sources differ on is kept beside."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from standoff import edtf
from standoff.actor_ids import camp_of, is_bare, is_described
from standoff.lexicon.alike import deeds, sense_of
from standoff.model import DateHow, PloverType, Status
from standoff.record.contradict import differs
from standoff.record.poll import Poll, dated_as, is_mutual, is_promise, weight
from standoff.record.rows import EventMention, MergedEvent, by_date

JOINT = ("CONSULT", "AGREE", "COOPERATE")
"""Acts of both sides: who names only one of them says less, not other."""
HOW_WEIGHT: dict[DateHow, float] = {"stated": 1.0, "relative": 0.95, "published": 0.35, "unknown": 0.2}
"""How far a date of each kind is trusted: a page's own date says little about when a thing happened."""
PRECISION_WEIGHT = {"day": 1.0, "interval": 0.7, "month": 0.6, "season": 0.4, "year": 0.3}
"""How far a date counts by how fine it is: where pages differ on it, and in the weight of its event."""
HOLDS = 0.65
"""How far a coarser date speaks for a finer one in it: more than it counts itself, so that no number of them outvotes one."""
WEEK = edtf.A_WEEK
"""Days: of a time so short that sources tell, the day of a page is no finer date: `last week` is before that."""
ABOUT = 0.5
"""What counts of a date that is only about: the day on which somebody spoke of it."""

_RULED = ("ACCUSE", "COERCE", "CONCEDE", "REJECT", "RETREAT")
Words = Callable[[EventMention, str], str | None]


class Vote(NamedTuple):
    """What a mention says of the date of its event, and how much that counts."""

    key: str
    date: str | None
    how: DateHow
    source: str
    weight: float


def best_date(members: Sequence[EventMention], dates: Mapping[str, str]) -> tuple[str | None, DateHow]:
    """The finest date that no better evidence contradicts, and how it was found."""
    return elected([Vote(m.key, *dated_as(m, dates), m.where.document.source, weight(m)) for m in members])


def elected(votes: Sequence[Vote]) -> tuple[str | None, DateHow]:
    """The finest date that no better evidence contradicts, and how it was found."""
    dated = [(v, v.date) for v in votes if v.date and edtf.bounds(v.date) is not None]
    if not dated:
        undated = sorted({v.date for v in votes if v.date})
        return (undated[0], "relative") if undated else (None, "unknown")
    first: dict[str, str] = {}  # a copy, a day later, tells of the day on which the original was printed
    for vote, date in sorted(dated, key=lambda d: (edtf.sort_key(d[1]), d[0].key)):
        if vote.how == "published":
            first.setdefault(vote.source, date)
    dated = [(vote, first.get(vote.source, date) if vote.how == "published" else date) for vote, date in dated]
    scores: dict[str, float] = {}
    told = {date for vote, date in dated if vote.how != "published"}
    for candidate in sorted({date for _, date in dated}):
        by_source: dict[str, float] = {}
        for vote, date in dated:
            near = candidate not in told and (edtf.length(date) or 0) <= WEEK
            agrees = (
                1.0
                if date == candidate
                else HOLDS
                if edtf.contains(edtf.roughly(date), candidate) and not near
                else 0.0
            )
            by_source[vote.source] = max(by_source.get(vote.source, 0.0), agrees * vote.weight * HOW_WEIGHT[vote.how])
        fine = PRECISION_WEIGHT[edtf.precision(candidate) or "year"] * (ABOUT if candidate.endswith("~") else 1.0)
        scores[candidate] = sum(sorted(by_source.values())) * fine
    best = min(scores, key=lambda date: (-round(scores[date], 6), edtf.sort_key(date)))
    hows = sorted({vote.how for vote, date in dated if date == best}, key=lambda how: -HOW_WEIGHT[how])
    return best, hows[0]


def best_actors(
    members: Sequence[EventMention], side: Callable[[EventMention], Iterable[str]], *, apart: bool = False
) -> tuple[str, ...]:
    """Who acts: each party that enough of the evidence names, in the id that most of it uses.

    `apart`: reports that each name another side of an accord name the sides of one.
    """
    parties, ids = Poll(), Poll()
    naming = Poll()
    for mention in members:
        named = list(dict.fromkeys(side(mention)))
        named = [actor for actor in named if not is_bare(actor)] or named
        if named:
            naming.add("any", mention)
        for actor in named:
            ids.add(actor, mention)
            parties.add(camp_of(actor), mention)
    enough = naming.total("any") * 0.34
    known = [p for p in parties.ranked() if not is_described(p)] or [p for p in parties.ranked() if not is_bare(p)]
    known = known or sorted(
        parties.ranked(), key=lambda p: -len(p.split())
    )  # `the labour court` says more than `a judge`
    together = {p for m in members for own in ({camp_of(a) for a in side(m)},) if set(known[:1]) & own for p in own}
    kept = [p for p in known if parties.total(p) >= enough and (apart or p in together)] or known[:1]
    return tuple(
        next(i for i in sorted(ids.ranked(), key=lambda i: (-round(ids.total(i), 6), len(i), i)) if camp_of(i) == p)
        for p in kept
    )


def best_status(members: Sequence[EventMention]) -> tuple[Status, bool]:
    """Status and negation: what happened stands over what was only planned before."""
    poll = Poll()
    for mention in members:
        done = mention.event.status in ("happened", "ongoing") and not mention.event.negated
        poll.add(f"{mention.event.status}|{int(mention.event.negated)}", mention, 3.0 if done else 1.0)
    status, _, negated = (poll.best() or "happened|0").partition("|")
    return next(m.event.status for m in members if m.event.status == status), negated == "1"


def confidence(members: Sequence[EventMention]) -> float:
    """The best mention's, raised by each further independent source."""
    best: dict[str, float] = {}
    for mention in members:
        source = mention.where.document.source
        best[source] = max(best.get(source, 0.0), mention.event.confidence)
    top = max(best.values())
    return round(top + (0.99 - top) * (1 - 0.75 ** (len(best) - 1)), 3) if top < 0.99 else top


def merge_mentions(
    mentions: Iterable[EventMention],
    merges: Mapping[str, tuple[str, str]],
    datings: Mapping[str, tuple[str, str]],
    words: Words,
) -> list[MergedEvent]:
    """All events, oldest first, of mentions, the canonical id of each and the dates that the pages together gave."""
    canonical = {member: name for member, (name, _) in merges.items()}
    dates = {member: date for member, (date, _) in datings.items()}
    groups: dict[str, list[EventMention]] = {}
    for mention in mentions:
        groups.setdefault(canonical.get(mention.key, mention.key), []).append(mention)
    found = [merged_event(id, members, words, dates, canonical) for id, members in groups.items()]
    return sorted(found, key=by_date)


def merged_event(
    identity: str,
    members: Sequence[EventMention],
    words: Words,
    dates: Mapping[str, str],
    canonical: Mapping[str, str],
) -> MergedEvent:
    """The event that these mentions tell of."""
    type_, mode = best_type(members)
    date, how = best_date(members, dates)
    status, negated = best_status(members)
    actors, recipients = best_sides(members, type_)
    speakers = _polled(members, lambda m: m.event.attributed_to.id if m.event.attributed_to else "")
    contents = _polled(members, lambda m: canonical.get(m.content_of, m.content_of) if m.content_of else None)
    return MergedEvent(
        id=identity,
        type=type_,
        mode=mode,
        date=date,
        date_how=how,
        actors=actors,
        recipients=recipients,
        object=_polled(members, lambda m: words(m, "object") or None).best(),
        status=status,
        negated=negated,
        attributed_to=None if "" in speakers.keys else speakers.best(),
        confidence=confidence(members),
        place=_polled(members, lambda m: words(m, "place") or None).best(),
        topic=_polled(members, lambda m: words(m, "topic") or None).best(),
        outcome=_polled(members, lambda m: m.event.outcome or None).best(),
        content_of=contents.best() if all(m.content_of for m in members) else None,
        members=tuple(members),
        differs=tuple(differs(members, date, actors, dates)),
    )


def best_type(members: Sequence[EventMention]) -> tuple[PloverType, str | None]:
    """The type of act that most of the evidence tells, and its mode.

    Support of both sides by an accord is the accord; a strike that others say was announced is called, and has not begun.
    What is demanded and told as another type too is a court's ruling: its order stands before what it finds.
    """
    types = _polled(members, lambda m: m.event.type)
    best = "THREATEN" if types.best() == "PROTEST" and types.total("THREATEN") else types.best()
    best = "REQUEST" if best in _RULED and types.total("REQUEST") else best
    type_ = next(m.event.type for m in members if m.event.type == best)
    mode = _polled(members, lambda m: m.event.mode if m.event.type == type_ else None).best()
    return "AGREE" if type_ == "SUPPORT" and _is_accord(members) else type_, mode


def best_sides(members: Sequence[EventMention], type_: PloverType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts and on whom: both sides of a joint act where a report names them; nobody acts on himself alone."""
    both = [m for m in members if type_ in JOINT and len({camp_of(a.id) for a in m.event.actors}) > 1]
    own = [m for m in both or members if _names_actor(m)]
    alone = type_ in JOINT and not both and not all(is_promise(m) for m in members)
    actors = best_actors(own or both or members, lambda m: (a.id for a in m.event.actors), apart=alone)
    acting = {camp_of(a) for a in actors}
    recipients = best_actors(members, lambda m: (a.id for a in m.event.recipients))
    if len(acting) > 1:  # where one report names one of them as whom it is done with, each does it with the other
        mutual = type_ in JOINT and recipients and {camp_of(r) for r in recipients} < acting
        return actors, actors if mutual else recipients
    if acting and any(not any(camp_of(r.id) in acting for r in m.event.recipients) for m in members):
        recipients = tuple(
            r for r in recipients if camp_of(r) not in acting
        )  # one report of several has it act on itself
    return actors, tuple(r for r in recipients if r not in actors)


def _polled(members: Iterable[EventMention], value: Callable[[EventMention], str | None]) -> Poll:
    """The votes of mentions for what each tells of one field."""
    poll = Poll()
    for mention in members:
        if (told := value(mention)) is not None:
            poll.add(told, mention)
    return poll


def _is_accord(members: Sequence[EventMention]) -> bool:
    """Two sides sign what they agreed on: the signing, SUPPORT to PLOVER, is how a dispute's record tells their accord."""
    if any(m.event.type == "SUPPORT" and is_mutual(m.event) for m in members):
        return True
    signed = [m for m in members if "accord" in deeds().get(sense_of(m.event.rule), ())]
    return any(len({camp_of(a.id) for a in (*m.event.actors, *m.event.recipients)}) > 1 for m in signed)


def _names_actor(mention: EventMention) -> bool:
    """Its own sentence names who acts, and not only another one of its page."""
    where = mention.where
    return any(where.start <= a.start < where.end and not is_bare(a.id) for a in mention.event.actors)
