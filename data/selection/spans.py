"""Spans of time as filters know them, and spans of days as links write them: 2025-10-18, 2025-10-18..2025-10-22."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

import pandas as pd

from data.text.days import is_day
from data.text.formats import day_name, short_days_name
from data.text.messages import say

BETWEEN = ".."


class Span(ABC):
    """From one day to another, both included; None leaves that end open."""

    @property
    @abstractmethod
    def start(self) -> pd.Timestamp | None:
        """The first day."""

    @property
    @abstractmethod
    def end(self) -> pd.Timestamp | None:
        """The last day."""

    @property
    def is_open(self) -> bool:
        """Whether the span holds every day."""
        return self.start is None and self.end is None

    def days(self, first: pd.Timestamp, last: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The first and last day of the span; an open end is `first` or `last`."""
        return first if self.start is None else self.start, last if self.end is None else self.end

    def contains(self, days: pd.Series) -> pd.Series:
        """For each day whether it lies in the span; a missing day only lies in the open one."""
        return self.overlaps(days, days) & (days.notna() | self.is_open)

    def overlaps(self, starts: pd.Series, ends: pd.Series) -> pd.Series:
        """For each pair of days whether the time between them touches the span; a missing day is an open end. Nothing
        touches a span that ends before it starts."""
        reversed_span = self.start is not None and self.end is not None and self.start > self.end
        overlapping = pd.Series(not reversed_span, index=starts.index)
        if self.start is not None:
            overlapping &= ends.isna() | (ends >= self.start)
        if self.end is not None:
            overlapping &= starts.isna() | (starts <= self.end)
        return overlapping


@dataclass(frozen=True)
class DaySpan(Span):
    """Days from `first` to `last`, both included, written YYYY-MM-DD; None leaves that end open."""

    first: str | None = None
    last: str | None = None

    @classmethod
    def read(cls, text: str) -> "DaySpan":
        """The span that the value of a parameter means. Raises ValueError when it means none, or ends before it
        starts."""
        first, between, last = text.partition(BETWEEN)
        last = last if between else first
        if not (first or last) or not all(is_day(day) for day in (first, last) if day):
            raise ValueError(f"no span of days: {text}")
        if first and last and first > last:
            raise ValueError(f"{first} is after {last}")
        return cls(first or None, last or None)

    @classmethod
    def between(cls, start: pd.Timestamp | None, end: pd.Timestamp | None) -> "DaySpan":
        """The span of these days; None, or a missing day, leaves that end open."""
        return cls(*(None if pd.isna(day) else day.date().isoformat() for day in (start, end)))

    @property
    def start(self) -> pd.Timestamp | None:
        """The first day."""
        return pd.Timestamp(self.first) if self.first else None

    @property
    def end(self) -> pd.Timestamp | None:
        """The last day."""
        return pd.Timestamp(self.last) if self.last else None

    def write(self) -> str:
        """The value of a parameter; empty when both ends are open."""
        if self.first == self.last:
            return self.first or ""
        return f"{self.first or ''}{BETWEEN}{self.last or ''}"

    def say(self) -> str:
        """The span in English, or an empty text when both ends are open."""
        if self.start is None:
            return "" if self.end is None else say("months.until", last=day_name(self.end))
        if self.end is None:
            return say("days.since", first=day_name(self.start))
        days = short_days_name(self.start, self.end)
        return say("days.on" if self.first == self.last else "days.from", days=days)


def shared_days(one: Span, other: Span) -> DaySpan:
    """The days that lie in both spans: a span that ends before it starts where there are none."""
    starts = [span.start for span in (one, other) if span.start is not None]
    ends = [span.end for span in (one, other) if span.end is not None]
    return DaySpan.between(max(starts, default=None), min(ends, default=None))
