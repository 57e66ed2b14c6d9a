"""Rows of any table that carry a point, grouped by it: what a small map needs to know of them."""

import pandas as pd

from data.locating import on_the_globe, point_id, precisions_of
from data.package import Package

COLUMNS = ["place_id", "name", "lat", "lon", "geo_precision", "radius_km", "is_area", "rows"]


def spots(package: Package, rows: pd.DataFrame) -> pd.DataFrame:
    """The points of `rows` (columns name, lat, lon in WGS84 degrees, geo_precision), that with most rows first.

    Columns: place_id, name (of the first row there), lat, lon, geo_precision, radius_km (missing when there is none),
    is_area (it only stands for an area), rows (their number). Rows without a point on the globe are left out.
    """
    precisions = precisions_of(package)
    placed = rows[[on_the_globe(lat, lon) for lat, lon in zip(rows.lat, rows.lon, strict=True)]]
    grouped = placed.groupby(["lat", "lon", "geo_precision"], sort=False)
    found = grouped.agg(name=("name", "first"), rows=("name", "size")).reset_index()
    codes = found.geo_precision
    found["place_id"] = [point_id(lat, lon, code) for lat, lon, code in zip(found.lat, found.lon, codes, strict=True)]
    found["radius_km"] = pd.Series([precisions[code].radius_km for code in codes], dtype="float64")
    found["is_area"] = pd.Series([precisions[code].is_area for code in codes], dtype="bool")
    return found[COLUMNS].sort_values("rows", ascending=False, kind="stable", ignore_index=True)
