"""The axes of a picture as its specification declares them, in plotly's words: what their values are as numbers, from
where to where they reach, and which ticks they name."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.ticker import MaxNLocator

Parts = Mapping[str, Any]
DAY = 86_400_000.0
# The share of what is drawn that is left free at an end that no axis fixes, as plotly does.
ROOM = 1 / 18
# Pixels that two names of ticks keep apart, across and upright.
ACROSS, UPRIGHT = 64, 44
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)
DAY_STEPS = (1, 2, 7, 14)
MONTH_DAYS = 30.4


@dataclass(frozen=True)
class Tick:
    """A place on an axis and its name, of lines that a line break parts."""

    at: float
    name: str


@dataclass
class Axis:
    """One axis: what the specification says of it, and all values that are drawn along it, as numbers: of a day the
    milliseconds since 1970, of a name its place among the names."""

    name: str
    parts: Parts
    is_date: bool = False
    names: list[str] = field(default_factory=list)
    least: float = np.inf
    most: float = -np.inf
    # Bars stand on zero: no room is left below it.
    is_stood_on: bool = False

    @property
    def is_upright(self) -> bool:
        """Whether it goes from the bottom to the top."""
        return self.name.startswith("y")

    @property
    def shows_names(self) -> bool:
        """Whether its ticks are named."""
        return bool(self.parts.get("visible", True) and self.parts.get("showticklabels", True))

    def numbers(self, values: Any) -> list[float]:
        """The values as numbers of this axis; NaN for none."""
        return [self.number(value) for value in values_of(values)]

    def number(self, value: Any) -> float:
        """The value as a number of this axis."""
        if value is None or value is pd.NaT:
            return float("nan")
        if isinstance(value, str):
            if self.is_date:
                return milliseconds(value)
            if value not in self.names:
                self.names.append(value)
            return float(self.names.index(value))
        return float(value)

    def reach_to(self, numbers: Iterable[float]) -> None:
        """These are drawn: the axis reaches to them, unless its range is given."""
        known = [number for number in numbers if not np.isnan(number)]
        if known:
            self.least, self.most = min(self.least, *known), max(self.most, *known)

    @property
    def range(self) -> tuple[float, float]:
        """From where to where it reaches, in the order in which it is drawn."""
        if given := self.parts.get("range"):
            first, last = (self.number(end) for end in given)
            return first, last
        if self.names:
            ends = -0.5, len(self.names) - 0.5
            return ends[::-1] if self.parts.get("autorange") == "reversed" else ends
        if not np.isfinite(self.least):
            return 0.0, 1.0
        room = (self.most - self.least or 1.0) * ROOM
        least = min(self.least, 0.0) if self._from_zero else self.least
        # Marks at zero would lie on the names of an upright axis.
        at_zero = least == 0 and (self.is_stood_on or (self._from_zero and self.is_upright))
        return least - (0 if at_zero else room), self.most + room

    @property
    def _from_zero(self) -> bool:
        return self.is_stood_on or self.parts.get("rangemode") == "tozero"

    def ticks(self, pixels: float) -> list[Tick]:
        """What is named along so many pixels."""
        if "tickvals" in self.parts:
            at = self.numbers(self.parts["tickvals"])
            counted = _day_names(at, "month") if self.is_date else [_number_name(value) for value in at]
            return [Tick(*pair) for pair in zip(at, self.parts.get("ticktext") or counted, strict=True)]
        if self.names:
            return [Tick(float(place), name) for place, name in enumerate(self.names)]
        first, last = sorted(self.range)
        if self.is_date:
            return _day_ticks(first, last, pixels)
        whole = self.parts.get("tickformat") == ",d"
        locator = MaxNLocator(nbins=max(int(pixels / UPRIGHT), 2), steps=[1, 2, 5, 10], integer=whole)
        return [
            Tick(value, _number_name(value)) for value in locator.tick_values(first, last) if first <= value <= last
        ]


def values_of(values: Any) -> list[Any]:
    """The values of a column of the specification, which may be packed."""
    if values is None:
        return []
    if isinstance(values, Mapping):
        return list(np.frombuffer(base64.b64decode(values["bdata"]), dtype=values["dtype"]).tolist())
    return list(values)


def values_for(value: Any, number: int) -> list[Any]:
    """The value of each of so many marks: its own, or one for all."""
    return values_of(value) if isinstance(value, list | Mapping) else [value] * number


def milliseconds(day: str) -> float:
    """A day or moment in ISO 8601 as milliseconds since 1970."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000


def is_on_calendar(value: Any) -> bool:
    """Whether the text is a day or a moment."""
    try:
        milliseconds(value)
    except (TypeError, ValueError):
        return False
    return True


def _number_name(value: float) -> str:
    text = f"{value:,.0f}" if abs(value - round(value)) < 1e-9 else f"{value:,g}"
    return text.replace("-", "−")


def _day_ticks(first: float, last: float, pixels: float) -> list[Tick]:
    days, most = (last - first) / DAY, max(pixels / ACROSS, 2)
    if days / MONTH_DAYS >= 2:
        step = next((step for step in MONTH_STEPS if days / MONTH_DAYS / step <= most), MONTH_STEPS[-1])
        start = pd.Timestamp(first, unit="ms").to_period("M").to_timestamp()
        found = [
            day
            for day in pd.date_range(start, pd.Timestamp(last, unit="ms"), freq="MS")
            if (day.month - 1) % min(step, 12) == 0
        ]
        at = [day.timestamp() * 1000 for day in found if step <= 12 or day.year % (step // 12) == 0]
        kind = "month"
    else:
        step = next((step for step in DAY_STEPS if days / step <= most), DAY_STEPS[-1])
        start = pd.Timestamp(first, unit="ms").ceil("D")
        at = [day.timestamp() * 1000 for day in pd.date_range(start, pd.Timestamp(last, unit="ms"), freq=f"{step}D")]
        kind = "day"
    at = [value for value in at if first <= value <= last]
    return [Tick(*pair) for pair in zip(at, _day_names(at, kind), strict=True)]


def _day_names(at: Sequence[float], kind: str) -> list[str]:
    """The names of ticks; the year stands below the first one of each year."""
    days = [pd.Timestamp(value, unit="ms") for value in at]
    new_year = [True, *(one.year != other.year for one, other in pairwise(days))]
    return [
        (f"{day:%b}" if kind == "month" else f"{day.day} {day:%b}") + (f"\n{day.year}" if is_new else "")
        for day, is_new in zip(days, new_year, strict=False)
    ]
