"""Events as GeoJSON (RFC 7946), each with everything its row holds, and with the licence and how to read its point."""

from collections.abc import Mapping
from typing import Any

import orjson
import pandas as pd

from data.geo.locations import Location, locations_on_map, on_the_globe
from data.package.package import Package
from data.package.rows import iterate_rows

POINT_COLUMNS = ("lat", "lon")
READ_POINTS = (
    "A point whose geo_precision is admin1, sea_area or country only stands for an area: read it with radius_km and "
    "geo_note, and never as a position. A state without a point of its own has one well inside it, and two states have "
    "two. A feature without a geometry is not on the map: it belongs on none, or no more than the country is known."
)


def geojson(package: Package, events: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """A FeatureCollection with one feature an event, in the order given.

    Its geometry is where the map draws it, and null where it does not. Its properties are the row's columns, and
    radius_km of its precision; days are YYYY-MM-DD, lists are lists, what is missing is null. `about` (title, filter
    and the like) and the licence are members of the collection.
    """
    radii = dict(zip(package["geo_precisions"].geo_precision, package["geo_precisions"].radius_km, strict=True))
    collection = {
        "type": "FeatureCollection",
        **about,
        "release": package.release,
        "licence": licence(package, "events"),
        "note": READ_POINTS,
        "features": [
            _feature(event, location, radii)
            for event, location in zip(iterate_rows(events), locations_on_map(package, events), strict=True)
        ],
    }
    return orjson.dumps(collection, option=orjson.OPT_APPEND_NEWLINE)


def licence(package: Package, table: str) -> str:
    """The licence of a table, with its address."""
    own = package.descriptor.table(table).licences[0]
    return f"{own['title']} ({own['name']}), {own['path']}"


def _feature(event: Any, location: Location | None, radii: Mapping[str, float]) -> dict[str, Any]:
    properties = {name: json_value(value) for name, value in event._asdict().items() if name not in POINT_COLUMNS}
    return {
        "type": "Feature",
        "id": event.event_id,
        "geometry": _geometry(event, location) if location else None,
        "properties": {**properties, "radius_km": json_value(radii[event.geo_precision])},
    }


def _geometry(event: Any, location: Location) -> dict[str, Any]:
    """The row's own point, else those of the shapes that it is drawn as."""
    if on_the_globe(event.lat, event.lon):
        return {"type": "Point", "coordinates": [float(event.lon), float(event.lat)]}
    points = [[shape.lon, shape.lat] for shape in location.shapes]
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def json_value(value: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(value, tuple):
        return list(value)
    if pd.isna(value) or value == "":
        return None
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return value.item() if hasattr(value, "item") else value
