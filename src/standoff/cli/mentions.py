"""`standoff times` and `standoff quantities`: one kind of mention alone, without a model."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from standoff.errors import InputError


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("times")(times_cli)
    app.command("quantities")(quantities_cli)


FileArgument = Annotated[Path | None, typer.Argument(help="A text file; standard input without it.")]


def times_cli(
    file: FileArgument = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="The day the text was published.")
    ] = None,
) -> None:
    """Finds the temporal expressions of a text as TIMEX3, one JSON line each."""
    from standoff.times import find

    _print(file, lambda text: find(text, published=published))


def quantities_cli(file: FileArgument = None) -> None:
    """Finds the amounts of a text, one JSON line each."""
    from standoff.quantities import find

    _print(file, find)


def _print(file: Path | None, find: Callable[[str], Sequence[Any]]) -> None:
    text = _text(file)
    for mention in find(text):
        row = {"words": text[mention.start : mention.end], **msgspec.structs.asdict(mention)}
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    sys.stdout.buffer.flush()


def _text(file: Path | None) -> str:
    if file is None or str(file) == "-":
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as e:
        raise InputError(f"cannot read {file}: {e.strerror}", hint="name a text file, or pipe it in") from e
