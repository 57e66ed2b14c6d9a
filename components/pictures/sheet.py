"""A picture with its words as one sheet, as SVG or PNG: the title, what is measured, what marks mean, the picture, its
source, the release and the address."""

import io
import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib as mpl
from matplotlib.figure import Figure

from components.look.theme import Ink
from components.pictures.card_plot import CardPlot
from components.pictures.legend import draw_legend, entries_of, legend_rows
from components.pictures.letters import font, wrapped
from components.pictures.maps.map_plot import MapPlot
from components.pictures.notes import Box
from components.pictures.plots import Plots
from components.pictures.sheet_text import SheetText
from data.view.picture_names import PICTURE_SIZES

# The same picture has the same bytes: what the library would name at random is named by its content.
mpl.rcParams["svg.hashsalt"] = "pictures"
mpl.rcParams["hatch.linewidth"] = 1.0
# Letters keep their places whatever the scale.
mpl.rcParams["text.hinting"] = "none"
# The library draws for one at a time.
ONE_AT_A_TIME = threading.Lock()
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
# The elements that say a picture to whoever does not see it.
SPOKEN = ("title", "desc")
# What draws a specification, by what it has and no other has; plots draw the others.
DRAWN_BY: Mapping[str, type[MapPlot | CardPlot]] = {"layers": MapPlot, "map": CardPlot}
# Outlines, and what their numbers have beyond a hundredth of a pixel, which nobody sees.
OUTLINE, FINER = re.compile(rb' d="[^"]+"'), re.compile(rb"(\d\.\d\d)\d+")
UNDATED = dict.fromkeys(("Date", "Creator", "Format", "Type"))

# Pixels of the sheet before it is scaled: a picture that is tall by nature has a width of its own.
EDGE, LEAST_HEIGHT, TALL, TALL_WIDTH = 30.0, 560.0, 950.0, 1100.0
TITLE, SUBTITLE, LEGEND, SOURCE = 25.0, 15.0, 14.0, 12.0
LINE, GAP = 1.25, 12.0
# How many lines of each there can be.
TITLE_LINES, SUBTITLE_LINES, SOURCE_LINES, ADDRESS_LINES = 2, 3, 3, 2


@dataclass(frozen=True)
class Size:
    """The size of a picture in pixels; one that is tall by nature keeps the width alone."""

    width: int
    height: int


SIZES: Mapping[str, Size] = {name: Size(*pixels) for name, pixels in PICTURE_SIZES.items()}


@dataclass(frozen=True)
class Sheet:
    """A picture's specification as browsers are sent it, in plotly's words or, of a map, in deck.gl's, or the text and
    the map of a record's card; its own words, and the colours of a theme."""

    spec: Mapping[str, Any]
    words: SheetText
    ink: Ink

    def png(self, size: Size) -> bytes:
        """The picture of that size. NotDrawnError and KeyError for what is not drawn."""
        written = io.BytesIO()
        with ONE_AT_A_TIME:
            figure = self.figure(size)
            dots = size.width / figure.get_figwidth()
            figure.savefig(
                written, format="png", dpi=dots, metadata={"Software": None}, pil_kwargs={"compress_level": 4}
            )
        return written.getvalue()

    def svg(self, size: Size) -> bytes:
        """The picture with the proportions of that size; its title and what it shows in words are for whoever does not
        see it. NotDrawnError and KeyError for what is not drawn."""
        written = io.BytesIO()
        with ONE_AT_A_TIME:
            self.figure(size).savefig(written, format="svg", metadata=UNDATED)
        return self._with_words(written.getvalue())

    def _with_words(self, drawn: bytes) -> bytes:
        ET.register_namespace("", SVG)
        ET.register_namespace("xlink", XLINK)
        root = ET.fromstring(OUTLINE.sub(lambda outline: FINER.sub(rb"\1", outline[0]), drawn))
        for old in root.findall(f"{{{SVG}}}metadata"):
            root.remove(old)
        described = f"{self.words.alt} {self.words.source} {self.words.address}".strip()
        for place, (tag, text) in enumerate(zip(SPOKEN, (self.words.title, described), strict=True)):
            element = ET.Element(f"{{{SVG}}}{tag}", id=tag)
            element.text = text
            root.insert(place, element)
        root.set("role", "img")
        root.set("aria-labelledby", " ".join(SPOKEN))
        return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))

    def figure(self, size: Size) -> Figure:
        """The picture as the library has it. NotDrawnError and KeyError for what is not drawn."""
        drawn_by = next((plot for part, plot in DRAWN_BY.items() if part in self.spec), Plots)
        plots = drawn_by(self.spec, self.ink)
        width, height = self._extent(plots, size)
        figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=self.ink.page)
        top, bottom = self._draw_title(figure, width, height), self._draw_source(figure, width)
        plots.draw(figure, Box(EDGE, bottom, width - 2 * EDGE, top - bottom))
        return figure

    def _extent(self, plots: Plots | MapPlot | CardPlot, size: Size) -> tuple[float, float]:
        """The width and height of the sheet before it is scaled: with the proportions of the size, and high enough for
        the picture; a picture that is tall by nature is as tall as it is."""
        natural = plots.height
        if natural > TALL:
            return TALL_WIDTH, natural + self._height_of_words(TALL_WIDTH)
        height, proportion = LEAST_HEIGHT, size.width / size.height
        # The wider the sheet, the fewer lines its words take.
        for _ in range(4):
            height = max(LEAST_HEIGHT, natural + self._height_of_words(height * proportion))
        return height * proportion, height

    def _height_of_words(self, width: float) -> float:
        title, subtitle, source, address = self._lines(width)
        rows = legend_rows(entries_of(self.spec), width - 2 * EDGE, LEGEND)
        above = len(title) * TITLE * LINE + len(subtitle) * SUBTITLE * LINE + len(rows) * LEGEND * 1.6
        return above + (len(source) + len(address)) * SOURCE * LINE + 1.6 * EDGE + 3 * GAP

    def _lines(self, width: float) -> tuple[list[str], list[str], list[str], list[str]]:
        inner = width - 2 * EDGE
        return (
            wrapped(self.words.title, TITLE, inner, TITLE_LINES, is_bold=True),
            wrapped(self.words.subtitle, SUBTITLE, inner, SUBTITLE_LINES),
            wrapped(self.words.source, SOURCE, inner, SOURCE_LINES),
            wrapped(self.words.address, SOURCE, inner, ADDRESS_LINES),
        )

    def _draw_title(self, figure: Figure, width: float, height: float) -> float:
        """Write what stands above the picture, and return down to where it reaches."""
        title, subtitle, _, _ = self._lines(width)
        top = _write(figure, title, height - EDGE * 0.8, TITLE, self.ink.text, is_bold=True)
        top = _write(figure, subtitle, top - 4, SUBTITLE, self.ink.quiet)
        rows = legend_rows(entries_of(self.spec), width - 2 * EDGE, LEGEND)
        return draw_legend(figure, rows, (EDGE, top - GAP), LEGEND, self.ink) - GAP / 2

    def _draw_source(self, figure: Figure, width: float) -> float:
        """Write what stands below the picture, and return up to where it reaches."""
        _, _, source, address = self._lines(width)
        top = EDGE * 0.6 + (len(source) + len(address)) * SOURCE * LINE
        _write(figure, [*source, *address], top, SOURCE, self.ink.quiet)
        return top + GAP


def _write(
    figure: Figure, lines: Sequence[str], top: float, size: float, colour: str, *, is_bold: bool = False
) -> float:
    """Write the lines below `top`, and return down to where they reach."""
    width, height = figure.get_size_inches() * 72
    for line in lines:
        top -= size * LINE
        figure.text(
            EDGE / width,
            (top + size * (LINE - 1)) / height,
            line,
            color=colour,
            fontproperties=font(size, is_bold),
            va="baseline",
            parse_math=False,
            gid="words",
        )
    return top
