"""Spans of calendar months, as links write them: 2025-12, 2025-09..2026-01, ..2025-08, 2026-01.."""

import re
from dataclasses import dataclass

import pandas as pd

from data.selection.spans import BETWEEN, Span
from data.text.formats import month_name
from data.text.messages import say

MONTH = re.compile(r"(?!0000)\d{4}-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True)
class MonthSpan(Span):
    """Calendar months from `first` to `last`, both included, written YYYY-MM; None leaves that end open.

    Raises ValueError for a month that does not exist or a span that ends before it starts.
    """

    first: str | None = None
    last: str | None = None

    def __post_init__(self) -> None:
        for month in (self.first, self.last):
            if month is not None and not MONTH.fullmatch(month):
                raise ValueError(f"not a month: {month}")
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"{self.first} is after {self.last}")

    @classmethod
    def read(cls, text: str) -> "MonthSpan":
        """The span that the value of a parameter means. Raises ValueError when it means none."""
        first, between, last = text.partition(BETWEEN)
        if not between:
            return cls(text, text)
        if not first and not last:
            raise ValueError(f"no month in {text}")
        return cls(first or None, last or None)

    def write(self) -> str:
        """The value of a parameter; empty when both ends are open."""
        if self.first == self.last:
            return self.first or ""
        return f"{self.first or ''}{BETWEEN}{self.last or ''}"

    def say(self) -> str:
        """The span in English, or an empty text when both ends are open."""
        if self.first == self.last:
            return say("months.in", month=month_name(self.first)) if self.first else ""
        if self.first and self.last:
            return say("months.span", first=month_name(self.first), last=month_name(self.last))
        if self.first:
            return say("months.from", first=month_name(self.first))
        return say("months.until", last=month_name(str(self.last)))

    @property
    def start(self) -> pd.Timestamp | None:
        """The first day of the first month."""
        return month_start(self.first) if self.first else None

    @property
    def end(self) -> pd.Timestamp | None:
        """The last day of the last month."""
        return month_end(self.last) if self.last else None


def month_start(month: str) -> pd.Timestamp:
    """The first day of a month, given as 2025-12."""
    return pd.Timestamp(f"{month}-01")


def month_starts(months: pd.Index) -> pd.DatetimeIndex:
    """The first day of each of the months, as pictures draw them."""
    return pd.to_datetime(months + "-01")


def month_end(month: str | pd.Timestamp) -> pd.Timestamp:
    """The last day of a month, given as 2025-12 or as a day in it."""
    day = month_start(month) if isinstance(month, str) else month
    return day + pd.offsets.MonthEnd(0)


def months_between(first: pd.Timestamp, last: pd.Timestamp) -> list[str]:
    """Every calendar month from that of `first` to that of `last`, written YYYY-MM."""
    return [str(month) for month in pd.period_range(first, last, freq="M")]


def shown_days(span: Span, first: pd.Timestamp, last: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and last day of the data (`first` to `last`) that a span shows. Where they do not meet, the span's own
    start stands for both."""
    start, end = span.days(first, last)
    return max(first, start), max(first, start, min(last, end))
