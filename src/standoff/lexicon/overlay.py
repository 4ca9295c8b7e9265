"""A user's own entries: a folder of TOML files with the names of the shipped tables, whose entries join theirs.

The folder is named by `$STANDOFF_LEXICON`, which the workers of a run inherit; commands set it by `--lexicon`.
"""

import os
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from standoff.errors import LexiconError

VARIABLE = "STANDOFF_LEXICON"
BESIDE = "standoff-lexicon"
"""The folder's name where it lies beside a record and nothing else is said."""

Table = dict[str, Any]


def use_overlay(folder: Path) -> None:
    """Makes a folder the overlay of this process and of those that it starts; call it before any table is loaded.

    Raises:
        LexiconError: there is no such folder, or a file in it has the name of no table.
    """
    if not folder.is_dir():
        raise LexiconError(f"no folder {folder}", hint="name a folder with TOML files, such as actions_talk.toml")
    known = {entry.name for entry in (resources.files("standoff.lexicon") / "data" / "en").iterdir()}
    for path in _files(folder):
        if path.name not in known:
            names = ", ".join(sorted(known))
            raise LexiconError(f"{path}: there is no table {path.stem!r} to add to", hint=f"the tables: {names}")
    os.environ[VARIABLE] = str(folder.resolve())


def overlay_folder() -> Path | None:
    """The folder in use, if any."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def overlay_hash() -> str:
    """A hash of the folder's files; empty without one: what an annotation is made by."""
    folder = overlay_folder()
    if folder is None:
        return ""
    found = sha256()
    for path in _files(folder):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def overlay_table(name: str) -> Table | None:
    """What the folder holds for a table, as it stands; None where nothing.

    Raises:
        LexiconError: the file is no TOML.
    """
    folder = overlay_folder()
    path = folder / f"{name}.toml" if folder else None
    if path is None or not path.is_file():
        return None
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise LexiconError(f"{path}: {e}", hint="mend the line, or take the file out of the folder") from e


def joined(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> Table:
    """A shipped table with a user's entries: those with an id replace their namesake or are added, lists grow."""
    result = dict(shipped)
    for key, value in own.items():
        there = result.get(key)
        if isinstance(there, dict) and isinstance(value, dict):
            result[key] = joined(there, value)
        elif isinstance(there, list) and isinstance(value, list):
            result[key] = _lists(there, value)
        else:
            result[key] = value
    return result


def _lists(shipped: list[Any], own: list[Any]) -> list[Any]:
    if all(isinstance(entry, dict) and "id" in entry for entry in (*shipped, *own)):
        by_id = {entry["id"]: entry for entry in (*shipped, *own)}
        return [by_id[name] for name in sorted(by_id)]
    return [*shipped, *(entry for entry in own if entry not in shipped)]


def _files(folder: Path) -> list[Path]:
    """The folder's tables, by name; nothing else in it is read."""
    return sorted(path for path in folder.glob("*.toml") if path.is_file())
