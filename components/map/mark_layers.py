"""How the marks of a map are drawn: rings, symbols, the discs that a pointer meets, the lines of ships."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import pydeck as pdk

from components.look.symbols import ATLAS, ATLAS_INDEX, FILLED, HOLLOW, MARGIN, icon
from components.look.theme import Theme
from components.map.base_map import point, rgb, text
from components.map.mark_texts import numbers
from components.map.marks import SINGLE, SMALLEST_RING, TEXT_SIZE, MapMark, by_size
from data.package.rows import iterate_rows

# The layers that answer the pointer; their objects carry `id`, the place_id. They tell what is pointed at in a tooltip
# and look no different: a highlight draws the whole map anew at each move, seconds long without a graphics card.
PLACES, AREAS, AREAS_ON_LAND = "places", "areas", "areas_on_land"
POINTED = (PLACES, AREAS, AREAS_ON_LAND)
# Pixels.
HALO, EDGE = 4, 1.6
METRES_A_DEGREE = 111_200
# The inside of a ring: how opaque its colour is, of 255.
PALE = 8
# The picture of a symbol is this much larger than its radius.
PICTURE = 2 * MARGIN


def rings(marks: Sequence[MapMark], chosen: str, name: str = AREAS) -> pdk.Layer:
    """The rings, pale inside but for a hollow one; that of a single event has a quieter line."""
    rows = [
        {
            **_mark_row(mark, chosen),
            "radius": int(mark.metres or 0),
            **({"hollow": 1} if mark.hollow else {}),
            "line": rgb(mark.colour, 255 if mark.count > 1 else 130),
        }
        for mark in marks
    ]
    looks = {
        **_lines("line", EDGE),
        "filled": True,
        "get_fill_color": f"[line[0], line[1], line[2], hollow ? 0 : {PALE}]",
        "pickable": True,
    }
    return discs(name, rows, metres=True, **looks)


def pointer_targets(marks: Sequence[MapMark], theme: Theme, chosen: str) -> pdk.Layer:
    """What the pointer meets: unseen discs a little larger than the marks, so that a finger finds them.

    A ring meets it itself; only where another one lies over its number it needs a disc there.
    """
    met = [mark for place, mark in enumerate(marks) if mark.metres is None or _is_covered(mark, marks[place + 1 :])]
    rows = [{**_mark_row(mark, chosen), **({} if mark.is_area else {"radius": _reach(mark)})} for mark in met]
    return discs(
        PLACES,
        rows,
        metres=False,
        get_radius=f"radius || {HALO + TEXT_SIZE}",
        get_fill_color=rgb(theme.ink.text, 0),
        pickable=True,
    )


def _is_covered(mark: MapMark, above: Sequence[MapMark]) -> bool:
    """Whether the middle of a mark lies inside one of the rings `above` it."""
    return any(one.metres is not None and _metres_between(mark, one) <= one.metres for one in above)


def _metres_between(one: MapMark, other: MapMark) -> float:
    """The distance of two marks as on a plane, which is near enough within a ring."""
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return math.hypot(one.lat - other.lat, east) * METRES_A_DEGREE


def halos(chosen: Sequence[MapMark], theme: Theme) -> Iterator[pdk.Layer]:
    """A line around what is chosen: around a ring where it is one, else around the symbol or the number."""
    line = _lines(rgb(theme.ink.text), 3)
    rings = [{"at": point(mark), "radius": mark.metres} for mark in chosen if mark.metres is not None]
    others = [{"at": point(mark), "radius": _reach(mark) + HALO} for mark in chosen if mark.metres is None]
    yield discs("chosen_rings", rings, metres=True, **line)
    yield discs("chosen_marks", others, metres=False, **line)


def _mark_row(mark: MapMark, chosen: str) -> dict[str, Any]:
    """What the tooltip says of a mark, and what a click on it names.

    The chosen one differs from what it was before it was clicked: or a second click on it would pass for no change.
    """
    row = {"at": point(mark), "id": mark.place_id, "name": text(mark.name), "told": mark.hover_text}
    return {**row, "chosen": 1} if mark.stands_for(chosen) else row


def _reach(mark: MapMark) -> float:
    """The radius in pixels in which a mark answers the pointer."""
    return HALO + (TEXT_SIZE if mark.is_area else mark.pixels)


def _lines(colour: Any, width: float) -> dict[str, Any]:
    return {
        "filled": False,
        "stroked": True,
        "get_line_color": colour,
        "get_line_width": width,
        "line_width_units": "'pixels'",
    }


def discs(name: str, rows: Sequence[Mapping[str, Any]], *, metres: bool, **looks: Any) -> pdk.Layer:
    """A layer of discs at the rows' points with their radius in metres, or else in pixels."""
    units = {"radius_min_pixels": SMALLEST_RING} if metres else {"radius_units": "'pixels'"}
    options = {"get_radius": "radius", **units, **looks}
    return pdk.Layer("ScatterplotLayer", rows, id=name, get_position="at", **options)


def chase_lines(chases: pd.DataFrame, theme: Theme) -> pdk.Layer:
    """One line a ship (rows of `chases_of`), from where it was pursued to where it was seized."""
    rows = [
        {
            "from": [round(ship.from_lon, 4), round(ship.from_lat, 4)],
            "to": [round(ship.to_lon, 4), round(ship.to_lat, 4)],
            "line": rgb(theme.colour(ship.event_type), 130),
        }
        for ship in iterate_rows(chases)
    ]
    return pdk.Layer(
        "LineLayer",
        rows,
        id="chases",
        get_source_position="from",
        get_target_position="to",
        get_color="line",
        get_width=1.2,
        width_units="'pixels'",
    )


def symbols(marks: Sequence[MapMark], theme: Theme) -> Iterator[pdk.Layer]:
    """The symbols and their numbers, in classes of rising counts, so that no number lies on a larger symbol."""
    for size, alike in by_size(marks):
        pictures = [picture for mark in alike for picture in _pictures(mark)]
        yield pdk.Layer(
            "IconLayer",
            pictures,
            id=f"symbols_{size}",
            icon_atlas=f"'{ATLAS}'",
            icon_mapping=f"'{ATLAS_INDEX}'",
            get_icon="icon",
            get_position="at",
            get_size=f"size || (ink ? {_size(SINGLE)} : {_size(SINGLE, EDGE)})",
            get_color=f"ink || {rgb(theme.ink.page)[:3]}",
        )
        yield from numbers(f"numbers_{size}", [mark for mark in alike if mark.text], theme)


def _pictures(mark: MapMark) -> Iterator[dict[str, Any]]:
    """A symbol on an edge of the page's colour, which is meant where no ink is given; a hollow one is a line on it."""
    at, radius = point(mark), mark.pixels
    sizes = [{} if mark.is_single else {"size": _size(radius, edge)} for edge in (EDGE, 0.0)]
    yield {"at": at, "icon": icon(mark.symbol, FILLED), **sizes[0]}
    style = HOLLOW if mark.hollow else FILLED
    yield {"at": at, "icon": icon(mark.symbol, style), **sizes[1], "ink": rgb(mark.colour)[:3]}


def _size(radius: float, edge: float = 0.0) -> float:
    """The size of the picture of a symbol with that radius and an edge around it, in pixels."""
    return round(PICTURE * (radius + edge), 1)
