"""What the marks, lines and bars of a picture stand for, in rows above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import IdentityTransform

from components.look.theme import Ink
from components.pictures.bars import bar_look
from components.pictures.colours import DASHES, colour
from components.pictures.letters import font, lines_of, text_width
from components.pictures.marks import OPEN, OPEN_EDGE, SHAPES

Parts = Mapping[str, Any]
# Pixels of a sign, between it and its name, and between two entries; the height of a row as a share of its letters.
SIGN, BESIDE, BETWEEN, ROW = 24.0, 6.0, 22.0, 1.6
# Pixels: no mark is larger beside its name.
LARGEST = 12.0


@dataclass(frozen=True)
class Entry:
    """A trace and its name."""

    name: str
    trace: Parts


def entries_of(spec: Parts) -> list[Entry]:
    """The traces that a picture names beside itself, as plotly chooses them: none where it says so, and none of one
    trace alone unless that asks for it."""
    traces = [trace for trace in spec["data"] if trace.get("name") and trace.get("showlegend", True)]
    shown = spec["layout"].get("showlegend", len(spec["data"]) > 1 or any("showlegend" in trace for trace in traces))
    if not shown:
        return []
    names = dict[str, Entry]()
    for trace in traces:
        text = " ".join(line.text for line in lines_of(trace["name"]))
        names.setdefault(text, Entry(text, trace))
    return [*names.values()]


def legend_rows(entries: Sequence[Entry], width: float, size: float) -> list[list[Entry]]:
    """The entries in rows of at most that width."""
    rows: list[list[Entry]] = []
    taken = 0.0
    for entry in entries:
        long = SIGN + BESIDE + text_width(entry.name, size) + BETWEEN
        if not rows or taken + long - BETWEEN > width:
            rows.append([])
            taken = 0.0
        rows[-1].append(entry)
        taken += long
    return rows


def draw_legend(
    figure: Figure, rows: Sequence[Sequence[Entry]], corner: tuple[float, float], size: float, ink: Ink
) -> float:
    """Draw the rows below and right of the corner, and return how far down they reach."""
    width, height = figure.get_figwidth() * 72, figure.get_figheight() * 72
    left, top = corner
    for row in rows:
        at, middle = left, top - size * ROW / 2
        for entry in row:
            _draw_sign(figure, entry.trace, (at, middle), (width, height), ink)
            at += SIGN + BESIDE
            place = at / width, middle / height
            figure.text(
                *place,
                entry.name,
                color=ink.text,
                fontproperties=font(size),
                va="center",
                gid="legend",
                parse_math=False,
            )
            at += text_width(entry.name, size) + BETWEEN
        top -= size * ROW
    return top


def _draw_sign(figure: Figure, trace: Parts, place: tuple[float, float], whole: tuple[float, float], ink: Ink) -> None:
    (left, middle), (width, height) = place, whole
    if trace["type"] == "bar":
        corner = (left + 3) / width, (middle - 6) / height
        look = bar_look(trace, 0, ink)
        figure.add_artist(Rectangle(corner, (SIGN - 6) / width, 12 / height, transform=figure.transFigure, **look))
        return
    modes = trace.get("mode", "lines")
    line = Line2D([left / width, (left + SIGN) / width], [middle / height] * 2, transform=figure.transFigure)
    line.set_linewidth(0)
    if "lines" in modes:
        own = trace.get("line", {})
        if "fill" in trace:
            tone = colour(trace.get("fillcolor", own["color"]))
            corner, size = (left / width, (middle - 6) / height), (SIGN / width, 12 / height)
            figure.add_artist(Rectangle(corner, *size, transform=figure.transFigure, facecolor=tone, linewidth=0))
        line.set(color=colour(own["color"]), linewidth=own.get("width", 2), linestyle=DASHES[own.get("dash", "solid")])
    figure.add_artist(line)
    if "markers" in modes:
        _draw_mark(figure, trace["marker"], ((left + SIGN / 2) / width, middle / height))


def _draw_mark(figure: Figure, marker: Parts, place: tuple[float, float]) -> None:
    symbol, own = _first(marker.get("symbol", "circle")), colour(_first(marker["color"]))
    edge, hollow = marker.get("line", {}), symbol.endswith(OPEN)
    mark = PathCollection(
        [SHAPES[symbol.removesuffix(OPEN)]],
        [(min(float(_first(marker.get("size", 9))), LARGEST) / 2) ** 2],
        offsets=[place],
        offset_transform=figure.transFigure,
        facecolors="none" if hollow else own,
        edgecolors=own if hollow or "color" not in edge else colour(_first(edge["color"])),
        linewidths=max(edge.get("width", 0), OPEN_EDGE) if hollow else edge.get("width", 0),
    )
    mark.set_transform(IdentityTransform())
    figure.add_artist(mark)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value
