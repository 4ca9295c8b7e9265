"""What an annotation was made by: when this changes, it is stale and made again."""

from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from standoff import __version__
from standoff.lexicon.overlay import overlay_hash
from standoff.model import Subject

_MAKERS = ("annotate.py", "model.py", "edtf.py", "lexicon", "read", "parse", "times", "quantities", "extract")
"""The modules and packages left of the record: what they hold decides what a page gives."""


@cache
def code_hash() -> str:
    """A hash of the code and the lexicons that make annotations, a user's own entries included."""
    found = sha256(__version__.encode() + overlay_hash().encode())
    root = resources.files("standoff")
    for name in _MAKERS:
        for path, data in files(root / name, name):
            found.update(path.encode() + b"\0" + data)
    return found.hexdigest()[:16]


def files(place: Traversable, path: str) -> list[tuple[str, bytes]]:
    """The code and the tables at a place, each with its path."""
    if place.is_file():
        return [(path, place.read_bytes())] if path.endswith((".py", ".toml", ".npz")) else []
    if not place.is_dir():
        return []
    inside = sorted(place.iterdir(), key=lambda each: each.name)
    return [found for each in inside for found in files(each, f"{path}/{each.name}")]


def made_by(*, model: str, subject: Subject | None) -> str:
    """What makes annotations now, in one short name: code, lexicons, model and declared subject."""
    declared = msgspec.json.encode(subject).decode() if subject else ""
    return sha256(f"{code_hash()}|{model}|{declared}".encode()).hexdigest()[:16]
