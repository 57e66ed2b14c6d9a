"""How the marks of a map are drawn: rings, symbols, numbers, the discs that a pointer meets, the lines of ships."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import pydeck as pdk

from components.base_map import Colour, lettering, point, rgb, text
from components.map_marks import Mark, by_size
from components.symbols import ATLAS, FILLED, HOLLOW, MARGIN, atlas_cells, icon
from components.theme import Theme
from data.rows import each

# The layers that answer the pointer; their objects carry `id`, the place_id.
PLACES, AREAS, AREAS_ON_LAND = "places", "areas", "areas_on_land"
POINTED = (PLACES, AREAS, AREAS_ON_LAND)
# Pixels.
TEXT_SIZE, SMALLEST_RING, HALO, EDGE = 12, 16, 4, 1.6
# The inside of a ring: how opaque its colour is, of 255.
PALE = 8
# The picture of a symbol is this much larger than its radius.
PICTURE = 2 * MARGIN


def rings(marks: Sequence[Mark], theme: Theme, chosen: str, name: str = AREAS) -> pdk.Layer:
    """The rings, pale inside but for a hollow one; that of a single event has a quieter line."""
    rows = [
        {
            **_told(mark, chosen),
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
        **_pointed(theme, 40),
    }
    return _discs(name, rows, metres=True, **looks)


def targets(marks: Sequence[Mark], theme: Theme, chosen: str) -> pdk.Layer:
    """What the pointer meets: unseen discs a little larger than the marks, so that a finger finds them."""
    rows = [{**_told(mark, chosen), **({} if mark.is_area else {"radius": _reach(mark)})} for mark in marks]
    return _discs(
        PLACES,
        rows,
        metres=False,
        get_radius=f"radius || {HALO + TEXT_SIZE}",
        get_fill_color=rgb(theme.ink.text, 0),
        **_pointed(theme, 60),
    )


def halos(chosen: Sequence[Mark], theme: Theme) -> Iterator[pdk.Layer]:
    """A line around what is chosen: around a ring where it is one, else around the symbol or the number."""
    line = _lines(rgb(theme.ink.text), 3)
    rings = [{"at": point(mark), "radius": mark.metres} for mark in chosen if mark.metres is not None]
    others = [{"at": point(mark), "radius": _reach(mark) + HALO} for mark in chosen if mark.metres is None]
    yield _discs("chosen_rings", rings, metres=True, **line)
    yield _discs("chosen_marks", others, metres=False, **line)


def _told(mark: Mark, chosen: str) -> dict[str, Any]:
    """What the tooltip says of a mark, and what a click on it names.

    The chosen one differs from what it was before it was clicked: or a second click on it would pass for no change.
    """
    said = {"at": point(mark), "id": mark.place_id, "name": text(mark.name), "told": mark.told}
    return {**said, "chosen": 1} if mark.place_id == chosen else said


def _reach(mark: Mark) -> float:
    """The radius in pixels in which a mark answers the pointer."""
    return HALO + (TEXT_SIZE if mark.is_area else mark.pixels)


def _pointed(theme: Theme, alpha: int) -> dict[str, Any]:
    return {"pickable": True, "auto_highlight": True, "highlight_color": rgb(theme.ink.quiet, alpha)}


def _lines(colour: Any, width: float) -> dict[str, Any]:
    return {
        "filled": False,
        "stroked": True,
        "get_line_color": colour,
        "get_line_width": width,
        "line_width_units": "'pixels'",
    }


def _discs(name: str, rows: Sequence[Mapping[str, Any]], *, metres: bool, **looks: Any) -> pdk.Layer:
    """Discs at the rows' points with their radius in metres, or else in pixels."""
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
        for ship in each(chases)
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


def symbols(marks: Sequence[Mark], theme: Theme) -> Iterator[pdk.Layer]:
    """The symbols and their numbers, in classes of rising counts, so that no number lies on a larger symbol."""
    for size, alike in by_size(marks):
        pictures = [picture for mark in alike for picture in _pictures(mark)]
        yield pdk.Layer(
            "IconLayer",
            pictures,
            id=f"symbols_{size}",
            icon_atlas=f"'{ATLAS}'",
            icon_mapping=atlas_cells({picture["icon"] for picture in pictures}),
            get_icon="icon",
            get_position="at",
            get_size="size",
            get_color=f"ink || {rgb(theme.ink.page)}",
        )
        for ink, inked in _by_ink([mark for mark in alike if mark.text], theme):
            yield _texts(f"numbers_{size}_{ink[0]}", inked, get_color=ink)


def _pictures(mark: Mark) -> Iterator[dict[str, Any]]:
    """A symbol on an edge of the page's colour, which is meant where no ink is given; a hollow one is a line on it."""
    at, size = point(mark), PICTURE * mark.pixels
    yield {"at": at, "icon": icon(mark.symbol, FILLED), "size": round(size + EDGE * PICTURE, 1)}
    style = HOLLOW if mark.hollow else FILLED
    yield {"at": at, "icon": icon(mark.symbol, style), "size": round(size, 1), "ink": rgb(mark.colour)}


def _by_ink(marks: Sequence[Mark], theme: Theme) -> Iterator[tuple[Colour, list[Mark]]]:
    """The marks by the colour that a number on them has."""
    for ink in ([0, 0, 0, 255], [255, 255, 255, 255]):
        yield ink, [mark for mark in marks if _on(theme, mark) == ink]


def _on(theme: Theme, mark: Mark) -> Colour:
    """Black or white, whichever reads better on the symbol (WCAG relative luminance)."""
    colour = theme.ink.page if mark.hollow else mark.colour
    parts = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return [0, 0, 0, 255] if luminance > 0.179 else [255, 255, 255, 255]


def area_texts(areas: Sequence[Mark], theme: Theme) -> Iterator[pdk.Layer]:
    """Numbers of rings and shapes: that of a single event is quiet, the others lie on a slip of the page's colour."""
    slip = {"background": True, "get_background_color": rgb(theme.ink.page, 190), "background_padding": [3, 1]}
    single, several = ([mark for mark in areas if (mark.count > 1) == more] for more in (False, True))
    yield _texts("area_texts_single", single, get_color=rgb(theme.ink.quiet))
    yield _texts("area_texts_several", several, get_color=rgb(theme.ink.text), **slip)


def _texts(name: str, marks: Sequence[Mark], **looks: Any) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        [{"at": point(mark), "text": text(mark.text)} for mark in marks],
        id=name,
        get_position="at",
        get_text="text",
        get_size=TEXT_SIZE,
        font_weight=600,
        **lettering(),
        **looks,
    )
