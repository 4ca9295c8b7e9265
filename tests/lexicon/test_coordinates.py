"""Coordinates lie on the globe, and where the time zone database names the same city, at the same place."""

import re
from importlib import resources

import pytest

from standoff.lexicon.coordinates import coordinates

_ZONE = re.compile(r"\w\w\t([+-])(\d\d)(\d\d)(?:\d\d)?([+-])(\d{3})(\d\d)(?:\d\d)?\t\S*?([^/\s]+)(?:\t|$)")


def _zones() -> dict[str, tuple[float, float]]:
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    found = {}
    for line in table.splitlines():
        if match := _ZONE.match(line):
            south, west = (-1 if match[1] == "-" else 1), (-1 if match[4] == "-" else 1)
            latitude, longitude = int(match[2]) + int(match[3]) / 60, int(match[5]) + int(match[6]) / 60
            found[match[7].replace("_", " ").lower()] = south * latitude, west * longitude
    return found


def test_every_place_lies_on_the_globe() -> None:
    assert len(coordinates()) > 250
    assert [name for name, (lat, lon) in coordinates().items() if not (-90 <= lat <= 90 and -180 <= lon <= 180)] == []


def test_cities_of_the_time_zone_database_lie_where_it_says() -> None:
    zones = _zones()
    shared = sorted(zones.keys() & coordinates().keys())
    assert len(shared) > 150
    for name in shared:
        assert coordinates()[name] == pytest.approx(zones[name], abs=0.05), name
