"""The views: a table on a terminal, JSON lines where piped or asked."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from standoff.cli.options import AtOption, JsonOption, RecordOption, SaysOption, own_lexicon, record_path
from standoff.errors import UsageError

LAST, CHANGED = "last", 5
PLAIN = {
    "thing": "The disputed thing as known on a day: state, aspects, stakes, open demands, next talks.",
    "who": "Who does what to whom, how often.",
    "talks": "Rounds of talks: where, led by whom, with what outcome, when next.",
    "promises": "Demands, offers, promises, threats and deadlines, and what became of them.",
    "stakes": "What it costs or brings each side.",
    "reasons": "Why, as claimed and by whom: reasons, aims, interests, standing conditions.",
    "patterns": "What answered what, and how threats, talks, concessions and aid follow one another.",
    "voices": "What people are quoted as saying; readers' comments apart.",
}
"""Views that are all asked for in the same way, by what they tell; each is a module of `tell` with a function of its name."""


def register(app: typer.Typer) -> None:
    """Adds a command for each view."""
    app.command("timeline")(timeline_cli)
    app.command("state")(state_cli)
    for view, told in PLAIN.items():
        app.command(view, help=told)(_plain(view))
    app.command("climate")(climate_cli)
    app.command("brief")(brief_cli)
    app.command("explain")(explain_cli)
    app.command("gaps")(gaps_cli)


def _day(option: str, value: str | None) -> str | None:
    """The value, if it is a date.

    Raises:
        UsageError: it is not.
    """
    from standoff.edtf import bounds

    if value is not None and bounds(value) is None:
        raise UsageError(f"{option} {value!r} is no date", hint="write it as 2013-07-15, 2013-07 or 2013")
    return value


def _show(rows: Any, view: str, json: bool) -> None:
    """Prints the rows of a view, or the one object that `state` and `thing` are."""
    from standoff.cli.output import print_json, wants_json

    if wants_json(json):
        print_json(rows if isinstance(rows, list) else [rows])
    else:
        from standoff.cli.tables import print_view

        print_view(view, rows)


def timeline_cli(
    record: RecordOption = None,
    json: JsonOption = False,
    at: AtOption = None,
    says: SaysOption = None,
    top: Annotated[
        int | None, typer.Option("--top", min=1, help="Only the N heaviest, of what is well founded.")
    ] = None,
    date_from: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Nothing older.")] = None,
    date_to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Nothing younger.")] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="The tray: what is too doubtful for the timeline.")
    ] = False,
    days: Annotated[
        bool,
        typer.Option("--per-day", help="The days that matter, each with sentences; as many as it takes, or --top."),
    ] = False,
) -> None:
    """What happened, and what is planned, in order; reports of the same event are one row."""
    from standoff.ingest import open_linked
    from standoff.tell.timeline import timeline

    day, first, last = _day("--at", at), _day("--from", date_from), _day("--to", date_to)
    if days:
        from standoff.tell.days import per_day

        if says is not None or doubtful:
            raise UsageError("--per-day goes with --at, --top, --from and --to alone")
        with open_linked(record_path(record)) as opened:
            found = per_day(opened, at=day, top=top, date_from=first, date_to=last)
        _show(found, "days", json)
        return
    with open_linked(record_path(record)) as opened:
        rows = timeline(
            opened,
            at=day,
            says=says,
            top=top,
            doubtful=doubtful,
            date_from=first,
            date_to=last,
        )
    _show(rows, "timeline", json)


def _plain(view: str) -> Callable[..., None]:
    """The command of a view that is asked for nothing but the day and whose claims."""

    def command(
        record: RecordOption = None, json: JsonOption = False, at: AtOption = None, says: SaysOption = None
    ) -> None:
        from standoff.ingest import open_linked

        tell = getattr(import_module(f"standoff.tell.{view}"), view)
        day = _day("--at", at)
        with open_linked(record_path(record)) as opened:
            rows = tell(opened, at=day, says=says)
        _show(rows, view, json)

    return command


def climate_cli(
    record: RecordOption = None,
    json: JsonOption = False,
    at: AtOption = None,
    says: SaysOption = None,
    turns: Annotated[bool, typer.Option("--turns", help="The turning points alone, each named by its event.")] = False,
) -> None:
    """How relations warm or cool, by week and direction."""
    from standoff.ingest import open_linked
    from standoff.tell.climate import climate
    from standoff.tell.turns import turns as turning

    day = _day("--at", at)
    with open_linked(record_path(record)) as opened:
        if turns:
            _show(turning(opened, at=day, says=says), "turns", json)
        else:
            _show(climate(opened, at=day, says=says), "climate", json)


def brief_cli(
    record: RecordOption = None,
    json: JsonOption = False,
    at: AtOption = None,
    says: SaysOption = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="What is new since that day; last: since this was last asked."),
    ] = None,
) -> None:
    """One paragraph, each sentence with its sources."""
    from standoff.ingest import open_linked
    from standoff.tell.brief import brief

    if since == LAST:
        if at is not None or says is not None:
            raise UsageError("--since last is what was seen, by --at and --says nothing was", hint="give a day instead")
        _show(_since_last(record_path(record)), "brief", json)
        return
    day, since_day = _day("--at", at), _day("--since", since)
    with open_linked(record_path(record)) as opened:
        rows = brief(opened, at=day, says=says, since=since_day)
    _show(rows, "brief", json)


def _since_last(path: Path) -> Any:
    """What has changed since the last look, which this one becomes; the whole brief where it is the first."""
    from standoff.cli.output import progress
    from standoff.ingest import open_linked
    from standoff.record.looks import last_look, take_look
    from standoff.record.store import Record
    from standoff.tell.brief import brief
    from standoff.tell.since import look, since

    with open_linked(path) as opened:
        then = last_look(opened)
        rows = since(opened, then) if then else brief(opened)
        seen = look(opened)
    if then is None:
        progress("nobody has looked before: this is the whole brief")
    elif not rows:
        progress(f"nothing has changed since the last look, up to {then.day or 'pages without a day'}")
    with Record.open(path, write=True) as opened:
        take_look(opened, seen)
    return rows


def state_cli(
    record: RecordOption = None,
    json: JsonOption = False,
    at: AtOption = None,
    says: SaysOption = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit code 5 where the state is another than at the last look.")
    ] = False,
) -> None:
    """Whether the disputed thing is open, restricted or shut, since when, and what is announced.

    A look is taken by `brief --since last` alone.
    """
    from standoff.ingest import open_linked
    from standoff.record.looks import last_look
    from standoff.tell.since import state_changed
    from standoff.tell.state import state

    day = _day("--at", at)
    with open_linked(record_path(record)) as opened:
        view = state(opened, at=day, says=says)
        changed = exit_code and state_changed(opened, last_look(opened))
    _show(view, "state", json)
    if changed:
        raise typer.Exit(CHANGED)


def explain_cli(
    id: Annotated[str, typer.Argument(help="The id of a row of any view.")],
    record: RecordOption = None,
    json: JsonOption = False,
) -> None:
    """Every span behind an entry, the rule that fired, what differs. Exit code 4 where nothing has this id."""
    from standoff.ingest import open_linked
    from standoff.tell.explain import explain

    with open_linked(record_path(record)) as opened:
        found = explain(opened, id)
    _show(found, "explain", json)


def gaps_cli(
    record: RecordOption = None,
    json: JsonOption = False,
    top: Annotated[int | None, typer.Option("--top", min=1, help="Only the N most frequent of each kind.")] = 40,
) -> None:
    """What the lexicon lacks: verbs and nouns between the sides that gave no event, and sentences naming both that gave none."""
    from standoff.gaps import gaps
    from standoff.ingest import open_linked

    own_lexicon(None, beside=record_path(record))
    with open_linked(record_path(record)) as opened:
        rows = gaps(opened, top=top)
    _show(rows, "gaps", json)
