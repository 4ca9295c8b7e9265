"""The disputed thing as known on a day: state, aspects, stakes, open demands, next talks, what is announced."""

from standoff import edtf
from standoff.record import Record
from standoff.tell.kept import kept
from standoff.tell.parties import find_sides
from standoff.tell.promises import promises
from standoff.tell.rows import AspectRow, StateSpell, ThingView
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks


@kept
def thing(record: Record, *, at: str | None = None, says: str | None = None) -> ThingView:
    """What is open to whom, what it costs, which demands stand and which talks come next."""
    subject, view = record.subject(), state(record, at=at, says=says)
    day = at or _last_day(record)
    sides = find_sides(subject, record.events(at))
    return ThingView(
        subject=subject.name if subject else None,
        found=record.subject_found,
        parties=sides.parties,
        at=at,
        state=_present(view.history),
        aspects=_latest(view.aspects, _began(view.history)),
        outlook=view.outlook,
        stakes=tuple(stakes(record, at=at, says=says)),
        open_demands=tuple(
            p for p in promises(record, at=at, says=says) if p.kind in ("demand", "ultimatum") and p.outcome == "open"
        ),
        next_talks=tuple(
            t for t in talks(record, at=at, says=says) if t.outcome_kind == "planned" and _ahead(t.date, day)
        ),
    )


def _present(history: tuple[StateSpell, ...]) -> StateSpell | None:
    return history[-1] if history else None


def _began(history: tuple[StateSpell, ...]) -> str | None:
    """When the present state began, whatever was noted within it."""
    began = None
    for spell in reversed(history):
        if spell.state != history[-1].state:
            break
        began = spell.from_
    return began


def _latest(rows: tuple[AspectRow, ...], since: str | None) -> tuple[AspectRow, ...]:
    """The last value of each aspect as each side claims it; what was told before the present state began is past."""
    latest: dict[tuple[str, str | None], AspectRow] = {}
    for row in rows:
        if edtf.bounds(row.from_) is None or (since is not None and edtf.before(row.from_, since)):
            continue
        kept = latest.get((row.aspect, row.claimed_by))
        if kept is None or edtf.sort_key(row.from_) >= edtf.sort_key(kept.from_):
            latest[row.aspect, row.claimed_by] = row
    return tuple(latest.values())


def _last_day(record: Record) -> str | None:
    days = [d.published for d in record.documents() if edtf.bounds(d.published)]
    return max(days, key=edtf.sort_key) if days else None


def _ahead(date: str | None, day: str | None) -> bool:
    """Not over by that day; an appointment without a day is still to come."""
    return day is None or not edtf.before(date, day)
