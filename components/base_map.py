"""The base map: water, land, borders and names, from files of our own that the browser fetches once."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pydeck as pdk

from components.theme import FONT, Theme
from data.places import each

Colour = list[int]
BASE = "app/static/basemap"
WHOLE_WORLD = [[[-360, -85], [360, -85], [360, 85], [-360, 85], [-360, -85]]]
LABEL_SIZES = {"sea": 13, "country": 13}
LABELS_UP_TO_ZOOM = 4


def water(theme: Theme) -> pdk.Layer:
    """The sea, everywhere: land is drawn on it. It reaches twice around, so no edge is seen."""
    return pdk.Layer(
        "SolidPolygonLayer",
        [{"polygon": WHOLE_WORLD}],
        id="water",
        get_polygon="polygon",
        get_fill_color=rgb(theme.ink.band),
        pickable=False,
    )


def land(theme: Theme) -> Iterator[pdk.Layer]:
    """Countries with their coasts and borders, lakes, and the borders of Venezuela's states."""
    line, coast = rgb(theme.ink.rule), rgb(theme.ink.quiet, 90)
    looks = {"filled": True, "get_fill_color": rgb(theme.ink.page), "get_line_color": coast}
    yield _shapes("world", **looks)
    yield _shapes("countries", **looks)
    yield _shapes("lakes", filled=True, get_fill_color=rgb(theme.ink.band), get_line_color=coast)
    yield _shapes("state_lines", filled=False, get_line_color=line)


def names(labels: pd.DataFrame, theme: Theme) -> Iterator[pdk.Layer]:
    """Names of countries and seas; of two that would overlap, the one that matters at a smaller zoom stays."""
    for kind, size in LABEL_SIZES.items():
        shown = labels[(labels.kind == kind) & (labels.min_zoom <= LABELS_UP_TO_ZOOM)]
        yield pdk.Layer(
            "TextLayer",
            [{"at": point(label), "text": text(label.name), "first": -float(label.min_zoom)} for label in each(shown)],
            id=f"names_{kind}",
            get_position="at",
            get_text="text",
            get_size=size,
            get_color=rgb(theme.ink.quiet),
            collision_group="'names'",
            get_collision_priority="first",
            # A box that is hardly seen: what is tested for overlap is the whole label, not the strokes of its letters.
            background=True,
            get_background_color=rgb(theme.ink.page, 1),
            background_padding=[6, 3],
            extensions=[{"@@type": "CollisionFilterExtension"}],
            **lettering(),
        )


def lettering() -> dict[str, Any]:
    """What all texts of a map share."""
    return {"font_family": f"'{FONT}'", "character_set": "'auto'", "pickable": False}


def text(words: str) -> str:
    """The words as text: deck.gl reads a string that starts with @@ as an expression."""
    return f" {words}" if words.startswith("@@") else words


def point(place: Any) -> list[float]:
    """Longitude and latitude in degrees, to four decimals (11 metres)."""
    return [round(float(place.lon), 4), round(float(place.lat), 4)]


def rgb(colour: str, alpha: int = 255) -> Colour:
    """A colour given as #RRGGBB, as deck.gl wants it: red, green, blue and alpha from 0 to 255."""
    return [*bytes.fromhex(colour.removeprefix("#")), alpha]


def _shapes(name: str, **looks: Any) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        f"{BASE}/{name}.geojson",
        id=name,
        stroked=True,
        line_width_units="'pixels'",
        get_line_width=0.7,
        pickable=False,
        **looks,
    )
