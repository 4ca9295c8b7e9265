"""`standoff follow`: the new pages of feeds into a record."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.fetching import DelayOption, PrivateOption, ProxyOption, fetcher
from standoff.cli.options import (
    LexiconOption,
    ModelOption,
    RecordOption,
    SubjectOption,
    WorkersOption,
    own_lexicon,
    record_path,
)
from standoff.cli.read import subject_file


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("follow")(follow_cli)


def follow_cli(
    feeds: Annotated[
        Path, typer.Argument(metavar="FEEDS", help="TOML with [[feed]] url, and name, keep, full, delay.")
    ] = Path("feeds.toml"),
    record: RecordOption = None,
    subject: SubjectOption = None,
    model: ModelOption = None,
    workers: WorkersOption = 1,
    lexicon: LexiconOption = None,
    delay: DelayOption = None,
    private: PrivateOption = None,
    proxy: ProxyOption = False,
) -> None:
    """Fetches what is new in RSS, Atom and JSON feeds and reads it into a record, made where missing.

    One pass: run it again, by hand or by a timer, for what came since. Exit code 3 where some feeds or pages failed.
    """
    from standoff.cli.output import progress
    from standoff.cli.progress import Counts, reading
    from standoff.fetch.feeds import follow, load_feeds
    from standoff.ingest import read_found
    from standoff.parse import MODEL
    from standoff.subject import load_subject

    path = record_path(record)
    own_lexicon(lexicon, beside=path)
    wanted = load_feeds(feeds)
    declared = subject_file(subject, path)
    with (
        fetcher(path, delay=delay, private=private, proxy=proxy, numbered=False) as one,
        reading(several=False) as told,
    ):
        report = read_found(
            follow(wanted, one, done=lambda done: progress(str(done))),
            path,
            subject=load_subject(declared) if declared else None,
            model=model or MODEL,
            workers=workers,
            say=progress,
            watch=told.step,
        )
    progress(f"{path}: {Counts(report.read, report.known, len(report.failed))}")
    if report.failed:
        raise typer.Exit(3)
