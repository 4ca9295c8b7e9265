"""The command line: reads arguments, calls the library, prints. Standard output carries data only."""

import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Runs the command and ends the process with its exit code; Ctrl-C while its modules are loaded is quiet too."""
    try:
        from standoff.cli import app
    except KeyboardInterrupt:
        sys.exit(130)
    app.main(argv)
