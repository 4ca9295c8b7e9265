"""`standoff annotate`: pages in, annotations out, one JSON line each."""

import io
import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from standoff.cli.options import LexiconOption, ModelOption, SubjectOption, WorkersOption, own_lexicon
from standoff.errors import InputError

_HEAD = 4096


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("annotate")(annotate_cli)


def annotate_cli(
    file: Annotated[Path | None, typer.Argument(help="JSON Lines, one page a line; standard input without it.")] = None,
    subject: SubjectOption = None,
    model: ModelOption = None,
    workers: WorkersOption = 1,
    lexicon: LexiconOption = None,
) -> None:
    """Annotates pages: JSON Lines in, JSON Lines out, in order, one at a time.

    In: id, html or text, and optionally url, published, plain, title, authors, publisher, section, captured, parts.
    Exit code 3 where some pages failed.
    Pages are read in child processes: one that crashes, takes over 30 s of CPU time or over 2 GiB of memory fails alone.
    """
    own_lexicon(lexicon, beside=None)
    if file is None or str(file) == "-":
        refuse_packed(sys.stdin.buffer, "standard input")
        failures = annotate_stream(sys.stdin.buffer, sys.stdout.buffer, subject=subject, model=model, workers=workers)
    else:
        try:
            stream = file.open("rb")
        except OSError as e:
            raise InputError(
                f"cannot read {file}: {e.strerror}", hint="name a file of JSON Lines, or pipe it in"
            ) from e
        with stream:
            refuse_packed(stream, str(file))
            failures = annotate_stream(
                stream, sys.stdout.buffer, subject=subject, model=model, workers=workers, ahead=file.is_file()
            )
    if failures:
        raise typer.Exit(3)


def refuse_packed(stream: BinaryIO, name: str) -> None:
    """Stops at once where a web archive or packed data are given for JSON Lines, instead of answering each of their lines.

    Raises:
        InputError: they are.
    """
    from standoff.read.decoding import is_gzip
    from standoff.read.warc.unpack import is_archive

    head = stream.peek(_HEAD) if isinstance(stream, io.BufferedReader) else b""
    if is_archive(head):
        raise InputError(
            f"{name} is a web archive, not JSON Lines",
            hint="read it into a record: standoff read ARCHIVE --record FILE",
        )
    if is_gzip(head):
        raise InputError(f"{name} is gzip data, not JSON Lines", hint="unpack it: gzip -dc FILE | standoff annotate")


def annotate_stream(
    source: BinaryIO,
    sink: BinaryIO,
    *,
    subject: Path | None = None,
    model: str | None = None,
    workers: int = 1,
    ahead: bool = False,
) -> int:
    """Writes a line for each line; the number of pages that failed.

    Without `ahead`, one worker answers each line before the next is read: whoever writes them may wait for the answers.
    """
    from standoff.answers import is_failed, to_line
    from standoff.engine import annotate_all
    from standoff.parse import MODEL
    from standoff.read import read_jsonl
    from standoff.subject import load_subject

    declared = load_subject(subject) if subject else None
    failures = 0
    answers = annotate_all(read_jsonl(source), subject=declared, model=model or MODEL, workers=workers, ahead=ahead)
    for _, annotation in answers:
        failures += is_failed(annotation)
        sink.write(to_line(annotation))
        sink.flush()
    return failures
