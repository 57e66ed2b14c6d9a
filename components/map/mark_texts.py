"""The texts of the marks of a map: the numbers of symbols and of areas, and how they keep off one another."""

from collections.abc import Iterator, Sequence
from typing import Any

import pydeck as pdk

from components.look.theme import Theme
from components.map.base_map import Colour, collision_hidden, collision_ranked, lettering, point, rgb, text
from components.map.marks import TEXT_SIZE, MapMark

# The most that anything can matter to those that would lie over it.
MOST = 1000


def numbers(name: str, marks: Sequence[MapMark], theme: Theme) -> Iterator[pdk.Layer]:
    """The numbers of symbols, black or white."""
    for ink, inked in _by_ink(marks, theme):
        yield _texts(f"{name}_{ink[0]}", inked, get_color=ink)


def _by_ink(marks: Sequence[MapMark], theme: Theme) -> Iterator[tuple[Colour, list[MapMark]]]:
    """The marks by the colour that a number on them has."""
    for ink in ([0, 0, 0, 255], [255, 255, 255, 255]):
        yield ink, [mark for mark in marks if _on(theme, mark) == ink]


def _on(theme: Theme, mark: MapMark) -> Colour:
    """Black or white, whichever reads better on the symbol, or on the page below it (WCAG relative luminance)."""
    colour = theme.ink.page if mark.hollow or mark.around else mark.colour
    parts = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return [0, 0, 0, 255] if luminance > 0.179 else [255, 255, 255, 255]


def area_texts(areas: Sequence[MapMark], theme: Theme) -> Iterator[pdk.Layer]:
    """Numbers of rings and shapes: that of a single event is quiet, the others lie on a slip of the page's colour. Of
    those that would overlap the higher stays."""
    free = collision_hidden(theme, "first || 1")
    slip = {**free, "get_background_color": rgb(theme.ink.page, 190), "background_padding": [3, 1]}
    single, several = ([mark for mark in areas if (mark.count > 1) == more] for more in (False, True))
    yield _texts("area_texts_single", single, get_color=rgb(theme.ink.quiet), **free)
    yield _texts("area_texts_several", several, get_color=rgb(theme.ink.text), **slip)


def _texts(name: str, marks: Sequence[MapMark], **looks: Any) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        [_written(mark) for mark in marks],
        id=name,
        get_position="at",
        get_text="text",
        get_size=TEXT_SIZE,
        get_pixel_offset="[0, down || 0]",
        font_weight=600,
        **lettering(),
        **looks,
    )


def _written(mark: MapMark) -> dict[str, Any]:
    row: dict[str, Any] = {"at": point(mark), "text": text(mark.text)}
    row |= {"first": min(mark.count, MOST - 1)} if mark.is_area and mark.count > 1 else {}
    return row | ({"down": mark.text_down} if mark.text_down else {})


def blocks(marks: Sequence[MapMark], theme: Theme) -> pdk.Layer:
    """Unseen discs where the larger symbols are: the texts of areas and the names on the map keep off them."""
    return pdk.Layer(
        "ScatterplotLayer",
        [{"at": point(mark), "radius": mark.pixels} for mark in marks if not mark.is_single],
        id="blocks",
        get_position="at",
        get_radius="radius",
        radius_units="'pixels'",
        get_fill_color=rgb(theme.ink.page, 1),
        **collision_ranked(MOST),
    )
