"""Where each row is drawn on a map: at its point, as a shape of the base map, or nowhere."""

from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

import pandas as pd

from data.geo.shapes import COUNTRY, Shape, shapes_of
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.package.rows import iterate_rows

DRAWN_AS_POINT, AREA_AT_SEA = "point", "area"
SHAPE_JOINT = "."
POINT, NO_NUMBER = ("lat", "lon"), float("nan")


@dataclass(frozen=True)
class Precision:
    """How a precision is drawn, as the table of precisions says: its shapes, its ring's radius in km, whether it
    is an area rather than a point, and an area at sea."""

    level: str
    radius_km: float
    is_area: bool
    at_sea: bool


@dataclass(frozen=True)
class Location:
    """Where rows of one place are drawn. `place_id` is the same for all of them and stands in links."""

    place_id: str
    lat: float
    lon: float
    geo_precision: str
    radius_km: float
    is_area: bool
    at_sea: bool = False
    shapes: tuple[Shape, ...] = ()


class Place(NamedTuple):
    """What the columns of an event say of where it was."""

    lat: float
    lon: float
    geo_precision: str
    country: str
    place: str


@once_per_package
def _known_locations(package: Package) -> dict[Place, Location | None]:
    """The Location of each place that was asked for: most events share theirs with others."""
    return {}


@once_per_package
def precisions_of(package: Package) -> dict[str, Precision]:
    """What the table of precisions says, by code."""
    return {
        row.geo_precision: Precision(
            row.shape, float(row.radius_km), row.drawn_as != DRAWN_AS_POINT, row.drawn_as == AREA_AT_SEA
        )
        for row in iterate_rows(package["geo_precisions"])
    }


def locations_of(package: Package, rows: pd.DataFrame) -> pd.Series:
    """For each row of events its Location, or None when it has no place on the map.

    A state or country is drawn as its shape of the base map, also where the row carries a point that only stands for
    it; where the base map lacks the shape, as a ring around the point. A point outside the world is no place.
    """
    known, precisions = _known_locations(package), precisions_of(package)
    # One missing number is no other one, by which a place without a point would never be found again.
    points = [[NO_NUMBER if isnan(degrees) else degrees for degrees in rows[name].tolist()] for name in POINT]
    places = list(map(Place, *points, *(rows[name].tolist() for name in Place._fields[len(POINT) :])))
    for place in {*places} - known.keys():
        known[place] = _location(place, precisions[place.geo_precision])
    return pd.Series([known[place] for place in places], index=rows.index, dtype="object")


def locations_on_map(package: Package, rows: pd.DataFrame) -> pd.Series:
    """For each row of events its Location on a map of many, or None: also where no more than the country is known. A
    whole country in the colour of one statement would say more than anybody knows."""
    found = locations_of(package, rows)
    return found.where(~country_alone(package, rows), None)


def country_alone(package: Package, rows: pd.DataFrame) -> pd.Series:
    """For each row of events whether the country is all that is known of its place."""
    levels = package["geo_precisions"].set_index("geo_precision")["shape"]
    return rows.geo_precision.map(levels) == COUNTRY


def unplaced(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The events that have no place on the map: they belong on none, or no more than the country is known."""
    return events[locations_on_map(package, events).isna()]


def on_the_globe(lat: float, lon: float) -> bool:
    """Whether there is such a place: false for a missing value, too."""
    return -90 <= lat <= 90 and -180 <= lon <= 180


def point_id(lat: float, lon: float, kind: str) -> str:
    """The id of a point, as links write it: degrees to four decimals, and what the point is."""
    return "_".join([*(f"{degrees:.4f}".rstrip("0").rstrip(".") for degrees in (lat, lon)), kind])


def _location(row: Place, precision: Precision) -> Location | None:
    shapes = shapes_of(precision.level, row.country, row.place)
    if shapes:
        place_id = SHAPE_JOINT.join(shape.shape_id for shape in shapes)
        return Location(place_id, shapes[0].lat, shapes[0].lon, row.geo_precision, float("nan"), True, False, shapes)
    if not on_the_globe(row.lat, row.lon):
        return None
    place_id = point_id(row.lat, row.lon, row.geo_precision)
    return Location(
        place_id, row.lat, row.lon, row.geo_precision, precision.radius_km, precision.is_area, precision.at_sea
    )
