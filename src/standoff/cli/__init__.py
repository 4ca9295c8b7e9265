"""The command line: reads arguments, calls the library, prints. Standard output carries data only."""

from standoff.cli.app import main

__all__ = ["main"]
