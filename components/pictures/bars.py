"""Draws traces of bars, upright or lying, beside, above or over each other, with patterns and texts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from components.look.theme import Ink
from components.pictures.axes import DAY, Axis, values_for, values_of
from components.pictures.colours import PATTERNS, colour
from components.pictures.letters import font, lines_of, text_width
from components.pictures.not_drawn import NotDrawnError

Parts = Mapping[str, Any]
MODES = ("overlay", "stack", "relative")
# The share of the place between two bars that is left free where nobody says, and the width of a bar alone.
GAP = 0.2
FROM_BAR = 4.0


@dataclass
class Stacks:
    """How high bars reach that stand above each other: of those to both sides of zero apart."""

    mode: str
    gap: float
    reached: dict[tuple[str, float, bool], float] = field(default_factory=lambda: defaultdict(float))

    def base(self, axis: str, at: float, value: float) -> float:
        """Where a bar begins, which the next one then begins after."""
        if self.mode == "overlay" or np.isnan(value):
            return 0.0
        key = axis, at, value < 0
        begins = self.reached[key]
        self.reached[key] += value
        return begins


@dataclass(frozen=True)
class Bar:
    """A bar as numbers of its axes: from where to where it lies along the axis of its kind, and of its length."""

    start: float
    end: float
    base: float
    length: float


def bars_of(trace: Parts, along: Axis, lengths: Axis, stacks: Stacks) -> list[Bar]:
    """The bars of a trace, `along` the axis that names them, as long as the axis `lengths` counts."""
    lying = trace.get("orientation") == "h"
    at = along.numbers(trace["y" if lying else "x"])
    values = [float("nan") if value is None else float(value) for value in values_of(trace["x" if lying else "y"])]
    widths = values_for(trace.get("width", _width(at, along, stacks.gap)), len(at))
    offsets = values_for(trace.get("offset"), len(at))
    bases = lengths.numbers(trace["base"]) if "base" in trace else None
    found = []
    for index, (place, value) in enumerate(zip(at, values, strict=True)):
        start = place + (offsets[index] if offsets[index] is not None else -widths[index] / 2)
        base = bases[index] if bases else stacks.base(along.name, place, value)
        found.append(Bar(start, start + widths[index], base, value))
    return found


def draw_bars(axes: Axes, trace: Parts, bars: Sequence[Bar], ink: Ink) -> None:
    """Draw the bars of a trace."""
    for index, one in enumerate(bars):
        if np.isnan(one.length):
            continue
        corner = (one.base, one.start) if trace.get("orientation") == "h" else (one.start, one.base)
        size = (one.length, one.end - one.start)
        size = size if trace.get("orientation") == "h" else size[::-1]
        axes.add_patch(Rectangle(corner, *size, **bar_look(trace, index, ink), zorder=2, gid="bar"))
    if "texttemplate" in trace or "text" in trace:
        _write(axes, trace, bars, ink)


def bar_look(trace: Parts, index: int, ink: Ink) -> dict[str, Any]:
    """How the bar at that place looks, in matplotlib's words."""
    marker, through = trace["marker"], trace.get("opacity", 1)
    own, edge, pattern = _at(marker["color"], index), marker.get("line", {}), marker.get("pattern", {})
    look: dict[str, Any] = {
        "facecolor": colour(own, through),
        "edgecolor": colour(_at(edge.get("color", own), index), through),
        "linewidth": edge.get("width", 0),
    }
    hatch = PATTERNS[_at(pattern.get("shape", ""), index)]
    if hatch and pattern.get("fillmode", "replace") == "overlay":
        look |= {
            "hatch": hatch,
            "hatchcolor": colour(_at(pattern.get("fgcolor", ink.page), index), pattern.get("fgopacity", 1)),
        }
    elif hatch:
        ground = colour(_at(pattern.get("bgcolor", ink.page), index))
        look |= {"hatch": hatch, "facecolor": ground, "hatchcolor": colour(_at(pattern.get("fgcolor", own), index))}
    return look


def _write(axes: Axes, trace: Parts, bars: Sequence[Bar], ink: Ink) -> None:
    """The texts of the bars, inside them where they fit or at their ends."""
    inside, lying = trace.get("textposition") == "inside", trace.get("orientation") == "h"
    letters = trace.get("insidetextfont" if inside else "textfont", trace.get("textfont", {}))
    for index, (one, text) in enumerate(zip(bars, bar_texts(trace), strict=True)):
        plain = " ".join(line.text for line in lines_of(text))
        if not plain or np.isnan(one.length):
            continue
        along, size = (one.start + one.end) / 2, letters.get("size", 12)
        end = one.base + one.length
        at, shift = ((one.base + end) / 2, 0.0) if inside else (end, FROM_BAR if one.length >= 0 else -FROM_BAR)
        place = (at, along) if lying else (along, at)
        drawn = axes.annotate(
            plain,
            place,
            (shift, 0) if lying else (0, shift),
            textcoords="offset points",
            ha="center" if inside or not lying else "left",
            va="center" if inside or lying else ("bottom" if one.length >= 0 else "top"),
            color=colour(_at(letters.get("color", ink.text), index)),
            fontproperties=font(size),
            annotation_clip=False,
            gid="text",
        )
        if inside and text_width(plain, size) > _pixels(axes, one, lying):
            drawn.remove()


def _pixels(axes: Axes, one: Bar, lying: bool) -> float:
    ends = axes.transData.transform(
        [(one.base, 0), (one.base + one.length, 0)] if lying else [(one.start, 0), (one.end, 0)]
    )
    return float(abs(ends[1][0] - ends[0][0]))


def bar_texts(trace: Parts) -> list[str]:
    """The text at each bar. NotDrawnError for a template that is not read."""
    template = trace.get("texttemplate")
    if template is None:
        return [str(text or "") for text in values_of(trace["text"])]
    column = {"%{x}": "x", "%{y}": "y", "%{customdata}": "customdata"}.get(template)
    if column is None:
        raise NotDrawnError("texttemplate", template)
    return [
        "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
        for value in values_of(trace[column])
    ]


def _width(at: Sequence[float], along: Axis, gap: float) -> float:
    """How wide a bar is where nobody says: a share of the least that lies between two."""
    places = sorted({place for place in at if not np.isnan(place)})
    apart = min((after - before for before, after in pairwise(places)), default=0)
    return (apart or (30 * DAY if along.is_date else 1.0)) * (1 - gap)


def _at(value: Any, index: int) -> Any:
    return value[index] if isinstance(value, list) else value
