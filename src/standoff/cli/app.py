"""The command `standoff` and what its exit codes mean."""

import errno
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import typer

from standoff import __version__
from standoff.cli import (
    annotate,
    check,
    compare,
    deciding,
    demo,
    differing,
    export,
    follow,
    lexicon,
    mentions,
    read,
    restore,
    review,
    schema,
    serve,
    site,
    views,
)
from standoff.cli.output import silence
from standoff.errors import NotFound, StandoffError, UsageError

FAILED, USAGE, SOME_FAILED, NOTHING, INTERRUPTED, TERMINATED = 1, 2, 3, 4, 130, 143
_STDERR = 2
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})

app = typer.Typer(
    help="Reads raw news pages about a stand-off and keeps its record, each entry with its sentence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (
    annotate,
    read,
    follow,
    views,
    review,
    deciding,
    export,
    restore,
    compare,
    differing,
    check,
    serve,
    site,
    mentions,
    lexicon,
    schema,
    demo,
):
    module.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"standoff {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    pass


def _terminated(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(TERMINATED)


def _say(error: StandoffError) -> None:
    from standoff.hostile import visible

    typer.echo(f"error: {visible(str(error))}", err=True)
    if error.hint:
        typer.echo(f"hint: {visible(error.hint)}", err=True)


def _open_streams() -> None:
    """Standard streams that the caller has closed (`>&-`) lead nowhere; else the next file opened would take their number."""
    while (fd := os.open(os.devnull, os.O_RDWR)) <= _STDERR:
        os.set_inheritable(fd, True)
    os.close(fd)
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Runs the command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage, 3 some pages failed,
    4 nothing found, 130 interrupted, 143 ended by SIGTERM.
    """
    _open_streams()
    signal.signal(signal.SIGTERM, _terminated)
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
        code = 0
    except OSError as e:
        if e.errno not in _FULL:
            raise
        silence(sys.stdout)
        where = e.filename or "standard output"
        _say(StandoffError(f"{where} cannot be written: {e.strerror}", hint="free some space, or write elsewhere"))
        code = FAILED
    except KeyboardInterrupt:
        code = INTERRUPTED
    except UsageError as e:
        _say(e)
        code = USAGE
    except NotFound as e:
        _say(e)
        code = NOTHING
    except StandoffError as e:
        _say(e)
        code = FAILED
    sys.exit(code)


def _run(argv: Sequence[str] | None) -> int:
    """The command's exit code. What typer itself refuses is wrong usage, said in its own words.

    The context is made here, since typer's own `main` ends the process with 1 where a pipe is closed.
    """
    command = typer.main.get_command(app)
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        with command.make_context("standoff", arguments) as context:
            command.invoke(context)
    except typer.Exit as e:
        return e.exit_code
    except typer.Abort as e:
        raise KeyboardInterrupt from e
    except typer.TyperException as e:
        e.show()  # type: ignore[attr-defined]  # those that a command line raises have it
        return e.exit_code
    return 0
