"""What has changed in a record since it was looked at: what is new, corrected, contradicted or answered, each with its sentence."""

from collections.abc import Iterator, Sequence

from standoff import edtf
from standoff.record import Record
from standoff.record.looks import Look, SeenRow
from standoff.tell.lines import dated, line, sentence
from standoff.tell.naming import say_date
from standoff.tell.promises import promises
from standoff.tell.rows import BriefLine, Claim, StateSpell, TimelineRow
from standoff.tell.state import state
from standoff.tell.timeline import timeline

MOST = 12
"""New entries that are told one by one, the weightiest; of the rest only their number is."""
FIELDS = ("date", "status", "type", "actors", "recipients")


def look(record: Record, *, at: str | None = None, says: str | None = None) -> Look:
    """What there is to see in a record, as known on a day."""
    spell = _present(record, at, says)
    days = [d.published for d in record.documents(at) if edtf.is_day(d.published)]
    return Look(
        day=max((day for day in days if day), default=None),
        rows=tuple(_seen(row) for row in timeline(record, at=at, says=says)),
        state=spell.state if spell else None,
        since=spell.from_ if spell else None,
        promises={row.id: row.outcome for row in promises(record, at=at, says=says)},
    )


def since(record: Record, then: Look, *, at: str | None = None, says: str | None = None) -> list[BriefLine]:
    """Sentences on what is otherwise than at a look: the state, new entries by day, answers, corrections, contradictions."""
    now = timeline(record, at=at, says=says)
    before = {record.canonical(row.id): row for row in then.rows}
    lines = [*_state(then, _present(record, at, says)), *_new([row for row in now if row.id not in before])]
    lines += _answered(record, then, at, says)
    for row in now:
        old = before.get(row.id)
        if old is not None:
            lines += _changed(old, row)
    return [*lines, *_gone(before, now)]


def state_changed(record: Record, then: Look | None) -> bool:
    """Whether the present state is another than at a look, or has begun on another day."""
    spell = _present(record, None, None)
    present = (spell.state, spell.from_) if spell else (None, None)
    return present != ((then.state, then.since) if then else (None, None))


def _present(record: Record, at: str | None, says: str | None) -> StateSpell | None:
    history = state(record, at=at, says=says).history
    return history[-1] if history else None


def _seen(row: TimelineRow) -> SeenRow:
    return SeenRow(
        id=row.id,
        date=row.date,
        status=row.status,
        type=row.type,
        actors=row.actors,
        recipients=row.recipients,
        told=dated(row),
        documents=tuple(dict.fromkeys(source.page for source in row.sources)),
        differs=_claims(row.differs),
    )


def _claims(claims: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    return tuple((claim.field, claim.value) for claim in claims)


def _state(then: Look, spell: StateSpell | None) -> Iterator[BriefLine]:
    if spell is None or (spell.state, spell.from_) == (then.state, then.since):
        return
    began = f" since {say_date(spell.from_)}" if spell.from_ else ""
    was = f"; it was {then.state}" if then.state else ""
    if then.state == spell.state:
        was = f"; before, since {say_date(then.since)}" if then.since else ""
    yield line("state", sentence(f"State: {spell.state}{began}{was}"), [spell.id], spell.sources)


def _new(rows: Sequence[TimelineRow]) -> Iterator[BriefLine]:
    """New entries, the weightiest by day, and how many more there are."""
    heaviest = sorted(rows, key=lambda r: (-r.weight, r.id))
    for row in sorted(heaviest[:MOST], key=lambda r: (edtf.sort_key(r.date), r.id)):
        yield line("happened", f"New: {dated(row)}", [row.id], row.sources)
    if rest := heaviest[MOST:]:
        many = "entries that weigh" if len(rest) > 1 else "entry that weighs"
        yield line("happened", f"And {len(rest)} new {many} less.", [r.id for r in rest], [r.sources[0] for r in rest])


def _answered(record: Record, then: Look, at: str | None, says: str | None) -> Iterator[BriefLine]:
    """Entries of the ledger whose outcome has changed."""
    for row in promises(record, at=at, says=says):
        was = then.promises.get(row.id)
        if was is not None and was != row.outcome:
            what = f": “{row.what.rstrip('.')}”" if row.what else ""
            yield line("open", f"Now {row.outcome}, before {was}: a {row.kind}{what}.", [row.id], row.sources)


def _changed(old: SeenRow, row: TimelineRow) -> Iterator[BriefLine]:
    """What is corrected in an entry, and what sources have come to differ on."""
    if changes := corrected(old, row):
        known = set(old.documents)  # looks of before name pages by their ids
        fresh = [source for source in row.sources if known.isdisjoint((source.page, source.document))]
        yield line(
            "check", f"Corrected: {dated(row)} Before: {'; '.join(changes)}.", [row.id], fresh or list(row.sources)
        )
    added = [claim for claim in row.differs if (claim.field, claim.value) not in old.differs]
    if added and _claims(row.differs) != old.differs:
        told = "; ".join(f"{claim.field} {claim.value}" for claim in added)
        sources = [source for claim in added for source in claim.sources]
        yield line("check", f"Contradicted: {dated(row)} Sources give {told}.", [row.id], sources)


def _gone(before: dict[str, SeenRow], now: Sequence[TimelineRow]) -> Iterator[BriefLine]:
    """Entries that no longer stand: another reading of the pages, or a reviewer, took them out."""
    ids = {row.id for row in now}
    for id, old in before.items():
        if id not in ids:
            yield line("check", f"No longer told: {old.told}", [id], ())


def corrected(before: SeenRow | TimelineRow, now: TimelineRow) -> list[str]:
    """The fields of an entry that are not what they were, with what they were."""
    return [f"{name} {_plain(getattr(before, name))}" for name in FIELDS if getattr(before, name) != getattr(now, name)]


def _plain(value: object) -> str:
    return ", ".join(value) or "nobody" if isinstance(value, tuple) else str(value or "unknown")
