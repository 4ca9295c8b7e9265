"""`standoff read`: pages into a record."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.fetching import DelayOption, FetchOption, PrivateOption, ProxyOption, fetching
from standoff.cli.options import (
    LexiconOption,
    ModelOption,
    RecordOption,
    SubjectOption,
    WorkersOption,
    own_lexicon,
    record_path,
)
from standoff.errors import InputError, UsageError


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("read")(read_cli)


def read_cli(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...", help="Files of any form in docs/sources.md, folders, globs; - is standard input."
        ),
    ] = None,
    record: RecordOption = None,
    subject: SubjectOption = None,
    model: ModelOption = None,
    workers: WorkersOption = 1,
    lexicon: LexiconOption = None,
    fetch: FetchOption = False,
    delay: DelayOption = None,
    private: PrivateOption = None,
    proxy: ProxyOption = False,
    annotations: Annotated[
        Path | None, typer.Option("--annotations", metavar="FILE", help="Lines made elsewhere, of pages in the record.")
    ] = None,
) -> None:
    """Reads pages into a record, made where missing. Exit code 3 where some pages failed.

    Without --subject: $STANDOFF_SUBJECT, else a standoff.toml beside the record, else the subject is found.
    """
    from standoff.cli.output import progress
    from standoff.cli.progress import Counts, reading
    from standoff.ingest import read_found
    from standoff.parse import MODEL
    from standoff.read.sources import iter_found
    from standoff.subject import load_subject

    path = record_path(record)
    own_lexicon(lexicon, beside=path)
    if not sources:
        if annotations is None:
            raise UsageError("nothing to read", hint="name pages, or --annotations FILE")
        _take_in(annotations, path)
        return
    refuse_addresses(sources, fetch=fetch)
    declared = subject_file(subject, path)
    with (
        fetching(fetch, path, delay=delay, private=private, proxy=proxy) as expand,
        reading(several=len(sources) > 1) as told,
    ):
        report = read_found(
            expand(iter_found(sources, say=progress)),
            path,
            subject=load_subject(declared) if declared else None,
            model=model or MODEL,
            workers=workers,
            say=progress,
            watch=told.step,
        )
    progress(f"{path}: {Counts(report.read, report.known, len(report.failed))}")
    if annotations is not None:
        _take_in(annotations, path)
    if report.failed:
        raise typer.Exit(3)


def _take_in(file: Path, path: Path) -> None:
    """Takes in lines made elsewhere; says what was refused, and ends with exit code 3 where something was."""
    from standoff.cli.output import progress
    from standoff.contribute import contribute

    try:
        lines = file.read_bytes().splitlines()
    except OSError as e:
        raise InputError(f"cannot read {file}: {e.strerror}", hint="name a file of CONTRACT lines") from e
    taken = contribute(lines, path)
    for refused in taken.refused:
        progress(f"refused: {refused}")
    progress(f"{path}: {taken.mentions} mentions of {file.name} taken in, {len(taken.refused)} refused")
    if taken.refused:
        raise typer.Exit(3)


def refuse_addresses(sources: Sequence[str], *, fetch: bool) -> None:
    """Looks for addresses among the sources, where nobody asked to fetch.

    Raises:
        UsageError: there is one.
    """
    from standoff.read.forms.address_list import is_address

    if named := next((source for source in sources if is_address(source) and not fetch), None):
        raise UsageError(f"{named} is an address, and nothing is fetched unless asked", hint="add --fetch")


def subject_file(given: Path | None, record: Path) -> Path | None:
    """The subject file that counts: the one given, else $STANDOFF_SUBJECT, else a `standoff.toml` beside the record."""
    if given is not None:
        return given
    if named := os.environ.get("STANDOFF_SUBJECT"):
        return Path(named)
    beside = record.parent / "standoff.toml"
    return beside if beside.is_file() else None
