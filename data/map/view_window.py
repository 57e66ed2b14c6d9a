"""What a named view of the map leaves out of what is called by its name: Venezuela's own events, say."""

import math

import pandas as pd

from data.map.scene import MapScene
from data.package.package import Package
from data.package.rows import iterate_rows
from data.text.matching import mentions_name

# The part of the world that a laptop's window shows at least: pixels across and down, of a world that is as wide as a
# tile at zoom 0.
ACROSS, DOWN, TILE = 620, 440, 512


def left_out_of_view(package: Package, scene: MapScene, view: str) -> pd.DataFrame:
    """Those events of the scene that happened in what the view is called and that it does not show, because they lie
    outside of it or have no place on the map. Layers that are off are no reason: they are told elsewhere."""
    chosen = next(row for row in iterate_rows(package["map_views"]) if row.view == view)
    countries = package["countries"].set_index("country")["name"]
    events = scene.exported
    there: pd.Series = events.place.map(lambda place: mentions_name(chosen.label, place)).astype(bool)
    there |= events.country.map(countries) == chosen.label
    shown = scene.places[in_window(scene.places, chosen.lat, chosen.lon, chosen.zoom)]
    left_out: pd.DataFrame = events[there & ~events.event_id.isin(shown.event_ids.explode())]
    return left_out


def in_window(places: pd.DataFrame, lat: float, lon: float, zoom: float) -> pd.Series:
    """For each of the places (columns lat and lon, degrees) whether a map around that point shows it."""
    world = TILE * 2**zoom
    down = (places.lat.map(northing) - northing(lat)) / math.tau * world
    across = (places.lon - lon) / 360 * world
    return down.abs().le(DOWN / 2) & across.abs().le(ACROSS / 2)


def northing(lat: float) -> float:
    """How far north Mercator's projection draws a latitude; the map ends at 85 degrees."""
    return math.log(math.tan(math.pi / 4 + math.radians(max(min(lat, 85.0), -85.0)) / 2))
