"""The base map: water, land and borders, from files of our own that the browser fetches once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import pydeck as pdk

from components.look.theme import FONT, Theme
from data.geo.shapes import COUNTRY_FILES, STATE_FILE, Shape

Colour = list[int]
BASE = "app/static/basemap"
WHOLE_WORLD = [[[-360, -85], [360, -85], [360, 85], [-360, 85], [-360, -85]]]
TRIGGERS = ("getFillColor", "getLineColor", "getLineWidth")
LAND_LINE, SHAPE_LINE, TINT = 0.7, 1.1, 0.2


@dataclass(frozen=True)
class Tinted:
    """A shape of the base map that is filled with a colour or, where it is hollow, only outlined with it."""

    shape: Shape
    colour: str
    hollow: bool


def water(theme: Theme) -> pdk.Layer:
    """The sea, everywhere: land is drawn on it. It reaches twice around, so no edge is seen."""
    return pdk.Layer(
        "SolidPolygonLayer",
        [{"polygon": WHOLE_WORLD}],
        id="water",
        get_polygon="polygon",
        get_fill_color=rgb(theme.ink.band),
    )


def land(theme: Theme, tinted: Sequence[Tinted]) -> Iterator[pdk.Layer]:
    """Countries with their coasts and borders, lakes, the borders of Venezuela's states, and the tinted shapes."""
    line, coast = rgb(theme.ink.rule), rgb(theme.ink.quiet, 90)
    by_file: dict[str, list[Tinted]] = {}
    for one in tinted:
        by_file.setdefault(one.shape.file, []).append(one)
    for name in reversed(COUNTRY_FILES):
        yield _shapes(name, **_tints(by_file.get(name, []), rgb(theme.ink.page), coast, theme))
    if STATE_FILE in by_file:
        yield _shapes(STATE_FILE, **_tints(by_file[STATE_FILE], [0, 0, 0, 0], [0, 0, 0, 0], theme))
    yield _shapes("lakes", filled=True, get_fill_color=rgb(theme.ink.band), get_line_color=coast)
    yield _shapes("state_lines", filled=False, get_line_color=line)


def _tints(tinted: Sequence[Tinted], fill: Colour, line: Colour, theme: Theme) -> dict[str, Any]:
    """How the shapes of one file look: `fill` and `line`, but for the tinted ones."""
    fills = [(one.shape, fill if one.hollow else between(one.colour, theme, TINT)) for one in tinted]
    lines = [(one.shape, rgb(one.colour)) for one in tinted]
    widths = [(one.shape, SHAPE_LINE) for one in tinted]
    looks = {
        "get_fill_color": _by_shape(fills, fill),
        "get_line_color": _by_shape(lines, line),
        "get_line_width": _by_shape(widths, LAND_LINE),
    }
    # deck.gl sees no difference between two expressions: what is said here tells it to colour the shapes anew.
    fingerprint = crc32(str(looks).encode())
    return {"filled": True, **looks, "update_triggers": dict.fromkeys(TRIGGERS, fingerprint)}


def _by_shape(values: Sequence[tuple[Shape, Any]], other: Any) -> Any:
    """An expression of deck.gl: the value of a shape found by its property, or `other`."""
    expression = str(other)
    for shape, value in values:
        expression = f"properties.{shape.key} == '{shape.value}' ? {value} : {expression}"
    return expression if values else other


def between(colour: str, theme: Theme, weight: float, alpha: int = 255) -> Colour:
    """Between the colour, by its weight from 0 to 1, and the page."""
    pairs = zip(rgb(colour)[:3], rgb(theme.ink.page)[:3], strict=True)
    return [*(round(weight * part + (1 - weight) * page) for part, page in pairs), alpha]


def lettering() -> dict[str, Any]:
    """What all texts of a map share."""
    return {"font_family": f"'{FONT}'", "character_set": "'auto'"}


def collision_hidden(theme: Theme, first: str = "first") -> dict[str, Any]:
    """How texts keep off one another: of those that would overlap, the one whose expression `first` is higher stays."""
    return {
        **collision_ranked(first),
        # A box that is hardly seen: what is tested for overlap is the whole label, not the strokes of its letters.
        "background": True,
        "get_background_color": rgb(theme.ink.page, 1),
        "background_padding": [6, 3],
    }


def collision_ranked(first: Any) -> dict[str, Any]:
    """What a layer needs for texts to keep off it; `first` is how much it matters, from -1000 to 1000."""
    return {
        "collision_group": "'names'",
        "get_collision_priority": first,
        # Only whether the middle of a text is free is tested: in boxes twice as large no text reaches into another.
        "collision_test_props": {"sizeScale": 2, "radiusScale": 1.8},
        "extensions": [{"@@type": "CollisionFilterExtension"}],
    }


def text(label: str) -> str:
    """The words as text: deck.gl reads a string that starts with @@ as an expression."""
    return f" {label}" if label.startswith("@@") else label


def point(place: Any) -> list[float]:
    """Longitude and latitude in degrees, to three decimals (111 metres); the map ends at 85 degrees north and south."""
    return [round(float(place.lon), 3), round(min(max(float(place.lat), -85.0), 85.0), 3)]


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
        **{"get_line_width": LAND_LINE, **looks},
    )
