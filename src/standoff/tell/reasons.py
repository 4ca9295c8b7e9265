"""Why, as claimed and by whom: reasons, aims and interests of the parties, and the conditions that stand between them.

A row is what pages give as the reason for an act, with the event where it is known. Pages that give the same reason in
much the same words are one row. A reason that nobody is said to claim is the pages' own.
"""

from collections.abc import Mapping, Sequence

from standoff import edtf
from standoff.lexicon.stems import thing_stems
from standoff.model import ReasonKind
from standoff.record import Record
from standoff.record.rows import MergedEvent, ReasonMention
from standoff.tell.kept import kept
from standoff.tell.parties import Sides, cite_all, find_sides
from standoff.tell.rows import ReasonRow
from standoff.tell.words import LONGEST, cut, stems

ALIKE = 0.6
"""Share of content words from which two reasons of one party are the same."""
ALIKE_OF_ONE = 0.4
"""The same where both explain one event."""
DISPUTE = frozenset({"reason.dispute"})
"""What the dispute is over concerns its parties, whether they are named or not."""
ORDER: tuple[ReasonKind, ...] = ("condition", "interest", "aim", "reason")


@kept
def reasons(record: Record, *, at: str | None = None, says: str | None = None) -> list[ReasonRow]:
    """What pages up to `at` give as reasons: standing conditions first, then by date; those a party claims with `says`."""
    events = record.events(at)
    subject = record.subject()
    sides, thing = find_sides(subject, events), thing_stems(subject)
    return tell_reasons(record.reasons(at), events, sides=sides, says=says, thing=thing)


def tell_reasons(
    mentions: Sequence[ReasonMention],
    events: Sequence[MergedEvent],
    *,
    sides: Sides,
    says: str | None = None,
    thing: frozenset[str] = frozenset(),
) -> list[ReasonRow]:
    """The rows that mentions of reasons make up; `thing`: stems of what is disputed, which alone is no reason."""
    known = {member.key: event for event in events for member in event.members}
    groups: list[list[ReasonMention]] = []
    for mention in sorted(mentions, key=lambda m: (m.where.document.published or "~", m.where.document.id, m.key)):
        if not _concerns(mention, known, sides):
            continue
        twin = next((group for group in groups if _same(group[0], mention, known, sides)), None)
        if twin is None:
            groups.append([mention])
        else:
            twin.append(mention)
    rows = [_row(group, known, sides) for group in groups if not stems(group[0].words) <= thing]
    wanted = sides.of(says) if says is not None else None
    if wanted is not None:
        rows = [row for row in rows if row.claimed_by is not None and sides.of(row.claimed_by) == wanted]
    return sorted(rows, key=lambda r: (r.kind != "condition", edtf.sort_key(r.date), ORDER.index(r.kind), r.id))


def _concerns(mention: ReasonMention, known: Mapping[str, MergedEvent], sides: Sides) -> bool:
    """It is the reason of a party of the dispute, or of an act of one; and it says something."""
    if not stems(mention.words):
        return False
    if not sides.parties or mention.reason.rule in DISPUTE:
        return True
    if mention.reason.kind == "condition" and not mention.reason.parties:
        return True
    event = known.get(mention.of or "")
    actors = [*(ref.id for ref in mention.reason.parties), *(event.actors if event else ())]
    return any(sides.leads(actor) for actor in actors)


def _parties(mention: ReasonMention, known: Mapping[str, MergedEvent], sides: Sides) -> tuple[str, ...]:
    told = [ref.id for ref in mention.reason.parties]
    event = known.get(mention.of or "")
    return sides.all(told or (event.actors if event else ()))


def _same(one: ReasonMention, other: ReasonMention, known: Mapping[str, MergedEvent], sides: Sides) -> bool:
    """Both give the same kind of reason of the same parties in much the same words."""
    if one.reason.kind != other.reason.kind or _parties(one, known, sides) != _parties(other, known, sides):
        return False
    told = [known.get(m.of or "") for m in (one, other)]
    events = [event.id if event is not None else None for event in told]
    mine, theirs = stems(one.words), stems(other.words)
    shared = len(mine & theirs) / max(1, len(mine | theirs))
    return shared >= (ALIKE_OF_ONE if events[0] is not None and events[0] == events[1] else ALIKE)


def _row(group: Sequence[ReasonMention], known: Mapping[str, MergedEvent], sides: Sides) -> ReasonRow:
    first = min(group, key=lambda m: m.where.part != "story")  # a headline only where no story says it
    event = next((e for m in (first, *group) if (e := known.get(m.of or "")) is not None), None)
    claims = [m.reason.attributed_to.id for m in group if m.reason.attributed_to is not None]
    published = [d for m in group if (d := m.where.document.published) and edtf.bounds(d)]
    told = event.date if event is not None and event.date else None
    since = next((m.reason.since for m in group if m.reason.since), None)
    return ReasonRow(
        id=min(m.key for m in group),
        kind=first.reason.kind,
        parties=_parties(first, known, sides),
        against=next((sides.of(m.reason.against.id) for m in (first, *group) if m.reason.against is not None), None),
        of=event.id if event is not None else None,
        act=cut(first.act) if first.act else None,
        words=cut(first.words, 2 * LONGEST),
        claimed_by=claims[0] if len(claims) == len(group) else None,
        date=since or told or (min(published, key=edtf.sort_key) if published else None),
        sources=cite_all(m.where for m in group),
    )
