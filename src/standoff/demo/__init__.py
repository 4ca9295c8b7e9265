"""The pages that ship with standoff: a border zone and a labour dispute, both under invented outlets."""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

DEMOS: tuple[str, ...] = ("kaesong", "strike")
PAGE_ENDINGS = (".html", ".txt")


def demo_folder(name: str) -> AbstractContextManager[Path]:
    """The folder of a demo: its pages, `subject.toml` and a note on where the facts come from.

    Raises:
        KeyError: no demo has this name.
    """
    if name not in DEMOS:
        raise KeyError(name)
    return as_file(files(__name__).joinpath(name))


def demo_pages(name: str) -> list[str]:
    """The file names of a demo's pages, in reading order.

    >>> demo_pages("strike")[0]
    '01-pelham-wire-writers.txt'
    """
    with demo_folder(name) as folder:
        return sorted(page.name for page in folder.iterdir() if page.suffix in PAGE_ENDINGS)
