"""What is new in the record since a day: new entries, corrected ones, and those that sources have come to differ on."""

from standoff import edtf
from standoff.record import Record
from standoff.tell.lines import dated, line
from standoff.tell.rows import BriefLine, Claim, TimelineRow
from standoff.tell.timeline import timeline

MOST = 12


def news(record: Record, *, since: str, at: str | None = None, says: str | None = None) -> list[BriefLine]:
    """Sentences on what pages after `since`, up to `at`, added (the weightiest, by day), corrected or contradicted."""
    then = {row.id: row for row in timeline(record, at=since, says=says)}
    now = timeline(record, at=at, says=says)
    new = sorted((row for row in now if row.id not in then), key=lambda r: (-r.weight, r.id))[:MOST]
    new.sort(key=lambda r: (edtf.sort_key(r.date), r.id))
    lines = [line("happened", f"New: {dated(row)}", [row.id], row.sources) for row in new]
    for row in now:
        before = then.get(row.id)
        if before is None:
            continue
        if changes := corrected(before, row):
            fresh = [source for source in row.sources if source not in before.sources]
            text = f"Corrected: {dated(row)} Before: {'; '.join(changes)}."
            lines.append(line("check", text, [row.id], fresh or row.sources))
        if added := [claim for claim in row.differs if claim not in before.differs] if not before.differs else []:
            lines.append(_contradicted(row, added))
    return lines


def corrected(before: TimelineRow, now: TimelineRow) -> list[str]:
    """The fields of an entry that are not what they were, with what they were."""
    fields = ("date", "status", "type", "actors", "recipients")
    return [f"{name} {_plain(getattr(before, name))}" for name in fields if getattr(before, name) != getattr(now, name)]


def _plain(value: object) -> str:
    return ", ".join(value) or "nobody" if isinstance(value, tuple) else str(value or "unknown")


def _contradicted(row: TimelineRow, claims: list[Claim]) -> BriefLine:
    told = "; ".join(f"{claim.field} {claim.value}" for claim in claims)
    text = f"Contradicted: {dated(row)} Sources give {told}."
    return line("check", text, [row.id], [source for claim in claims for source in claim.sources])
