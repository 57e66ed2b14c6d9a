"""Draws traces of points and lines: lines with gaps and steps, what is filled between two of them, marks, and texts."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform, ScaledTranslation

from components.pictures.axes import Axis, values_for
from components.pictures.colours import DASHES, colour
from components.pictures.letters import font, lines_of
from components.pictures.marks import OPEN, OPEN_EDGE, SHAPES
from components.pictures.not_drawn import NotDrawnError

Parts = Mapping[str, Any]
STEPS = {"linear": "default", "hv": "steps-post"}
# Where a text stands at its point when nobody says: upright, and across.
IN_THE_MIDDLE = ("middle", "center")
# Pixels between a mark and its text, beside the mark's own size.
FROM_MARK = 3.0


def draw_points(axes: Axes, trace: Parts, across: Axis, upright: Axis, before: Parts | None) -> None:
    """Draw a trace of points as its mode says; `before` is the trace that it may be filled to.
    NotDrawnError for a mode or a filling that is not drawn."""
    at = across.numbers(trace["x"]), upright.numbers(trace["y"])
    modes = str(trace.get("mode", "lines")).split("+")
    if unknown := {*modes} - {"lines", "markers", "text"}:
        raise NotDrawnError("mode", ", ".join(sorted(unknown)))
    if "fill" in trace:
        _fill(axes, trace, at, across, upright, before)
    if "lines" in modes:
        _draw_line(axes, trace, *at)
    if "markers" in modes:
        _draw_marks(axes, trace, *at)
    if "text" in modes:
        _write(axes, trace, *at)


def _fill(
    axes: Axes, trace: Parts, at: tuple[list[float], list[float]], across: Axis, upright: Axis, before: Parts | None
) -> None:
    if trace["fill"] != "tonexty" or before is None:
        raise NotDrawnError("fill", trace["fill"])
    other = dict(zip(across.numbers(before["x"]), upright.numbers(before["y"]), strict=True))
    lows = [other.get(x, np.nan) for x in at[0]]
    step: Literal["post"] | None = "post" if trace.get("line", {}).get("shape") == "hv" else None
    tone = colour(trace.get("fillcolor", trace["line"]["color"]), trace.get("opacity", 1))
    axes.fill_between(at[0], lows, at[1], step=step, facecolor=tone, linewidth=0)


def _draw_line(axes: Axes, trace: Parts, x: Sequence[float], y: Sequence[float]) -> None:
    line = trace.get("line", {})
    width = line.get("width", 2)
    axes.plot(
        x,
        y,
        color=colour(line["color"], trace.get("opacity", 1)),
        linewidth=width,
        linestyle=DASHES[line.get("dash", "solid")],
        drawstyle=STEPS[line.get("shape", "linear")],
        marker="",
        solid_capstyle="butt",
        gid="line",
    )


def _draw_marks(axes: Axes, trace: Parts, x: Sequence[float], y: Sequence[float]) -> None:
    """All marks of one symbol together; those that are turned each by itself."""
    marker, number = trace.get("marker", {}), len(x)
    symbols, sizes = values_for(marker.get("symbol", "circle"), number), values_for(marker.get("size", 6), number)
    colours, opacity = values_for(marker["color"], number), marker.get("opacity", 1) * trace.get("opacity", 1)
    is_turned, groups = marker.get("angleref") == "previous", dict[Any, list[int]]()
    for index in range(number):
        if sizes[index] and opacity and not np.isnan(x[index] + y[index]):
            groups.setdefault(index if is_turned else symbols[index], []).append(index)
    for indices in groups.values():
        symbol, first = symbols[indices[0]], indices[0]
        style = SHAPES[symbol.removesuffix(OPEN)]
        if is_turned and first:
            style = _turned(axes, style, (x[first - 1], y[first - 1]), (x[first], y[first]))
        own = [colour(colours[index], opacity) for index in indices]
        edge, hollow = marker.get("line", {}), symbol.endswith(OPEN)
        marks = PathCollection(
            [style],
            # The shapes are drawn in half the size.
            [(sizes[index] / 2) ** 2 for index in indices],
            offsets=[(x[index], y[index]) for index in indices],
            offset_transform=axes.transData,
            facecolors="none" if hollow else own,
            edgecolors=own if hollow or "color" not in edge else [colour(edge["color"], opacity)],
            linewidths=max(edge.get("width", 0), OPEN_EDGE) if hollow else edge.get("width", 0),
            clip_on=False,
            zorder=3,
            gid="marks",
        )
        marks.set_transform(IdentityTransform())
        axes.add_collection(marks, autolim=False)


def _turned(axes: Axes, style: Path, before: tuple[float, float], at: tuple[float, float]) -> Path:
    """The shape turned away from the point before, as it lies on the sheet."""
    first, last = axes.transData.transform([before, at])
    turn = np.arctan2(*(last - first)[::-1]) - np.pi / 2
    return Affine2D().rotate(turn).transform_path(style)


def _write(axes: Axes, trace: Parts, x: Sequence[float], y: Sequence[float]) -> None:
    texts = values_for(trace["text"], len(x))
    places = values_for(trace.get("textposition", " ".join(IN_THE_MIDDLE)), len(x))
    sizes = values_for(trace.get("marker", {}).get("size", 0) if "markers" in trace["mode"] else 0, len(x))
    letters = trace.get("textfont", {})
    for index, text in enumerate(texts):
        if not text or np.isnan(x[index]) or np.isnan(y[index]):
            continue
        upright, across = places[index].split()
        gap = sizes[index] / 2 + (FROM_MARK if sizes[index] else 0)
        shift = {"left": -gap, "right": gap}.get(across, 0), {"top": gap, "bottom": -gap}.get(upright, 0)
        axes.text(
            x[index],
            y[index],
            "\n".join(line.text for line in lines_of(str(text))),
            transform=axes.transData + ScaledTranslation(shift[0] / 72, shift[1] / 72, axes.figure.dpi_scale_trans),
            ha={"left": "right", "right": "left"}.get(across, "center"),
            va={"top": "bottom", "bottom": "top"}.get(upright, "center"),
            color=colour(letters["color"]),
            fontproperties=font(letters.get("size", 12)),
            clip_on=False,
            gid="text",
        )
