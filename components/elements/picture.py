"""Pictures as plain data: put together part by part, then finished. What plotly would check at each click is checked
once, in tests."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import orjson
import pandas as pd
import plotly.graph_objects as go
import plotly.io
from _plotly_utils.utils import convert_to_base64

Parts = Mapping[str, Any]
Trace = dict[str, Any]
# Nothing of plotly's own template, which would be sent along with every picture and is four times as long.
NO_TEMPLATE = {"data": {"scatter": [{"type": "scatter"}]}}


class Picture(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A picture that nobody changes, so that all who read a view are shown the same one. Whoever reads single parts of
    it, as tests do, has plotly check all of it; nobody else has."""

    def __init__(self, traces: Sequence[Parts], layout: Parts) -> None:
        """The picture of these parts; `traces` name their `type`."""
        # Plotly's own start would take every part for an object of its own and check some of them.
        self._traces, self._parts = traces, layout
        whole = {"data": [dict(trace) for trace in traces], "layout": layout}
        convert_to_base64(whole)
        self._sent = orjson.loads(plotly.io.to_json(whole, validate=False, engine="orjson"))

    def to_dict(self) -> dict[str, Any]:
        """The picture as browsers are sent it, for reading alone."""
        sent: dict[str, Any] = self._sent
        return sent

    @property
    def data(self) -> Any:
        """The traces as plotly reads them."""
        return self._checked.data

    @property
    def layout(self) -> Any:
        """The layout as plotly reads it."""
        return self._checked.layout

    @cached_property
    def _checked(self) -> Any:
        return go.Figure(self._traces, self._parts)

    def __reduce__(self) -> tuple[type["Picture"], tuple[Any, Any]]:
        return Picture, (self._sent["data"], self._sent["layout"])


class Drawing:
    """A picture while it is put together, with the words of plotly: one plot, or `rows` of them that share their time,
    of these `heights` and with a `gap` between them (a share of the whole)."""

    def __init__(self, traces: Sequence[Trace] = (), *, heights: Sequence[float] = (1,), gap: float = 0.0) -> None:
        """A drawing with these traces and without a layout."""
        self.traces = list(traces)
        self.layout: dict[str, Any] = _rows(heights, gap) if len(heights) > 1 else {}
        self.layout |= {"annotations": [], "shapes": []}

    def add_trace(self, trace: Trace, row: int = 0) -> None:
        """Draw a trace; where there are rows in one of them, the first being the highest."""
        place = {f"{letter}axis": letter + _number(row) for letter in "xy"} if row else {}
        self.traces.append(trace | place)

    def update_layout(self, *parts: Parts, **more: Any) -> None:
        """Say more of the layout; of what was said before the later stands."""
        self.layout = with_parts(self.layout, *parts, more)

    def update_xaxes(self, *parts: Parts, **more: Any) -> None:
        """Say more of every axis of time."""
        self._update_axes("xaxis", *parts, more)

    def update_yaxes(self, *parts: Parts, row: int = 0, **more: Any) -> None:
        """Say more of every upright axis, or of that of a row."""
        self._update_axes("yaxis" + (_number(row) if row else ""), *parts, more, alone=bool(row))

    def _update_axes(self, name: str, *parts: Parts, alone: bool = False) -> None:
        self.layout.setdefault(name, {})
        for axis in [name] if alone else [axis for axis in self.layout if axis.startswith(name)]:
            self.layout[axis] = with_parts(self.layout[axis], *parts)

    def add_annotation(self, row: int = 0, **parts: Any) -> None:
        """Write a text; in the measures of a `row` where one is given."""
        place = {f"{letter}ref": letter + _number(row) for letter in "xy"} if row else {}
        self.layout["annotations"] = [*self.layout["annotations"], place | parts]

    def add_shape(self, row: int = 1, **parts: Any) -> None:
        """Draw a shape in the measures of a row."""
        place = {f"{letter}ref": letter + _number(row) for letter in "xy"}
        self.layout["shapes"] = [*self.layout["shapes"], place | parts]

    def add_vrect(self, x0: Any, x1: Any, rows: int = 1, **parts: Any) -> None:
        """Draw a band from top to bottom of each of so many rows."""
        for row in range(1, rows + 1):
            self.add_shape(row, type="rect", x0=x0, x1=x1, y0=0, y1=1, yref=f"y{_number(row)} domain", **parts)

    def add_vline(self, x: Any, **parts: Any) -> None:
        """Draw a line from top to bottom."""
        self.add_shape(type="line", x0=x, x1=x, y0=0, y1=1, yref="y domain", **parts)

    def add_hline(self, y: Any, **parts: Any) -> None:
        """Draw a line from side to side."""
        self.add_shape(type="line", x0=0, x1=1, y0=y, y1=y, xref="x domain", **parts)

    def finished(self) -> Picture:
        """The picture."""
        parts = {
            name: part for name, part in self.layout.items() if part != [] or name not in ("annotations", "shapes")
        }
        return Picture([_sendable(trace) for trace in self.traces], _sendable(parts))


def scatter(**parts: Any) -> Trace:
    """Points or lines, in plotly's words."""
    return {"type": "scatter", **parts}


def bar(**parts: Any) -> Trace:
    """Bars, in plotly's words."""
    return {"type": "bar", **parts}


def with_parts(whole: Parts, *more: Parts) -> dict[str, Any]:
    """The parts with what each of `more` says: of a part in parts of its own what it names, all else as it was."""
    found = dict(whole)
    for parts in more:
        for name, value in parts.items():
            known = found.get(name)
            both = isinstance(value, Mapping) and isinstance(known, Mapping)
            found[name] = with_parts(known or {}, value) if both else value
    return found


def _number(row: int) -> str:
    """How plotly numbers the axes of a row."""
    return str(row) if row > 1 else ""


def _rows(heights: Sequence[float], gap: float) -> dict[str, Any]:
    """The axes of rows, the lowest of which alone names its ticks; the others follow it."""
    count, whole = len(heights), float(sum(heights))
    shares = [(1.0 - gap * (count - 1)) * (height / whole) for height in reversed(heights)]
    axes: dict[str, Any] = {}
    for row in range(1, count + 1):
        number, start = _number(row), sum(shares[: count - row]) + (count - row) * gap
        follows = {"matches": f"x{count}", "showticklabels": False} if row < count else {}
        axes[f"xaxis{number}"] = {"anchor": f"y{number}", "domain": [0.0, 1.0], **follows}
        axes[f"yaxis{number}"] = {"anchor": f"x{number}", "domain": [start, start + shares[count - row]]}
    return axes


def _sendable(value: Any) -> Any:
    """The value with what plotly would take out or turn: nothing that is None, columns as lists or numbers packed."""
    if isinstance(value, Mapping):
        return {name: _sendable(part) for name, part in value.items() if part is not None}
    if isinstance(value, pd.DataFrame):
        return value.to_numpy().tolist()
    if isinstance(value, pd.Series | pd.Index):
        if pd.api.types.is_datetime64_any_dtype(value.dtype):
            return value.to_numpy()
        if pd.api.types.is_numeric_dtype(value.dtype):
            return value.to_numpy(dtype="float64") if value.hasnans else value.to_numpy()
        return list(value)
    return value
