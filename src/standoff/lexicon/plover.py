"""PLOVER: the 16 event types with modes, conflict-cooperation scores, quad classes and CAMEO roots."""

from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.model import PloverType


class Mode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mode of a type and its score."""

    id: str
    score: float | None = None


class TypeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A PLOVER type. `verb`: how a summary says it, in the past, `{r}` the recipient."""

    id: PloverType
    quad: int
    score: float
    cameo: tuple[str, ...]
    means: str
    modes: tuple[Mode, ...] = ()


class PloverTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`plover.toml`."""

    type: tuple[TypeEntry, ...]


@cache
def plover_types() -> dict[str, TypeEntry]:
    """Every type by its id."""
    return {entry.id: entry for entry in load_table("plover", PloverTable).type}


def plover_score(type_: PloverType, mode: str | None = None) -> float:
    """The PLOVER conflict-cooperation score, -10 to 10: of the mode where it has one, else of the type.

    >>> plover_score("COERCE", "restrict"), plover_score("AGREE")
    (-7.0, 2.5)
    """
    entry = plover_types()[type_]
    return next((m.score for m in entry.modes if m.id == mode and m.score is not None), entry.score)
