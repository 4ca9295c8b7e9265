"""Tables of words: TOML under `data/<language>/`, read once, as typed records.

One module a table says its type; every entry carries examples that the tests run. A user's own entries join them, see
`overlay`.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import TypeVar

import msgspec

from standoff.errors import LexiconError
from standoff.lexicon.overlay import joined, overlay_folder, overlay_table

T = TypeVar("T")


@cache
def load_table(name: str, kind: type[T], *, language: str = "en") -> T:
    """The table `data/<language>/<name>.toml` with the overlay's entries, decoded as `kind`; the same object at each call.

    Raises:
        LexiconError: there is no such table, or an entry does not fit `kind`.
    """
    path = resources.files(__name__) / "data" / language / f"{name}.toml"
    try:
        data = path.read_bytes()
    except FileNotFoundError as e:
        raise LexiconError(f"no table {name!r} for language {language!r}", hint="English is `en`") from e
    own = overlay_table(name) if language == "en" else None
    if own is not None:
        try:
            return msgspec.convert(joined(tomllib.loads(data.decode()), own), kind)
        except msgspec.ValidationError as e:
            raise LexiconError(
                f"{overlay_folder()}/{name}.toml: {e}", hint=f"compare it with the shipped entries of {name}.toml"
            ) from e
    try:
        return msgspec.toml.decode(data, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as e:
        raise LexiconError(
            f"lexicon/data/{language}/{name}.toml: {e}", hint="compare it with the entries around it"
        ) from e
