"""Events as GeoJSON (RFC 7946), each with everything its row holds, and with the licence and how to read its point."""

from collections.abc import Mapping
from typing import Any

import orjson
import pandas as pd

from data.geo.locations import on_the_globe
from data.package.package import Package
from data.package.rows import iterate_rows

POINT_COLUMNS = ("lat", "lon")
READ_POINTS = (
    "A point whose geo_precision is admin1, sea_area or country only stands for an area: read it with radius_km and "
    "geo_note, and never as a position. A feature without a geometry has no point."
)


def geojson(package: Package, events: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """A FeatureCollection with one feature an event, in the order given.

    A feature's properties are the row's columns, and radius_km of its precision; days are YYYY-MM-DD, lists are lists,
    what is missing is null. `about` (title, filter and the like) and the licence are members of the collection.
    """
    radii = dict(zip(package["geo_precisions"].geo_precision, package["geo_precisions"].radius_km, strict=True))
    collection = {
        "type": "FeatureCollection",
        **about,
        "release": package.release,
        "licence": licence(package, "events"),
        "note": READ_POINTS,
        "features": [_feature(event, radii) for event in iterate_rows(events)],
    }
    return orjson.dumps(collection, option=orjson.OPT_APPEND_NEWLINE)


def licence(package: Package, table: str) -> str:
    """The licence of a table, with its address."""
    own = package.descriptor.table(table).licences[0]
    return f"{own['title']} ({own['name']}), {own['path']}"


def _feature(event: Any, radii: Mapping[str, float]) -> dict[str, Any]:
    properties = {name: json_value(value) for name, value in event._asdict().items() if name not in POINT_COLUMNS}
    has_point = on_the_globe(event.lat, event.lon)
    return {
        "type": "Feature",
        "id": event.event_id,
        "geometry": {"type": "Point", "coordinates": [float(event.lon), float(event.lat)]} if has_point else None,
        "properties": {**properties, "radius_km": json_value(radii[event.geo_precision])},
    }


def json_value(value: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(value, tuple):
        return list(value)
    if pd.isna(value) or value == "":
        return None
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return value.item() if hasattr(value, "item") else value
