"""The log of what people decided. Lines are added and never changed; to undo a decision is a decision too."""

import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Annotated, Literal

import msgspec
from msgspec import Meta as Is

from standoff.record.anchors import Anchor

Action = Literal["accept", "reject", "edit", "merge", "split", "undo"]
Value = str | bool | None | tuple[str, ...]
"""What is right of a field; a figure is kept in its digits."""


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody decided on a fact of the record. It never changes."""

    id: Annotated[str, Is(description="names it for ever, in every record that it is carried to")]
    action: Action
    who: str
    time: Annotated[str, Is(description="ISO 8601, UTC")]
    on: Annotated[
        tuple[Anchor, ...], Is(description="the mentions that it hangs on, the one that was looked at first")
    ] = ()
    values: Annotated[dict[str, Value], Is(description="field by field what is right")] = {}
    before: Annotated[dict[str, Value], Is(description="what was shown, field by field")] = {}
    undoes: Annotated[str | None, Is(description="id of the decision that this one takes back")] = None
    note: str | None = None


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    """The values of a decision as they are kept in one column."""

    values: dict[str, Value] = {}
    before: dict[str, Value] = {}


def name_of(decision: Decision, n: int = 0) -> str:
    """The id of a decision: a hash of all that it says; `n` tells apart what is decided again in the same second."""
    bare = msgspec.structs.replace(decision, id="")
    return "d" + sha256(msgspec.json.encode([bare, n], order="deterministic")).hexdigest()[:11]


def read_log(db: sqlite3.Connection) -> list[Decision]:
    """Every decision, the undone ones and the undoing ones too, in the order in which they were written."""
    anchors: dict[str, list[Anchor]] = {}
    columns = "decision, part, mention, document, page, kind, type, quote, words, start, nth, fix"
    for name, *values in db.execute(f"SELECT {columns} FROM anchor ORDER BY decision, n"):
        fields = dict(zip(columns.split(", ")[1:], values, strict=True))
        anchors.setdefault(name, []).append(msgspec.convert({**fields, "fix": bool(fields["fix"])}, Anchor))
    found = []
    for id, action, who, time, undoes, said, note in db.execute(
        "SELECT id, action, who, time, undoes, said, note FROM decision ORDER BY n"
    ):
        kept = msgspec.json.decode(said, type=_Said)
        found.append(
            Decision(
                id=id, action=action, who=who, time=time, on=tuple(anchors.get(id, ())), values=kept.values,
                before=kept.before, undoes=undoes, note=note,
            )
        )  # fmt: skip
    return found


def write_decision(db: sqlite3.Connection, decision: Decision) -> bool:
    """Adds a line to the log; False where it stands there already."""
    said = msgspec.json.encode(_Said(values=decision.values, before=decision.before)).decode()
    added = db.execute(
        "INSERT OR IGNORE INTO decision (id, action, who, time, undoes, said, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (decision.id, decision.action, decision.who, decision.time, decision.undoes, said, decision.note),
    ).rowcount
    if not added:
        return False
    db.executemany(
        "INSERT INTO anchor VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                decision.id, n, a.part, a.mention, a.document, a.page, a.kind, a.type, a.quote, a.words, a.start, a.nth,
                int(a.fix),
            )
            for n, a in enumerate(decision.on)
        ],
    )  # fmt: skip
    return True


def undone(log: Sequence[Decision]) -> dict[str, Decision]:
    """By the id of a decision that does not count any more, the one that took it back. Who undoes that brings it back."""
    found: dict[str, Decision] = {}
    for decision in reversed(log):  # only a later line undoes an earlier one
        if decision.undoes is not None and decision.id not in found:
            found[decision.undoes] = decision
    return found


def standing(log: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions that count, without those that only undo."""
    gone = undone(log)
    return (decision for decision in log if decision.action != "undo" and decision.id not in gone)
