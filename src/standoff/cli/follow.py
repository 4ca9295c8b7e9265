"""`standoff follow`: the new pages of feeds into a record."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from standoff.fetch.address import Address
    from standoff.fetch.feeds import Followed
    from standoff.fetch.pages import Fetcher
    from standoff.model import Subject


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
    every: Annotated[
        float | None, typer.Option("--every", min=1, metavar="MINUTES", help="Again and again, until it is ended.")
    ] = None,
    webhook: Annotated[
        str | None, typer.Option("--webhook", metavar="URL", help="Send there what has changed, as JSON by POST.")
    ] = None,
    delay: DelayOption = None,
    private: PrivateOption = None,
    proxy: ProxyOption = False,
) -> None:
    """Fetches what is new in RSS, Atom and JSON feeds and reads it into a record, made where missing.

    One pass, or one every so many minutes. Exit code 3 where some feeds or pages failed.
    """
    from standoff.fetch.address import parse_address
    from standoff.fetch.clock import SystemClock
    from standoff.fetch.feeds import load_feeds
    from standoff.subject import load_subject

    path = record_path(record)
    own_lexicon(lexicon, beside=path)
    declared = subject_file(subject, path)
    one = _Following(
        wanted=load_feeds(feeds),
        path=path,
        subject=load_subject(declared) if declared else None,
        model=model,
        workers=workers,
        told=parse_address(webhook) if webhook else None,
        fetcher=lambda: fetcher(path, delay=delay, private=private, proxy=proxy, numbered=False),
    )
    failed = one.run()
    while every is not None:
        SystemClock().sleep(every * 60)
        failed = one.run() or failed
    if failed:
        raise typer.Exit(3)


@dataclass(frozen=True, slots=True)
class _Following:
    """What every pass over the feeds needs."""

    wanted: "tuple[Followed, ...]"
    path: Path
    subject: "Subject | None"
    model: str | None
    workers: int
    told: "Address | None"
    fetcher: "Callable[[], AbstractContextManager[Fetcher]]"

    def run(self) -> bool:
        """One pass; whether something failed."""
        from standoff.cli.output import progress
        from standoff.cli.progress import Counts, reading
        from standoff.fetch.feeds import follow
        from standoff.ingest import read_found
        from standoff.parse import MODEL

        with self.fetcher() as one, reading(several=False) as told:
            report = read_found(
                follow(self.wanted, one, done=lambda done: progress(str(done))),
                self.path,
                subject=self.subject,
                model=self.model or MODEL,
                workers=self.workers,
                say=progress,
                watch=told.step,
            )
        progress(f"{self.path}: {Counts(report.read, report.known, len(report.failed))}")
        return bool(report.failed) | self._announce()

    def _announce(self) -> bool:
        """Tells the webhook, if there is one; whether that failed."""
        if self.told is None:
            return False
        from standoff.announce import announce
        from standoff.cli.output import progress
        from standoff.errors import FetchError

        try:
            count = announce(self.path, self.told)
        except FetchError as e:
            progress(f"{e}; it will be sent again with the next pass")
            return True
        progress(f"{self.told.url}: {count} changes told" if count else "nothing has changed")
        return False
