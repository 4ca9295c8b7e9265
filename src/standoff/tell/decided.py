"""The log of decisions as one reads it: what was decided on which sentence, and whether it still stands."""

from collections.abc import Collection
from typing import Annotated, Literal

import msgspec
from msgspec import Meta as Is

from standoff.record import Record
from standoff.record.decisions import Action, Decision, undone
from standoff.record.shown import written
from standoff.tell.facts import told_spells


class DecisionRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the log."""

    id: str
    time: str
    who: str
    action: Action
    standing: Annotated[
        Literal["stands", "undone", "lost"], Is(description="lost: its sentence is not read so any more, or not there")
    ]
    on: Annotated[str | None, Is(description="id of the fact, where it has its place")]
    type: str
    quote: str
    page: Annotated[str, Is(description="id of the page")]
    values: Annotated[tuple[tuple[str, str, str], ...], Is(description="field, what was shown, what is right")]
    reports: Annotated[int, Is(description="mentions that it hangs on")]
    undoes: str | None = None
    note: str | None = None


def decisions(record: Record, *, lost: bool = False) -> list[DecisionRow]:
    """The whole log, the latest first; `lost`: only what counts and has lost its place."""
    log, ruled = record.decisions(), record.ruled()
    gone = undone(log)
    out = {decision.id for decision in ruled.lost}
    now = {d.id: key for key, on in reversed(list(ruled.decided.items())) for d in on}
    if ruled.spells:
        now |= {id: spell.id for spell in told_spells(record) for id in spell.decided}
    by_id = {decision.id: decision for decision in log}
    rows = []
    for decision in reversed(log):
        standing: Literal["stands", "undone", "lost"] = (
            "undone" if decision.id in gone else "lost" if decision.id in out else "stands"
        )
        if not lost or standing == "lost":
            about = by_id.get(decision.undoes or "", decision)
            rows.append(_row(decision, about, standing, now.get(about.id)))
    return rows


def decisions_on(record: Record, keys: Collection[str]) -> list[DecisionRow]:
    """The lines of the log that stand and are about one of these mentions, the latest first."""
    wanted = {d.id for key in keys for d in record.ruled().decided.get(key, ())}
    wanted |= {d.id for key in keys if (d := record.ruled().rejected.get(key)) is not None}
    if record.ruled().spells:
        wanted |= {id for spell in told_spells(record) if spell.id in keys for id in spell.decided}
    return [row for row in decisions(record) if row.id in wanted] if wanted else []


def _row(
    decision: Decision, about: Decision, standing: Literal["stands", "undone", "lost"], key: str | None
) -> DecisionRow:
    first = about.on[0] if about.on else None
    return DecisionRow(
        id=decision.id,
        time=decision.time,
        who=decision.who,
        action=decision.action,
        standing=standing,
        on=key,
        type=("spell" if first.kind == "spell" else first.type) if first else "",
        quote=first.quote if first else "",
        page=first.page if first else "",
        values=tuple(
            (name, written(decision.before.get(name)), written(value))
            for name, value in decision.values.items()
            if decision.action == "edit"
        ),
        reports=len(about.on),
        undoes=decision.undoes,
        note=decision.note,
    )
