"""The views: a table on a terminal, JSON lines where piped or asked."""

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer

from standoff.cli.options import AtOption, JsonOption, RecordOption, SaysOption, record_path
from standoff.errors import UsageError

PLAIN = {
    "state": "Whether the disputed thing is open, restricted or shut, since when, and what is announced.",
    "thing": "The disputed thing as known on a day: state, aspects, stakes, open demands, next talks.",
    "who": "Who does what to whom, how often.",
    "talks": "Rounds of talks: where, led by whom, with what outcome, when next.",
    "promises": "Demands, offers, promises, threats and deadlines, and what became of them.",
    "stakes": "What it costs or brings each side.",
    "reasons": "Why, as claimed and by whom: reasons, aims, interests, standing conditions.",
    "climate": "How relations warm or cool, by week and direction.",
    "voices": "What people are quoted as saying; readers' comments apart.",
}
"""Views that are all asked for in the same way, by what they tell; each is a module of `tell` with a function of its name."""


def register(app: typer.Typer) -> None:
    """Adds a command for each view."""
    app.command("timeline")(timeline_cli)
    for view, told in PLAIN.items():
        app.command(view, help=told)(_plain(view))
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
    top: Annotated[int | None, typer.Option("--top", min=1, help="Only the N heaviest.")] = None,
    date_from: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Nothing older.")] = None,
    date_to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Nothing younger.")] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="The tray: what is too doubtful for the timeline.")
    ] = False,
) -> None:
    """What happened, and what is planned, in order; reports of the same event are one row."""
    from standoff.ingest import open_linked
    from standoff.tell.timeline import timeline

    day, first, last = _day("--at", at), _day("--from", date_from), _day("--to", date_to)
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


def brief_cli(
    record: RecordOption = None,
    json: JsonOption = False,
    at: AtOption = None,
    says: SaysOption = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="What is new since that day.")] = None,
) -> None:
    """One paragraph, each sentence with its sources."""
    from standoff.ingest import open_linked
    from standoff.tell.brief import brief

    day, since_day = _day("--at", at), _day("--since", since)
    with open_linked(record_path(record)) as opened:
        rows = brief(opened, at=day, says=says, since=since_day)
    _show(rows, "brief", json)


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

    with open_linked(record_path(record)) as opened:
        rows = gaps(opened, top=top)
    _show(rows, "gaps", json)
