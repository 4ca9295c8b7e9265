"""Fits the dictionary with which linking packs what it remembers, to the pages of our own folders.

    python -m training.packing

reads them, puts each folder together, and writes `src/standoff/link/recurring.zdict`.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import zstandard

from standoff.ingest import read_pages
from standoff.link import packing
from standoff.link.cores import Core
from standoff.link.units import Unit
from standoff.read.sources import iter_sources
from standoff.subject import load_subject

ROOT = Path(__file__).parents[1]
SIZE = 4096
PACKED: tuple[tuple[str, str, Callable[[bytes], object]], ...] = (
    ("unit", "told", packing.Unpack(Unit)),
    ("core", "act", packing.Unpack(Core)),
)


def samples(folder: Path, scratch: Path) -> list[bytes]:
    """What linking remembers of a folder, not packed."""
    path = scratch / f"{folder.name}.db"
    read_pages(
        iter_sources([str(folder / "pages.jsonl")]), path, subject=load_subject(folder / "subject.toml"), workers=0
    )
    db = sqlite3.connect(path)
    try:
        found: list[bytes] = []
        for table, column, unpack in PACKED:
            rows = db.execute(f"SELECT {column} FROM {table} ORDER BY 1")
            found += [msgspec.msgpack.encode(unpack(packed)) for (packed,) in rows]
        return found
    finally:
        db.close()


def main() -> None:
    """Writes the dictionary."""
    with TemporaryDirectory() as scratch:
        folders = sorted(path.parent for path in (ROOT / "gate" / "standoffs").glob("*/pages.jsonl"))
        told = [each for folder in folders for each in samples(folder, Path(scratch))]
    fitted = zstandard.train_dictionary(SIZE, [*sorted(told)])
    (ROOT / "src" / "standoff" / "link" / packing.DICTIONARY).write_bytes(fitted.as_bytes())


if __name__ == "__main__":
    main()
