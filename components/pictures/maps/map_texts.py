"""The texts of a map: of those that would overlap, the one that matters more is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from components.pictures.colours import colour_of_parts
from components.pictures.letters import font, text_width
from components.pictures.maps.expressions import value_of
from components.pictures.maps.shapes import to_plane

Parts = Mapping[str, Any]
BOLD = 600
HARDLY = 1 / 255
LINE, CAPITAL = 1.2, 0.66


@dataclass(frozen=True)
class MapText:
    """A text at a place: where its box is in pixels from the place, x to the right and y up, and how much it matters;
    `rank` is None for one that is written whatever it overlaps."""

    at: tuple[float, float]
    text: str
    layer: Parts
    box: Bbox
    rank: float | None
    order: int


class MapTexts:
    """Texts, gathered layer by layer and written when all are known."""

    def __init__(self) -> None:
        """Nothing is gathered yet."""
        self.found: list[MapText] = []
        self.blocks: list[tuple[tuple[float, float], Bbox]] = []

    def keep_off(self, row: Parts, radius: float) -> None:
        """Have texts keep off a row's place, so many pixels around it."""
        self.blocks.append((_in_plane(row), Bbox.from_extents(-radius, -radius, radius, radius)))

    def add(self, _: Axes, layer: Parts, order: int) -> None:
        """Gather the texts of a layer."""
        size, is_bold = layer["getSize"], layer.get("fontWeight") == BOLD
        for row in layer["data"]:
            text = value_of(layer["getText"], row).strip()
            lines = text.split("\n")
            wide, high = max(text_width(line, size, is_bold) for line in lines), len(lines) * size * LINE / 2
            right, down = value_of(layer.get("getPixelOffset", [0, 0]), row)
            left = right if layer.get("getTextAnchor") == "start" else right - wide / 2
            box = Bbox.from_extents(left, -down - high, left + wide, -down + high)
            rank = value_of(layer["getCollisionPriority"], row) if "getCollisionPriority" in layer else None
            self.found.append(MapText(_in_plane(row), text, layer, box, rank, order))

    def draw(self, axes: Axes, degree: float) -> None:
        """Write the texts on a map of which a degree of longitude is so many pixels."""
        for text in self._free(degree):
            self._write(axes, text)

    def _free(self, degree: float) -> Iterator[MapText]:
        taken = [_shifted(box, at, degree) for at, box in self.blocks]
        for text in sorted((one for one in self.found if one.rank is not None), key=lambda one: -(one.rank or 0)):
            padding = text.layer.get("backgroundPadding", [0, 0])
            box = _shifted(text.box, text.at, degree).padded(*padding)
            if not any(box.overlaps(other) for other in taken):
                taken.append(box)
                yield text
        yield from (text for text in self.found if text.rank is None)

    def _write(self, axes: Axes, text: MapText) -> None:
        layer, size, is_long = text.layer, text.layer["getSize"], "\n" in text.text
        middle = (text.box.y0 + text.box.y1) / 2
        slip = colour_of_parts(layer.get("getBackgroundColor", [0, 0, 0, 0]))
        axes.annotate(
            text.text,
            text.at,
            # Letters stand on their line, and are in the middle when half of a capital is above it.
            xytext=(text.box.x0, middle if is_long else middle - CAPITAL / 2 * size),
            textcoords="offset points",
            va="center" if is_long else "baseline",
            multialignment="center",
            linespacing=LINE,
            color=colour_of_parts(layer["getColor"]),
            fontproperties=font(size, layer.get("fontWeight") == BOLD),
            parse_math=False,
            annotation_clip=True,
            clip_on=True,
            zorder=text.order,
            gid="map_text",
            # The browser's boxes that are hardly seen only tell it which texts overlap.
            bbox={"facecolor": slip, "edgecolor": "none", "boxstyle": "square,pad=0.15"} if slip[3] > HARDLY else None,
        )


def _in_plane(row: Parts) -> tuple[float, float]:
    across, north = to_plane(np.array([row["at"]], dtype=float))[0]
    return float(across), float(north)


def _shifted(box: Bbox, at: tuple[float, float], degree: float) -> Bbox:
    return box.translated(at[0] * degree, at[1] * degree)
