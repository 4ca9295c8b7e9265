"""The pages that ship with standoff: a border zone and a labour dispute, both under invented outlets."""

from importlib.resources import files
from pathlib import Path

DEMOS: tuple[str, ...] = ("kaesong", "strike")


def demo_folder(name: str) -> Path:
    """The folder of a demo.

    Raises:
        KeyError: no demo has this name.
    """
    if name not in DEMOS:
        raise KeyError(name)
    return Path(str(files(__name__) / name))


def demo_pages(name: str) -> list[Path]:
    """The pages of a demo, in the order of their file names."""
    return sorted(page for page in demo_folder(name).iterdir() if page.suffix in {".html", ".txt"})


def demo_subject(name: str) -> Path:
    """The subject file of a demo: the disputed thing and its parties."""
    return demo_folder(name) / "subject.toml"
