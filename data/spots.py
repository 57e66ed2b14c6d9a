"""Rows of any table that carry a point, grouped by it: what a small map needs to know of them."""

import pandas as pd

from data.geo.locations import on_the_globe, point_id, precisions_of
from data.package.package import Package

POINT = ["kind", "lat", "lon", "geo_precision"]
COLUMNS = ["place_id", "name", *POINT, "radius_km", "is_area", "rows"]


def spots(package: Package, rows: pd.DataFrame) -> pd.DataFrame:
    """The points of `rows` (columns kind, name, lat, lon in WGS84 degrees, geo_precision), that with most rows first.

    Columns: place_id, name (the most frequent there), kind (of what the place is), lat, lon, geo_precision, radius_km
    (missing when there is none), is_area (it only stands for an area), rows (their number). Rows without a point on the
    globe are left out; rows of two kinds never share a place.
    """
    precisions = precisions_of(package)
    on_map = [on_the_globe(lat, lon) for lat, lon in zip(rows.lat, rows.lon, strict=True)]
    placed = rows[pd.Series(on_map, rows.index, dtype="bool")]
    grouped = placed.groupby(POINT, sort=False)
    found = grouped.agg(name=("name", lambda names: names.mode().iloc[0]), rows=("name", "size")).reset_index()
    codes = found.geo_precision
    found["place_id"] = [point_id(lat, lon, f"{kind}_{code}") for kind, lat, lon, code in found[POINT].values]
    found["radius_km"] = pd.Series([precisions[code].radius_km for code in codes], dtype="float64")
    found["is_area"] = pd.Series([precisions[code].is_area for code in codes], dtype="bool")
    return found[COLUMNS].sort_values("rows", ascending=False, kind="stable", ignore_index=True)
