"""`standoff demo`: the shipped pages, read and told."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.errors import UsageError


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("demo")(demo_cli)


def demo_cli(
    name: Annotated[
        str, typer.Argument(help="kaesong (a jointly run zone, 2013) or strike (a labour dispute, 2023).")
    ] = "kaesong",
    record: Annotated[
        Path | None, typer.Option("--record", help="Where to keep it; ./standoff-demo-NAME.db without it.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Read the pages, print nothing.")] = False,
) -> None:
    """Reads the shipped pages into a record, prints the brief and says what to try next."""
    from standoff.cli.output import progress
    from standoff.cli.tables import print_brief
    from standoff.demo import DEMOS, demo_folder
    from standoff.ingest import read_pages
    from standoff.read import iter_sources
    from standoff.record import Record
    from standoff.subject import load_subject
    from standoff.tell.brief import brief

    if name not in DEMOS:
        raise UsageError(f"there is no demo {name!r}", hint=f"one of: {' '.join(DEMOS)}")
    path = record or Path(f"standoff-demo-{name}.db")
    with demo_folder(name) as folder:
        pages = sorted(str(page) for page in folder.iterdir() if page.suffix in (".html", ".txt"))
        report = read_pages(iter_sources(pages), path, subject=load_subject(folder / "subject.toml"), say=progress)
    if quiet:
        return
    progress(f"{report.read} pages read, {report.known} already there, into {path}\n")
    with Record.open(path) as opened:
        print_brief(brief(opened))
    progress(
        f"\nTry next:\n"
        f"  standoff timeline --record {path}         what happened, in order\n"
        f"  standoff state --record {path}            open, restricted or shut, since when\n"
        f"  standoff explain ID --record {path}       the sentences behind an entry\n"
        f"  standoff serve --record {path} --open     the same as a web page\n"
        f"  standoff demo {'strike' if name != 'strike' else 'kaesong'}"
    )
