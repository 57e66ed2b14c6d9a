"""The map of places: areas as rings, towns as bubbles, each with its count, on a base map of our own."""

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from components.base_map import Colour, land, lettering, names, point, rgb, text, water
from components.place_words import counted, known, ring_text
from components.theme import FONT, Theme
from data.package import Package
from data.places import each

PLACES, AREAS = "places", "areas"
HEIGHT = 560
# Seen first, in degrees west, south, east, north: where the strikes at sea and on land were.
REGION = (-93.0, -1.0, -59.0, 24.0)
REGION_VIEW = {"latitude": 11.5, "longitude": -77.0, "zoom": 3.2}
# Pixels.
TEXT_SIZE, SMALLEST_RING, SMALLEST_BUBBLE, BUBBLE_GROWTH, HALO = 12, 16, 3.6, 2.4, 4
TOOLTIP = "<b>{name}</b><br>{known}<br>{counted}"


class CompactDeck(pdk.Deck):  # type: ignore[misc]  # pydeck ships no types
    """A Deck whose JSON has no indentation, which makes it a third as long."""

    def to_json(self) -> str:
        """The Deck as deck.gl reads it."""
        return json.dumps(self, default=default_serialize, separators=(",", ":"), sort_keys=True)


def event_map(package: Package, places: pd.DataFrame, labels: pd.DataFrame, theme: Theme) -> pdk.Deck:
    """A Deck with one mark a place (rows of `places_of`) and the names of `labels` (rows of `map_labels`).

    An area is a ring of its radius in metres, a town or site a bubble whose size follows the number of events; the
    colour is that of the main type's family; a mark of which every event is claimed or disputed is hollow. Where marks
    overlap, the one with more events lies on top. Objects of the layers "areas" and "places" carry `id`, the place_id.

    Only these two layers answer the pointer. All others are nested in lists, where Streamlit, which fades whatever is
    not selected, leaves them alone.
    """
    rising = places.iloc[::-1]
    areas, points = rising[rising.is_area], rising[~rising.is_area]
    return CompactDeck(
        layers=[
            [water(theme)],
            _area_targets(package, areas, theme),
            [*land(theme), *names(labels, theme), _rings(areas, theme)],
            _targets(package, rising, theme),
            [*_ring_counts(areas, theme), *_bubbles_by_size(points, theme)],
        ],
        views=[pdk.View(type="MapView", controller={"dragRotate": False, "touchRotate": False})],
        initial_view_state=pdk.ViewState(**first_view(places), min_zoom=1, max_zoom=14),
        map_provider=None,
        tooltip={"html": TOOLTIP, "style": _tooltip_style(theme)},
    )


def first_view(places: pd.DataFrame) -> dict[str, float]:
    """What the map shows first: the region of the strikes when a place lies in it, else all places."""
    west, south, east, north = REGION
    if places.empty or (places.lon.between(west, east) & places.lat.between(south, north)).any():
        return REGION_VIEW
    lat, lon = (places.lat.min() + places.lat.max()) / 2, (places.lon.min() + places.lon.max()) / 2
    widest = max(places.lon.max() - places.lon.min(), places.lat.max() - places.lat.min())
    return {"latitude": float(lat), "longitude": float(lon), "zoom": _zoom_for(float(widest))}


def _zoom_for(degrees: float) -> float:
    for zoom in (6, 5, 4, 3, 2):
        if degrees < 300 / 2**zoom:
            return zoom
    return 1


def bubble_radius(events: int) -> float:
    """The radius of a town's bubble in pixels."""
    return float(round(SMALLEST_BUBBLE + BUBBLE_GROWTH * events**0.5, 1))


def _on(colour: str) -> Colour:
    """Black or white, whichever reads better on the colour (WCAG relative luminance)."""
    parts = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return [0, 0, 0, 255] if luminance > 0.179 else [255, 255, 255, 255]


def _target_of(package: Package, place: Any) -> dict[str, Any]:
    return {
        "id": place.place_id,
        "at": point(place),
        "name": text(place.name),
        "known": known(package, place),
        "counted": counted(place),
    }


def _area_targets(package: Package, areas: pd.DataFrame, theme: Theme) -> pdk.Layer:
    """The discs of the areas, below the land: a click fills one, for Streamlit makes what is selected opaque."""
    return pdk.Layer(
        "ScatterplotLayer",
        [
            {
                **_target_of(package, place),
                "metres": _metres(place),
                "fill": _tint(theme.colour(place.event_type), theme, 0 if place.doubtful else 26),
            }
            for place in each(areas)
        ],
        id=AREAS,
        get_position="at",
        get_radius="metres",
        radius_min_pixels=SMALLEST_RING,
        get_fill_color="fill",
        pickable=True,
        auto_highlight=True,
        highlight_color=rgb(theme.ink.quiet, 50),
    )


def _tint(colour: str, theme: Theme, alpha: int) -> Colour:
    """Between the colour and the page, so that it is pale even when opaque."""
    pairs = zip(rgb(colour)[:3], rgb(theme.ink.page)[:3], strict=True)
    return [*(round(0.4 * part + 0.6 * page) for part, page in pairs), alpha]


def _metres(place: Any) -> float:
    """The ring's radius; 0 where none is stated, which SMALLEST_RING then draws in pixels."""
    return 0.0 if pd.isna(place.radius_km) else float(place.radius_km) * 1000


def _rings(areas: pd.DataFrame, theme: Theme) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        [
            {
                "at": point(place),
                "metres": _metres(place),
                "line": rgb(theme.colour(place.event_type), 255 if place.events > 1 else 130),
            }
            for place in each(areas)
        ],
        id="rings",
        get_position="at",
        get_radius="metres",
        radius_min_pixels=SMALLEST_RING,
        filled=False,
        stroked=True,
        line_width_units="'pixels'",
        get_line_width=1.4,
        get_line_color="line",
        pickable=False,
    )


def _targets(package: Package, places: pd.DataFrame, theme: Theme) -> pdk.Layer:
    """What the pointer meets: unseen discs a little larger than the marks; a click turns one into a halo."""
    return pdk.Layer(
        "ScatterplotLayer",
        [
            {
                **_target_of(package, place),
                "pixels": HALO + (TEXT_SIZE if place.is_area else bubble_radius(place.events)),
                "fill": _tint(theme.colour(place.event_type), theme, 0) if place.is_area else rgb(theme.ink.text, 0),
            }
            for place in each(places)
        ],
        id=PLACES,
        get_position="at",
        get_radius="pixels",
        radius_units="'pixels'",
        get_fill_color="fill",
        pickable=True,
        auto_highlight=True,
        highlight_color=rgb(theme.ink.quiet, 80),
    )


def _bubbles_by_size(points: pd.DataFrame, theme: Theme) -> Iterator[pdk.Layer]:
    """Bubbles and their numbers, smaller ones below: so no number lies on another, larger bubble."""
    for size, alike in points.groupby(points.events.map(int.bit_length)):
        yield _bubbles(f"bubbles_{size}", alike, theme)
        yield _bubble_counts(f"bubble_counts_{size}", alike[alike.events > 1], theme)


def _bubbles(name: str, points: pd.DataFrame, theme: Theme) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        [
            {
                "at": point(place),
                "pixels": bubble_radius(place.events),
                "fill": rgb(theme.ink.page if place.doubtful else theme.colour(place.event_type)),
                "line": rgb(theme.colour(place.event_type) if place.doubtful else theme.ink.page),
            }
            for place in each(points)
        ],
        id=name,
        get_position="at",
        get_radius="pixels",
        radius_units="'pixels'",
        get_fill_color="fill",
        stroked=True,
        line_width_units="'pixels'",
        get_line_width=1.4,
        get_line_color="line",
        pickable=False,
    )


def _bubble_counts(name: str, points: pd.DataFrame, theme: Theme) -> pdk.Layer:
    texts = [
        {
            "at": point(place),
            "text": str(place.events),
            "ink": _on(theme.ink.page if place.doubtful else theme.colour(place.event_type)),
        }
        for place in each(points)
    ]
    return _counts(name, texts)


def _ring_counts(areas: pd.DataFrame, theme: Theme) -> Iterator[pdk.Layer]:
    """Numbers of the rings: that of a single event is quiet, the others lie on a slip of the page's colour."""
    single = areas.events == 1
    for name, alike, ink in (("single", areas[single], theme.ink.quiet), ("several", areas[~single], theme.ink.text)):
        texts = [{"at": point(place), "text": ring_text(place), "ink": rgb(ink)} for place in each(alike)]
        slip = {"background": True, "get_background_color": rgb(theme.ink.page, 190), "background_padding": [3, 1]}
        yield _counts(f"ring_counts_{name}", texts, **(slip if name == "several" else {}))


def _counts(name: str, texts: list[dict[str, Any]], **looks: Any) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        texts,
        id=name,
        get_position="at",
        get_text="text",
        get_size=TEXT_SIZE,
        get_color="ink",
        font_weight=600,
        **lettering(),
        **looks,
    )


def _tooltip_style(theme: Theme) -> dict[str, str]:
    """The tooltip hangs centred below the pointer: beside it, the map's edge would cut it off."""
    return {
        "backgroundColor": theme.ink.page,
        "color": theme.ink.text,
        "border": f"1px solid {theme.ink.rule}",
        "fontFamily": FONT,
        "fontSize": "14px",
        "width": "240px",
        "boxSizing": "border-box",
        "marginLeft": "-120px",
        "marginTop": "18px",
        "padding": "8px 10px",
    }
