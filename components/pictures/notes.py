"""Draws what a specification writes and marks beside its traces: texts at places, lines, and areas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import (
    Affine2D,
    ScaledTranslation,
    Transform,
    blended_transform_factory,
)

from components.look.theme import Ink
from components.pictures.axes import Axis
from components.pictures.colours import DASHES, colour
from components.pictures.letters import font, lines_of, text_width
from components.pictures.not_drawn import NotDrawnError

Parts = Mapping[str, Any]
PAPER, DOMAIN = "paper", " domain"
# Pixels that two texts keep apart.
APART = 1.0
# Pixels by which the boxes of two lines may reach into each other: above and below most letters they are empty.
INTO = 4.0
# Pixels: no sheet is narrower between its margins than this.
LEAST_WIDTH = 800.0
LINE_HEIGHT = 1.0


@dataclass(frozen=True)
class Box:
    """A part of a sheet in pixels, from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


def draw_shapes(shapes: Sequence[Parts], by_axis: Mapping[str, Axes], axes: Mapping[str, Axis]) -> None:
    """Draw lines and areas. NotDrawnError for another shape."""
    for shape in shapes:
        across, upright = shape.get("xref", "x"), shape.get("yref", "y")
        plot = by_axis[upright.removesuffix(DOMAIN)]
        where = blended_transform_factory(
            plot.transAxes if across.endswith(DOMAIN) else plot.transData,
            plot.transAxes if upright.endswith(DOMAIN) else plot.transData,
        )
        x0, x1 = (_number(axes, across, shape[end]) for end in ("x0", "x1"))
        y0, y1 = (_number(axes, upright, shape[end]) for end in ("y0", "y1"))
        line, through = shape.get("line", {}), shape.get("opacity", 1)
        order = 0.5 if shape.get("layer") == "below" else 2.5
        look: dict[str, Any] = {
            "transform": where,
            "zorder": order,
            "linestyle": DASHES[line.get("dash", "solid")],
            "gid": "shape",
        }
        if shape["type"] == "line":
            plot.plot([x0, x1], [y0, y1], color=colour(line["color"], through), linewidth=line.get("width", 2), **look)
        elif shape["type"] == "rect":
            fill = colour(shape["fillcolor"], through) if "fillcolor" in shape else "none"
            edge = colour(line["color"], through) if "color" in line else "none"
            corner, size = (x0, y0), (x1 - x0, y1 - y0)
            plot.add_patch(
                Rectangle(corner, *size, facecolor=fill, edgecolor=edge, linewidth=line.get("width", 0), **look)
            )
        else:
            raise NotDrawnError("shape", shape["type"])


def raised(layout: Parts, axes: Mapping[str, Axis]) -> tuple[list[Parts], float]:
    """The notes with all that is said of them, and how many pixels of the room below the axis they leave free: names
    below it, which stand on levels of their own on the screen, share a level where they fit beside each other."""
    defaults = layout.get("template", {}).get("layout", {}).get("annotationdefaults", {})
    notes: list[dict[str, Any]] = []
    for own in layout.get("annotations", ()):
        letters = {"color": layout["font"]["color"], **defaults.get("font", {}), **own.get("font", {})}
        notes.append({**defaults, **own, "font": letters})
    below = [note for note in notes if note.get("yref") == PAPER and note["y"] == 0 and note.get("yshift", 0) < 0]
    levels = sorted({note["yshift"] for note in below}, reverse=True)
    ends: list[float] = []
    first, last = axes["x"].range
    for note in sorted(below, key=lambda note: axes["x"].number(note["x"])):
        at = (axes["x"].number(note["x"]) - first) / (last - first) * LEAST_WIDTH
        long = max(text_width(line.text, note["font"].get("size", 12)) for line in lines_of(note["text"]))
        start = at if note.get("xanchor") == "left" else at - long
        level = next((level for level, end in enumerate(ends) if end < start - APART * 8), len(ends))
        ends[level : level + 1] = [start + long]
        note["yshift"] = levels[level]
    return [*notes], float(levels[len(ends) - 1] - levels[-1]) if below else 0.0


def draw_notes(
    figure: Figure,
    notes: Sequence[Parts],
    by_axis: Mapping[str, Axes],
    axes: Mapping[str, Axis],
    inner: Box,
    ink: Ink,
) -> None:
    """Write the texts that are seen; of two that would touch the first stands. NotDrawnError for one with an arrow."""
    written: list[Text] = []
    for note in notes:
        if note.get("opacity", 1) and note["text"]:
            if note.get("showarrow", True):
                raise NotDrawnError("showarrow", note["text"])
            written.append(_written(figure, note, by_axis, axes, inner))
    _keep_apart(figure, written)


def _written(figure: Figure, note: Parts, by_axis: Mapping[str, Axes], axes: Mapping[str, Axis], inner: Box) -> Text:
    across, upright = note.get("xref", "x"), note.get("yref", "y")
    paper = Affine2D().scale(inner.width, inner.height).translate(inner.left, inner.bottom) + Affine2D().scale(1 / 72)
    on_paper = paper + figure.dpi_scale_trans
    where = blended_transform_factory(
        _direction(across, by_axis, on_paper), _direction(upright, by_axis, on_paper)
    ) + ScaledTranslation(note.get("xshift", 0) / 72, note.get("yshift", 0) / 72, figure.dpi_scale_trans)
    lines = lines_of(note["text"])
    letters = note["font"]
    text = figure.text(
        _number(axes, across, note["x"]),
        _number(axes, upright, note["y"]),
        "\n".join(line.text for line in lines),
        transform=where,
        ha=note.get("xanchor", "center"),
        va={"middle": "center"}.get(note.get("yanchor", "middle"), note.get("yanchor", "middle")),
        multialignment=note.get("align", "center"),
        color=colour(letters["color"]),
        fontproperties=font(letters.get("size", 12), any(line.is_bold for line in lines)),
        linespacing=LINE_HEIGHT,
        parse_math=False,
        zorder=5,
        gid="note",
    )
    if "bgcolor" in note:
        pad = note.get("borderpad", 1) + 1
        text.set_bbox(
            {
                "facecolor": colour(note["bgcolor"]),
                "edgecolor": colour(note["bordercolor"]) if "bordercolor" in note else "none",
                "linewidth": note.get("borderwidth", 0),
                "boxstyle": f"square,pad={pad / letters.get('size', 12):.3f}",
            }
        )
    return text


def _direction(reference: str, by_axis: Mapping[str, Axes], on_paper: Transform) -> Transform:
    if reference == PAPER:
        return on_paper
    if reference.endswith(DOMAIN):
        return by_axis[reference.removesuffix(DOMAIN)].transAxes
    return by_axis[reference].transData


def _number(axes: Mapping[str, Axis], reference: str, value: Any) -> float:
    if reference == PAPER or reference.endswith(DOMAIN):
        return float(value)
    return axes[reference].number(value)


def _keep_apart(figure: Figure, written: Sequence[Text]) -> None:
    """Take out each text that touches one before it; none reaches over the edge of the sheet."""
    renderer, edge = FigureCanvasAgg(figure).get_renderer(), figure.bbox.x1 - APART  # type: ignore[no-untyped-call]
    boxes: list[Any] = []
    for text in written:
        box = text.get_window_extent(renderer)
        if box.x1 > edge and text.get_horizontalalignment() == "left":
            # It would be cut: it ends where it would have begun.
            text.set_horizontalalignment("right")
            box = text.get_window_extent(renderer)
        if any(_touch(box, other) for other in boxes):
            text.remove()
        else:
            boxes.append(box)


def _touch(one: Any, other: Any) -> bool:
    return bool(
        one.x0 < other.x1 + APART
        and other.x0 < one.x1 + APART
        and one.y0 < other.y1 - INTO
        and other.y0 < one.y1 - INTO
    )
