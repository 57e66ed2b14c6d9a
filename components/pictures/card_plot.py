"""Draws what the card of a record says in words, beside the map of its place if it has one."""

from collections.abc import Mapping
from typing import Any

from matplotlib.figure import Figure

from components.look.theme import Ink
from components.pictures.letters import font, wrapped
from components.pictures.maps.map_plot import MapPlot
from components.pictures.notes import Box

# Pixels: the words are as large as there is room for.
SIZES = (30.0, 27.0, 24.0, 22.0, 20.0, 18.0, 16.0)
LINE, BETWEEN = 1.35, 30.0
# The share of the sheet that the words have beside a map.
BESIDE_MAP = 0.56


class CardPlot:
    """The words of a record and its map, read for drawing."""

    height = 300.0

    def __init__(self, spec: Mapping[str, Any], ink: Ink) -> None:
        """Read the specification that `record_card` makes; `ink` the neutral colours."""
        self.text, self.ink = spec["text"], ink
        self.map = MapPlot(spec["map"], ink) if spec["map"] else None

    def draw(self, figure: Figure, box: Box) -> None:
        """Draw both into a part of the sheet."""
        words = box.width * BESIDE_MAP if self.map else box.width
        self._write(figure, Box(box.left, box.bottom, words, box.height))
        if self.map:
            left = box.left + words + BETWEEN
            self.map.draw(figure, Box(left, box.bottom, box.left + box.width - left, box.height))

    def _write(self, figure: Figure, box: Box) -> None:
        width, height = figure.get_size_inches() * 72
        size, lines = self._lines(box)
        for number, text in enumerate(lines):
            top = box.bottom + box.height - (number + 1) * size * LINE + size * (LINE - 1)
            figure.text(
                box.left / width,
                top / height,
                text,
                color=self.ink.text,
                fontproperties=font(size),
                va="baseline",
                parse_math=False,
                gid="words",
            )

    def _lines(self, box: Box) -> tuple[float, list[str]]:
        """The largest size at which all of the text has room, and its lines; of the smallest as many as there is room
        for."""
        for size in SIZES:
            most = int(box.height / (size * LINE))
            lines = wrapped(self.text, size, box.width, most)
            if len(wrapped(self.text, size, box.width, most + 1)) <= most:
                break
        return size, lines
