"""Where places lie, for maps."""

from functools import cache

import msgspec

from standoff.lexicon import load_table


class CoordinateTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`coordinates.toml`: latitude and longitude by name."""

    at: dict[str, tuple[float, float]]


@cache
def coordinates() -> dict[str, tuple[float, float]]:
    """Latitude and longitude in degrees, by name in lower case.

    >>> coordinates()["geneva"]
    (46.2, 6.14)
    """
    return {name.lower(): place for name, place in load_table("coordinates", CoordinateTable).at.items()}
