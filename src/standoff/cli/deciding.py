"""`standoff decide`, `merge`, `split` and `decisions`: what a person knows better, kept in a log."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli.options import JsonOption, RecordOption, record_path
from standoff.errors import InputError, UsageError

if TYPE_CHECKING:
    from standoff.cli.tables import Column
    from standoff.record.deciding import Reviewer
    from standoff.record.decisions import Decision

WhoOption = Annotated[
    str | None, typer.Option("--who", metavar="NAME", help="Who decides. Without it the name of your login.")
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why; kept in the log.")]
ACTIONS = ("accept", "reject", "edit", "undo")
COLUMNS: "tuple[Column, ...]" = (
    ("id", lambda r: r.id),
    ("when", lambda r: r.time),
    ("who", lambda r: r.who),
    ("verdict", lambda r: f"{r.action} {r.undoes or ''}".strip()),
    ("set", lambda r: "; ".join(f"{name}: {old or 'nothing'} → {new or 'nothing'}" for name, old, new in r.values)),
    ("stands", lambda r: r.standing),
    ("on", lambda r: f"{r.type}: {r.quote}" if r.quote else ""),
    ("fact", lambda r: r.on or ""),
)
"""What the log shows on a terminal."""


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("decide")(decide_cli)
    app.command("merge")(merge_cli)
    app.command("split")(split_cli)
    app.command("decisions")(decisions_cli)


@contextmanager
def reviewing(record: Path | None, who: str | None) -> Iterator["Reviewer"]:
    """Somebody who may decide on the facts of a record, with its pages put together.

    Raises:
        RecordError: there is no record, or it cannot be written.
    """
    from standoff.ingest import open_linked
    from standoff.record import Record
    from standoff.record.deciding import Reviewer
    from standoff.tell.facts import find_told

    path = record_path(record)
    open_linked(path).close()
    with Record.open(path, write=True) as opened:
        before = len(opened.decisions())
        yield Reviewer(opened, who=who, find=find_told)
        if len(opened.decisions()) > before and opened.linked:  # else pages are being read, which ends in that
            from standoff.tell.keeping import keep_views

            keep_views(opened)


@contextmanager
def at_once() -> Iterator[None]:
    """Inside one decision is made and the views are told anew: much is made, and nothing of it thrown away."""
    from standoff.record.shelf import uncollected

    with uncollected():
        yield


def _told(decision: "Decision") -> None:
    from standoff.cli.output import progress

    about = f" of {decision.undoes}" if decision.undoes else f": {decision.on[0].quote}" if decision.on else ""
    progress(f"{decision.id}: {decision.action} by {decision.who}{about}")


def decide_cli(
    action: Annotated[str, typer.Argument(help="accept, reject, edit or undo.")],
    id: Annotated[
        str | None, typer.Argument(help="The id of a row of any view; for undo of a decision, the latest without it.")
    ] = None,
    values: Annotated[
        list[str] | None, typer.Argument(metavar="FIELD=VALUE...", help="For edit: date=2013-04-08 actors=KOR,USA")
    ] = None,
    record: RecordOption = None,
    who: WhoOption = None,
    note: NoteOption = None,
    only: Annotated[bool, typer.Option("--only", help="For reject: this one report, not the event.")] = False,
) -> None:
    """Accepts, rejects or corrects a fact, or undoes a decision. Exit code 4 where nothing has this id.

    Fields of an event: date, type, mode, actors, recipients, object, place, status, negated, outcome, attributed_to;
    of a description: state, since, date, aspect, value, object, attributed_to; of an amount: value, low, high, unit, per,
    of, kind, party, claimed_by, as_of; of a quotation: speaker, party; of a reason: kind, parties, against, since,
    attributed_to; of a spell of the state: from, state, to.
    """
    if action not in ACTIONS:
        raise UsageError(
            f"there is no verdict {action!r}", hint=f"one of: {' '.join(ACTIONS)}; or `standoff merge`, `split`"
        )
    if id is None and action != "undo":
        raise UsageError(f"{action} wants the id of a fact", hint="ids stand in the rows of every view")
    if bool(values) != (action == "edit"):
        raise UsageError("edit, and nothing else, wants fields", hint="standoff decide edit ID date=2013-04-08")
    with at_once(), reviewing(record, who) as reviewer:
        if action == "undo":
            made = reviewer.undo(id, note=note)
        elif action == "edit":
            made = reviewer.edit(id or "", read_pairs(values or ()), note=note)
        elif action == "reject":
            made = reviewer.reject(id or "", only=only, note=note)
        else:
            made = reviewer.accept(id or "", note=note)
    _told(made)


def read_pairs(values: "list[str] | tuple[str, ...]") -> dict[str, str]:
    """Fields and values of `FIELD=VALUE` words.

    Raises:
        UsageError: there is no `=`.
    """
    found = {}
    for value in values:
        name, sign, text = value.partition("=")
        if not sign:
            raise UsageError(f"{value!r} is no FIELD=VALUE", hint="write it as date=2013-04-08")
        found[name.strip()] = text
    return found


def merge_cli(
    ids: Annotated[list[str], typer.Argument(metavar="ID ID...", help="Events that are one.")],
    record: RecordOption = None,
    who: WhoOption = None,
    note: NoteOption = None,
) -> None:
    """Says that several events are one. It holds against every later run; `standoff decide undo` takes it back."""
    with at_once(), reviewing(record, who) as reviewer:
        made = reviewer.merge(ids, note=note)
    _told(made)


def split_cli(
    keys: Annotated[
        list[str], typer.Argument(metavar="KEY...", help="Reports of an event; `standoff explain` shows their keys.")
    ],
    record: RecordOption = None,
    who: WhoOption = None,
    note: NoteOption = None,
) -> None:
    """Says that some reports of an event tell of another one. It holds against every later run."""
    with at_once(), reviewing(record, who) as reviewer:
        made = reviewer.split(keys, note=note)
    _told(made)


def decisions_cli(
    record: RecordOption = None,
    json: JsonOption = False,
    lost: Annotated[
        bool, typer.Option("--lost", help="Only those whose sentence is not there or not read so any more.")
    ] = False,
    export: Annotated[
        Path | None,
        typer.Option("--export", metavar="FILE", help="Write the whole log as JSON lines; - is standard output."),
    ] = None,
    take: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Add the decisions of another record's log.")
    ] = None,
    anew: Annotated[
        bool,
        typer.Option("--link", help="Put the pages together anew with what was decided, as the next `read` would."),
    ] = False,
) -> None:
    """The log of decisions, the latest first: who decided what on which sentence, and whether it stands."""
    from standoff.cli.output import print_json, wants_json
    from standoff.ingest import open_linked
    from standoff.record.carrying import export_decisions
    from standoff.tell.decided import decisions

    if anew:
        _link_anew(record)
        return
    if take is not None:
        _take_in(record, take)
        return
    with open_linked(record_path(record)) as opened:
        if export is not None:
            _write(export, b"".join(export_decisions(opened)))
            return
        rows = decisions(opened, lost=lost)
    if wants_json(json):
        print_json(rows)
    else:
        from standoff.cli.output import print_table

        print_table("decisions", COLUMNS, rows)


def _link_anew(record: Path | None) -> None:
    from standoff.cli.output import progress
    from standoff.ingest import put_together

    with reviewing(record, None) as reviewer:
        put_together(reviewer.record, workers=0)
        progress(f"{record_path(record)}: {len(reviewer.record.events())} events")


def _take_in(record: Path | None, log: Path) -> None:
    """Adds the decisions of another record's log, and says how many have no place here."""
    from standoff.cli.output import progress
    from standoff.record.carrying import import_decisions
    from standoff.tell.decided import decisions

    with reviewing(record, None) as reviewer:
        added, known = import_decisions(reviewer.record, _lines(log))
        away = len(decisions(reviewer.record, lost=True))
    progress(f"{added} decisions added, {known} already there; {away} have no place in this record")


def _write(file: Path, data: bytes) -> None:
    """Writes bytes to a file; `-` is standard output."""
    import sys

    if str(file) == "-":
        sys.stdout.buffer.write(data)
    else:
        file.write_bytes(data)


def _lines(path: Path) -> list[bytes]:
    """The lines of a file, or of standard input for `-`.

    Raises:
        InputError: it cannot be read.
    """
    import sys

    try:
        return (sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()).splitlines()
    except OSError as e:
        raise InputError(
            f"cannot read {path}: {e.strerror}", hint="name a file that `standoff decisions --export` wrote"
        ) from e
