"""The map of places: areas as rings or shapes, towns as symbols, and the part of the world that it shows."""

import json
from collections.abc import Sequence

import pandas as pd
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from components.look.theme import FONT, Theme
from components.map.base_map import Tinted, land, water
from components.map.mark_layers import AREAS_ON_LAND, chase_lines, halos, pointer_targets, rings, symbols
from components.map.mark_texts import area_texts, blocks
from components.map.marks import MapMark
from components.map.names import names
from data.package.package import Package

TOOLTIP = "<b>{name}</b><br>{told}"

# What the first view of the table shows, in degrees west, south, east, north.
REGION = (-93.0, -1.0, -59.0, 24.0)
WORLD_ZOOM = 1.0
# A map of this many pixels shows all places.
PIXELS_WIDE = 300


class CompactDeck(pdk.Deck):  # type: ignore[misc]  # pydeck ships no types
    """A Deck whose JSON has no indentation, which makes it a third as long."""

    def to_json(self) -> str:
        """The Deck as deck.gl reads it."""
        return json.dumps(self, default=default_serialize, separators=(",", ":"), sort_keys=True, ensure_ascii=False)


class SentMap(pdk.Deck):  # type: ignore[misc]  # pydeck ships no types
    """A map as browsers are sent it: what can be kept for all who read a view."""

    def __init__(self, deck: pdk.Deck) -> None:
        """The JSON and the tooltip of the deck, of which nothing else is kept."""
        self._json: str = deck.to_json()
        self._tooltip = deck._tooltip

    def to_json(self) -> str:
        """The map as deck.gl reads it."""
        return self._json


def event_map(
    marks: Sequence[MapMark],
    theme: Theme,
    *,
    labels: pd.DataFrame,
    view: dict[str, float],
    chases: pd.DataFrame | None = None,
    chosen: str = "",
    name: str = "map",
) -> pdk.Deck:
    """A Deck with the marks, the names of `labels` (rows of `map_labels`), and the place `chosen` circled.

    `view` holds latitude, longitude and zoom; the reader is taken there when `name` changes. `chases` are rows of
    `chases_of`. Where marks overlap, the one with the higher count lies on top; an area at sea lies below the land.

    All layers are nested in a list: Streamlit, which fades what is not selected and keeps a selection of its own,
    leaves those alone. So what is chosen is what the address says, and nothing else.
    """
    rising = sorted(marks, key=lambda mark: mark.rank)
    ringed = [mark for mark in rising if mark.metres is not None]
    tinted = [Tinted(shape, mark.colour, mark.hollow) for mark in rising for shape in mark.shapes]
    labelled = [shape.value for mark in rising if mark.name in mark.text for shape in mark.shapes]
    layers = [
        water(theme),
        rings([mark for mark in ringed if mark.at_sea], chosen),
        *land(theme, tinted),
        *names(labels, theme, view["zoom"], labelled),
        *([chase_lines(chases, theme)] if chases is not None and len(chases) else []),
        rings([mark for mark in ringed if not mark.at_sea], chosen, AREAS_ON_LAND),
        pointer_targets(rising, theme, chosen),
        blocks([mark for mark in rising if not mark.is_area], theme),
        *area_texts([mark for mark in rising if mark.is_area], theme),
        *symbols([mark for mark in rising if not mark.is_area], theme),
        *halos([mark for mark in rising if mark.stands_for(chosen)], theme),
    ]
    return CompactDeck(
        layers=[[layer for layer in layers if layer.data]],
        views=[pdk.View(type="MapView", id=name, controller={"dragRotate": False, "touchRotate": False})],
        initial_view_state=pdk.ViewState(**view, min_zoom=0, max_zoom=14),
        map_provider=None,
        tooltip={"html": TOOLTIP, "style": _tooltip_style(theme)},
    )


def _tooltip_style(theme: Theme) -> dict[str, str]:
    """The tooltip hangs centred below the pointer: beside it, the map's edge would cut it off."""
    return {
        "backgroundColor": theme.ink.page,
        "color": theme.ink.text,
        "borderStyle": "solid",
        "borderWidth": "1px",
        "borderColor": theme.ink.rule,
        "fontFamily": FONT,
        "fontSize": "14px",
        "width": "240px",
        "boxSizing": "border-box",
        "marginLeft": "-120px",
        "marginTop": "18px",
        "padding": "8px 10px",
    }


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
