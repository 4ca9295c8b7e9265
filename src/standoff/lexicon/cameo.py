"""CAMEO: the codes with Goldstein scores and quad classes, and the one that a PLOVER type and mode goes out as."""

from functools import cache
from typing import Annotated

import msgspec
from msgspec import Meta as Is

from standoff.lexicon import load_table
from standoff.model import PloverType, Status

_AGREED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_TO_COME = frozenset({"planned", "promised"})


class CameoCode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A CAMEO code; `type` and `mode` are PLOVER's for it, none for statements and appeals."""

    id: str
    goldstein: Annotated[float, Is(description="-10 to 10")]
    quad: Annotated[int, Is(description="GDELT's QuadClass, 1 to 4")]
    type: PloverType | None = None
    mode: str | None = None


class CameoChoice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The code that a type, in a mode where it names one, goes out as."""

    type: PloverType
    code: str
    mode: str | None = None


class CameoTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`cameo.toml`."""

    code: tuple[CameoCode, ...]
    choice: tuple[CameoChoice, ...]


@cache
def cameo_codes() -> dict[str, CameoCode]:
    """Every CAMEO code by its id."""
    return {entry.id: entry for entry in load_table("cameo", CameoTable).code}


@cache
def _choices() -> dict[tuple[str, str | None], str]:
    return {(entry.type, entry.mode): entry.code for entry in load_table("cameo", CameoTable).choice}


def cameo_of(type_: PloverType, mode: str | None = None, status: Status = "happened") -> CameoCode:
    """The CAMEO code of a PLOVER type in a mode, the root where the mode has none of its own.

    Talks, support, cooperation and aid that are to come are agreements, as the PLOVER manual rules.

    >>> cameo_of("PROTEST", "strike").id, cameo_of("COERCE", "cyber").id, cameo_of("CONSULT", status="planned").id
    ('143', '17', '03')
    """
    if status in _TO_COME and type_ in _AGREED:
        type_, mode = "AGREE", None
    choices = _choices()
    return cameo_codes()[choices.get((type_, mode)) or choices[type_, None]]
