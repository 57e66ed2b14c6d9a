"""Which part of the world a map shows: one of the views of the table, or all of a set of places."""

import pandas as pd

from data.package.package import Package

# What the first view of the table shows, in degrees west, south, east, north.
REGION = (-93.0, -1.0, -59.0, 24.0)
WORLD_ZOOM = 1.0
# A map of this many pixels shows all places.
PIXELS_WIDE, TILE = 300, 512


def chosen_view(package: Package, view: str, places: pd.DataFrame) -> dict[str, float]:
    """Latitude, longitude and zoom of a view; the first one follows the places where none of them lies in it."""
    table = package["map_views"].sort_values("order").set_index("view")
    west, south, east, north = REGION
    inside = places.lon.between(west, east) & places.lat.between(south, north)
    if view == table.index[0] and len(places) and not inside.any():
        return view_of(places)
    lat, lon, zoom = (float(table[name][view]) for name in ("lat", "lon", "zoom"))
    return {"latitude": lat, "longitude": lon, "zoom": zoom}


def view_of(places: pd.DataFrame, widest: float = 6.0) -> dict[str, float]:
    """Latitude, longitude and zoom that show all places (columns lat and lon, degrees), no closer than zoom `widest`.

    Without a place it is the world.
    """
    if places.empty:
        return {"latitude": 0.0, "longitude": 0.0, "zoom": WORLD_ZOOM}
    lat, lon = (places.lat.min() + places.lat.max()) / 2, (places.lon.min() + places.lon.max()) / 2
    span = float(max(places.lon.max() - places.lon.min(), places.lat.max() - places.lat.min()))
    zoom = next((zoom for zoom in (6, 5, 4, 3, 2) if zoom <= widest and span < PIXELS_WIDE / 2**zoom), WORLD_ZOOM)
    return {"latitude": float(lat), "longitude": float(lon), "zoom": float(zoom)}
