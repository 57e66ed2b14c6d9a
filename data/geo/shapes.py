"""The shapes of the base map that events can take: countries, and the states of Venezuela, each with a point inside."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson

from data.package.descriptor import FOLDER
from data.text.matching import folded, mentions_name

BASE = FOLDER.parents[1] / "static" / "basemap"
COUNTRY_FILES, STATE_FILE = ("countries", "world"), "states"
# The country whose states the base map holds.
WITH_STATES = "VE"
STATE, COUNTRY = "state", "country"

Ring = list[list[float]]


@dataclass(frozen=True)
class Shape:
    """One shape: its id (a country's code, or that and the state's name), its file, and a point well inside it.

    `lat` and `lon` are WGS84 degrees; `key` and `value` find the shape in its file, by a property.
    """

    shape_id: str
    name: str
    file: str
    key: str
    value: str
    lat: float
    lon: float


def shapes_of(level: str, country: str, place: str) -> tuple[Shape, ...]:
    """The shapes that stand for a row's place; none when the base map has none.

    `level` is what the table of precisions says: "state" means the states that `place` names or, where there is none,
    the country; "country" means the country, an ISO 3166 code; anything else has no shape.
    """
    if level not in (STATE, COUNTRY):
        return ()
    if level == STATE and (states := _states_in(country, place)):
        return states
    return tuple(shape for shape in [country_shapes().get(country)] if shape)


def _states_in(country: str, place: str) -> tuple[Shape, ...]:
    states = state_shapes().values() if country == WITH_STATES else ()
    return tuple(shape for shape in states if mentions_name(shape.name, place))


@cache
def country_shapes(folder: Path = BASE) -> Mapping[str, Shape]:
    """Every country of the base map that has a code, by its code. Raises OSError when a file cannot be read."""
    found = {}
    for file in COUNTRY_FILES:
        for feature in _features(folder, file):
            if code := feature["properties"].get("iso_a2"):
                name = feature["properties"]["name"]
                found[code] = Shape(code.lower(), name, file, "iso_a2", code, *point_inside(feature["geometry"]))
    return found


@cache
def state_shapes(folder: Path = BASE) -> Mapping[str, Shape]:
    """The states of Venezuela by name. Raises OSError when the file cannot be read."""
    found = {}
    for feature in _features(folder, STATE_FILE):
        name = feature["properties"]["name"]
        slug = re.sub(r"[^a-z]+", "-", folded(name))
        shape_id = f"{WITH_STATES.lower()}-{slug}"
        found[name] = Shape(shape_id, name, STATE_FILE, "name", name, *point_inside(feature["geometry"]))
    return found


def _features(folder: Path, file: str) -> Iterator[Any]:
    return iter(orjson.loads((folder / f"{file}.geojson").read_bytes())["features"])


def point_inside(geometry: Mapping[str, Any]) -> tuple[float, float]:
    """Latitude and longitude of a point well inside the largest part: the middle of its widest stretch on the parallel
    of its centre of area."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    outline = max((part[0] for part in parts), key=lambda ring: abs(_area(ring)))
    lat = _centre_latitude(outline)
    crossings = sorted(_crossings(outline, lat))
    west, east = max(zip(crossings[::2], crossings[1::2], strict=True), key=lambda stretch: stretch[1] - stretch[0])
    return round(lat, 4), round((west + east) / 2, 4)


def _area(ring: Ring) -> float:
    return sum(one[0] * two[1] - two[0] * one[1] for one, two in pairwise(ring)) / 2


def _centre_latitude(ring: Ring) -> float:
    moments = ((one[1] + two[1]) * (one[0] * two[1] - two[0] * one[1]) for one, two in pairwise(ring))
    return sum(moments) / (6 * _area(ring))


def _crossings(ring: Ring, lat: float) -> Iterator[float]:
    """The longitudes at which the outline crosses a parallel."""
    for (west, south), (east, north) in pairwise(ring):
        if (south > lat) != (north > lat):
            yield west + (lat - south) / (north - south) * (east - west)
