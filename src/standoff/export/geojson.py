"""GeoJSON (RFC 7946): a feature an event that names its place.

Coordinates come from the table `coordinates.toml` and a user's own; a place that stands in neither has a null geometry, as
the format provides for, and keeps its name.
"""

from typing import Any, BinaryIO

import msgspec

from standoff.hostile import web_link
from standoff.lexicon.coordinates import coordinates
from standoff.record import Record
from standoff.tell.timeline import timeline


def write_geojson(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes a feature collection, by date."""
    places = {event.id: event.place for event in record.events(at)}
    features = [
        {
            "type": "Feature",
            "id": row.id,
            "geometry": _geometry(place),
            "properties": {
                "place": place,
                "date": row.date,
                "type": row.type,
                "status": row.status,
                "actors": row.actors,
                "recipients": row.recipients,
                "summary": row.summary,
                "quote": row.sources[0].quote,
                "url": web_link(row.sources[0].url),
            },
        }
        for row in timeline(record, at=at)
        if (place := places.get(row.id))
    ]
    told = {"type": "FeatureCollection", "features": features}
    sink.write(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")


def _geometry(place: str) -> dict[str, Any] | None:
    """The point of the longest listed name in the words for the place: `a hotel in Geneva` lies in Geneva."""
    words = place.lower().replace(",", " ").split()
    known = coordinates()
    for length in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            if (found := known.get(" ".join(words[start : start + length]))) is not None:
                return {"type": "Point", "coordinates": [found[1], found[0]]}
    return None
