"""Draws the map of a specification into a part of a sheet: what deck.gl is sent, layer by layer, in Mercator's
projection and at the scale at which the page shows it."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection, LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.transforms import IdentityTransform

from components.look.symbols import MARGIN
from components.look.theme import Ink
from components.pictures.colours import colour_of_parts
from components.pictures.maps.expressions import value_of
from components.pictures.maps.map_texts import MapTexts
from components.pictures.maps.shapes import base_map_shapes, symbol_path, to_plane
from components.pictures.not_drawn import NotDrawnError
from components.pictures.notes import Box

Parts = Mapping[str, Any]
# The world at zoom 0 is so many pixels wide, and so many metres at the equator.
TILE, EQUATOR = 512.0, 40_075_017.0
# A map on its page at its usual size, in pixels, by what its view's name begins with: no less of the world is shown.
MAP_OF_PAGE, SMALL_MAP = (760.0, 480.0), (400.0, 380.0)
SIZES_ON_PAGES = {"map": MAP_OF_PAGE}
# Pixels: coasts are no finer.
FINEST = 0.5
# The line of a symbol that is not filled, as a share of the symbol's cell (tools/symbols.py).
HOLLOW_LINE = 3 / (24 * MARGIN)


class MapPlot:
    """What the specification of a map says, read for drawing. NotDrawnError and KeyError for what is not drawn."""

    height = MAP_OF_PAGE[1]

    def __init__(self, spec: Parts, ink: Ink) -> None:
        """Read a specification in deck.gl's words, as browsers are sent it; `ink` the neutral colours."""
        self.layers: Sequence[Parts] = [layer for group in spec["layers"] for layer in group]
        self.state, self.ink = spec["initialViewState"], ink
        self.on_page = SIZES_ON_PAGES.get(spec["views"][0]["id"].partition("-")[0], SMALL_MAP)
        self.texts = MapTexts()
        self.degree = 1.0
        self.drawn_as: Mapping[str, Callable[[Axes, Parts, int], None]] = {
            "SolidPolygonLayer": self._water,
            "GeoJsonLayer": self._shapes,
            "ScatterplotLayer": self._discs,
            "LineLayer": self._lines,
            "IconLayer": self._symbols,
            "TextLayer": self.texts.add,
        }

    def draw(self, figure: Figure, box: Box) -> None:
        """Draw all of it into a part of the sheet: layers in their order, of texts that would overlap the first."""
        width, height = figure.get_size_inches() * 72
        place = (box.left / width, box.bottom / height, box.width / width, box.height / height)
        axes = figure.add_axes(place, facecolor=self.ink.band)
        zoom = self.state["zoom"] + math.log2(min(box.width / self.on_page[0], box.height / self.on_page[1]))
        self.degree = TILE * 2**zoom / 360
        middle, north = to_plane(np.array([[self.state["longitude"], self.state["latitude"]]]))[0]
        across, upright = box.width / self.degree / 2, box.height / self.degree / 2
        axes.set(xlim=(middle - across, middle + across), ylim=(north - upright, north + upright), xticks=[], yticks=[])
        for spine in axes.spines.values():
            spine.set(color=self.ink.rule, linewidth=1, zorder=len(self.layers) + 1)
        for order, layer in enumerate(self.layers, start=1):
            if layer["@@type"] not in self.drawn_as:
                raise NotDrawnError("layer", layer["@@type"])
            self.drawn_as[layer["@@type"]](axes, layer, order)
        self.texts.draw(axes, self.degree)

    def _water(self, axes: Axes, layer: Parts, _: int) -> None:
        axes.patch.set_facecolor(colour_of_parts(layer["getFillColor"]))

    def _shapes(self, axes: Axes, layer: Parts, order: int) -> None:
        # What lies out of sight is not drawn, and would make a file twice as long.
        corners, pixel = axes.viewLim.extents, FINEST / self.degree
        shapes = [part for shape in base_map_shapes(layer["data"]) if (part := shape.within(corners, pixel))]
        rows = [{"properties": shape.properties} for shape in shapes]
        fills = (
            [colour_of_parts(value_of(layer.get("getFillColor"), row)) for row in rows] if layer["filled"] else "none"
        )
        axes.add_collection(
            PathCollection(
                [shape.path for shape in shapes],
                facecolors=fills,
                edgecolors=[colour_of_parts(value_of(layer["getLineColor"], row)) for row in rows],
                linewidths=[value_of(layer["getLineWidth"], row) for row in rows],
                zorder=order,
            ),
            autolim=False,
        )

    def _discs(self, axes: Axes, layer: Parts, order: int) -> None:
        """Discs in metres as the projection stretches them, or in pixels; those that nobody sees keep texts off."""
        rows = layer["data"]
        if "getCollisionPriority" in layer:
            for row in rows:
                self.texts.keep_off(row, float(value_of(layer["getRadius"], row)))
        fills = [colour_of_parts(value_of(layer.get("getFillColor", [0, 0, 0, 255]), row)) for row in rows]
        if not layer.get("filled", True):
            fills = [(0.0, 0.0, 0.0, 0.0)] * len(rows)
        if not layer.get("stroked") and all(fill[3] <= 1 / 255 for fill in fills):
            return
        radius = [float(value_of(layer["getRadius"], row)) for row in rows]
        if layer.get("radiusUnits") != "pixels":
            least = layer.get("radiusMinPixels", 0)
            radius = [max(self._pixels(metres, row["at"][1]), least) for metres, row in zip(radius, rows, strict=True)]
        across = 2 * np.array(radius)
        discs = EllipseCollection(
            across,
            across,
            np.zeros(len(rows)),
            # As large beside the map at whatever resolution it is saved.
            units="points",
            offsets=to_plane(np.array([row["at"] for row in rows])),
            offset_transform=axes.transData,
            facecolors=fills,
            edgecolors=[colour_of_parts(value_of(layer.get("getLineColor", [0, 0, 0, 0]), row)) for row in rows],
            linewidths=layer.get("getLineWidth", 0),
            zorder=order,
        )
        axes.add_collection(discs, autolim=False)

    def _pixels(self, metres: float, latitude: float) -> float:
        degrees = metres / math.cos(math.radians(latitude)) / EQUATOR * 360
        return degrees * self.degree

    def _lines(self, axes: Axes, layer: Parts, order: int) -> None:
        ends = [[value_of(layer[f"get{end}Position"], row) for end in ("Source", "Target")] for row in layer["data"]]
        colours = [colour_of_parts(value_of(layer["getColor"], row)) for row in layer["data"]]
        lines = LineCollection(
            [to_plane(np.array(pair)) for pair in ends], colors=colours, linewidths=layer["getWidth"], zorder=order
        )
        axes.add_collection(lines, autolim=False)

    def _symbols(self, axes: Axes, layer: Parts, order: int) -> None:
        for row in layer["data"]:
            path, is_hollow = symbol_path(row["icon"])
            size, tone = float(value_of(layer["getSize"], row)), colour_of_parts(value_of(layer["getColor"], row))
            # Whoever sees a file cannot zoom in to part a name from a mark.
            self.texts.keep_off(row, size / 2)
            mark = PathCollection(
                [path],
                [size**2],
                offsets=to_plane(np.array([row["at"]])),
                offset_transform=axes.transData,
                facecolors="none" if is_hollow else tone,
                edgecolors=tone if is_hollow else "none",
                linewidths=HOLLOW_LINE * size if is_hollow else 0,
                zorder=order,
            )
            mark.set_transform(IdentityTransform())
            axes.add_collection(mark, autolim=False)
