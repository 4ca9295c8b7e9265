"""The disputed thing as known on a day: state, aspects, stakes, open demands, next talks, what is announced."""

from standoff import edtf
from standoff.record import Record
from standoff.tell.parties import find_sides
from standoff.tell.promises import promises
from standoff.tell.rows import AspectRow, StateSpell, ThingView
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks


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
        aspects=_latest(view.aspects),
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


def _latest(rows: tuple[AspectRow, ...]) -> tuple[AspectRow, ...]:
    """The last value of each aspect as each side claims it."""
    latest: dict[tuple[str, str | None], AspectRow] = {}
    for row in rows:
        kept = latest.get((row.aspect, row.claimed_by))
        if kept is None or (
            edtf.bounds(row.from_) is not None and edtf.sort_key(row.from_) >= edtf.sort_key(kept.from_)
        ):
            latest[row.aspect, row.claimed_by] = row
    return tuple(latest.values())


def _last_day(record: Record) -> str | None:
    days = [d.published for d in record.documents() if edtf.bounds(d.published)]
    return max(days, key=edtf.sort_key) if days else None


def _ahead(date: str | None, day: str | None) -> bool:
    """Not over by that day; an appointment without a day is still to come."""
    return day is None or not edtf.before(date, day)
