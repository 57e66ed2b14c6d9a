"""Draws the plots of a specification into a part of a sheet: axes with ticks and grid, traces, shapes and notes."""

from collections.abc import Iterator, Mapping
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from components.look.theme import Ink
from components.pictures.axes import Axis, Tick, is_on_calendar, values_of
from components.pictures.bars import MODES, Bar, Stacks, bars_of, draw_bars
from components.pictures.colours import colour
from components.pictures.letters import font, lines_of, text_width
from components.pictures.not_drawn import NotDrawnError
from components.pictures.notes import Box, draw_notes, draw_shapes, raised
from components.pictures.points import draw_points

Parts = Mapping[str, Any]
TICK_SIZE, LINE, FROM_AXIS = 13.0, 1.25, 6.0


class Plots:
    """What a specification says, read for drawing. NotDrawnError and KeyError for what is not drawn: nothing is left
    out."""

    def __init__(self, spec: Parts, ink: Ink) -> None:
        """Read a specification in plotly's words, as browsers are sent it; `ink` the neutral colours."""
        self.layout, self.traces, self.ink = spec["layout"], list(spec["data"]), ink
        self.axes = {name: Axis(name, parts) for name, parts in self._declared()}
        self.pairs = dict.fromkeys((trace.get("xaxis", "x"), trace.get("yaxis", "y")) for trace in self.traces)
        mode = self.layout.get("barmode", "group")
        if mode not in MODES and sum(trace["type"] == "bar" for trace in self.traces) > 1:
            raise NotDrawnError("barmode", mode)
        self.stacks = Stacks(mode, self.layout.get("bargap", 0.2))
        self.bars: dict[int, list[Bar]] = {}
        self._read()
        # Names below the axis stand on the screen on a level each, for they must fit a phone.
        self.notes, self.saved = raised(self.layout, self.axes)

    def _declared(self) -> Iterator[tuple[str, Parts]]:
        for name, parts in self.layout.items():
            if name[1:5] == "axis" and name[0] in "xy":
                yield name[0] + name[5:], parts

    def of(self, trace: Parts) -> tuple[Axis, Axis]:
        """The axes of a trace."""
        return self.axes[trace.get("xaxis", "x")], self.axes[trace.get("yaxis", "y")]

    def _read(self) -> None:
        for trace in self.traces:
            if trace["type"] not in ("scatter", "bar"):
                raise NotDrawnError("trace", trace["type"])
            for axis, name in zip(self.of(trace), "xy", strict=True):
                given = [*values_of(trace.get("base") if _is_length(trace, name) else None), *values_of(trace[name])]
                axis.is_date = axis.is_date or axis.parts.get("type") == "date" or any(map(is_on_calendar, given))
                axis.names = axis.names or list(axis.parts.get("categoryarray", ()))
        for index, trace in enumerate(self.traces):
            across, upright = self.of(trace)
            if trace["type"] == "bar":
                self._read_bars(index, trace, across, upright)
            elif "markers" not in trace.get("mode", "") or trace.get("marker", {}).get("opacity", 1) != 0:
                across.reach_to(across.numbers(trace["x"]))
                upright.reach_to(upright.numbers(trace["y"]))
        for axis in self.axes.values():
            if followed := axis.parts.get("matches"):
                self.axes[followed].reach_to([axis.least, axis.most])
                self.axes[followed].is_date = axis.is_date = axis.is_date or self.axes[followed].is_date

    def _read_bars(self, index: int, trace: Parts, across: Axis, upright: Axis) -> None:
        along, lengths = (upright, across) if trace.get("orientation") == "h" else (across, upright)
        self.bars[index] = bars_of(trace, along, lengths, self.stacks)
        along.reach_to(end for bar in self.bars[index] for end in (bar.start, bar.end))
        lengths.reach_to(end for bar in self.bars[index] for end in (bar.base, bar.base + bar.length))
        lengths.is_stood_on = "base" not in trace

    @property
    def height(self) -> float:
        """How high the picture is by nature, in pixels."""
        return float(self.layout["height"]) - self.saved

    def reach(self, axis: Axis) -> tuple[float, float]:
        """From where to where an axis goes; one that follows another goes with it."""
        return self.axes[axis.parts.get("matches", axis.name)].range

    def draw(self, figure: Figure, box: Box) -> None:
        """Draw all of it into a part of the sheet."""
        inner = self._inner(box)
        drawn: dict[tuple[str, str], Axes] = {}
        for pair in self.pairs:
            drawn[pair] = self._plot(figure, inner, *(self.axes[name] for name in pair))
        for index, trace in enumerate(self.traces):
            axes = drawn[trace.get("xaxis", "x"), trace.get("yaxis", "y")]
            if trace["type"] == "bar":
                draw_bars(axes, trace, self.bars[index], self.ink)
            else:
                draw_points(axes, trace, *self.of(trace), self.traces[index - 1] if index else None)
        by_axis = {name: axes for pair, axes in drawn.items() for name in pair}
        draw_shapes(self.layout.get("shapes", ()), by_axis, self.axes)
        draw_notes(figure, self.notes, by_axis, self.axes, inner, self.ink)

    def _inner(self, box: Box) -> Box:
        """The part within the margins, which grow where the names of ticks need more."""
        margin = self.layout.get("margin", {})
        left, bottom, top = (float(margin.get(side, 8)) for side in "lbt")
        bottom -= self.saved
        for axis in self.axes.values():
            if axis.is_upright:
                left = max(left, self._beside(axis, box))
            elif axis.parts.get("side") == "top":
                top = max(top, self._below(axis, box))
            else:
                bottom = max(bottom, self._below(axis, box))
        right = float(margin.get("r", 8)) + 8
        return Box(box.left + left, box.bottom + bottom, box.width - left - right, box.height - bottom - top)

    def _beside(self, axis: Axis, box: Box) -> float:
        title = 26.0 if axis.parts.get("title", {}).get("text") else 0.0
        if not axis.shows_names or not axis.parts.get("automargin", True):
            return 0.0
        if axis.parts.get("tickangle"):
            return TICK_SIZE * LINE + FROM_AXIS + title
        widest = max((_width(tick.name, self._tick_size(axis)) for tick in self._ticks(axis, box)), default=0)
        return widest + FROM_AXIS + float(axis.parts.get("ticklabelstandoff", 0)) + title

    def _below(self, axis: Axis, box: Box) -> float:
        title = 24.0 if axis.parts.get("title", {}).get("text") else 0.0
        high = TICK_SIZE * LINE * max((tick.name.count("\n") + 1 for tick in self._ticks(axis, box)), default=0)
        return high + FROM_AXIS + title if axis.shows_names else 0.0

    def _ticks(self, axis: Axis, box: Box) -> list[Tick]:
        source = self.axes[axis.parts.get("matches", axis.name)]
        first, last = axis.parts.get("domain", (0, 1))
        pixels = (box.height if axis.is_upright else box.width) * (last - first)
        ends = sorted(self.reach(axis))
        return (
            [tick for tick in source.ticks(pixels) if ends[0] <= tick.at <= ends[1]]
            if axis.is_date
            else source.ticks(pixels)
        )

    def _tick_size(self, axis: Axis) -> float:
        return float(axis.parts.get("tickfont", {}).get("size", TICK_SIZE))

    def _plot(self, figure: Figure, inner: Box, across: Axis, upright: Axis) -> Axes:
        """An empty plot with its axes."""
        width, height = (pixels * figure.dpi / 72 for pixels in figure.get_size_inches() * 72)
        (left, right), (low, high) = (axis.parts.get("domain", (0, 1)) for axis in (across, upright))
        place = (
            (inner.left + inner.width * left) / width,
            (inner.bottom + inner.height * low) / height,
            inner.width * (right - left) / width,
            inner.height * (high - low) / height,
        )
        axes = figure.add_axes(place, facecolor="none")
        axes.set_xlim(self.reach(across))
        axes.set_ylim(self.reach(upright))
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(length=0, which="both")
        self._name(axes, across, inner)
        self._name(axes, upright, inner)
        return axes

    def _name(self, axes: Axes, axis: Axis, inner: Box) -> None:
        """Draw the ticks, the grid, the line at zero and the title of an axis."""
        side, ticks = axes.yaxis if axis.is_upright else axes.xaxis, self._ticks(axis, inner)
        parts, text = axis.parts, self.layout["font"]["color"]
        side.set_ticks([tick.at for tick in ticks])
        if parts.get("showgrid", not axis.names) and parts.get("visible", True):
            side.grid(True, color=colour(parts.get("gridcolor", self.ink.rule)), linewidth=1, zorder=0)
        axes.set_axisbelow(True)
        if parts.get("zeroline", not axis.names) and not axis.is_date and parts.get("visible", True):
            tone = colour(parts.get("zerolinecolor", self.ink.quiet))
            (axes.axhline if axis.is_upright else axes.axvline)(0, color=tone, linewidth=1.5, zorder=1)
        if not axis.shows_names:
            side.set_ticklabels([])
            return
        if parts.get("side") == "top":
            axes.xaxis.set_ticks_position("top")
        side.set_ticklabels([_without_markup(tick.name) for tick in ticks])
        angle = -parts.get("tickangle", 0)
        for label, tick in zip(side.get_ticklabels(), ticks, strict=True):
            is_bold = "<b>" in tick.name
            label.set(fontproperties=font(self._tick_size(axis), is_bold), color=text, rotation=angle, gid="tick")
            label.set(va="center" if angle or axis.is_upright else label.get_verticalalignment())
        side.set_tick_params(pad=FROM_AXIS - 2 + parts.get("ticklabelstandoff", 0), length=0)
        if title := parts.get("title", {}).get("text"):
            side.set_label_text(_without_markup(title), fontproperties=font(TICK_SIZE), color=text)


def _is_length(trace: Parts, name: str) -> bool:
    return ("x" if trace.get("orientation") == "h" else "y") == name


def _without_markup(name: str) -> str:
    return "\n".join(line.text for line in lines_of(name))


def _width(name: str, size: float) -> float:
    return max(text_width(text, size, line.is_bold) for line in lines_of(name) for text in line.text.split("\n"))
