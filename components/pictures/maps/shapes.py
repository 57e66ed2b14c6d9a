"""The shapes of the base map in Mercator's plane, and the symbols of events, as the library draws them."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as File
from typing import Any

import numpy as np
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path.parser import parse_path
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from components.look.symbols import HOLLOW, MARGIN, PATHS, icon

ROOT = File(__file__).parents[3]
# The last degree north and south that Mercator's maps show, and the middle of the box that symbols are drawn in.
EDGE, MIDDLE = 85.0, 12.0
# As a share of the map: what is cut off ends so far beyond its edge, so that no cut is seen.
BESIDE = 0.02
CODES: Mapping[str, Any] = {
    "moveTo": Path.MOVETO,
    "lineTo": Path.LINETO,
    "curveTo": Path.CURVE4,
    "qCurveTo": Path.CURVE3,
}


@dataclass(frozen=True)
class MapShape:
    """A country, a state or a lake: what the file says of it, and its outline."""

    properties: Mapping[str, Any]
    paths: tuple[Path, ...]

    def within(self, corners: Sequence[float], pixel: float) -> "MapShape | None":
        """What of it lies in a part of the plane (west, south, east, north) or near it, no finer than a pixel that is
        so wide; None where nothing does."""
        west, south, east, north = corners
        across, upright = (east - west) * BESIDE, (north - south) * BESIDE
        part = Bbox.from_extents(west - across, south - upright, east + across, north + upright)
        near = [path for path in self.paths if path.get_extents().overlaps(part)]
        cut = [path if _is_line(path) else path.clip_to_bbox(part) for path in near]
        seen = tuple(_coarser(path, pixel) for path in cut if np.size(path.vertices))
        return MapShape(self.properties, seen) if seen else None

    @property
    def path(self) -> Path:
        """All its outlines as one."""
        return Path.make_compound_path(*self.paths)


def to_plane(places: np.ndarray) -> np.ndarray:
    """Longitudes and latitudes in degrees (rows of two) in Mercator's plane, whose unit is a degree of longitude."""
    angles = np.radians(np.clip(places[:, 1], -EDGE, EDGE))
    return np.column_stack([places[:, 0], np.degrees(np.log(np.tan(math.pi / 4 + angles / 2)))])


@cache
def base_map_shapes(address: str) -> tuple[MapShape, ...]:
    """The shapes of a file of the base map at the address that browsers fetch it from."""
    found = json.loads((ROOT / address.removeprefix("app/")).read_bytes())
    return tuple(
        MapShape(feature["properties"], tuple(_outlines(feature["geometry"]))) for feature in found["features"]
    )


def _outlines(geometry: Mapping[str, Any]) -> Iterator[Path]:
    kind, parts = geometry["type"], geometry["coordinates"]
    is_area = kind.endswith("Polygon")
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[kind]
    for points in _lists(parts, depth):
        yield Path(to_plane(np.array(points, dtype=float)), closed=is_area)


def _coarser(path: Path, pixel: float) -> Path:
    """The outline without the points that fall into the same pixel as the one before them."""
    points = np.asarray(path.vertices, dtype=float)
    codes = None if path.codes is None else np.asarray(path.codes)
    is_new = np.any(np.diff(np.floor(points / pixel), axis=0, prepend=np.nan) != 0, axis=1)
    if codes is None:
        return Path(points[is_new])
    stays = is_new | (codes != Path.LINETO)
    return Path(points[stays], codes[stays])


def _is_line(path: Path) -> bool:
    return path.codes is None or np.asarray(path.codes)[-1] != Path.CLOSEPOLY


def _lists(parts: Sequence[Any], depth: int) -> Iterator[Sequence[Any]]:
    if depth == 0:
        yield parts
        return
    for part in parts:
        yield from _lists(part, depth - 1)


@cache
def symbol_path(name: str) -> tuple[Path, bool]:
    """The outline of the symbol which the map's atlas has by that name, in a cell of one by one around its middle, and
    whether it is a line alone."""
    drawn = {icon(symbol, HOLLOW): path for symbol, path in PATHS.items()}
    hollow = name in drawn
    pen = RecordingPen()
    parse_path(drawn[name[:2] + HOLLOW[0]], pen)
    points: list[tuple[float, float]] = []
    codes: list[Any] = []
    start = (0.0, 0.0)
    for command, steps in pen.value:
        if command in CODES:
            start = steps[0] if command == "moveTo" else start
            points += steps
            codes += [CODES[command]] * len(steps)
        else:
            points.append(start)
            codes.append(Path.CLOSEPOLY)
    flipped = (np.array(points) - MIDDLE) * [1, -1] / (2 * MIDDLE * MARGIN)
    return Path(flipped, codes), hollow
