"""Which names of the base map have room at the zoom of a view: they lie on no mark and on no other name."""

import math
from typing import Any

import pandas as pd

from components.elements.label_fit import MAP_LETTER, Stretch, overlap, width_of
from components.map.marks import TEXT_SIZE, MapMark
from components.map.names import BESIDE_DOT, LINE, SITE, TOWNS
from data.map.view_window import TILE, northing
from data.package.rows import iterate_rows

# From left to right and from top to bottom, in pixels.
Box = tuple[Stretch, Stretch]


def free_names(labels: pd.DataFrame, marks: list[MapMark], zoom: float) -> pd.DataFrame:
    """The labels (rows of `map_labels`) without those that would lie on a mark's symbol or number or on the name of
    one that matters from farther away. Names of sites have been given room before."""
    taken = [box for mark in marks for box in _boxes(mark, zoom)]
    free = set(labels.label_id[labels.kind == SITE])
    for label in iterate_rows(labels[labels.kind != SITE].sort_values("min_zoom", kind="stable")):
        own = _box_of_name(label, zoom)
        if not any(_share_ground(own, box) for box in taken):
            taken.append(own)
            free.add(label.label_id)
    return labels[labels.label_id.isin(free)]


def _boxes(mark: MapMark, zoom: float) -> list[Box]:
    """Where the symbol of a mark is, and its text."""
    lines = mark.text.split("\n") if mark.text else []
    boxes = [] if mark.is_area else [_around(mark, zoom, 2 * mark.pixels, 2 * mark.pixels)]
    if lines:
        across = max(width_of(line, TEXT_SIZE, MAP_LETTER) for line in lines)
        boxes.append(_around(mark, zoom, across, LINE * len(lines), down=mark.text_down))
    return boxes


def _box_of_name(label: Any, zoom: float) -> Box:
    across = width_of(label.name, TEXT_SIZE, MAP_LETTER)
    right = BESIDE_DOT + across / 2 if label.kind in TOWNS else 0.0
    return _around(label, zoom, across, LINE, right=right)


def _around(place: Any, zoom: float, across: float, high: float, *, right: float = 0.0, down: float = 0.0) -> Box:
    """The box of a size around a place, moved to the right and down."""
    world = TILE * 2**zoom
    x, y = place.lon / 360 * world + right, down - northing(place.lat) / math.tau * world
    return (x - across / 2, x + across / 2), (y - high / 2, y + high / 2)


def _share_ground(one: Box, other: Box) -> bool:
    return overlap(one[0], other[0]) and overlap(one[1], other[1])
